"""A sentence of an article turned into a question by leaving its answer out, as Vietnamese does it.

Vietnamese asks in place: "Huyện Vân Hà có 12 xã" becomes "Huyện Vân Hà có bao nhiêu xã?". Only plain
statements are turned: one named subject, no pronoun or pointer to an earlier sentence, nothing quoted.
What is asked keeps the sentence's own words, so a target stays a target.
"""

import re
from collections.abc import Iterator, Sequence

from rag.answering import answers_kind
from rag.figures import APPROX, Figure, figures
from rag.moments import Moment, moments
from rag.slots import Entity, entities
from rag.wanted import wanted

WORDS = range(6, 20)
"""Words a question may have: fewer name nothing, more are tiresome to read."""

_SAID = re.compile(
    r"(?:(?:Theo|Cũng theo) [^,]{3,70}|Cụ thể|Ngoài ra|Bên cạnh đó|Tuy nhiên|Đặc biệt|Trong khi đó|"
    r"Đồng thời|Hiện nay|Hiện|Được biết|Như vậy),? (?=[^\W\d_])"
)
"""Who says it, or how it joins what went before: a question does without."""
_LEAD = re.compile(
    r"(?:(?:Trong |Hết |Đến hết |Tính đến hết |Kết thúc )?[Nn]ăm \d{4},? "
    r"|(?:Tại thời điểm|Ngày|Đến|Tính đến|Tháng|Quý)(?: \w+){0,2} [\d/.-]*\d{4}, )"
)
"""What may stand before the subject: a time with its year, and nothing else."""
_DEPENDS = re.compile(
    r"^(?:theo|trong đó|tuy|ngoài|ngoại trừ|cùng|bên cạnh|đồng thời|như|do|vì|nhờ|nếu|khi|để|với|sau|"
    r"trước|từ|tại|ở|riêng|hiện|còn|nhưng|và|bởi|qua|đặc biệt|cụ thể|đến|trên|dưới|về|vừa|mới|hôm|ngay|"
    r"cũng|tổng cộng|thậm chí|trong|giữa|thời gian|việc|song|điều|lúc|kể|dù|mặc dù|tính|ước|dự kiến|hơn|"
    r"gần|khoảng|chỉ|có|được|nhiều|một|hai|ba|các|những|mỗi|đây|đó|này|người|ông|bà|anh|chị|em|cháu|tôi|"
    r"chúng|họ|nó|thế|vậy|rồi|sáng|chiều|tối|đêm|ngày|tháng|quý|vụ|đợt|lần|xếp|kế|tiếp|dẫn|là|nằm|"
    r"liên quan|quy định|kết luận|grdp|gdp|phần|ban đầu|đơn vị|tình huống|giá trị|số|tổng số|toàn|cả|"
    r"nhóm|dự báo|đúng|không|nay|phía|bản|mức|trình)(?:\s|,)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"[“”\"'():;…?!–]|\s-\s*$|^-|(?<!\w)(?:này|đó|đây|ấy|nọ|trên đây|nói trên|kể trên|nêu trên|họ|ông|"
    r"bà|anh|chị|mình|tôi|nó|trước đó|so với|tương ứng|lần lượt|còn lại|năm ngoái|năm trước|năm nay|"
    r"hôm qua|hôm nay|vừa qua|mỗi|nhau|nhất với|cho biết|cho hay|cho rằng|khẳng định|nói|báo cáo|"
    r"thông báo|đại diện|đã từng|nếu|khi|mà|nhưng|tuy nhiên|thì)(?!\w)",
    re.IGNORECASE,
)
_APPROX = re.compile(
    r"\s(?:"
    + "|".join(words for _, words in APPROX)
    + r"|đúng|tròn|tới|đến|cả|tổng cộng|chỉ|mới|thêm|lên|hết)$",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\s(?:vụ|khu vực|tốp|top|vòng|cách đây|lúc|hồi|cho|của|tại|từ|ở|và|theo|bởi|do|trong|trên|vào|về|"
    r"để|như|hoặc|hay|các|những|số|mức|giai đoạn|là đạt)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*(?:[,.;:(–]|\s-\s|$|(?:và|nhưng|trong đó|nâng|tăng|giảm|so|gồm|bao gồm|với|chưa kể|lên mức)\s)"
)
_SAYS = re.compile(
    r"(?:dài|rộng|cao|sâu|nặng|có|gồm|(?:được )?(?:khởi công|khánh thành|xây|thành lập)|hoàn thành|đạt"
    r"|thu|chi|đón|tuyển|xuất khẩu|nộp ngân sách)\s"
)
_DIGIT = re.compile(r"\d")
_CUT = re.compile(r"(?<!\w)(?:các|những|TP|Tp|lần thứ)(?!\w)")
"""What follows a figure goes on behind the clause's end: a list, an abbreviation's point."""
_YEAR = re.compile(r"năm \d{4}")
_VAGUE = frozenset({"dự án", "công ty"})
"""A bare word that often means another one than the title's."""
_PARTS = frozenset({"khóa", "khoá", "kỳ", "khoản", "điều"})
_WRITTEN = {"%": "phần trăm", "m": "mét", "m2": "mét vuông", "m3": "mét khối", "km2": "km vuông"}
_NUMBER = re.compile(r"[\d.,]+(?:\s*(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm))*")
_EVENT = re.compile(
    r"(?:khởi công|khánh thành|thông xe|hoàn thành|đưa vào (?:sử dụng|hoạt động|khai thác|vận hành)|"
    r"thành lập|ra đời|khai trương|khai mạc|diễn ra|xảy ra|xây dựng|được xây|bắt đầu|có hiệu lực|mở cửa|"
    r"ra mắt|công nhận|phê duyệt|ban hành|sinh|qua đời|bổ nhiệm)(?P<glue>(?: vào| từ| trong)?(?: ngày|"
    r" tháng| năm)?)$"
)


def in_place(sentence: str, *, title: bool = False) -> Iterator[str]:
    """Questions that an NFC sentence (one line) answers, each asking for one figure or date of it.

    A ``title`` needs no full stop and may begin as titles do.
    """
    said = _SAID.match(sentence)
    text = sentence[said.end() :] if said else sentence
    text = text[:1].upper() + text[1:]
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if (_DEPENDS.match(text[begin:]) and not title) or not (title or text.rstrip().endswith(".")):
        return
    things = entities(text)
    if all(one.person for one in things):
        return  # costs less than reading its figures
    numbers = [
        figure
        for figure in figures(text)
        if figure.shape == "number"
        and figure.start >= begin
        and not any(one.start <= figure.start < one.end for one in things)
    ]
    dates = [moment for moment in moments(text) if moment.start >= begin]
    first = min([one.start for one in numbers] + [one.start for one in dates], default=0)
    for figure in numbers[:1]:
        if figure.start == first and (question := _how_many(text, figure, begin)):
            yield from _sure(question, text, figure.start, figure.end)
    for date in dates[:1]:
        if date.start == first and (question := _when(text, date, begin)):
            yield from _sure(question, text, date.start, date.end)


def parts(text: str) -> Iterator[str]:
    """The statement itself, and each further thing that it says of its subject as one of its own.

    "Cầu Bến Hạ dài 820 m, rộng 12 m." also says "Cầu Bến Hạ rộng 12 m."
    """
    yield text
    things = entities(text[:120])
    if not things or things[0].start > 0 or not _SAYS.match(text, things[0].end + 1):
        return
    for part in re.split(r",\s(?!\d)", text.rstrip("."))[1:]:
        if _SAYS.match(part):
            yield f"{text[: things[0].end]} {part}."


def named(text: str, known: Sequence[Entity]) -> str:
    """The text with the name of what it is about, where it begins with the bare word for it.

    "Cầu dài 1.264 m" under a title that names one bridge is "Cầu Bến Hạ dài 1.264 m"; ``known`` are the
    title's things. Where nothing or more than one thing fits the text comes back as it is.
    """
    begun = text[:40].lower()
    fits = {
        one.name: (one.name, word)
        for one in known
        for word in one.classes
        if not one.person and word not in _VAGUE and begun.startswith(f"{word} ")
    }
    if len(fits) != 1:
        return text
    ((name, word),) = fits.values()
    rest = text[len(word) :].removeprefix(" này")
    figure = _DIGIT.search(text)
    if not rest[1:2].islower() or (figure and entities(text[: figure.start()])):
        return text
    return f"{text[: len(word)]} {name}{rest}"


def _sure(question: str, text: str, start: int, end: int) -> Iterator[str]:
    """The question, where reading it picks the very span that was left out."""
    spans = answers_kind(wanted(question), text)
    if spans and spans[0].start < end and start < spans[0].end:
        yield question


def _how_many(text: str, figure: Figure, begin: int) -> str:
    """The clause of a figure with "bao nhiêu" in its place, or ''."""
    number = _NUMBER.match(text, figure.start, figure.end)
    odd = not figure.unit or figure.per or figure.role == "old" or figure.kind == "past"
    if number is None or odd:
        return ""
    head = text[: figure.start].rstrip()
    while found := _APPROX.search(head):
        head = head[: found.start()]
    unit = text[number.end() : figure.end].strip()
    if figure.unit in _WRITTEN:
        unit = _WRITTEN[figure.unit]
    elif figure.unit in ("đồng", "USD", "euro"):
        scale = number[0].split()[-1]
        unit = f"{scale} {unit}" if scale in ("triệu", "tỷ", "tỉ") else "tiền"
    rest = _rest(text, figure.end)
    named = (
        head.split()[-1:] + rest.split()[:1]
    )  # a number of a name: "Sông Bung 2", "3 xã Cát Quế - Minh Khai"
    if _HANGS.search(head) or unit in _PARTS or any(word[0].isupper() for word in named):
        return ""
    if (head.endswith(" với") and rest) or _CUT.search(rest) or not _plain(head, rest, begin):
        return ""
    return f"{head} bao nhiêu {unit}{rest}?"


def _when(text: str, date: Moment, begin: int) -> str:
    """The statement up to the date of an event with "khi nào" or "năm nào" in its place, or ''."""
    head = text[: date.start].rstrip()
    event = _EVENT.search(head)
    if event is None or not date.year or date.hour is not None:
        return ""
    head = head[: event.start("glue")]
    asked = "khi nào" if date.month else "năm nào"
    return f"{head} {asked}?" if _plain(head, "", begin) else ""


def _rest(text: str, start: int) -> str:
    """What follows a figure within its clause."""
    end = _CLAUSE.search(text, start)
    return text[start : end.start() if end else len(text)].rstrip(" .")


def _plain(head: str, rest: str, begin: int) -> bool:
    """Whether the words around an answer stand by themselves: a named thing, one clause, no pointer."""
    subject = head[begin:]
    if (
        "," in subject
        or _POINTS.search(head)
        or _POINTS.search(rest)
        or re.search(r"\d", _YEAR.sub("", rest))
    ):
        return False
    if len(head.split()) + 2 + len(rest.split()) not in WORDS or len(subject.split()) < 3:
        return False
    return any(not one.person for one in entities(subject + rest)) and (begin > 0 or subject[:1].isupper())
