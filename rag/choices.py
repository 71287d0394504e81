"""Which of two things is which: the asking stands before or behind the two, and belongs to both.

"Năm 2015 công ty nào của ông Tám lỗ nặng hơn, A hay B?" asks the same of each of them; "A và B, cơn nào
là siêu bão, cơn nào tan sớm?" asks twice for one of the two, so both questions keep both names.
"""

import re

from rag.asking import ASKS, UPPER
from rag.compare import as_question, questions
from rag.pairs import NAME, PERIOD, split

_SOMEONE = rf"(?:(?!của\b|ở\b|tại\b|thuộc\b)[^\W\d_]+\s+){{0,5}}{NAME.pattern}"
_PLACE = rf"(?:(?i:ở|tại)\s+{_SOMEONE}|[{UPPER}]\w+(?:\s+[{UPPER}]\w+){{1,4}})"
_LEAD = rf"(?:(?i:{PERIOD.pattern})|{_PLACE}),?\s+"
_BETTER = re.compile(
    rf"^(?P<lead>(?:{_LEAD}){{0,2}})(?:[^\W\d_]+\s+){{1,3}}?(?i:nào)\s+"
    rf"(?:(?i:của|thuộc)\s+{_SOMEONE}\s+|(?P<place>(?i:ở|tại)\s+{_SOMEONE})\s+)?(?P<what>[^,:]+?)\s+hơn"
    r"(?:[,:]|\s+giữa|\s+trong(?:\s+số)?)\s+(?P<pair>[^,]+?)(?:(?:,|\s+và)\s+(?P<each>(?:mỗi|từng)\s[^,]+))?$"
)
"""Whose the things are is left out: each has a name of its own, and no article says both."""
_WHICH_IS = re.compile(
    r"^(?P<both>.+?)(?:[,:]|\s+thì)\s+(?P<one>(?P<which>(?:[^\W\d_]+\s+){1,3}?nào|ai)\s[^?]+?)"
    r"(?:[,;]\s+(?:còn\s+|và\s+)?|\s+(?:còn|và)\s+)(?P<two>(?P=which)\s.+)$",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:hơn|nhất|mỗi|bao nhiêu|mấy)\b", re.IGNORECASE)
"""What is asked of each of the two is asked by itself: it needs no other beside it."""


def chosen(text: str) -> tuple[str, ...]:
    """Sides of "năm 2015 công ty nào … hơn, A hay B", where a time, a place or an owner is said first."""
    return _better(text) or _which_is(text)


def _better(text: str) -> tuple[str, ...]:
    match = _BETTER.match(text)
    if match is None:
        return ()
    pair = split(re.sub(r"\b(hay|hoặc)\s+là\b", r"\1", match["pair"]))
    owned = text[match.end("lead") : match.start("what")].split()[-1] != "nào"
    if pair is None or not (match["lead"] or owned):
        return ()
    tails = [f"bên nào {match['what']} hơn"]
    if match["each"]:
        tails.append(match["each"])
    return questions(_said_first(match["lead"], match["place"] or ""), pair, tails)


def _said_first(lead: str, place: str) -> str:
    """The time and the place, with a comma before a name: "Ở Hạc Châu Vân Hà" reads as one name."""
    said = " ".join([*lead.split(), *place.split()])
    timeless = PERIOD.sub("", said)
    named = any(match.end() == len(timeless) for match in NAME.finditer(timeless))
    return f"{said}, " if named else f"{said} "


def _which_is(text: str) -> tuple[str, ...]:
    match = _WHICH_IS.match(text)
    if match is None or _RANKED.search(text, match.start("one")):
        return ()
    both = match["both"]
    if ASKS.search(both) or split(both) is None:
        return ()
    return as_question(f"{both}: {match['one']}"), as_question(f"{both}: {match['two']}")
