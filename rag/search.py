"""Hybrid search: dense and BM25 candidates, one calibrated score, near-duplicates told once.

Both searchers name candidates; every candidate then gets its exact cosine from the catalog, its own
BM25 and the BM25 of its whole article, mixed by weights fitted on the training questions. Scores
are mixed, not ranks: a far better first stays far better.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from index.store import Store
from index.types import Article, Embedder, Hit, Passage
from index.words import ARTICLE, TYPED, UNTYPED, WordQuery, word_query
from rag.boosts import boosts
from rag.numerals import other_forms
from rag.places import names, places, relatives
from rag.types import Filters, Query

DEPTH = 60
"""Candidates asked of each searcher; 120 changed nothing on the training questions and costs twice."""

FILTERED_DEPTH = 600
"""The same under a filter, which may refuse most of them."""

STEP = 0.1
"""A cosine this much below the best costs the whole dense share; e5's cosines lie within 0.75 to 0.95."""

FULL = 60.0
"""BM25 of a passage that holds most of a question; where even the best has less, words count for less."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How much each part counts; other values than these are for measuring.

    Shares of cosine, passage BM25 and article BM25 by softmax regression on half of the training
    questions (question to article, 440 articles, split by article), checked on the other half.
    """

    dense: float = 0.45
    words: float = 0.36
    whole: float = 0.19
    relatives: float = 0.3
    """Weight of the other names of a province, before or after 2025, in the word searches."""
    numbers: float = 0.5
    """The same of the numbers written the other way ("sáu mươi", "60")."""
    dated: bool = True
    """Whether dates add to the score (``rag.boosts``)."""


RECIPE = Recipe()


def hybrid(
    store: Store, embedder: Embedder, query: Query, k: int, filters: Filters, recipe: Recipe = RECIPE
) -> list[Hit]:
    """Return at most ``k`` live passages, best first; of near-duplicate articles only the better.

    Both ``filters`` and the question's own must admit an article. ``score`` is comparable within one
    search only; ``similarity`` is cosine and comparable between searches.
    """
    store.refresh()
    vector = embedder.embed_query(query.text)
    limits = [limit for limit in (filters, query.filters) if limit != Filters()]
    depth = max(FILTERED_DEPTH if limits else DEPTH, 3 * k)
    by_words, by_article = _word_queries(query, limits, recipe)
    dense = {hit.id: hit.score for hit in store.dense(vector, depth)}
    words = {hit.id: hit.score for hit in store.lexical(by_words, depth)}
    whole = {hit.id: hit.score for hit in store.lexical(by_article, depth)}
    dense.update(store.similarity(vector, [id_ for id_ in words if id_ not in dense]))
    arriving = [id_ for id_ in words if id_ not in dense]  # their vectors are still being made
    dense |= dict.fromkeys(arriving, median(dense.values()) if dense else 0.0)
    loaded = store.load([*dense, *whole])
    found = {id_: loaded[id_] for id_ in dense if id_ in loaded and _admitted(loaded[id_][1], limits)}
    articles = {loaded[id_][1].id: score for id_, score in whole.items() if id_ in loaded}
    scores = fuse(found, dense, words, articles, recipe)
    if recipe.dated:
        extra = boosts(query, {article.id: article for _, article in found.values()})
        scores = {id_: score + extra[found[id_][1].id] for id_, score in scores.items()}
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    hits = [
        Hit(*found[id_], score=scores[id_], similarity=dense[id_], lexical=words.get(id_, 0.0))
        for id_ in ranked
    ]
    return collapse(store, hits, k)


def _word_queries(query: Query, limits: Sequence[Filters], recipe: Recipe) -> tuple[WordQuery, WordQuery]:
    """What is asked of passages and of articles: the question, a filter's place, and at less weight the
    provinces' other names and the numbers' other forms."""
    text = " ".join([query.text, *(limit.place for limit in limits if limit.place)])
    kin = [
        other for place in places(query.text) if place.level == "province" for other in relatives(place.name)
    ]
    besides = [(kin, recipe.relatives), (other_forms(query.text), recipe.numbers)]

    def asked(weights: Mapping[str, float]) -> WordQuery:
        found = word_query(text, weights)
        for others, share in besides:
            if others and share:
                lower = {field: weight * share for field, weight in weights.items()}
                found = _joined(found, word_query(" . ".join(others), lower))
        return found

    return asked(TYPED if query.typed_marks else UNTYPED), asked(ARTICLE)


def _joined(first: WordQuery, second: WordQuery) -> WordQuery:
    known = {(field, term) for field, term, _ in first.terms}
    return WordQuery(first.terms + tuple(term for term in second.terms if term[:2] not in known))


def fuse(
    found: Mapping[str, tuple[Passage, Article]],
    dense: Mapping[str, float],
    words: Mapping[str, float],
    articles: Mapping[str, float],
    recipe: Recipe = RECIPE,
) -> dict[str, float]:
    """The mixed score of each passage found; what a searcher did not name has none of its share."""
    nearest = max((dense[id_] for id_ in found), default=0.0)
    most = max([*words.values(), FULL])
    best = max(articles.values(), default=0.0) or 1.0
    return {
        id_: recipe.dense * (1 - (nearest - dense[id_]) / STEP)
        + recipe.words * words.get(id_, 0.0) / most
        + recipe.whole * articles.get(article.id, 0.0) / best
        for id_, (_, article) in found.items()
    }


def _admitted(article: Article, limits: Sequence[Filters]) -> bool:
    return all(admits(limit, article) for limit in limits)


def admits(filters: Filters, article: Article) -> bool:
    """Whether an article passes the filters; one without a date passes no date filter."""
    if filters.folder and not article.source.startswith(filters.folder.rstrip("/") + "/"):
        return False
    if filters.since and (article.published is None or article.published < filters.since):
        return False
    if filters.until and (article.published is None or article.published > filters.until):
        return False
    return not filters.place or names(article.text, filters.place)


def collapse(store: Store, hits: Sequence[Hit], k: int) -> list[Hit]:
    """The first ``k`` hits without passages of articles that copy an article already among them."""
    groups = store.groups(list({hit.article.id for hit in hits}))
    first: dict[str, str] = {}
    kept: list[Hit] = []
    for hit in hits:
        id_ = hit.article.id
        if first.setdefault(groups[id_], id_) == id_:
            kept.append(hit)
        if len(kept) == k:
            break
    return kept
