"""What one side of a question asks of a text: its measure's own words, its year and its names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.abbreviations import keys
from index.text import fold, syllables
from rag.moments import moments
from rag.names import name_key, names
from rag.pairs import MEASURE, PERIOD
from rag.slots import content, entities
from rag.units import unit_at
from rag.wanted import Wanted, all_wanted

LONG = 3
"""Syllables at which a counted noun may be cut short ("trạm quan trắc không" of "không khí")."""
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
    frozenset({"xong", "hoàn thành", "thực hiện"}),
)
_WORD = re.compile(r"\w+|[.,;]")
_SAID_BY = re.compile(r"\([^)]*\)|^theo [^,]*,|(?<!\w)(?:nói|cho biết|cho hay)(?!\w)", re.IGNORECASE)
_MONEY = re.compile(r"^\s*(?:tiền|tỷ|tỉ|triệu|nghìn|ngàn)\b(?:\s+đồng\b)?", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r"^[^?]*[,:]\s+(?=\S|$)")
"""What stands before the clause that asks: "đợt mưa lũ đầu năm 2019, …"."""
_TIME = re.compile(rf"(?:\b(?:sau|tới|đến|từ|tính đến|trong)\s+)?\b{PERIOD.pattern}", re.IGNORECASE)
_COST = re.compile(
    r"\b(?:(?:dự kiến|tổng|tốn|hết|vốn|kinh phí|chi phí|mức|đầu tư|trị giá|cần|"
    r"(?:cao|thấp|nhiều|ít) nhất)\s*)+$",
    re.IGNORECASE,
)
_PAID = re.compile(r"\b(?:tốn|hết|vốn|kinh phí|chi phí|đầu tư|trị giá)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\btổng\s+(?:(?:mức|số|giá trị|dự toán)\s+)*(?:vốn|kinh phí|chi phí|đầu tư|mức đầu tư)\b[^,;.\d]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedSide:
    """One side: what it wants, its measure's syllables before and behind "bao nhiêu", its year and names.

    ``names`` are its own, ``others`` those that only its sibling has. ``cost``: it asks what something
    costs, in whatever words.
    """

    question: str
    want: Wanted
    head: tuple[tuple[str, ...], ...]
    tail: tuple[tuple[str, ...], ...]
    year: int | None
    names: frozenset[str]
    others: frozenset[str]
    cost: bool = False

    @property
    def plain(self) -> bool:
        """Whether the unit or the noun that is counted says already what kind of figure is meant."""
        return self.cost or bool(self.want.unit or self.want.noun)


def asked_side(side: str, own: frozenset[str], others: frozenset[str]) -> AskedSide:
    want = all_wanted(side)[0]
    years = {moment.year for moment in moments(side) if moment.year}
    text = side
    sure = [(name.start, name.end) for name in names(side) if name.sure]
    for start, end in [(one.start, one.end) for one in entities(side)] + sure:
        text = text[:start] + " " * (end - start) + text[end:]
    text = _TIME.sub(" . ", _SAID_BY.sub(" ", text))
    cut = _HOW_MANY.search(text)
    head, tail = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
    head = head if MEASURE.match(head) else _CIRCUMSTANCE.sub("", head)
    cost = _COST.search(head) if want.kind == "money" else None
    if cost and (cost := cost if _PAID.search(cost.group()) else None):
        head = head[: cost.start()]
    if unit := unit_at(text, cut.end()) if cut else None:
        tail = text[unit[1] :]
    elif want.noun and tail.lower().lstrip().startswith(want.noun):
        tail = tail.lstrip()[len(want.noun) :]
        if len(want.noun.split()) >= LONG:  # cut short: its last syllable is left
            tail = tail.partition(" ")[2].partition(" ")[2]
    if want.kind == "money":
        tail = _MONEY.sub("", tail)
    return AskedSide(
        side,
        want,
        _own(head),
        _own(tail),
        years.pop() if len(years) == 1 else None,
        own,
        others,
        cost is not None,
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


def share(asked: Sequence[Sequence[str]], text: str) -> float:
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


def tells_cost(text: str) -> bool:
    """Whether a text speaks of what something costs, in any of its words."""
    return _PAID.search(text) is not None


def is_total(text: str, start: int) -> bool:
    """Whether the figure at ``start`` is said to be the whole cost: "tổng mức đầu tư 57.000 tỉ đồng"."""
    return _TOTAL.search(text, 0, start) is not None


def key(name: str) -> str:
    """Marks kept: Vân Hà and Vân Hạ are two places."""
    return " ".join(name_key(name))
