"""The second of two questions that says only what differs: "…, còn Tân Mai thì sao?"."""

import re

from rag.asking import ASKS, UPPER
from rag.compare import PREDICATE
from rag.conjoined import ASKED
from rag.pairs import MEASURE, NAME, PERIOD, PLACE, nameless, said

_OWNER = r"(?:của|ở|tại|bên)\s+"
_CLASS = rf"(?i:{PLACE}|ông|bà|anh|chị|em|cô|chú|thầy)"
_THING = re.compile(rf"(?:{_OWNER})?(?:{_CLASS}\s+)?{NAME.pattern}")
_OWNED = re.compile(r"\s(?:của|ở|tại|cho|trong)\s+", re.IGNORECASE)
_PRICE = re.compile(r"(?:vé|cước|phạt)\b", re.IGNORECASE)
_REST = (
    r"(?:thì\s+)?(?:sao|(?P<verb>(?:\w+\s+){0,2}?)(?P<ask>bao nhiêu|bao lâu|bao giờ|bao xa|mấy|ai|gì|"
    r"thế nào|ra sao|ở đâu|(?:khi|năm|tháng|ngày|hôm|lúc) nào)"
    r"(?:\s+(?P<noun>\w+(?:\s\w+)?))?)"
)
_COUNT = re.compile(r"\b(?:bao nhiêu|mấy)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\s(?:thứ|khoá|khóa|kỳ|phiên|số|đợt|lần|lớp|vòng)$", re.IGNORECASE)
"""Before "mấy", the asking of a clause of its own: "còn B họp khoá mấy"."""
_BARE = re.compile(_REST, re.IGNORECASE)
_UNIT = re.compile(r"(?:năm|tháng|quý|ngày|đợt|khóa|khoá|vòng|nhiệm kỳ|kỳ|giai đoạn)\b", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:(?:trong|ở|qua|sau|với)\s+)?(?:vụ|trận|đợt|cơn|bão|kỳ thi|cuộc|sự cố|đường dây)\s[^,?]+,\s+(?=\S)",
    re.IGNORECASE,
)
"""What both parts tell of, said once before the first: "Trong vụ gian lận thi, ông Tám sửa …"."""
_TOTAL = re.compile(
    r"(?:(?:tính\s+)?(?:tổng cộng|cả|toàn|tất cả|chung)\s)+(?!nhà\b|gia đình\b)\S", re.IGNORECASE
)
"""The whole of which the first is a part: "còn cả ba tỉnh A, B, C là bao nhiêu"."""
LONG = 10
"""Words of a thing that stands in for another, at most."""


def gapped(first: str, second: str, alone: bool) -> str | None:
    """The second question whole; None where it is no such short one.

    ``alone``: it follows "còn", and may stand without any word that asks ("còn của B?").
    """
    event = _EVENT.match(first)
    if event and not ASKS.search(event.group()):
        made = gapped(first[event.end() :], second, alone)
        return f"{event.group()}{made}" if made else None
    if made := _of_another_time(first, second, alone):
        return made
    thing = _thing(first, second) or ("" if ASKS.search(second) or not alone else second)
    if not thing:
        return None
    if owner := re.match(_OWNER, thing, re.IGNORECASE):
        return _of_another_owner(first, thing, owner.group())
    if not _stands_in(first, thing, alone):
        return None
    return _of_another(first, thing)


def uncut(first: str, second: str) -> str | None:
    """The same without a comma or a capital: "tân mai thu bao nhiêu còn vân hà bao nhiêu"."""
    if not nameless(f"{first} {second}"):
        return gapped(first, second, alone=False)
    thing, verb = _thing(first, second), PREDICATE.search(first)
    if not thing or verb is None or (MEASURE.match(thing) and not said(thing.split()[0], first)):
        return None
    short = len(thing.split()) <= 3 and 1 < len(first[: verb.start()].split()) <= 4
    return thing + first[verb.start() :] if short else None


def _thing(first: str, second: str) -> str:
    """What the second part is about, before an asking of which each word is the first's; '' for none."""
    words = second.split()
    cuts = (at for at in range(1, len(words)) if _bare(" ".join(words[at:]), first))
    thing = " ".join(words[: next(cuts, 0)])
    return "" if _ORDINAL.search(thing) else thing


