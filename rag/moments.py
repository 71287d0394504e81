"""Dates, months, years and clock times as written: "22-3-2018", "ngày 11/1", "15h chiều 3-1", "quý I"."""

import re
from dataclasses import dataclass, replace

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip

_D, _M, _Y = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>(?:19|20)\d\d)"
_ANY_Y = r"(?P<y>(?:1\d|20)\d\d)"
"""A year of any age, where words around it leave no doubt that it is one."""
_LEFT, _RIGHT, _WHOLE = r"(?<![\w.,/-])", r"(?![\w/-])", r"(?![.,]\d)"
_QUARTER = r"quý\s+(?P<q>[1-4]|IV|I{1,3})"
_MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
_CUE = r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|khuya|mùng|mồng|rạng sáng|hạn|cùng ngày|tháng)"
_WEAK = r"(?:trước|sau|từ|đến|tới|vào|qua|và|là|,|\(|-|–|dịp|lễ|trong|hết|chậm nhất|kỳ nghỉ)"
_BEFORE_YEAR = r"từ|đến|tới|trước|sau|và|hè|xuân|đầu|cuối|giữa|vụ|mùa|thập niên"
_AFTER_YEAR = r"(?=\s*(?:[.,;:)?!]|$|(?:là|và|của|tại|ở|thì|đã|đạt|sẽ|có)\b))"
_NO_COUNT = (
    r"(?!\s?(?:%|người|hộ|tấn|tạ|ha|đồng|USD|đô|triệu|nghìn|ngàn|tỷ|tỉ|suất|lượt|con|căn|chiếc|"
    r"km|m2|kg|lít)(?!\w))"
)
"""What follows a number of things: "mỗi năm 1500 tấn" tells no year."""
_HALF_DAY = r"(?=\s(?:sáng|trưa|chiều|tối|đêm|khuya|ngày|cùng ngày|hôm)\b)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("full", _LEFT + _D + r"\s?(?P<s>[/.-])\s?" + _M + r"\s?(?P=s)\s?(?P<y>\d{4})" + _RIGHT),
    ("iso", _LEFT + _Y + r"-(?P<m>\d\d)-(?P<d>\d\d)" + _RIGHT),
    (
        "words",
        r"(?:ngày|mùng|mồng|hôm)?\s?" + _LEFT + _D + r"\s+tháng\s+" + _M
        + r"(?:,?\s*(?:năm\s+)?" + _ANY_Y + r")?(?![\w/])",
    ),
    ("month", r"tháng\s+" + _M + r"\s?(?:[/.-]|,?\s*năm\s)\s?" + _ANY_Y + _RIGHT),
    ("slash", _LEFT + r"(?P<m>0?[1-9]|1[0-2])/" + _Y + _RIGHT),
    ("quarter", _QUARTER + r"(?:\s?[/-]\s?|\s+năm\s+|\s+)" + _Y + _RIGHT),
    ("quarter", _QUARTER + _RIGHT),
    ("cued", _CUE + r"\s+(?:qua\s+|nay\s+)?\(?" + _D + r"\s?[/-]\s?" + _M + _RIGHT + r"(?!\.\d)(?!\s*%)"),
    (
        "weak",
        r"(?:" + _WEAK + r"\s?|\b)" + _LEFT + _D + "/" + _M + _RIGHT + r"(?=\s*(?:[.,;:)!?”\"–-]|$|năm\s))",
    ),
    (
        "weak",
        r"(?:trước|sau|đến|tới|từ|dịp|lễ|hạn)\s" + _D + "[/-]" + _M + _RIGHT
        + r"(?=\s*(?:[.,;:)!?”\"]|$|và\s|đến\s|tới\s))",
    ),
    ("time", _LEFT + r"(?P<h>\d{1,2})\s?(?:h|:|g|giờ)\s?(?P<n>[0-5]\d)(?:\s?phút|ph?)?(?![\w:])"),
    (
        "time",
        r"(?:lúc|hồi|vào|khoảng lúc|trước|sau)\s+(?:khoảng\s+|gần\s+|hơn\s+)?(?P<h>\d{1,2})\s?(?:h|giờ)"
        r"(?!\w)(?!\s+(?:đồng hồ|kể từ|liên tục))",
    ),
    ("time", _LEFT + r"(?P<h>\d{1,2})\s?(?:h|giờ)" + _HALF_DAY),
    ("day", r"(?:ngày|mùng|mồng)\s+" + _D + _RIGHT + _WHOLE + r"(?!\s*(?:%|công|đêm))"),
    (
        "monthonly",
        r"(?<!\d\s)(?<!\w)tháng\s+(?P<m>\d{1,2}|" + _MONTH_WORDS + ")" + _RIGHT + r"(?!\s+(?:triệu|tỷ|ngày))",
    ),
    ("years", _LEFT + _Y + r"\s?[-–—]\s?(?P<z>(?:19|20)\d\d)" + _RIGHT + _WHOLE),
    (
        "years",
        r"(?:(?:năm|từ|giai đoạn|thời kỳ)\s|\()" + _ANY_Y + r"\s?[-–—]\s?(?P<z>1\d{3})(?!\w)(?!\s\w)"
        + _WHOLE,
    ),
    (
        "year",
        r"(?<!mỗi )(?<!một )(?<!hàng )(?<!hằng )(?:năm|mùa (?:xuân|hè|thu|đông))\s+" + _ANY_Y
        + r"(?!\w)" + _NO_COUNT + _WHOLE,
    ),
    ("year", r"(?:từ|đến|tới|và)\s+(?P<y>1[0-8]\d\d)(?=\s(?:đến|tới)\s\d{4}[.,;:)?]|[.;)?]|$)" + _WHOLE),
    ("year", r"năm\s+1\d{3}\s(?:đến|tới|và)\s+(?P<y>1\d{3})(?=[.,;:)?]|$)" + _WHOLE),
    ("year", r"năm\s+(?P<y>[1-9]\d{2})" + _AFTER_YEAR + _WHOLE),
    ("year", r"(?:năm\s+(?:học\s+)?|[-–/]\s?|\b(?:" + _BEFORE_YEAR + r")\s+)" + _Y + r"(?!\w)" + _WHOLE),
    ("bare", _LEFT + r"(?P<y>(?:19[4-9]|20[0-4])\d)" + _AFTER_YEAR + _WHOLE),
)  # fmt: skip
_RULES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _PATTERNS)
_LIST_BEFORE = re.compile(r"(?<![\w.,/-])(\d{1,2})\s*(?:,|và|đến|tới|hoặc|hay|[-–])\s*$", re.IGNORECASE)
_HALF = re.compile(r"\s*(?:ngày\s+)?(sáng|trưa|chiều|tối|đêm)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or span of the calendar; fields that the text does not give are None."""

    start: int
    end: int
    text: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def is_time(self) -> bool:
        return self.hour is not None


def moments(text: str) -> tuple[Moment, ...]:
    """Every date and clock time of an NFC text in order of place, none overlapping another.

    A list of days shares the month of its last ("13, 14 và 15/4" gives three); a range of years
    gives one moment a year. Spans start at the first digit or at "tháng", "quý".
    """
    taken = [False] * len(text)
    found: list[Moment] = []
    for name, rule in _RULES:
        for match in rule.finditer(text):
            made = _moments_of(name, text, match)
            if made and not any(any(taken[m.start : m.end]) for m in made):
                found += made
                for moment in made:
                    taken[moment.start : moment.end] = [True] * (moment.end - moment.start)
    for moment in [m for m in found if m.day and m.month]:
        listed = _days_before(text, moment)
        found = [m for m in found if not any(m.start == day.start for day in listed)] + listed
    return tuple(sorted(found, key=lambda m: m.start))


def _moments_of(name: str, text: str, match: re.Match[str]) -> list[Moment]:
    part = {key: value for key, value in match.groupdict().items() if value}
    start = min(match.start(key) for key in part if key != "s")
    if name in {"month", "monthonly", "quarter"}:
        start = match.start()
    if name == "years":
        y, z = int(part["y"]), int(part["z"])
        ends = (match.end("y"), match.end("z"))
        return [
            Moment(start, ends[0], part["y"], year=y),
            Moment(match.start("z"), ends[1], part["z"], year=z),
        ] if y < z else []  # fmt: skip
    month = part.get("m", "")
    day = int(part["d"]) if "d" in part else None
    number = MONTHS.get(month.lower(), 0) if month and not month.isdigit() else int(month or 0)
    hour = int(part["h"]) if "h" in part else None
    if (month and not 1 <= number <= 12) or (day is not None and not 1 <= day <= 31):
        return []
    if hour is not None and hour > 24:
        return []
    half = _HALF.match(text, match.end()) if hour is not None else None
    if half and half[1].lower() in {"chiều", "tối", "đêm"} and hour is not None and 1 <= hour < 12:
        hour += 12 if half[1].lower() != "đêm" or hour > 6 else 0
    quarter = part.get("q", "")
    return [
        Moment(
            start, match.end(), text[start : match.end()], day, number or None,
            int(part["y"]) if "y" in part else None,
            (ROMAN.get(quarter.upper()) or int(quarter)) if quarter else None,
            hour, int(part.get("n", 0)) if hour is not None else None,
        )
    ]  # fmt: skip


def _days_before(text: str, moment: Moment) -> list[Moment]:
    """Days listed before a full date, which lend its month and year."""
    found: list[Moment] = []
    at = moment.start
    while (match := _LIST_BEFORE.search(text[:at])) and 1 <= int(match[1]) <= 31:
        at, end = match.span(1)
        found.append(replace(moment, start=at, end=end, text=match[1], day=int(match[1])))
    return found


def same_moment(claimed: Moment, source: Moment) -> bool:
    """Whether ``source`` says all that is claimed, as far as it says it: "15/4" fits "15/4/2019".

    A claimed year that the source's date lacks is not against it; a different field is. Clock
    times fit across "7 giờ tối" and "19h".
    """
    if claimed.is_time or source.is_time:
        if claimed.hour is None or source.hour is None or claimed.minute != source.minute:
            return False
        return claimed.hour == source.hour or abs(claimed.hour - source.hour) == 12
    shared = 0
    for field in ("day", "month", "year", "quarter"):
        mine, theirs = getattr(claimed, field), getattr(source, field)
        if mine is not None and theirs is not None:
            if mine != theirs:
                return False
            shared += 1
        elif mine is not None and field != "year":
            return False
    return shared > 0
