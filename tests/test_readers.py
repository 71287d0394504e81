"""Which files are read, by whom, and what is said of those that cannot be."""

from pathlib import Path

import pytest

from index.digest import sha
from index.errors import InputError, SourceError
from index.readers import MOST_BYTES, digest, metadata, read, walk, wanted
from index.sandbox import Sandbox

TEXT = "Bản Nà Lốc mở lại chợ phiên."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files to read among others to pass over."""
    root = tmp_path / "bai"
    for name in ("b.txt", "con/a.MD", "con/anh.jpg", ".an/c.txt", ".d.txt", "~e.txt", "f.txt~", "g.txt.part"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEXT, encoding="utf-8")
    return root


def code_of(file: Path) -> str:
    with pytest.raises(SourceError) as raised, Sandbox() as sandbox:
        read(file, file.name, sandbox)
    return raised.value.code


def test_walk_finds_known_formats_in_the_order_of_names(folder: Path) -> None:
    found = walk([folder])
    assert [(file.root, file.path) for file in found] == [(folder, "b.txt"), (folder, "con/a.MD")]
    assert [file.file for file in found] == [folder / "b.txt", folder / "con" / "a.MD"]


def test_each_file_once_however_often_it_is_named(folder: Path) -> None:
    found = walk([folder, folder / "con", folder / "b.txt", folder])
    assert [file.path for file in found] == ["b.txt", "con/a.MD"]
    assert [(file.root, file.path) for file in walk([folder / "b.txt"])] == [(folder, "b.txt")]


def test_links_out_in_a_circle_or_to_nothing_are_passed_over(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.txt"
    outside.write_text(TEXT, encoding="utf-8")
    (folder / "ra.txt").symlink_to(outside)
    (folder / "vong").symlink_to(folder)
    (folder / "hut.txt").symlink_to(folder / "khong-co.txt")
    (folder / "tu.txt").symlink_to(folder / "tu.txt")
    (folder / "thu-muc.txt").mkdir()
    assert [file.path for file in walk([folder])] == ["b.txt", "con/a.MD"]


def test_a_missing_path_is_said(folder: Path) -> None:
    with pytest.raises(InputError) as raised:
        walk([folder, folder / "khong-co"])
    assert raised.value.code == "path_missing"
    assert "khong-co" in str(raised.value)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.Html", True),
        ("a.b.docx", True),
        ("a", False),
        (".txt", False),
        ("#a.txt", False),
        ("a.exe", False),
    ],
)
def test_wanted(name: str, expected: bool) -> None:
    assert wanted(Path(name)) is expected


def test_plain_text_and_markdown_are_read_with_the_hash_of_their_bytes(folder: Path) -> None:
    with Sandbox() as sandbox:
        found, content = read(folder / "b.txt", "b.txt", sandbox)
        (raw,) = read(folder / "con" / "a.MD", "con/a.MD", sandbox)[0].articles
    assert (found.articles[0].text, found.failures) == (TEXT, ())
    assert (
        content == found.articles[0].content_hash == sha(TEXT.encode()) == digest(folder / "b.txt", "b.txt")
    )
    assert (raw.source, raw.text) == ("con/a.MD", TEXT)
    assert metadata(raw).title is None


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    empty, large = tmp_path / "rong.txt", tmp_path / "to.txt"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert code_of(empty) == "file_empty"
    assert code_of(large) == "file_large"
    assert code_of(tmp_path / "khong-co.txt") == "file_unreadable"
    with pytest.raises(SourceError) as raised:
        digest(tmp_path / "khong-co.txt", "khong-co.txt")
    assert raised.value.code == "file_unreadable"
