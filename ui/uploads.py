"""What readers bring: uploaded files and pasted texts, named safely and laid into the articles folder."""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from index.errors import HoibaoError, InputError
from index.text import fold

MOST_NAME = 100
MOST_FILES = 500
HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>])", re.IGNORECASE)


def safe_name(name: str) -> str:
    """A file name that stays in its folder: NFC, no separators, control marks or leading dots."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*').strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:MOST_NAME]}{dot}{suffix[:10]}" if stem else kept[:MOST_NAME] or "bai"


def slug(text: str) -> str:
    """The first words of a text as a file name: "bac-sa-thu-ngan-sach"."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return "-".join(re.findall(r"[a-z0-9]+", fold(line)))[:60].strip("-") or "bai-dan"


def free(folder: Path, name: str, data: bytes) -> Path | None:
    """Where a file goes: beside one of the same name with other content; None where it is there already."""
    stem, suffix = Path(name).stem, Path(name).suffix
    for number in range(1, 10_000):
        path = folder / (name if number == 1 else f"{stem}-{number}{suffix}")
        if not path.exists():
            return path
        if path.stat().st_size == len(data) and sha256(path.read_bytes()).digest() == sha256(data).digest():
            return None
    raise InputError("home_unwritable", home=str(folder), problem=name)


def keep(folder: Path, name: str, data: bytes) -> Path | None:
    """Write a file whole or not at all; None where the folder holds it already. Raises InputError."""
    path = free(folder, safe_name(name), data)
    if path is None:
        return None
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("home_unwritable", home=str(folder), problem=error.strerror) from error
    return path


def keep_text(folder: Path, name: str, text: str) -> Path | None:
    """Keep a paste: a page's HTML as .html, anything else as .txt. Raises InputError for an empty one."""
    if not text.strip():
        raise InputError("file_empty", path=name or "…")
    is_page = bool(HTML.match(text))
    named = slug(name) if name.strip() else slug(re.sub(r"<[^>]*>", " ", text) if is_page else text)
    if name.strip() and not is_page and name.strip() not in text:
        text = f"{name.strip()}\n\n{text}"
    return keep(folder, f"{named}.{'html' if is_page else 'txt'}", text.encode())


def keep_files(
    folder: Path, sent: Sequence[tuple[Path, str]], uploads: Path
) -> tuple[int, list[tuple[str, HoibaoError]]]:
    """Take uploaded files (where they lie, what they are called) into the folder.

    Only what lies under ``uploads`` is taken: the page names the path, and a page can be forged.
    Returns how many were taken and the others with the reason.
    """
    from index.readers import SUFFIXES

    taken, refused = 0, []
    for path, name in sent[:MOST_FILES]:
        try:
            if not path.resolve().is_relative_to(uploads.resolve()) or not path.is_file():
                raise InputError("path_missing", path=name)
            if Path(name).suffix.lower() not in SUFFIXES:
                raise InputError("upload_unknown", path=name)
            keep(folder, name, path.read_bytes())
            taken += 1
        except HoibaoError as error:
            refused.append((name, error))
        finally:
            if path.resolve().is_relative_to(uploads.resolve()):
                path.unlink(missing_ok=True)
    return taken, refused
