"""Vietnamese text as the searchers see it: NFC, folded, syllables, terms.

Everything that compares words (BM25, evidence features, restoring diacritics) reads them from
here, so that "hoà" and "hòa", "tỉ" and "tỷ", "22.191" and "22191" are one word everywhere.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

MARKS = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
"""The five tone marks as combining characters: grave, acute, tilde, hook, dot below."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_TOKEN = re.compile(
    r"\d+(?:[-/][^\W\d_]\w*|/\d{4})(?:[-/]\w+)+"  # 31-qđi/tu, 98/2023/qh15
    r"|\d+/[^\W\d_]\w*(?:-\w+)*"  # 80/nq-cp
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)"  # 15/4/2019
    r"|\d{1,4}[-/]\d{1,4}(?![\w/])"  # 15-4, 5/2019, 23/24
    rf"|{_NUMBER}"
    r"|(?<!\d)[^\W\d_]+\d\w*"  # e5, qh15, h5n1, not the h30 of 7h30
    r"|[^\W\d_]+"
)
_CODE = re.compile(r"\d+[-/].*[^\W\d_]")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3}){2,}")
_ONSET = re.compile(r"qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*")
_OPEN_I = re.compile(r"(?:[hklmst]|qu)i$")
_PART = re.compile(r"\d+|[^\W\d_]+\d*")


class _Bare(dict[int, str]):
    """Characters without their marks, each worked out when it is first met: half of indexing is folding."""

    def __missing__(self, code: int) -> str:
        bare = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
        self[code] = "d" if bare == "đ" else bare
        return self[code]


_BARE = _Bare()


def nfc(text: str) -> str:
    """Composed Unicode: real articles mix NFC and NFD, which no byte comparison survives."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without any mark, đ as d: "Lạc Sơn" and "lac son" are one."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_BARE)


def has_marks(text: str) -> bool:
    """Whether any letter bears a Vietnamese mark (also đ)."""
    return fold(text) != text.lower()


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """One spelling of a lower-case NFC syllable.

    The tone stands where the older rule puts it (hòa, thủy, khỏe), wherever it was typed, and an
    open i after h, k, l, m, s, t or qu is y (tỉ → tỷ, mĩ → mỹ, quí → quý).
    """
    if word.isascii():
        return word[:-1] + "y" if _OPEN_I.match(word) else word
    parts = unicodedata.normalize("NFD", word)
    tones = [c for c in parts if c in MARKS]
    if len(tones) > 1:
        return word
    bare = nfc("".join(c for c in parts if c not in MARKS))
    if _OPEN_I.match(bare):
        bare = bare[:-1] + "y"
    if not tones:
        return bare
    onset = _ONSET.match(bare)
    start = onset.end() if onset else 0
    end = start
    while end < len(bare) and bare[end] in "aeiouyăâêôơư":
        end += 1
    if start == end:
        return word
    place = _tone_place(bare[start:end], closed=end < len(bare)) + start
    return nfc(bare[: place + 1] + tones[0] + bare[place + 1 :])


def _tone_place(vowels: str, closed: bool) -> int:
    """Which vowel of the group bears the tone."""
    marked = [i for i, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return marked[-1]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) > 2 else 0


def number(token: str) -> str:
    """One spelling of a number: 22.191 → 22191, 1,234,567 → 1234567, 60.3 → 60,3, 08 → 8."""
    if _GROUPED.fullmatch(token):
        return re.sub(r"[.,]", "", token)
    if token.count(".") == 1 and "," not in token:
        token = token.replace(".", ",")
    elif token.count(",") == 1 and _GROUPED.fullmatch(token.split(",")[0]):
        token = token.replace(".", "")
    stripped = token.lstrip("0")
    return stripped if stripped[:1].isdigit() else "0" + stripped


@lru_cache(maxsize=65536)
def _token(token: str) -> str:
    if not token[0].isdigit():
        return canonical(token)
    if _CODE.match(token):
        return token
    if "-" in token or "/" in token or re.fullmatch(r"\d+\.\d+\.(?:19|20)\d{2}", token):
        return "/".join(part.lstrip("0") or "0" for part in re.split(r"[-/.]", token))
    return number(token)


def syllables(text: str) -> list[str]:
    """Lower-case words in one spelling; numbers, dates (15-4 → 15/4) and document numbers kept whole.

    "70km" gives "70", "km"; punctuation and symbols give nothing.
    """
    return [_token(token) for token in _TOKEN.findall(nfc(text).lower())]


def parts(token: str) -> list[str]:
    """What a date or document number is made of: 116/2014/nđ-cp → 116, 2014, nđ, cp; else nothing."""
    if "/" in token or ("-" in token and token[0].isdigit()):
        return [part.lstrip("0") or "0" if part.isdigit() else part for part in _PART.findall(token)]
    return []


def pairs(words: list[str]) -> list[str]:
    """Neighbours joined ("bình_quân"): two syllables make most Vietnamese words."""
    return [f"{first}_{second}" for first, second in pairwise(words)]


def counts(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """How often each word and each pair of neighbours stands in a text; all plain numbers are one word, "#".

    The catalog adds these up over all articles; ``rag.diacritics`` restores marks from them.
    """
    words = [
        word if word.isalpha() else "#" if word.strip("0123456789,/") == "" else ""
        for word in syllables(text)
    ]
    single = Counter(word for word in words if word)
    return single, Counter((a, b) for a, b in pairwise(words) if a and b)
