"""The bundled model in 8-bit integers: the same weights, exported and quantised once, run by onnxruntime.

Only the twelve layers go through onnxruntime. The word table (250,037 rows, 384 MB) stays a mapped
file of which a text reads its own rows, so that loading takes a second and little memory.
"""

import os
import uuid
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index import e5
from index.embedder import in_batches, load_tokenizer, token_rows
from index.types import EmbedderInfo, Vectors

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILE = "layers-int8-1.onnx"
"""Raise the number when ``build`` writes something else, so that old files are left behind."""
_MASKED = -1e4  # added to the attention scores of padding, as in index.encoder


class Int8Embedder:
    """Vectors of cosine 0.996 to float32's, in 0.6 of its time; an index never mixes the two."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        self.folder = folder
        self.info = EmbedderInfo(e5.NAME, e5.SIZES.hidden, e5.QUERY_PREFIX, e5.PASSAGE_PREFIX, "onnx-int8")
        self.tokenizer: Tokenizer = load_tokenizer(folder)
        self._words, self._places, self._scale, self._shift = _tables(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = len(os.sched_getaffinity(0))
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(build(folder)), options, providers=["CPUExecutionProvider"]
        )

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, dimension), rows of unit length."""
        rows = token_rows(self.tokenizer, [self.info.passage_prefix + t for t in texts])
        return in_batches(rows, self._forward, self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Shape (dimension,)."""
        return self._forward(token_rows(self.tokenizer, [self.info.query_prefix + text])).reshape(-1)

    def _forward(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        length = max(len(row) for row in rows)
        ids = np.full((len(rows), length), 1, np.int64)
        real = np.zeros((len(rows), length), np.float32)
        for at, row in enumerate(rows):
            ids[at, : len(row)] = row
            real[at, : len(row)] = 1
        states = self._embed(ids)
        mask = ((1 - real) * _MASKED)[:, None, None, :]
        found: NDArray[np.float32] = self._session.run(None, {"states": states, "mask": mask, "real": real})[
            0
        ]
        return found

    def _embed(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """States before the first layer: word + place (+ type 0), layer-normed."""
        x = self._words[ids] + self._places[: ids.shape[1]]
        x -= x.mean(axis=2, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=2, keepdims=True) + e5.EPSILON)
        out: NDArray[np.float32] = x * self._scale + self._shift
        return out


def _tables(folder: Path) -> tuple[NDArray[np.float32], ...]:
    """Word table (mapped, not read), place table with the type's row added, and the norm's two rows."""
    from safetensors import safe_open

    path = folder / "model.safetensors"
    with safe_open(path, "numpy") as file:
        part = {name: file.get_tensor(f"embeddings.{name}") for name in _SMALL}
    places = part["position_embeddings.weight"] + part["token_type_embeddings.weight"][0]
    words = _mapped(path, "embeddings.word_embeddings.weight")
    return words, places, part["LayerNorm.weight"], part["LayerNorm.bias"]


_SMALL = ("position_embeddings.weight", "token_type_embeddings.weight", "LayerNorm.weight", "LayerNorm.bias")


def _mapped(path: Path, name: str) -> NDArray[np.float32]:
    """One float32 tensor of a safetensors file as a mapping: eight bytes of length, JSON, then the data."""
    import json

    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        entry = json.loads(file.read(size))[name]
    start = 8 + size + entry["data_offsets"][0]
    return np.memmap(path, np.float32, "r", start, tuple(entry["shape"]))


def build(folder: Path) -> Path:
    """The quantised layers in ``folder``, made on the first call (some 10 s)."""
    path = folder / FILE
    if path.is_file():
        return path
    from onnxruntime.quantization import QuantType, quantize_dynamic

    beside = folder / f"{FILE}.{uuid.uuid4().hex}"
    plain, small = beside.with_suffix(".plain"), beside.with_suffix(".part")
    try:
        _export(folder, plain)
        quantize_dynamic(
            plain,
            small,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        small.replace(path)
    finally:
        plain.unlink(missing_ok=True)
        small.unlink(missing_ok=True)
    return path


def _export(folder: Path, path: Path) -> None:
    """The layers and the pooling as a float32 graph: states, mask, real tokens in; unit vectors out."""
    import torch

    from index import encoder

    whole = encoder.load(folder, e5.SIZES, e5.EPSILON)

    class Layers(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.whole = whole

        def forward(self, states: torch.Tensor, mask: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
            x = self.whole.run(states, mask, 0, len(self.whole.layers)) * real.unsqueeze(2)
            return torch.nn.functional.normalize(x.sum(1) / real.sum(1, keepdim=True), dim=1)

    example = torch.rand(2, 7, e5.SIZES.hidden), torch.zeros(2, 1, 1, 7), torch.ones(2, 7)
    names = ("states", "mask", "real")
    axes = {"states": {0: "n", 1: "length"}, "mask": {0: "n", 3: "length"}, "real": {0: "n", 1: "length"}}
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is called legacy
        torch.onnx.export(
            Layers().eval(),
            example,
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=names,
            output_names=("vectors",),
            dynamic_axes=axes,
        )
