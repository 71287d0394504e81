"""One question about two things joined by "và": two owners, two subjects, two measures or two years.

"Số hộ nghèo của Vân Hà và Tân Mai là bao nhiêu?" asks for two figures that no one sentence need hold,
and "Doanh thu và lợi nhuận của Tân Mai là bao nhiêu?" for two measures. Where the two may well be
told as one ("tổng cộng", "cả hai"), the question stays whole.
"""

import re

from rag.asking import ASKS
from rag.compare import LEADING, NAME, PLACE, as_question, shared_end

_TOGETHER = re.compile(
    r"\b(?:giữa|nhau|cùng|chung|cộng lại|tổng cộng|tổng số|tổng vốn|tổng diện tích|tổng chiều dài|cả hai|"
    r"gộp lại|liên danh|hợp tác với)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:số|tỷ lệ|tỉ lệ|tỷ trọng|mức|giá|tổng (?:thu|chi|sản phẩm|dư nợ|sản lượng|mức đầu tư)|"
    r"thu nhập|thu|chi|doanh thu|lợi nhuận|sản lượng|diện tích|dân số|lương|học phí|vốn|kinh phí|"
    r"điểm(?: chuẩn)?|chiều \w+|"
    r"dư nợ|nợ|chỉ tiêu|lượng|tốc độ|tăng trưởng|GRDP|GDP|quy mô|công suất|thiệt hại|tiền|phí|thời gian|"
    r"lãi suất|kim ngạch|năng suất|tuổi|chi phí|tiến độ|quãng đường|kế hoạch|mục tiêu|doanh số)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\s+(?:(?:lần lượt|tương ứng|hiện|hiện nay|đều|thì|đã|chỉ|cụ thể)\s+)*"
    r"(?:(?:là|đạt|được|còn|có|bằng|hết|khoảng|tăng|giảm|đặt|giao|ở mức|lên|xuống)\s+){0,3}"
    r"(?:bao nhiêu|mấy|khi nào|năm nào|ngày nào|bao lâu)\b.*$",
    re.IGNORECASE,
)
_JOINTLY = re.compile(
    r"(?:ký|gặp|va|đấu|thi đấu|tranh|kết hôn|cưới|thỏa thuận|sáp nhập|nhập|hợp nhất|nối|đấu)\b"
)
"""Verbs of what two do with each other."""
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy|khi nào|năm nào|ngày nào|bao lâu)\b", re.IGNORECASE)
_WHO = re.compile(r"\s+(?:là|tên là|tên)\s+(?:ai|gì)$", re.IGNORECASE)
_JOIN = re.compile(r"\s+và\s+", re.IGNORECASE)
_OWNER = re.compile(r"(?:của|ở|tại|cho|trong|với|theo|từ)\s+", re.IGNORECASE)
_OWNED = re.compile(r"\s(?:của|ở|tại|cho|trong)\s.*$", re.IGNORECASE)
_WHOSE = re.compile(rf"\s(?i:{PLACE})\s+{NAME.pattern}$")
_NAMED = re.compile(
    rf"(?:{PLACE}\s+|(?:trường|đội|ông|bà|anh|chị|bệnh viện|công ty|dự án|cầu|bão)\s+)?{NAME.pattern}"
)
_TWO = re.compile(rf"\bhai\s+(?=(?:{PLACE}|\w+)\s)", re.IGNORECASE)
_YEARS = re.compile(
    r"\b(?P<unit>năm|tháng|quý|ngày)\s+(?P<one>[\dIV/]+)\s+và\s+(?:(?P=unit)\s+)?(?P<two>[\dIV/]+)(?!\w)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:tăng|giảm|so với|hơn|giữa)\b", re.IGNORECASE)
