"""A comparison as the plain question that it asks of each thing: "A và B, nơi nào … hơn?"."""

import re
from dataclasses import dataclass

UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
"""Capital letters with Vietnamese marks, for a character class."""

ASKS = re.compile(
    r"\b(?:ai|gì|nào|sao|đâu|mấy|bao nhiêu|bao lâu|bao giờ|bao xa|thế nào)\b|\bkhông$", re.IGNORECASE
)
_MORE = re.compile(
    r"\bhơn\b(?!\s*\d)|\b(?:chênh|khác|kém)\s+nhau\b|\b(?:nhất|trước|sau|nhau)$", re.IGNORECASE
)
_KINDS = (
    r"(?:ngân hàng|công ty|bệnh viện|dự án|doanh nghiệp|tập đoàn|địa phương|đơn vị|thành phố|thị xã|cơ quan|"
    r"loại|trường hợp|bên|nơi|chỗ|ông|bà|anh|chị|em|người|cơn|trận|vụ|tuyến|tỉnh|huyện|xã|quận|phường|nước|"
    r"đội|tàu|xe|trường|cầu|đường|sân|nhà máy|khu|hãng|bộ|sở|ngành|công trình|cái|con|đợt|kỳ|đằng|nhóm|trạm|"
    r"đảo|làng)"
)
_EACH = re.compile(rf"\b(?:mỗi|từng)\s+{_KINDS}\b|\blần lượt\b|\btương ứng\b|\bcả hai\b", re.IGNORECASE)
_WHICH = re.compile(
    r"^(?:thì\s+|xem\s+)*(?:(?:ở\s+)?(?:\w+\s+){1,3}?nào|ai|ở đâu|đâu)\b\s*(?:là\s+)?", re.IGNORECASE
)
_JOIN = re.compile(r"\s+(?:so với|và|với|hay|hoặc|còn|cùng)\s+", re.IGNORECASE)
_OFFICES = re.compile(
    r"^(?:đào tạo|phát triển|môi trường|công nghệ|truyền thông|đầu tư|xã hội|du lịch|thể thao|gia đình)\b",
    re.IGNORECASE,
)
"""What follows "và" in the names of ministries."""
_PLACE = r"(?:huyện|tỉnh|xã|phường|quận|thị xã|thị trấn|thành phố|tp\.?|nước|vùng|khu)"
_OWNER = re.compile(rf"\b(?:của|ở|tại|bên)\s+(?:{_PLACE}\s+)?", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:trong\s+)?(?:năm|quý|tháng|ngày|giai đoạn)\s+(?:[\w/-]+,|\d[\d/-]*,?)|theo [^,]+,)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"^(?:(?:nếu\s+)?so sánh\s+(?:giữa\s+)?|giữa\s+|trong\s+|cả\s+)", re.IGNORECASE)
_BOTH = re.compile(rf"^hai\s+((?:{_PLACE}|\w+))\s+(?=[{UPPER}])", re.IGNORECASE)
_AGAINST = re.compile(r"^so với\s+(?P<b>[^,]+?)(?:,|\s+thì)\s+(?P<a>.+)$", re.IGNORECASE)
_QUALITY = (
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|dài|ngắn|rộng|đông|nhanh|chậm|đắt|rẻ|xa|gần|sớm|muộn|già|trẻ|nặng|nhẹ)"
)
_OVER = re.compile(
    rf"^(?P<a>.+?)\s+(?P<how>{_QUALITY}(?:\s+\w+)?)\s+hơn\s+(?:so với\s+)?"
    r"(?P<b>[^,?]+?)\s+(?:bao nhiêu|mấy)\b(?P<unit>.*)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s(?=(?:\w+\s+)?(?:nào|ai)\s[^,]*\bhơn\b)", re.IGNORECASE)
