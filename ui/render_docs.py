"""The page that explains HTTP: our own, since the usual ones load their scripts from elsewhere."""

import json
from html import escape
from typing import Any

from ui import vi


def docs_page(api: dict[str, Any]) -> str:
    """Every path with its summary, its parameters and the form of its body, from the OpenAPI description."""
    schemas = api.get("components", {}).get("schemas", {})
    parts = [
        _operation(path, method, operation, schemas)
        for path, methods in api["paths"].items()
        for method, operation in methods.items()
    ]
    title = escape(vi.HTTP["docs"])
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="../hb/docs.css"></head>'
        f'<body><h1>{title}</h1><p><a href="openapi.json">openapi.json</a></p>{"".join(parts)}</body></html>'
    )


def _operation(path: str, method: str, operation: dict[str, Any], schemas: dict[str, Any]) -> str:
    given = "".join(
        f"<li><code>{escape(one['name'])}</code>{' *' if one.get('required') else ''} "
        f"<code>{escape(_kind(one['schema']))}</code></li>"
        for one in operation.get("parameters", ())
    )
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    form = schemas.get(body.get("$ref", "").rsplit("/", 1)[-1], {}).get("properties")
    shown = {name: _kind(one) for name, one in (form or {}).items()}
    text = json.dumps(shown, ensure_ascii=False, indent=2) if shown else ""
    title = f"<h2><b>{method.upper()}</b> <code>{escape(path)}</code></h2>"
    return (
        f"{title}<p>{escape(operation.get('summary', ''))}</p>"
        + (f"<ul>{given}</ul>" if given else "")
        + (f"<pre>{escape(text)}</pre>" if text else "")
    )


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return " | ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or schema.get("$ref", "").rsplit("/", 1)[-1])
