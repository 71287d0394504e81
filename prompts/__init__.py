"""Vietnamese templates as plain files; ``render("refusal", question=…)`` fills prompts/refusal.txt."""

from functools import cache
from importlib.resources import files
from string import Template


@cache
def _template(name: str) -> Template:
    return Template(files("prompts").joinpath(f"{name}.txt").read_text(encoding="utf-8").rstrip("\n"))


def render(name: str, **values: object) -> str:
    """Fill ``prompts/<name>.txt`` (``$value`` placeholders).

    Raises KeyError naming the placeholder that got no value, FileNotFoundError for no such template.
    """
    return _template(name).substitute(values)
