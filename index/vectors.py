"""The vector store: one Chroma collection, cosine, always fed with our own vectors.

Each ``Vectors`` has a Chroma system of its own: an embedded client never finds by query what
another process, or another system, wrote after it was opened, so a reader reopens instead.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index import types
from index.errors import ServiceError, StoreError
from index.types import Scored

BATCH = 1000
"""Rows a write: 500 to 1,000 measured best; Chroma's limit is 5,461."""

GRAPH = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
"""How the graph of neighbours is built and walked. With Chroma's own values (100, 100, 16) 8 of 300 passages
among 20,000 did not find themselves, with these none, for 0.4 ms more a passage and 1 ms more a search. A
collection that exists keeps what it was made with until ``hoibao rebuild``."""

_COLLECTION = "passages"
_OPENING = threading.Lock()  # Chroma's table of systems is one for the process


class Vectors:
    """An open collection of unit vectors by passage id."""

    def __init__(self, path: Path, store_id: str, url: str | None = None) -> None:
        """The store in folder ``path``, or on a Chroma server at ``url``, opened at first need.

        A server holds the collections of many indexes, each named by its store id. Every method raises
        StoreError ``vectors_broken`` or ServiceError ``chroma_down``. Chroma takes a second to import,
        which who only reads the catalog (``hoibao status``) need not wait for.
        """
        self._path, self._url = path, url
        self._where = url or str(path)
        self._remote = url is not None
        self._client: Any = None
        self._system: Any = None
        self._opened: Any = None
        self._first = threading.Lock()
        self._name = f"hoibao-{store_id}" if url else _COLLECTION

    @property
    def _collection(self) -> Any:
        with self._first:
            if self._opened is None:
                with self._explained():
                    self._client, self._system = (
                        _open_server(self._url) if self._url else _open_folder(self._path)
                    )
                    self._opened = self._client.get_or_create_collection(
                        self._name, embedding_function=None, configuration=cast(Any, {"hnsw": GRAPH})
                    )
            return self._opened

    def add(self, ids: Sequence[str], vectors: types.Vectors) -> None:
        """Add or replace rows; durable when this returns."""
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            with self._explained():
                self._collection.upsert(ids=list(ids[part]), embeddings=cast(Any, np.asarray(vectors[part])))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove rows; an id that is not there is no error."""
        for start in range(0, len(ids), BATCH):
            with self._explained():
                self._collection.delete(ids=list(ids[start : start + BATCH]))

    def search(self, vector: NDArray[np.float32], k: int) -> list[Scored]:
        """At most ``k`` rows by cosine, best first; equal ones in the order of ids."""
        if k < 1:
            return []
        with self._explained():
            found = self._collection.query(
                query_embeddings=cast(Any, [vector.astype(np.float32)]),
                n_results=k,  # more than there are is no error, and counting them costs more than the query
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        scored = [Scored(id_, 1 - distance) for id_, distance in zip(found["ids"][0], distances, strict=True)]
        return sorted(scored, key=lambda hit: (-hit.score, hit.id))

    def count(self) -> int:
        """Number of rows."""
        with self._explained():
            return int(self._collection.count())

    def ids(self) -> Iterator[str]:
        """Yield all ids, in no order that means anything."""
        step = BATCH * 5
        for offset in range(0, self.count(), step):
            with self._explained():
                part = self._collection.get(limit=step, offset=offset, include=[])["ids"]
            yield from part

    def drop(self) -> None:
        """Delete the collection of a server that an index no longer uses; a folder is deleted as files."""
        if self._remote and self._collection is not None:
            with self._explained():
                self._client.delete_collection(self._name)

    def close(self) -> None:
        """Release files and memory; no other ``Vectors`` is touched."""
        if self._system is not None:
            self._system.stop()
            self._system = None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what Chroma raises into our errors; a panic of its native code is one of them."""
        try:
            yield
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:
            if not _of_chroma(error, self._remote):
                raise
            problem = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
            if self._remote:
                raise ServiceError("chroma_down", url=self._where, problem=problem) from error
            raise StoreError("vectors_broken", home=self._where, problem=problem) from error


def _of_chroma(error: BaseException, remote: bool) -> bool:
    """Whether an exception comes out of Chroma, its native part or, for a server, the way to it."""
    module = type(error).__module__
    return module.startswith(("chromadb", "pyo3")) or (
        remote and (module.startswith("httpx") or isinstance(error, ValueError | OSError))
    )


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
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    client = chromadb.HttpClient(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or (443 if secure else 8000),
        ssl=secure,
        settings=Settings(anonymized_telemetry=False),
    )
    return client, None


def _quiet() -> None:
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
