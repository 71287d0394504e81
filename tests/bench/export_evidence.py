"""Write the trained evidence model as the file that ships: int8 matrices, float16 vectors, calibration.

    python -m tests.bench.export_evidence --model build/evidence/best-….pt [...]

Several ``--model`` are averaged (they must come from one start). The probability is Platt's: a logistic
regression on the best score of each calibration question, asked of all articles (answerable or not,
and again with its own article left out), on whether that best sentence answers.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from index import e5
from index.embedder import E5Embedder, load_embedder
from index.encoder import Judge
from rag.evidence_model import WEIGHTS, weights_file
from tests.bench import evidence_groups
from tests.bench.evidence_data import NEGATIVE, Group
from tests.bench.evidence_loss import firsts
from tests.bench.evidence_trainer import Plan, judge_all, say
from tests.bench.train_evidence import Data, load_data, prepare

Tensors = Mapping[str, NDArray[np.float32]]


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


def averaged(files: Sequence[Path]) -> Tensors:
    states = [torch.load(file) for file in files]
    return {name: torch.stack([s[name] for s in states]).mean(0).numpy() for name in states[0]}


def pools(data: Data) -> list[Group]:
    """The calibration questions asked of all articles, with and without their own."""
    items = data.of("calibration")
    return [
        evidence_groups.pool(item, data.news, data.alike, data.vectors[item.id], without=without)
        for without in (False, True)
        for item in items
        if item.evidence or not without
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/train"))
    parser.add_argument("--out", type=Path, default=Path("build/evidence"))
    parser.add_argument("--model", type=Path, nargs="+", required=True)
    parser.add_argument("--to", type=Path, default=weights_file(), help=f"default: rag/weights/{WEIGHTS}")
    args = parser.parse_args()
    torch.set_num_threads(1)
    embedder = load_embedder(args.out)
    assert isinstance(embedder, E5Embedder)
    data = load_data(args.data, embedder, args.out, fast=True)
    tensors = averaged(args.model)
    judge = Judge(e5.SIZES, e5.EPSILON)
    judge.load_state_dict({name: torch.from_numpy(value) for name, value in tensors.items()})
    judge.eval()
    plan = Plan(args.out, "export", 0, 0, 0.0, fast=True)
    check = [evidence_groups.whole_article(item, data.news) for item in data.of("validation")]
    checked = prepare(check, embedder, args.out / "validation.f16", fast=True)
    figures = firsts(check, judge_all(judge, checked, plan))
    groups = pools(data)
    asked = prepare(groups, embedder, args.out / "calibration.f16", fast=True)
    scores = judge_all(judge, asked, plan)
    values, right = best_of(groups, scores)
    slope, shift = platt(values, right)
    card = {"models": [file.name for file in args.model], "validation": figures}
    save(args.to, tensors, slope, shift, card)
    chance = 1 / (1 + np.exp(-(slope * np.array(values) + shift)))
    for floor in (0.3, 0.5, 0.7, 0.9):
        shown = chance >= floor
        say(f"p >= {floor}: shown {shown.mean():.3f}, right of shown {np.array(right)[shown].mean():.3f}")
    say(json.dumps({"slope": slope, "shift": shift, "bytes": args.to.stat().st_size} | figures))


if __name__ == "__main__":
    main()
