"""The two things that a question sets side by side, and the words that both of them share."""

import re
from dataclasses import dataclass

from rag.asking import UPPER

PLACE = r"(?:huyện|tỉnh|xã|phường|quận|thị xã|thị trấn|thành phố|tp\.?|nước|vùng|khu)"
NAME = re.compile(
    rf"(?<!\w)[{UPPER}][\w.&-]*(?:\s+(?:-\s+)?(?:[{UPPER}][\w.&-]*|"
    r"\d+(?!\w|\s+(?:tháng|năm|ngày|quý|tuần|giờ)\b)))*"
)
JOIN = re.compile(r"\s+(?:so với|và|với|hay|hoặc|còn|cùng)\s+", re.IGNORECASE)
MEASURE = re.compile(
    r"(?:số|tỷ lệ|tỉ lệ|tỷ trọng|mức|giá|tổng (?:thu|chi|sản phẩm|dư nợ|sản lượng|mức đầu tư)|"
    r"thu nhập|thu|chi|doanh thu|lợi nhuận|sản lượng|diện tích|dân số|lương|học phí|vốn|kinh phí|"
    r"điểm(?: chuẩn)?|chiều \w+|kết quả|"
    r"dư nợ|nợ|chỉ tiêu|lượng|tốc độ|tăng trưởng|GRDP|GDP|quy mô|công suất|thiệt hại|tiền|phí|thời gian|"
    r"lãi|lãi suất|cước|kim ngạch|năng suất|tuổi|chi phí|tiến độ|quãng đường|kế hoạch|mục tiêu|doanh số)\b",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"(?:(?:cả|trong|hết|cuối|đầu|giữa)\s+)?(?:"
    r"\d+\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+(?:năm\s+)?\d{4}|\s+năm\b(?!\s+nào))?|"
    r"(?:năm|tháng|quý)\s+(?:nay|này|ngoái|trước)(?!\w)|"
    r"(?:tháng|quý)\s+(?:\d+|[IVX]+)(?!\w)(?:/\d{4})?(?:\s+năm\s+\d{4})?|"
    r"nửa\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?|năm\s+\d{4}(?:-\d{4})?|ngày\s+\d[\d/]*|"
    r"(?:đợt|khóa|khoá|vòng|kỳ|nhiệm kỳ|giai đoạn)\s+[\dIVX][\dIVX-]*(?!\w))",
    re.IGNORECASE,
)
"""A time or a round that a thing is told of: "9 tháng 2023", "quý 2/2024", "nhiệm kỳ 2020-2025"."""

