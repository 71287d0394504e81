"""Content hashes."""

import hashlib
from pathlib import Path

import pytest

from index.digest import file_sha, sha


@pytest.mark.parametrize(
    "data", [b"", "Bản Nà Lốc".encode(), b"\0" * 3_000_001], ids=["none", "text", "3 MB"]
)
def test_a_file_has_the_hash_of_its_bytes(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bài.txt"
    file.write_bytes(data)
    assert file_sha(file) == sha(data) == hashlib.sha256(data).hexdigest()


def test_one_byte_changes_it() -> None:
    assert sha(b"12,5 ha") != sha(b"12,6 ha")


def test_a_missing_file_and_a_folder_raise(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        file_sha(tmp_path / "khong-co.txt")
    with pytest.raises(IsADirectoryError):
        file_sha(tmp_path)
