"""The trained evidence model: which sentences answer, where the answer stands, and whether any does.

Its weights are the upper half of a transformer over the bundled encoder's lower half
(``index.encoder``); they ship in ``rag/weights``, whose README is the model's card. Where the file is
missing ``load_scorer`` gives None and the similarity scores serve.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.chunk import sentences
from index.embedder import Reader, load_embedder
from index.types import Embedder, Span
from rag.evidence_reading import Excerpt, Reading, lede, readings
from rag.types import EvidenceScorer, Judged, Sentence

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = "evidence.safetensors"
MOST_SPAN = 40
"""Tokens of the longest answer span; 99 % of the training answers have fewer."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The dequantised tensors and what the file says of itself (calibration, seeds, scores)."""

    tensors: dict[str, NDArray[np.float32]]
    slope: float
    shift: float
    card: dict[str, str]

    def probability(self, score: float) -> float:
        """Platt's sigmoid, fitted on the best sentence of each calibration question."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.slope * score + self.shift))))


def weights_file() -> Path:
    return Path(str(files("rag").joinpath("weights", WEIGHTS)))


def load_weights(file: Path) -> Weights:
    """Read int8 matrices (times their rows' scales) and float16 vectors as float32."""
    from safetensors import safe_open

    with safe_open(file, "numpy") as opened:
        card = opened.metadata() or {}
        raw = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118
    tensors = {}
    for name, value in raw.items():
        if name.endswith(".scale"):
            continue
        scale = raw.get(f"{name}.scale")
        full = value.astype(np.float32)
        tensors[name] = full if scale is None else full * scale.astype(np.float32)[:, None]
    calibration = json.loads(card["calibration"])
    return Weights(tensors, calibration["slope"], calibration["shift"], card)


def load_scorer(home: Path, embedder: Embedder, file: Path | None = None) -> EvidenceScorer | None:
    """The scorer over ``embedder``'s own encoder, or None where the weights are missing.

    An embedder that is not the bundled model (another model, a server) cannot share its encoder; then
    the bundled one is loaded beside it. The fake embedder gets no scorer.
    """
    path = file or weights_file()
    if embedder.info.backend == "fake" or not path.is_file():
        return None
    weights = load_weights(path)
    shared = embedder if hasattr(embedder, "reader") else load_embedder(home, backend="onnx-int8")
    return Scorer(shared.tokenizer, shared.reader(weights.tensors), weights)  # type: ignore[attr-defined]


class Scorer:
    """Judges candidates by reading their passages, each passage once."""

    def __init__(self, tokenizer: "Tokenizer", reader: Reader, weights: Weights) -> None:
        self._tokenizer, self._reader, self._weights = tokenizer, reader, weights

    def __call__(self, question: str, candidates: Sequence[Sentence]) -> list[Judged]:
        """One Judged per candidate. The cost is that of the different passages, not of the sentences."""
        passages = {one.hit.passage.id: one.hit for one in candidates}
        spans = {
            id_: sentences(hit.article.text, hit.passage.start, hit.passage.end)
            for id_, hit in passages.items()
        }
        excerpts = [
            Excerpt(
                hit.article.heading,
                hit.passage.text,
                tuple(Span(s.start - hit.passage.start, s.end - hit.passage.start) for s in spans[id_]),
                lede(hit.article.heading, hit.article.text),
            )
            for id_, hit in passages.items()
        ]
        made = readings(self._tokenizer, question, excerpts)
        read = self._reader([one.ids for one in made], [one.sentences for one in made])
        judged: dict[tuple[str, Span], Judged] = {}
        for id_, reading, (scores, logits) in zip(passages, made, read, strict=True):
            start = passages[id_].passage.start
            for number, span in enumerate(spans[id_]):
                judged[id_, span] = self._judge(
                    reading, number, float(scores[number]), logits, span.start - start
                )
        return [judged.get((one.hit.passage.id, one.span), Judged(0.0)) for one in candidates]

    def _judge(
        self, reading: Reading, number: int, score: float, logits: NDArray[np.float32], start: int
    ) -> Judged:
        first, last = reading.sentences[number]
        if last == first:  # cut away: a passage longer than the model reads
            return Judged(0.0)
        begin, end, sure = best_span(logits[first:last])
        left = reading.offsets[first - reading.first + begin][0] - start
        right = reading.offsets[first - reading.first + end][1] - start
        return Judged(self._weights.probability(score), Span(max(0, left), right), sure)


def best_span(logits: NDArray[np.float32]) -> tuple[int, int, float]:
    """First and last token of the likeliest span of a sentence's (length, 2) logits, and its probability."""
    chances = np.exp(logits - logits.max(axis=0))
    chances /= chances.sum(axis=0)
    both = np.triu(np.outer(chances[:, 0], chances[:, 1]))
    both -= np.triu(both, MOST_SPAN)
    begin, end = divmod(int(both.argmax()), len(logits))
    return begin, end, float(both[begin, end])
