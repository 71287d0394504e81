"""From passages to the sentences that answer, each with a calibrated probability.

The scorer is one function, question and candidates in, judgements out: the trained model
(``rag.evidence_model``) or, where its weights are missing, ``similarity_scorer``. What it says is
joined with what rules can see (the kind of answer wanted, period, place, result or target) by a
logistic regression whose weights ``tests/bench/calibrate.py`` fits.
"""

from collections.abc import Sequence

import numpy as np

from index.types import Embedder, Hit
from rag.agreement import Agreement, agreement
from rag.calibration import calibration, logit, sigmoid, weighed
from rag.candidates import coverage, shortlist
from rag.topic import behind
from rag.types import Evidence, EvidenceScorer, Judged, Sentence

MOST_EVIDENCE = 8
"""Sentences kept per question: what a language model may be shown."""

ALONE = 3.0
"""Log odds by which a candidate without any other is taken to be ahead."""

SURE_SPAN = 0.5
"""Least probability of a span that may stand as the lead of an answer."""

FEATURES = (
    "judged", "passage", "similarity", "own_covered", "covered", "is_title",
    "kind", "names", "figures", "accord", "ahead", "form",
)  # fmt: skip


SURE = ("chance", "margin", "judged", "own_covered", "apart", "form")
"""What tells whether the first sentence answers: its log odds among the sentences, how far it is ahead of the
second and of the best of another article, and, weighed anew, what the scorer says and what it shares with the
question. A rewording shares little: that ranks a sentence low, but it speaks less against a first one."""


def similarity_scorer(embedder: Embedder) -> EvidenceScorer:
    """Score candidates without a trained model: half cosine, half term coverage."""

    def score(question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        if not candidates:
            return []
        texts = [f"{s.hit.article.heading}\n{s.text}" for s in candidates]
        cosines = embedder.embed_passages(texts) @ embedder.embed_query(question)
        # e5 cosines of related texts live between .75 and .95: stretch them to 0..1
        stretched = np.clip((cosines - 0.75) / 0.2, 0.0, 1.0)
        covered = coverage(question, [f"{s.context} {s.text}" for s in candidates])
        return [Judged(float(0.5 * near + 0.5 * held)) for near, held in zip(stretched, covered, strict=True)]

    return score


def features(
    question: str,
    candidates: Sequence[Sentence],
    judged: Sequence[Judged],
    agreements: Sequence[Agreement],
) -> list[tuple[float, ...]]:
    """One row per candidate, columns ``FEATURES``: the scorer's log odds, retrieval, coverage, agreement."""
    asked = behind(question)  # a topic put in front is the article's: the sentence need not say it again
    own = coverage(asked, [s.text for s in candidates])
    covered = coverage(question, [f"{s.hit.article.heading} {s.context} {s.text}" for s in candidates])
    best = max(s.hit.score for s in candidates) or 1.0
    ahead = _ahead(candidates)
    return [
        (
            logit(one.probability),
            s.hit.score / best,
            s.hit.similarity,
            alone,
            near,
            float(s.text == s.hit.article.heading),
            seen.kind,
            seen.names,
            seen.figures,
            seen.accord(),
            ahead[s.hit.article.id],
            seen.form,
        )
        for s, one, seen, alone, near in zip(candidates, judged, agreements, own, covered, strict=True)
    ]


def sure_features(
    rows: Sequence[Sequence[float]], odds: Sequence[float], articles: Sequence[str]
) -> tuple[int, tuple[float, ...]]:
    """The place of the likeliest candidate, and its features ``SURE``; ``rows`` are ``FEATURES``."""
    order = sorted(range(len(odds)), key=lambda i: -odds[i])
    first = order[0]
    lowest = odds[order[-1]]
    second = odds[order[1]] if len(order) > 1 else lowest - ALONE
    other = max((odds[i] for i in order if articles[i] != articles[first]), default=lowest)
    seen = dict(zip(FEATURES, rows[first], strict=True))
    ahead = (odds[first], odds[first] - second)
    return first, (*ahead, seen["judged"], seen["own_covered"], odds[first] - other, seen["form"])


def chances(rows: Sequence[Sequence[float]], articles: Sequence[str]) -> list[float]:
    """The calibrated probability of each candidate: the first one's, the others as far behind as they are."""
    fitted = calibration()
    odds = [weighed(fitted.answer, fitted.bias, FEATURES, row) for row in rows]
    first, seen = sure_features(rows, odds, articles)
    shift = weighed(fitted.sure, fitted.sure_bias, SURE, seen) - odds[first]
    return [sigmoid(one + shift) for one in odds]


def _ahead(candidates: Sequence[Sentence]) -> dict[str, float]:
    """How far the search puts each article before the best of the others (below 0: behind)."""
    best: dict[str, float] = {}
    for s in candidates:
        best[s.hit.article.id] = max(best.get(s.hit.article.id, 0.0), s.hit.score)
    return {
        id_: score - max((other for key, other in best.items() if key != id_), default=0.0)
        for id_, score in best.items()
    }


def choose(question: str, hits: Sequence[Hit], scorer: EvidenceScorer) -> list[Evidence]:
    """The best sentences of the hits, most probable answer first, at most ``MOST_EVIDENCE``.

    The first one's ``probability`` is the answerability of the question.
    """
    candidates = shortlist(question, hits)
    if not candidates:
        return []
    judged = scorer(question, candidates)
    agreements = [agreement(question, sentence) for sentence in candidates]
    rows = features(question, candidates, judged, agreements)
    likely = chances(rows, [sentence.hit.article.id for sentence in candidates])
    found = [
        Evidence(
            article=s.hit.article,
            start=s.span.start,
            end=s.span.end,
            text=s.text,
            score=one.probability,
            probability=chance,
            span=one.span if one.span_probability >= SURE_SPAN else None,
        )
        for s, one, chance in zip(candidates, judged, likely, strict=True)
    ]
    return sorted(found, key=lambda e: (-e.probability, -e.score))[:MOST_EVIDENCE]
