"""The date of an article: from a date line, metadata or its opening words; None rather than guessed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

OLDEST, NEWEST = 1945, 2100  # a year outside is a misreading

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january", "một", "giêng"),
            ("feb", "february", "hai"),
            ("mar", "march", "ba"),
            ("apr", "april", "tư", "bốn"),
            ("may", "năm"),
            ("jun", "june", "sáu"),
            ("jul", "july", "bảy", "bẩy"),
            ("aug", "august", "tám"),
            ("sep", "sept", "september", "chín"),
            ("oct", "october", "mười"),
            ("nov", "november", "mười một"),
            ("dec", "december", "mười hai", "chạp"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
_DMY = r"(?P<d2>\d{1,2})\s?[-/.]\s?(?P<m2>\d{1,2})\s?[-/.]\s?(?P<y2>\d{4})(?!\d)"
_LONG = r"(?P<d3>\d{1,2})\s+tháng\s+(?P<m3>\d{1,2})\s*(?:,|năm|-|/|\s)\s*(?:năm\s+)?(?P<y3>\d{4})(?!\d)"
_NAMED = rf"(?P<d4>\d{{1,2}})\s+(?:tháng\s+)?(?P<m4>{_MONTH})\.?,?\s+(?P<y4>\d{{4}})(?!\d)"
_ENGLISH = rf"(?P<m5>{_MONTH})\.?\s+(?P<d5>\d{{1,2}}),?\s+(?P<y5>\d{{4}})(?!\d)"
_DATE = re.compile(rf"(?<![\d/.-])(?:{_ISO}|{_DMY}|{_LONG}|{_NAMED}|{_ENGLISH})", re.IGNORECASE)
_STAMP = re.compile(r"\d{8}T\d{6}|\d{14}")

_WEEKDAY = (
    r"(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|t[2-7]|cn|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))"
)
_CLOCK = r"\d{1,2}\s*[:hg]\s*\d{2}(?:\s*[:']\s*\d{2})?\s*(?:phút|giờ)?(?:\.\d+)?"
_LABEL = (
    r"(?:ngày\s+(?:đăng|đăng tin|cập nhật|xuất bản|viết|gửi)|đăng\s+(?:lúc|ngày|bởi)|"
    r"cập\s*nhật(?:\s+(?:lúc|ngày|lần cuối))?|"
    r"(?:được\s+)?gửi\s+(?:vào|lúc|ngày)|xuất bản(?:\s+(?:lúc|ngày))?|"
    r"thời gian|posted(?:\s+on)?|updated|published|ngày|lúc|vào)"
)
_ZONE = r"(?:\(?(?:gmt|utc)\s*[+-]?\s*\d{0,2}(?::\d{2})?\)?|z|[+-]\d{2}:?\d{2})"
_PART = r"(?:sáng|trưa|chiều|tối|đêm|am|pm|sa|ch)"
_NOISE = re.compile(
    rf"{_WEEKDAY}|{_CLOCK}|{_LABEL}|{_ZONE}|(?<!\w){_PART}(?!\w)|[\s|,:;.()\[\]–—•·/-]", re.IGNORECASE
)
_SENDER = re.compile(r"^[\w.@-]{2,30}\s+(?=(?:đã\s+)?(?:gửi|đăng)\s+(?:vào|lúc|ngày))", re.IGNORECASE)

_CREDIT = re.compile(  # "Vân Khê, 05.04.2025 – Bài và ảnh: …" dates an article as a date line does
    r"(?:^|[\s–—|-])(?:bài|tin|ảnh|bài và ảnh|tin và ảnh|tin, ảnh|bài, ảnh|tác giả|nguồn|cập nhật)\s*:",
    re.IGNORECASE,
)

_DAY = r"(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})"
_OPENING = re.compile(
    r"^(?:\(?[\w.&]{2,12}(?:\s[\w.&]{2,12}){0,3}\)?\s*[-–—:]\s*)?"
    r"(?:(?:vào|trong|rạng|hôm)\s+)?(?:(?:sáng|trưa|chiều|tối|đêm|khuya)\s+)?(?:(?:thứ\s+\w+|chủ nhật),?\s+)?"
    rf"(?:ngày\s+)?(?:{_DAY}(?:\s?[-/.]\s?(?P<year>\d{{4}}))?)(?![\d/.-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?![\d,]|\.\d)")
_TERM = re.compile(r"\d{4}\s*[-–—]\s*\d{4}")  # "nhiệm kỳ 2020 - 2025" dates nothing
_AHEAD = re.compile(
    r"(?:nhiệm vụ|kế hoạch|phương hướng|chương trình công tác)\s+(?:\w+\s+){0,3}?"
    r"năm\s+(?P<year>20\d{2})(?!\s*[-–])",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"(?P<months>[369]|11)\s+tháng(?:\s+đầu)?\s+năm\s+(?P<year>20\d{2})", re.IGNORECASE)


def parse(text: str) -> date | None:
    """Return the first date of a metadata value: ISO, d/m/Y, "11 tháng 1 năm 2024", "Jan 11, 2024"."""
    stamp = _STAMP.search(text)
    if stamp is not None and not _DATE.search(text):
        return _date(stamp.group()[:4], stamp.group()[4:6], stamp.group()[6:8])
    return next(_dates(text), None)


def dateline(line: str) -> date | None:
    """Return the date of a line that says nothing else: weekday, hour and "gửi vào" are no more."""
    if len(line) > 120:
        return None
    found = _DATE.search(line)
    if found is None:
        return None
    rest = _SENDER.sub("", line[: found.start()]) + " " + line[found.end() :]
    rest = _DATE.sub(" ", rest)  # "đăng 1/2/2024, cập nhật 2/2/2024": the first counts
    return None if _NOISE.sub("", rest) else _read(found)


def published(metadata: str | None, lines: Sequence[str], title: str) -> date | None:
    """Return when an article appeared.

    ``metadata`` (of a page, a file or an export's column) wins, then a date line near the top or
    the end, then the opening words of the body ("Ngày 15/9/2023, …") if nothing in the text is
    younger; an opening without a year ("Chiều 10/01") takes it from a date line, a full date of
    the same day, or from what the meeting reviews and plans. None when nothing says it.
    """
    given = parse(metadata) if metadata else None
    if given is not None:
        return given
    for line in [*lines[:12], *reversed(lines[-6:])]:
        found = dateline(line)
        if found is not None:
            return found
    for line in [*lines[:6], *reversed(lines[-4:])]:
        if len(line.split()) <= 16 and _CREDIT.search(line):
            found = next(_dates(line), None)
            if found is not None:
                return found
    return _opening(lines, title)


def _opening(lines: Sequence[str], title: str) -> date | None:
    body = [line for line in lines if line != title and len(line.split()) > 11][:2]
    text = "\n".join(lines)
    for line in body:
        found = _OPENING.match(line)
        if found is None:
            continue
        day, month, year = found["day"], found["month"], found["year"]
        if year is not None:
            full = _date(year, month, day)
            return full if full is not None and not _younger(text, full) else None
        return _year_from_elsewhere(text, f"{title}\n{line}", int(day), int(month))
    return None


def _year_from_elsewhere(text: str, top: str, day: int, month: int) -> date | None:
    """A full date of the same day, or the turn of year between what is reviewed and what is planned."""
    same = {full for full in _dates(text) if (full.day, full.month) == (day, month)}
    if len(same) == 1:
        return same.pop()
    ahead = {int(found["year"]) for found in _AHEAD.finditer(top)}
    years = {int(year) for year in _YEAR.findall(_TERM.sub(" ", text))}
    if len(ahead) == 1:
        planned = ahead.pop()
        if planned - 1 in years and planned == max(y for y in years if y <= planned):
            if month <= 3:
                return _date(str(planned), str(month), str(day))
            if month >= 11:
                return _date(str(planned - 1), str(month), str(day))
    so_far = {(int(found["year"]), int(found["months"])) for found in _SO_FAR.finditer(top)}
    if len(so_far) == 1:
        year, months = so_far.pop()
        if 0 <= month - months <= 1:
            return _date(str(year), str(month), str(day))
    return None


def _younger(text: str, day: date) -> bool:
    """Whether the text names a day more than a year later, or a year beyond the coming one."""
    if any(day < other and (other - day).days > 366 for other in _dates(text)):
        return True
    return any(int(year) > day.year + 1 for year in _YEAR.findall(_TERM.sub(" ", text)))


def _dates(text: str) -> Iterator[date]:
    for found in _DATE.finditer(text):
        day = _read(found)
        if day is not None:
            yield day


def _read(found: re.Match[str]) -> date | None:
    for form in "12345":
        if found[f"y{form}"] is not None:
            month = found[f"m{form}"].lower()
            return _date(found[f"y{form}"], str(_MONTHS.get(month, month)), found[f"d{form}"])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if OLDEST <= read.year <= NEWEST else None
