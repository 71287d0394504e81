"""Telex keystrokes that the keyboard left in the text: "nhaapj" is nhập, "Lacj" is Lạc."""

import re

from index.text import canonical, nfc

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_LETTERS = {
    "uow": "ươ", "aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư", "dd": "đ",
}  # fmt: skip
_LETTER = re.compile("|".join(_LETTERS))
_VOWELS = "aeiouyăâêôơư"


def decode(word: str) -> str | None:
    """The syllable that the keystrokes of a lower-case word stand for, None where they are none.

    The tone key may stand at the end ("nhaapj") or right behind the vowel ("nhaajp").
    """
    if not word.isascii() or len(word) < 3:
        return None
    bare = _LETTER.sub(lambda match: _LETTERS[match.group()], word)
    tone = ""
    if match := _tone_key(bare):
        tone = _TONES[bare[match]]
        bare = bare[:match] + bare[match + 1 :]
    if bare == word:
        return None
    place = max((at for at, letter in enumerate(bare) if letter in _VOWELS), default=None)
    if place is None:
        return None
    return canonical(nfc(bare[: place + 1] + tone + bare[place + 1 :]))


def _tone_key(bare: str) -> int | None:
    """Where the tone key stands: the last s, f, r, x or j behind the first vowel."""
    first = next((at for at, letter in enumerate(bare) if letter in _VOWELS), len(bare))
    return next((at for at in range(len(bare) - 1, first, -1) if bare[at] in _TONES), None)
