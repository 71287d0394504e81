"""A running chat for tests: the real page over a home of its own, on a free port, in this process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import uvicorn

from index.types import Embedder
from rag.settings import load
from ui.app import make_app
from ui.desk import Desk
from ui.house import House, open_house
from ui.serve import bind

START_S = 60


@contextmanager
def house(
    home: Path, embedder: Embedder | None = None, *, articles: Path | None = None, **settings: object
) -> Iterator[House]:
    """The rooms of one chat, closed at the end."""
    used = load(home=home, **settings)
    opened = open_house(used, Desk(used, embedder), articles)
    yield opened


@contextmanager
def serving(rooms: House, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve a house and give its address; the app closes the house when it ends."""
    bound = bind(host, 17860)
    server = uvicorn.Server(
        uvicorn.Config(make_app(rooms, host), log_level="error", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    end = monotonic() + START_S
    while not server.started:
        assert thread.is_alive(), "the server died at its start"
        assert monotonic() < end, f"the server did not start in {START_S} s"
        sleep(0.05)
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(15)
        assert not thread.is_alive(), "the server did not stop"
