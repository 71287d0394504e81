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
    """``shortlist`` and ``answer`` are weights by feature name; ``bias`` and ``floor`` belong to ``answer``.

    ``floor`` is the least probability at which a question is answered.
    """

    shortlist: Mapping[str, float]
    answer: Mapping[str, float]
    bias: float
    floor: float


@cache
def calibration() -> Calibration:
    """The weights that ship with the package."""
    raw = json.loads(files("rag").joinpath("weights", "calibration.json").read_text(encoding="utf-8"))
    return Calibration(raw["shortlist"], raw["answer"], raw["bias"], raw["floor"])


def logit(probability: float) -> float:
    """Log odds, bounded so that 0 and 1 stay finite."""
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def sigmoid(value: float) -> float:
    """The inverse of ``logit``."""
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))


def combined(names: Sequence[str], values: Sequence[float]) -> float:
    """Calibrated probability of features by name."""
    fitted = calibration()
    pairs = zip(names, values, strict=True)
    return sigmoid(fitted.bias + sum(fitted.answer.get(name, 0.0) * value for name, value in pairs))
