"""Run the chat: bind the address, serve the page at once, load the model and the articles behind it."""

import socket
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path
from threading import Thread

from index.errors import InputError
from index.types import IngestReport
from rag.settings import Settings
from ui import guard
from ui import vi_terminal as words
from ui.console import say
from ui.desk import Desk
from ui.house import House, open_house
from ui.jobs import Step

PORTS_TRIED = 20
GRACE = 3
"""Seconds that open streams get when the server stops."""


def serve(
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    articles: Path | None = None,
    sample: bool = False,
) -> None:
    """Serve until stopped.

    Raises InputError ``password_missing`` beyond loopback without one, ``port_taken`` when no port is free.
    """
    beyond = not guard.is_loopback(host)
    if beyond and not settings.ui_password:
        raise InputError("password_missing", host=host)
    if articles is not None and not articles.is_dir():
        raise InputError("path_missing", path=str(articles))
    bound = bind(host, port)
    house = open_house(settings, Desk(settings), articles, open_to_all=beyond)
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{bound.getsockname()[1]}"
    say(words.CLI["opening"], stderr=True)
    run(house, bound, host, lambda: opened(house, address, sample=sample))


def bind(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port from ``port`` on. Raises InputError ``port_taken``."""
    for number in range(port, min(port + PORTS_TRIED, 65536)):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, number))
        except OSError:
            bound.close()
        else:
            return bound
    raise InputError("port_taken", host=host, port=port)


def run(house: House, bound: socket.socket, host: str, started: Callable[[], None]) -> None:
    """Serve on a bound socket until a signal ends it; ``started`` is called once it answers."""
    import uvicorn

    from ui.app import make_app

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    config = uvicorn.Config(
        make_app(house, host), log_level="warning", timeout_graceful_shutdown=GRACE, server_header=False
    )
    with suppress(KeyboardInterrupt):
        Server(config).run(sockets=[bound])
    say(words.CLI["closed"], stderr=True)


def opened(house: House, address: str, *, sample: bool) -> None:
    """Print the address, then start what goes on behind the page."""
    say(words.CLI["address"].format(address=address))
    house.desk.warm()
    if sample:
        house.jobs.add("sample", lambda step: index_sample(house, step))
    start_articles(house)


def index_sample(house: House, step: Step) -> IngestReport:
    """Index the articles that come with hoibao."""
    from index.ingest import index_paths

    with as_file(files("index").joinpath("sample_articles")) as folder:
        return index_paths(house.settings.home, [folder], house.desk.embedder, progress=step)


def start_articles(house: House) -> None:
    """Index the articles folder, then go on watching it."""
    from ui.library import index_folder

    if any(house.articles.iterdir()):
        house.jobs.add("index", lambda step: index_folder(house, step))
    Thread(target=keep_watch, args=(house,), name="watch", daemon=True).start()


def keep_watch(house: House) -> None:
    """Follow the articles folder until the house closes; the first update is left to its own job."""
    from index.watch import watch

    while house.jobs.going():
        if house.closing.wait(1.0):
            return
    watch(
        house.settings.home,
        house.articles,
        house.desk.embedder,
        lambda report: house.jobs.note("watch", report),
        stop=house.closing,
        chroma_url=house.settings.chroma_url,
    )
