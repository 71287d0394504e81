"""A watched folder: arrivals in one batch, half-written files waited for, goings believed within reason."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index import lock
from index.embedder import FakeEmbedder
from index.errors import HoibaoError
from index.ingest import index_paths
from index.store import open_store
from index.types import IngestReport
from index.watch import watch
from tests.made import news, write


@dataclass
class Watched:
    """A watch running in a thread, and what it said."""

    home: Path
    folder: Path
    reports: list[IngestReport] = field(default_factory=list)
    errors: list[HoibaoError] = field(default_factory=list)

    def sources(self) -> set[str]:
        try:
            store = open_store(self.home)
        except HoibaoError:
            return set()
        try:
            return {article.source for article in store.articles(limit=5000)[1]}
        finally:
            store.close()

    def until(self, there: Callable[[], bool], within: float = 40.0) -> None:
        end = time.monotonic() + within
        while not there():
            assert time.monotonic() < end, (self.reports, self.errors)
            time.sleep(0.05)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    (tmp_path / "bai").mkdir()
    write(tmp_path / "bai", range(4))
    made = Watched(tmp_path / "home", tmp_path / "bai")
    index_paths(made.home, [made.folder], FakeEmbedder())
    stop = threading.Event()
    thread = threading.Thread(
        target=watch,
        args=(made.home, made.folder, FakeEmbedder(), made.reports.append),
        kwargs={"failed": made.errors.append, "stop": stop, "settle_s": 1.5},
    )
    thread.start()
    time.sleep(0.3)
    yield made
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


def test_arrivals_come_as_one_batch_and_goings_are_seen(watched: Watched) -> None:
    write(watched.folder, range(10, 40))
    watched.until(lambda: len(watched.sources()) == 34 and bool(watched.reports))
    assert [report.added for report in watched.reports if report.added] == [30]
    (watched.folder / "le" / "0011.txt").write_text(news(11, version=1), encoding="utf-8")
    watched.until(lambda: any(report.updated == 1 for report in watched.reports))
    (watched.folder / "le" / "0013.txt").unlink()
    (watched.folder / "le" / "0015.txt").rename(watched.folder / "doi-ten.txt")
    watched.until(lambda: "le/0013.txt" not in watched.sources() and "doi-ten.txt" in watched.sources())
    assert "le/0015.txt" not in watched.sources()
    assert not watched.errors


def test_half_written_and_temporary_files(watched: Watched) -> None:
    text = news(50)
    (watched.folder / "tam.txt.part").write_text(text, encoding="utf-8")
    (watched.folder / ".an.txt").write_text(text, encoding="utf-8")
    with (watched.folder / "cham.txt").open("w", encoding="utf-8") as slow:
        for start in range(0, len(text), 200):
            slow.write(text[start : start + 200])
            slow.flush()
            time.sleep(0.1)
    watched.until(lambda: "cham.txt" in watched.sources() and bool(watched.reports))
    assert sum(report.added + report.updated for report in watched.reports) == 1
    assert watched.sources().isdisjoint({"tam.txt.part", ".an.txt"})


def test_too_many_gone_are_not_believed(watched: Watched) -> None:
    shutil.rmtree(watched.folder / "le")
    (watched.folder / "moi.txt").write_text(news(60), encoding="utf-8")
    watched.until(lambda: "moi.txt" in watched.sources())
    assert "prune_many" in {error.code for error in watched.errors}
    assert "le/0001.txt" in watched.sources()


def test_another_writer_is_waited_for(watched: Watched) -> None:
    watched.until(lambda: lock.holder(watched.home) is None)
    with lock.writer(watched.home, "index", wait_s=20):
        (watched.folder / "doi.txt").write_text(news(70), encoding="utf-8")
        watched.until(lambda: "index_locked" in {error.code for error in watched.errors})
    watched.until(lambda: "doi.txt" in watched.sources())
