"""What readers bring: safe names, nothing overwritten, nothing taken from outside the upload folder."""

from pathlib import Path

import pytest

from index.errors import InputError
from ui.uploads import free, keep, keep_files, keep_text, safe_name, slug


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("bài báo.txt", "bài báo.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Windows\\a.txt", "a.txt"),
        (".an.txt", "an.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ('<b>"x"|?*.md', "bx.md"),
        ("", "bai"),
        ("..", "bai"),
        ("a" * 300 + ".html", "a" * 100 + ".html"),
    ],
)
def test_names_stay_in_their_folder(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_a_slug_has_the_first_words() -> None:
    assert slug("\n  Đồng Sim: 3 xã về đích!\nCâu sau") == "dong-sim-3-xa-ve-dich"
    assert slug("!!!") == "bai-dan"


def test_the_same_file_is_kept_once_and_another_beside_it(tmp_path: Path) -> None:
    assert keep(tmp_path, "a.txt", b"1") == tmp_path / "a.txt"
    assert keep(tmp_path, "a.txt", b"1") is None
    assert keep(tmp_path, "a.txt", b"2") == tmp_path / "a-2.txt"
    assert free(tmp_path, "a.txt", b"2") is None
    assert (tmp_path / "a.txt").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.txt", "a.txt"]


def test_a_paste_is_text_or_a_saved_page(tmp_path: Path) -> None:
    text = keep_text(tmp_path, "", "Đồng Sim về đích\n\nNội dung bài.")
    page = keep_text(tmp_path, "Trang đã lưu", "<!doctype html><html><body><p>Nội dung</p></body></html>")
    assert text is not None
    assert text.name == "dong-sim-ve-dich.txt"
    assert page is not None
    assert page.name == "trang-da-luu.html"


def test_the_name_given_to_a_paste_becomes_its_headline(tmp_path: Path) -> None:
    made = keep_text(tmp_path, "Tựa riêng", "Nội dung bài.")
    assert made is not None
    assert made.read_text(encoding="utf-8") == "Tựa riêng\n\nNội dung bài."


def test_an_empty_paste_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        keep_text(tmp_path, "", " \n ")
    assert not list(tmp_path.iterdir())


def test_uploads_are_taken_and_the_rest_refused_with_a_reason(tmp_path: Path) -> None:
    folder, uploads = tmp_path / "articles", tmp_path / "uploads"
    folder.mkdir()
    uploads.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    (uploads / "a.txt").write_text("bài", encoding="utf-8")
    (uploads / "b.exe").write_bytes(b"MZ")
    (uploads / "link.txt").symlink_to(secret)
    sent = [
        (uploads / "a.txt", "../a.txt"),
        (uploads / "b.exe", "b.exe"),
        (secret, "secret.txt"),
        (uploads / "link.txt", "link.txt"),
        (uploads / ".." / "secret.txt", "x.txt"),
    ]
    taken, refused = keep_files(folder, sent, uploads)
    assert taken == 1
    assert [(name, error.code) for name, error in refused] == [
        ("b.exe", "upload_unknown"),
        ("secret.txt", "path_missing"),
        ("link.txt", "path_missing"),
        ("x.txt", "path_missing"),
    ]
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    assert secret.read_text(encoding="utf-8") == "bí mật"


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        keep(tmp_path / "không có", "a.txt", b"1")
