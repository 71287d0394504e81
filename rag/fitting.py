"""What may answer one side of a question: a figure of the measure, place and year asked, and no other.

A side is asked in words that the other side lent it, so its best sentence may well speak of something
else: "230 đảng viên" where a share of insured people was asked, the other district's share, last
year's. Such a side is told as not found rather than answered with another figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.abbreviations import keys
from index.text import fold, syllables
from index.types import Span
from rag.answering import fitting_figures
from rag.figures import Figure
from rag.leaning import sentence_before
from rag.moments import moments
from rag.names import name_key, names
from rag.side_labels import side_labels
from rag.slots import content, entities
from rag.types import Evidence
from rag.units import unit_at
from rag.wanted import Wanted, all_wanted

MOST = 0.75
"""Share of the asked measure's syllables that must stand in or just before the sentence, or in its title:
"diện tích rừng trồng" is not answered by "diện tích chè"."""
LONG = 3
"""Syllables at which a counted noun may be cut short ("trạm quan trắc không" of "không khí")."""
FITS = 0.2
"""Chance given at least to a figure whose own clause names the measure and whose text names the place."""
_MEASURED = frozenset({"money", "percent", "count", "number", "distance", "area", "quantity", "age"})
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:thực tế|kết quả|kế hoạch|chỉ tiêu|mục tiêu|số lượng|số lượt|hiện nay|bình quân|đầu người|"
    r"phần trăm|(?:sau |trước )?(?:khi )?điều chỉnh|tỷ lệ|tỉ lệ|(?:đầu |cuối )?(?:năm|tháng|quý|kỳ)|ngày|"
    r"mức|tổng|số|người|theo|tính đến|so với|hộ(?= nghèo)|"
    r"(?:đặt|đạt|giao|làm|gây|khiến|còn|được|tiền|đồng)(?=\s*$))\b",
    re.IGNORECASE,
)
"""Words that many measures share, or that say when and by whom."""
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"chết", "tử vong", "thiệt mạng", "tử nạn"}),
    frozenset({"vốn", "kinh phí", "mức đầu tư"}),
    frozenset({"lương", "thu nhập"}),
)
_RESPECTIVE = re.compile(r"\b(?:lần lượt|tương ứng)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+|[.,;]")
_PAUSE = re.compile(r"[,;:](?!\d)|\.\s")
_PARTED = re.compile(r"[,;:]|\d")
_MOVED = re.compile(r"[^,;.]{0,40}?\b(?:xuống|lên|còn|thành)\b")
_CLAIMED = re.compile(r"\d[\d.,]*\s?[^\d,;:]{0,30}$")
"""A figure just before a year has it: "186.000 lượt trong năm 2024, tăng 24%"."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One side: what it wants, its measure's syllables before and behind "bao nhiêu", its year and names.

    ``names`` are its own, ``others`` those that only its sibling has.
    """

    question: str
    want: Wanted
    head: tuple[tuple[str, ...], ...]
    tail: tuple[tuple[str, ...], ...]
    year: int | None
    names: frozenset[str]
    others: frozenset[str]


def fitting(sides: Sequence[str], evidence: Sequence[Sequence[Evidence]]) -> list[tuple[Evidence, ...]]:
    """For each side its evidence that holds a figure of what it asks, the span set to that figure.

    A side that asks for no figure keeps all that does not speak of its sibling's place alone.
    """
    alike = any(side_labels(sides))
    named = [frozenset(_key(name.text) for name in names(side) if name.sure) for side in sides]
    found = []
    for at, (side, offered) in enumerate(zip(sides, evidence, strict=True)):
        whole = f" {' '.join(syllables(side))} "
        theirs = (name for i, some in enumerate(named) if i != at and alike for name in some)
        others = frozenset(name for name in theirs if f" {name} " not in whole)
        asked = _asked(side.rstrip(" ?"), named[at], others)
        found.append(tuple(kept for one in offered if (kept := _kept(asked, one))))
    return found


def _asked(side: str, own: frozenset[str], others: frozenset[str]) -> _Asked:
    want = all_wanted(side)[0]
    years = {moment.year for moment in moments(side) if moment.year}
    text = side
    sure = [(name.start, name.end) for name in names(side) if name.sure]
    for start, end in [(one.start, one.end) for one in entities(side)] + sure:
        text = text[:start] + " " * (end - start) + text[end:]
    text = re.sub(r"\([^)]*\)|^theo [^,]*,", " ", text, flags=re.IGNORECASE)
    cut = _HOW_MANY.search(text)
    head, tail = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
    if unit := unit_at(text, cut.end()) if cut else None:
        tail = text[unit[1] :]
    elif want.noun and tail.lower().lstrip().startswith(want.noun):
        tail = tail.lstrip()[len(want.noun) :]
        if len(want.noun.split()) >= LONG:  # cut short: its last syllable is left
            tail = tail.partition(" ")[2].partition(" ")[2]
    return _Asked(
        side,
        want,
        _own(head),
        _own(tail),
        years.pop() if len(years) == 1 else None,
        own,
        others,
    )


def _own(text: str) -> tuple[tuple[str, ...], ...]:
    """The measure's own words: runs of syllables that stand side by side."""
    runs: list[list[str]] = [[]]
    meant = set(content(text))
    for word in _WORD.findall(_LOOSE.sub(" . ", text)):
        if word.lower() in meant and not word[0].isdigit():
            runs[-1] += syllables(word)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)


