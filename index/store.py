"""The index as readers see it: catalog, words and vectors together, only live passages, always current."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index import home as folders
from index import listing, vocabulary
from index.catalog import Catalog
from index.errors import StoreError
from index.types import Article, EmbedderInfo, Generation, Listed, Passage, Scored, Status
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


def open_store(home: Path, info: EmbedderInfo | None = None, chroma_url: str | None = None) -> "Store":
    """Open the index of a home for reading; ``info`` is what questions will be embedded with.

    Raises StoreError ``index_missing``, ``index_other_model``, ``index_newer``, ``index_older`` or
    ``index_broken``.
    """
    return Store(home, info, chroma_url)


class Store:
    """Safe for many threads; ``refresh`` moves all of them on to the latest commit."""

    def __init__(self, home: Path, info: EmbedderInfo | None = None, chroma_url: str | None = None) -> None:
        self.home = home
        self._wanted = info
        self._url = chroma_url
        self._swapping = threading.Lock()
        self._opened = _open(home, info, chroma_url)

    @property
    def info(self) -> EmbedderInfo:
        """What made the vectors."""
        with self._using() as opened:
            return opened.catalog.info()

    def generation(self) -> Generation:
        """Store id and counter of what is read."""
        return self._opened.generation

    def refresh(self) -> bool:
        """Reopen if anything was committed since, in this process or another; say whether."""
        with self._swapping:
            seen = self._opened
            if folders.current(self.home) == seen.folder and seen.catalog.generation() == seen.generation:
                return False
            self._opened = _open(self.home, self._wanted, self._url)
        seen.retire()
        return True

    def dense(self, vector: NDArray[np.float32], k: int) -> list[Scored]:
        """The ``k`` live passages nearest by cosine, best first; scores from the catalog's vectors."""
        with self._using() as opened:
            want = k + _SPARE
            while True:
                near = [hit.id for hit in opened.vectors.search(vector, want)]
                live = opened.catalog.live(near)
                if len(live) >= k or len(near) < want:
                    break
                want *= 2
            exact = _similarity(opened.catalog, vector, sorted(live))
        return _best(exact, k)

    def lexical(self, query: "WordQuery", k: int) -> list[Scored]:
        """The ``k`` best live passages by BM25."""
        with self._using() as opened:
            want = k + _SPARE
            while True:
                hits = opened.words.search(query, want)
                live = opened.catalog.live([hit.id for hit in hits])
                if len(live) >= k or len(hits) < want:
                    return [hit for hit in hits if hit.id in live][:k]
                want *= 2

    def similarity(self, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
        """Exact cosine of each passage that has a vector, from the catalog's float16 copy."""
        with self._using() as opened:
            return _similarity(opened.catalog, vector, ids)

    def load(self, ids: Sequence[str]) -> dict[str, tuple[Passage, Article]]:
        """Live passages with their article, of identical articles the first by source."""
        with self._using() as opened:
            return opened.catalog.load(ids, opened.articles)

    def article(self, source: str) -> Article:
        """The live article called ``source``.

        Raises StoreError ``article_missing``.
        """
        with self._using() as opened:
            return opened.catalog.article(source)

    def articles(self, query: str = "", limit: int = 50, offset: int = 0) -> tuple[int, list[Article]]:
        """How many articles have ``query`` in title or source (marks and case aside), and a page of them.

        Newest first, the undated last.
        """
        with self._using() as opened:
            return listing.articles(opened.catalog, query, limit, offset)

    def page(
        self,
        query: str = "",
        sort: str = "published",
        descending: bool = True,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[int, list[Listed]]:
        """How many articles ``query`` finds, and a page of the list; ``sort``: published, title, source."""
        with self._using() as opened:
            return listing.page(opened.catalog, query, sort, descending, limit, offset)

    def months(self) -> list[tuple[str, int]]:
        """Dated articles by month ("2024-03"), oldest first."""
        with self._using() as opened:
            return listing.months(opened.catalog)

    def passages(self, article_id: str) -> list[Passage]:
        """An article's passages in order."""
        with self._using() as opened:
            return opened.catalog.passages(article_id)

    def twins(self, article_id: str) -> list[str]:
        """Ids of the other articles with the same or nearly the same text."""
        with self._using() as opened:
            return opened.catalog.twins(article_id)

    def spellings(self, folded: Iterable[str]) -> dict[str, dict[str, int]]:
        """For each folded syllable: its spellings in the corpus, counted."""
        with self._using() as opened:
            return vocabulary.spellings(opened.catalog, folded)

    def bigrams(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The pairs of spellings behind folded pairs, counted."""
        with self._using() as opened:
            return vocabulary.bigrams(opened.catalog, pairs)

    def status(self) -> Status:
        """Counts, freshness, model and sizes."""
        with self._using() as opened:
            return listing.status(self.home, opened.folder, opened.catalog)

    def close(self) -> None:
        """Release the files; readers still at work end first."""
        self._opened.retire()

    @contextmanager
    def _using(self) -> Iterator[Opened]:
        with self._swapping:
            opened = self._opened
            opened.enter()
        try:
            yield opened
        finally:
            opened.leave()


def _open(home: Path, info: EmbedderInfo | None, url: str | None) -> Opened:
    from index.words import Words

    folder = folders.current(home)
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
    return f"{info.name} ({info.backend}, {info.dimension}, {info.query_prefix!r}, {info.passage_prefix!r})"


def _similarity(catalog: Catalog, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
    found, rows = catalog.vectors(ids)
    if not found:
        return {}
    return dict(zip(found, (rows @ vector.astype(np.float32)).tolist(), strict=True))


def _best(scores: dict[str, float], k: int) -> list[Scored]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [Scored(id_, score) for id_, score in ranked[:k]]
