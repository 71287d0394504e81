"""The bundled model in 8-bit integers: the same weights, exported and quantised once, run by onnxruntime.

Three graphs share the work: the lower layers (``trunk``), and over them the embedding's upper layers
(``vectors``) or the evidence model's (one file for each set of weights). The word table (250,037 rows,
384 MB) stays a mapped file of which a text reads its own rows, so that loading takes a second and
little memory.

Texts run one by one: activations are scaled by what is in a batch, so alone a text always gets the
same vector, and nothing is spent on padding.
"""

import hashlib
import json
import logging
import uuid
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index import e5
from index.embedder import (
    GRAPHS,
    Ranges,
    Read,
    Reader,
    Rows,
    bundled,
    load_tokenizer,
    token_rows,
    worker_pool,
)
from index.types import Vectors

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

JUDGE = 3
"""Raised when ``build_judge`` writes something else for the same weights, or the trunk is another one."""
EXACT = tuple(f"/layers.{layer}/dense_2/MatMul" for layer in (0, 4, 5))
"""Matrices of the trunk that stay float32: what enters them has outliers that 8 bits cannot hold. They
halve the error of the trunk's states for a tenth more time, and without them the evidence model loses
paraphrases (measured: 30 % right instead of 46)."""
_TRUNK, _VECTORS = f"trunk-int8-{GRAPHS}.onnx", f"vectors-int8-{GRAPHS}.onnx"


class Int8Embedder:
    """Vectors of cosine 0.996 to float32's, in less than half its time; an index never mixes the two."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pool = worker_pool()
        self.info = bundled("onnx-int8")
        self.tokenizer: Tokenizer = load_tokenizer(folder)
        self._words, self._places, self._scale, self._shift = _tables(folder)
        build(folder)
        self._trunk, self._vectors = _session(folder / _TRUNK), _session(folder / _VECTORS)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, dimension), rows of unit length."""
        rows = token_rows(self.tokenizer, [self.info.passage_prefix + t for t in texts])
        vectors = list(self._pool.map(self._vector, rows))
        return np.array(vectors, np.float32).reshape(len(rows), self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Shape (dimension,)."""
        return self._vector(token_rows(self.tokenizer, [self.info.query_prefix + text])[0])

    def reader(self, weights: Mapping[str, NDArray[np.float32]]) -> Reader:
        """The evidence model over the same trunk: ``weights`` are those of ``index.encoder.Judge``."""
        judge = _session(build_judge(self.folder, weights))

        def one(row: Sequence[int], sentences: Sequence[tuple[int, int]]) -> Read:
            share = np.zeros((1, len(sentences), len(row)), np.float32)
            for number, (first, last) in enumerate(sentences):
                share[0, number, first:last] = 1 / max(1, last - first)
            scores, spans = judge.run(None, {"states": self._states(row), "share": share})
            return scores[0], spans[0]

        def read(rows: Rows, ranges: Ranges) -> list[Read]:
            return list(self._pool.map(one, rows, ranges))

        return read

    def _vector(self, row: Sequence[int]) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._vectors.run(None, {"states": self._states(row)})[0][0]
        return vector

    def _states(self, row: Sequence[int]) -> NDArray[np.float32]:
        """(1, length, hidden) after the lower layers; before them word + place (+ type 0), layer-normed."""
        x = self._words[np.asarray(row)] + self._places[: len(row)]
        x -= x.mean(axis=1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + e5.EPSILON)
        first = (x * self._scale + self._shift)[None].astype(np.float32)
        states: NDArray[np.float32] = self._trunk.run(None, {"states": first})[0]
        return states


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # see index.embedder.worker_pool
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tables(folder: Path) -> tuple[NDArray[np.float32], ...]:
    """Word table (mapped, not read), place table with the type's row added, and the norm's two rows."""
    from safetensors import safe_open

    path = folder / "model.safetensors"
    small = (
        "position_embeddings.weight",
        "token_type_embeddings.weight",
        "LayerNorm.weight",
        "LayerNorm.bias",
    )
    with safe_open(path, "numpy") as file:
        part = [file.get_tensor(f"embeddings.{name}") for name in small]
    words = _mapped(path, "embeddings.word_embeddings.weight")
    return words, part[0] + part[1][0], part[2], part[3]


def _mapped(path: Path, name: str) -> NDArray[np.float32]:
    """One float32 tensor of a safetensors file as a mapping: eight bytes of length, JSON, then the data."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        entry = json.loads(file.read(size))[name]
    start = 8 + size + entry["data_offsets"][0]
    return np.memmap(path, np.float32, "r", start, tuple(entry["shape"]))


def build(folder: Path) -> None:
    """Write the two graphs of the embedding into ``folder``, where they are missing (some 10 s)."""
    if (folder / _TRUNK).is_file() and (folder / _VECTORS).is_file():
        return
    from index import encoder
    from index.graphs import Trunk, VectorHead

    whole = encoder.load(folder, e5.SIZES, e5.EPSILON)
    _write(folder / _TRUNK, Trunk(whole), {"states": 1}, ["out"])
    _write(folder / _VECTORS, VectorHead(whole), {"states": 1}, ["vectors"])


def build_judge(folder: Path, weights: Mapping[str, NDArray[np.float32]]) -> Path:
    """The evidence model's graph for these weights, written on the first call (some 5 s)."""
    digest = hashlib.sha256(b"".join(weights[name].tobytes() for name in sorted(weights))).hexdigest()[:12]
    path = folder / f"judge-int8-{JUDGE}-{digest}.onnx"
    if not path.is_file():
        from index import encoder
        from index.graphs import JudgeHead

        _write(path, JudgeHead(encoder.judge_of(weights)), {"states": 1, "share": 2}, ["scores", "spans"])
        for old in folder.glob("judge-int8-*.onnx"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


def _write(path: Path, module: "torch.nn.Module", inputs: Mapping[str, int], outputs: list[str]) -> None:
    """Export and quantise, beside ``path`` and renamed; ``inputs`` name the axis that counts tokens."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    plain, small = beside.with_suffix(".plain"), beside.with_suffix(".part")
    shapes = {1: (1, 7, e5.SIZES.hidden), 2: (1, 3, 7)}
    axes = {name: {1: "sentences", axis: "length"} for name, axis in inputs.items()}
    axes |= {
        name: {1: "sentences" if name == "scores" else "length"} for name in outputs if name != "vectors"
    }
    logging.disable(logging.WARNING)  # the quantiser advises a step that changes nothing here
    try:
        with warnings.catch_warnings(), torch.inference_mode():
            warnings.simplefilter("ignore")  # the exporter that needs no further package is called legacy
            torch.onnx.export(
                module.eval(),
                tuple(torch.rand(shapes[axis]) for axis in inputs.values()),
                str(plain),
                dynamo=False,
                opset_version=17,
                input_names=list(inputs),
                output_names=outputs,
                dynamic_axes=axes,
            )
        quantize_dynamic(
            plain,
            small,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            nodes_to_exclude=list(EXACT) if path.name == _TRUNK else [],
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        small.replace(path)
    finally:
        logging.disable(logging.NOTSET)
        plain.unlink(missing_ok=True)
        small.unlink(missing_ok=True)
