"""A comparison or a two-part question as the plain questions it is made of.

"Thu nhập của huyện Vân Hà và Vân Hạ năm 2023, nơi nào cao hơn?" becomes "Thu nhập của huyện Vân Hà
năm 2023 là bao nhiêu?" and "Thu nhập của huyện Vân Hạ năm 2023 là bao nhiêu?": each side is searched
and answered by itself, so each carries the words that the two share. A plain question has no sides.
"""

import re

from rag.asking import ASKS, UPPER
from rag.both import both_are
from rag.choices import chosen
from rag.compare import PREDICATE, as_question, compared
from rag.conjoined import conjoined, two_years
from rag.gaps import gapped, uncut
from rag.kinds import two_kinds
from rag.pairs import MEASURE, NAME, PERIOD
from rag.reworded import reworded
from rag.turned import turned

_SECOND = re.compile(r"[,;?.]\s*(?:và|còn|đồng thời|rồi)\s+|\s+và\s+|[;?]\s+|,\s+", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"\b(?:(?:ông|bà|anh|chị|cô)(?:\s+(?:ấy|này|ta))?|họ|(?:nơi|công ty|đơn vị) (?:này|đó))\b"
    rf"(?!\s+[{UPPER}])"
)


_WHERE = re.compile(
    rf"(?:^|\s)(?:(?:ở|tại|của|vì|do|trong|cho)\s+(?:[^\W{UPPER}][^\W\d_]*\s+){{0,3}}(?:{NAME.pattern}|\d+)"
    rf"(?:\s+năm\s+\d{{4}})?|[Nn]ăm\s+\d{{4}})"
)
"""Where, of what and when: "ở huyện Vân Hà", "vì bão số 9", "năm 2024"."""


_TITLE = re.compile(r"(?P<title>[^:?;]{8,}):\s+(?P<rest>.+)$")
_THEN = re.compile(rf"^((?!nếu|khi)[^,?]*?{NAME.pattern})\s+thì\s+(?=\w)")
_CIRCUMSTANCE = re.compile(
    r"(?:theo|trong|ở|tại|vì|khi|nếu|do|bởi|để|từ|năm|ngày|tháng|lúc|hồi)\s", re.IGNORECASE
)

_UNTIL = re.compile(rf"(?:{_CIRCUMSTANCE.pattern}|(?:đến|tới|sau|trước)\s)", re.IGNORECASE)
"""A part that opens with its time has no subject of its own: "đến năm 2025 dự kiến bao nhiêu"."""
_ADDRESS = re.compile(rf"{NAME.pattern},\s+[{UPPER}]$")
"""A name, a comma and a capital: "ở Vân Hà, Hạc Châu" is one place."""


def sides(question: str) -> tuple[str, ...]:
    """Return the standalone sub-questions of a comparison or two-part question, () for a plain one."""
    text = reworded(" ".join(question.split()).rstrip(" ?.!…"))
    return _titled(text) or _parted(text)


def _parted(text: str) -> tuple[str, ...]:
    return (
        two_years(text)
        or chosen(text)
        or both_are(text)
        or two_kinds(text)
        or compared(turned(text))
        or conjoined(text)
        or _two_questions(text)
    )


def _titled(text: str) -> tuple[str, ...]:
    """ "M: A năm 2023 được mấy, còn B được mấy": what stands before the colon belongs to either side."""
    match = _TITLE.match(text)
    if match is None or ASKS.search(match["title"]) or not ASKS.search(match["rest"]):
        return ()
    title, rest = match["title"], match["rest"]
    measured = MEASURE.match(title)
    if measured and PERIOD.match(rest):
        return _parted(f"{title} {rest}")
    joint = " của " if measured else ": "
    made = []
    for side in _parted(rest):
        # as it was typed: a capital only where its name has one
        typed = side if side[:1] + side[1:].split(" ")[0] in rest else side[:1].lower() + side[1:]
        made.append(as_question(title + joint + typed))
    return tuple(made)


