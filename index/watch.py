"""Keep an index fresh: files that come, change and go are indexed in batches, once they have settled."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from index.errors import HoibaoError
from index.ingest import index_paths
from index.readers import wanted
from index.types import Embedder, IngestReport, Progress

SETTLE_S = 1.0
"""Quiet seconds after the last event before a batch is read: copies and editors write in steps."""

MOST_WAIT_S = 30.0
"""A folder that is never quiet is read after so long all the same."""

RETRY_S = 2.0
"""Between tries while another process writes, or after a failure of the whole run."""

_CHANGES = ("created", "modified", "moved", "deleted", "closed")  # reading opens and closes files too


def watch(
    home: Path,
    path: Path,
    embedder: Embedder,
    told: Callable[[IngestReport], None],
    *,
    failed: Callable[[HoibaoError], None] | None = None,
    stop: threading.Event | None = None,
    progress: Callable[[Progress], None] | None = None,
    settle_s: float = SETTLE_S,
    chroma_url: str | None = None,
) -> None:
    """Index ``path`` now and whenever something in it changes, until ``stop`` is set or Ctrl-C.

    ``told`` hears of each run that did something, ``failed`` of runs that could not be: another
    process writing (it is waited for), a full disk, more files gone than is believable (then what
    came is indexed and nothing removed). The lock is held for each run only.
    """

    def run(prune: bool) -> IngestReport:
        return index_paths(home, [path], embedder, prune=prune, progress=progress, chroma_url=chroma_url)

    ending = stop or threading.Event()
    events = _Events()
    while not ending.is_set():
        observer = _observe(path, events)
        try:
            events.note()
            _follow(path, run, told, failed or _ignore, ending, settle_s, events)
        finally:
            observer.stop()
            observer.join()
        while not ending.is_set() and not path.exists():
            ending.wait(RETRY_S)  # an unmounted disk: it may come back


class _Events(FileSystemEventHandler):
    """When the first and the last unread change happened."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._first: float | None = None
        self._last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of a file that hoibao reads, or of a folder."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(str(event.src_path)), Path(str(event.dest_path or event.src_path))]
        if event.is_directory or any(wanted(path) for path in paths):
            self.note()

    def note(self) -> None:
        """Something changed now."""
        with self._lock:
            self._last = time.monotonic()
            self._first = self._first or self._last

    def settled(self, settle_s: float) -> bool:
        """Whether there is something to read that has been quiet long enough; then it counts as read."""
        now = time.monotonic()
        with self._lock:
            if self._first is None:
                return False
            ready = now - self._last >= settle_s or now - self._first >= MOST_WAIT_S
            if ready:
                self._first = None
            return ready


def _observe(path: Path, events: _Events) -> BaseObserver:
    observer = Observer()
    observer.schedule(events, str(path if path.is_dir() else path.parent), recursive=path.is_dir())
    observer.start()
    return observer


def _follow(
    path: Path,
    run: Callable[[bool], IngestReport],
    told: Callable[[IngestReport], None],
    failed: Callable[[HoibaoError], None],
    ending: threading.Event,
    settle_s: float,
    events: _Events,
) -> None:
    """Run whenever changes have settled, until the end or until the folder is gone."""
    said = ""
    while not ending.wait(min(0.1, settle_s)):
        if not path.exists():
            return
        if not events.settled(settle_s):
            continue
        try:
            report = _run(run, failed)
        except HoibaoError as error:
            if error.code == "folder_empty":
                continue
            if error.code != said:
                failed(error)
            said = error.code
            events.note()  # try the same again
            ending.wait(RETRY_S)
            continue
        said = ""
        if report.added or report.updated or report.removed or report.failed:
            told(report)


def _run(run: Callable[[bool], IngestReport], failed: Callable[[HoibaoError], None]) -> IngestReport:
    """Index and prune; where more is gone than is believable, say so and only index."""
    try:
        return run(True)
    except HoibaoError as error:
        if error.code != "prune_many":
            raise
        failed(error)
    return run(False)


def _ignore(_: HoibaoError) -> None:
    """Nobody asked."""
