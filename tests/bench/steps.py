"""The steps of the benchmark, each run in a process of its own so that memory and imports are its own.

python -m tests.bench.steps NAME '{"argument": …}'   prints one line of JSON
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import corpus, measure, scale, textbook
from tests.bench.arrival import arrival
from tests.bench.measure import Machine, disk_mib, peak_mib, percentiles, resident_mib, spent

Row = dict[str, Any]
TODAY = date(2025, 12, 31)
ADDED = 3
"""Articles added one by one: now and then one of them pays for joining what earlier ones left in pieces."""
K = 8
"""Passages a search brings, as in an answer."""


def machine() -> Row:
    """Cores, memory, matrix-multiply peak."""
    return Machine.here().row()


def models(home: str) -> Row:
    """Unpack the bundled model and make its int8 graphs, once for all steps."""
    from index import e5, int8

    with spent() as used:
        int8.build(e5.unpack(Path(home)))
    return {"seconds": used.wall, "cpu_s": used.cpu}


@contextmanager
def counted(embedder: Any) -> Iterator[Any]:
    """``embedder`` that counts the texts, tokens and CPU seconds it was given; ``.row()`` reads them."""
    real = embedder.embed_passages
    state: Row = {"texts": 0, "tokens": [], "cpu": 0.0}

    def embed(texts: Any) -> Any:
        state["tokens"] += [len(found.ids) for found in embedder.tokenizer.encode_batch(list(texts))]
        with spent() as used:
            vectors = real(texts)
        state["texts"] += len(texts)
        state["cpu"] += used.cpu
        return vectors

    embedder.embed_passages = embed
    try:
        yield state
    finally:
        embedder.embed_passages = real


def index(home: str, articles: str, backend: str) -> Row:
    """Index a folder with hoibao: speed, memory, disk, and the share of the machine's peak."""
    from index.embedder import load_embedder
    from index.ingest import index_paths

    place = Path(home)
    with spent() as loading:
        embedder = load_embedder(place, backend=backend)  # type: ignore[arg-type]
    with counted(embedder) as state, spent() as used:
        report = index_paths(place, [Path(articles)], embedder)
    gflop = measure.encoder_gflop(state["tokens"])
    return {
        "articles": report.added,
        "passages": report.embedded,
        "failed": len(report.failed),
        "load_s": loading.wall,
        "seconds": used.wall,
        "cpu_s": used.cpu,
        "embed_cpu_s": state["cpu"],
        "gflop": gflop,
        "gflops": gflop / state["cpu"] if state["cpu"] else 0.0,
        "peak_mib": peak_mib(),
        "disk_mib": disk_mib(place, without=("models",)),
    }


def ask(home: str, backend: str, count: int) -> Row:
    """Questions to answers, one after the other: latency by stage, memory."""
    from rag.assistant import open_assistant
    from rag.settings import load

    begin = time.perf_counter()
    assistant = open_assistant(load(home=Path(home), embedding_backend=backend))
    opened = time.perf_counter() - begin
    rows = corpus.questions(count)
    assistant.ask(rows[0]["question"])
    stages: dict[str, list[float]] = {}
    with spent() as used:
        for row in rows:
            for stage, ms in assistant.ask(row["question"]).timings.items():
                stages.setdefault(stage, []).append(ms / 1000)
    result = {stage: percentiles(seconds) for stage, seconds in stages.items()}
    memory = resident_mib()
    assistant.close()
    return {
        "open_s": opened,
        "stages": result,
        "resident_mib": memory,
        "cpu_s_a_question": used.cpu / len(rows),
    }


def change_one(home: str, articles: str, backend: str) -> Row:
    """Change one article's text and index again: the time until the change is found."""
    from index.embedder import load_embedder
    from index.ingest import index_paths

    place, folder = Path(home), Path(articles)
    embedder = load_embedder(place, backend=backend)  # type: ignore[arg-type]
    embedder.embed_query("làm nóng")
    path = next(path for path in sorted(folder.rglob("*.txt")))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nĐoạn này mới được thêm sau {len(text)} chữ cái.\n", encoding="utf-8")
    with spent() as used:
        report = index_paths(place, [folder], embedder)
    return {"seconds": used.wall, "updated": report.updated, "embedded": report.embedded}


def textbook_index(folder: str, models: str, articles: str) -> Row:
    """The same folder through llama-index's own pipeline with the same float32 embedder."""
    from index.embedder import load_embedder

    embedder = load_embedder(Path(models))
    files = sorted(path for path in Path(articles).rglob("*") if path.is_file())
    with spent() as used:
        _, chunks = textbook.build(Path(folder), files, embedder)
    return {
        "articles": len(files),
        "passages": chunks,
        "seconds": used.wall,
        "cpu_s": used.cpu,
        "peak_mib": peak_mib(),
        "disk_mib": disk_mib(Path(folder)),
    }


