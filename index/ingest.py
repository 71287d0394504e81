"""Articles into the index: read, clean, split, embed as pending; then one commit makes them all live.

What is read is found by its words at once (``index.arriving``), by its meaning from the commit on.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import monotonic

from index import lock, passages, planning, readers, room, schema, versions, writer
from index.catalog import Catalog
from index.clean import clean
from index.digest import sha
from index.embedding import embed_bare
from index.errors import InputError, SourceError
from index.planning import Plan, Task
from index.rebuild import rebuild as rebuild
from index.sandbox import Sandbox
from index.types import Article, Embedder, Failure, IngestReport, Progress, RawText
from index.versions import Changes, Known, Place
from index.writer import Tell, Writer

_READ_BATCH = 64  # articles a transaction
_READ_S = 0.5  # or as many as this many seconds brought: they are found by words with it


def index_paths(
    home: Path,
    paths: Sequence[Path],
    embedder: Embedder,
    *,
    prune: bool = False,
    yes: bool = False,
    again: Sequence[str] = (),
    progress: Callable[[Progress], None] | None = None,
    chroma_url: str | None = None,
) -> IngestReport:
    """Add and update the articles under ``paths``; with ``prune`` remove those whose file is gone.

    Incremental by content hash: what did not change is neither read nor embedded. One file's failure
    never stops the rest, and an article whose file cannot be read any more stays. ``again`` names
    sources that were removed or failed and are wanted back. All becomes visible in one commit;
    interrupted, the next run goes on from what was embedded.

    Raises InputError ``path_missing`` or ``folder_empty``, StoreError ``index_locked``,
    ``index_other_model``, ``prune_many``, ``disk_full``, ``home_unwritable``.
    """
    tell: Tell = progress or _silent
    found = readers.walk(paths)
    with lock.writer(home, "index"), writer.writing(home, embedder.info, chroma_url) as open_writer:
        catalog = open_writer.catalog
        gone, unseen = planning.vanished(catalog, paths, found, yes) if prune else ([], [])
        if not found and not gone:
            raise InputError("folder_empty", path=", ".join(str(path) for path in paths))
        tell(Progress("plan", 0, len(found)))
        plan = planning.plan(catalog, found, again)
        room.need(home, _estimate(plan))
        run = _Run(open_writer, embedder, tell)
        _forgive(catalog, again)
        with Sandbox() as sandbox:
            run.read(plan.tasks, sandbox)
        return run.finish(plan, gone, [*plan.failures, *unseen])


def index_texts(
    home: Path,
    texts: Sequence[RawText],
    embedder: Embedder,
    *,
    progress: Callable[[Progress], None] | None = None,
    chroma_url: str | None = None,
) -> IngestReport:
    """Add and update articles that are no files: pastes, documents of another program.

    A source is updated when its text changed. Raises as ``index_paths``.
    """
    with lock.writer(home, "index"), writer.writing(home, embedder.info, chroma_url) as open_writer:
        run = _Run(open_writer, embedder, progress or _silent)
        run.take(texts)
        return run.finish(Plan((), (), (), ()), [], [])


def remove(home: Path, sources: Sequence[str], chroma_url: str | None = None) -> IngestReport:
    """Take articles out and remember it: runs pass them over until their content changes.

    Raises StoreError ``article_missing`` for the first source that is not there; then none is removed.
    """
    with lock.writer(home, "remove"), writer.writing(home, None, chroma_url) as open_writer:
        ids = [open_writer.catalog.article(source).id for source in dict.fromkeys(sources)]
        writer.commit(open_writer, Changes(dropped=ids, forget=ids), _silent)
    return IngestReport(0, 0, 0, len(ids), 0, ())


class _Run:
    """One indexing run: what it has read so far, and what it will commit."""

    def __init__(self, open_writer: Writer, embedder: Embedder, tell: Tell) -> None:
        self._writer = open_writer
        self._catalog = open_writer.catalog
        self._embedder = embedder
        self._tell = tell
        self._chosen: dict[str, str] = {}  # source → article id
        self._announced: set[str] = set()  # passage ids
        self._dropped: set[str] = set()
        self._files: list[tuple[Place, Known]] = []
        self._gone: list[Place] = []
        self._same = 0
        self._failures: list[tuple[Place, Failure]] = []
        self._tried: list[Place] = []

    def read(self, tasks: Sequence[Task], sandbox: Sandbox) -> None:
        """Read, clean and split files into pending articles."""
        waiting: list[tuple[Article, Place]] = []
        since = monotonic()
        for done, task in enumerate(tasks):
            self._tell(Progress("read", done, len(tasks), task.source))
            waiting += self._read_file(task, sandbox)
            if len(waiting) >= _READ_BATCH or monotonic() - since > _READ_S:
                self._take_in(waiting)
                waiting, since = [], monotonic()
        self._take_in(waiting)
        if tasks:
            self._tell(Progress("read", len(tasks), len(tasks)))

    def _take_in(self, articles: Sequence[tuple[Article, Place]]) -> None:
        """Keep articles as pending and let their words be found."""
        versions.add_pending(self._catalog, articles)
        self._announced.update(writer.announce(self._writer, [article.id for article, _ in articles]))

    def _read_file(self, task: Task, sandbox: Sandbox) -> list[tuple[Article, Place]]:
        """The articles of a file that are new or changed; its failures are noted."""
        self._tried.append(task.place)
        try:
            found, digest = readers.read(task.file, task.source, sandbox)
        except SourceError as error:
            self._failures.append((task.place, Failure(task.source, error.code, str(error))))
            return []
        before = planning.articles_of(self._catalog, [task.place, *task.replaces])
        fresh = self._new(found.articles, task.place, before)
        self._failures += [(task.place, failure) for failure in found.failures]
        present = {raw.source for raw in found.articles} | {failure.source for failure in found.failures}
        self._dropped |= {id_ for source, (id_, _) in before.items() if source not in present}
        self._gone += task.replaces
        self._files.append((task.place, Known(task.source, digest, schema.RULES)))
        return fresh

    def take(self, texts: Sequence[RawText]) -> None:
        """Take texts as pending articles."""
        place = Place("", "")
        sources = [raw.source for raw in texts]
        self._take_in(self._new(texts, place, planning.articles_called(self._catalog, sources)))

    def _new(
        self, raws: Sequence[RawText], place: Place, live: dict[str, tuple[str, str]]
    ) -> list[tuple[Article, Place]]:
        """Those of the raw articles that are not live as they are, nor forgotten; pending ones are kept."""
        forgotten = planning.forgotten(self._catalog, [raw.source for raw in raws])
        fresh: list[tuple[Article, Place]] = []
        for raw in raws:
            article = build(raw)
            if article is None:
                problem = SourceError("file_empty", path=raw.source)
                self._failures.append((place, Failure(raw.source, problem.code, str(problem))))
            elif forgotten.get(raw.source) == article.content_hash:
                continue
            elif live.get(raw.source, ("", ""))[0] == article.id and not self._moved(raw.source, place):
                self._same += 1
            else:
                self._chosen[raw.source] = article.id
                fresh.append((article, place))
        return fresh

    def _moved(self, source: str, place: Place) -> bool:
        return planning.place_of(self._catalog, source) != place

    def finish(
        self, plan: Plan, gone: Sequence[Place], failures: Sequence[tuple[Place, Failure]]
    ) -> IngestReport:
        """Embed, commit, and say what was done."""
        catalog = self._catalog
        versions.choose(catalog, self._chosen.values())
        embedded = embed_bare(self._writer.home, catalog, self._embedder, passages.bare(catalog), self._tell)
        updated = versions.count_updates(catalog)
        removed = {id_ for id_, _ in planning.articles_of(catalog, gone).values()} | self._dropped
        tried = [*self._tried, *(place for place, _ in failures)]
        self._failures += failures
        changes = Changes(
            chosen=tuple(self._chosen.values()),
            dropped=tuple(removed),
            files=self._files,
            gone=[*self._gone, *gone],
        )
        if changes.chosen or changes.dropped:
            writer.commit(self._writer, changes, self._tell, self._announced)
        elif changes.files or changes.gone:
            versions.note_files(catalog, changes)
        if tried:
            versions.set_failures(catalog, tried, self._failures)
        return IngestReport(
            added=len(self._chosen) - updated,
            updated=updated,
            unchanged=self._same + len(planning.articles_of(catalog, plan.unchanged)),
            removed=len(removed),
            embedded=embedded,
            failed=tuple(failure for _, failure in self._failures),
        )


def build(raw: RawText) -> Article | None:
    """Clean a raw text into an article; None when nothing is left of it."""
    cleaned = clean(raw.text, readers.metadata(raw))
    if not cleaned.text:
        return None
    digest = raw.content_hash or sha("\0".join(_fields(raw)).encode())
    id_ = sha(f"{schema.RULES}\0{raw.source}\0{digest}".encode())[:24]
    return Article(
        id=id_,
        source=raw.source,
        title=cleaned.title or raw.source.rsplit("/", 1)[-1],
        text=cleaned.text,
        published=cleaned.published,
        author=cleaned.author,
        publisher=cleaned.publisher,
        removed=cleaned.removed,
        content_hash=digest,
    )


def _fields(raw: RawText) -> Iterable[str]:
    return (raw.text, raw.title or "", raw.published or "", raw.author or "", raw.publisher or "")


def _forgive(catalog: Catalog, again: Sequence[str]) -> None:
    if again:
        catalog.many("DELETE FROM forgotten WHERE source = ?", [(source,) for source in again])


def _estimate(plan: Plan) -> int:
    """Bytes that the plan's new articles will take: a passage is some 800 bytes of text."""
    size = sum(task.file.stat().st_size for task in plan.tasks if task.file.exists())
    return size // 800 * room.BYTES_A_PASSAGE


def _silent(_: Progress) -> None:
    """Nobody asked."""
