"""Measure the evidence model, and int8 against float32, on XQuAD's Vietnamese questions.

    python -m tests.bench.evidence_xquad --squad ../shared/eval/xquad-vi-dev.json --home build/xquad

Nothing is trained or tuned on these questions. Printed for each backend: how often the right paragraph
comes first and MRR@10, by the search alone and with close calls settled by the model; whether a sentence
that holds the answer comes first, within two and three, among all sentences of the five best passages, by
the model alone and as chosen; milliseconds the model adds to a question. Then how often both backends
give the same first passage.
"""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from index.embedder import load_embedder
from index.ingest import index_paths
from index.store import open_store
from index.types import Embedder, Hit
from rag.candidates import sentences_of
from rag.evidence import choose, similarity_scorer
from rag.evidence_model import load_scorer
from rag.rerank import settled
from rag.search import hybrid
from rag.types import EvidenceScorer, Filters, Query, Sentence
from tests.bench.evidence_data import find_answer
from tests.bench.xquad import paragraphs, write

Backend = Literal["torch", "onnx-int8"]
PASSAGES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, its paragraph's file and the answers that count."""

    question: str
    source: str
    answers: tuple[str, ...]


def questions(squad: Path) -> list[Asked]:
    found = []
    for number, (_, asked) in enumerate(paragraphs(squad), start=1):
        for one in asked:
            answers = tuple(sorted({answer["text"] for answer in one["answers"]}))
            found.append(Asked(one["question"], f"{number:04d}.txt", answers))
    return found


def searched(home: Path, embedder: Embedder, asked: Sequence[Asked], k: int = 10) -> list[list[Hit]]:
    """The hits of every question."""
    store = open_store(home, embedder.info)
    try:
        return [hybrid(store, embedder, Query(one.question, one.question), k, Filters()) for one in asked]
    finally:
        store.close()


def retrieval(asked: Sequence[Asked], hits: Sequence[Sequence[Hit]]) -> dict[str, float]:
    """Share of questions whose paragraph comes first, and MRR@10, in percent."""
    ranks = [
        next((rank for rank, hit in enumerate(found, 1) if hit.article.source == one.source), 0)
        for one, found in zip(asked, hits, strict=True)
    ]
    return {
        "first_paragraph": round(100 * float(np.mean([rank == 1 for rank in ranks])), 2),
        "mrr10": round(100 * float(np.mean([1 / rank if rank else 0 for rank in ranks])), 2),
    }


def judged(asked: Sequence[Asked], hits: Sequence[Sequence[Hit]], scorer: EvidenceScorer) -> dict[str, float]:
    """Whether a sentence with an answer comes first, within two, within three; and the model's time."""
    within = np.zeros(3)
    times = []
    for one, found in zip(asked, hits, strict=True):
        candidates = sentences_of(found[:PASSAGES])
        begin = time.perf_counter()
        scores = [judgement.probability for judgement in scorer(one.question, candidates)]
        times.append(time.perf_counter() - begin)
        order = sorted(range(len(scores)), key=lambda i: -scores[i])
        holds = [_holds(candidates[i], one.answers) for i in order[:3]]
        within += [any(holds[: n + 1]) for n in range(3)]
    first, two, three = np.round(100 * within / len(asked), 2)
    return {"first": first, "two": two, "three": three, "p50_ms": round(1000 * float(np.median(times)))}


def chosen(asked: Sequence[Asked], hits: Sequence[Sequence[Hit]], scorer: EvidenceScorer) -> dict[str, float]:
    """The same for what is shown: the model joined with what the rules see (``rag.evidence.choose``)."""
    within = np.zeros(3)
    for one, found in zip(asked, hits, strict=True):
        best = choose(one.question, found[:PASSAGES], scorer)[:3]
        holds = [any(find_answer(answer, e.text) for answer in one.answers) for e in best]
        within += [any(holds[: n + 1]) for n in range(3)]
    first, two, three = np.round(100 * within / len(asked), 2)
    return {"first": first, "two": two, "three": three}


def _holds(sentence: Sentence, answers: Sequence[str]) -> bool:
    return any(find_answer(answer, sentence.text) for answer in answers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--squad", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--backends", nargs="+", default=["onnx-int8", "torch"])
    parser.add_argument("--weights", type=Path, help="default: those that ship")
    parser.add_argument("--similarity", action="store_true", help="the scorer without a trained model, too")
    parser.add_argument("--every", type=int, default=1, help="ask every n-th question only")
    args = parser.parse_args()
    asked = questions(args.squad)[:: args.every]
    write(args.squad, args.home)
    firsts: dict[str, list[str]] = {}
    for backend in args.backends:
        home = args.home / backend
        home.mkdir(parents=True, exist_ok=True)
        if not (home / "models").exists():
            (args.home / "models").mkdir(exist_ok=True)
            (home / "models").symlink_to((args.home / "models").resolve())
        embedder = load_embedder(home, backend=backend)
        index_paths(home, [args.home / "articles"], embedder)
        hits = searched(home, embedder, asked)
        firsts[backend] = [found[0].passage.id if found else "" for found in hits]
        figures: dict[str, object] = {"backend": backend, **retrieval(asked, hits)}
        scorers = {"evidence": load_scorer(home, embedder, args.weights)}
        if args.similarity:
            scorers["similarity"] = similarity_scorer(embedder)
        for name, scorer in scorers.items():
            if scorer:
                close = [settled(one.question, found, scorer) for one, found in zip(asked, hits, strict=True)]
                figures[f"{name}, close calls settled"] = retrieval(asked, close)
                figures[name] = judged(asked, close, scorer)
                figures[f"{name}, chosen"] = chosen(asked, close, scorer)
        print(json.dumps(figures), flush=True)  # noqa: T201
    if len(firsts) == 2:
        one, two = firsts.values()
        same = np.mean([a == b for a, b in zip(one, two, strict=True)])
        print(json.dumps({"same_first_passage": round(100 * float(same), 2)}))  # noqa: T201


if __name__ == "__main__":
    main()
