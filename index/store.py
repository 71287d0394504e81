"""The index as readers see it: live passages, always current, safe for many threads."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from index import home as folders
from index import listing, vocabulary
from index.errors import StoreError
from index.opening import Opened, open_index
from index.types import Article, EmbedderInfo, Generation, Listed, Passage, Scored, Status

if TYPE_CHECKING:
    from index.words import WordQuery

T = TypeVar("T")


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
        self._opened = open_index(home, info, chroma_url)

    @property
    def info(self) -> EmbedderInfo:
        """What made the vectors."""
        return self._read(lambda opened: opened.catalog.info())

    def generation(self) -> Generation:
        """Store id and counter of what is read."""
        return self._opened.generation

    def refresh(self) -> bool:
        """Reopen if anything was committed since, in this process or another; say whether."""
        with self._swapping:
            seen = self._opened
            if folders.current(self.home) == seen.folder and seen.catalog.generation() == seen.generation:
                return False
            self._opened = open_index(self.home, self._wanted, self._url)
        seen.retire()
        return True

    def dense(self, vector: NDArray[np.float32], k: int) -> list[Scored]:
        """The ``k`` live passages nearest by cosine, best first; scores from the catalog's vectors."""
        return self._read(lambda opened: opened.dense(vector, k))

    def lexical(self, query: "WordQuery", k: int) -> list[Scored]:
        """The ``k`` best live passages by BM25, and those that a living run has read already."""
        return self._read(lambda opened: opened.lexical(query, k))

    def similarity(self, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
        """Exact cosine of each passage that has a vector, from the catalog's float16 copy."""
        return self._read(lambda opened: opened.similarity(vector, ids))

    def load(self, ids: Sequence[str]) -> dict[str, tuple[Passage, Article]]:
        """Live and arriving passages with their article, of identical articles the first by source."""
        return self._read(lambda opened: opened.load(ids))

    def article(self, source: str) -> Article:
        """The live or arriving article called ``source``.

        Raises StoreError ``article_missing``.
        """
        return self._read(lambda opened: opened.article(source))

    def articles(self, query: str = "", limit: int = 50, offset: int = 0) -> tuple[int, list[Article]]:
        """How many articles have ``query`` in title or source (marks and case aside), and a page of them.

        Newest first, the undated last.
        """
        return self._read(lambda opened: listing.articles(opened.catalog, query, limit, offset))

    def page(
        self,
        query: str = "",
        sort: str = "published",
        descending: bool = True,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[int, list[Listed]]:
        """How many articles ``query`` finds, and a page of the list; ``sort``: published, title, source."""
        return self._read(lambda opened: listing.page(opened.catalog, query, sort, descending, limit, offset))

    def file(self, source: str) -> Path | None:
        """The file an article was read from, where it still is."""
        with self._using() as opened:
            return listing.file(opened.catalog, source)

    def months(self) -> list[tuple[str, int]]:
        """Dated articles by month ("2024-03"), oldest first."""
        return self._read(lambda opened: listing.months(opened.catalog))

    def passages(self, article_id: str) -> list[Passage]:
        """An article's passages in order."""
        return self._read(lambda opened: opened.passages(article_id))

    def arriving(self) -> int:
        """How many articles a run that is at work has read and not committed: new ones are found by words,
        of changed ones the old version."""
        return self._read(lambda opened: opened.arriving())

    def twins(self, article_id: str) -> list[str]:
        """Ids of the other articles with the same or nearly the same text."""
        return self._read(lambda opened: opened.catalog.twins(article_id))

    def groups(self, article_ids: Sequence[str]) -> dict[str, str]:
        """For each article a key that it shares with its near-duplicates."""
        return self._read(lambda opened: opened.catalog.groups(article_ids))

    def spellings(self, folded: Iterable[str]) -> dict[str, dict[str, int]]:
        """For each folded syllable: its spellings in the corpus, counted."""
        return self._read(lambda opened: vocabulary.spellings(opened.catalog, folded))

    def bigrams(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """The pairs of spellings behind folded pairs, counted."""
        return self._read(lambda opened: vocabulary.bigrams(opened.catalog, pairs))

    def status(self) -> Status:
        """Counts, freshness, model and sizes."""
        return self._read(lambda opened: listing.status(self.home, opened.folder, opened.catalog))

    def close(self) -> None:
        """Release the files; readers still at work end first."""
        self._opened.retire()

    def _read(self, read: Callable[[Opened], T]) -> T:
        """Read from the present opening; from the next if a rebuild took this one's files away."""
        with self._using() as opened:
            try:
                return read(opened)
            except StoreError as error:
                if error.code not in ("vectors_broken", "index_broken"):
                    raise
                self.refresh()
                if self._opened is opened:  # nor did another thread move on meanwhile: it is broken
                    raise
        with self._using() as opened:
            return read(opened)

    @contextmanager
    def _using(self) -> Iterator[Opened]:
        with self._swapping:
            opened = self._opened
            opened.enter()
        try:
            yield opened
        finally:
            opened.leave()