def _two_questions(text: str) -> tuple[str, ...]:
    """Sides of "… là ai, và … bao nhiêu?": both parts ask, and the second names what it is about."""
    for cut in _SECOND.finditer(text):
        first, second = text[: cut.start()], text[cut.end() :]
        comma = cut.group().strip() == ","
        if (
            not ASKS.search(first)
            or len(first.split()) < 4
            or (comma and _ADDRESS.search(text, 0, cut.end() + 1))
        ):
            continue
        if whole := gapped(first, second, "còn" in cut.group().lower()):
            return as_question(first), as_question(whole)
        second = _THEN.sub(r"\1 ", second)
        if not ASKS.search(second) or (comma and not _whole(first, second)):
            continue
        names = [
            m.group()
            for m in NAME.finditer(second)
            if m.start() or " " in m.group() or m.group().isupper() or cut.group()[:1] not in "?."
        ]
        if names and len(second.split()) >= 4:
            return as_question(first), as_question(_named(first, second))
        if not names and re.search("và|còn|;", cut.group()):
            clause = cut.group().strip().lower() != "và"
            if whole := _inherited(first, second, clause):
                return as_question(first), as_question(whole)
    return _uncut(text)


def _uncut(text: str) -> tuple[str, ...]:
    """ "a thu bao nhiêu còn b bao nhiêu", without a comma."""
    for cut in re.finditer(r"\s+còn\s+", text):
        first, second = text[: cut.start()], text[cut.end() :]
        if not ASKS.search(first):
            continue
        if whole := uncut(first, second) or _clause(second):
            return as_question(first), as_question(whole)
    return ()


def _clause(second: str) -> str | None:
    """A second part that names its thing and then asks: "còn" before it is no verb ("còn nợ bao nhiêu")."""
    asks, name = ASKS.search(second), NAME.search(second)
    own = asks and name and name.end() <= asks.start() and not PREDICATE.match(f" {second}")
    return second if own else None


def _inherited(first: str, second: str, clause: bool) -> str | None:
    """The second part about the first's subject: put in front of a verb, else its names put behind.

    ``clause``: more than "và" parts them, and the second may stand alone. None where the second is only
    an ellipsis ("và từ năm nào") or the first names nothing.
    """
    if _PRONOUN.search(second):
        if who := re.match(r"ai (?:là|đang là|giữ chức|làm) (?P<office>.+)$", first, re.IGNORECASE):
            return _PRONOUN.sub(who["office"], second, count=1)
        return _named(first, second) if len(second.split()) > 3 else None
    subject = _subject(first)
    verb = PREDICATE.match(f" {second}") or first[len(subject) :].split()[:1] == second.split()[:1]
    if subject and verb and len(second.split()) > 2:
        return f"{subject} {second}"
    if len(second.split()) < 5:
        return None
    behind = [match.group().strip() for match in _WHERE.finditer(first)]
    if PERIOD.search(second):  # a time of its own: the first's is of another figure
        if clause and not _UNTIL.match(second) and not NAME.search(first, 1) and PERIOD.search(first):
            return second
        behind = [place for where in behind if (place := PERIOD.sub("", where).strip())]
    return " ".join([second, *behind]) if behind else None


def _subject(first: str) -> str:
    """What the first part is about: the words before its verb, where they name something; else ''."""
    asks, verb = ASKS.search(first), PREDICATE.search(first)
    names = [m for m in NAME.finditer(first) if m.start() or " " in m.group()]
    if not asks or not names or names[0].end() > asks.start():
        return ""
    # "bao nhiêu" itself is no verb: what stands between it and the name is the first part's own
    end = verb.start() if verb and names[0].end() <= verb.start() < asks.start() - 1 else names[0].end()
    return first[:end]


def _whole(first: str, second: str) -> bool:
    """Whether a comma parts two questions that each name their own thing."""
    return bool(
        NAME.search(first, 1)
        and NAME.search(second, 1)
        and not _CIRCUMSTANCE.match(second)
        and len(second.split()) > 4
    )


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