def _kept(asked: _Asked, evidence: Evidence) -> Evidence | None:
    before = _before(evidence)
    if _of_sibling(asked, evidence, before):
        return None
    if asked.want.kind not in _MEASURED:
        return evidence
    near = f"{evidence.article.heading} {before} {evidence.text}"
    if _share(asked.tail, evidence.text) < MOST or _share(asked.head, near) < MOST:
        return None
    formed = fitting_figures(asked.want, evidence.text, before)
    fit = [f for f in formed if _of_year(asked, f, evidence.text)]
    if not fit:
        return None
    clauses = [_clause(evidence.text, figure) for figure in fit]
    told = [
        f for f, clause in zip(fit, clauses, strict=True) if asked.head and _share(asked.head, clause) >= MOST
    ]
    if told and asked.others and _of_own(asked, evidence, before):
        evidence = replace(evidence, probability=max(evidence.probability, FITS))
    if pair := _paired(asked, fit, evidence):
        return replace(evidence, span=Span(pair.start, pair.end))
    better = told if told and len(told) < len(fit) else fit
    span = evidence.span
    if len(better) == len(formed) or (span and any(_overlap(f, span) for f in better)):
        return evidence
    return replace(evidence, span=Span(better[0].start, better[0].end))


def _clause(text: str, figure: Figure) -> str:
    """The words from the comma or semicolon before a figure to the one behind it."""
    before = max((m.end() for m in _PAUSE.finditer(text, 0, figure.start)), default=0)
    behind = _PAUSE.search(text, figure.end)
    return text[before : behind.start() if behind else len(text)]


def _overlap(figure: Figure, span: Span) -> bool:
    return figure.start < span.end and span.start < figure.end


def _of_sibling(asked: _Asked, evidence: Evidence, before: str) -> bool:
    """Whether the nearest text that names either side's place names only the sibling's."""
    nearest = _nearest(asked, evidence, before)
    return nearest is not None and not nearest & asked.names


def _of_own(asked: _Asked, evidence: Evidence, before: str) -> bool:
    nearest = _nearest(asked, evidence, before)
    return nearest is not None and bool(nearest & asked.names)


def _nearest(asked: _Asked, evidence: Evidence, before: str) -> frozenset[str] | None:
    """The names of both sides in the sentence, else the one before, else the title; None for none."""
    if not asked.names or not asked.others:
        return None
    for text in (evidence.text, before, evidence.article.heading):
        words = f" {' '.join(syllables(text))} "
        if held := frozenset(name for name in asked.names | asked.others if f" {name} " in words):
            return held
    return None


def _of_year(asked: _Asked, figure: Figure, text: str) -> bool:
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


def _share(asked: Sequence[Sequence[str]], text: str) -> float:
    """Share of the asked syllables that a text holds beside a neighbour of theirs, as two make a word.

    An abbreviation counts as what it stands for.
    """
    if not asked:
        return 1.0
    words = syllables(text)
    if wanted := set(keys([fold(word) for run in asked for word in run])):
        return float(bool(wanted & set(keys([fold(word) for word in words]))))
    whole = f" {' '.join(words)} "
    held = [_held(run, at, whole) for run in asked for at in range(len(run))]
    return sum(held) / len(held)


def _held(run: Sequence[str], at: int, whole: str) -> bool:
    if group := next((group for group in _ALIKE if run[at] in group), None):
        return any(f" {form} " in whole for form in group)
    pairs = [f"{one} {two}" for one, two in pairwise(run[max(0, at - 1) : at + 2])]
    return any(f" {pair} " in whole for pair in pairs or [run[at]])


def _paired(asked: _Asked, figures: Sequence[Figure], evidence: Evidence) -> Figure | None:
    """ "A và B lần lượt có 37 và 52 ca": the second figure belongs to the second name."""
    match = _RESPECTIVE.search(evidence.text)
    if match is None:
        return None
    told = sorted((f for f in figures if f.start >= match.end()), key=lambda f: f.start)
    listed = (
        [name for name in names(evidence.text) if name.end <= match.start()][-len(told) :] if told else []
    )
    places = [at for at, name in enumerate(listed) if _key(name.text) in asked.names]
    return told[places[0]] if len(listed) == len(told) and len(places) == 1 else None


def _key(name: str) -> str:
    """Marks kept: Vân Hà and Vân Hạ are two places."""
    return " ".join(name_key(name))


def _before(evidence: Evidence) -> str:
    before = sentence_before(evidence.article, evidence.start)
    return evidence.article.text[before.start : before.end] if before else ""
