"""One writer at a time, whatever happens to it; readers see its commit at once."""

import json
import multiprocessing as mp
import os
import time
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

import pytest

from index import lock
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths
from index.store import open_store
from tests import crash
from tests.made import news, write


def _contend(home: Path, together: Barrier, refused: Event, answers: "mp.Queue[str]") -> None:
    together.wait(60)
    try:
        with lock.writer(home, "index"):
            answers.put("works")
            refused.wait(10)
    except StoreError as error:
        answers.put(f"{error.code}: {error.values['owner']}")
        refused.set()


def _hold(home: Path, held: Event) -> None:
    with lock.writer(home, "index"):
        held.set()
        time.sleep(60)


def test_lock_is_one_and_is_freed(tmp_path: Path) -> None:
    with lock.writer(tmp_path, "index") as mine:
        assert mine.pid == os.getpid()
        assert lock.holder(tmp_path) == mine
        with pytest.raises(StoreError) as raised, lock.writer(tmp_path, "remove"):
            pytest.fail("two writers")
        assert raised.value.code == "index_locked"
        assert str(os.getpid()) in str(raised.value)
    assert lock.holder(tmp_path) is None
    with lock.writer(tmp_path, "remove"):
        pass


def test_lock_is_freed_by_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock.writer(tmp_path):
        raise ZeroDivisionError
    with lock.writer(tmp_path):
        pass


def _pairs(tmp_path: Path, count: int) -> None:
    context = crash.context()
    for number in range(count):
        home = tmp_path / str(number)
        together, refused, answers = context.Barrier(2), context.Event(), context.Queue()
        args = (home, together, refused, answers)
        both = [context.Process(target=_contend, args=args) for _ in range(2)]
        for process in both:
            process.start()
        said = sorted(answers.get(timeout=90) for _ in both)
        for process in both:
            process.join()
        assert said[1] == "works"
        assert said[0].startswith("index_locked: index (pid ") or said[0] == "index_locked: ?"


def _stale(tmp_path: Path, count: int) -> None:
    context = crash.context()
    for number in range(count):
        home = tmp_path / str(number)
        held = context.Event()
        process = context.Process(target=_hold, args=(home, held), daemon=True)
        process.start()
        assert held.wait(30)
        with pytest.raises(StoreError), lock.writer(home):
            pytest.fail("two writers")
        process.kill()
        process.join()
        left = json.loads((home / "write.owner").read_text(encoding="utf-8"))
        assert left["pid"] == process.pid
        assert lock.holder(home) is None
        with lock.writer(home) as mine:
            assert mine.pid == os.getpid()


def test_two_writers_started_together(tmp_path: Path) -> None:
    _pairs(tmp_path, 5)


def test_stale_locks_are_taken_over(tmp_path: Path) -> None:
    _stale(tmp_path, 3)


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_fifty_pairs_of_writers(tmp_path: Path) -> None:
    _pairs(tmp_path, 50)


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_twenty_stale_locks(tmp_path: Path) -> None:
    _stale(tmp_path, 20)


def test_reader_sees_another_processes_commit_within_two_seconds(tmp_path: Path) -> None:
    folder, home = tmp_path / "bai", tmp_path / "home"
    write(folder, range(6))
    index_paths(home, [folder], FakeEmbedder())
    store = open_store(home)
    vector = FakeEmbedder().embed_query(news(90))
    assert store.dense(vector, 5)
    (folder / "moi.txt").write_text(news(90), encoding="utf-8")
    context = crash.context()
    process = context.Process(target=crash.work, args=(crash.Job("index", home, folder),))
    process.start()
    seen = committed = 0.0
    before = store.generation().counter
    while not seen:
        now = time.monotonic()
        if not committed and crash.counter(home) > before:
            committed = now
        store.refresh()
        loaded = store.load([hit.id for hit in store.dense(vector, 5)])
        if "moi.txt" in {article.source for _, article in loaded.values()}:
            seen = time.monotonic()
        assert process.is_alive() or seen or time.monotonic() - committed < 5
    process.join()
    assert process.exitcode == 0
    assert seen - (committed or seen) < 2.0
    store.close()


def test_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(StoreError) as raised, lock.writer(tmp_path / "tep" / "home"):
        pytest.fail("wrote below a file")
    assert raised.value.code == "home_unwritable"