_APART = re.compile(r"\b(?:chênh|khác)(?: lệch)?(?: nhau)?(?= bao nhiêu\b)", re.IGNORECASE)
_SIZE = r"dài|rộng|cao|sâu|nặng|dày"
_SIZES = re.compile(
    rf"^(?P<thing>.+?)\s+(?P<one>{_SIZE})(?:\s+(?:bao nhiêu|mấy)(?P<unit>[^,]*?))?(?:,|\s+và)\s+"
    rf"(?P<two>{_SIZE})\s+(?P<asked>(?:bao nhiêu|mấy).*)$",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"^(?:hãy\s+|nhờ\s+)?so sánh\s+(?:giúp\s+(?:mình|tôi|em)\s+)?(?P<body>.+?)"
    r"(?:\s+(?:giúp|hộ|cho)\s+(?:mình|tôi|em|tui))?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"^(?P<one>.+?)\s+so với\s+(?P<two>.+?)\s+(?:thì\s+)?(?:như thế nào|thế nào|ra sao|"
    r"(?:cao|nhiều|lớn|thấp|ít)(?: hơn)? hay (?:là )?\w+(?: hơn)?)$",
    re.IGNORECASE,
)


def conjoined(text: str) -> tuple[str, str] | tuple[()]:
    """The two questions that one with "và" asks, () for a plain one."""
    text = _asking(text)
    leading = LEADING.match(text)
    lead, body = (leading.group(), text[leading.end() :]) if leading else ("", text)
    if _TOGETHER.search(text):
        return ()
    found = _two_measures(body) or _two_owners(body) or _two_subjects(body) or _two_sizes(body)
    return (as_question(lead + found[0]), as_question(lead + found[1])) if found else ()


def _asking(text: str) -> str:
    """ "So sánh X của A với B" and "X của A so với B thế nào" as "X của A và B là bao nhiêu"."""
    if match := _COMPARE.match(text):
        body = re.sub(r"\bgiữa\b", "của", match["body"], count=1)
        body = re.sub(r"\s+(?:so với|với|hay)\s+", " và ", body, count=1)
        return f"{body} là bao nhiêu" if _MEASURE.match(body) else text
    if (match := _AGAINST.match(text)) and _MEASURE.match(text):
        return f"{match['one']} và {match['two']} là bao nhiêu"
    return text


def two_years(text: str) -> tuple[str, str] | tuple[()]:
    """ "năm 2023 và 2024 … bao nhiêu": each year by itself, unless the change between them is asked."""
    match = _YEARS.search(text)
    if not match or _CHANGED.search(text) or not re.search(r"\b(?:bao nhiêu|mấy)\b", text):
        return ()
    before, after = text[: match.start()], _APART.sub("là", text[match.end() :])
    one, two = (f"{before}{match['unit']} {match[year]}{after}" for year in ("one", "two"))
    return as_question(one), as_question(two)


def _two_measures(text: str) -> tuple[str, str] | None:
    """ "Sản lượng và doanh thu của A là bao nhiêu": the owner is said once, with either."""
    asked = _ASKED.search(text)
    for join in _JOIN.finditer(text, 0, asked.start() if asked else 0):
        assert asked is not None
        first, second = text[: join.start()], text[join.end() : asked.start()]
        if not (_MEASURE.match(first) and _MEASURE.match(second)) or ASKS.search(first):
            continue
        mine, theirs = _OWNED.search(first), _OWNED.search(second)
        if theirs and not mine:
            first += theirs.group()
        elif mine and not theirs and not NAME.search(second):
            second += mine.group()
        elif (whose := _WHOSE.search(first)) and not theirs and not NAME.search(second):
            second += f" của{whose.group()}"
        return first + asked.group(), second + asked.group()
    return None


def _two_owners(text: str) -> tuple[str, str] | None:
    """ "Số X của A và B là bao nhiêu"."""
    asked = _ASKED.search(text) or _WHO.search(text)
    if asked is None or not (_MEASURE.match(text) or _WHO.search(text)):
        return None
    for join in _JOIN.finditer(text, 0, asked.start()):
        first, second = text[: join.start()], text[join.end() : asked.start()]
        if ASKS.search(first) or not second:
            continue
        if _WHO.search(text) and NAME.search(first, 1) and NAME.search(second, 1):
            return first + asked.group(), second + asked.group()
        cut = _owner_start(first, second)
        if cut is not None:
            second, after = shared_end(first, second)
            before, one = _TWO.sub("", first[:cut]), first[cut:]
            tail = f" {after}{asked.group()}" if after else asked.group()
            return before + one + tail, before + second + tail
    return None


def _owner_start(first: str, second: str) -> int | None:
    """Where in the first part the thing starts that the second part's stands beside."""
    if owner := _OWNER.match(second):
        same = list(re.finditer(rf"\b{owner.group().strip()}\s", first, re.IGNORECASE))
        return same[-1].start() if same else None
    names = list(NAME.finditer(first))
    named = _NAMED.match(second)
    if named is None or not names:
        return None
    if not second[: NAME.search(second).start()] and names[-1].end() == len(first):  # type: ignore[union-attr]
        return names[-1].start() if names[-1].start() else None
    word = re.escape(second.split()[0])
    same = list(re.finditer(rf"\b{word}\b", first, re.IGNORECASE))
    return same[-1].start() if same and same[-1].start() else None


def _two_subjects(text: str) -> tuple[str, str] | None:
    """ "Lâm Khê và Lâm Kha có bao nhiêu xã": both subjects are bare names."""
    both = re.match(rf"(?P<one>{_NAMED.pattern})\s+và\s+(?P<two>{_NAMED.pattern})\s+(?P<asked>\S.*)$", text)
    if both is None or not _HOW_MANY.search(both["asked"]) or _JOINTLY.match(both["asked"]):
        return None
    return f"{both['one']} {both['asked']}", f"{both['two']} {both['asked']}"


def _two_sizes(text: str) -> tuple[str, str] | None:
    """ "Cầu A dài và rộng bao nhiêu mét"."""
    match = _SIZES.match(text)
    if match is None:
        return None
    first = f"bao nhiêu{match['unit']}" if match["unit"] else match["asked"]
    return f"{match['thing']} {match['one']} {first}", f"{match['thing']} {match['two']} {match['asked']}"
