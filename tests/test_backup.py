"""A backup is whole or not at all; restore puts it in place under a running reader."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from index import home as folders
from index.backup import backup, restore
from index.catalog import Catalog
from index.check import verify
from index.embedder import FakeEmbedder
from index.errors import InputError, StoreError
from index.ingest import index_paths
from index.store import open_store
from index.words import word_query
from tests.crash import live
from tests.made import write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(8))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return tmp_path / "home"


def history(home: Path, text: str) -> None:
    with sqlite3.connect(home / "history.db") as opened:
        opened.execute("CREATE TABLE IF NOT EXISTS said (text TEXT)")
        opened.execute("INSERT INTO said VALUES (?)", (text,))
    opened.close()


def said(home: Path) -> list[str]:
    opened = sqlite3.connect(home / "history.db")
    try:
        return [row[0] for row in opened.execute("SELECT text FROM said")]
    finally:
        opened.close()


def test_round_trip_under_a_running_reader(home: Path, tmp_path: Path) -> None:
    history(home, "câu hỏi cũ")
    before = live(home)
    store = open_store(home)
    saved = backup(home, tmp_path / "luu.zip")
    assert (saved.articles, saved.passages, saved.history) == (8, len(before), True)
    write(tmp_path / "bai", range(3, 6), version=1)
    write(tmp_path / "bai", range(20, 22))
    index_paths(home, [tmp_path / "bai"], FakeEmbedder())
    history(home, "câu hỏi mới")
    store.refresh()
    moved = store.generation()
    assert live(home) != before
    restore(home, tmp_path / "luu.zip")
    assert live(home) == before
    assert store.refresh()
    assert store.generation().store_id != moved.store_id
    assert store.status().articles == 8
    assert len(store.lexical(word_query("thu ngân sách"), 5)) == 5
    assert len(store.dense(FakeEmbedder().embed_query("trồng rừng"), 5)) == 5
    assert said(home) == ["câu hỏi cũ"]
    assert verify(home).ok
    store.close()


def test_restore_into_an_empty_home(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / "luu.zip")
    restore(tmp_path / "home-moi", tmp_path / "luu.zip")
    assert live(tmp_path / "home-moi") == live(home)
    report = index_paths(tmp_path / "home-moi", [tmp_path / "bai"], FakeEmbedder())
    assert (report.unchanged, report.embedded) == (8, 0)


def test_bad_files_change_nothing(home: Path, tmp_path: Path) -> None:
    before = live(home)
    good = tmp_path / "luu.zip"
    backup(home, good)
    torn = tmp_path / "cut.zip"
    torn.write_bytes(good.read_bytes()[:-400])
    foreign = tmp_path / "la.zip"
    with zipfile.ZipFile(foreign, "w") as packed:
        packed.writestr("khac.txt", "không phải bản sao lưu")
    forged = tmp_path / "gia.zip"
    with zipfile.ZipFile(good) as packed, zipfile.ZipFile(forged, "w") as copy:
        for name in packed.namelist():
            data = packed.read(name)
            copy.writestr(name, data[:-1] + b"x" if name == "catalog.sqlite3" else data)
    for bad in (torn, foreign, forged):
        with pytest.raises(InputError) as raised:
            restore(home, bad)
        assert raised.value.code == "backup_bad"
    with pytest.raises(InputError):
        restore(home, tmp_path / "khong-co.zip")
    assert live(home) == before
    assert len(list(home.glob("index-*"))) == 1


def test_newer_backup_is_refused(home: Path, tmp_path: Path) -> None:
    catalog = Catalog(folders.current(home))
    backup(home, tmp_path / "luu.zip")
    catalog.close()
    newer = tmp_path / "moi.zip"
    with zipfile.ZipFile(tmp_path / "luu.zip") as packed, zipfile.ZipFile(newer, "w") as copy:
        for name in packed.namelist():
            copy.writestr(name, packed.read(name).replace(b'"schema": 1', b'"schema": 99'))
    with pytest.raises(StoreError) as raised:
        restore(home, newer)
    assert raised.value.code == "index_newer"


def test_place_that_cannot_be_written(home: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        backup(home, tmp_path / "tep" / "luu.zip")
    assert raised.value.code == "backup_unwritable"
    with pytest.raises(StoreError) as raised:
        backup(tmp_path / "khong-co", tmp_path / "luu.zip")
    assert raised.value.code == "index_missing"
