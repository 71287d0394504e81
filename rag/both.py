"""What two people both are, said before what is asked of each: "A và B đều theo ngành luật, vậy …"."""

import re

from rag.asking import ASKS, EACH
from rag.compare import as_question
from rag.pairs import NAME, mid_sentence, said, split

_BOTH_ARE = re.compile(
    r"^(?P<pair>.+?)\s+(?:cùng|đều)(?:\s+là)?\s+(?P<are>[^,;:]+)[,;:.]\s+(?:vậy|thế|nhưng)?\s*(?:thì\s+)?"
    r"(?P<time>[^,;]*?)\s*(?=(?:mỗi|từng)\s)(?P<each>[^,;]+)$",
    re.IGNORECASE,
)
_A_THING = re.compile(r"(?!(?:bị|được|phải)\s)\w+\s+(?:\w+\s+)+(?:gì|nào)\b", re.IGNORECASE)
"""A verb and the noun that is asked for: "đoạt giải gì", "dạy trường nào"."""
_PERSON = re.compile(r"^(?:mỗi|từng)\s+(?:người|em|anh|chị|ông|bà|cô|bạn|cháu)\b", re.IGNORECASE)


def both_are(text: str) -> tuple[str, ...]:
    """Of each person what is asked, without what both are: that tells no more of the answer."""
    match = _BOTH_ARE.match(text)
    if match is None or ASKS.search(match["pair"] + " " + match["are"]) or not _PERSON.match(match["each"]):
        return ()
    pair = split(match["pair"])
    asked = " ".join(EACH.sub("", match["each"]).split())
    if pair is None or not NAME.search(match["pair"]) or not _whole(asked, match["are"]):
        return ()
    one, two = f"{pair.before}{pair.first}", f"{pair.before}{pair.second}"
    whose = (mid_sentence(one, two), mid_sentence(two, one))
    return tuple(as_question(f"{match['time']} {who} {asked}".strip()) for who in whose)


def _whole(asked: str, both: str) -> bool:
    """Whether the asking names what it asks for, and speaks of something else than what both are.

    "đều trồng chè, vậy mỗi người thu bao nhiêu tấn" does not say of what.
    """
    return bool(_A_THING.match(asked)) and not said(asked.split()[0], both)
