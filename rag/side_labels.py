"""What each side of a comparison is called in the answer: the words in which the sides differ."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.text import syllables
from rag.pairs import NAME, PERIOD

ALIKE = 0.5
"""Share of words that two sides of a comparison have in common, at least; below it they are two questions."""
ENDING = 2
"""Words of what is asked that two sides end in alike, at least, to be told apart by what stands before."""

_GLUE = re.compile(
    r"^(?:của|ở|tại|và|còn|cho|với|là)\s+|\s+(?:và|ở|có|là|bị|thì|được|tổng|của|tại)$", re.IGNORECASE
)
_ASKING = re.compile(r"\s*\b(?:bao nhiêu|bao lâu|bao xa|mấy|khi nào|là ai)\b.*$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:năm|tháng|quý|ngày|số|bão|khóa|khoá|đợt|kỳ|vòng|lần|thứ|quận|phường)$", re.IGNORECASE
)
_WHOLE = re.compile(rf"(?i:{PERIOD.pattern})|{NAME.pattern}|\S+")
"""What a label never cuts: a time, a name, else a word."""
_LONE = re.compile(
    r"(?:của|ở|tại|và|còn|cho|với|là|bị|được|có|đã|sẽ|từ|đến|năm|tháng|quý|ngày|huyện|tỉnh|xã|phường|quận|nước|vùng)$"
)
"""Words before a lone syllable that make no word with it: "bị phạt", "xã hạ"."""


def side_labels(sides: Sequence[str]) -> list[str]:
    """What tells two compared sides apart; '' for unlike questions and for more than two."""
    if len(sides) != 2:
        return [""] * len(sides)
    texts = [side.rstrip(" ?.") for side in sides]
    if texts[0] == texts[1]:
        return ["", ""]
    match = SequenceMatcher(None, _keys(texts[0].split()), _keys(texts[1].split()), autojunk=False)
    parts = [list(_WHOLE.finditer(text)) for text in texts]
    one, two = ([part.group() for part in own] for own in parts)
    ranges = _changed(one, two) if match.ratio() >= ALIKE else _before_ending(one, two)
    labels = [
        text[own[start].start() : own[end - 1].end()] if start < end else ""
        for text, own, (start, end) in zip(texts, parts, ranges, strict=True)
    ]
    return [_label(label) for label in labels] if all(labels) else ["", ""]


def _changed(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int]]:
    """From the first difference to the last, in either."""
    match = SequenceMatcher(None, _keys(one), _keys(two), autojunk=False)
    changed = [code for code in match.get_opcodes() if code[0] != "equal"]
    if not changed:
        return [(0, 0), (0, 0)]
    _, start, _, other, _ = changed[0]
    _, _, end, _, other_end = changed[-1]
    while start and other and _belongs(one, start) and _belongs(two, other):
        start, other = start - 1, other - 1
    if start and other and (_half(one, start, end) or _half(two, other, other_end)):
        start, other = start - 1, other - 1
    return [(start, end), (other, other_end)]


def _before_ending(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int]]:
    """What stands before that in which both end alike; none where they ask different things."""
    same = _ending(_keys(one), _keys(two))
    if sum(len(part.split()) for part in one[len(one) - same :]) < ENDING:
        return [(0, 0), (0, 0)]
    return [(0, len(words) - same) for words in (one, two)]


def _belongs(words: Sequence[str], start: int) -> bool:
    """Whether the word before a label is part of it: "Vân" of Vân Hạ, "bão số" of bão số 11."""
    before, first = words[start - 1], words[start] if start < len(words) else ""
    if (first[:1].isdigit() or _COUNTED.match(first)) and _COUNTED.match(before):
        return True
    return before[0].isupper() and first[:1].isupper()


def _half(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a label would be one syllable of a word or of a name in small letters: "hạ" of "vân hạ"."""
    before, label = words[start - 1], words[start:end]
    return (
        len(label) == 1 and label[0].isalpha() and f"{before}{label[0]}".islower() and not _LONE.match(before)
    )


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
