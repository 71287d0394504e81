"""The one writer: readers see the old corpus or the new one, and a kill between steps is put right."""

from pathlib import Path

import pytest

from index import home as folders
from index import lock, passages, versions, writer
from index.catalog import Catalog
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.store import open_store
from index.types import Article, Progress
from index.versions import Changes
from index.words import word_query
from index.writer import Writer
from tests import catalogs

INFO = FakeEmbedder.info


def silent(_: Progress) -> None:
    """Nobody asked."""


def commit(home: Path, *articles: Article, dropped: tuple[str, ...] = ()) -> None:
    with lock.writer(home), writer.writing(home, INFO) as opened:
        catalogs.pend(opened.catalog, *articles)
        writer.commit(opened, Changes(chosen=[a.id for a in articles], dropped=dropped), silent)


def agree(opened: Writer) -> bool:
    """Whether words and vectors hold exactly the live passages, and the catalog no stale text."""
    live = passages.live_passages(opened.catalog)
    return (
        sorted(opened.vectors.ids()) == live
        and opened.words.count() == len(live)
        and passages.stale_texts(opened.catalog) == []
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An index of two articles."""
    commit(tmp_path, catalogs.article("cho.txt"), catalogs.article("que.txt"))
    return tmp_path


def test_an_index_is_made_only_by_who_knows_the_model(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised, writer.writing(tmp_path, None):
        pass
    assert raised.value.code == "index_missing"
    with writer.writing(tmp_path, INFO) as opened:
        assert opened.folder == folders.current(tmp_path)
        assert opened.catalog.info() == INFO


def test_commit_brings_in_replaces_and_takes_out_at_once(home: Path) -> None:
    new = catalogs.article("cho.txt", catalogs.TEXTS["cho.txt"] + " Chợ họp cả đêm.")
    gone = catalogs.article("que.txt").id
    commit(home, new, catalogs.article("cau.txt"), dropped=(gone,))
    store = open_store(home, INFO)
    assert [article.source for article in store.articles()[1]] == ["cau.txt", "cho.txt"]
    assert store.lexical(word_query("vỏ quế khô"), 5) == []
    assert store.lexical(word_query("họp cả đêm"), 5)[0].id == store.passages(new.id)[0].id
    store.close()
    with writer.writing(home, INFO) as opened:
        assert agree(opened)
        assert opened.catalog.meta()["dirty"] == "0"


def test_killed_before_the_flip_readers_keep_the_old_corpus(home: Path) -> None:
    cau = catalogs.article("cau.txt")
    with writer.writing(home, INFO) as opened:
        catalogs.pend(opened.catalog, cau)
        writer.publish(opened, silent)
        assert opened.vectors.count() == 3
    assert Catalog.peek(folders.current(home))["dirty"] == "1"
    store = open_store(home, INFO)
    assert store.status().articles == 2
    store.close()
    with writer.writing(home, INFO) as opened:
        assert agree(opened)
        assert opened.vectors.count() == 2
    commit(home, cau)
    with writer.writing(home, INFO) as opened:
        assert (agree(opened), opened.vectors.count()) == (True, 3)


def test_killed_after_the_flip_the_next_writer_sweeps(home: Path) -> None:
    with writer.writing(home, INFO) as opened:
        versions.set_dirty(opened.catalog, True)
        versions.flip(opened.catalog, Changes(dropped=[catalogs.article("que.txt").id]))
        assert not agree(opened)
    with writer.writing(home, INFO) as opened:
        assert agree(opened)
        assert opened.vectors.count() == 1


def test_words_of_another_make_are_written_anew_under_the_lock(home: Path) -> None:
    folder = folders.current(home)
    catalog = Catalog(folder)
    catalog.set_meta({"words": "0:cu"})
    catalog.close()
    with lock.writer(home), pytest.raises(StoreError) as raised:
        writer.renew_words(home)
    assert raised.value.code == "index_locked"
    writer.renew_words(home)
    assert Catalog.peek(folder)["words"] != "0:cu"
    with writer.writing(home, INFO) as opened:
        assert agree(opened)


def test_what_is_left_of_a_killed_rebuild_goes(home: Path) -> None:
    left = folders.new_folder(home)
    with writer.writing(home, INFO):
        assert not left.exists()
