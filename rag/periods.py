"""Calendar spans that a text speaks of: years, quarters, months, days, and "năm ngoái" seen from a date."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rag.moments import Moment, moments


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Both days included; earlier sorts first. ``text`` is how the text names it."""

    start: date
    end: date
    text: str


_RELATIVE: tuple[tuple[str, Callable[[date], tuple[date, date]]], ...] = (
    (r"năm (?:ngoái|trước|rồi|vừa qua)", lambda day: _year(day.year - 1)),
    (r"năm nay", lambda day: _year(day.year)),
    (r"(?:sang năm|năm (?:sau|tới))", lambda day: _year(day.year + 1)),
    (r"tháng (?:trước|rồi|vừa qua)", lambda day: _month(*_back(day.year, day.month, 1))),
    (r"tháng này", lambda day: _month(day.year, day.month)),
    (r"quý (?:trước|rồi|vừa qua)", lambda day: _quarter(*_back_quarter(day))),
    (r"quý này", lambda day: _quarter(day.year, (day.month + 2) // 3)),
    (r"tuần (?:trước|rồi|vừa qua)", lambda day: _week(day - timedelta(days=7))),
    (r"tuần này", lambda day: _week(day)),
    (r"hôm qua", lambda day: (day - timedelta(days=1), day - timedelta(days=1))),
    (r"hôm nay|sáng nay|chiều nay|tối nay", lambda day: (day, day)),
)
_RULES = tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), span) for words, span in _RELATIVE)
_LATEST = re.compile(
    r"(?<!\w)(?:mới nhất|gần đây nhất|gần đây|hiện nay|hiện tại|mới đây)(?!\w)",
    re.IGNORECASE,
)


def periods(text: str, published: date | None = None) -> list[Period]:
    """The spans in order of place; what has no year is seen from ``published``, and left out without it."""
    found: list[tuple[int, Period]] = []
    for moment in moments(text):
        if not moment.is_time and (span := _span(moment, published)):
            found.append((moment.start, Period(*span, moment.text)))
    if published:
        for rule, span_of in _RULES:
            found += [
                (match.start(), Period(*span_of(published), match.group())) for match in rule.finditer(text)
            ]
    return [period for _, period in sorted(found, key=lambda pair: pair[0])]


def wants_latest(text: str) -> bool:
    """Whether a question asks for how things stand last ("mới nhất", "hiện nay")."""
    return _LATEST.search(text) is not None


def overlap(first: Period, second: Period) -> bool:
    """Whether two spans share a day."""
    return first.start <= second.end and second.start <= first.end


def _span(moment: Moment, seen: date | None) -> tuple[date, date] | None:
    year = moment.year or (seen.year if seen else None)
    if year is None:
        return None
    if moment.quarter:
        return _quarter(year, moment.quarter)
    if moment.month is None:
        return _year(year) if moment.day is None else None
    if moment.day is None:
        return _month(year, moment.month)
    if moment.day > monthrange(year, moment.month)[1]:
        return None
    day = date(year, moment.month, moment.day)
    return day, day


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _quarter(year: int, quarter: int) -> tuple[date, date]:
    return date(year, 3 * quarter - 2, 1), _month(year, 3 * quarter)[1]


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _back(year: int, month: int, months: int) -> tuple[int, int]:
    whole = 12 * year + month - 1 - months
    return whole // 12, whole % 12 + 1


def _back_quarter(day: date) -> tuple[int, int]:
    year, month = _back(day.year, day.month, 3)
    return year, (month + 2) // 3
