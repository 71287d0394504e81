"""Work on the index behind the page: one job at a time, in a thread, its progress there to be looked at.

Answers go on meanwhile. A job that finds another process writing waits for it and says so.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Event, Lock, Thread

from index.errors import HoibaoError
from index.types import Failure, IngestReport, Progress

Step = Callable[[Progress], None]
Work = Callable[[Step], IngestReport | None]
PATIENCE = 600.0
"""Seconds a job waits for another process's lock before it gives up."""
RETRY = 2.0
LOG = 20


@dataclass(frozen=True, slots=True)
class Job:
    """``state`` is waiting, running, locked, done or failed; ``began`` is seconds since the epoch."""

    id: int
    name: str
    state: str = "waiting"
    began: float = 0.0
    at: Progress | None = None
    report: IngestReport | None = None
    error: HoibaoError | None = None

    @property
    def going(self) -> bool:
        return self.state in ("waiting", "running", "locked")

    @property
    def failed(self) -> tuple[Failure, ...]:
        return self.report.failed if self.report else ()


class Jobs:
    """A queue with one worker thread, and a log of the latest jobs."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[tuple[int, Work] | None] = SimpleQueue()
        self._jobs: deque[Job] = deque(maxlen=LOG)
        self._lock, self._closing, self._next = Lock(), Event(), 1
        self._thread = Thread(target=self._run, name="jobs", daemon=True)
        self._thread.start()

    def add(self, name: str, work: Work) -> int:
        """Queue a job; returns its id at once."""
        with self._lock:
            id_, self._next = self._next, self._next + 1
            self._jobs.append(Job(id_, name))
        self._queue.put((id_, work))
        return id_

    def log(self) -> list[Job]:
        """The latest jobs, newest first."""
        with self._lock:
            return list(reversed(self._jobs))

    def going(self) -> bool:
        """Whether any job waits or runs."""
        return any(job.going for job in self.log())

    def close(self) -> None:
        """Let the running job end; drop those that wait."""
        self._closing.set()
        self._queue.put(None)
        self._thread.join()

    def note(self, name: str, report: IngestReport) -> None:
        """Log work that was done elsewhere, by the folder's watch say."""
        with self._lock:
            self._jobs.append(Job(self._next, name, "done", time.time(), report=report))
            self._next += 1

    def _change(self, id_: int, **changes: object) -> None:
        with self._lock:
            for place, job in enumerate(self._jobs):
                if job.id == id_:
                    self._jobs[place] = replace(job, **changes)  # type: ignore[arg-type]

    def _run(self) -> None:
        while (item := self._queue.get()) is not None and not self._closing.is_set():
            id_, work = item
            self._change(id_, state="running", began=time.time())
            try:
                report = self._patiently(id_, work)
            except HoibaoError as error:
                self._change(id_, state="failed", error=error, at=None)
            else:
                self._change(id_, state="done", report=report, at=None)

    def _patiently(self, id_: int, work: Work) -> IngestReport | None:
        """Run the work, again and again while another process holds the index."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return work(lambda at: self._change(id_, state="running", at=at))
            except HoibaoError as error:
                if error.code != "index_locked" or time.monotonic() > end:
                    raise
                self._change(id_, state="locked", error=error)
                if self._closing.wait(RETRY):
                    raise
