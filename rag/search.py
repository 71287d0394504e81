"""Hybrid search: dense and BM25 candidates, one calibrated score, near-duplicates told once.

Both searchers name candidates; every candidate then gets both scores (its exact cosine from the
catalog, its BM25), each scaled over the candidates to 0..1 and mixed by ``ALPHA``. Mixing scores
beats mixing ranks: a far better first stays far better.
"""

from collections.abc import Mapping, Sequence

from index.store import Store
from index.types import Article, Embedder, Hit
from index.words import word_query
from rag.types import Filters, Query

ALPHA = 0.6
"""Share of the dense side."""

DEPTH = 60
"""Candidates asked of each searcher; more changed nothing on 440 articles and costs time on 100,000."""


def hybrid(store: Store, embedder: Embedder, query: Query, k: int, filters: Filters) -> list[Hit]:
    """Return at most ``k`` live passages, best first; of near-duplicate articles only the better.

    ``score`` is the fused score, 0..1 before boosts, comparable within one search only;
    ``similarity`` is cosine and comparable between searches.
    """
    store.refresh()
    vector = embedder.embed_query(query.text)
    depth = max(DEPTH, 3 * k)
    dense = {hit.id: hit.score for hit in store.dense(vector, depth)}
    words = {hit.id: hit.score for hit in store.lexical(word_query(query.text, query.typed_marks), depth)}
    unseen = [id_ for id_ in words if id_ not in dense]
    dense.update(store.similarity(vector, unseen))
    scores = fuse(dense, words, ALPHA)
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    loaded = store.load(ranked)
    kept = [id_ for id_ in ranked if id_ in loaded and admits(filters, loaded[id_][1])]
    hits = [
        Hit(*loaded[id_], score=scores[id_], similarity=dense[id_], lexical=words.get(id_, 0.0))
        for id_ in kept
    ]
    return collapse(store, hits, k)


def fuse(dense: Mapping[str, float], words: Mapping[str, float], alpha: float) -> dict[str, float]:
    """Mix min-max scaled scores over all candidates; one that BM25 did not name has BM25 score 0."""
    dense_scaled = scaled(dense)
    words_scaled = scaled({id_: words.get(id_, 0.0) for id_ in dense})
    return {id_: alpha * dense_scaled[id_] + (1 - alpha) * words_scaled[id_] for id_ in dense}


def scaled(scores: Mapping[str, float]) -> dict[str, float]:
    """Min-max to 0..1; all equal gives 0."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    width = high - low
    return {id_: (score - low) / width if width else 0.0 for id_, score in scores.items()}


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
