"""Answers and source cards as HTML: pure functions, every foreign text escaped.

Nothing here trusts an article, a model, a file name or a user: text enters only through ``escape``,
attributes are quoted, links are http(s) or our own paths.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from rag.generate import notice as model_notice
from ui import vi
from ui.exchange import Card, Exchange

MARKERS = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]")
RUN = re.compile(rf"((?:{MARKERS.pattern})+)(\.?)")
"""Markers in a row, and the full stop after them."""
BLANK_LINES = re.compile(r"\n\s*\n")
CONTEXT = 170
"""Characters of passage shown on each side of a quote before its card is opened."""


def words(key: str, **values: object) -> str:
    """A screen text of vi.CHAT, escaped, its values too."""
    return escape(vi.CHAT[key].format(**values))


def chip(number: int, card: Card | None) -> str:
    """The button that stands for a citation; a number without a card leaves nothing to click."""
    if card is None:
        return ""
    label = words("chip", number=number, title=card.title)
    return (
        f'<button type="button" class="hb-chip is-{card.state}" data-chip="{number}" '
        f'aria-label="{label}" title="{escape(card.title)}">{number}</button>'
    )


def answer_text(text: str, cards: Sequence[Card]) -> str:
    """Paragraphs of an answer with its ``[n]`` marks turned into chips."""
    by_number = {one.number: one for one in cards}

    def chips(found: re.Match[str]) -> str:
        numbers = [int(part) for part in re.findall(r"\d+", found[1])]
        if not any(number in by_number for number in numbers):
            return found[0]
        # the full stop goes before its chips, as print sets footnotes
        return found[3] + "".join(chip(number, by_number.get(number)) for number in numbers)

    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(f"<p>{RUN.sub(chips, escape(line, quote=False))}</p>" for line in paragraphs)


def _side(text: str, *, before: bool) -> str:
    """One side of the passage: the part near the quote, the rest folded until the card is opened."""
    text = BLANK_LINES.sub("\n", text)
    if len(text) <= CONTEXT:
        return escape(text)
    cut = text.find(" ", len(text) - CONTEXT) if before else text.rfind(" ", 0, CONTEXT)
    cut = cut if cut > 0 else (len(text) - CONTEXT if before else CONTEXT)
    near, far = (text[cut:], text[:cut]) if before else (text[:cut], text[cut:])
    fold = f'<span class="hb-more">{escape(far)}</span><span class="hb-dots" aria-hidden="true">…</span>'
    return fold + escape(near) if before else escape(near) + fold


def card(one: Card) -> str:
    """A source card: number, title, where and when, the passage with its quote marked, its state."""
    about = " · ".join(escape(part) for part in (one.publisher or one.source, vi.day(one.published)))
    difference = ""
    if one.difference:
        difference = f'<p class="hb-difference">{words("difference", text=one.difference)}</p>'
    return (
        f'<article class="hb-card is-{one.state}" data-card="{one.number}" data-start="{one.start}" '
        f'data-end="{one.end}" data-source="{escape(one.source)}" tabindex="-1" '
        f'aria-label="{words("card", number=one.number, title=one.title)}">'
        f'<header><button type="button" class="hb-num" data-back="{one.number}" '
        f'aria-label="{words("back", number=one.number)}">{one.number}</button>'
        f'<div><h3>{escape(one.title)}</h3><p class="hb-meta">{about}</p></div></header>'
        f'<p class="hb-passage">{_side(one.before, before=True)}<mark>{escape(one.quote)}</mark>'
        f"{_side(one.after, before=False)}</p>{difference}"
        f'<footer><span class="hb-state is-{one.state}">{escape(vi.STATES[one.state])}</span>'
        f'<button type="button" class="hb-link" data-open="{one.number}">{words("open")}</button></footer>'
        "</article>"
    )


def sources(cards: Sequence[Card]) -> str:
    """The column of cards beside an answer."""
    if not cards:
        return '<aside class="hb-sources is-empty"></aside>'
    inside = "".join(card(one) for one in cards)
    return (
        f'<aside class="hb-sources" aria-label="{words("sources")}">'
        f'<h3 class="hb-aside-title">{words("sources")}</h3>{inside}</aside>'
    )


def asked(question: str, standalone: str = "", *, editable: bool = False) -> str:
    """The question, and how it was understood where that differs."""
    edit = ""
    if editable:
        edit = f'<button type="button" class="hb-tool hb-edit" data-do="edit">{words("edit")}</button>'
    understood = ""
    if standalone and standalone != question:
        understood = f'<p class="hb-understood">{words("understood", question=standalone)}</p>'
    return f'<div class="hb-question"><h2>{escape(question)}</h2>{edit}</div>{understood}'


def badges(one: Exchange) -> str:
    """How sure, and who wrote the words."""
    kind = {"extractive": "quoted", "llm": "composed", "refused": "refused"}[one.mode]
    found = [words(kind)]
    if one.answered_surely:
        found.insert(0, words("sure"))
    if one.stopped:
        found.append(words("stopped"))
    return "".join(f'<span class="hb-badge">{text}</span>' for text in found)


def _told(one: Exchange) -> str:
    """That the language model failed, and that articles were still being indexed, where it was so."""
    told = [model_notice(one.reason), vi.arriving(one.arriving)]
    return "".join(f'<p class="hb-notice" role="note">{escape(text)}</p>' for text in told if text)


def tools(one: Exchange, *, last: bool) -> str:
    """Copy, retry (of the last answer), thumbs."""
    retry = f'<button type="button" class="hb-tool" data-do="retry">{words("retry")}</button>' if last else ""
    thumbs = "".join(
        f'<button type="button" class="hb-tool hb-thumb" data-vote="{vote}" '
        f'aria-pressed="{str(one.vote == vote).lower()}" aria-label="{words(name)}" title="{words(name)}">'
        f"{icon(name)}</button>"
        for vote, name in ((1, "good"), (-1, "bad"))
    )
    return (
        f'<div class="hb-tools"><button type="button" class="hb-tool" data-do="copy">'
        f"{words('copy' if one.cards else 'copy_plain')}</button>"
        f"{retry}{thumbs}</div>"
    )


def icon(name: str) -> str:
    """A thumb, drawn here so that nothing is loaded."""
    turn = ' transform="rotate(180 12 12)"' if name == "bad" else ""
    path = (
        "M7 10v10H4V10h3Zm2 10V10l4-7c1.3 0 2 .9 2 2.2L14.4 9H19a2 2 0 0 1 2 2.4l-1.4 7A2 2 0 0 1 17.6 20H9Z"
    )
    return (
        f'<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path{turn} d="{path}"/></svg>'
    )


def follow_ups(questions: Sequence[str]) -> str:
    """Questions that the index can answer, one click each."""
    if not questions:
        return ""
    inside = "".join(
        f'<button type="button" class="hb-next-question" data-ask="{escape(text)}">{escape(text)}</button>'
        for text in questions
    )
    return f'<div class="hb-next"><h3 class="hb-aside-title">{words("next")}</h3>{inside}</div>'


def turn(one: Exchange, *, last: bool = False) -> str:
    """A finished question and answer with its sources."""
    return (
        f'<section class="hb-turn is-{one.mode}" data-turn="{one.id}">'
        f'<div class="hb-main">{asked(one.question, one.standalone, editable=last)}'
        f'<div class="hb-answer">{answer_text(one.text, one.cards)}</div>'
        f'{_told(one)}<p class="hb-badges">{badges(one)}</p>{tools(one, last=last)}'
        f"{follow_ups(one.suggestions) if last else ''}</div>{sources(one.cards)}"
        f'<pre class="hb-plain" hidden>{escape(as_text(one))}</pre></section>'
    )


def working(question: str, standalone: str, text: str, cards: Sequence[Card], doing: str) -> str:
    """An answer under way: what stands so far, and what is being done."""
    answer = f'<div class="hb-answer">{answer_text(text, cards)}</div>' if text else ""
    return (
        '<section class="hb-turn is-working" aria-busy="true">'
        f'<div class="hb-main">{asked(question, standalone)}{answer}'
        '<p class="hb-doing" role="status"><span class="hb-pulse" aria-hidden="true"></span>'
        f"{escape(doing)}</p></div>{sources(cards)}</section>"
    )


def thread(exchanges: Iterable[Exchange]) -> str:
    """The turns before the last one."""
    return "".join(turn(one) for one in exchanges)


def notice(text: str) -> str:
    """Something that went another way than hoped."""
    return f'<p class="hb-notice" role="alert">{escape(text)}</p>'


def as_text(one: Exchange) -> str:
    """The answer with its sources as plain text, for the clipboard."""
    lines = [one.question, "", one.text]
    if one.cards:
        lines += ["", vi.CHAT["sources"] + ":"]
    for source in one.cards:
        where = ", ".join(part for part in (source.title, source.publisher, vi.day(source.published)) if part)
        lines.append(f"[{source.number}] {where}: “{source.quote}” ({source.source})")
    return "\n".join(lines)
