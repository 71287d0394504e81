"""A comparison or a two-part question as the plain questions it is made of.

"Thu nhập của huyện Vân Hà và Vân Hạ năm 2023, nơi nào cao hơn?" becomes "Thu nhập của huyện Vân Hà
năm 2023 là bao nhiêu?" and "Thu nhập của huyện Vân Hạ năm 2023 là bao nhiêu?": each side is searched
and answered by itself, so each carries the words that the two share. A plain question has no sides.
"""

import re

from rag.compare import ASKS, NAME, PREDICATE, UPPER, as_question, compared

_SECOND = re.compile(r"[,;?.]\s*(?:và|còn|đồng thời|rồi)\s+|\s+và\s+|[;?]\s+", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"\b(?:(?:ông|bà|anh|chị|cô)(?:\s+(?:ấy|này|ta))?|họ|(?:nơi|công ty|đơn vị) (?:này|đó))\b"
    rf"(?!\s+[{UPPER}])"
)


_WHERE = re.compile(
    rf"(?:^|\s)(?:(?:ở|tại|của|vì|do|trong|cho)\s+(?:[^\W{UPPER}][^\W\d_]*\s+){{0,3}}(?:{NAME.pattern}|\d+)"
    rf"(?:\s+năm\s+\d{{4}})?|[Nn]ăm\s+\d{{4}})"
)
"""Where, of what and when: "ở huyện Vân Hà", "vì bão số 9", "năm 2024"."""


def sides(question: str) -> tuple[str, ...]:
    """Return the standalone sub-questions of a comparison or two-part question, () for a plain one."""
    text = " ".join(question.split()).rstrip(" ?.!…")
    return compared(text) or _two_questions(text)


def _two_questions(text: str) -> tuple[str, ...]:
    """Sides of "… là ai, và … bao nhiêu?": both parts ask, and the second names what it is about."""
    for cut in _SECOND.finditer(text):
        first, second = text[: cut.start()], text[cut.end() :]
        if not (ASKS.search(first) and ASKS.search(second)) or len(first.split()) < 4:
            continue
        if whole := _gapped(first, second):
            return as_question(first), as_question(whole)
        names = [
            m.group() for m in NAME.finditer(second) if m.start() or " " in m.group() or m.group().isupper()
        ]
        if names and len(second.split()) >= 4:
            return as_question(first), as_question(_named(first, second))
        if not names and "và" in cut.group() and (whole := _inherited(first, second)):
            return as_question(first), as_question(whole)
    return ()


def _inherited(first: str, second: str) -> str | None:
    """The second part about the first's subject: put in front of a verb, else its names put behind.

    None where the second is only an ellipsis ("và từ năm nào") or the first names nothing.
    """
    if len(second.split()) < 5:
        return None
    if _PRONOUN.search(second):
        return _named(first, second)
    names = [m for m in NAME.finditer(first) if m.start() or not re.match(r"\S+ \d", m.group())]
    asks = ASKS.search(first)
    if names and PREDICATE.match(f" {second}") and asks and names[0].end() < asks.start():
        return f"{first[: names[0].end()]} {second}"
    behind = [match.group().strip() for match in _WHERE.finditer(first)]
    return " ".join([second, *behind]) if behind else None


def _gapped(first: str, second: str) -> str | None:
    """ "A có bao nhiêu ca bệnh", "B bao nhiêu ca" or "B thì sao": B in A's place."""
    ours, theirs = NAME.match(first), NAME.match(second)
    if ours is None or theirs is None:
        return None
    rest = second[theirs.end() :].strip()
    if rest == "thì sao" or (re.match(r"(?:có |được |là )?(?:bao nhiêu|mấy)\b", rest) and rest in first):
        return theirs.group() + first[ours.end() :]
    return None


def _named(first: str, second: str) -> str:
    """The second part with its pronoun replaced by whom the first part names."""
    if not _PRONOUN.search(second):
        return second
    who = re.search(rf"\b([Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô)\s+(?=[{UPPER}])", first)
    name = NAME.search(first, who.end() if who else 0)
    if name is None:
        return second
    whole = f"{who.group(1).lower()} {name.group()}" if who else name.group()
    return _PRONOUN.sub(whole, second, count=1)
