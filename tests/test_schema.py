"""The catalog's file: made empty, opened only when it fits, copied whole while it is written."""

import sqlite3
from pathlib import Path

import pytest

from index import home as folders
from index import schema
from index.embedder import FakeEmbedder
from index.errors import StoreError
from tests import catalogs


def made(path: Path) -> Path:
    schema.create(path, FakeEmbedder.info)
    return path


def set_schema(path: Path, value: str) -> None:
    opened = sqlite3.connect(path)
    schema.set_meta(opened, {"schema": value})
    opened.commit()
    opened.close()


def meta(path: Path) -> dict[str, str]:
    opened = schema.connect(path)
    try:
        return dict(opened.execute("SELECT key, value FROM meta"))
    finally:
        opened.close()


def test_a_new_catalog_knows_its_model_and_has_an_id_of_its_own(tmp_path: Path) -> None:
    first, second = meta(made(tmp_path / "a.sqlite3")), meta(made(tmp_path / "b.sqlite3"))
    assert first["store_id"] != second["store_id"]
    assert {key: first[key] for key in schema.INFO_KEYS} == schema.info_values(FakeEmbedder.info)
    assert (first["schema"], first["counter"], first["dirty"]) == (str(schema.SCHEMA), "0", "0")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        pytest.param(str(schema.SCHEMA + 1), "index_newer", id="newer"),
        pytest.param(str(schema.SCHEMA - 1), "index_older", id="older"),
        pytest.param("một", "index_broken", id="no number"),
    ],
)
def test_another_schema_is_not_opened(tmp_path: Path, found: str, code: str) -> None:
    path = made(tmp_path / "a.sqlite3")
    set_schema(path, found)
    with pytest.raises(StoreError) as raised:
        schema.connect(path)
    assert raised.value.code == code


@pytest.mark.parametrize("content", [None, b"", b"hong" * 4000], ids=["missing", "empty", "no database"])
def test_what_is_no_catalog_is_broken_and_not_made(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.sqlite3"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError) as raised:
        schema.connect(path)
    assert raised.value.code == "index_broken"
    assert path.exists() == (content is not None)


def test_a_passage_goes_with_its_text_and_no_article_stands_without(tmp_path: Path) -> None:
    with catalogs.catalog(tmp_path) as opened:
        catalogs.publish(opened, catalogs.article("cho.txt"))
        with pytest.raises(StoreError):
            opened.rows("DELETE FROM texts")
        opened.rows("DELETE FROM articles")
        opened.rows("DELETE FROM texts")
        assert opened.rows("SELECT count(*) FROM passages") == [(0,)]
        assert opened.rows("SELECT count(*) FROM bands") == [(0,)]


def test_a_copy_is_one_moment_whole_though_others_write(tmp_path: Path) -> None:
    target = tmp_path / "sao.sqlite3"
    with catalogs.catalog(tmp_path / "home") as opened:
        catalogs.publish(opened, catalogs.article("cho.txt"))
        with opened.transaction():
            opened.set_meta({"note": "chưa xong"})
            schema.copy(folders.catalog_path(opened.folder), target)
        expected = opened.rows("SELECT id, state FROM articles")
    copied = schema.connect(target)
    assert copied.execute("SELECT id, state FROM articles").fetchall() == expected
    assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copied.close()
    assert "note" not in meta(target)


def test_a_copy_replaces_what_was_there(tmp_path: Path) -> None:
    first, second = made(tmp_path / "a.sqlite3"), made(tmp_path / "b.sqlite3")
    schema.copy(first, second, wal=False)
    assert meta(second) == meta(first)


def test_a_copy_of_a_broken_file_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "hong.sqlite3"
    broken.write_bytes(b"hong" * 4000)
    with pytest.raises(StoreError) as raised:
        schema.copy(broken, tmp_path / "sao.sqlite3")
    assert raised.value.code == "index_broken"


def test_every_older_schema_has_its_migration(tmp_path: Path) -> None:
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.SCHEMA))
    path = made(tmp_path / "a.sqlite3")
    before = meta(path)
    schema.migrate(path)
    assert meta(path) == before
