"""Which answer streams into which page: one at a time a session, to be stopped or left behind."""

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Run:
    """An answer under way. ``left_for`` is the conversation that its reader went on to, or None."""

    stop: asyncio.Event = field(default_factory=asyncio.Event)
    left_for: str | None = None


class Runs:
    """The watched run of each session; used from the server's event loop alone."""

    def __init__(self) -> None:
        self._watched: dict[str, Run] = {}

    def start(self, session: str) -> Run | None:
        """A run for this session, or None while its last one is still watched."""
        if session in self._watched:
            return None
        self._watched[session] = Run()
        return self._watched[session]

    def busy(self, session: str) -> bool:
        """Whether an answer streams into this session's page."""
        return session in self._watched

    def halt(self, session: str) -> None:
        """Stop the watched run: it ends with what was said so far."""
        if run := self._watched.get(session):
            run.stop.set()

    def leave(self, session: str, here: str) -> None:
        """The reader goes to the conversation ``here``; the run goes on unwatched and a new one may start."""
        if run := self._watched.pop(session, None):
            run.left_for = here

    def end(self, session: str, run: Run) -> None:
        """A run is over."""
        if self._watched.get(session) is run:
            del self._watched[session]
