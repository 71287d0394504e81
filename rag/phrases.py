"""Answers that are phrases, not names or figures: an office, a reason, the thing asked for, a yes or no."""

import re

from index.types import Span
from rag.names import names
from rag.slots import content, entities
from rag.wanted import Wanted

MOST_WORDS = 30
"""Words of a phrase that still leads: the first thirty of an answer are what a reader takes in."""
DIRECTIONS = frozenset({"hướng", "phía"})
_STOP = re.compile(r"[,;:()“”\"\n](?!\d)|\.(?!\d)")
_OFFICE = re.compile(
    r"(?<!\w)(?:(?:nguyên|quyền|phó|tổng|trợ lý|tân)\s)*(?:chủ tịch|bí thư|phó bí thư|giám đốc|bộ "
    r"trưởng|thứ trưởng|"
    r"thủ tướng|tổng thống|cục trưởng|vụ trưởng|trưởng (?:ban|phòng|đoàn|khoa|thôn|công an|ấp|bản)|viện "
    r"trưởng|"
    r"chánh \w+|hiệu trưởng|hiệu phó|chủ nhiệm|đội trưởng|thư ký|đại sứ|ủy viên|uỷ viên|kế toán trưởng|"
    r"huấn luyện viên|đại biểu|thị trưởng|thống đốc|người phát ngôn|kiểm soát viên|thẩm phán|chánh án)(?!\w)",
    re.IGNORECASE,
)
_OFFICE_END = re.compile(
    r"\s(?:với|từ|thay|nhiệm kỳ|trong|vào|ngày|cho biết|cho hay|nói|khẳng định|sau|dự|phát biểu|chủ trì|"
    r"kết luận|"
    r"trước khi|rồi|được|bị|đã|sẽ|là|nêu|yêu cầu|đề nghị|chỉ đạo|trao|thăm|ký|thông báo|cùng|đến|nhấn "
    r"mạnh)\s|\s[-–]\sẢnh\b",
)
_HELD = re.compile(r"(?:giữ chức(?: danh| vụ)?|giữ cương vị|làm|bổ nhiệm|là|chức)\s+$", re.IGNORECASE)
_REASON = re.compile(
    r"(?<!\w)(?:(?:nguyên nhân|lý do|lí do)(?:[^,.;:]{0,60}?)?\s(?:là|do|bởi)(?: do| vì)?|"
    r"do|vì|bởi(?: vì)?|nhờ|nhằm|để)\s+",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"(?:nguyên nhân|lý do|lí do)", re.IGNORECASE)
_NO_CAUSE = re.compile(
    r"(?:đó|vậy|thế|sao|ông|bà|anh|chị|bị can|bộ|sở|công ty|ban|ủy ban|uỷ ban|ubnd|đồng chí)\b", re.IGNORECASE
)
_NO_REASON = re.compile(r"(?:tự|lý|cho|mặc|bởi|thay)\s$", re.IGNORECASE)
_EFFECT = re.compile(
    r",?\s(?:nên|dẫn đến|khiến|do đó|do vậy|vì vậy|vì thế)\s|[;\n]|\.(?!\d)|\s?[”\"](?:,|$)|"
    r",\s[^,]{2,60}?\s(?:nói|cho biết|cho hay|nhấn mạnh|khẳng định|chia sẻ|giải thích|lý giải)(?!\w)"
)
_PURPOSE = re.compile(r"(?:nhằm|để)\s", re.IGNORECASE)
_ASKS_PURPOSE = re.compile(r"(?<!\w)(?:để làm gì|nhằm|mục đích|để)(?!\w)", re.IGNORECASE)
_DIRECTION = re.compile(
    r"(?:về )?(?:phía|hướng)\s+(?P<d>(?:[Đđ]ông|[Tt]ây|[Nn]am|[Bb]ắc)(?:[\s-]+(?:[Đđ]ông|[Tt]ây|[Nn]am|"
    r"[Bb]ắc))*)"
)
_PHONE = re.compile(r"(?<![\d.,/])\d{3,4}[. ]?\d{2,4}(?:[. ]?\d{2,4}){0,2}(?![\d/%])")
_RECEIVER = re.compile(r"(?<!\w)cho\s+(?!(?:biết|hay|rằng|phép|đến|tới|thấy)\s)", re.IGNORECASE)
_NOUN_END = re.compile(
    r"\s(?:với|ở|tại|trong|từ|có|do|vì|để|khi|sau|trước|vào|theo|năm|ngày|tháng|nhằm|hết|tổng cộng|trị giá|"
    r"trở thành|đã|được|bị|là)\s"
)
_PREDICATE = re.compile(r"(?<!\w)(?:có|đã|còn)\s(?:ai |gì )?(?P<p>.+?)\s(?:không|chưa)\W*$")
_LEAST = 0.5
"""Share of the question's own words that a clause must hold to say yes or no."""


def phrase(wanted: Wanted, text: str) -> Span | None:
    """The phrase of a sentence that answers, or None where no rule finds one that is sure."""
    question = wanted.question.lower()
    found = None
    if wanted.kind == "reason":
        found = reason(text, purpose=_ASKS_PURPOSE.search(question) is not None)
    elif wanted.kind == "yesno":
        found = _clause(question, text)
    elif _asks_office(wanted):
        found = _office(wanted.question, text)
    elif wanted.noun in DIRECTIONS:
        match = _DIRECTION.search(text)
        found = Span(match.start("d"), match.end("d")) if match else None
    elif wanted.noun.endswith(("điện thoại", "nóng")):
        match = _PHONE.search(text)
        found = Span(match.start(), match.end()) if match else None
    elif wanted.kind == "person" and re.search(r"(?<!\w)cho (?:những )?ai(?!\w)", question):
        found = _receiver(question, text)
    elif wanted.kind == "thing" and wanted.noun:
        found = _thing(wanted, text)
    return found if found and len(text[found.start : found.end].split()) <= MOST_WORDS else None


