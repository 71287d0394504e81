"""Optional reranking of the first hits by a cross-encoder; off unless a setting names a model."""

from collections.abc import Callable, Sequence

from index.errors import StoreError
from index.types import Hit
from rag.types import Query

TOP = 20
"""Hits that the model reads: a cross-encoder costs about as much a passage as embedding it anew."""


Scorer = Callable[[str, Sequence[str]], list[float]]
"""Relevance of each text to a question, higher is better; a cross-encoder or anything like it."""


def load_scorer(model: str) -> Scorer:
    """Load a sentence-transformers CrossEncoder from a folder or a hub name.

    Raises StoreError ``model_missing``.
    """
    from sentence_transformers import CrossEncoder

    try:
        encoder = CrossEncoder(model)
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError("model_missing", name=model, problem=str(error)) from error

    def score(question: str, texts: Sequence[str]) -> list[float]:
        return [float(value) for value in encoder.predict([(question, text) for text in texts])]

    return score


def rerank(query: Query, hits: Sequence[Hit], scorer: Scorer, top: int = TOP) -> list[Hit]:
    """The hits with the first ``top`` in the scorer's order, equal ones as before; the rest follows.

    ``score`` stays the fused one: what is calibrated on it keeps its meaning.
    """
    first = list(hits[:top])
    if len(first) < 2:
        return list(hits)
    texts = [f"{hit.article.heading}\n{hit.passage.text}".strip() for hit in first]
    scores = scorer(query.text, texts)
    order = sorted(range(len(first)), key=lambda at: -scores[at])
    return [first[at] for at in order] + list(hits[top:])
