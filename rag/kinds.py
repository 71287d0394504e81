"""One measure of two kinds of the same place: "tỷ lệ hộ nghèo và hộ cận nghèo của Vân Hà …".

Asked alone, the two may well be one figure ("số người chết và mất tích"); asked which of them is higher,
or for them "lần lượt", each has its own, and each keeps the place, the year and the unit.
"""

import re

from rag.asking import ASKS
from rag.compare import as_question, led
from rag.conjoined import ASKED
from rag.pairs import MEASURE, NAME

_WHICH = re.compile(
    r"(?:,|\s+thì|:)\s+(?:trong đó\s+)?(?:(?:\w+\s+)?\w+\s+nào)\s+(?P<how>[^,:]+)\s+hơn$", re.IGNORECASE
)
_HIGHER = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông|đắt|rẻ)$", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:lần lượt|tương ứng|mỗi (?:loại|cái|nhóm|thứ|diện))(?=\s)", re.IGNORECASE)
_JOIN = re.compile(r"\s+(?:và|với|hay|hoặc|so với)\s+", re.IGNORECASE)
_PLACED = re.compile(r"\s(?:của|ở|tại|trong|trên)\s.*$", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:vé|trẻ em|trẻ|hộ|người|học sinh|sinh viên|thí sinh|lao động|ca|vụ|xã|doanh nghiệp|điện|nước)\s",
    re.IGNORECASE,
)
"""What the measure counts: it is said once, before the first kind ("tỷ lệ trẻ thấp còi và nhẹ cân")."""


def two_kinds(text: str) -> tuple[str, ...]:
    """The question for each of two kinds of one measure, () where they may be one figure."""
    lead, body = led(text)
    which = _WHICH.search(body)
    head = _EACH.sub("", body[: which.start()] if which else body)
    asked = ASKED.search(head)
    # "…, cái nào tăng mạnh hơn" asks more than how much each is, unless that is asked before it
    if head == body or not MEASURE.match(head) or not (asked or (which and _HIGHER.match(which["how"]))):
        return ()
    named = head[: asked.start()] if asked else head
    for join in _JOIN.finditer(named):
        first, second = named[: join.start()], named[join.end() :]
        placed = _PLACED.search(second)
        if ASKS.search(named) or placed is None or _PLACED.search(first) or NAME.search(first, 1):
            continue
        kind = second[: placed.start()]
        first += _object(first, kind)
        tail = placed.group() + (asked.group() if asked else " là bao nhiêu")
        return as_question(f"{lead}{first}{tail}"), as_question(f"{lead}{_shared(first, kind)}{kind}{tail}")
    return ()


def _object(first: str, kind: str) -> str:
    """ "Thu và chi ngân sách": one syllable alone is of the same as the second."""
    measure = MEASURE.match(kind)
    return kind[measure.end() :] if measure and len(first.split()) == 1 else ""


def _shared(first: str, kind: str) -> str:
    """The measure, and the noun that it counts where the second kind names none."""
    measure = MEASURE.match(first)
    if measure is None or MEASURE.match(kind):
        return ""
    again = list(re.finditer(rf"\b{re.escape(kind.split()[0])}\b", first, re.IGNORECASE))
    if again:
        return first[: again[-1].start()]
    counted = _NOUN.match(first, measure.end() + 1)
    # "giá vé người lớn và trẻ em": whom a ticket is for is no other thing that is counted
    carried = counted and (counted.group().strip().lower() == "vé" or not _NOUN.match(f"{kind} "))
    return first[: counted.end()] if counted and carried else f"{measure.group()} "