def reason(text: str, purpose: bool = False) -> Span | None:
    """The first clause that gives a reason, with its "do" or "nhờ"; after "nguyên nhân là" without it.

    What a thing is for ("nhằm", "để") is no reason, unless ``purpose`` asks for it.
    """
    for match in _REASON.finditer(text):
        if _PURPOSE.match(match[0]) and not purpose:
            continue
        hollow = _NO_REASON.search(text[: match.start()]) or _NO_CAUSE.match(text, match.end())
        stop = _EFFECT.search(text, match.end())
        end = stop.start() if stop else len(text)
        if not match.start() and not _SPOKEN.match(match[0]):  # "Nhờ mưa sớm, lúa được mùa"
            comma = re.search(r",\s", text[match.end() : end])
            end = match.end() + comma.start() if comma else end
        if not hollow and end - match.end() > 4:
            return Span(match.end() if _SPOKEN.match(match[0]) else match.start(), end)
    return None


def _asks_office(wanted: Wanted) -> bool:
    question = wanted.question
    if re.search(r"(?:giữ chức|chức vụ|chức danh|cương vị)(?:\s\w+){0,8}?\s(?:gì|nào)(?!\w)", question, re.I):
        return True
    if re.search(
        r"(?:được|bị)?\s?(?:bầu|bổ nhiệm|cử|điều động)(?:\s\w+){0,3}\s(?:làm|giữ) gì(?!\w)", question, re.I
    ):
        return True
    return re.search(r"^(?:ông|bà|anh|chị)?\s?\S.*\slà ai\W*$", question, re.I) is not None and any(
        e.person for e in entities(question)
    )


def _office(question: str, text: str) -> Span | None:
    """The office that stands with the person asked of, not one that the question names itself."""
    people = [e.name for e in entities(question) if e.person]
    spots = [text.find(part) for name in people for part in (name, name.split()[-1]) if part in text]
    known = question.lower()
    found: list[tuple[int, Span]] = []
    for match in _OFFICE.finditer(text):
        if found and match.start() < found[-1][1].end:
            continue
        span = Span(match.start(), _office_end(text, match))
        if text[span.start : span.end].lower() in known:
            continue
        held = _HELD.search(text[: span.start]) is not None
        far = min((abs(span.start - spot) for spot in spots), default=0)
        found.append((far - 60 * held, span))
    return min(found, key=lambda item: item[0])[1] if found else None


def _office_end(text: str, match: re.Match[str]) -> int:
    stops = [m.start() for m in (_STOP.search(text, match.end()), _OFFICE_END.search(text, match.end())) if m]
    stops += [n.start for n in names(text) if n.kind == "person" and n.start > match.end()]
    end = min([*stops, len(text)])
    return match.start() + len(text[match.start() : end].rstrip())


def _receiver(question: str, text: str) -> Span | None:
    """ "cho ba nhân viên bảo vệ": who gets, where no one is named."""
    best: tuple[int, Span] | None = None
    for match in _RECEIVER.finditer(text):
        end = _phrase_end(text, match.end())
        before = len(set(content(text[: match.start()][-40:])) & set(content(question)))
        if 1 <= len(text[match.end() : end].split()) <= 9 and (best is None or before > best[0]):
            best = (before, Span(match.end(), end))
    return best[1] if best else None


def _thing(wanted: Wanted, text: str) -> Span | None:
    """What the asked noun is in the sentence: "nhiệm vụ xây chợ", "mặt hàng lớn nhất là gỗ ván"."""
    for match in re.finditer(rf"(?<!\w){re.escape(wanted.noun)}(?!\w)", text, re.IGNORECASE):
        after = text[match.end() :]
        told = re.match(r"(?:\s[^\s,.;:]+){0,6}?\s(?:là|gồm|tên là|có tên)\s+", after)
        quoted = re.match(r"(?:\s\w+){0,3}\s?[“\"]([^”\"]{2,80})[”\"]", after)
        start = match.end() + (told.end() if told else 1)
        if quoted:
            return Span(match.end() + quoted.start(1), match.end() + quoted.end(1))
        end = _phrase_end(text, start)
        words = content(text[start:end])
        if words and not set(words) <= set(content(wanted.question)) and start < len(text):
            return Span(start, end)
    return None


def _phrase_end(text: str, start: int) -> int:
    stops = [m.start() for m in (_STOP.search(text, start), _NOUN_END.search(text, start)) if m]
    return start + len(text[start : min([*stops, len(text)])].rstrip())


def _clause(question: str, text: str) -> Span | None:
    """The clause that speaks of what is asked, with its "không" or "đã"."""
    asked = set(content(question)) - {"đúng", "thật", "phải", "sự"}
    said = _PREDICATE.search(question)
    verb = next((word for word in content(said["p"]) if word in asked), "") if said else ""
    must = {verb} & set(content(text))
    best: tuple[float, Span] | None = None
    start = 0
    for stop in [*re.finditer(r"[,;](?!\d)\s", text), None]:
        end = stop.start() if stop else len(text.rstrip(" ."))
        words = set(content(text[start:end]))
        share = len(asked & words) / max(1, len(asked))
        if share >= (0.2 if must else _LEAST) and must <= words and (best is None or share > best[0]):
            best = (share, Span(start, end))
        start = stop.end() if stop else end
    return best[1] if best else None
