"""The bundled model as a plain torch module: BERT without pooler, cut where the evidence model joins.

transformers would do the same in 250 lines of its own and 4 s of imports; hoibao needs only the
forward pass, and needs it in two halves: layers below ``CUT`` are shared by the embedding and by the
evidence model (``rag/evidence_model.py``), the layers above exist once for each.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from index.e5 import EPSILON, SIZES, Sizes

Rows = Sequence[Sequence[int]]
Ranges = Sequence[Sequence[tuple[int, int]]]
Read = tuple[NDArray[np.float32], NDArray[np.float32]]

CUT = 6
"""Layers 0 to 5 are shared; 6 to 11 are the embedding's own, or the evidence model's."""


class Layer(nn.Module):
    """One post-norm transformer layer; parameter names are those of transformers' BertModel."""

    def __init__(self, sizes: Sizes, epsilon: float) -> None:
        super().__init__()
        width, wide = sizes.hidden, sizes.feed_forward
        self.heads = sizes.heads
        self.attention = nn.ModuleDict(
            {
                "self": nn.ModuleDict({part: nn.Linear(width, width) for part in ("query", "key", "value")}),
                "output": nn.ModuleDict(
                    {"dense": nn.Linear(width, width), "LayerNorm": nn.LayerNorm(width, epsilon)}
                ),
            }
        )
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(width, wide)})
        self.output = nn.ModuleDict(
            {"dense": nn.Linear(wide, width), "LayerNorm": nn.LayerNorm(width, epsilon)}
        )

    def forward(self, x: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
        """``x`` (batch, length, hidden), ``mask`` (batch, 1, 1, length) added to the attention scores."""
        inner, outer = self.attention["self"], self.attention["output"]
        query, key, value = (self._split(inner[part](x)) for part in ("query", "key", "value"))  # type: ignore[index]
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).flatten(2)
        mixed = functional.dropout(outer["dense"](mixed), drop)  # type: ignore[index]
        x = outer["LayerNorm"](x + mixed)  # type: ignore[index]
        wide = functional.gelu(self.intermediate["dense"](x))
        out: Tensor = self.output["LayerNorm"](x + functional.dropout(self.output["dense"](wide), drop))
        return out

    def _split(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)


class Encoder(nn.Module):
    """Token ids in, hidden states out, the whole way or in two halves."""

    def __init__(self, weights: Mapping[str, Tensor], sizes: Sizes, epsilon: float) -> None:
        super().__init__()
        word = weights["embeddings.word_embeddings.weight"]
        # A view of the mapped file: only the rows of words that occur are ever read into memory.
        self.words = nn.Embedding(len(word), sizes.hidden, _weight=word, _freeze=True)
        place = weights["embeddings.position_embeddings.weight"]
        self.places = nn.Parameter(place + weights["embeddings.token_type_embeddings.weight"][0], False)
        self.norm = nn.LayerNorm(sizes.hidden, epsilon)
        self.norm.load_state_dict(_part(weights, "embeddings.LayerNorm."))
        self.layers = nn.ModuleList(
            layer_of(_part(weights, f"encoder.layer.{i}."), sizes, epsilon) for i in range(sizes.layers)
        )
        self.requires_grad_(False).eval()

    def embed(self, ids: Tensor) -> Tensor:
        """(batch, length) token ids to (batch, length, hidden) states before the first layer."""
        out: Tensor = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        return out

    def run(self, x: Tensor, mask: Tensor, start: int, end: int) -> Tensor:
        """Layers ``start`` to ``end`` (exclusive)."""
        for layer in self.layers[start:end]:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors (batch, hidden): mean over the real tokens, then normalised."""
        return pool(self.run(self.embed(ids), mask, 0, len(self.layers)), mask)


class Judge(nn.Module):
    """The evidence model's own upper layers and its two heads, over states after layer ``CUT``."""

    def __init__(self, sizes: Sizes, epsilon: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(sizes, epsilon) for _ in range(sizes.layers - CUT))
        self.mix = nn.Linear(2 * sizes.hidden, sizes.hidden)
        self.score = nn.Linear(sizes.hidden, 1)
        self.span = nn.Linear(sizes.hidden, 2)

    def forward(self, x: Tensor, mask: Tensor, share: Tensor, drop: float = 0.0) -> tuple[Tensor, Tensor]:
        """Scores (batch, sentences), and start and end logits (batch, length, 2).

        ``share`` (batch, sentences, length) averages the states of each sentence's tokens. A score is
        the log of the odds against the null option "nothing answers", whose score is 0.
        """
        for layer in self.layers:
            x = layer(x, mask, drop)
        means = share @ x
        whole = x[:, :1].expand(-1, means.shape[1], -1)
        hidden = functional.gelu(self.mix(functional.dropout(torch.cat([whole, means], dim=2), drop)))
        scores: Tensor = self.score(functional.dropout(hidden, drop))
        return scores.squeeze(2), self.span(x)


def layer_of(weights: Mapping[str, Tensor], sizes: Sizes, epsilon: float) -> Layer:
    """A layer that holds ``weights`` (names within the layer)."""
    layer = Layer(sizes, epsilon)
    layer.load_state_dict(weights)
    return layer


def _part(weights: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name[len(prefix) :]: value for name, value in weights.items() if name.startswith(prefix)}


def load(folder: Path, sizes: Sizes, epsilon: float) -> Encoder:
    """The encoder of an unpacked folder (see ``index.e5.unpack``)."""
    from safetensors.torch import load_file

    return Encoder(load_file(folder / "model.safetensors"), sizes, epsilon)


def pool(x: Tensor, mask: Tensor) -> Tensor:
    """Mean of the states where ``mask`` is 0, at unit length."""
    real = (mask[:, 0, 0, :] == 0).to(x.dtype).unsqueeze(2)
    return functional.normalize((x * real).sum(1) / real.sum(1), dim=1)


def pad(rows: Sequence[Sequence[int]], blank: int = 1) -> tuple[Tensor, Tensor]:
    """Token ids padded to one length (batch, length), and the mask to add (batch, 1, 1, length)."""
    length = max(len(row) for row in rows)
    ids = torch.tensor([[*row, *[blank] * (length - len(row))] for row in rows])
    real = torch.tensor([[0.0] * len(row) + [-1e4] * (length - len(row)) for row in rows])
    return ids, real[:, None, None, :]


def shares(ranges: Sequence[Sequence[tuple[int, int]]], length: int) -> Tensor:
    """(batch, sentences, length): 1/n at the n tokens of each sentence, zeros where there is none."""
    share = torch.zeros(len(ranges), max(len(row) for row in ranges), length)
    for place, row in enumerate(ranges):
        for number, (first, last) in enumerate(row):
            if last > first:
                share[place, number, first:last] = 1 / (last - first)
    return share


def judge_of(weights: Mapping[str, NDArray[np.float32]]) -> Judge:
    """The evidence model's half that holds ``weights``."""
    judge = Judge(SIZES, EPSILON)
    judge.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})
    return judge.requires_grad_(False).eval()


def read(encoder: Encoder, judge: Judge, rows: Rows, ranges: Ranges) -> list[Read]:
    """One forward pass for rows of like length: sentence scores and span logits of each row."""
    ids, mask = pad(rows)
    with torch.inference_mode():
        states = encoder.run(encoder.embed(ids), mask, 0, CUT)
        scores, spans = judge(states, mask, shares(ranges, ids.shape[1]))
    return [(scores[i, : len(ranges[i])].numpy(), spans[i, : len(row)].numpy()) for i, row in enumerate(rows)]