_TITLE = re.compile(r"(?:ông|bà|anh|chị|em|cô|chú|thầy|huyện|tỉnh|xã|phường|quận)", re.IGNORECASE)
_OFFICES = re.compile(
    r"^(?:đào tạo|phát triển|môi trường|công nghệ|truyền thông|đầu tư|xã hội|du lịch|thể thao|gia đình)\b",
    re.IGNORECASE,
)
"""What follows "và" in the names of ministries."""
_OWNER = re.compile(rf"\b(?:của|ở|tại|bên)\s+(?:{PLACE}\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:(?:nếu\s+)?so sánh\s+(?:giữa\s+)?|giữa\s+|trong\s+|cả\s+)", re.IGNORECASE)
_WIDE = (
    r"(?:dự án|công trình|công ty|ngân hàng|doanh nghiệp|bệnh viện|nhà máy|tập đoàn|hợp tác xã|sân bay|"
    r"địa phương|đơn vị|cây cầu|cơn bão|vụ \w+|trận \w+|khu công nghiệp|tuyến đường|đội tuyển)"
)
"""Classes of two syllables: "hai dự án …" must not be read as "hai dự" and "án …"."""
_BOTH = re.compile(
    rf"^(?i:hai)\s+(?P<kind>(?i:{_WIDE})(?:\s+[{UPPER}]{{2,}}(?=\s+[^{UPPER}]))?\s+|"
    rf"(?:(?i:{PLACE})|\w+)\s+(?=[{UPPER}]))"
)
_SHARED = re.compile(
    rf"(?:\s(?:ở|tại|của)\s(?:(?:{PLACE}|\w+)\s)?{NAME.pattern})?(?:\s(?:trong\s)?(?:năm|tháng|quý)\s[\d/]+)?$"
)
"""Where and when, behind the second of two things of which the first names neither."""
_ROUND = re.compile(r"(?P<unit>quý|tháng|ngày|đợt|khóa|khoá|vòng)\s+(?:\d+|[IVX]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of one question, and the words before and after that both share."""

    before: str
    first: str
    second: str
    after: str


def split(head: str) -> Pair | None:
    """The pair that a head names, at the join with a name, or a word said twice, on either side."""
    head = _BETWEEN.sub("", head)
    both = _BOTH.match(head)
    kind = both["kind"] if both else ""
    head = head[both.end() :] if both else head
    joins = [join for join in JOIN.finditer(head) if not _OFFICES.match(head[join.end() :])]
    joins = [join for join in joins if nameless(head) or _alike(head[: join.start()], head[join.end() :])]
    if not joins:
        return None
    join = _best_join(head, joins)
    first, second = head[: join.start()], head[join.end() :]
    before = shared_start(first, second)
    second, after = shared_end(first, second)
    return Pair(kind + before, first[len(before) :], second, after)


def _alike(first: str, second: str) -> bool:
    """Whether both name something, or the second opens with a word of the first or with a time."""
    named = NAME.search(first) and NAME.search(second)
    timed = PERIOD.match(second) and PERIOD.search(first)
    return bool(named or timed or said(second.split()[0], first))


def mid_sentence(first: str, second: str) -> str:
    """``first`` without a capital that only opened the question, for a place behind other words."""
    word, _, rest = first.partition(" ")
    opens = common(first) or _TITLE.fullmatch(word) or second.startswith(f"{word.lower()} ")
    return f"{word.lower()} {rest}" if opens and rest and not word.isupper() else first


def nameless(text: str) -> bool:
    """Whether no capital stands behind the first letter: nothing tells a name from a noun."""
    return text[1:] == text[1:].lower()


def said(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def common(text: str) -> bool:
    """Whether a text opens with a common noun ("Chủ tịch Vân Hà") and not within a name ("Vân Hà")."""
    words = text.split()
    return any(word.islower() for word in words[:2])


def _best_join(head: str, joins: list[re.Match[str]]) -> re.Match[str]:
    """ "so với", "với" and "hay" join two things more surely than "và", which also stands within one."""
    sure = [join for join in joins if join.group().strip().lower() != "và"]
    return (
        (sure or joins)[0]
        if len(joins) == 1 or sure
        else min(joins, key=lambda join: abs(len(head) / 2 - join.start()))
    )


def shared_start(first: str, second: str) -> str:
    """The words of ``first`` that ``second`` leaves out: "thu nhập của huyện " before "Vân Hạ"."""
    if PERIOD.match(second) and (times := list(PERIOD.finditer(first))):
        return first[: times[-1].start()]
    same = list(re.finditer(rf"\b{re.escape(second.split()[0])}\b", first, re.IGNORECASE))
    if same:
        return first[: same[-1].start()]
    names = [m for m in NAME.finditer(first) if m.start() or " " in m.group() or m.group() == first]
    # a measure is said once before two names, even where the second opens with its kind ("Công ty …")
    measured = MEASURE.match(first) and not MEASURE.match(second)
    if second[0].isupper() and (measured or not common(second)):
        return first[: names[0].start()] if names else ""
    owners = list(_OWNER.finditer(first))
    if owners and nameless(first):
        return first[: owners[-1].end()]
    if owners and re.match(rf"{PLACE}\s+[{UPPER}]", second):
        return f"{first[: owners[0].start()]}{owners[0].group().split()[0]} "
    return ""


def shared_end(first: str, second: str) -> tuple[str, str]:
    """Words after the second name that the first, which ends in its name, leaves out."""
    ends = _ROUND.search(first)
    if ends and (again := re.match(rf"{ends['unit']}\s+(?:\d+|[IVX]+)(?=\s)", second, re.IGNORECASE)):
        return again.group(), second[again.end() :].strip()
    if not NAME.search(first, 1) and (shared := _SHARED.search(second)) and shared.start():
        return second[: shared.start()], shared.group().strip()
    names = list(NAME.finditer(first))
    if not names or names[-1].end() < len(first.rstrip(" )")):
        return second, ""
    last = list(NAME.finditer(second))
    if not last:
        return second, ""
    end = last[-1].end()
    following = second[end:]
    return (
        (second[:end], following.strip())
        if following.startswith(" ") and not following.startswith(" (")
        else (second, "")
    )
