"""Bytes to text: the encoding is the one that gives Vietnamese; where none surely does, none is used.

UTF-8 and UTF-16 say what they are. Windows-1258 and the fonts of the nineties (TCVN3, VNI) are all
single bytes: only the look of the syllables tells the first from the others, and from damage.
"""

import codecs
import re
import unicodedata

from index.errors import SourceError
from index.text import nfc

SURE = 0.92
"""Share of the words with marks that must be possible Vietnamese syllables; our texts give above 0.97."""

LEGACY = 0.15
"""Share of words with a legacy font's trace; such texts have 0.3 and more, French has up to 0.1."""

_MARKED = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_RIME = (
    "iêu|yêu|uôi|ươi|ươu|uây|oai|oay|oao|oeo|uyê|uya|uyu|uêu|iê|yê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|oo|ôô|ia|ua|ưa|"
    "ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|o|iêo|uo"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})(?:{_RIME})(?:ch|ng|nh|c|m|n|p|t|)")
_MOJIBAKE = re.compile(
    r"[^\W\d_][\u00a2-\u00bf\u00d7\u00f7\u0080-\u009f\u201a-\u2030\u20ac][^\W\d_]?|Ã[\u0080-\u00bf]|á»|áº|Æ°|Ä‘"
)
_VNI = re.compile(r"[aeiouyAEIOUY][øïûõåäüëùöÅÄØÛÕÏ]|[ñÑ][aeiouyöôõAEIOUY]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of a file; ``declared`` is what an HTML page says of itself, a hint and no more.

    Raises SourceError ``file_empty``, ``file_binary`` or ``file_encoding`` (the file is left out
    rather than read wrong).
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise SourceError("file_empty", path=name)
    text = _marked(data, name) or _sixteen(data)
    if text is None and b"\0" in data:
        raise SourceError("file_binary", path=name)
    if text is None:
        text = _eight(data, name, declared)
    if _binary(text):
        raise SourceError("file_binary", path=name)
    sound(text, name)
    return text


def sound(text: str, name: str) -> None:
    """Make sure that a text is not that of a legacy font, whatever gave it.

    Raises SourceError ``file_encoding``.
    """
    guess = _legacy(text)
    if guess:
        raise SourceError("file_encoding", path=name, guess=guess)


def likeness(text: str) -> float:
    """Share of the words with marks that are possible Vietnamese syllables; 1.0 where no word has any."""
    words = _MARKED.findall(nfc(text))[:4000]
    return sum(_possible(word) for word in words) / len(words) if words else 1.0


def _marked(data: bytes, name: str) -> str | None:
    """A byte order mark settles it; a file that breaks its own promise is not guessed at."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError("file_encoding", path=name, guess=f"{encoding}, damaged") from error
    return None


def _sixteen(data: bytes) -> str | None:
    """UTF-16 without a mark: spaces and ASCII letters leave a zero in every second byte."""
    if len(data) < 4 or len(data) % 2 or b"\0" not in data:
        return None
    found: list[tuple[float, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        ordinary = sum(
            c.isspace() or c < "\u0250" or "\u1ea0" <= c <= "\u1ef9" or c in "–—‘’“”…" for c in text
        )
        found.append((ordinary / len(text), text))
    best = max(found, default=(0.0, ""))
    return best[1] if best[0] > 0.95 else None


def _eight(data: bytes, name: str, declared: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    text = _utf8_mostly(data)
    if text is not None:
        raise SourceError(
            "file_encoding", path=name, guess=f"utf-8, damaged at byte {broken.start}"
        ) from broken
    try:
        decoded = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        decoded = ""
    if decoded and likeness(decoded) >= SURE and _tones_stand_well(decoded):
        return decoded
    guess = declared or "windows-1258, tcvn3 or vni"
    raise SourceError("file_encoding", path=name, guess=guess) from broken


def _utf8_mostly(data: bytes) -> str | None:
    """The text if all but a few of its non-ASCII bytes are UTF-8: damaged, not another encoding."""
    text = data.decode("utf-8", errors="replace")
    good = sum(c > "\x7f" and c != "\ufffd" for c in text)
    return text if good > 4 * text.count("\ufffd") else None


def _binary(text: str) -> bool:
    control = sum(c < " " and c not in "\t\n\r\f\v\x1a" for c in text)
    return "\0" in text or control > 0.002 * len(text) + 1


def _legacy(text: str) -> str | None:
    """The name of a legacy font's encoding that this text, though decoded, still is; None for sound text."""
    words = _WORD.findall(text)
    if not words:
        return None
    odd = len(_MOJIBAKE.findall(text))
    vni = len(_VNI.findall(text))
    if max(odd, vni) <= max(3, LEGACY * len(words)) or likeness(text) >= SURE:
        return None
    return "tcvn3" if odd >= vni else "vni"


def _tones_stand_well(text: str) -> bool:
    """Whether no tone mark is left hanging on a consonant or a space, as wrong guesses leave them."""
    hanging = sum(c in _TONES for c in unicodedata.normalize("NFC", text))
    return hanging <= 0.001 * len(text)


def _possible(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable: one onset, rime and end, at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(c in _TONES for c in parts)
    bare = nfc("".join(c for c in parts if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None
