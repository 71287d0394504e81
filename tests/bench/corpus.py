"""What the benchmark reads: real articles where they lie beside the checkout, else the samples recombined."""

import json
import random
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, SAMPLES

SHARED = ROOT.parent / "shared"
QUESTIONS = ROOT / "tests" / "sample_questions.jsonl"


def real() -> bool:
    return (SHARED / "corpus").is_dir()


def folder(work: Path, count: int, seed: int = 7, name: str = "articles") -> Path:
    """A folder of ``count`` articles: copies of the real ones, or sample paragraphs recombined."""
    target = work / f"{name}-{count}"
    if target.is_dir():
        return target
    target.mkdir(parents=True)
    if real():
        found = sorted(path for path in (SHARED / "corpus").rglob("*") if path.is_file())
        for path in found[:count]:
            copy = target / path.relative_to(SHARED / "corpus")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        return target
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.txt"))]
    lines = [[line for line in text.splitlines() if len(line) > 120] for text in texts]
    chance = random.Random(seed)
    for number in range(count):
        body = [chance.choice(chance.choice(lines)) for _ in range(9)]
        title = f"{texts[number % len(texts)].splitlines()[0]} ({number})"
        (target / f"{number:05d}.txt").write_text("\n\n".join([title, *body]) + "\n", encoding="utf-8")
    return target


def questions(count: int) -> list[dict[str, Any]]:
    """Question lines without history, spread over their file."""
    path = SHARED / "eval" / "questions-dev.jsonl" if real() else QUESTIONS
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    plain = [row for row in rows if not row["history"]]
    step = max(1, len(plain) // count)
    return plain[::step][:count]
