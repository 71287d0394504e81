"""A question as typed becomes a Query: diacritics restored, a follow-up made standalone, sides told apart."""

import re
from collections.abc import Sequence
from datetime import date

from index.errors import InputError
from index.store import Store
from index.text import has_marks, nfc
from rag.diacritics import restore
from rag.followup import standalone
from rag.periods import periods, wants_latest
from rag.retold import last_said
from rag.rewrite import needed, rewrite
from rag.sides import sides
from rag.types import LLM, Filters, Query, Turn

MOST = 2000
"""Characters read of a question: the longest real ones hold a pasted paragraph; beyond it is a text."""


_PUBLISHED = re.compile(
    r"\b(?:bài|tin)(?: báo| viết| tức)?(?: được)? (?:đăng|ra|xuất bản|phát hành)(?: báo)?\s+"
    r"(?P<how>từ|sau|trước|trong|vào|ngày|tháng|năm|quý|hôm)\b(?P<when>.{1,40})",
    re.IGNORECASE,
)


def understand(
    question: str, history: Sequence[Turn], store: Store, today: date, llm: LLM | None = None
) -> Query:
    """Return what is searched and answered; dates like "năm ngoái" are seen from ``today``.

    ``llm`` words the follow-ups of a talk where its wording keeps to what was said; else the rules do.

    Raises InputError ``question_empty`` or ``question_long``.
    """
    typed = " ".join(nfc(question).split())
    if not typed:
        raise InputError("question_empty")
    if len(typed) > MOST:
        raise InputError("question_long", length=len(typed), most=MOST)
    turns = [Turn(t.role, restore(nfc(t.content), store)) if t.role == "user" else t for t in history]
    asked = restore(typed, store)
    text, carried = standalone(asked, turns)
    if llm is not None and turns and needed(asked, carried):
        ruled, text = text, rewrite(llm, asked, turns, text)
        carried = carried or text != ruled
    return Query(
        typed=typed,
        text=text,
        typed_marks=has_marks(typed),
        sides=sides(text),
        filters=_published(text, today),
        carried=carried,
        spans=tuple((period.start, period.end) for period in periods(text, today)),
        latest=wants_latest(text),
        told=last_said(turns) if carried else "",
    )


def _published(text: str, today: date) -> Filters:
    """A filter only where the question speaks of when articles came out ("bài đăng từ tháng 5/2024")."""
    match = _PUBLISHED.search(text)
    found = periods(f"{match['how']}{match['when']}", today) if match else []
    if not match or not found:
        return Filters()
    how, first, last = match["how"].lower(), found[0], found[-1]
    if how == "trước":
        return Filters(until=first.start)
    if how in ("từ", "sau") and len(found) == 1:
        return Filters(since=first.start)
    return Filters(since=first.start, until=last.end)
