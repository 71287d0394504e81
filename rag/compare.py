"""A comparison as the plain question that it asks of each thing: "A và B, nơi nào … hơn?"."""

import re

from rag.asking import ASKS, EACH, WHICH, measure, plain, predicate
from rag.pairs import JOIN, NAME, PERIOD, Pair, common, mid_sentence, nameless, said, shared_start, split

_MORE = re.compile(
    r"\bhơn\b(?!\s*\d)|\b(?:chênh|khác|kém)\s+nhau\b|\b(?:nhất|trước|sau|nhau)$", re.IGNORECASE
)
_CHOSEN = re.compile(
    r"\bnào\s+(?:về|đứng|xếp|giành|đoạt|vô địch|thắng)\s.*\b(?:nhất|trước|sau)$", re.IGNORECASE
)
"""What is asked of a contest ("đội nào về nhất") is which one, no measure of each."""
LEADING = re.compile(
    r"^(?:(?:trong\s+)?(?:năm|quý|tháng|ngày|giai đoạn)\s+(?:[\w/-]+,|\d[\d/-]*,?)|theo [^,]+,)\s*",
    re.IGNORECASE,
)
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
_SHORT = 4
"""Words of a name that is typed without capitals, with its class, at most."""
_BARE = re.compile(r"\s(?=(?:\w+\s+)?(?:nào|ai)\s[^,]*\bhơn\b)", re.IGNORECASE)
PREDICATE = re.compile(
    r"\s(?=(?:có|đạt|bị|được|đặt|làm|thu|chi|là|dài|cao|thấp|lớn|nhiều|ít|đã|sẽ|đang|phải|nộp|xây|giảm|tăng|nghỉ|chênh|lần|"
    r"mỗi|khác|hơn|ra|nhận|mất|thắng|thua|dự kiến|chiếm|gây|khiến|cách|lấy|bao nhiêu|mấy)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(r"^(?:vì sao|tại sao|sao|vì đâu|do đâu|nhờ đâu)\b", re.IGNORECASE)
_THEN = re.compile(r"^(?:vậy|thế|thì)\s+", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<noun>.+)$", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:(?:là|được|hết|có|khoảng|tốn|mất)\s+)*(?:bao nhiêu|mấy)(?:\s+(?P<noun>\w+))?", re.IGNORECASE
)
_OF_EACH = re.compile(
    r"^(?P<measure>.+?)\s+của\s+(?=(?:mỗi|từng)\s)(?:" + EACH.pattern + r")\s*(?P<asked>.*)$", re.IGNORECASE
)
_MONEY = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đô|usd)\b", re.IGNORECASE)


def compared(text: str) -> tuple[str, ...]:
    """Sides of "A và B, nơi nào … hơn", "so với A thì B …", "A … hơn B bao nhiêu", "A và B mỗi …"."""
    if _REASON.match(text):
        return ()
    lead, body = led(text)
    end = _circumstance(body)
    lead, body = lead + body[:end], body[end:]
    if match := _AGAINST.match(body):
        return _against(lead, match["a"], match["b"])
    head, tails = _head_and_tails(body)
    if tails:
        pair = split(head)
        return questions(lead, pair, tails) if pair else ()
    if match := _TIMES.match(body):
        one, two = match["a"], match["b"]
        return _sentence(lead, one, "", "là bao nhiêu"), _sentence(
            lead, shared_start(one, two) + two, "", "là bao nhiêu"
        )
    if (match := _OVER.match(body)) and NAME.search(match["b"]) and not ASKS.search(match["a"]):
        return _over(lead, match)
    return ()


def led(text: str) -> tuple[str, str]:
    """A time or a source that leads a question, and the rest; "năm 2022 và năm 2023, …" is no lead."""
    leading = LEADING.match(text)
    if leading is None or re.match(r"(?:và|với|hay|hoặc|so với|còn)\s", text[leading.end() :]):
        return "", text
    return leading.group(), text[leading.end() :]


def _circumstance(body: str) -> int:
    """Where "Đợt rét đầu năm 2021, " ends before the clause that names both things and asks of each."""
    for cut in re.finditer(r",\s+", body):
        each = EACH.search(body, cut.end())
        join = JOIN.search(body, cut.end(), each.start()) if each else None
        if JOIN.search(body, 0, cut.start()) or ASKS.search(body, 0, cut.start()):
            return 0
        if (
            each
            and join
            and "," not in body[cut.end() : each.start()]
            and _name_things(body[cut.end() : join.start()], body[join.end() : each.start()], body)
        ):
            return cut.end()
    return 0


def _name_things(first: str, second: str, body: str) -> bool:
    """Whether both are things with names; without capitals, whether both are as short as one."""
    if nameless(body):
        return max(len(first.split()), len(second.split())) <= _SHORT
    return bool(NAME.search(first) and NAME.search(second))


