"""What the evidence model learns from a group, and how it is measured on validation groups."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from index.types import Span
from rag.evidence_reading import Reading
from tests.bench.evidence_data import NEGATIVE, POSITIVE, Group

REMOVED, SPAN = 0.5, 0.2
"""Weights of the null loss with the evidence taken away, and of the span loss."""


def listwise(scores: Tensor, labels: Sequence[int]) -> Tensor:
    """Cross-entropy over a group's candidates and the null option, whose score is 0.

    Where a sentence answers, it is told twice: that sentence is right, and, were it not there, null.
    Unsure candidates (label -1) take no part.
    """
    label = torch.tensor(labels)
    null = scores.new_zeros(1)
    others = torch.logsumexp(torch.cat([scores[label == NEGATIVE], null]), 0)
    if POSITIVE not in labels:
        return others
    right = torch.logsumexp(scores[label == POSITIVE], 0)
    return torch.logaddexp(right, others) - right + REMOVED * others


def span_loss(logits: Tensor, reading: Reading, sentence: int, answer: Span) -> Tensor | None:
    """Cross-entropy of the answer's first and last token among the sentence's tokens."""
    place = token_span(reading, answer)
    first, last = reading.sentences[sentence]
    if place is None or not first <= place[0] <= place[1] < last:
        return None
    return functional.cross_entropy(logits[first:last].T, torch.tensor(place) - first)


def token_span(reading: Reading, answer: Span) -> tuple[int, int] | None:
    """First and last token that touch the answer; None if cut away."""
    touched = [
        i
        for i, (start, end) in enumerate(reading.offsets, reading.first)
        if start < answer.end and end > answer.start
    ]
    return (touched[0], touched[-1]) if touched else None


def auc(good: Sequence[float], bad: Sequence[float]) -> float:
    """The chance that a good score is above a bad one, ties counted half."""
    left, right = np.array(good)[:, None], np.array(bad)[None, :]
    return float((left > right).mean() + (left == right).mean() / 2)


def firsts(groups: Sequence[Group], scores: Sequence[NDArray[np.float32]]) -> dict[str, float]:
    """Shares of answerable groups whose best sentence is right, by kind, and the AUC of answering.

    ``first``: labelled evidence or another sentence that holds the answer; ``exact``: labelled
    evidence; ``two``: right within the best two.
    """
    found: dict[str, list[float]] = {}
    good, bad = [], []
    for group, values in zip(groups, scores, strict=True):
        labels = group.labels
        if POSITIVE not in labels:
            bad.append(float(values.max()))
            continue
        good.append(float(values.max()))
        order = np.argsort(-values)
        right = labels[order[0]] != NEGATIVE
        found.setdefault("first", []).append(right)
        found.setdefault(group.kind, []).append(right)
        found.setdefault("exact", []).append(labels[order[0]] == POSITIVE)
        found.setdefault("two", []).append(any(labels[i] != NEGATIVE for i in order[:2]))
    table = {name: round(float(np.mean(values)), 4) for name, values in found.items()}
    return table | {"auc": round(auc(good, bad), 4)}
