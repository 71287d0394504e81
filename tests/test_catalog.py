"""The catalog: live articles and passages only, all or nothing, and SQLite's faults in our words."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import home as folders
from index.catalog import Catalog, matrix
from index.embedder import FakeEmbedder
from index.errors import StoreError
from index.types import Article
from tests import catalogs


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    with catalogs.catalog(tmp_path) as made:
        yield made


def passage_ids(opened: Catalog, article: Article) -> list[str]:
    return [passage.id for passage in opened.passages(article.id)]


def articles_in(folder: Path) -> int:
    opened = Catalog(folder)
    try:
        return len(opened.rows("SELECT * FROM articles"))
    finally:
        opened.close()


def test_only_live_articles_are_read(opened: Catalog) -> None:
    cho, que = catalogs.article("cho.txt", published="2022-07-06"), catalogs.article("que.txt")
    catalogs.publish(opened, cho)
    catalogs.pend(opened, que)
    assert opened.article("cho.txt") == opened.by_id(cho.id) == cho
    assert opened.by_id(que.id) is None
    assert opened.passages(que.id) == []
    with pytest.raises(StoreError) as raised:
        opened.article("que.txt")
    assert raised.value.code == "article_missing"
    waiting = [row[0] for row in opened.rows("SELECT id FROM passages")]
    assert opened.owned([*waiting, "khong-co"]) == set(passage_ids(opened, cho))
    assert set(opened.load(waiting, {})) == opened.owned(waiting)


def test_passages_are_cut_from_the_article_in_order(opened: Catalog) -> None:
    long = catalogs.article(
        "dai.txt", "\n\n".join(f"{text} Kể lần {n}." for n in range(9) for text in catalogs.TEXTS.values())
    )
    catalogs.publish(opened, long)
    found = opened.passages(long.id)
    assert [passage.ordinal for passage in found] == list(range(len(found)))
    assert len(found) > 2
    assert all(long.text[passage.start : passage.end] == passage.text for passage in found)


def test_one_passage_of_two_copies_is_loaded_with_the_first_by_name(opened: Catalog) -> None:
    one, two = (
        catalogs.article("b.txt", catalogs.TEXTS["cho.txt"]),
        catalogs.article("a.txt", catalogs.TEXTS["cho.txt"]),
    )
    catalogs.publish(opened, one, two)
    (id_,) = passage_ids(opened, one)
    assert passage_ids(opened, two) == [id_]
    assert opened.load([id_], {})[id_][1] == two
    assert opened.twins(one.id) == [two.id]
    catalogs.publish(opened, dropped=[two.id])
    passage, owner = opened.load([id_], {})[id_]
    assert (owner, passage.article_id) == (one, one.id)
    assert opened.twins(one.id) == []


def test_vectors_come_back_as_unit_rows(opened: Catalog) -> None:
    cho = catalogs.article("cho.txt")
    catalogs.publish(opened, cho)
    ids, rows = opened.vectors([*passage_ids(opened, cho), "khong-co"])
    assert ids == passage_ids(opened, cho)
    assert rows.shape == (1, 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)
    made = FakeEmbedder().embed_query(opened.passages(cho.id)[0].text)
    assert float(rows[0] @ made) > 0.999


def test_matrix_of_nothing_and_of_a_zero_vector() -> None:
    assert matrix([]).shape == (0, 0)
    assert not matrix([np.zeros(4, np.float16).tobytes()]).any()


def test_a_transaction_is_all_or_nothing(opened: Catalog) -> None:
    def stopped() -> None:
        with opened.transaction():
            opened.set_meta({"note": "nửa chừng"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert "note" not in opened.meta()
    with opened.transaction():
        opened.set_meta({"note": "xong"})
    assert opened.meta()["note"] == "xong"


def test_a_snapshot_sees_one_moment(opened: Catalog) -> None:
    writer = Catalog(opened.folder)
    with opened.snapshot():
        before = opened.generation()
        thread = threading.Thread(target=catalogs.publish, args=(writer, catalogs.article("cho.txt")))
        thread.start()
        thread.join()
        assert opened.generation() == before
        assert opened.rows("SELECT count(*) FROM articles") == [(0,)]
    assert opened.generation().counter == before.counter + 1
    writer.close()


def test_info_is_what_made_the_vectors(opened: Catalog) -> None:
    assert opened.info() == FakeEmbedder.info


def test_peek_needs_no_sound_catalog(opened: Catalog, tmp_path: Path) -> None:
    assert Catalog.peek(opened.folder)["store_id"] == opened.generation().store_id
    assert Catalog.peek(tmp_path / "khong-co") == {}
    broken = tmp_path / "hong.sqlite3"
    broken.write_bytes(b"hong" * 4000)
    assert Catalog.peek_file(broken) == {}
    assert not (tmp_path / "khong-co").exists()


def test_a_broken_file_is_said_in_our_words(tmp_path: Path) -> None:
    with catalogs.catalog(tmp_path) as made:
        catalogs.publish(made, *map(catalogs.article, catalogs.TEXTS))
        made.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        folder = made.folder
    file = folders.catalog_path(folder)
    data = file.read_bytes()
    file.write_bytes(data[:8192] + b"\xa5" * (len(data) - 8192))
    with pytest.raises(StoreError) as raised:
        articles_in(folder)
    assert raised.value.code == "index_broken"
    assert isinstance(raised.value.__cause__, sqlite3.DatabaseError)
