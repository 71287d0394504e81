"""The frozen half of the encoder: states after the shared layers, computed once and kept as float16.

They are computed when a page is first read, by whichever worker reads it, into files that all workers
map: no page that the draw never picks is paid for.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from index.encoder import CUT, Encoder, pad, shares
from rag.evidence_reading import Reading


class States:
    """Rows of all tokens of all readings, one after another, in ``file``; ``file``.done says which hold.

    ``fast`` lets matrices run in bfloat16, which halves the time where the processor has it.
    """

    def __init__(self, encoder: Encoder, readings: Sequence[Reading], file: Path, *, fast: bool) -> None:
        self.readings, self._encoder, self._fast = readings, encoder, fast
        self._starts = np.cumsum([0, *(len(one.ids) for one in readings)]).astype(np.int64)
        shape = (int(self._starts[-1]), encoder.places.shape[1])
        if not _fits(file, np.dtype(np.float16), shape):  # of other readings, be they as many: none holds
            file.with_suffix(".done").unlink(missing_ok=True)
        self._rows = _mapped(file, np.dtype(np.float16), shape)
        self._done = _mapped(file.with_suffix(".done"), np.dtype(np.bool_), (len(readings),))

    def batch(self, numbers: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
        """States (batch, length, hidden), mask to add, and each sentence's share of the tokens."""
        chosen = [self.readings[i] for i in numbers]
        ids, mask = pad([one.ids for one in chosen])
        missing = [i for i in numbers if not self._done[i]]
        if missing:
            self._compute(missing)
        x = np.zeros((len(numbers), ids.shape[1], self._rows.shape[1]), np.float32)
        for place, i in enumerate(numbers):
            x[place, : len(chosen[place].ids)] = self._rows[self._starts[i] : self._starts[i + 1]]
        return torch.from_numpy(x), mask, shares([one.sentences for one in chosen], ids.shape[1])

    def _compute(self, numbers: Sequence[int]) -> None:
        ids, mask = pad([self.readings[i].ids for i in numbers])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self._fast):
            x = self._encoder.run(self._encoder.embed(ids), mask, 0, CUT).float().numpy()
        for place, i in enumerate(numbers):
            self._rows[self._starts[i] : self._starts[i + 1]] = x[place, : len(self.readings[i].ids)]
            self._done[i] = True


def _mapped(file: Path, kind: np.dtype, shape: tuple[int, ...]) -> np.memmap:
    """A file of that size, made of zeros where there is none (or one of another size)."""
    if not _fits(file, kind, shape):
        with file.open("wb") as made:
            made.truncate(_bytes(kind, shape))
    return np.memmap(file, kind, "r+", shape=shape)


def _fits(file: Path, kind: np.dtype, shape: tuple[int, ...]) -> bool:
    return file.is_file() and file.stat().st_size == _bytes(kind, shape)


def _bytes(kind: np.dtype, shape: tuple[int, ...]) -> int:
    return int(np.prod(shape)) * kind.itemsize
