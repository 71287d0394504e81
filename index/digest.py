"""Content hashes: by them a run knows what changed."""

import hashlib
from pathlib import Path


def sha(data: bytes) -> str:
    """Return the sha256 hex digest of bytes."""
    return hashlib.sha256(data).hexdigest()


def file_sha(path: Path) -> str:
    """Return the sha256 hex digest of a file, read in pieces; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
