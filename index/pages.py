"""Web pages: trafilatura finds the main text and what the page says of itself."""

import re
from typing import Any

from index.clean import Metadata
from index.encodings import decode
from index.errors import SourceError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)


def page(name: str, data: bytes) -> tuple[str, Metadata]:
    """Return a page's main text and metadata.

    Raises SourceError ``file_empty`` when the page has no article, and as ``encodings.decode``.
    """
    declared = _CHARSET.search(data[:4096])
    html = decode(data, name, declared.group(1).decode() if declared else None)
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=True, favor_precision=False
    )
    if found is None or not (found.text or "").strip():
        raise SourceError("file_empty", path=name)
    return found.text, Metadata(found.title, found.date, found.author, found.sitename)
