"""The three parts of the bundled model that become ONNX graphs: one text at a time, so no mask."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from index.encoder import CUT, Encoder, Judge


class Trunk(nn.Module):
    """The lower layers, over embedded tokens (1, length, hidden)."""

    def __init__(self, whole: Encoder) -> None:
        super().__init__()
        self.whole = whole

    def forward(self, states: Tensor) -> Tensor:
        return self.whole.run(states, no_mask(), 0, CUT)


class VectorHead(nn.Module):
    """The embedding's upper layers: the text's unit vector (1, hidden)."""

    def __init__(self, whole: Encoder) -> None:
        super().__init__()
        self.whole = whole

    def forward(self, states: Tensor) -> Tensor:
        x = self.whole.run(states, no_mask(), CUT, len(self.whole.layers))
        return functional.normalize(x.mean(1), dim=1)


class JudgeHead(nn.Module):
    """The evidence model's upper layers: sentence scores (1, sentences) and span logits (1, length, 2)."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, states: Tensor, share: Tensor) -> tuple[Tensor, Tensor]:
        scores, spans = self.judge(states, no_mask(), share)
        return scores, spans


def no_mask() -> Tensor:
    """Adds nothing to any attention score."""
    return torch.zeros(1, 1, 1, 1)
