"""Markdown files: front matter is metadata, marks of layout are no words of the article."""

import re

from index.digest import sha
from index.encodings import decode
from index.exports import field_of
from index.types import RawText, Read

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([\w -]{1,40}):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,}|={3,})$", re.MULTILINE)
_BULLET = re.compile(r"^([ \t]*)[*+][ \t]+", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^\n]+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read(name: str, data: bytes) -> Read:
    """Return the one article of a Markdown file; raises SourceError as ``encodings.decode``."""
    text = decode(data, name)
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front is not None:
        for key, value in _ENTRY.findall(front.group(1)):
            field = field_of(key)
            if field is not None and field != "text":
                fields.setdefault(field, value.strip().strip("\"'").strip())
        text = text[front.end() :]
    return Read(
        (
            RawText(
                name,
                plain(text),
                sha(data),
                fields.get("title"),
                fields.get("published"),
                fields.get("author"),
                fields.get("publisher"),
            ),
        )
    )


def plain(text: str) -> str:
    """Return the words of a Markdown text, line for line."""
    text = _COMMENT.sub("", text.replace("\r\n", "\n"))
    text = _RULE.sub("", text)
    text = _HEADING.sub(r"\1", text)
    text = _QUOTE.sub("", text)
    text = _BULLET.sub(r"\1- ", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\1", text))
