"""Files to raw articles: which files are read, and by whom."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import markdown
from index.clean import Metadata
from index.digest import file_sha, sha
from index.encodings import decode
from index.errors import InputError, SourceError
from index.sandbox import Sandbox
from index.types import RawText, Read

SUFFIXES = frozenset((".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".jsonl", ".csv", ".zip"))
EXPORTS = frozenset((".jsonl", ".csv", ".zip"))

MOST_BYTES = 64 << 20
"""A single article's file above this is no article."""

MOST_EXPORT_BYTES = 256 << 20
"""Limit of files that hold many articles; larger ones want cutting."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to index: the folder that was asked for (or the file's own), and its path under it, with /."""

    root: Path
    path: str

    @property
    def file(self) -> Path:
        return self.root / self.path


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


def digest(file: Path, name: str) -> str:
    """Return the sha256 hex digest of a file.

    Raises SourceError ``file_unreadable``.
    """
    try:
        return file_sha(file)
    except OSError as error:
        raise SourceError("file_unreadable", path=name, problem=error.strerror or str(error)) from error


def read(file: Path, name: str, sandbox: Sandbox) -> tuple[Read, str]:
    """Return a file's articles and the hash of the very bytes they were read from; ``name`` is its source.

    Plain text is read here, all else in the sandbox. Raises SourceError for a file that gives none.
    """
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise SourceError("file_binary", path=name)
    limit = MOST_EXPORT_BYTES if suffix in EXPORTS else MOST_BYTES
    try:
        if file.stat().st_size > limit:
            raise SourceError("file_large", path=name, limit=f"{limit >> 20} MB")
        data = file.read_bytes()
    except OSError as error:
        raise SourceError("file_unreadable", path=name, problem=error.strerror or str(error)) from error
    if not data:
        raise SourceError("file_empty", path=name)
    if suffix == ".md":
        return markdown.read(name, data), sha(data)
    if suffix == ".txt":
        return Read((RawText(name, decode(data, name), sha(data)),)), sha(data)
    return sandbox.read(name, data), sha(data)


def metadata(raw: RawText) -> Metadata:
    """Return what the format said beside the text."""
    return Metadata(raw.title, raw.published, raw.author, raw.publisher)
