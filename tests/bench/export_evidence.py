"""Write the trained evidence model as the file that ships: int8 matrices, float16 vectors, calibration.

    python -m tests.bench.export_evidence --model build/evidence/best-….pt [...]

Several ``--model`` are averaged (they must come from one start). The probability is Platt's: a logistic
regression on the best score of each calibration question, asked of all articles (answerable or not,
and again with its own article left out), on whether that best sentence answers. Everything is measured
on the int8 runtime that serves.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedder import E5Embedder, Reader, load_embedder
from index.int8 import Int8Embedder
from rag.evidence_model import WEIGHTS, load_weights, weights_file
from rag.evidence_reading import readings
from tests.bench import evidence_groups
from tests.bench.evidence_data import NEGATIVE, Group
from tests.bench.evidence_loss import firsts
from tests.bench.evidence_texts import read_texts, text_parts
from tests.bench.evidence_trainer import say
from tests.bench.evidence_written import read_written
from tests.bench.train_evidence import Data, load_data, mean_of

Tensors = Mapping[str, NDArray[np.float32]]
Scores = NDArray[np.float32]


def quantised(tensors: Tensors) -> dict[str, NDArray[np.generic]]:
    """Matrices as int8 with one float32 scale a row (``name.scale``), the rest as float16."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, value in tensors.items():
        if value.ndim == 2 and len(value) > 2:
            scale = np.abs(value).max(axis=1) / 127
            found[name] = np.rint(value / scale[:, None]).astype(np.int8)
            found[f"{name}.scale"] = scale.astype(np.float32)
        else:
            found[name] = value.astype(np.float16)
    return found


def platt(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Slope and shift of ``sigmoid(slope * score + shift)``, by Newton's method on the log loss."""
    x = np.stack([np.array(scores), np.ones(len(scores))], axis=1)
    y = np.array(right, float)
    weights = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - 1e-3 * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + 1e-3 * np.eye(2)
        weights = weights + np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])


def best_of(groups: Sequence[Group], scores: Sequence[NDArray[np.float32]]) -> tuple[list[float], list[bool]]:
    """Each question's best score, and whether that sentence answers."""
    best = [int(values.argmax()) for values in scores]
    return (
        [float(values[i]) for values, i in zip(scores, best, strict=True)],
        [group.labels[i] != NEGATIVE for group, i in zip(groups, best, strict=True)],
    )


def save(file: Path, tensors: Tensors, slope: float, shift: float, card: Mapping[str, object]) -> None:
    """The safetensors file; ``card`` (data, seeds, scores) travels in its head."""
    from safetensors.numpy import save_file

    notes = {name: json.dumps(value, ensure_ascii=False) for name, value in card.items()}
    notes["calibration"] = json.dumps({"slope": slope, "shift": shift})
    file.parent.mkdir(parents=True, exist_ok=True)
    save_file(quantised(tensors), file, metadata=notes)
    file.chmod(0o644)


def pools(data: Data) -> list[Group]:
    """The calibration questions asked of all articles, with and without their own."""
    items = data.of("calibration")
    return [
        evidence_groups.pool(item, data.news, data.alike, data.vectors[item.id], without=without)
        for without in (False, True)
        for item in items
        if item.evidence or not without
    ]


def read_groups(embedder: Int8Embedder, reader: Reader, groups: Sequence[Group]) -> list[Scores]:
    """Sentence scores of each group's pages by the runtime that ships, page after page."""
    found = []
    for group in groups:
        made = readings(embedder.tokenizer, group.question, [one.excerpt for one in group.pages])
        read = reader([one.ids for one in made], [one.sentences for one in made])
        found.append(np.concatenate([scores for scores, _ in read]))
    return found


def validation(data: Data, embedder: Int8Embedder, reader: Reader) -> dict[str, dict[str, float]]:
    """What the validation articles say, by where their questions come from; printed as it is found."""
    own, about = read_texts()
    part = text_parts(own)
    sets = {
        "validation": (data.of("validation"), data.news),
        "validation_written": (
            [item for item in read_written(data.news) if data.part[item.article] == "validation"],
            data.news,
        ),
        "validation_texts": ([item for item in about if part[item.article] == "validation"], own),
    }
    found = {}
    for name, (items, news) in sets.items():
        check = [evidence_groups.whole_article(item, news) for item in items]
        found[name] = firsts(check, read_groups(embedder, reader, check))
        say(json.dumps({name: found[name]}))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"))
    parser.add_argument("--out", type=Path, default=Path("build/evidence"))
    parser.add_argument("--model", type=Path, nargs="+", required=True)
    parser.add_argument("--to", type=Path, default=weights_file(), help=f"default: rag/weights/{WEIGHTS}")
    args = parser.parse_args()
    tensors = {name: value.numpy() for name, value in mean_of(args.model).items()}
    card: dict[str, object] = {"models": [file.name for file in args.model]}
    trial = args.out / "trial.safetensors"
    save(trial, tensors, 1.0, 0.0, card)
    exact, embedder = load_embedder(args.out), load_embedder(args.out, backend="onnx-int8")
    assert isinstance(exact, E5Embedder)
    assert isinstance(embedder, Int8Embedder)
    data = load_data(args.data, exact, args.out, fast=True)
    reader = embedder.reader(load_weights(trial).tensors)
    card |= validation(data, embedder, reader)
    groups = pools(data)
    values, right = best_of(groups, read_groups(embedder, reader, groups))
    slope, shift = platt(values, right)
    save(args.to, tensors, slope, shift, card)
    chance = 1 / (1 + np.exp(-(slope * np.array(values) + shift)))
    for floor in (0.3, 0.5, 0.7, 0.9):
        shown = np.array(right)[chance >= floor]
        say(f"p >= {floor}: shown {len(shown) / len(right):.3f}, right {shown.sum()} of {len(shown)}")
    say(json.dumps({"slope": slope, "shift": shift, "bytes": args.to.stat().st_size}))


if __name__ == "__main__":
    main()
