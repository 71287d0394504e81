"""A whole new index beside the old one: the same articles, nothing embedded that need not be."""

from pathlib import Path

import pytest

from index import chunk, lock, schema
from index import home as folders
from index.catalog import Catalog
from index.embedder import FakeEmbedder
from index.embedding import BATCH
from index.errors import StoreError
from index.ingest import index_paths
from index.rebuild import rebuild, switch_to_catalog
from index.store import open_store
from index.types import EmbedderInfo, Progress
from tests.made import write
from tests.test_ingest import Counting, every_passage_finds_itself, sources


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(4))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return tmp_path / "home"


def other_model() -> Counting:
    made = Counting()
    made.info = EmbedderInfo("fake-moi", 384, "q: ", "p: ", "fake")
    return made


def code_of(home: Path, embedder: FakeEmbedder | None = None) -> str:
    with pytest.raises(StoreError) as raised:
        rebuild(home, embedder)
    return raised.value.code


def run(home: Path, *statements: str) -> None:
    catalog = Catalog(folders.current(home))
    for sql in statements:
        catalog.rows(sql)
    catalog.close()


def test_the_same_model_embeds_nothing_and_loses_nothing(home: Path) -> None:
    old, before, counting = folders.current(home), sources(home), Counting()
    report = rebuild(home, counting)
    assert (report.embedded, counting.texts) == (0, [])
    assert sources(home) == before
    assert not old.exists()
    store = open_store(home, FakeEmbedder.info)
    assert every_passage_finds_itself(store, FakeEmbedder()) == report.passages
    store.close()


def test_killed_half_way_the_old_index_answers_and_the_next_goes_on(home: Path, tmp_path: Path) -> None:
    write(tmp_path / "bai", range(15))
    index_paths(home, [tmp_path / "bai"], FakeEmbedder())
    first, second = other_model(), other_model()

    def stop(step: Progress) -> None:
        if step.stage == "embed" and step.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(home, first, stop)
    assert len(first.texts) == BATCH
    open_store(home, FakeEmbedder.info).close()
    report = rebuild(home, second)
    assert report.embedded == len(second.texts) == report.passages - BATCH > 0
    assert not set(first.texts) & set(second.texts)
    store = open_store(home, second.info)
    assert store.status().articles == 15
    store.close()
    assert len(list(home.glob("index-*"))) == 1


def test_a_new_rule_of_cutting_cuts_and_embeds_anew(home: Path) -> None:
    tables = (("texts", "id"), ("articles", "text_id"), ("passages", "text_id"), ("bands", "text_id"))
    old = [f"UPDATE {table} SET {column} = 'cu-' || {column}" for table, column in tables]
    run(
        home,
        "PRAGMA foreign_keys=OFF",
        *old,
        "UPDATE passages SET id = 'cu-' || id",
        "UPDATE meta SET value = 'cu' WHERE key = 'cut'",
    )
    assert code_of(home) == "vectors_missing"
    before = sources(home)
    report = rebuild(home, FakeEmbedder())
    assert report.embedded == report.passages > 0
    assert sources(home) == before
    assert Catalog.peek(folders.current(home))["cut"] == str(chunk.VERSION)
    store = open_store(home)
    assert every_passage_finds_itself(store, FakeEmbedder()) == report.passages
    store.close()


def test_missing_vectors_want_an_embedder(home: Path) -> None:
    run(home, "UPDATE passages SET vector = NULL WHERE ordinal = 0")
    old = folders.current(home)
    assert code_of(home) == "vectors_missing"
    assert folders.current(home) == old
    assert rebuild(home, FakeEmbedder()).embedded == 4


def test_no_index_and_a_busy_one_are_refused(home: Path, tmp_path: Path) -> None:
    assert code_of(tmp_path / "trong") == "index_missing"
    with lock.writer(home, "thử"):
        assert code_of(home) == "index_locked"


def test_an_index_is_made_of_a_catalog_alone(home: Path, tmp_path: Path) -> None:
    saved, there = tmp_path / "luu.sqlite3", tmp_path / "noi-khac"
    schema.copy(folders.catalog_path(folders.current(home)), saved, wal=False)
    there.mkdir()
    count = switch_to_catalog(there, saved, lambda _: None)
    assert sources(there) == sources(home)
    assert Catalog.peek(folders.current(there))["store_id"] != Catalog.peek(folders.current(home))["store_id"]
    store = open_store(there, FakeEmbedder.info)
    assert every_passage_finds_itself(store, FakeEmbedder()) == count
    store.close()
