"""One table of retrieval quality: what each part adds, on each question set.

    python -m tests.bench.retrieval [--shared DIR] [--cache DIR] [--sets xquad,dev,own,train] [FILE ...]

A FILE is a SQuAD JSON or a CSV with the columns question and context; its paragraphs become articles.
Indexes and question vectors are kept in the cache folder, so that a second run embeds nothing.
Follow-ups among the dev questions are asked with their history. Right is an article, not a passage.
"""

import argparse
import csv
import hashlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedder import load_embedder
from index.home import exists
from index.ingest import index_paths
from index.store import Store, open_store
from index.text import has_marks
from index.types import Embedder, EmbedderInfo, Vectors
from rag.evidence_model import load_scorer
from rag.rerank import settled
from rag.search import RECIPE, Recipe, hybrid
from rag.types import EvidenceScorer, Filters, Query, Turn
from rag.understand import understand
from tests.bench import own, xquad
from tests.bench.typing_slips import bare, telex, wrong_tones

TODAY = date(2025, 12, 31)
PLAIN = replace(RECIPE, relatives=0.0, numbers=0.0, dated=False)
DENSE = Recipe(1.0, 0.0, 0.0, 0.0, 0.0, dated=False)
Asker = Callable[[dict[str, Any], Store], Query]


