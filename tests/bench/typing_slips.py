"""Questions as people mistype them, the same on every run: no marks, wrong tones, telex keys left over."""

import random
import re
import unicodedata

from index.text import MARKS, canonical, nfc

_TONES = ("", *sorted(MARKS))
_WORD = re.compile(r"[^\W\d_]+")
_KEYS = {
    "\u0300": "f",
    "\u0301": "s",
    "\u0303": "x",
    "\u0309": "r",
    "\u0323": "j",
    "\u0302": "",
    "\u0306": "w",
    "\u031b": "w",
}


def bare(text: str) -> str:
    """The text without any mark, case kept."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")


def wrong_tones(text: str, share: float, seed: int = 7) -> str:
    """Give ``share`` of the syllables another tone, drawn by ``seed`` and the text."""
    rng = random.Random(f"{seed} {text}")
    return _WORD.sub(
        lambda match: _other_tone(match.group(), rng) if rng.random() < share else match.group(), nfc(text)
    )


def telex(text: str, share: float, seed: int = 7) -> str:
    """Leave ``share`` of the syllables as the telex keys that type them ("nhập" → "nhaapj")."""
    rng = random.Random(f"{seed} {text}")
    return _WORD.sub(lambda match: _keys(match.group()) if rng.random() < share else match.group(), nfc(text))


def _other_tone(word: str, rng: random.Random) -> str:
    parts = unicodedata.normalize("NFD", word.lower())
    own = next((c for c in parts if c in MARKS), "")
    plain = nfc("".join(c for c in parts if c not in MARKS))
    vowels = [at for at, letter in enumerate(plain) if bare(letter) in "aeiouy"]
    if not vowels:
        return word
    tone = rng.choice([tone for tone in _TONES if tone != own])
    made = canonical(nfc(plain[: vowels[-1] + 1] + tone + plain[vowels[-1] + 1 :]))
    return made[:1].upper() + made[1:] if word[0].isupper() else made


def _keys(word: str) -> str:
    typed, tone = "", ""
    for c in unicodedata.normalize("NFD", word):
        if c in MARKS:
            tone = _KEYS[c]
        elif c == "\u0302":
            typed += typed[-1].lower()
        elif unicodedata.combining(c):
            typed += _KEYS.get(c, "")  # a mark that telex cannot type ("ö") is lost
        else:
            typed += {"đ": "dd", "Đ": "Dd"}.get(c, c)
    return typed + tone
