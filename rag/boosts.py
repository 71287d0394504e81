"""An addition to an article's score for what words and vectors do not weigh: the day it came out."""

from collections.abc import Mapping
from datetime import date, timedelta

from index.types import Article
from rag.types import Query

PERIOD = 0.04
"""For an article that came out within a span that the question names, or in the year after it."""

NEWER = 0.03
"""From the oldest to the newest candidate, where the question names no span: newer wins among equals."""

LATEST = 0.1
"""The same where the question asks for how things stand last."""

_AFTER = timedelta(days=366)


def boosts(query: Query, articles: Mapping[str, Article]) -> dict[str, float]:
    """Article id → what is added to the fused score of its passages; undated articles stand in the middle."""
    found = _dated(query, articles)
    return {id_: found.get(id_, 0.0) for id_ in articles}


def _dated(query: Query, articles: Mapping[str, Article]) -> dict[str, float]:
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
