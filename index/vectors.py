"""The vector store: one Chroma collection, cosine, always fed with our own vectors.

Each ``Vectors`` has a Chroma system of its own: an embedded client never finds by query what
another process, or another system, wrote after it was opened, so a reader reopens instead.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from index import types
from index.types import Scored

BATCH = 1000
"""Rows a write: 500 to 1,000 measured best; Chroma's limit is 5,461."""

_COLLECTION = "passages"
_OPENING = threading.Lock()  # Chroma's table of systems is one for the process


class Vectors:
    """An open collection of unit vectors by passage id."""

    def __init__(self, path: Path | None, dimension: int, url: str | None = None) -> None:
        """Open the store in folder ``path``, or on a Chroma server at ``url`` when one is given."""
        self._dimension = dimension
        self._client, self._system = _open_server(url) if url else _open_folder(cast(Path, path))
        self._collection = self._client.get_or_create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def add(self, ids: Sequence[str], vectors: types.Vectors) -> None:
        """Add or replace rows; durable when this returns."""
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            self._collection.upsert(ids=list(ids[part]), embeddings=cast(Any, np.asarray(vectors[part])))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove rows; an id that is not there is no error."""
        for start in range(0, len(ids), BATCH):
            self._collection.delete(ids=list(ids[start : start + BATCH]))

    def search(self, vector: NDArray[np.float32], k: int) -> list[Scored]:
        """At most ``k`` rows by cosine, best first; equal ones in the order of ids."""
        wanted = min(k, self.count())
        if wanted < 1:
            return []
        found = self._collection.query(
            query_embeddings=cast(Any, [vector.astype(np.float32)]), n_results=wanted, include=["distances"]
        )
        distances = (found["distances"] or [[]])[0]
        scored = [Scored(id_, 1 - distance) for id_, distance in zip(found["ids"][0], distances, strict=True)]
        return sorted(scored, key=lambda hit: (-hit.score, hit.id))

    def count(self) -> int:
        """Number of rows."""
        return int(self._collection.count())

    def ids(self) -> Iterator[str]:
        """Yield all ids, in no order that means anything."""
        step = BATCH * 5
        for offset in range(0, self.count(), step):
            yield from self._collection.get(limit=step, offset=offset, include=[])["ids"]

    def close(self) -> None:
        """Release files and memory; no other ``Vectors`` is touched."""
        if self._system is not None:
            self._system.stop()
            self._system = None


def _open_folder(path: Path) -> tuple[Any, Any]:
    """A client with a system that nobody shares: its table is emptied before and after."""
    _quiet()
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    path.mkdir(parents=True, exist_ok=True)
    with _OPENING:
        SharedSystemClient.clear_system_cache()
        client: Any = chromadb.PersistentClient(str(path), settings=Settings(anonymized_telemetry=False))
        system = client._system
        SharedSystemClient.clear_system_cache()
    return client, system


def _open_server(url: str) -> tuple[Any, Any]:
    _quiet()
    from urllib.parse import urlsplit

    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(url)
    client = chromadb.HttpClient(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or (443 if parts.scheme == "https" else 8000),
        ssl=parts.scheme == "https",
        settings=Settings(anonymized_telemetry=False),
    )
    return client, None


def _quiet() -> None:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
