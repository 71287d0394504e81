"""Whether a sentence speaks of the place asked for: named in it, governing it from before, or another's.

Districts have near-identical names and a sentence says "huyện": which one is the one that its article
named last, of that level, before it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.text import syllables
from index.types import Article
from rag.asking import UPPER
from rag.names import name_key
from rag.places import LEVELS, places, province, relatives, spellings

_RANKED = r"(?:đầu|nhất|nhì|tốp|top|kế hoạch|chỉ tiêu|nghị quyết|dự toán)"
_OWN = re.compile(
    rf"(?<!\w)(?P<whole>{_RANKED} )?(?:của|toàn|cả|trong) "
    rf"(?P<kind>tỉnh|huyện|quận|thị xã|xã|phường|thị trấn)(?! [{UPPER}])(?!\w)"
)
"""A place named by its kind alone: the article's own; in "đứng đầu của tỉnh" what another is measured by."""


def standing(
    asked: Sequence[tuple[str, ...]], question: str, article: Article, start: int, text: str
) -> float:
    """The asked places stand in the sentence (1), govern it from before (.5), or others of their level do.

    "Tại huyện Vân Hạ, …" is against a question about huyện Vân Hà (-1), "… của xã" likewise, and so is,
    less surely (-.5), a sentence that says "huyện" after Vân Hạ was named last.
    """
    found = []
    for name in asked:
        key = " ".join(name)
        level = _level(key, question, article.text)
        if told(name, text):
            found.append(1.0)
        elif akin(name, article):
            found.append(0.0)
        elif level is not None:
            found.append(_governed(key, level, article, start, text))
    return sum(found) / len(found) if found else 0.0


def _governed(key: str, level: str, article: Article, start: int, text: str) -> float:
    own = {LEVELS[match["kind"]] for match in _OWN.finditer(text) if not match["whole"]}
    if any(one == level for _, one, _ in _places(text)) or (own and level not in own):
        return -1.0
    before = [name for name, one, at in _places(article.text) if one == level and at < start]
    if not before:
        return 0.0
    return 0.5 if before[-1] in _forms(tuple(key.split())) else -0.5


def _level(key: str, question: str, text: str) -> str | None:
    """The level of a named place, from the question or else from the article."""
    for source in (question, text):
        for name, level, _ in _places(source):
            if name == key:
                return level
    return None


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[str, str, int], ...]:
    """Places with name key, level and offset."""
    return tuple((" ".join(name_key(place.name)), place.level, place.start) for place in places(text))


def told(name: tuple[str, ...], text: str) -> bool:
    """Whether a text names it; a province may be written in several ways."""
    words = f" {words_of(text)} "
    return any(f" {form} " in words for form in _forms(name))


@lru_cache(maxsize=256)
def _forms(name: tuple[str, ...]) -> frozenset[str]:
    whole = " ".join(name)
    return frozenset({whole, *(" ".join(syllables(form)) for form in spellings(whole))})


def akin(name: tuple[str, ...], article: Article) -> bool:
    """Whether the article names what a province became, or what went into it."""
    known = province(" ".join(name))
    words = f" {words_of(article.text)} "
    return known is not None and any(f" {' '.join(name_key(kin))} " in words for kin in relatives(known))


@lru_cache(maxsize=512)
def words_of(text: str) -> str:
    return " ".join(syllables(text))
