"""The types that travel through index/: frozen, slotted, without behaviour beyond derived properties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dimension), rows of unit length."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that cleaning took away, and the rule that took it (a key of ``index.clean.REASONS``)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text.

    ``text`` is the cleaned NFC text, headline included. ``title`` is a span of it of at most 40
    words, or, where no line is one, the file's name: shown, but neither embedded nor searched.
    ``published`` is None rather than guessed. ``content_hash`` is the sha256 hex digest of what
    the reader saw; ``id`` is derived from source and content hash.
    """

    id: str
    source: str
    title: str
    text: str
    published: date | None
    author: str | None
    publisher: str | None
    removed: tuple[Removal, ...]
    content_hash: str

    @property
    def heading(self) -> str:
        """The title if it stands in the text, else '' (a file name proves nothing)."""
        return self.title if self.title in self.text else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences, about 180 tokens; ``article.text[start:end] == text``, always."""

    id: str
    article_id: str
    ordinal: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets into an article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage id with one searcher's score, higher is better."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage. ``similarity`` is cosine, ``lexical`` BM25, ``score`` their calibrated fusion."""

    passage: Passage
    article: Article
    score: float
    similarity: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be indexed: error code (see ``index.errors``) and its English text."""

    source: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one indexing run did: numbers of articles, passages embedded, and the files that failed."""

    added: int
    updated: int
    unchanged: int
    removed: int
    embedded: int
    failed: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild made: passages in the new index, and how many of them had to be embedded."""

    passages: int
    embedded: int


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long job; ``stage`` is a key that ui/vi.py words ("read", "embed", "publish", …)."""

    stage: str
    done: int
    total: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Generation:
    """Store id and counter; readers reopen when either differs."""

    store_id: str
    counter: int


@dataclass(frozen=True, slots=True)
class EmbedderInfo:
    """What must agree between an index and its embedder, kept in the catalog."""

    name: str
    dimension: int
    query_prefix: str
    passage_prefix: str
    backend: Literal["torch", "onnx-int8", "http", "fake"]
    graph: str = ""
    """Version of the int8 graphs: another export of the same weights gives other vectors. '' elsewhere."""


class Embedder(Protocol):
    """Text to unit vectors. Prefixes are added inside, from the model's description."""

    @property
    def info(self) -> EmbedderInfo: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Shape (dimension,)."""
        ...


@dataclass(frozen=True, slots=True)
class RawText:
    """An article as a reader saw it, before cleaning: text, and what its format said beside it.

    ``content_hash`` is the sha256 hex digest of what was read ('' to have it taken from the fields);
    ``published`` is as written there, in any form that ``index.dates.parse`` knows.
    """

    source: str
    text: str
    content_hash: str = ""
    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list of articles: no text, so that a page of it costs nothing."""

    source: str
    title: str
    published: date | None
    publisher: str | None
    passages: int
    state: Literal["live", "pending"]


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave: its articles, and what of it could not be read (members, rows)."""

    articles: tuple[RawText, ...]
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """What an index holds; sizes are bytes. ``copies`` counts sources whose text another source has too,
    ``near_copies`` those in a group of near-duplicates."""

    articles: int
    passages: int
    pending: int
    failed: tuple[Failure, ...]
    forgotten: int
    copies: int
    near_copies: int
    newest: date | None
    oldest: date | None
    undated: int
    updated: str | None
    model: str
    dimension: int
    backend: str
    generation: Generation
    catalog_bytes: int
    vectors_bytes: int
    words_bytes: int
    roots: tuple[str, ...]
    writing: str | None
