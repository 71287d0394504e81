"""States of the frozen layers are kept in files, and only for the readings they were computed of."""

from pathlib import Path

import torch
from torch import Tensor

from rag.evidence_reading import Reading
from tests.bench.evidence_states import States


class Counting:
    """Stands for the encoder: a token's state is its id; counts what it is asked for."""

    places = torch.zeros(512, 4)
    asked = 0

    def embed(self, ids: Tensor) -> Tensor:
        self.asked += len(ids)
        return ids[:, :, None].repeat(1, 1, 4).float()

    def run(self, x: Tensor, *_: object) -> Tensor:
        return x


def reading(*ids: int) -> Reading:
    return Reading(ids, 0, ((0, len(ids)),), ())


def first(encoder: Counting, made: list[Reading], file: Path) -> list[float]:
    """The states of the first reading, one number a token."""
    states = States(encoder, made, file, fast=False)  # type: ignore[arg-type]
    return [float(value) for value in states.batch([0])[0][0, :, 0]]


def test_what_was_computed_once_is_read_again(tmp_path: Path) -> None:
    encoder, made = Counting(), [reading(5, 6, 7), reading(8)]
    assert first(encoder, made, tmp_path / "a.f16") == [5, 6, 7]
    assert first(encoder, made, tmp_path / "a.f16") == [5, 6, 7]
    assert encoder.asked == 1


def test_as_many_readings_of_another_length_are_computed_anew(tmp_path: Path) -> None:
    encoder = Counting()
    first(encoder, [reading(5, 6, 7), reading(8)], tmp_path / "a.f16")
    assert first(encoder, [reading(5, 6, 7, 9), reading(8)], tmp_path / "a.f16") == [5, 6, 7, 9]
    assert encoder.asked == 2
