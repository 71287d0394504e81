"""Additions to an article's score for what words and vectors weigh too little: its names and its date."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from index.text import canonical
from index.types import Article
from rag.asking import UPPER
from rag.types import Query

NAMED = 0.12
"""For an article that holds every name of the question: "Vân Hà" and "Vân Hạ" differ in one tone, and a
near passage of the wrong one must not win. By regression on the training questions, as the shares."""

PERIOD = 0.04
"""For an article that came out within a span that the question names, or in the year after it."""

NEWER = 0.03
"""From the oldest to the newest candidate, where the question names no span: newer wins among equals."""

LATEST = 0.1
"""The same where the question asks for how things stand last."""

_AFTER = timedelta(days=366)
_RUN = re.compile(rf"(?<!\w)[{UPPER}]\w*(?:\s+(?:-\s+)?[{UPPER}]\w*)+")
_OLDER = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_NEWER = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_PLACEMENTS = tuple(zip(_OLDER.split(), _NEWER.split(), strict=True))


def boosts(
    query: Query, articles: Mapping[str, Article], named: bool = True, dated: bool = True
) -> dict[str, float]:
    """Article id → what is added to the fused score of its passages, for names and for dates."""
    names = _named(query.text, articles) if named else {}
    dates = _dated(query, articles) if dated else {}
    return {id_: names.get(id_, 0.0) + dates.get(id_, 0.0) for id_ in articles}


def _named(text: str, articles: Mapping[str, Article]) -> dict[str, float]:
    """The share of the question's names (runs of capitalised syllables) that stand in each article."""
    names = [spellings(run.group(), opens=run.start() == 0) for run in _RUN.finditer(text)]
    if not names:
        return {}
    return {
        id_: NAMED * sum(any(form in article.text for form in forms) for forms in names) / len(names)
        for id_, article in articles.items()
    }


def spellings(name: str, opens: bool = False) -> set[str]:
    """How a name may stand in a text: as typed, with either tone placement, in capitals.

    A name that ``opens`` a sentence may have a common noun for its first word ("Huyện Vân Hà").
    """
    words = name.split()
    runs = [words, words[1:]] if opens and len(words) > 2 else [words]
    forms: set[str] = set()
    for run in runs:
        older = " ".join(_cased(canonical(word.lower()), word) for word in run)
        newer = " ".join(_newer(word) for word in older.split())
        forms |= {" ".join(run), older, newer}
    return forms | {form.upper() for form in forms}


def _cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() and len(like) > 1 else word[:1].upper() + word[1:]


def _newer(word: str) -> str:
    """The tone on the second vowel: Hòa → Hoà, Thủy → Thuỷ."""
    for old, new in _PLACEMENTS:
        if word.endswith(old) and not word.lower().startswith("qu"):
            return word.removesuffix(old) + new
    return word


def _dated(query: Query, articles: Mapping[str, Article]) -> dict[str, float]:
    """For the date an article came out; undated articles stand in the middle."""
    dated = {id_: article.published for id_, article in articles.items() if article.published}
    if query.spans and not query.latest:
        return {id_: PERIOD for id_, day in dated.items() if _within(day, query)}
    if len(dated) < 2:
        return {}
    first, last = min(dated.values()), max(dated.values())
    most = LATEST if query.latest else NEWER
    days = (last - first).days or 1
    return {id_: most * ((day - first).days / days - 0.5) for id_, day in dated.items()}


def _within(day: date, query: Query) -> bool:
    return any(start <= day <= end + _AFTER for start, end in query.spans)
