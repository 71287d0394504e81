"""A whole new index from the catalog, built beside the old one, which answers until the switch.

Used after a change of model, schema or rules of cutting, and to repair words and vectors: texts and
vectors come from the catalog, so that only a new model or a new cut embeds anything.
"""

from collections.abc import Callable
from pathlib import Path

from index import chunk, lock, passages, room, schema, twins, versions, vocabulary, writer
from index import home as folders
from index.catalog import Catalog
from index.embedding import embed_bare
from index.errors import StoreError
from index.types import Article, Embedder, EmbedderInfo, Generation, Progress, RebuildReport
from index.writer import Tell


def rebuild(
    home: Path,
    embedder: Embedder | None = None,
    progress: Callable[[Progress], None] | None = None,
    chroma_url: str | None = None,
) -> RebuildReport:
    """Build all derived parts anew and switch to them; ``embedder`` None keeps the present vectors.

    Killed half-way, the old index still answers, and the next rebuild with the same model goes on
    from the vectors that were made. Raises StoreError ``index_missing``, ``index_locked``,
    ``disk_full``, and ``vectors_missing`` when passages have none and no embedder is given.
    """
    tell: Tell = progress or (lambda _: None)
    with lock.writer(home, "rebuild"), room.explained(home):
        old = folders.current(home)
        folder = _begun(home, old, embedder.info if embedder else None) or _begin(home, old, embedder)
        embedded = _fill(home, folder, embedder, tell)
        count = _finish(home, folder, tell, chroma_url)
        folders.switch(home, folder)
        _drop_server_copy(old, chroma_url)
        folders.drop_others(home)
    return RebuildReport(passages=count, embedded=embedded)


def switch_to_catalog(home: Path, source: Path, tell: Tell, chroma_url: str | None = None) -> int:
    """Make an index of a catalog file (a backup's) and let it answer; the lock must be held."""
    folder = folders.new_folder(home)
    schema.copy(source, folders.catalog_path(folder))
    schema.migrate(folders.catalog_path(folder))
    _renew(folder)
    count = _finish(home, folder, tell, chroma_url)
    folders.switch(home, folder)
    folders.drop_others(home)
    return count


def _begin(home: Path, old: Path, embedder: Embedder | None) -> Path:
    """Copy the catalog into a new folder, lead it to the present schema, cut and model."""
    room.need(home, 3 * folders.catalog_path(old).stat().st_size)
    folder = folders.new_folder(home)
    schema.copy(folders.catalog_path(old), folders.catalog_path(folder))
    schema.migrate(folders.catalog_path(folder))
    catalog = Catalog(folder)
    try:
        origin = catalog.generation()
        with catalog.transaction():
            _cut_anew(catalog)
            if embedder is not None:
                if catalog.info() != embedder.info:
                    catalog.rows("UPDATE passages SET vector = NULL")
                catalog.set_meta(schema.info_values(embedder.info))
            _recount(catalog)
            catalog.set_meta({"store_id": schema.new_store_id(), "counter": "0", "origin": _stamp(origin)})
    finally:
        catalog.close()
    return folder


def _begun(home: Path, old: Path, info: EmbedderInfo | None) -> Path | None:
    """The folder of a rebuild that was killed, if it was of this very index for this very model."""
    present = Catalog.peek(old)
    for folder in home.glob("index-*"):
        if folder == old or not folders.catalog_path(folder).is_file():
            continue
        found = Catalog.peek(folder)
        wanted = schema.info_values(info) if info else {key: present.get(key) for key in schema.INFO_KEYS}
        if (
            found.get("origin") == f"{present.get('store_id')}/{present.get('counter')}"
            and found.get("schema") == str(schema.SCHEMA)
            and found.get("cut") == str(chunk.VERSION)
            and all(found.get(key) == value for key, value in wanted.items())
        ):
            return folder
    return None


def _stamp(generation: Generation) -> str:
    return f"{generation.store_id}/{generation.counter}"


def _fill(home: Path, folder: Path, embedder: Embedder | None, tell: Tell) -> int:
    """Embed what has no vector."""
    catalog = Catalog(folder)
    try:
        bare = [row[0] for row in catalog.rows("SELECT id FROM passages WHERE vector IS NULL ORDER BY id")]
        if not bare:
            return 0
        if embedder is None:
            live = set(passages.live_passages(catalog))
            if live & set(bare):
                raise StoreError("vectors_missing", home=str(home), count=len(live & set(bare)))
            return 0
        return embed_bare(home, catalog, embedder, bare, tell)
    finally:
        catalog.close()


def _finish(home: Path, folder: Path, tell: Tell, chroma_url: str | None) -> int:
    """Fill words and vectors from the catalog."""
    built = writer.open_writer(home, folder, None, chroma_url)
    try:
        live = passages.live_passages(built.catalog)
        for stray in passages.batches(sorted(set(built.vectors.ids()) - set(live)), 1000):
            built.vectors.remove(stray)
        writer.add(built, live, tell, anew=True)
        versions.drop_texts(built.catalog, passages.stale_texts(built.catalog))
        versions.set_dirty(built.catalog, False)
    finally:
        built.close()
    return len(live)


def _renew(folder: Path) -> None:
    """Give a copied catalog an identity of its own."""
    catalog = Catalog(folder)
    try:
        catalog.set_meta({"store_id": schema.new_store_id(), "counter": "0"})
    finally:
        catalog.close()


def _cut_anew(catalog: Catalog) -> None:
    """Cut every text again if the rules of cutting changed; vectors of the old cut go."""
    if catalog.meta().get("cut") == str(chunk.VERSION):
        return
    for id_, text, heading, day in catalog.rows("SELECT id, text, heading, published FROM texts"):
        article: Article = passages.bare_article(text, heading, day)
        key = chunk.text_key(article)
        if key == id_:
            continue
        if not catalog.rows("SELECT 1 FROM texts WHERE id = ?", key):
            versions.add_text(catalog, key, article)
        catalog.rows("UPDATE articles SET text_id = ? WHERE text_id = ?", key, id_)
        catalog.rows("DELETE FROM texts WHERE id = ?", id_)
    catalog.set_meta({"cut": str(chunk.VERSION)})


def _recount(catalog: Catalog) -> None:
    """Count words and group near-duplicates from nothing."""
    live = {row[0] for row in catalog.rows("SELECT DISTINCT text_id FROM articles WHERE state = 'live'")}
    catalog.rows("DELETE FROM syllables")
    catalog.rows("DELETE FROM pairs")
    vocabulary.recount(catalog, live, set())
    catalog.rows("UPDATE texts SET twin = NULL")
    twins.regroup(catalog, live, ())


def _drop_server_copy(old: Path, chroma_url: str | None) -> None:
    """A server would keep the replaced collection for ever."""
    if chroma_url is None:
        return
    from index.vectors import Vectors

    replaced = Vectors(folders.vectors_path(old), Catalog.peek(old)["store_id"], chroma_url)
    replaced.drop()
    replaced.close()
