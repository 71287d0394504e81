"""The order of the first hits looked at again: close calls between two articles by the evidence model,
and all of the first by a cross-encoder where a setting names one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.errors import StoreError
from index.types import Hit
from rag.calibration import logit
from rag.candidates import sentences_of
from rag.types import EvidenceScorer, Query

TOP = 20
"""Hits that the model reads: a cross-encoder costs about as much a passage as embedding it anew."""

CLOSE = 0.1
"""Difference of fused scores up to which two articles are a close call: one question in six."""
WEIGHT, CAP = 0.02, 6.0
"""Score that one unit of the model's log odds is worth, and the most units that count: of .02 to .1 what gave
the right article first most often for questions about articles that the model never saw. What it brings
stands in the table of ``make bench-retrieval``."""


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


def settled(question: str, hits: Sequence[Hit], scorer: EvidenceScorer) -> list[Hit]:
    """The hits, best first, after the model has read the first passages of two articles that are close.

    The article whose passage answers less likely loses score in all its passages.
    """
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.article.id, hit)
    rivals = [hit for hit in list(best.values())[:2] if hit.score >= hits[0].score - CLOSE]
    if len(rivals) < 2:
        return list(hits)
    sentences = sentences_of(rivals)
    odds = dict.fromkeys((hit.article.id for hit in rivals), logit(0.0))
    for sentence, judged in zip(sentences, scorer(question, sentences), strict=True):
        id_ = sentence.hit.article.id
        odds[id_] = max(odds[id_], logit(judged.probability))
    lost = {id_: WEIGHT * min(CAP, max(odds.values()) - value) for id_, value in odds.items()}
    found = [replace(hit, score=hit.score - lost.get(hit.article.id, 0.0)) for hit in hits]
    return sorted(found, key=lambda hit: -hit.score)


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
