"""One opening of an index folder: catalog, vectors and words together, searched for live passages.

While a run writes, the articles that it has read are found by words too (``index.arriving``).
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index import arriving, lock
from index import home as folders
from index.catalog import Catalog
from index.errors import StoreError
from index.types import Article, EmbedderInfo, Generation, Passage, Scored
from index.vectors import Vectors

if TYPE_CHECKING:
    from index.words import WordQuery, Words

_SPARE = 16  # hits asked for beyond k: passages of a run that has not committed, or that the sweep will take


@dataclass(slots=True)
class Opened:
    """One opening of an index folder, counted so that it closes when its last reader is done."""

    folder: Path
    generation: Generation
    catalog: Catalog
    vectors: Vectors
    words: "Words"
    articles: dict[str, Article] = field(default_factory=dict)
    users: int = 0
    retired: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def close(self) -> None:
        """Release files and memory."""
        self.vectors.close()
        self.words.close()
        self.catalog.close()

    def enter(self) -> None:
        """One more reader."""
        with self.lock:
            self.users += 1

    def leave(self) -> None:
        """One reader less; the last one out of a retired opening closes it."""
        with self.lock:
            self.users -= 1
            last = self.retired and self.users == 0
        if last:
            self.close()

    def retire(self) -> None:
        """No new readers; closes now if there are none."""
        with self.lock:
            self.retired = True
            idle = self.users == 0
        if idle:
            self.close()

    def growing(self) -> bool:
        """Whether a living process is writing to the home: what it has read may be found by words."""
        return lock.holder(self.folder.parent) is not None

    def found(self, ids: Sequence[str], growing: bool) -> set[str]:
        """Those of ``ids`` that readers may see: passages that are live, or arrive while ``growing``."""
        live = self.catalog.owned(ids)
        if growing and len(live) < len(ids):
            live |= self.catalog.owned([id_ for id_ in ids if id_ not in live], arriving.ARRIVING)
        return live

    def load(self, ids: Sequence[str]) -> dict[str, tuple[Passage, Article]]:
        """Live and arriving passages with their article, of identical ones the first by source."""
        loaded = self.catalog.load(ids, self.articles)
        if len(loaded) < len(ids) and self.growing():
            loaded |= arriving.load(self.catalog, [id_ for id_ in ids if id_ not in loaded])
        return loaded

    def article(self, source: str) -> Article:
        """The live or arriving article called ``source``; raises StoreError ``article_missing``."""
        try:
            return self.catalog.article(source)
        except StoreError:
            if self.growing() and (found := arriving.named(self.catalog, source)):
                return found
            raise

    def passages(self, article_id: str) -> list[Passage]:
        """A live or arriving article's passages in order."""
        found = self.catalog.passages(article_id)
        return found if found or not self.growing() else self.catalog.passages(article_id, arriving.ARRIVING)

    def arriving(self) -> int:
        """How many articles the run that writes now has read and not committed; 0 without one."""
        return arriving.count(self.catalog) if self.growing() else 0

    def dense(self, vector: NDArray[np.float32], k: int) -> list[Scored]:
        """The ``k`` live passages nearest by cosine; scores from the catalog's vectors."""
        want = k + _SPARE
        while True:
            near = [hit.id for hit in self.vectors.search(vector, want)]
            live = self.catalog.owned(near)
            if len(live) >= k or len(near) < want:
                break
            want *= 2
        exact = self.similarity(vector, sorted(live))
        ranked = sorted(exact.items(), key=lambda item: (-item[1], item[0]))
        return [Scored(id_, score) for id_, score in ranked[:k]]

    def lexical(self, query: "WordQuery", k: int) -> list[Scored]:
        """The ``k`` best live or arriving passages by BM25."""
        growing = self.growing()
        if growing:
            self._reload_words()
        want = k + _SPARE
        while True:
            hits = self.words.search(query, want)
            seen = self.found([hit.id for hit in hits], growing)
            if len(seen) >= k or len(hits) < want:
                return [hit for hit in hits if hit.id in seen][:k]
            want *= 2

    def _reload_words(self) -> None:
        try:
            self.words.reload()
        except ValueError as error:  # a rebuild took the folder away: the store opens the next one
            raise StoreError("index_broken", home=str(self.folder.parent), problem=str(error)) from error

    def similarity(self, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
        """Exact cosine of each passage that has a vector."""
        found, rows = self.catalog.vectors(ids)
        if not found:
            return {}
        return dict(zip(found, (rows @ vector.astype(np.float32)).tolist(), strict=True))


def open_index(home: Path, info: EmbedderInfo | None, url: str | None) -> Opened:
    """Open the index that answers in a home; raises as ``store.open_store``."""
    from index.words import SCHEMA, Words

    folder = folders.current(home)
    if Catalog.peek(folder).get("words") != SCHEMA:
        from index.writer import renew_words  # which opens indexes by this file

        renew_words(home, url)
    catalog = Catalog(folder)
    try:
        check_model(catalog, home, info)
        generation = catalog.generation()  # before words and vectors: a commit in between is seen as news
        vectors = Vectors(folders.vectors_path(folder), generation.store_id, url)
        words = Words(folders.words_path(folder))
    except BaseException:
        catalog.close()
        raise
    return Opened(folder, generation, catalog, vectors, words)


def check_model(catalog: Catalog, home: Path, info: EmbedderInfo | None) -> EmbedderInfo:
    """Return what made the vectors; raises StoreError ``index_other_model`` if that is not ``info``."""
    made = catalog.info()
    if info is not None and made != info:
        raise StoreError("index_other_model", home=str(home), found=label(made), wanted=label(info))
    return made


def label(info: EmbedderInfo) -> str:
    """Name a model so that two that differ in anything that matters are told apart."""
    backend = f"{info.backend} {info.graph}".strip()
    return f"{info.name} ({backend}, {info.dimension}, {info.query_prefix!r}, {info.passage_prefix!r})"
