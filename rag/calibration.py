"""Fitted weights of the answering rules, read from ``rag/weights/calibration.json``.

``make calibrate`` (tests/bench/calibrate.py) writes that file from questions over articles that the
evidence model was not trained on.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Calibration:
    """``shortlist``, ``answer`` and ``sure`` are weights by feature name, each with its bias but the first.

    ``answer`` ranks the sentences of a question, ``sure`` says whether the first one answers it; ``floor`` is
    the least probability at which a question is answered.
    """

    shortlist: Mapping[str, float]
    answer: Mapping[str, float]
    bias: float
    sure: Mapping[str, float]
    sure_bias: float
    floor: float


@cache
def calibration() -> Calibration:
    """The weights that ship with the package."""
    raw = json.loads(files("rag").joinpath("weights", "calibration.json").read_text(encoding="utf-8"))
    return Calibration(**raw)


def logit(probability: float) -> float:
    """Log odds, bounded so that 0 and 1 stay finite."""
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def sigmoid(value: float) -> float:
    """The inverse of ``logit``."""
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))


def weighed(
    weights: Mapping[str, float], bias: float, names: Sequence[str], values: Sequence[float]
) -> float:
    """The log odds that weights by name give to features; a feature without a weight says nothing."""
    pairs = zip(names, values, strict=True)
    return bias + sum(weights.get(name, 0.0) * value for name, value in pairs)
