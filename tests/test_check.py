"""verify finds what is wrong with a real index, and repair mends it from the catalog."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import home as folders
from index import lock
from index.catalog import Catalog
from index.check import repair, verify
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.ingest import index_paths
from index.store import open_store
from index.vectors import Vectors
from index.words import WordDoc, Words, word_query
from tests.made import write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "bai", range(10))
    index_paths(tmp_path / "home", [tmp_path / "bai"], FakeEmbedder())
    return tmp_path / "home"


def codes(home: Path) -> set[str]:
    return {problem.code for problem in verify(home).problems}


def vectors_of(home: Path) -> Vectors:
    folder = folders.current(home)
    return Vectors(folders.vectors_path(folder), Catalog.peek(folder)["store_id"])


def run(home: Path, sql: str) -> None:
    catalog = Catalog(folders.current(home))
    catalog.rows(sql)
    catalog.close()


def test_sound_index(home: Path) -> None:
    found = verify(home)
    assert found.ok
    assert found.passages == found.vectors == found.words == found.sampled > 10
    assert not found.repaired


def lose_vectors(home: Path) -> None:
    vectors = vectors_of(home)
    vectors.remove(sorted(vectors.ids())[:3])
    vectors.close()


def keep_stale_vector(home: Path) -> None:
    vectors = vectors_of(home)
    vectors.add(["khong-con-000"], FakeEmbedder().embed_passages(["bài đã gỡ"]))
    vectors.close()


def swap_vectors(home: Path) -> None:
    vectors = vectors_of(home)
    ids = sorted(vectors.ids())
    vectors.add(ids, FakeEmbedder().embed_passages([f"chữ {n} khác hẳn" for n in range(len(ids))]))
    vectors.close()


def lose_words(home: Path) -> None:
    words = Words(folders.words_path(folders.current(home)))
    words.remove(sorted(words.ids())[:2])
    words.commit()
    words.close()


def keep_stale_words(home: Path) -> None:
    words = Words(folders.words_path(folders.current(home)))
    words.add([WordDoc("khong-con-000", "bài đã gỡ", "")])
    words.commit()
    words.close()


def break_vector_files(home: Path) -> None:
    file = folders.vectors_path(folders.current(home)) / "chroma.sqlite3"
    file.write_bytes(b"hong" * 5000)


def break_word_files(home: Path) -> None:
    (folders.words_path(folders.current(home)) / "meta.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        pytest.param(lose_vectors, "vectors_missing", id="lost-vectors"),
        pytest.param(keep_stale_vector, "vectors_stale", id="stale-vector"),
        pytest.param(swap_vectors, "vectors_lost", id="wrong-vectors"),
        pytest.param(lose_words, "words_missing", id="lost-words"),
        pytest.param(keep_stale_words, "words_stale", id="stale-words"),
        pytest.param(break_vector_files, "vectors_unreadable", id="broken-vectors"),
        pytest.param(break_word_files, "words_unreadable", id="broken-words"),
    ],
)
def test_harm_is_found_and_mended(home: Path, harm: Callable[[Path], None], code: str) -> None:
    before = open_store(home).generation()
    harm(home)
    assert code in codes(home)
    mended = repair(home)
    assert mended.ok
    assert mended.repaired
    store = open_store(home)
    assert store.generation().store_id != before.store_id
    assert len(store.lexical(word_query("thu ngân sách"), 5)) == 5
    assert len(store.dense(FakeEmbedder().embed_query("trồng rừng"), 5)) == 5
    assert verify(home).ok


def test_broken_catalog_is_said_and_not_touched(home: Path) -> None:
    run(home, "PRAGMA wal_checkpoint(TRUNCATE)")
    file = folders.catalog_path(folders.current(home))
    data = bytearray(file.read_bytes())
    for place in range(8192 * 3, len(data), 8192):
        data[place : place + 200] = b"\xff" * 200
    file.write_bytes(data)
    with pytest.raises(StoreError) as raised:
        verify(home, repair=True)
    assert raised.value.code == "index_broken"
    assert file.read_bytes() == bytes(data)


def test_changed_text_is_found(home: Path) -> None:
    run(home, "UPDATE texts SET text = replace(text, 'tỷ đồng', 'tỉ đồng')")
    assert "text_changed" in codes(home)


def test_missing_vector_in_the_catalog_needs_a_rebuild(home: Path) -> None:
    run(home, "UPDATE passages SET vector = NULL WHERE ordinal = 0")
    assert "vector_missing" in codes(home)
    with pytest.raises(StoreError) as raised:
        repair(home)
    assert raised.value.code == "vectors_missing"
    assert open_store(home).status().articles == 10


def test_verify_waits_for_no_writer(home: Path) -> None:
    with lock.writer(home, "index"), pytest.raises(StoreError) as raised:
        verify(home)
    assert raised.value.code == "index_locked"
