"""What may answer one side of a question: a figure of the measure, place and year asked, and no other.

A side is asked in words that the other side lent it, so its best sentence may well speak of something
else: "230 đảng viên" where a share of insured people was asked, the other district's share, last
year's. Such a side is told as not found rather than answered with another figure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.text import syllables
from index.types import Span
from rag.answering import fitting_figures
from rag.asked_side import AskedSide, asked_side, is_total, key, share, tells_cost
from rag.figures import Figure
from rag.leaning import sentence_before
from rag.moments import moments
from rag.names import names
from rag.quoting import Finding
from rag.side_labels import side_labels
from rag.types import Evidence

MOST = 0.66
"""Share of the asked measure's syllables that must stand in or just before the sentence, or in its title:
"diện tích rừng trồng" is not answered by "diện tích chè"."""
SURE = 0.6
"""Chance from which a figure of the asked unit or noun need not be told in the question's own verbs."""
FITS = 0.2
"""Chance given at least to a figure whose own clause names the measure and whose text names the place."""
_MEASURED = frozenset({"money", "percent", "count", "number", "distance", "area", "quantity", "age"})
_RESPECTIVE = re.compile(r"\b(?:lần lượt|tương ứng)\b", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:](?!\d)|\.\s")
_PARTED = re.compile(r"[,;:]|\d")
_MOVED = re.compile(r"[^,;.]{0,40}?\b(?:xuống|lên|còn|thành)\b")
_CLAIMED = re.compile(r"\d[\d.,]*\s?[^\d,;:]{0,30}$")
"""A figure just before a year has it: "186.000 lượt trong năm 2024, tăng 24%"."""


def fitted(findings: Sequence[Finding]) -> list[Finding]:
    """Each side with the evidence that speaks of what it asks."""
    kept = fitting([f.question for f in findings], [f.evidence for f in findings])
    return [replace(f, evidence=some) for f, some in zip(findings, kept, strict=True)]


def fitting(sides: Sequence[str], evidence: Sequence[Sequence[Evidence]]) -> list[tuple[Evidence, ...]]:
    """For each side its evidence that holds a figure of what it asks, the span set to that figure.

    A side that asks for no figure keeps all that does not speak of its sibling's place alone.
    """
    alike = any(side_labels(sides))
    named = [frozenset(key(name.text) for name in names(side) if name.sure) for side in sides]
    found = []
    for at, (side, offered) in enumerate(zip(sides, evidence, strict=True)):
        whole = f" {' '.join(syllables(side))} "
        theirs = (name for i, some in enumerate(named) if i != at and alike for name in some)
        others = frozenset(name for name in theirs if f" {name} " not in whole)
        asked = asked_side(side.rstrip(" ?"), named[at], others)
        fit = [kept for one in offered if (kept := _kept(asked, one))]
        found.append(tuple(sorted(fit, key=lambda one: (not _whole_cost(asked, one), -one.probability))))
    return found


def _kept(asked: AskedSide, evidence: Evidence) -> Evidence | None:
    before = _before(evidence)
    if _of_sibling(asked, evidence, before):
        return None
    if asked.want.kind not in _MEASURED:
        return evidence
    near = f"{evidence.article.heading} {before} {evidence.text}"
    sure = (asked.plain and evidence.probability >= SURE) or _tells_total(asked, evidence)
    if share(asked.tail, evidence.text) < MOST or (share(asked.head, near) < MOST and not sure):
        return None
    if asked.cost and not sure and not tells_cost(near):
        return None
    formed = fitting_figures(asked.want, evidence.text, before)
    fit = [f for f in formed if _of_year(asked, f, evidence.text)]
    if not fit:
        return None
    told = [figure for figure in fit if _told(asked, evidence.text, figure)]
    if told and asked.others and _of_own(asked, evidence, before):
        evidence = replace(evidence, probability=max(evidence.probability, FITS))
    if pair := _paired(asked, fit, evidence):
        return replace(evidence, span=Span(pair.start, pair.end))
    better = told if told and len(told) < len(fit) else fit
    span = evidence.span
    if (len(better) == len(formed) and not asked.cost) or (span and any(_overlap(f, span) for f in better)):
        return evidence
    return replace(evidence, span=Span(better[0].start, better[0].end))