def _bare(rest: str, first: str) -> bool:
    """Whether what is left asks nothing that the first does not: "thì sao", "được bao nhiêu"."""
    match = _BARE.fullmatch(rest)
    if match is None:
        return False
    verb = re.sub(r"^là\s+$", "", match["verb"] or "")  # "còn B là bao nhiêu" says no more than "còn B"
    # "mấy" and "bao nhiêu" ask the same
    counts = _COUNT.fullmatch(match["ask"] or "") and _COUNT.search(first)
    ask = "" if counts else match["ask"] or ""
    words = f"{verb} {match['noun'] or ''} {ask}".split()
    return all(word.islower() and said(word, first) for word in words)


def _of_another_time(first: str, second: str, alone: bool) -> str | None:
    """ "A trồng năm 2022 bao nhiêu, năm 2023 được bao nhiêu": the new time in the place of the old."""
    time = PERIOD.match(second)
    if time is None:
        return None
    rest = second[time.end() :].strip()
    times = list(PERIOD.finditer(first))
    if not times or not (_bare(rest, first) or (alone and not rest)):
        return None
    unit = _UNIT.search(time.group())
    same = [old for old in times if unit and said(unit.group(), old.group())]
    old = (same or times)[-1]
    new = time.group() if old.start() else time.group()[:1].upper() + time.group()[1:]
    return first[: old.start()] + new + first[old.end() :]


def _of_another_owner(first: str, thing: str, owner: str) -> str | None:
    """ "của B" in the place of "của A"; "ở xã B" of the "xã A" that the first names otherwise."""
    places = list(re.finditer(rf"\b(?i:{owner.strip()})\s+(?:(?i:{PLACE})\s+)?{NAME.pattern}", first))
    if not places:
        thing = thing[len(owner) :]
        places = _classed(first, thing)
    if not places:
        return None
    return first[: places[-1].start()] + thing + first[places[-1].end() :]


def _classed(first: str, thing: str) -> list[re.Match[str]]:
    """Where the first names a thing of the same class: "cầu Bến Nứa" for "cầu Khe Trúc"."""
    word = thing.split()[0]
    if word[0].isupper() or not NAME.search(thing, 1):
        return []
    return list(re.finditer(rf"\b(?i:{word})(?:\s+[^\W{UPPER}]\w*){{0,3}}\s+{NAME.pattern}", first))


def _stands_in(first: str, thing: str, alone: bool) -> bool:
    """Whether the words name a thing beside the first's, and neither a measure nor a clause of their own."""
    if re.fullmatch(rf"(?:{_CLASS}\s+)?{NAME.pattern}(?:\s+(?i:{PERIOD.pattern}))?", thing):
        return True
    if _TOTAL.match(thing):
        return alone and NAME.search(first) is not None
    if MEASURE.match(thing) or _PRICE.match(thing) or PREDICATE.search(thing) or len(thing.split()) > LONG:
        return False
    return NAME.search(thing, 1) is not None and (alone or bool(_classed(first, thing)))


def _of_another(first: str, thing: str) -> str | None:
    """The thing in the place of the first's own, with what is asked of that."""
    if places := _classed(first, thing):
        old = places[-1]
        return first[: old.start()] + thing + first[_end(first, thing, old.end()) :]
    asked = ASKED.search(first)
    if asked and MEASURE.match(first):
        owner = _OWNED.search(first, 0, asked.start())
        ours = _THING.search(first, owner.end() if owner else 1, asked.start())
        if ours is None:
            return None
        start = owner.end() if owner else ours.start()
        return first[:start] + thing + first[_end(first, thing, ours.end()) :]
    ours = _THING.match(first)
    # one capital that opens a sentence is no name
    if ours and (" " in ours.group() or ours.group().isupper()):
        return thing + first[_end(first, thing, ours.end()) :]
    return _subject_changed(first, thing)


def _end(first: str, thing: str, end: int) -> int:
    """Where the first's own thing ends: with its time, where the other has a time of its own."""
    asked = ASKED.search(first, end)
    return asked.start() if asked and PERIOD.search(thing) and PERIOD.search(first, end) else end


def _subject_changed(first: str, thing: str) -> str | None:
    """ "Thuỷ điện A tổng công suất bao nhiêu" of another: what follows the last name before the asking."""
    asks = ASKS.search(first)
    names = [
        name
        for name in NAME.finditer(first)
        if asks and name.end() <= asks.start() and (name.start() or " " in name.group())
    ]
    if not names:
        return None
    rest = first[names[-1].end() :]
    if re.match(r"(?:mỗi|từng)\s", thing):  # of each there is no total
        rest = re.sub(r"^(\s)tổng\s+", r"\1", rest)
    return thing + rest