NAME = re.compile(rf"(?<!\w)[{UPPER}][\w.&-]*(?:\s+(?:-\s+)?(?:[{UPPER}][\w.&-]*|\d+(?!\w)))*")
PREDICATE = re.compile(
    r"\s(?=(?:có|đạt|bị|được|đặt|làm|thu|chi|là|dài|cao|thấp|lớn|nhiều|ít|đã|sẽ|đang|phải|nộp|xây|giảm|tăng|nghỉ|chênh|lần|"
    r"mỗi|khác|hơn|ra|nhận|mất|thắng|thua|dự kiến|chiếm|gây|khiến|cách|lấy|bao nhiêu|mấy)\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:trong|vào|hồi|năm|tháng|quý|ở|tại|kể từ|tính đến)\s.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two things of one question, and the words before and after that both share."""

    before: str
    first: str
    second: str
    after: str


def compared(text: str) -> tuple[str, ...]:
    """Sides of "A và B, nơi nào … hơn", "so với A thì B …", "A … hơn B bao nhiêu", "A và B mỗi …"."""
    leading = _LEADING.match(text)
    lead, body = (leading.group(), text[leading.end() :]) if leading else ("", text)
    if match := _AGAINST.match(body):
        return _against(lead, match["a"], match["b"])
    head, tails = _head_and_tails(body)
    if tails:
        pair = _split(head)
        return _questions(lead, pair, tails) if pair else ()
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
    if _EACH.search(clause) and ASKS.search(clause):
        return True
    return bool(
        _MORE.search(clause) and ASKS.search(clause) and (_WHICH.match(clause) or _JOIN.search(clause))
    )


def _one_clause(body: str) -> tuple[str, list[str]]:
    """ "A và B lần lượt …", "A hay B … hơn", "a và b nơi nào … hơn": the head ends where asking begins."""
    for join in _JOIN.finditer(body):
        end = _BARE.search(body, join.end()) or PREDICATE.search(body, join.end())
        if end and (NAME.search(body, join.end(), end.start()) or body == body.lower()):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def _parallel(body: str) -> tuple[str, list[str]]:
    """ "… ở A và ở B là bao nhiêu": both open with one word; what they did together is no pair."""
    if re.search(r"\b(?:giữa|nhau|cùng)\b", body):
        return body, []
    for join in _JOIN.finditer(body):
        end = PREDICATE.search(body, join.end())
        first, second = body[: join.start()], body[join.end() : end.start() if end else 0]
        named = NAME.search(first) and NAME.search(second)
        if end and named and _common(second) and _said(second.split()[0], first):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def _split(head: str) -> _Pair | None:
    """The pair that a head names, at the join with a name, or a word said twice, on either side."""
    head = _BETWEEN.sub("", head)
    both = _BOTH.match(head)
    kind = f"{both[1]} " if both else ""
    head = head[both.end() :] if both else head
    joins = [join for join in _JOIN.finditer(head) if not _OFFICES.match(head[join.end() :])]
    joins = [
        join for join in joins if head == head.lower() or _alike(head[: join.start()], head[join.end() :])
    ]
    if not joins:
        return None
    join = _best_join(head, joins)
    first, second = head[: join.start()], head[join.end() :]
    before = _shared_start(first, second)
    second, after = _shared_end(first, second)
    return _Pair(kind + before, first[len(before) :], second, after)


def _alike(first: str, second: str) -> bool:
    """Whether both name something, or the second opens with a word of the first."""
    named = NAME.search(first) and NAME.search(second)
    return bool(named or _said(second.split()[0], first))


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
    if owners and first == first.lower():
        return first[: owners[-1].end()]
    if owners and re.match(rf"{_PLACE}\s+[{UPPER}]", second):
        return f"{first[: owners[0].start()]}{owners[0].group().split()[0]} "
    return ""


def _shared_end(first: str, second: str) -> tuple[str, str]:
    """Words after the second name that the first, which ends in its name, leaves out."""
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
    asked = _predicate(tails)
    return tuple(
        _sentence(lead, f"{pair.before}{thing}", pair.after, asked) for thing in (pair.first, pair.second)
    )


def _sentence(lead: str, thing: str, after: str, asked: str) -> str:
    who = re.match(r"ai\b\s*", asked, re.IGNORECASE)
    words = [asked, thing, after] if who else [thing, after, asked]
    return as_question(lead + " ".join(word for word in words if word))


def _predicate(tails: list[str]) -> str:
    """What is asked of each thing: "bên nào bị phạt nhiều tiền hơn" → "bị phạt bao nhiêu tiền"."""
    wanted = [_plain(tail) for tail in tails]
    asking = [tail for tail in wanted if ASKS.search(tail)]
    if len(tails) > 1 and _WHICH.match(tails[0]) and len(asking) > 1:
        quality = re.sub(r"\s*(?:là\s+)?bao nhiêu\b.*$", "", wanted[0])
        return asking[-1] if quality and quality in asking[-1] else f"{quality} {asking[-1]}".strip()
    return " ".join(asking) if asking else "là bao nhiêu"


def _plain(tail: str) -> str:
    """A comparing or distributing clause without what compares or distributes."""
    tail = re.sub(r"^và\s+", "", tail)
    if _EACH.search(tail):
        return re.sub(r"\s+", " ", _EACH.sub("", tail)).strip()
    words = _WHICH.sub("", tail, count=1)
    when = _WHEN.search(words.partition("hơn")[2])
    words = re.sub(r"\b(?:hơn|nhau)\b.*$", "", words).strip()
    if ASKS.search(words):
        return words
    asked = _measure(words)
    return f"{asked} {when.group()}" if when else asked


def _measure(words: str) -> str:
    """ "bị phạt nhiều tiền" → "bị phạt bao nhiêu tiền", "đặt cao" → "là bao nhiêu"."""
    if match := re.search(r"\b(?:nhiều|ít|đông)\s+(\S.*)$", words):
        return f"{words[: match.start()]}bao nhiêu {match[1]}".strip()
    if re.search(r"\b(?:sớm|muộn|trước|sau)$", words):
        return re.sub(r"\s*\b(?:sớm|muộn|trước|sau)$", "", words).strip() + " khi nào"
    if re.search(r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông|chênh|khác)$", words):
        rest = re.sub(r"\s*\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông|chênh|khác)$", "", words).strip()
        return f"{rest} bao nhiêu" if rest and rest not in ("đặt", "có", "là") else "là bao nhiêu"
    return f"{words} bao nhiêu" if words else "là bao nhiêu"


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
    asked = _plain(asked) if asked else "là bao nhiêu"
    return (
        _sentence(lead, thing, "", asked),
        _sentence(lead, pair.before + second, "", asked),
    )


def _over(lead: str, match: re.Match[str]) -> tuple[str, ...]:
    """ "A dài hơn B bao nhiêu mét": how long each is."""
    first, second = match["a"], match["b"]
    asked = _measure(match["how"]) + match["unit"]
    return _sentence(lead, first, "", asked), _sentence(
        lead, _shared_start(first, second) + second, "", asked
    )


def as_question(text: str) -> str:
    text = " ".join(text.split()).rstrip(" ,;?.")
    return f"{text[:1].upper()}{text[1:]}?"
