"""The folders of a home: one answers, and a switch to the next is whole or not at all."""

from pathlib import Path

import pytest

from index import home as folders
from index import schema
from index.embedder import FakeEmbedder
from index.errors import StoreError


def built(home: Path) -> Path:
    folder = folders.new_folder(home)
    schema.create(folders.catalog_path(folder), FakeEmbedder.info)
    return folder


def missing(home: Path) -> bool:
    with pytest.raises(StoreError) as raised:
        folders.current(home)
    return raised.value.code == "index_missing"


def test_no_index_where_none_was_switched_to(tmp_path: Path) -> None:
    built(tmp_path)
    assert missing(tmp_path)
    assert missing(tmp_path / "khong-co")
    assert not folders.exists(tmp_path)
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    assert missing(tmp_path / "tep")


def test_switch(tmp_path: Path) -> None:
    first, second = built(tmp_path), built(tmp_path)
    folders.switch(tmp_path, first)
    assert folders.current(tmp_path) == first
    folders.switch(tmp_path, second)
    assert folders.current(tmp_path) == second
    assert folders.exists(tmp_path)


def test_a_switch_between_two_looks_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = built(tmp_path), built(tmp_path)
    folders.switch(tmp_path, first)
    look = folders.catalog_path

    def late(folder: Path) -> Path:
        """Looks into the first folder when a rebuild has just switched and taken it away."""
        if folder == first and first.exists():
            folders.switch(tmp_path, second)
            look(first).unlink()
        return look(folder)

    monkeypatch.setattr(folders, "catalog_path", late)
    assert folders.current(tmp_path) == second
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["current", first.name, second.name])


def test_a_folder_without_its_catalog_does_not_answer(tmp_path: Path) -> None:
    folder = built(tmp_path)
    folders.switch(tmp_path, folder)
    folders.catalog_path(folder).unlink()
    assert missing(tmp_path)


def test_new_folders_are_empty_and_each_its_own(tmp_path: Path) -> None:
    first, second = folders.new_folder(tmp_path / "sâu" / "nữa"), folders.new_folder(tmp_path / "sâu" / "nữa")
    assert first != second
    assert list(first.iterdir()) == []


def test_drop_others_leaves_the_one_that_answers_and_what_is_no_index(tmp_path: Path) -> None:
    first, second = built(tmp_path), built(tmp_path)
    folders.switch(tmp_path, second)
    (tmp_path / "models").mkdir()
    (tmp_path / "chats.sqlite3").write_bytes(b"")
    folders.drop_others(tmp_path)
    assert not first.exists()
    assert folders.current(tmp_path) == second
    assert (tmp_path / "models").is_dir()
    assert (tmp_path / "chats.sqlite3").is_file()


def test_a_moved_home_still_answers(tmp_path: Path) -> None:
    folder = built(tmp_path / "cu")
    folders.switch(tmp_path / "cu", folder)
    moved = (tmp_path / "cu").rename(tmp_path / "moi")
    assert folders.current(moved) == moved / folder.name
