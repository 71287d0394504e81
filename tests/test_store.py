"""Readers: refused where the index does not fit, current after every commit, safe for many threads."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from index import home as folders
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths, rebuild, remove
from index.opening import Opened
from index.store import open_store
from index.types import EmbedderInfo
from index.words import word_query
from tests.made import news, write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(8))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return tmp_path / "home"


def code(home: Path, info: EmbedderInfo | None = None) -> str:
    with pytest.raises(StoreError) as raised:
        open_store(home, info)
    return raised.value.code


def set_meta(home: Path, key: str, value: str) -> None:
    run(home, "UPDATE meta SET value = ? WHERE key = ?", value, key)


def run(home: Path, statement: str, *values: str) -> None:
    opened = sqlite3.connect(folders.catalog_path(folders.current(home)))
    opened.execute(statement, values)
    opened.commit()
    opened.close()


def test_no_index(tmp_path: Path) -> None:
    assert code(tmp_path) == "index_missing"
    assert code(tmp_path / "khong-co") == "index_missing"


@pytest.mark.parametrize(
    "info",
    [
        EmbedderInfo("khác", 384, "query: ", "passage: ", "fake"),
        EmbedderInfo("fake", 768, "query: ", "passage: ", "fake"),
        EmbedderInfo("fake", 384, "", "passage: ", "fake"),
        EmbedderInfo("fake", 384, "query: ", "passage: ", "torch"),
        EmbedderInfo("fake", 384, "query: ", "passage: ", "fake", graph="2"),
    ],
    ids=["name", "dimension", "prefix", "backend", "graph"],
)
def test_other_model(home: Path, info: EmbedderInfo) -> None:
    assert code(home, info) == "index_other_model"


def test_an_index_that_does_not_say_its_graph_was_made_by_the_first(home: Path) -> None:
    set_meta(home, "backend", "onnx-int8")
    run(home, "DELETE FROM meta WHERE key = 'graph'")
    made = EmbedderInfo("fake", 384, "query: ", "passage: ", "onnx-int8", graph="3")
    open_store(home, made).close()
    with pytest.raises(StoreError, match=r"onnx-int8 3.*onnx-int8 4.*rebuild"):
        open_store(home, replace(made, graph="4"))


def test_other_schema(home: Path) -> None:
    set_meta(home, "schema", "99")
    assert code(home) == "index_newer"
    set_meta(home, "schema", "0")
    assert code(home) == "index_older"


def test_not_a_catalog(home: Path) -> None:
    folders.catalog_path(folders.current(home)).write_bytes(b"hong" * 4000)
    assert code(home) == "index_broken"


def test_words_of_another_make_are_renewed(home: Path) -> None:
    set_meta(home, "words", "0:cu")
    store = open_store(home)
    assert len(store.lexical(word_query("thu ngân sách"), 5)) == 5
    store.close()


def test_refresh_only_when_something_changed(home: Path, tmp_path: Path) -> None:
    store = open_store(home)
    assert not store.refresh()
    write(tmp_path / "bai", range(8, 9))
    index_paths(home, [tmp_path / "bai"], FakeEmbedder())
    assert store.refresh()
    assert not store.refresh()
    rebuild(home, FakeEmbedder())
    assert store.refresh()
    assert store.status().articles == 9
    store.close()


def test_rebuild_for_another_model(home: Path) -> None:
    other = FakeEmbedder()
    other.info = EmbedderInfo("fake-moi", 384, "q: ", "p: ", "fake")
    store = open_store(home)
    report = rebuild(home, other)
    assert report.embedded == report.passages == store.status().passages
    assert open_store(home, other.info).status().model == "fake-moi"
    assert code(home, FakeEmbedder.info) == "index_other_model"


def test_many_threads_read_while_articles_come_and_go(home: Path, tmp_path: Path) -> None:
    store = open_store(home, FakeEmbedder.info)
    stop, faults, reads = threading.Event(), [], []

    def read() -> None:
        embedder = FakeEmbedder()
        try:
            while not stop.is_set():
                store.refresh()
                for hits in (
                    store.dense(embedder.embed_query(news(3)), 5),
                    store.lexical(word_query(news(3)[:200]), 5),
                ):
                    loaded = store.load([hit.id for hit in hits])
                    for passage, article in loaded.values():
                        assert article.text[passage.start : passage.end] == passage.text
                    reads.append(len(loaded))
        except BaseException as error:
            faults.append(error)
            raise

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for round_ in range(2):
        write(tmp_path / "bai", range(8, 12), version=round_)
        index_paths(home, [tmp_path / "bai"], FakeEmbedder())
        remove(home, ["chan/0008.txt"])
        rebuild(home)
    stop.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(reads) > 20
    assert min(reads) > 0
    store.close()


def test_a_read_that_lost_its_files_goes_on_where_another_thread_moved_on(home: Path) -> None:
    store = open_store(home)
    seen: list[Opened] = []

    def read(opened: Opened) -> int:
        seen.append(opened)
        if len(seen) == 1:
            rebuild(home)
            assert store.refresh()  # as another thread does
            raise StoreError("index_broken", home=str(home), problem="files went away")
        return opened.arriving()

    assert store._read(read) == 0
    assert seen[0] is not seen[1]
    with pytest.raises(StoreError):
        store._read(lambda opened: opened.catalog.rows("SELECT * FROM no_such_table"))
    store.close()


def test_listing_and_lookups(home: Path) -> None:
    store = open_store(home)
    assert store.articles("VAN KHE")[0] == 1
    assert store.articles("%")[0] == 0
    count, page = store.articles(limit=3, offset=6)
    assert (count, len(page)) == (8, 2)
    with pytest.raises(StoreError) as raised:
        store.article("khong-co.txt")
    assert raised.value.code == "article_missing"
    assert store.passages("khong-co") == []
    assert store.similarity(FakeEmbedder().embed_query("a"), ["khong-co"]) == {}
    assert store.load([]) == {}
    status = store.status()
    assert (status.articles, status.undated, status.pending, status.writing) == (8, 8, 0, None)
    assert min(status.catalog_bytes, status.vectors_bytes, status.words_bytes) > 1000
