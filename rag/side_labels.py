"""What each side of a comparison is called in the answer: the words in which the sides differ."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.text import syllables

ALIKE = 0.5
"""Share of words that two sides of a comparison have in common, at least; below it they are two questions."""
ENDING = 2
"""Words of what is asked that two sides end in alike, at least, to be told apart by what stands before."""

_GLUE = re.compile(r"^(?:của|ở|tại|và|còn|cho|với|là)\s+|\s+(?:và|ở|có|là|bị|thì|được)$", re.IGNORECASE)
_ASKING = re.compile(r"\s*\b(?:bao nhiêu|bao lâu|mấy|khi nào|là ai)\b.*$", re.IGNORECASE)
_COUNTED = re.compile(r"(?:năm|tháng|quý|ngày|số|bão|khóa|đợt|lần|thứ|quận|phường)$", re.IGNORECASE)


def side_labels(sides: Sequence[str]) -> list[str]:
    """What tells two compared sides apart; '' for unlike questions and for more than two."""
    if len(sides) != 2:
        return [""] * len(sides)
    one, two = (side.rstrip(" ?.").split() for side in sides)
    keys = _keys(one), _keys(two)
    match = SequenceMatcher(None, *keys, autojunk=False)
    changed = [code for code in match.get_opcodes() if code[0] != "equal"]
    if not changed:
        return ["", ""]
    if match.ratio() < ALIKE:
        same = _ending(*keys)
        if same < ENDING:
            return ["", ""]
        labels = [" ".join(words[: len(words) - same]) for words in (one, two)]
    else:
        _, start, _, other, _ = changed[0]
        _, _, end, _, other_end = changed[-1]
        while start and other and _belongs(one, start) and _belongs(two, other):
            start, other = start - 1, other - 1
        labels = [" ".join(one[start:end]), " ".join(two[other:other_end])]
    return [_label(label) for label in labels] if all(labels) else ["", ""]


def _belongs(words: Sequence[str], start: int) -> bool:
    """Whether the word before a label is part of it: "Vân" of Vân Hạ, "bão số" of bão số 11."""
    before, first = words[start - 1], words[start] if start < len(words) else ""
    if (first[:1].isdigit() or _COUNTED.match(first)) and _COUNTED.match(before):
        return True
    return before[0].isupper() and first[:1].isupper()


def _ending(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words both end in alike."""
    same = 0
    while same < min(len(one), len(two)) - 1 and one[-1 - same] == two[-1 - same]:
        same += 1
    return same


def _keys(words: Sequence[str]) -> list[str]:
    """Marks kept: Vân Hà and Vân Hạ are two places."""
    return [" ".join(syllables(word)) for word in words]


def _label(words: str) -> str:
    """A label with a capital, without what asks and without the glue words at its ends."""
    words = _ASKING.sub("", words) or words
    words = _GLUE.sub("", words.strip(" ,")).strip(" ,")
    return words[:1].upper() + words[1:]
