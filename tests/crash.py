"""Kill an indexing process at a random moment, and say what the index then holds.

The work runs in a process forked from a warm server, so that a kill costs a fork and not the
imports. Moments are counted from when the lock is taken.
"""

import multiprocessing as mp
import os
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from index import home as folders
from index import ingest, lock, writer
from index.catalog import Catalog
from index.chunk import passage_text
from index.embedder import FakeEmbedder, load_embedder
from index.store import open_store
from index.types import Embedder
from index.words import word_query

Live = frozenset[tuple[str, str, int, int]]
"""(source, content hash, start, end) of every live passage."""

WARM = ["index.ingest", "index.embedder", "index.words", "chromadb", "chromadb.config", "tests.crash"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is killed: ``kind`` is index, prune or rebuild; ``model`` a home with the real model, or ''."""

    kind: str
    home: Path
    folder: Path
    model: str = ""


def context() -> ForkServerContext:
    """A fork server with everything heavy imported."""
    made = mp.get_context("forkserver")
    made.set_forkserver_preload(WARM)
    return made


def work(job: Job) -> None:
    """Run a job; its standard streams are silenced, since it dies in the middle of things."""
    embedder: Embedder = load_embedder(Path(job.model), backend="onnx-int8") if job.model else FakeEmbedder()
    if job.kind == "rebuild":
        ingest.rebuild(job.home, embedder)
    else:
        ingest.index_paths(job.home, [job.folder], embedder, prune=job.kind == "prune", yes=True)


def _start(made: ForkServerContext, job: Job) -> tuple[BaseProcess, float]:
    """Start a job; returns it and the moment when it held the lock."""
    owner = job.home / "write.owner"
    owner.unlink(missing_ok=True)
    process = made.Process(target=work, args=(job,), daemon=True)
    process.start()
    while not owner.exists() and process.is_alive():
        time.sleep(0.001)
    return process, time.monotonic()


def duration(made: ForkServerContext, job: Job) -> float:
    """Seconds the job takes from the lock to its end, undisturbed."""
    process, began = _start(made, job)
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - began


def kill(made: ForkServerContext, job: Job, after: float) -> bool:
    """Run the job and kill it ``after`` seconds; says whether it was still at work."""
    process, began = _start(made, job)
    time.sleep(max(0.0, began + after - time.monotonic()))
    alive = process.is_alive()
    if process.pid is not None and alive:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return alive


def live(home: Path) -> Live:
    """What a reader that opens the index now has."""
    if not folders.exists(home):
        return frozenset()
    catalog = Catalog(folders.current(home))
    try:
        rows = catalog.rows(
            'SELECT a.source, a.content_hash, p.start, p."end" FROM articles a '
            "JOIN passages p ON p.text_id = a.text_id WHERE a.state = 'live'"
        )
    finally:
        catalog.close()
    assert len(set(rows)) == len(rows)
    return frozenset((source, digest, start, end) for source, digest, start, end in rows)


def settle(home: Path) -> None:
    """What the next writer does before its own work: put right what a kill left."""
    if folders.exists(home):
        with lock.writer(home, "settle"), writer.writing(home, None) as opened:
            writer.sweep(opened)


def hits(home: Path, queries: Sequence[str], embedder: Embedder) -> list[list[tuple[str, int, int]]]:
    """First ten passages of each query, by words and by vector, as (source, start, end)."""
    store = open_store(home)
    try:
        found = []
        for query in queries:
            for ranked in (
                store.lexical(word_query(query), 10),
                store.dense(embedder.embed_query(query), 10),
            ):
                loaded = store.load([hit.id for hit in ranked])
                assert len(loaded) == len(ranked)
                places = [(loaded[hit.id], round(hit.score, 3)) for hit in ranked]
                ordered = sorted((-score, a.source, p.start, p.end) for (p, a), score in places)
                found.append([(source, start, end) for _, source, start, end in ordered])
        return found
    finally:
        store.close()


def lost(home: Path, embedder: Embedder) -> int:
    """Live passages that do not find themselves by their own vector."""
    store = open_store(home)
    missing = 0
    try:
        for found in store.articles(limit=10_000)[1]:
            article = store.article(found.source)
            passages = store.passages(article.id)
            vectors = embedder.embed_passages([passage_text(article, passage) for passage in passages])
            for passage, vector in zip(passages, vectors, strict=True):
                missing += passage.id not in {hit.id for hit in store.dense(vector, 3)}
    finally:
        store.close()
    return missing


def copy(source: Path, target: Path) -> Path:
    """A fresh copy of a home."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    return target


def counter(home: Path) -> int:
    """The number of commits so far."""
    return int(Catalog.peek(folders.current(home)).get("counter", "0"))