def _head_and_tails(body: str) -> tuple[str, list[str]]:
    """The clauses that name the things, and the clauses that compare them or ask of each."""
    clauses = [clause.strip() for clause in re.split(r"[,;:]\s+|\s+thì\s+(?=\S+\s+nào\b|ai\b|mỗi\b)", body)]
    first = next((i for i, clause in enumerate(clauses) if _is_tail(clause)), None)
    if first:
        return ", ".join(clauses[:first]), clauses[first:]
    if first is None:
        return _parallel(body)
    things = [clause for clause in clauses[1:] if not _is_tail(clause)]
    if things and JOIN.search(things[-1]):  # "nơi nào … hơn, A hay B, mỗi nơi mấy …"
        return ", ".join(things), [clause for clause in clauses if clause not in things]
    return _one_clause(body)


def _is_tail(clause: str) -> bool:
    if EACH.search(clause) and ASKS.search(clause):
        return True
    return bool(
        _MORE.search(clause) and ASKS.search(clause) and (WHICH.match(clause) or JOIN.search(clause))
    ) and not _CHOSEN.search(clause)


def _one_clause(body: str) -> tuple[str, list[str]]:
    """ "A và B lần lượt …", "A hay B … hơn", "a và b nơi nào … hơn": the head ends where asking begins."""
    for join in JOIN.finditer(body):
        end = _BARE.search(body, join.end()) or PREDICATE.search(body, join.end())
        if end and (NAME.search(body, join.end(), end.start()) or nameless(body)):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def _parallel(body: str) -> tuple[str, list[str]]:
    """ "… ở A và ở B là bao nhiêu": both open with one word; what they did together is no pair."""
    if re.search(r"\b(?:giữa|nhau|cùng|ký|gặp|đấu|nối|va|nhập|sáp nhập)\b", body):
        return body, []
    for join in JOIN.finditer(body):
        end = PREDICATE.search(body, join.end())
        first, second = body[: join.start()], body[join.end() : end.start() if end else 0]
        named = NAME.search(first) and NAME.search(second)
        asks = end and ASKS.search(body, end.start()) and not ASKS.search(f"{first} {second}")
        # two times are told apart elsewhere, and a change from one to the other is one figure
        if (
            end
            and asks
            and named
            and not PERIOD.match(second)
            and common(second)
            and said(second.split()[0], first)
        ):
            return body[: end.start()], [body[end.end() :]]
    return body, []


def questions(lead: str, pair: Pair, tails: list[str]) -> tuple[str, ...]:
    # "A và B bị phạt bao nhiêu, bên nào nặng hơn": the head asks already
    asked = "" if ASKS.search(pair.after) else _asked([_THEN.sub("", tail) for tail in tails])
    # "đều trồng chè" says what both are: of one thing it is "trồng chè"
    after = re.sub(r"^(?:đều|cùng)\s+(.+)$", r"\1,", pair.after)
    if not after and (owned := _OF_EACH.match(tails[-1])):
        return _owned(lead, pair, owned)
    return tuple(
        _sentence(lead, f"{pair.before}{thing}", after, asked) for thing in (pair.first, pair.second)
    )


def _owned(lead: str, pair: Pair, owned: re.Match[str]) -> tuple[str, ...]:
    """ "A và B, điểm chuẩn của mỗi trường là …": the measure first, as its owner stands behind it."""
    one, two = f"{pair.before}{pair.first}", f"{pair.before}{pair.second}"
    whose = (mid_sentence(one, two), mid_sentence(two, one))
    return tuple(_sentence(lead, f"{owned['measure']} của {thing}", "", owned["asked"]) for thing in whose)


def _asked(tails: list[str]) -> str:
    """What is asked of each; "tốn bao nhiêu tiền, mỗi nơi hết bao nhiêu" is one thing, asked twice."""
    if len(tails) > 1 and WHICH.match(tails[0]):
        first, again = plain(tails[0]), _AGAIN.fullmatch(plain(tails[-1]))
        counted = _COUNTED.search(first)
        noun = again["noun"] or "" if again else ""
        if counted and again and not _MONEY.match(noun) and not (noun and counted["noun"].startswith(noun)):
            return first
    asked = predicate(tails)
    return re.sub(r"\bxa bao nhiêu$", "bao xa", re.sub(r"\blâu bao nhiêu$", "bao lâu", asked))


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
    pair = Pair(shared_start(thing, second), thing, second, "")
    asked = plain(asked) if asked else "là bao nhiêu"
    return (
        _sentence(lead, thing, "", asked),
        _sentence(lead, pair.before + second, "", asked),
    )


def _over(lead: str, match: re.Match[str]) -> tuple[str, ...]:
    """ "A dài hơn B bao nhiêu mét": how long each is."""
    first, second = match["a"], match["b"]
    asked = measure(match["how"]) + match["unit"]
    return _sentence(lead, first, "", asked), _sentence(lead, shared_start(first, second) + second, "", asked)


def as_question(text: str) -> str:
    text = " ".join(text.split()).rstrip(" ,;?.")
    return f"{text[:1].upper()}{text[1:]}?"
