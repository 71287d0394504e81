"""Hybrid search: dense and BM25 candidates, one calibrated score, near-duplicates told once.

Both searchers name candidates; every candidate then gets its exact cosine from the catalog, its own
BM25 and the BM25 of its whole article, mixed by weights fitted on the training questions. Scores
are mixed, not ranks: a far better first stays far better.
"""

from collections.abc import Mapping, Sequence

from index.store import Store
from index.types import Article, Embedder, Hit, Passage
from index.words import ARTICLE, TYPED, UNTYPED, word_query
from rag.types import Filters, Query

DEPTH = 60
"""Candidates asked of each searcher; 120 changed nothing on the training questions and costs twice."""

DENSE, WORDS, WHOLE = 0.45, 0.36, 0.19
"""Shares of cosine, passage BM25 and article BM25: softmax regression on half of the training questions
(question to article, 440 articles, split by article), checked on the other half."""

STEP = 0.1
"""A cosine this much below the best costs the whole dense share; e5's cosines lie within 0.75 to 0.95."""

FULL = 60.0
"""BM25 of a passage that holds most of a question; where even the best has less, words count for less."""


def hybrid(store: Store, embedder: Embedder, query: Query, k: int, filters: Filters) -> list[Hit]:
    """Return at most ``k`` live passages, best first; of near-duplicate articles only the better.

    ``score`` is comparable within one search only, at most 1 before boosts; ``similarity`` is cosine
    and comparable between searches.
    """
    store.refresh()
    vector = embedder.embed_query(query.text)
    depth = max(DEPTH, 3 * k)
    weights = TYPED if query.typed_marks else UNTYPED
    dense = {hit.id: hit.score for hit in store.dense(vector, depth)}
    words = {hit.id: hit.score for hit in store.lexical(word_query(query.text, weights), depth)}
    whole = {hit.id: hit.score for hit in store.lexical(word_query(query.text, ARTICLE), depth)}
    dense.update(store.similarity(vector, [id_ for id_ in words if id_ not in dense]))
    loaded = store.load([*dense, *whole])
    found = {id_: loaded[id_] for id_ in dense if id_ in loaded and admits(filters, loaded[id_][1])}
    articles = {loaded[id_][1].id: score for id_, score in whole.items() if id_ in loaded}
    scores = fuse(found, dense, words, articles)
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    hits = [
        Hit(*found[id_], score=scores[id_], similarity=dense[id_], lexical=words.get(id_, 0.0))
        for id_ in ranked
    ]
    return collapse(store, hits, k)


def fuse(
    found: Mapping[str, tuple[Passage, Article]],
    dense: Mapping[str, float],
    words: Mapping[str, float],
    articles: Mapping[str, float],
) -> dict[str, float]:
    """The mixed score of each passage found; what a searcher did not name has none of its share."""
    nearest = max((dense[id_] for id_ in found), default=0.0)
    most = max([*words.values(), FULL])
    best = max(articles.values(), default=0.0) or 1.0
    return {
        id_: DENSE * (1 - (nearest - dense[id_]) / STEP)
        + WORDS * words.get(id_, 0.0) / most
        + WHOLE * articles.get(article.id, 0.0) / best
        for id_, (_, article) in found.items()
    }


def admits(filters: Filters, article: Article) -> bool:
    """Whether an article passes the filters; one without a date passes no date filter."""
    if filters.folder and not article.source.startswith(filters.folder.rstrip("/") + "/"):
        return False
    if filters.since or filters.until:
        if article.published is None:
            return False
        if filters.since and article.published < filters.since:
            return False
        if filters.until and article.published > filters.until:
            return False
    return True


def collapse(store: Store, hits: Sequence[Hit], k: int) -> list[Hit]:
    """The first ``k`` hits without passages of articles that copy an article already among them."""
    kept: list[Hit] = []
    stands_for: dict[str, str] = {}
    for hit in hits:
        if len(kept) == k:
            break
        id_ = hit.article.id
        if id_ not in stands_for:
            stands_for[id_] = id_
            for twin in store.twins(id_):
                stands_for.setdefault(twin, id_)
        if stands_for[id_] == id_:
            kept.append(hit)
    return kept
