"""A comparison as the plain question that it asks of each thing: "A và B, nơi nào … hơn?"."""

import re
from dataclasses import dataclass

from rag.asking import ASKS, EACH, WHICH, measure, plain, predicate
from rag.asking import UPPER as UPPER

_MORE = re.compile(
    r"\bhơn\b(?!\s*\d)|\b(?:chênh|khác|kém)\s+nhau\b|\b(?:nhất|trước|sau|nhau)$", re.IGNORECASE
)
_CHOSEN = re.compile(
    r"\bnào\s+(?:về|đứng|xếp|giành|đoạt|vô địch|thắng)\s.*\b(?:nhất|trước|sau)$", re.IGNORECASE
)
"""What is asked of a contest ("đội nào về nhất") is which one, no measure of each."""
_JOIN = re.compile(r"\s+(?:so với|và|với|hay|hoặc|còn|cùng)\s+", re.IGNORECASE)
_OFFICES = re.compile(
    r"^(?:đào tạo|phát triển|môi trường|công nghệ|truyền thông|đầu tư|xã hội|du lịch|thể thao|gia đình)\b",
    re.IGNORECASE,
)
"""What follows "và" in the names of ministries."""
PLACE = r"(?:huyện|tỉnh|xã|phường|quận|thị xã|thị trấn|thành phố|tp\.?|nước|vùng|khu)"
_OWNER = re.compile(rf"\b(?:của|ở|tại|bên)\s+(?:{PLACE}\s+)?", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:(?:trong\s+)?(?:năm|quý|tháng|ngày|giai đoạn)\s+(?:[\w/-]+,|\d[\d/-]*,?)|theo [^,]+,)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^(?:(?:nếu\s+)?so sánh\s+(?:giữa\s+)?|giữa\s+|trong\s+|cả\s+)", re.IGNORECASE)
_BOTH = re.compile(rf"^hai\s+((?:{PLACE}|\w+))\s+(?=[{UPPER}])", re.IGNORECASE)
_AGAINST = re.compile(r"^so với\s+(?P<b>[^,]+?)(?:,|\s+thì)\s+(?P<a>.+)$", re.IGNORECASE)
_QUALITY = (
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|dài|ngắn|rộng|đông|nhanh|chậm|đắt|rẻ|xa|gần|sớm|muộn|già|trẻ|nặng|nhẹ)"
)
_OVER = re.compile(
    rf"^(?P<a>.+?)\s+(?P<how>{_QUALITY}(?:\s+\w+)?)\s+hơn\s+(?:so với\s+)?"
    r"(?P<b>[^,?]+?)\s+(?:bao nhiêu|mấy)\b(?P<unit>.*)$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"^(?P<a>.+?)\s+(?:{_QUALITY}\s+)?gấp\s+(?:mấy|bao nhiêu)\s+lần\s+(?:so với\s+)?(?P<b>.+)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s(?=(?:\w+\s+)?(?:nào|ai)\s[^,]*\bhơn\b)", re.IGNORECASE)
NAME = re.compile(rf"(?<!\w)[{UPPER}][\w.&-]*(?:\s+(?:-\s+)?(?:[{UPPER}][\w.&-]*|\d+(?!\w)))*")
PREDICATE = re.compile(
    r"\s(?=(?:có|đạt|bị|được|đặt|làm|thu|chi|là|dài|cao|thấp|lớn|nhiều|ít|đã|sẽ|đang|phải|nộp|xây|giảm|tăng|nghỉ|chênh|lần|"
    r"mỗi|khác|hơn|ra|nhận|mất|thắng|thua|dự kiến|chiếm|gây|khiến|cách|lấy|bao nhiêu|mấy)\b)",
    re.IGNORECASE,
)
_SHARED = re.compile(
    rf"(?:\s(?:ở|tại|của)\s(?:(?:{PLACE}|\w+)\s)?{NAME.pattern})?(?:\s(?:trong\s)?(?:năm|tháng|quý)\s[\d/]+)?$"
)
"""Where and when, behind the second of two things of which the first names neither."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two things of one question, and the words before and after that both share."""

    before: str
    first: str
    second: str
    after: str


def compared(text: str) -> tuple[str, ...]:
    """Sides of "A và B, nơi nào … hơn", "so với A thì B …", "A … hơn B bao nhiêu", "A và B mỗi …"."""
    leading = LEADING.match(text)
    lead, body = (leading.group(), text[leading.end() :]) if leading else ("", text)
    if match := _AGAINST.match(body):
        return _against(lead, match["a"], match["b"])
    head, tails = _head_and_tails(body)
    if tails:
        pair = _split(head)
        return _questions(lead, pair, tails) if pair else ()
    if match := _TIMES.match(body):
        one, two = match["a"], match["b"]
        return _sentence(lead, one, "", "là bao nhiêu"), _sentence(
            lead, _shared_start(one, two) + two, "", "là bao nhiêu"
        )
    if (match := _OVER.match(body)) and NAME.search(match["b"]) and not ASKS.search(match["a"]):
        return _over(lead, match)
    return ()


def _head_and_tails(body: str) -> tuple[str, list[str]]:
    """The clauses that name the things, and the clauses that compare them or ask of each."""
    clauses = [clause.strip() for clause in re.split(r"[,;:]\s+|\s+thì\s+(?=\S+\s+nào\b|ai\b|mỗi\b)", body)]
    first = next((i for i, clause in enumerate(clauses) if _is_tail(clause)), None)
    if first:
        return ", ".join(clauses[:first]), clauses[first:]
    if first is None:
        return _parallel(body)
    if len(clauses) > 1 and _JOIN.search(clauses[-1]):  # "nơi nào … hơn, A hay B"
        return ", ".join(clauses[1:]), clauses[:1]
    return _one_clause(body)


def _is_tail(clause: str) -> bool:
    if EACH.search(clause) and ASKS.search(clause):
        return True
    return bool(
        _MORE.search(clause) and ASKS.search(clause) and (WHICH.match(clause) or _JOIN.search(clause))
    ) and not _CHOSEN.search(clause)


def _one_clause(body: str) -> tuple[str, list[str]]:
    """ "A và B lần lượt …", "A hay B … hơn", "a và b nơi nào … hơn": the head ends where asking begins."""
    for join in _JOIN.finditer(body):
        end = _BARE.search(body, join.end()) or PREDICATE.search(body, join.end())
        if end and (NAME.search(body, join.end(), end.start()) or _nameless(body)):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def _parallel(body: str) -> tuple[str, list[str]]:
    """ "… ở A và ở B là bao nhiêu": both open with one word; what they did together is no pair."""
    if re.search(r"\b(?:giữa|nhau|cùng|ký)\b", body):
        return body, []
    for join in _JOIN.finditer(body):
        end = PREDICATE.search(body, join.end())
        first, second = body[: join.start()], body[join.end() : end.start() if end else 0]
        named = NAME.search(first) and NAME.search(second)
        asks = end and ASKS.search(body, end.start()) and not ASKS.search(f"{first} {second}")
        if end and asks and named and _common(second) and _said(second.split()[0], first):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def _split(head: str) -> _Pair | None:
    """The pair that a head names, at the join with a name, or a word said twice, on either side."""
    head = _BETWEEN.sub("", head)
    both = _BOTH.match(head)
    kind = f"{both[1]} " if both else ""
    head = head[both.end() :] if both else head
    joins = [join for join in _JOIN.finditer(head) if not _OFFICES.match(head[join.end() :])]
    joins = [join for join in joins if _nameless(head) or _alike(head[: join.start()], head[join.end() :])]
    if not joins:
        return None
    join = _best_join(head, joins)
    first, second = head[: join.start()], head[join.end() :]
    before = _shared_start(first, second)
    second, after = shared_end(first, second)
    return _Pair(kind + before, first[len(before) :], second, after)


def _alike(first: str, second: str) -> bool:
    """Whether both name something, or the second opens with a word of the first."""
    named = NAME.search(first) and NAME.search(second)
    return bool(named or _said(second.split()[0], first))


def _nameless(text: str) -> bool:
    """Whether no capital stands behind the first letter: nothing tells a name from a noun."""
    return text[1:] == text[1:].lower()


def _said(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _common(text: str) -> bool:
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


def _shared_start(first: str, second: str) -> str:
    """The words of ``first`` that ``second`` leaves out: "thu nhập của huyện " before "Vân Hạ"."""
    same = list(re.finditer(rf"\b{re.escape(second.split()[0])}\b", first, re.IGNORECASE))
    if same:
        return first[: same[-1].start()]
    if second[0].isupper() and not _common(second):
        names = [m for m in NAME.finditer(first) if m.start() or " " in m.group() or m.group() == first]
        return first[: names[0].start()] if names else ""
    owners = list(_OWNER.finditer(first))
    if owners and _nameless(first):
        return first[: owners[-1].end()]
    if owners and re.match(rf"{PLACE}\s+[{UPPER}]", second):
        return f"{first[: owners[0].start()]}{owners[0].group().split()[0]} "
    return ""


def shared_end(first: str, second: str) -> tuple[str, str]:
    """Words after the second name that the first, which ends in its name, leaves out."""
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


def _questions(lead: str, pair: _Pair, tails: list[str]) -> tuple[str, ...]:
    asked = predicate(tails)
    return tuple(
        _sentence(lead, f"{pair.before}{thing}", pair.after, asked) for thing in (pair.first, pair.second)
    )


def _sentence(lead: str, thing: str, after: str, asked: str) -> str:
    who = re.match(r"ai\b\s*", asked, re.IGNORECASE)
    words = [asked, thing, after] if who else [thing, after, asked]
    return as_question(lead + " ".join(word for word in words if word))


def _against(lead: str, first: str, second: str) -> tuple[str, ...]:
    """ "So với B thì A …": the same is asked of B, in A's place."""
    end = PREDICATE.search(first)
    name = NAME.search(first)
    if name is None or not NAME.search(second):
        return ()
    thing, asked = (
        (first[: end.start()], first[end.end() :]) if end and end.start() >= name.end() else (first, "")
    )
    pair = _Pair(_shared_start(thing, second), thing, second, "")
    asked = plain(asked) if asked else "là bao nhiêu"
    return (
        _sentence(lead, thing, "", asked),
        _sentence(lead, pair.before + second, "", asked),
    )


def _over(lead: str, match: re.Match[str]) -> tuple[str, ...]:
    """ "A dài hơn B bao nhiêu mét": how long each is."""
    first, second = match["a"], match["b"]
    asked = measure(match["how"]) + match["unit"]
    return _sentence(lead, first, "", asked), _sentence(
        lead, _shared_start(first, second) + second, "", asked
    )


def as_question(text: str) -> str:
    text = " ".join(text.split()).rstrip(" ,;?.")
    return f"{text[:1].upper()}{text[1:]}?"
