"""The desk behind the page: it loads the model once, lets a few questions in at a time, streams answers.

The page is served before the model is there; a question asked meanwhile waits with a message. More
than ``MOST_WAITING`` questions at once are turned away with words instead of hanging.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event as Flag
from threading import Lock, Thread
from typing import TYPE_CHECKING

from index.errors import HoibaoError
from rag.types import Event, Filters, Stage, Turn
from ui.lazy import LazyEmbedder, embedder_of

if TYPE_CHECKING:
    from index.store import Store
    from index.types import Article, Embedder, Passage
    from rag.assistant import Assistant
    from rag.settings import Settings

WORKERS = 2
"""Questions answered at the same time: the house runs on two cores."""
MOST_WAITING = 200
"""At about 0.5 s a question on two cores the last one waits under two minutes."""


class BusyError(Exception):
    """Too many questions wait already."""


class Desk:
    """Holds the embedder, the assistant and a reading store; all are opened on first need, once."""

    def __init__(
        self,
        settings: "Settings",
        embedder: "Embedder | None" = None,
        *,
        assistant: "Assistant | None" = None,
        workers: int = WORKERS,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self.settings = settings
        self.embedder = LazyEmbedder(lambda: embedder, embedder.info) if embedder else embedder_of(settings)
        self._assistant = assistant
        self._store: Store | None = None
        self._examples: tuple[object, list[str]] | None = None
        self._opening, self._listing, self._making = Lock(), Lock(), Lock()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self._workers, self._most, self._inside = workers, most_waiting, 0

    def warm(self) -> None:
        """Load the model and open the index behind the page."""

        def load() -> None:
            # What fails here fails again, with words, at the first question.
            with suppress(HoibaoError):
                self.assistant()
                self.embedder.embed_query("hỏi báo")

        Thread(target=load, name="warm", daemon=True).start()

    @property
    def ready(self) -> bool:
        return self._assistant is not None

    def assistant(self) -> "Assistant":
        """Open the assistant. Raises StoreError ``index_missing`` until something is indexed."""
        with self._opening:
            if self._assistant is None:
                from rag.assistant import open_assistant

                self._assistant = open_assistant(self.settings, self.embedder.loaded())
            return self._assistant

    def store(self) -> "Store":
        """A store for lists and articles, open long before the model is. Raises StoreError."""
        with self._listing:
            if self._store is None:
                from index.store import open_store

                self._store = open_store(self.settings.home, None, self.settings.chroma_url)
            self._store.refresh()
            return self._store

    def examples(self, most: int) -> list[str]:
        """Questions that the index answers, made anew only when it has changed. Raises StoreError."""
        assistant = self.assistant()
        assistant.store.refresh()
        with self._making:
            seen = (assistant.store.generation(), most)
            if self._examples is None or self._examples[0] != seen:
                self._examples = (seen, assistant.examples(most))
            return self._examples[1]

    def article(self, source: str) -> "tuple[Article, list[Passage]]":
        """An article with its passages. Raises StoreError ``article_missing``."""
        found = self.store().article(source)
        return found, list(self.store().passages(found.id))

    async def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters | None = None,
        stop: asyncio.Event | None = None,
    ) -> AsyncIterator[Event]:
        """The events of one answer; before them a Stage "load" or "queue" where it has to wait.

        Ends without an Answer when ``stop`` is set. Raises BusyError, or the HoibaoError that the assistant
        raised. Leaving the iteration stops the work at its next event.
        """
        if self._inside >= self._most:
            raise BusyError
        left, ahead = Flag(), max(0, self._inside - self._workers + 1)
        loop = asyncio.get_running_loop()
        events: asyncio.Queue[Event | Exception | None] = asyncio.Queue()

        def put(event: Event | Exception | None) -> None:
            loop.call_soon_threadsafe(events.put_nowait, event)

        self._inside += 1
        self._pool.submit(self._answer, question, list(history), filters or Filters(), left, put)
        stopping = asyncio.ensure_future(stop.wait() if stop else loop.create_future())
        stopping.add_done_callback(lambda _: events.put_nowait(None))
        try:
            if not self.ready:
                yield Stage("load")
            elif ahead:
                yield Stage("queue", str(ahead))
            while (event := await events.get()) is not None:
                if isinstance(event, Exception):
                    raise event
                yield event
        finally:
            left.set()
            stopping.cancel()
            self._inside -= 1

    def _answer(
        self,
        question: str,
        history: Sequence[Turn],
        filters: Filters,
        left: Flag,
        put: Callable[[Event | Exception | None], None],
    ) -> None:
        """Run one answer in a worker thread, handing over each event, or what went wrong."""
        try:
            if not left.is_set():
                for event in self.assistant().stream(question, history, filters):
                    put(event)
                    if left.is_set():
                        break
        except Exception as error:  # noqa: BLE001  (raised again where the answer is awaited)
            put(error)
        finally:
            put(None)

    def close(self) -> None:
        """Let running answers end, then close what was opened."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        for opened in (self._assistant, self._store):
            if opened is not None:
                opened.close()