def _tells_total(asked: AskedSide, evidence: Evidence) -> bool:
    """Whether a likely sentence says what a thing costs in all, by whatever words the question asks it."""
    text = evidence.text
    formed = fitting_figures(asked.want, text) if asked.cost and evidence.probability >= FITS else []
    return any(is_total(text, figure.start) for figure in formed)


def _told(asked: AskedSide, text: str, figure: Figure) -> bool:
    """Whether a figure's own clause names the measure, and before it no thing but the side's own."""
    if asked.cost:
        return is_total(text, figure.start)
    start, end = _clause(text, figure)
    if asked.others and _of_another(asked, text, start, figure.start):
        return False
    measure = asked.head or asked.tail
    return bool(measure) and share(measure, text[start:end]) >= MOST


def _of_another(asked: AskedSide, text: str, start: int, end: int) -> bool:
    """Whether a clause names, before its figure, a thing of the side's own sort that the side does not."""
    sorts = {name.kind for name in names(asked.question) if name.sure}
    own = {key(name.text) for name in names(asked.question)}
    return any(
        start <= name.start and name.end <= end and name.kind in sorts and key(name.text) not in own
        for name in names(text)
        if name.sure and not name.text.isupper()
    )


def _whole_cost(asked: AskedSide, evidence: Evidence) -> bool:
    """Parts of a cost are told beside the whole: the whole comes first."""
    return asked.cost and evidence.span is not None and is_total(evidence.text, evidence.span.start)


def _clause(text: str, figure: Figure) -> tuple[int, int]:
    """Where the words begin and end between the commas or semicolons around a figure."""
    before = max((m.end() for m in _PAUSE.finditer(text, 0, figure.start)), default=0)
    behind = _PAUSE.search(text, figure.end)
    return before, behind.start() if behind else len(text)


def _overlap(figure: Figure, span: Span) -> bool:
    return figure.start < span.end and span.start < figure.end


def _of_sibling(asked: AskedSide, evidence: Evidence, before: str) -> bool:
    """Whether the nearest text that names either side's place names only the sibling's."""
    nearest = _nearest(asked, evidence, before)
    return nearest is not None and not nearest & asked.names


def _of_own(asked: AskedSide, evidence: Evidence, before: str) -> bool:
    nearest = _nearest(asked, evidence, before)
    return nearest is not None and bool(nearest & asked.names)


def _nearest(asked: AskedSide, evidence: Evidence, before: str) -> frozenset[str] | None:
    """The names of both sides in the sentence, else the one before, else the title; None for none."""
    if not asked.names or not asked.others:
        return None
    for text in (evidence.text, before, evidence.article.heading):
        words = f" {' '.join(syllables(text))} "
        if held := frozenset(name for name in asked.names | asked.others if f" {name} " in words):
            return held
    return None


def _of_year(asked: AskedSide, figure: Figure, text: str) -> bool:
    """Whether a figure is of the asked year; without one the old value of a change is not meant."""
    dated = [m for m in moments(text) if m.year]
    old = figure.role == "old" or (
        text[: figure.start].endswith("từ ") and _MOVED.match(text, figure.end) is not None
    )
    if asked.year is None or all(m.year != asked.year for m in dated):
        return not old
    behind = next((m for m in dated if m.start >= figure.end), None)
    if behind and not _PARTED.search(text, figure.end, behind.start):
        return behind.year == asked.year
    ahead = [m for m in dated if m.end <= figure.start]
    if ahead:
        claimed = _CLAIMED.search(text, 0, ahead[-1].start) is not None
        return (ahead[-1].year == asked.year) != claimed
    return not old


def _paired(asked: AskedSide, figures: Sequence[Figure], evidence: Evidence) -> Figure | None:
    """ "A và B lần lượt có 37 và 52 ca": the second figure belongs to the second name."""
    match = _RESPECTIVE.search(evidence.text)
    if match is None:
        return None
    told = sorted((f for f in figures if f.start >= match.end()), key=lambda f: f.start)
    listed = (
        [name for name in names(evidence.text) if name.end <= match.start()][-len(told) :] if told else []
    )
    places = [at for at, name in enumerate(listed) if key(name.text) in asked.names]
    return told[places[0]] if len(listed) == len(told) and len(places) == 1 else None


def _before(evidence: Evidence) -> str:
    before = sentence_before(evidence.article, evidence.start)
    return evidence.article.text[before.start : before.end] if before else ""