def textbook_ask(folder: str, models: str, count: int) -> Row:
    """Questions to answers through the textbook pipeline: its top 3 chunks go to the local Gemma 270M."""
    from index.embedder import load_embedder

    embedder = load_embedder(Path(models))
    index = textbook.load(Path(folder), embedder)
    rows = corpus.questions(count)
    retriever = index.as_retriever(similarity_top_k=3)
    retriever.retrieve(rows[0]["question"])
    search = [measure.times(lambda q=row: retriever.retrieve(q["question"]), 1)[0] for row in rows]  # type: ignore[misc]
    with textbook.local_llm(Path(models)) as llm:
        engine = index.as_query_engine(llm=llm, similarity_top_k=3)
        engine.query(rows[0]["question"])
        with spent() as used:
            whole = [measure.times(lambda q=row: engine.query(q["question"]), 1)[0] for row in rows]  # type: ignore[misc]
        memory = resident_mib()
    return {
        "stages": {"search": percentiles(search), "total": percentiles(whole)},
        "resident_mib": memory,
        "cpu_s_a_question": used.cpu / len(rows),
    }


def grow(home: str, source: str, work: str, passages: int) -> Row:
    """An index of about ``passages`` passages without embedding: how fast, how much memory, how big."""
    from index.ingest import index_paths

    pool = scale.pool(Path(source))
    folder = Path(work) / f"grown-{passages}"
    scale.write_articles(folder, passages, pool)
    before = resident_mib()
    with spent() as used:
        report = index_paths(Path(home), [folder], scale.Recall(pool))
    return {
        "articles": report.added,
        "passages": report.embedded,
        "seconds": used.wall,
        "cpu_s": used.cpu,
        "start_mib": before,
        "peak_mib": peak_mib(),
        "disk_mib": disk_mib(Path(home), without=("models",)),
    }


def search(home: str, backend: str, count: int) -> Row:
    """A grown index: time to open, search latency by part, memory, and the time to add one article.

    ``plain`` is a search by meaning alone; ``whole`` reads the question first and then searches both ways.
    """
    from index.embedder import load_embedder
    from index.ingest import index_paths
    from index.store import Store, open_store
    from index.words import word_query
    from rag.search import hybrid
    from rag.types import Filters, Query
    from rag.understand import understand

    place = Path(home)
    embedder = load_embedder(place, backend=backend)  # type: ignore[arg-type]
    embedder.embed_query("làm nóng")
    idle = memory = resident_mib()
    rows = [row["question"] for row in corpus.questions(count)]
    vectors = {q: embedder.embed_query(q) for q in rows}
    parts: dict[str, Callable[[Store, str], object]] = {
        "search": lambda store, q: hybrid(store, embedder, Query(q, q), K, Filters()),
        "embed": lambda _, q: embedder.embed_query(q),
        "dense": lambda store, q: store.dense(vectors[q], 60),
        "words": lambda store, q: store.lexical(word_query(q), 60),
        "plain": lambda store, q: store.load([hit.id for hit in store.dense(embedder.embed_query(q), K)]),
        "whole": lambda store, q: hybrid(store, embedder, understand(q, (), store, TODAY), K, Filters()),
    }
    found, opening = {}, []
    for name, part in parts.items():
        begin = time.perf_counter()
        store = open_store(place, embedder.info)  # anew for each part, so that none finds articles in memory
        parts["search"](store, "làm nóng")
        opening.append(time.perf_counter() - begin)
        found[name] = measure.each(partial(part, store), rows)
        memory = max(memory, resident_mib())
        store.close()
    adding = []
    for number in range(1, ADDED + 1):
        new = place / f"one-more-{number}.txt"
        text = f"Thêm bài {number}\n\nXã Khe Trúc vừa khánh thành trạm y tế {12 + number} giường."
        new.write_text(text, encoding="utf-8")
        with spent() as used:
            index_paths(place, [new], embedder)
        adding.append(used.wall)
    return {
        "open_s": max(opening),
        "stages": found,
        "idle_mib": idle,
        "resident_mib": memory,
        "add_one_s": median(adding),
        "add_one_most_s": max(adding),
    }


STEPS = {
    step.__name__: step
    for step in (machine, models, index, ask, change_one, arrival, textbook_index, textbook_ask, grow, search)
}


def main() -> int:
    name, given = sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
    run: Callable[..., Row] = STEPS[name]
    sys.stdout.write(json.dumps(run(**given)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
