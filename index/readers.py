"""Files to raw articles: which files are read, how each format gives its text and what it says of it."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.clean import Metadata
from index.encodings import decode
from index.errors import InputError, SourceError
from index.types import RawText

MOST_BYTES = 64 << 20
"""A single article file above this is no article; exports (.jsonl, .csv, .zip) may be larger."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to index: the folder that was asked for (or the file's own), and its path under it, with /."""

    root: Path
    path: str

    @property
    def file(self) -> Path:
        return self.root / self.path


def sha(data: bytes) -> str:
    """Return the sha256 hex digest."""
    return hashlib.sha256(data).hexdigest()


def walk(paths: Sequence[Path]) -> list[Found]:
    """Return the files of known formats under ``paths``, each once, in the order of names.

    Hidden and temporary files are passed over, and links that lead out of the folder or in a circle.
    Raises InputError ``path_missing``.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        if not path.exists():
            raise InputError("path_missing", path=str(path))
        real = path.resolve()
        if real.is_file():
            found.setdefault(real, Found(real.parent, real.name))
            continue
        for file in sorted(_files(real)):
            found.setdefault(file.resolve(), Found(real, file.relative_to(real).as_posix()))
    return list(found.values())


def wanted(path: Path) -> bool:
    """Whether a file's name is one that hoibao reads: a known format, neither hidden nor temporary."""
    name = path.name
    temporary = name.startswith((".", "~", "#")) or name.endswith(
        ("~", ".tmp", ".part", ".crdownload", ".swp")
    )
    return not temporary and path.suffix.lower() in SUFFIXES


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(folder, name)
            if wanted(file) and _inside(file, root):
                yield file


def _inside(file: Path, root: Path) -> bool:
    """Whether a file is a regular one whose bytes lie under ``root``, links followed."""
    try:
        return file.is_file() and file.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def load(file: Path, name: str) -> bytes:
    """Return a file's bytes.

    Raises SourceError ``file_unreadable``.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError("file_unreadable", path=name, problem=error.strerror or str(error)) from error


def read(name: str, data: bytes) -> list[RawText]:
    """Return the articles of a file of known suffix; ``name`` is its source.

    Raises SourceError for a file that gives none.
    """
    suffix = Path(name).suffix.lower()
    if not data:
        raise SourceError("file_empty", path=name)
    return SUFFIXES[suffix](name, data)


def _plain(name: str, data: bytes) -> list[RawText]:
    return [RawText(name, decode(data, name), sha(data))]


def _html(name: str, data: bytes) -> list[RawText]:
    from index.pages import page

    text, about = page(name, data)
    return [RawText(name, text, sha(data), about.title, about.published, about.author, about.publisher)]


SUFFIXES: dict[str, Callable[[str, bytes], list[RawText]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _html,
    ".htm": _html,
}


def metadata(raw: RawText) -> Metadata:
    """Return what the format said beside the text."""
    return Metadata(raw.title, raw.published, raw.author, raw.publisher)
