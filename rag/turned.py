"""A comparison turned round so that its measure and its two things stand where ``rag.compare`` looks."""

import re

from rag.asking import ASKS, UPPER
from rag.pairs import NAME, PLACE

_LAST = re.compile(
    r"^(?P<asked>\S+(?:\s+\S+)?\s+nào\s.+\bhơn)\s+(?:giữa|trong(?: số)?)\s+"
    r"(?P<pair>.+\s(?:và|với|hay|hoặc)\s.+)$",
    re.IGNORECASE,
)
_EITHER = re.compile(
    rf"^(?P<pair>(?:{PLACE}\s+)?{NAME.pattern}\s+(?:hay|hoặc)\s+(?:là\s+)?(?:{PLACE}\s+)?{NAME.pattern})\s+"
    r"(?P<asked>(?:có|đạt|bị|được|thu|chi|làm)\s.+\bhơn)$"
)
_ABOUT = re.compile(
    r"^(?P<pair>[^,]+),\s+(?P<asked>[^,]*\bnào\s[^,]*\bhơn)\s+(?:xét\s+)?về\s+(?:mặt\s+)?(?P<measure>[^,]+)$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"^(?:(?i:(?:xét\s+)?về)\s+)?(?P<measure>[^{UPPER}:,][^{UPPER}:,]*?|[^\W\d_][^{UPPER}:,]*?)(?::|,)\s+"
    rf"(?:giữa\s+)?(?P<pair>(?:{PLACE}\s+)?{NAME.pattern}\s+(?:và|với|hay|hoặc)\s+(?:{PLACE}\s+)?{NAME.pattern}),\s+"
    r"(?P<asked>[^,]*\bnào\s.*)$"
)


def turned(text: str) -> str:
    """The two things first, then what is asked; a text that is no such comparison as it is.

    "nơi nào … hơn giữa A và B" → "A và B, nơi nào … hơn"; "A hay B có … hơn" → "A hay B, nơi nào có …
    hơn"; "A và B, nơi nào cao hơn về M" and "M: A và B, nơi nào …" → "M của A và B, nơi nào …".
    """
    if match := _LAST.match(text):
        text = f"{match['pair']}, {match['asked']}"
    elif (match := _EITHER.match(text)) and not ASKS.search(text):
        text = f"{match['pair']}, nơi nào {match['asked']}"
    if match := _ABOUT.match(text):
        return f"{match['measure']} của {match['pair']}, {match['asked']}"
    if match := _TITLED.match(text):
        return f"{match['measure']} của {match['pair']}, {match['asked']}"
    return text
