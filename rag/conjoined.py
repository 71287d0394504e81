"""One question about two things joined by "và": two owners, two subjects, two measures or two years.

"Số hộ nghèo của Vân Hà và Tân Mai là bao nhiêu?" asks for two figures that no one sentence need hold,
and "Doanh thu và lợi nhuận của Tân Mai là bao nhiêu?" for two measures. Where the two may well be
told as one ("tổng cộng", "cả hai"), the question stays whole.
"""

import re

from rag.asking import ASKS, UPPER
from rag.compare import as_question, led
from rag.pairs import MEASURE, NAME, PERIOD, PLACE, common, shared_end

_TOGETHER = re.compile(
    r"\b(?:giữa|nhau|cùng|chung|cộng lại|tổng cộng|tổng số|tổng vốn|tổng diện tích|tổng chiều dài|cả hai|"
    r"gộp lại|liên danh|hợp tác với)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\s+(?:(?:lần lượt|tương ứng|hiện|hiện nay|đều|thì|đã|chỉ|cụ thể)\s+)*"
    r"(?:(?:là|đạt|được|còn|có|bằng|hết|khoảng|tăng|giảm|đặt|giao|ở mức|lên|xuống)\s+){0,3}"
    r"(?:bao nhiêu|mấy|khi nào|năm nào|ngày nào|bao lâu)\b.*$",
    re.IGNORECASE,
)
_JOINTLY = re.compile(r"(?:ký|gặp|va|đấu|thi đấu|tranh|kết hôn|cưới|thỏa thuận|sáp nhập|nhập|hợp nhất|nối)\b")
"""Verbs of what two do with each other."""
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy|khi nào|năm nào|ngày nào|bao lâu)\b", re.IGNORECASE)
_WHO = re.compile(r"\s+(?:là|tên là|tên)\s+(?:ai|gì)$", re.IGNORECASE)
_JOIN = re.compile(r"\s+và\s+", re.IGNORECASE)
_OWNER = re.compile(r"(?:của|ở|tại|cho|trong|với|theo|từ)\s+", re.IGNORECASE)
_OWNED = re.compile(r"\s(?:của|ở|tại|cho|trong)\s.*$", re.IGNORECASE)
_TIME = re.compile(rf"\s{PERIOD.pattern}$", re.IGNORECASE)
_WHOSE = re.compile(rf"\s(?i:{PLACE})\s+{NAME.pattern}$")
_NAMED = re.compile(
    rf"(?:{PLACE}\s+|(?:trường|đội|ông|bà|anh|chị|bệnh viện|công ty|dự án|cầu|bão)\s+)?{NAME.pattern}"
)
_TWO_OF_A_CLASS = re.compile(
    rf"(?P<one>(?P<word>\w+)\s[^,?]*?{NAME.pattern})\s+và\s+(?P<two>(?i:(?P=word))\s[^,?]*?{NAME.pattern})\s+"
    r"(?P<asked>[^\W\d_][^,]*)$"
)
_TWO = re.compile(rf"\bhai\s+(?=(?:{PLACE}|\w+)\s)", re.IGNORECASE)
_YEARS = re.compile(
    r"\b(?P<unit>(?:\w+\s+){0,2}thứ|năm|tháng|quý|ngày|đợt|khóa|khoá|vòng|kỳ|nhiệm kỳ|giai đoạn|lần|tuần)\s+"
    r"(?P<one>[\dIVX/-]+)\s+và\s+(?:(?P=unit)\s+)?(?P<two>[\dIVX/-]+)(?!\w)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:tăng|giảm|so với|hơn|giữa|cộng|gộp|cả hai)\b", re.IGNORECASE)
_EACH = re.compile(r"\s*\b(?:lần lượt|tương ứng|đều|(?:mỗi|từng)\s+(?P<unit>\w+))\b", re.IGNORECASE)
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
    lead, body = led(text)
    if _TOGETHER.search(text):
        return ()
    found = _two_measures(body) or _two_owners(body) or _two_subjects(body) or _two_sizes(body)
    return (as_question(lead + found[0]), as_question(lead + found[1])) if found else ()


def _asking(text: str) -> str:
    """ "So sánh X của A với B" and "X của A so với B thế nào" as "X của A và B là bao nhiêu"."""
    if match := _COMPARE.match(text):
        body = re.sub(r"\bgiữa\b", "của", match["body"], count=1)
        body = re.sub(r"\s+(?:so với|với|hay)\s+", " và ", body, count=1)
        return f"{body} là bao nhiêu" if MEASURE.match(body) else text
    if (match := _AGAINST.match(text)) and MEASURE.match(text):
        return f"{match['one']} và {match['two']} là bao nhiêu"
    return text


def two_years(text: str) -> tuple[str, str] | tuple[()]:
    """ "năm 2023 và 2024 … bao nhiêu": each year by itself, unless the change between them is asked."""
    match = _YEARS.search(text)
    if not match or _CHANGED.search(text) or not _HOW_MANY.search(text):
        return ()
    before, after = text[: match.start()], _APART.sub("là", text[match.end() :])
    # "mỗi năm" of two years is each of them; "mỗi ngày" is a rate
    same = {None, "bên", match["unit"].lower()}
    after = _EACH.sub(lambda each: "" if each["unit"] in same else each.group(), after)
    one, two = (f"{before}{match['unit']} {match[year]}{after}" for year in ("one", "two"))
    return as_question(one), as_question(two)


def _two_measures(text: str) -> tuple[str, str] | None:
    """ "Sản lượng và doanh thu của A là bao nhiêu": the owner is said once, with either."""
    asked = ASKED.search(text)
    for join in _JOIN.finditer(text, 0, asked.start() if asked else 0):
        assert asked is not None
        first, second = text[: join.start()], text[join.end() : asked.start()]
        if not (MEASURE.match(first) and MEASURE.match(second)) or ASKS.search(first):
            continue
        mine, theirs = _OWNED.search(first), _OWNED.search(second)
        if theirs and not mine:
            first += theirs.group()
        elif mine and not theirs and not NAME.search(second):
            second += mine.group()
        elif mine and theirs and not PERIOD.search(first) and (time := _TIME.search(second)):
            first += time.group()
        elif (whose := _WHOSE.search(first)) and not theirs and not NAME.search(second):
            second += f" của{whose.group()}"
        return first + asked.group(), second + asked.group()
    return None


def _two_owners(text: str) -> tuple[str, str] | None:
    """ "Số X của A và B là bao nhiêu"."""
    asked = ASKED.search(text) or _WHO.search(text)
    if asked is None or not (MEASURE.match(text) or _WHO.search(text)):
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
    bare = second[0].isupper() and not common(second)
    if bare and names[-1].end() == len(first):
        return names[-1].start() if names[-1].start() else None
    word = re.escape(second.split()[0])
    same = list(re.finditer(rf"\b{word}\b", first, re.IGNORECASE))
    return same[-1].start() if same and same[-1].start() else None


def _two_subjects(text: str) -> tuple[str, str] | None:
    """ "Lâm Khê và Lâm Kha có bao nhiêu xã": both are bare names, or open with one word ("lễ hội …")."""
    both = re.match(
        rf"(?P<one>{_NAMED.pattern})\s+và\s+(?P<two>{_NAMED.pattern})\s+(?P<asked>[^\s{UPPER}].*)$", text
    )
    both = both or _TWO_OF_A_CLASS.match(text)
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
