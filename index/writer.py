"""The one writer of an index: opens it under the lock, publishes, commits, sweeps.

Order is all: vectors and words of new texts are durable before the catalog makes their articles
live; what is no longer live leaves words and vectors after that, and the catalog last. Killed
between any two steps, readers have the old corpus or the new one, and the next run goes on.
"""

import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from index import home as folders
from index import lock, passages, room, schema, versions
from index.catalog import Catalog
from index.opening import check_model
from index.types import EmbedderInfo, Progress
from index.vectors import Vectors

if TYPE_CHECKING:
    from index.words import WordDoc, Words

Tell = Callable[[Progress], None]

REWRITE_SHARE = 0.10
"""Share of deleted passages from which the word index is written anew: BM25 counts them till then."""

REWRITE_PASSAGES = 700
"""So many are rewritten within 2 s on one slow core, whatever the share."""

ANNOUNCED = "announced"
"""Key of the meta table: "1" from before the words of uncommitted articles are written till the sweep."""

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Writer:
    """An index open for writing. Only one exists at a time, under the home's lock."""

    home: Path
    folder: Path
    catalog: Catalog
    vectors: Vectors
    words: "Words"

    def close(self) -> None:
        """Release files; what was not committed is dropped."""
        self.words.close()
        self.vectors.close()
        self.catalog.close()


@contextmanager
def writing(home: Path, info: EmbedderInfo | None, chroma_url: str | None = None) -> Iterator[Writer]:
    """Open the home's index for writing, made first if there is none; the lock must be held.

    What a killed run left in words and vectors is put right before anything else. Raises StoreError
    ``index_missing`` when there is none and ``info`` is None, and as ``store.open_store``.
    """
    with room.explained(home):
        if info is not None and not folders.exists(home):
            room.need(home, 1 << 20)
            folder = folders.new_folder(home)
            schema.create(folders.catalog_path(folder), info)
            folders.switch(home, folder)
        folder = folders.current(home)
        folders.drop_others(home)
        writer = open_writer(home, folder, info, chroma_url)
        try:
            meta = writer.catalog.meta()
            if meta["dirty"] == "1":
                reconcile(writer)
            elif meta.get(ANNOUNCED) == "1":
                recall(writer)
            yield writer
        finally:
            writer.close()


def open_writer(home: Path, folder: Path, info: EmbedderInfo | None, chroma_url: str | None = None) -> Writer:
    """Open an index folder, the current one or one that is being built."""
    from index.words import SCHEMA, Words

    catalog = Catalog(folder)
    try:
        check_model(catalog, home, info)
        meta = catalog.meta()
        if meta.get("words") != SCHEMA:
            shutil.rmtree(folders.words_path(folder), ignore_errors=True)
        vectors = Vectors(folders.vectors_path(folder), meta["store_id"], chroma_url)
        opened = Writer(home, folder, catalog, vectors, Words(folders.words_path(folder)))
    except BaseException:
        catalog.close()
        raise
    if meta.get("words") != SCHEMA:
        rewrite_words(opened)
        catalog.set_meta({"words": SCHEMA})
    return opened


def renew_words(home: Path, chroma_url: str | None = None) -> None:
    """Write the words anew where an older hoibao made them otherwise; raises StoreError ``index_locked``."""
    with lock.writer(home, "words"):
        open_writer(home, folders.current(home), None, chroma_url).close()


def announce(writer: Writer, articles: Sequence[str]) -> list[str]:
    """Give the words of pending articles to the word index ahead of the commit; the passages' ids.

    Readers find them by words from now on, as long as this process lives (``index.arriving``).
    """
    versions.choose(writer.catalog, articles)
    ids = passages.passages_of(writer.catalog, passages.new_texts(writer.catalog))
    if ids:
        writer.catalog.set_meta({ANNOUNCED: "1"})
        for part in passages.batches(ids, _BATCH):
            writer.words.remove(part)
            writer.words.add(documents(writer.catalog, part))
        writer.words.commit()
    return ids


