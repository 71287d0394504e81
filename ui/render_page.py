"""The frame around the answers as HTML: head line, welcome, list of conversations, notices."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from ui import vi
from ui.history import Conversation
from ui.render import words

LOGO = (
    '<svg class="hb-logo" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">'
    '<rect x="2" y="3" width="28" height="26" rx="6"/><path d="M9 11h14M9 16h14M9 21h7"/>'
    '<circle cx="23" cy="21.5" r="3.2"/></svg>'
)


def head(freshness: str) -> str:
    """Name, freshness line, and the switch between light and dark."""
    return (
        f'<div class="hb-head"><button type="button" class="hb-tool hb-menu" data-do="menu" '
        f'aria-label="{words("menu")}" aria-controls="hb-side">☰</button>'
        f'<h1>{LOGO}<span>{escape(vi.NAME)}</span></h1><p class="hb-fresh">{freshness}</p>'
        f'<button type="button" class="hb-tool hb-theme" data-do="theme" aria-label="{words("theme")}" '
        f'title="{words("theme")}">◐</button></div>'
    )


def freshness(
    articles: int, newest: date | None, pending: int = 0, failed: int = 0, *, working: bool = False
) -> str:
    """How fresh the index is, one line."""
    if not articles and not working:
        return words("fresh_empty")
    parts = [words("fresh_articles", n=vi.number(articles))]
    if newest:
        parts.append(words("fresh_newest", day=vi.day(newest)))
    if working:
        parts.append(words("fresh_working"))
    if pending:
        parts.append(words("fresh_arriving" if working else "fresh_pending", n=vi.number(pending)))
    if failed:
        parts.append(words("fresh_failed", n=vi.number(failed)))
    return " · ".join(parts)


def welcome(*, empty: bool) -> str:
    """What a new conversation shows: examples (fetched when the index is open), or how to add articles."""
    if empty:
        steps = "".join(f"<li>{escape(step)}</li>" for step in vi.FIRST_STEPS)
        return (
            f'<div class="hb-welcome is-empty"><h2>{words("welcome_empty")}</h2><ol>{steps}</ol>'
            f"{_to_library()}</div>"
        )
    return (
        f'<div class="hb-welcome"><h2>{words("welcome")}</h2><p>{words("welcome_more")}</p>'
        '<div class="hb-examples" aria-live="polite"></div></div>'
    )


def _to_library() -> str:
    return f'<button type="button" class="hb-main-button" data-do="library">{words("to_library")}</button>'


def examples(questions: Sequence[str]) -> str:
    """Example questions as buttons."""
    return "".join(
        f'<button type="button" class="hb-example" data-ask="{escape(text)}">{escape(text)}</button>'
        for text in questions
    )


def notice(question: str, text: str, *, to_library: bool = False) -> str:
    """A question that got no answer, and why."""
    button = _to_library() if to_library else ""
    return (
        '<section class="hb-turn is-notice"><div class="hb-main">'
        f'<div class="hb-question"><h2>{escape(question)}</h2></div>'
        f'<p class="hb-notice" role="alert">{escape(text)}</p>{button}</div>'
        '<aside class="hb-sources is-empty"></aside></section>'
    )


def editing(question: str) -> str:
    """The line above the box while the last question is being edited."""
    if not question:
        return ""
    return (
        f'<p class="hb-editing">{words("editing")} '
        f'<button type="button" class="hb-link" data-do="keep">{words("keep")}</button></p>'
    )


def conversations(found: Sequence[Conversation], here: str) -> str:
    """The list beside the talk: open, rename, delete."""
    if not found:
        return f'<p class="hb-none">{words("no_conversations")}</p>'
    return f'<ul class="hb-list">{"".join(_row(one, here) for one in found)}</ul>'


def _row(one: Conversation, here: str) -> str:
    current = ' aria-current="true"' if one.id == here else ""
    when = vi.day(datetime.fromtimestamp(one.updated).date())
    buttons = "".join(
        f'<button type="button" class="hb-tool" data-do="{name}" aria-label="{words(name, title=one.title)}" '
        f'title="{words(name, title=one.title)}">{sign}</button>'
        for name, sign in (("rename", "✎"), ("delete", "✕"))
    )
    return (
        f'<li data-conversation="{escape(one.id)}"{current}>'
        f'<button type="button" class="hb-open" data-do="open">{escape(one.title)}'
        f"<small>{when}</small></button>"
        f'<span class="hb-row-tools">{buttons}</span></li>'
    )
