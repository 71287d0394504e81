"""A full disk ends a run in a message, soon, with the old index answering; so does a read-only home."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from index import lock, room, writer
from index.check import verify
from index.embedder import FakeEmbedder
from index.errors import HoibaoError, StoreError
from index.ingest import index_paths
from index.store import open_store
from index.words import word_query
from tests import crash
from tests.made import write


def test_need(tmp_path: Path) -> None:
    room.need(tmp_path, 1)
    with pytest.raises(StoreError) as raised:
        room.need(tmp_path, 1 << 60)
    assert raised.value.code == "disk_full"


def test_guarded_write_gives_what_it_gives(tmp_path: Path) -> None:
    done: list[int] = []
    room.guarded(tmp_path, lambda: done.append(1))
    assert done == [1]
    with pytest.raises(ZeroDivisionError):
        room.guarded(tmp_path, lambda: done.append(1 // 0))


def test_guard_gives_up_on_a_write_that_hangs_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PATIENCE_S", 0.5)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    hang = threading.Event()

    def write_for_ever() -> None:
        hang.wait(60)

    began = time.monotonic()
    with pytest.raises(StoreError) as raised:
        room.guarded(tmp_path, write_for_ever)
    assert raised.value.code == "disk_full"
    assert time.monotonic() - began < 10
    hang.set()


def test_slow_write_on_a_roomy_disk_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PATIENCE_S", 0.2)
    done: list[int] = []

    def slowly() -> None:
        time.sleep(1)
        done.append(1)

    room.guarded(tmp_path, slowly)
    assert done == [1]


def test_index_too_large_for_the_disk_is_refused_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "bai", range(60))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=room.MARGIN + (1 << 20) + 5000))
    with pytest.raises(StoreError) as raised:
        index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    assert raised.value.code == "disk_full"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A tmpfs of 96 MB; the test is skipped where none may be mounted."""
    disk = tmp_path / "dia"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no tmpfs may be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _attempt(home: Path, folder: Path, margin: int, said: Path) -> None:
    """In a process of its own: index, and write down how it ended."""
    room.MARGIN, room.BYTES_A_PASSAGE = margin, room.BYTES_A_PASSAGE if margin else 0
    try:
        index_paths(home, [folder], FakeEmbedder())
        said.write_text("done", encoding="utf-8")
    except HoibaoError as error:
        said.write_text(error.code, encoding="utf-8")
    os._exit(0)  # as a command does that was told to stop: a hung write must not hold it


def _disk_full(small_disk: Path, tmp_path: Path, free: int, margin: int) -> str:
    """Index into a disk with ``free`` bytes left; returns how that ended, after all checks."""
    home, folder, said = small_disk / "home", tmp_path / "bai", tmp_path / "said"
    write(folder, range(20))
    index_paths(home, [folder], FakeEmbedder())
    before = crash.live(home)
    write(folder, range(10, 60), version=1)
    ballast = small_disk / "ballast"
    left = shutil.disk_usage(small_disk).free - free
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, left)
    process = crash.context().Process(target=_attempt, args=(home, folder, margin, said))
    process.start()
    began = time.monotonic()
    process.join(60)
    took = time.monotonic() - began
    assert process.exitcode == 0, f"{free} bytes left: no end"
    ballast.unlink()
    ended = said.read_text(encoding="utf-8")
    assert took < 30
    between = crash.live(home)
    store = open_store(home)
    assert len(store.lexical(word_query("thu ngân sách"), 5)) == 5
    assert len(store.dense(FakeEmbedder().embed_query("trồng rừng"), 5)) == 5
    store.close()
    index_paths(home, [folder], FakeEmbedder())
    assert verify(home).ok
    assert open_store(home).status().articles == 60
    # the old corpus, or the new one where the disk filled while the old texts were swept out
    assert between == crash.live(home) or (between == before and ended != "done")
    return ended


def test_full_disk(small_disk: Path, tmp_path: Path) -> None:
    assert _disk_full(small_disk, tmp_path, 2 << 20, room.MARGIN) == "disk_full"


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("number", range(10))
def test_ten_sizes_without_the_margin(small_disk: Path, tmp_path: Path, number: int) -> None:
    """The margin away, the disk fills at any point of the run."""
    ended = _disk_full(small_disk, tmp_path, (60 << 10) + number * (250 << 10), 0)
    assert ended in ("disk_full", "disk_full_now", "done")


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("number", range(10))
def test_ten_sizes(small_disk: Path, tmp_path: Path, number: int) -> None:
    assert _disk_full(small_disk, tmp_path, (60 << 10) + number * (2500 << 10), room.MARGIN) == "disk_full"


def test_what_fails_on_a_full_disk_is_said_to_be_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match="tantivy"), room.explained(tmp_path):
        raise ValueError("tantivy")
    with pytest.raises(StoreError) as raised, room.explained(tmp_path):
        raise PermissionError(13, "Permission denied")
    assert raised.value.code == "home_unwritable"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(StoreError) as raised, room.explained(tmp_path):
        raise ValueError("tantivy")
    assert raised.value.code == "disk_full_now"


def test_read_only_home(small_disk: Path, tmp_path: Path) -> None:
    home, folder = small_disk / "home", tmp_path / "bai"
    write(folder, range(4))
    index_paths(home, [folder], FakeEmbedder())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    write(folder, range(4, 6))
    with pytest.raises(StoreError) as raised, lock.writer(home), writer.writing(home, FakeEmbedder.info):
        pytest.fail("wrote to a read-only disk")
    assert raised.value.code == "home_unwritable"
    with pytest.raises(StoreError):
        index_paths(home, [folder], FakeEmbedder())
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert index_paths(home, [folder], FakeEmbedder()).added == 2
