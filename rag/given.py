"""Whether a figure that a question gives stands in an article, in whatever form the article writes it.

The figures of a question tell its article apart ("quyết định 25/QĐ-UBND", "giai đoạn 2016-2020"); what
an article merely writes in another way must not speak against it.
"""

import re

from index.text import parts
from index.types import Article
from rag.numerals import DIGITS
from rag.standing import words_of

_WORDS: dict[str, frozenset[str]] = {
    str(number): frozenset(word for word, value in DIGITS.items() if value == number)
    for number in range(1, 11)
}
_TENS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERED = re.compile(r"[^\W\d_]{1,3}(\d+)")


def told(figure: str, article: Article) -> bool:
    """Whether an article says a figure of a question, as a word of ``index.text.syllables``.

    A date's month and year stand in the date ("tháng 5/2025" in "26/5/2025"), and an article need not
    repeat its year; "2016-2020" stands in "2016 - 2020" and in "2016 đến 2020", "thập niên 80" in "năm
    1987", "lần 11" in "lần thứ XI", "2 chiếc" in "hai chiếc", "QL1" in "quốc lộ 1", and the year in
    which the article was published in the article.
    """
    words = _words(article.text)
    return figure in words or _dated(figure, article, words) or _otherwise(figure, words)


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text).split())


def _dated(figure: str, article: Article, words: frozenset[str]) -> bool:
    if article.published and figure == str(article.published.year):
        return True
    if any(f"/{figure}/" in f"/{word}/" for word in words if "/" in word):
        return True
    if "/" not in figure:
        return False
    first, _, last = figure.rpartition("/")
    if _is_year(first) and _is_year(last):
        return first in words and last in words
    if figure.count("/") == 2:
        return first in words
    return _is_year(last) and f"tháng {first}" in words_of(article.text)


def _otherwise(figure: str, words: frozenset[str]) -> bool:
    """A decade, a Roman numeral, a small number in words, the number of an abbreviation or document."""
    if figure.isdigit() and len(figure) == 2 and figure.endswith("0"):
        return any(len(word) == 4 and word.startswith(f"19{figure[0]}") and word.isdigit() for word in words)
    if figure.isdigit() and len(figure) <= 2:
        return bool(_WORDS.get(figure, frozenset()) & words) or roman(int(figure)) in words
    if lettered := _LETTERED.fullmatch(figure):
        return lettered[1] in words
    pieces = parts(figure)
    return len(pieces) > 1 and not pieces[-1].isdigit() and "/".join(pieces[:2]) in words


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def roman(number: int) -> str:
    """Roman numeral of 1 to 39 in small letters, as congresses and terms are numbered; '' beyond."""
    if not 0 < number < 40:
        return ""
    found = ""
    for value, letters in _TENS:
        while number >= value:
            found, number = found + letters, number - value
    return found
