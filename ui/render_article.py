"""The article view as HTML: the cleaned text, quotes marked, what cleaning removed folded away."""

import re
from collections.abc import Sequence
from html import escape

from index.types import Article, Span
from ui import vi
from ui.render import words


def link(source: str) -> str:
    """Where an article came from: its URL, or a button that fetches its file."""
    if re.match(r"https?://", source):
        return f'<a href="{escape(source)}" target="_blank" rel="noopener noreferrer">{words("web")}</a>'
    return (
        f'<button type="button" class="hb-link" data-do="original" data-source="{escape(source)}">'
        f"{words('file')}</button>"
    )


def located(article: Article, start: int, end: int, quote: str) -> Span | None:
    """Where a quote stands now: at its offsets, or where an edit has moved it; None where it is gone."""
    if article.text[start:end] == quote:
        return Span(start, end)
    at = article.text.find(quote) if quote else -1
    return Span(at, at + len(quote)) if at >= 0 else None


def marked(text: str, start: int, end: int, marks: Sequence[Span], current: Span | None) -> str:
    """``text[start:end]`` escaped, the spans in it marked, the current one with the id of the view."""
    out, at = [], start
    for mark in sorted(marks, key=lambda one: one.start):
        left, right = max(mark.start, at), min(mark.end, end)
        if left >= right:
            continue
        here = ' class="is-current"' if mark == current else ""
        out.append(f"{escape(text[at:left])}<mark{here}>{escape(text[left:right])}</mark>")
        at = right
    return "".join(out) + escape(text[at:end])


def article_page(article: Article, marks: Sequence[Span] = (), current: Span | None = None) -> str:
    """The article as cleaned, quotes marked, what cleaning removed folded away."""
    body, at = [], 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            tag = "h2" if line.strip() == article.title else "p"
            body.append(f"<{tag}>{marked(article.text, at, at + len(line), marks, current)}</{tag}>")
        at += len(line)
    heading = "" if any(part.startswith("<h2>") for part in body) else f"<h2>{escape(article.title)}</h2>"
    about = [article.publisher, article.author, vi.day(article.published)]
    meta = " · ".join(escape(part) for part in about if part)
    return (
        f'<div class="hb-page">{heading}<p class="hb-meta">{meta}</p>'
        f'<p class="hb-meta hb-origin">{escape(article.source)} · {link(article.source)}</p>'
        f'<div class="hb-body">{"".join(body)}</div>{removals(article)}</div>'
    )


def removals(article: Article) -> str:
    """What cleaning took away and why, folded."""
    if not article.removed:
        return ""
    rows = "".join(
        f"<li><b>{escape(vi.REMOVALS.get(one.reason, one.reason))}</b> {escape(one.text)}</li>"
        for one in article.removed
    )
    head = words("removed", n=vi.number(len(article.removed)))
    return f'<details class="hb-removed"><summary>{head}</summary><ul>{rows}</ul></details>'
