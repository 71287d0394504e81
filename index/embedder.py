"""Text to vectors: the bundled e5 (torch or int8 ONNX), any sentence-transformers model, or a fake.

Heavy imports happen inside ``load_embedder``: importing this module costs nothing.
"""

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from index import e5, text
from index.errors import StoreError
from index.types import Embedder, EmbedderInfo, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

    from index.encoder import Encoder

T = TypeVar("T")
Rows = Sequence[Sequence[int]]
Ranges = Sequence[Sequence[tuple[int, int]]]
Read = tuple[NDArray[np.float32], NDArray[np.float32]]
Reader = Callable[[Rows, Ranges], list[Read]]
"""Token ids and the token ranges of their sentences in; a score for each sentence, and start and end
logits (length, 2), out: see ``index.encoder.Judge``."""

GRAPHS = 3
"""Version of the embedding's int8 graphs. Raised when ``index.int8.build`` writes something else: vectors
of another version are refused, and old files are left behind."""

READ = 3
"""Passages the evidence model reads at once."""

BATCH = 16
"""Texts a batch in float32: 8 and 32 were slower."""


def load_embedder(
    home: Path,
    model: str | None = None,
    backend: Literal["torch", "onnx-int8"] = "torch",
    base_url: str | None = None,
    api_key: str | None = None,
) -> Embedder:
    """The embedder that ``model`` names: None is the bundled e5, unpacked under ``home`` once.

    ``backend`` says how the bundled model runs; another model always runs in torch. With ``base_url``
    a server embeds, and ``model`` is the name it knows.
    Raises StoreError ``model_missing``, ``model_damaged`` or ``home_unwritable``, and what
    ``index.remote.RemoteEmbedder`` raises.
    """
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    if base_url is not None:
        from index.remote import RemoteEmbedder

        return RemoteEmbedder(base_url, model, api_key)
    if model is not None:
        return SentenceTransformerEmbedder(model)
    if backend == "onnx-int8":
        from index.int8 import Int8Embedder

        return Int8Embedder(e5.unpack(home))
    return E5Embedder(e5.unpack(home))


def bundled(backend: Literal["torch", "onnx-int8"]) -> EmbedderInfo:
    """What the bundled model's vectors are, told without loading it."""
    graph = str(GRAPHS) if backend == "onnx-int8" else ""
    return EmbedderInfo(e5.NAME, e5.SIZES.hidden, e5.QUERY_PREFIX, e5.PASSAGE_PREFIX, backend, graph)


def by_length(lengths: Sequence[int], size: int) -> list[list[int]]:
    """Indices in batches of ``size``, longest first, so that a batch carries little padding."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    return [order[i : i + size] for i in range(0, len(order), size)]


def spread(pool: Executor, work: Callable[[list[int]], Sequence[T]], batches: Sequence[list[int]]) -> list[T]:
    """``work`` over batches of item numbers, side by side; results by item number."""
    found: dict[int, T] = {}
    for batch, results in zip(batches, pool.map(work, batches), strict=True):
        found.update(zip(batch, results, strict=True))
    return [found[i] for i in range(len(found))]


def worker_pool() -> ThreadPoolExecutor:
    """One thread a core, each computing alone: beside other load this beats threads within an operation
    (two were 3 times slower than one, measured), and on idle cores it is as fast."""
    return ThreadPoolExecutor(len(os.sched_getaffinity(0)), "embed")


class E5Embedder:
    """The bundled model in torch float32.

    ``encoder`` and ``tokenizer`` are shared with the evidence model, so the weights are held once.
    """

    def __init__(self, folder: Path) -> None:
        import torch

        from index import encoder

        torch.set_num_threads(1)
        self._pool = worker_pool()
        self.folder = folder
        self.info = bundled("torch")
        self.tokenizer: Tokenizer = load_tokenizer(folder)
        self.encoder: Encoder = encoder.load(folder, e5.SIZES, e5.EPSILON)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = token_rows(self.tokenizer, [self.info.passage_prefix + t for t in texts])
        batches = by_length([len(row) for row in rows], BATCH)
        vectors = spread(self._pool, lambda batch: list(self._forward([rows[i] for i in batch])), batches)
        return np.array(vectors, np.float32).reshape(len(rows), self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vectors = self._forward(token_rows(self.tokenizer, [self.info.query_prefix + text]))
        return vectors.reshape(-1)

    def reader(self, weights: Mapping[str, NDArray[np.float32]]) -> Reader:
        """The evidence model over this encoder: ``weights`` are those of ``index.encoder.Judge``."""
        from index import encoder

        judge = encoder.judge_of(weights)

        def read(rows: Rows, ranges: Ranges) -> list[Read]:
            def some(batch: list[int]) -> list[Read]:
                return encoder.read(self.encoder, judge, [rows[i] for i in batch], [ranges[i] for i in batch])

            return spread(self._pool, some, by_length([len(row) for row in rows], READ))

        return read

    def _forward(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        import torch

        from index.encoder import pad

        with torch.inference_mode():
            vectors = self.encoder(*pad(rows))
        return np.asarray(vectors, np.float32)


def load_tokenizer(folder: Path) -> "Tokenizer":
    """The fast tokenizer of an unpacked folder, cutting at the model's 512 positions."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(e5.SIZES.positions)
    return tokenizer


def token_rows(tokenizer: "Tokenizer", texts: Sequence[str]) -> list[list[int]]:
    """Token ids of each text (NFC first: NFD would cost up to 0.035 cosine)."""
    return [found.ids for found in tokenizer.encode_batch([text.nfc(t) for t in texts])]


class SentenceTransformerEmbedder:
    """Any sentence-transformers folder or hub name; its own prompts give the prefixes."""

    def __init__(self, name: str) -> None:
        self._model = _sentence_transformer(name)
        prompts = self._model.prompts or {}
        passage = prompts.get("passage") or prompts.get("document") or ""
        dimension = self._model.get_embedding_dimension()
        if dimension is None:
            raise StoreError("model_missing", name=name, problem="it does not say its dimension")
        self.info = EmbedderInfo(name, dimension, prompts.get("query") or "", passage, "torch")

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode([self.info.passage_prefix + text.nfc(t) for t in texts])

    def embed_query(self, query: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encode([self.info.query_prefix + text.nfc(query)])[0]
        return vector

    def _encode(self, texts: list[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.info.dimension), np.float32)
        vectors: Vectors = self._model.encode(
            texts, prompt="", batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def _sentence_transformer(name: str) -> "SentenceTransformer":
    if Path(name).is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, device="cpu", model_kwargs={"dtype": "float32"})
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise StoreError("model_missing", name=name, problem=str(error)) from error


class FakeEmbedder:
    """Counts syllables: the cosine of two texts is the share of syllables they have in common.

    Each syllable adds 1 at one of 384 places, found by hash, so vectors are readable in a test, equal
    in every process, and alike where texts are alike.
    """

    info = EmbedderInfo("fake", 384, "query: ", "passage: ", "fake")

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._vector(t) for t in texts], np.float32).reshape(len(texts), self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def _vector(self, words: str) -> NDArray[np.float32]:
        counts = np.zeros(self.info.dimension, np.float32)
        for syllable in text.syllables(words):
            digest = hashlib.blake2b(syllable.encode(), digest_size=4).digest()
            counts[int.from_bytes(digest, "little") % self.info.dimension] += 1
        if not counts.any():
            counts[0] = 1
        unit: NDArray[np.float32] = counts / np.linalg.norm(counts)
        return unit
