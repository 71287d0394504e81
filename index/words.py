"""The word index: BM25 over passages in tantivy, fed with text that ``index.text`` tokenised.

Fields: syllables with marks and folded, each also as two-syllable pairs (most Vietnamese words have
two), and the words of the whole article, kept once, with its first passage: a passage that says only
"huyện" inherits by it the district that its article names elsewhere.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tantivy

from index.abbreviations import keys
from index.text import fold, pairs, parts, syllables
from index.types import Scored

FIELDS = ("marked", "pairs", "folded", "folded_pairs", "article")
VERSION = 1
"""Raised when documents are made otherwise with the same fields."""

SCHEMA = f"{VERSION}:{','.join(FIELDS)}"
"""What an index remembers of how its words were made; another one is written anew."""

HEAP = 30_000_000
"""Bytes that the one writing thread may hold; tantivy asks for at least 15 MB."""

TYPED: Mapping[str, float] = {"marked": 1.0, "pairs": 1.0}
"""Weight of each field when the question has diacritics."""

UNTYPED: Mapping[str, float] = {"folded": 1.0, "folded_pairs": 1.0}
"""Weight of each field when marks were restored: a wrong guess does not hide a right passage."""

ARTICLE: Mapping[str, float] = {"article": 1.0}
"""Searches whole articles; the ids found are those of their first passages."""

_STOP_WORDS = """
là của và có được cho với tại ở đã đang sẽ bị các những một này đó khi thì mà như về từ trong bao
nhiêu ai gì nào sao vậy thế mấy đâu hả nhỉ ạ à vì theo để do ra vào đến tới cũng còn lại rồi hay hoặc
nếu bằng bởi
"""
STOP = frozenset(_STOP_WORDS.split())
"""Syllables that carry no subject; alone and as pairs of two of them they are not searched."""


@dataclass(frozen=True, slots=True)
class WordDoc:
    """A passage to index; ``whole`` is its article's text where it is the first passage, else ''."""

    id: str
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class WordQuery:
    """Weighted terms: (field, term, weight)."""

    terms: tuple[tuple[str, str, float], ...]


def word_query(text: str, weights: Mapping[str, float] = TYPED) -> WordQuery:
    """A question as weighted terms, for the fields and with the weights given."""
    words = syllables(text)
    single = [word for word in words if word not in STOP] or words
    single += _extra(words)
    double = [f"{a}_{b}" for a, b in pairwise(words) if not (a in STOP and b in STOP)]
    by_field = {
        "marked": single,
        "pairs": double,
        "folded": [fold(word) for word in single],
        "folded_pairs": [fold(pair) for pair in double],
        "article": single,
    }
    return WordQuery(
        tuple(
            (field, term, weight)
            for field, weight in weights.items()
            for term in dict.fromkeys(by_field[field])
        )
    )


def _extra(words: Sequence[str]) -> list[str]:
    """Parts of dates and document numbers, and the marks of abbreviations, among syllables."""
    found = [part for word in words for part in parts(word)]
    return found + keys([fold(word) for word in words])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in FIELDS:  # "basic": whether a word stands in a passage says more than how often
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def _document(doc: WordDoc) -> tantivy.Document:
    words = syllables(doc.text)
    bare, extra = [fold(word) for word in words], _extra(words)
    whole = syllables(doc.whole)
    return tantivy.Document(
        id=doc.id,
        marked=" ".join([*words, *extra]),
        pairs=" ".join(pairs(words)),
        folded=" ".join([*bare, *map(fold, extra)]),
        folded_pairs=" ".join(pairs(bare)),
        article=" ".join([*whole, *_extra(whole)]),
    )


class Words:
    """An open word index. Readers see a commit of another process after ``reload``."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(path))
        self._writer: tantivy.IndexWriter | None = None

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(heap_size=HEAP, num_threads=1)
        return self._writer

    def add(self, docs: Iterable[WordDoc]) -> None:
        """Stage passages; nothing is found before ``commit``."""
        writer = self._open_writer()
        for doc in docs:
            writer.add_document(_document(doc))

    def remove(self, ids: Sequence[str]) -> None:
        """Stage the removal of passages; an id that is not there is no error."""
        writer = self._open_writer()
        for id_ in ids:
            writer.delete_documents_by_term("id", id_)

    def clear(self) -> None:
        """Stage the removal of everything."""
        self._open_writer().delete_all_documents()

    def commit(self) -> None:
        """Make all staged changes durable and visible here, and release tantivy's writer lock."""
        if self._writer is not None:
            self._writer.commit()
            self._release()
        self.reload()

    def _release(self) -> None:
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def reload(self) -> None:
        """See what other processes committed."""
        self._index.reload()

    def search(self, query: WordQuery, k: int) -> list[Scored]:
        """At most ``k`` passages by BM25, best first; equal scores in the order of ids."""
        if not query.terms or k < 1:
            return []
        clauses = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, field, term, index_option="basic"), weight
                ),
            )
            for field, term, weight in query.terms
        ]
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.boolean_query(clauses), limit=k, count=False)
        scored = [Scored(searcher.doc(place)["id"][0], score) for score, place in found.hits]
        return sorted(scored, key=lambda hit: (-hit.score, hit.id))

    def count(self) -> int:
        """Number of passages that a search can find."""
        return int(self._index.searcher().num_docs)

    def ids(self) -> set[str]:
        """The ids of all passages that a search can find."""
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.all_query(), limit=max(1, int(searcher.num_docs)), count=False)
        return {searcher.doc(place)["id"][0] for _, place in found.hits}

    def deleted_share(self) -> float:
        """Share of stored passages that are deleted and still take space, 0 to 1."""
        meta = json.loads((self._path / "meta.json").read_text(encoding="utf-8"))
        stored = sum(segment["max_doc"] for segment in meta["segments"])
        deleted = sum((segment["deletes"] or {}).get("num_deleted_docs", 0) for segment in meta["segments"])
        return deleted / stored if stored else 0.0

    def close(self) -> None:
        """Drop what is staged and release the writer lock."""
        if self._writer is not None:
            self._writer.rollback()
            self._release()
