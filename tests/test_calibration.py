"""The fitted weights that ship, and the arithmetic around them."""

import pytest

from rag import candidates, evidence
from rag.calibration import calibration, logit, sigmoid, weighed


def test_every_weight_belongs_to_a_feature() -> None:
    fitted = calibration()
    assert set(fitted.shortlist) == set(candidates.FEATURES)
    assert set(fitted.answer) == set(evidence.FEATURES)
    assert set(fitted.sure) == set(evidence.SURE)
    assert 0 < fitted.floor < 1


def test_what_the_scorer_says_counts_for_the_answer() -> None:
    assert calibration().answer["judged"] > 0


@pytest.mark.parametrize("probability", [0.0, 1e-9, 0.25, 0.5, 0.99, 1.0])
def test_log_odds_there_and_back(probability: float) -> None:
    assert sigmoid(logit(probability)) == pytest.approx(probability, abs=1e-5)


def test_a_better_judgement_is_a_higher_chance() -> None:
    weights = calibration().answer
    low, high = (weighed(weights, 0.0, ["judged"], [value]) for value in (-1.0, 2.0))
    assert low < high


def test_a_feature_without_a_weight_says_nothing() -> None:
    assert weighed({"near": 2.0}, 1.0, ["near", "far"], [0.5, 9.0]) == 2.0
