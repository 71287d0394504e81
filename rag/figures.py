"""Figures in Vietnamese news: value, unit, what they measure, and whether result, target, plan or past."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from rag.moments import Moment, moments
from rag.numerals import Numeral, numerals, word_set
from rag.units import PER, noun_at, same_unit, unit_at

Kind = Literal["result", "target", "plan", "past", "unknown"]
Shape = Literal["number", "range", "ratio", "ordinal", "code"]
Approx = Literal["", "about", "more", "less"]

APPROX: tuple[tuple[Approx, str], ...] = (
    ("more", r"hơn|trên|ít nhất|tối thiểu|không dưới|từ"),
    ("less", r"gần|dưới|tối đa|không quá|chưa đến|chưa đầy|chưa tới|nhiều nhất|suýt"),
    ("about", r"khoảng|chừng|xấp xỉ|ước|cỡ|tầm|ngót"),
)
_APPROX = re.compile(r"(?:" + "|".join(f"(?P<{name}>{words})" for name, words in APPROX) + r")\s+$")
_AFTER = re.compile(r"\s*(?:trở lên|trở xuống)")
_ORDINAL = re.compile(r"(?:thứ|hạng|lần thứ|vị trí)\s+$", re.IGNORECASE)
_CODE = re.compile(
    r"(?:(?<!dân )(?<!trong )(?<!tổng )(?<!chỉ )(?<!hệ )(?<!con )(?<!tần )\bsố|quận|phường|khu phố|tổ|"
    r"ấp|thôn|khu|lô|quốc lộ|QL|tỉnh lộ|đường|nghị định|nghị quyết|quyết định|"
    r"điều|khoản|công văn|chỉ thị|thông tư|luật|khóa|khoá|lớp|tàu|biển số|biển kiểm soát|RON|hẻm|ngõ|phòng|"
    r"đợt|tập|vòng|cơ sở|bệnh viện|giai đoạn|nhiệm kỳ|chương trình|dự án|phương án|cấp|loại|vùng|tiểu khu|"
    r"kỳ họp|bão|báo|kênh|đội|quân khu|trạm|cột|lot|khối|mã)\s+(?:số\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?<!\w)(?:số|điều|khoản|quận|phường|lớp)\s+\d+(?:,\s*\d+)*(?:,|\s+và)\s+$", re.IGNORECASE
)
"""What numbers more than one thing: "Quy định số 31, 32"."""
_GLUED = re.compile(r"[^\W\d_][-./]?$")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_]|[“\"(])|\n")
_CLAUSE_END = re.compile(r"[,;:()–]|\s-\s|\n|[.!?…]\s|\s(?:và|nhưng|trong đó|còn|trong khi|gồm)\s")
_MET = r"(?<!vượt )(?<!đạt )(?<!với )(?<!hoàn thành )(?<!so )(?<!% )"
"""A plan or target that was met or compared with is none of this figure."""
_MARKS: tuple[tuple[Kind, str], ...] = (
    (
        "target",
        r"phấn đấu|mục tiêu|(?<!\d )" + _MET + r"chỉ tiêu(?!\s+(?:đạt|vượt))|quyết tâm|đặt ra|đề ra|"
        r"hướng tới|hướng đến|yêu cầu (?:đạt|phải)",
    ),
    (
        "plan",
        _MET
        + r"(?<!sở )kế hoạch(?!\s*[,.;]|\s+(?:và|đầu tư|hóa|hoá))|dự kiến|dự tính|\bsẽ\b|đề xuất|dự thảo|"
        r"phương án|theo thiết kế|quy hoạch|có thể|kiến nghị|đề nghị|dự báo|ước tính đến",
    ),
    (
        "past",
        r"(?:so với )?cùng kỳ|năm (?:ngoái|trước)(?! đó)|trước đây|trước đó|(?:so )?với năm|hồi năm|"
        r"nhiệm kỳ trước",
    ),
    (
        "result",
        r"\bđã\b|\bđạt\b|đến nay|tính đến|thực tế|kết quả|giảm còn|tăng lên|hiện (?:có|nay|là|đã)|vừa qua|"
        r"ghi nhận|thực hiện được|thống kê|làm \w+ (?:người )?(?:chết|bị)|\bđược\b|tổng cộng",
    ),
    ("unknown", r"\bđã\b|đến nay|thực tế|kết quả|\bhiện\b|giảm còn"),
)
_DONE = re.compile(r"(?:\s+\w+){0,4}?\s+đã (?:được )?(?:hoàn thành|đạt|vượt|thực hiện)(?!\w)")
_TO_COME = re.compile(r"(?:\s+\w+){0,9}?\s+(?:được lên kế hoạch|dự kiến|được đề xuất|được quy hoạch)(?!\w)")
"""What follows a figure and says that it was reached, or that it is yet to come."""
_BASE = re.compile(
    r"(?<!\w)với (?:mức )?(?:của )?(?:cùng k[ỳì] )?(?:của )?(?:(?:cuối |đầu )?năm )?$", re.IGNORECASE
)
"""A year that a figure is compared with ("tăng 5 % so với cùng kỳ năm 2018") is not the figure's own."""
_COMPILED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _MARKS}
_MOVES = word_set("lên xuống còn thành sang") | {"tăng lên", "lên đến", "lên tới", "xuống còn", "lên thành"}
_TAIL = re.compile(
    r"(?:\s|^)(?:đạt|là|còn|giảm|tăng|lên|xuống|mức|tới|đến|được|có|khoảng|hơn|gần|trên|dưới|tối đa|"
    r"tối thiểu|"
    r"ít nhất|chỉ|mới|đã|sẽ|bằng|chiếm|từ|với|ở|không quá|ước|cả|tổng cộng|thêm|vượt|phải|phấn đấu|"
    r"dự kiến|vào)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text; ``text[start:end]`` runs from its number to its unit.

    ``high`` is the upper end of a range ("2-5 triệu") or the whole of a ratio ("18/19"). ``unit`` is
    canonical ("đồng", "%", "km") or the counted noun ("đảng viên"); ``per`` is what stands after a
    slash ("người", "năm"). ``role`` tells "từ 37 lên 41,3%" apart. ``measure`` are the words before
    it in its clause, ``year`` the nearest year of its sentence.
    """

    start: int
    end: int
    text: str
    value: Decimal
    high: Decimal | None = None
    unit: str = ""
    per: str = ""
    shape: Shape = "number"
    approx: Approx = ""
    role: Literal["", "old", "new"] = ""
    kind: Kind = "unknown"
    measure: str = ""
    year: int | None = None
    word: bool = False


def figures(text: str, before: str = "") -> tuple[Figure, ...]:
    """All figures of an NFC text in order; dates and clock times are not among them (``moments``).

    ``before`` is text that stands before it in the article: it lends kind and year, no figure.
    """
    whole = f"{before} {text}" if before else text
    shift = len(whole) - len(text)
    dated = moments(whole)
    free = [n for n in numerals(whole) if not any(m.start < n.end and n.start < m.end for m in dated)]
    made = _paired(whole, free)
    described = [_described(whole, figure, dated, made) for figure in made if figure.start >= shift]
    return tuple(replace(f, start=f.start - shift, end=f.end - shift) for f in described)


def _single(text: str, numeral: Numeral) -> Figure:
    """A figure of one number with the unit or noun after it."""
    end, unit, per = numeral.end, "", ""
    head = text[: numeral.start]
    glued = re.match(r"[^\W\d_%°]", text[numeral.end : numeral.end + 1]) is not None
    shape: Shape = "number"
    if _ORDINAL.search(head):
        shape = "ordinal"
    elif (
        numeral.scale == 1
        and not numeral.word
        and (_CODE.search(head) or _GLUED.search(head) or _LISTED.search(head))
    ):
        shape = "code"
    found = unit_at(text, end) if shape == "number" else None
    if found is None and shape == "number" and not glued:
        found = noun_at(text, end)
    elif found is None and glued:
        shape = "code"
    if found:
        unit, end = found
        if after := PER.match(text, end):
            per, end = after[1], after.end()
            while more := re.match(r"/([^\W\d_]+)", text[end:]):
                per, end = f"{per}/{more[1]}", end + more.end()
    start, value = numeral.start, numeral.value
    return Figure(start, end, text[start:end], value, unit=unit, per=per, shape=shape, word=numeral.word)


def _paired(text: str, free: list[Numeral]) -> list[Figure]:
    """Numbers joined into ranges, ratios and old/new pairs; the rest alone."""
    found: list[Figure] = []
    at = 0
    while at < len(free):
        first = free[at]
        pair = _pair(text, first, free[at + 1]) if at + 1 < len(free) else None
        found += pair or [_single(text, first)]
        at += 2 if pair else 1
    return found


def _pair(text: str, one: Numeral, two: Numeral) -> list[Figure] | None:
    gap, head = text[one.end : two.start], text[: one.start]
    joint = gap.strip().lower()
    second = _single(text, two)
    if joint == "/" and not one.word:
        return [replace(second, start=one.start, text=text[one.start : second.end], value=one.value,
                        high=two.value, shape="ratio")]  # fmt: skip
    middle = unit_at(text, one.end)
    if middle and joint:
        joint = text[middle[1] : two.start].strip().lower()
    alone = one.scale != 1 or middle or one.value * two.scale > two.value
    low = one.value if alone else one.value * two.scale
    unit = middle[0] if middle and not second.unit else second.unit
    if middle and second.unit and middle[0] != second.unit:
        return None
    moves = re.search(r"\btừ\s+(?:\w+\s+)?$", head) is not None
    if joint in _MOVES:
        old = Figure(one.start, one.end, text[one.start : one.end], low, unit=unit, role="old", word=one.word)
        return [old, replace(second, unit=unit, role="new")]
    if joint in {"-", "–", "—", "~"} or (joint in {"đến", "tới"} and (moves or not middle)):
        if low < two.value and second.shape == "number":
            return [replace(second, start=one.start, text=text[one.start : second.end], value=low,
                            high=two.value, unit=unit, shape="range")]  # fmt: skip
        if joint in {"-", "–"}:
            return [replace(second, start=one.start, text=text[one.start : second.end], value=one.value,
                            high=two.value, shape="ratio", unit="")]  # fmt: skip
    return None


def _described(text: str, figure: Figure, dated: tuple[Moment, ...], made: list[Figure]) -> Figure:
    head = text[: figure.start]
    sentence = max((m.end() for m in _SENTENCE_END.finditer(head)), default=0)
    stop = _SENTENCE_END.search(text, figure.end)
    approx: Approx = ""
    match = _APPROX.search(head)
    if match and not (match[0].strip() == "từ" and not _AFTER.match(text, figure.end)):
        approx = match.lastgroup  # type: ignore[assignment]
    elif _AFTER.match(text, figure.end):
        approx = "more"
    clause = max((m.end() for m in _CLAUSE_END.finditer(head)), default=0)
    clause = max([clause, *(f.end for f in made if f.end <= figure.start)])
    return replace(
        figure,
        approx=approx,
        kind=_kind(head[sentence:], text[figure.end :], figure),
        measure=_measure(head[clause:]),
        year=_year(text, dated, sentence, figure.start, stop.start() if stop else len(text)),
    )


def _kind(head: str, tail: str, figure: Figure) -> Kind:
    """The last mark before the figure in its sentence wins, but a target outlives "đạt"; before all, what
    is said right behind it: "6/20 chỉ tiêu đã hoàn thành"."""
    if figure.role == "old":
        return "past"
    if _DONE.match(tail):
        return "result"
    if _TO_COME.match(tail):
        return "plan"
    last = {
        kind: max((m.start() for m in mark.finditer(head)), default=-1) for kind, mark in _COMPILED.items()
    }
    if last["past"] > last["result"] and len(head) - last["past"] < 40:
        return "past"
    if last["target"] > last["unknown"]:
        return "target"
    if last["plan"] > last["unknown"] and last["plan"] > last["result"] - 60:
        return "plan"
    return "result" if last["result"] >= 0 else "unknown"


def _measure(head: str, most: int = 10) -> str:
    words = " ".join(head.split()[-most:]).strip(" ,.;:()“”\"'-–")
    while match := _TAIL.search(words):
        words = words[: match.start()].rstrip(" ,")
    return words


def _year(text: str, dated: tuple[Moment, ...], start: int, at: int, end: int) -> int | None:
    inside = [m for m in dated if m.year and start <= m.start < end and not _BASE.search(text[: m.start])]
    before = [m for m in inside if m.start < at]
    chosen = before[-1] if before else (inside[0] if inside else None)
    return chosen.year if chosen else None


def same_figure(claimed: Figure, source: Figure) -> bool:
    """Whether a claimed figure says what the source says, whatever the spelling.

    "60.3 triệu" and "60,3 triệu đồng" agree; "7,05%" and "7,50%" do not; one end of a range does
    not stand for the range.
    """
    if claimed.value != source.value or claimed.high != source.high:
        return False
    if {"code", "ordinal"} & {claimed.shape, source.shape}:
        return True
    if claimed.per and source.per and claimed.per.split("/")[0] not in source.per.split("/"):
        return False
    return same_unit(claimed.unit, source.unit)