@dataclass(frozen=True, slots=True)
class Questions:
    """A question set: where its articles lie, and lines with question, history and sources."""

    name: str
    articles: Path
    lines: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how a question becomes a query, how the search is mixed, and whether close
    calls between articles are settled by the evidence model."""

    label: str
    ask: Asker
    recipe: Recipe
    settled: bool = False


class Remembered:
    """An embedder that keeps question vectors in a file, so that a second run costs no model."""

    def __init__(self, home: Path, file: Path) -> None:
        self._home, self._file = home, file
        self._known: dict[str, NDArray[np.float32]] = {}
        if file.exists():
            kept = np.load(file)
            self._known = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))
        self._inner: Embedder | None = None

    @property
    def info(self) -> EmbedderInfo:
        return self._model().info

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._model().embed_passages(texts)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        key = hashlib.sha256(text.encode()).hexdigest()[:32]
        if key not in self._known:
            self._known[key] = self._model().embed_query(text)
        return self._known[key]

    def save(self) -> None:
        np.savez(self._file, keys=np.array(list(self._known)), rows=np.stack(list(self._known.values())))

    def _model(self) -> Embedder:
        if self._inner is None:
            self._inner = load_embedder(self._home)
        return self._inner


def as_typed(line: dict[str, Any], _store: Store) -> Query:
    """The question as it stands: nothing restored, no follow-up resolved."""
    return Query(line["question"], line["question"], typed_marks=has_marks(line["question"]))


def understood(line: dict[str, Any], store: Store) -> Query:
    """The question as hoibao understands it, history given."""
    turns = [Turn(turn["role"], turn["content"]) for turn in line.get("history", ())]
    return understand(line["question"], turns, store, TODAY)


def slipped(slip: Callable[[str], str], ask: Asker) -> Asker:
    """The same of a mistyped question."""
    return lambda line, store: ask({**line, "question": slip(line["question"])}, store)


ROWS = (
    Row("dense alone", as_typed, DENSE),
    Row("BM25 alone", as_typed, replace(DENSE, dense=0.0, words=1.0)),
    Row("dense + BM25", as_typed, replace(PLAIN, dense=0.55, words=0.45, whole=0.0)),
    Row("+ whole article", as_typed, PLAIN),
    Row("+ understanding", understood, PLAIN),
    Row("+ provinces' other names", understood, replace(PLAIN, relatives=RECIPE.relatives)),
    Row("+ numbers' other forms", understood, replace(RECIPE, dated=False)),
    Row("+ dates", understood, RECIPE),
    Row("+ close calls settled (all)", understood, RECIPE, settled=True),
)
SLIPS = (
    Row("no marks, as typed", slipped(bare, as_typed), RECIPE),
    Row("no marks, restored", slipped(bare, understood), RECIPE),
    Row("10 % tones wrong, as typed", slipped(lambda text: wrong_tones(text, 0.1), as_typed), RECIPE),
    Row("10 % tones wrong, mended", slipped(lambda text: wrong_tones(text, 0.1), understood), RECIPE),
    Row("30 % telex keys, as typed", slipped(lambda text: telex(text, 0.3), as_typed), RECIPE),
    Row("30 % telex keys, mended", slipped(lambda text: telex(text, 0.3), understood), RECIPE),
)


def measure(
    questions: Questions, row: Row, store: Store, embedder: Remembered, judge: EvidenceScorer | None = None
) -> dict[str, float]:
    """Mean over questions of MRR@10, P@1, R@10, nDCG@10, share with all golds within 3 and 5; p50 ms."""
    found: list[dict[str, float]] = []
    spent: list[float] = []
    for line in questions.lines:
        query = row.ask(line, store)
        embedder.embed_query(query.text)
        start = time.perf_counter()
        hits = hybrid(store, embedder, row.ask(line, store), 30, Filters(), row.recipe)
        if row.settled and judge:
            hits = settled(query.text, hits, judge)
        spent.append(1000 * (time.perf_counter() - start))
        ranked = list(dict.fromkeys(hit.article.source for hit in hits))[:10]
        found.append(_scores(ranked, set(line["sources"])))
    table = {key: 100 * mean(one[key] for one in found) for key in found[0]}
    return {**table, "ms": median(spent)}


def _scores(ranked: Sequence[str], gold: set[str]) -> dict[str, float]:
    at = [place for place, source in enumerate(ranked) if source in gold]
    gain = sum(1 / math.log2(place + 2) for place in at)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(gold))))
    return {
        "MRR@10": 1 / (at[0] + 1) if at else 0.0,
        "P@1": float(bool(at) and at[0] == 0),
        "R@10": len(at) / len(gold),
        "nDCG@10": gain / ideal,
        "in 3": float(gold <= set(ranked[:3])),
        "in 5": float(gold <= set(ranked[:5])),
    }


def sets(names: Sequence[str], files: Sequence[Path], shared: Path, cache: Path) -> Iterator[Questions]:
    """Write out and yield the wanted question sets; one whose files are absent is told and left out."""
    for name in names:
        folder = cache / "sets" / name
        if name == "own":
            own.write(folder)
            yield Questions(name, folder / "articles", _lines(folder / "questions.jsonl"))
        elif not shared.is_dir():
            sys.stderr.write(f"{name}: no {shared}, left out\n")
        elif name == "xquad":
            xquad.write(shared / "eval" / "xquad-vi-dev.json", folder)
            yield Questions(name, folder / "articles", _lines(folder / "questions.jsonl"))
        elif name == "dev":
            yield Questions(
                name,
                shared / "corpus",
                [line for line in _lines(shared / "eval" / "questions-dev.jsonl") if line["sources"]],
            )
        elif name == "train":
            items = [
                line for line in _lines(shared / "train" / "items.jsonl") if line["kind"] != "unanswerable"
            ]
            yield Questions(
                name,
                shared / "train" / "articles",
                [{**line, "sources": [line["article"]]} for line in items],
            )
    for file in files:
        folder = cache / "sets" / file.stem
        write = _write_csv if file.suffix == ".csv" else xquad.write
        write(file, folder)
        yield Questions(file.stem, folder / "articles", _lines(folder / "questions.jsonl"))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write_csv(file: Path, folder: Path) -> None:
    """A question/context CSV as articles, one per distinct context, and question lines."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    sources: dict[str, str] = {}
    lines = []
    with file.open(encoding="utf-8", newline="") as rows:
        for at, row in enumerate(csv.DictReader(rows)):
            source = sources.setdefault(row["context"], f"{len(sources):05d}.txt")
            lines.append(
                json.dumps(
                    {"id": str(at), "question": row["question"], "sources": [source]}, ensure_ascii=False
                )
            )
    for context, source in sources.items():
        (folder / "articles" / source).write_text(context + "\n", encoding="utf-8")
    (folder / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(questions: Questions, cache: Path, rows: Sequence[Row]) -> None:
    """Index the set's articles where that is not done, and print its part of the table."""
    home = cache / questions.name
    home.mkdir(parents=True, exist_ok=True)
    embedder = Remembered(home, cache / f"{questions.name}.npz")
    if not exists(home):
        index_paths(home, [questions.articles], embedder)
    store = open_store(home)
    judge = load_scorer(home, load_embedder(home, backend="onnx-int8"))
    kinds = (
        sorted({line["type"] for line in questions.lines if "type" in line})
        if questions.name == "own"
        else []
    )
    try:
        for part in [questions, *(_only(questions, kind) for kind in kinds)]:
            _say(f"\n{part.name}: {len(part.lines)} questions")
            for at, row in enumerate(rows):
                figures = measure(part, row, store, embedder, judge)
                embedder.save()
                if at == 0:
                    _say(f"  {'':28}" + "".join(f"{key:>9}" for key in figures))
                _say(f"  {row.label:28}" + "".join(f"{value:9.2f}" for value in figures.values()))
    finally:
        store.close()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _only(questions: Questions, kind: str) -> Questions:
    lines = [line for line in questions.lines if line.get("type") == kind]
    return Questions(f"{questions.name}/{kind}", questions.articles, lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cache", type=Path, default=Path("tests/bench/results"))
    parser.add_argument("--sets", default="xquad,dev,own", help="of xquad, dev, own, train")
    parser.add_argument("--rows", choices=("all", "parts", "slips"), default="all")
    args = parser.parse_args()
    rows = {"all": ROWS + SLIPS, "parts": ROWS, "slips": SLIPS}[args.rows]
    for questions in sets(args.sets.split(",") if args.sets else (), args.files, args.shared, args.cache):
        report(questions, args.cache, rows if questions.name != "own" else ROWS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