def recall(writer: Writer) -> None:
    """Take out of the word index what a run that died had announced."""
    stray = writer.words.ids() - set(passages.live_passages(writer.catalog))
    writer.words.remove(sorted(stray))
    writer.words.commit()
    tidy_words(writer)
    writer.catalog.set_meta({ANNOUNCED: "0"})


def publish(writer: Writer, tell: Tell, worded: Container[str] = ()) -> None:
    """Give words and vectors the chosen articles' texts that they lack; durable when this returns."""
    texts = passages.new_texts(writer.catalog)
    if not texts:
        return
    versions.set_dirty(writer.catalog, True)
    add(writer, passages.passages_of(writer.catalog, texts), tell, worded=worded)


def add(
    writer: Writer, ids: Sequence[str], tell: Tell, *, anew: bool = False, worded: Container[str] = ()
) -> None:
    """Add passages to words and vectors from the catalog; ``anew``: the word index holds nothing else.

    Those of ``worded`` are among the words already.
    """
    done = 0
    if anew:
        writer.words.clear()
    for part in passages.batches(ids, _BATCH):
        found, rows = writer.catalog.vectors(part)
        room.need(writer.home, rows.nbytes * 3)
        room.guarded(writer.home, partial(writer.vectors.add, found, rows))
        if lacking := [id_ for id_ in part if id_ not in worded]:
            if not anew:
                writer.words.remove(lacking)
            writer.words.add(documents(writer.catalog, lacking))
        done += len(part)
        tell(Progress("publish", done, len(ids)))
    writer.words.commit()


def commit(writer: Writer, changes: versions.Changes, tell: Tell, announced: Container[str] = ()) -> None:
    """Publish, flip, sweep: afterwards readers have exactly the new corpus."""
    versions.choose(writer.catalog, changes.chosen)
    publish(writer, tell, announced)
    if changes.dropped:
        versions.set_dirty(writer.catalog, True)
    versions.flip(writer.catalog, changes)
    sweep(writer)


def sweep(writer: Writer) -> None:
    """Take texts that no article holds out of words, vectors and, last, the catalog."""
    stale = passages.stale_texts(writer.catalog)
    for part in passages.batches(stale, _BATCH):
        ids = passages.passages_of(writer.catalog, part)
        room.guarded(writer.home, partial(writer.vectors.remove, ids))
        writer.words.remove(ids)
        writer.words.commit()
        versions.drop_texts(writer.catalog, part)
    tidy_words(writer)
    versions.set_dirty(writer.catalog, False)
    writer.catalog.set_meta({ANNOUNCED: "0"})


def tidy_words(writer: Writer) -> None:
    """Write the word index anew where deleted passages would bend its term statistics."""
    share = writer.words.deleted_share()
    if share > REWRITE_SHARE or (share > 0 and writer.words.count() <= REWRITE_PASSAGES):
        rewrite_words(writer)


def rewrite_words(writer: Writer) -> None:
    """Fill the word index from the catalog, in one commit: searches meanwhile see the old one."""
    writer.words.clear()
    for part in passages.batches(passages.live_passages(writer.catalog), _BATCH):
        writer.words.add(documents(writer.catalog, part))
    writer.words.commit()


def reconcile(writer: Writer) -> None:
    """After a kill: make words and vectors hold exactly the live passages, from the catalog."""
    live = set(passages.live_passages(writer.catalog))
    there = set(writer.vectors.ids())
    stray = sorted(there - live)
    room.guarded(writer.home, partial(writer.vectors.remove, stray))
    for part in passages.batches(sorted(live - there), _BATCH):
        found, rows = writer.catalog.vectors(part)
        room.need(writer.home, rows.nbytes * 3)
        room.guarded(writer.home, partial(writer.vectors.add, found, rows))
    rewrite_words(writer)
    sweep(writer)


def documents(catalog: Catalog, ids: Sequence[str]) -> Iterable["WordDoc"]:
    """Return the passages as the word index takes them."""
    from index.words import WordDoc

    return [WordDoc(id_, text, whole) for id_, text, whole in passages.passage_texts(catalog, ids)]
