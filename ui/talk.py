"""One question's way across the page: each step of the answer as HTML, the finished one kept."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from html import escape

from index.errors import HoibaoError, StoreError
from rag.types import Answer, Citation, Said, Stage
from ui import render, render_page, vi
from ui.desk import BusyError
from ui.exchange import Card, Exchange, card, exchange, stopped, turns
from ui.house import House


@dataclass(frozen=True, slots=True)
class Step:
    """What the page shows now. ``box`` is the question to put back, ``kept`` the conversation's id."""

    live: str
    done: bool = False
    box: str | None = None
    kept: str | None = None


def cards_of(house: House, citations: Sequence[Citation]) -> list[Card]:
    """Source cards, each with the passage around its quote. Raises StoreError ``article_missing``."""
    return [card(one, *house.desk.article(one.source)) for one in citations]


def placed(html: str, here: str) -> str:
    """The last turn, carrying its conversation's id for the address bar."""
    return f'<div data-conversation="{escape(here)}">{html}</div>'


def explain(error: HoibaoError, question: str) -> str:
    """The notice for an answer that failed with words."""
    missing = error.code == "index_missing"
    return render_page.notice(question, vi.CHAT["empty"] if missing else vi.error(error), to_library=missing)


def is_empty(house: House) -> bool:
    """Whether nothing is indexed or arriving yet."""
    try:
        store = house.desk.store()
        return not (store.status().articles or store.arriving())
    except StoreError:
        return True


def head(house: House) -> str:
    """The head line: how fresh the index is."""
    working = house.jobs.going()
    try:
        status = house.desk.store().status()
    except StoreError:
        return render_page.head(render_page.freshness(0, None, working=working))
    counts = (status.articles, status.newest, status.pending, len(status.failed))
    working = working or status.writing is not None  # by another process, say
    return render_page.head(render_page.freshness(*counts, working=working))


def started(question: str) -> str:
    """The turn as it stands when the question has just been sent."""
    return render.working(question, "", "", (), vi.THINKING["understand"])


async def talk(
    house: House,
    question: str,
    owner: str,
    here: str,
    before: Sequence[Exchange],
    stop: asyncio.Event,
    instead: int = 0,
) -> AsyncIterator[Step]:
    """Steps while it works; the last one is done: the kept answer, or why there is none.

    The answer takes the place of the exchange ``instead`` only once it is there.
    """
    said: list[Said] = []
    cards: dict[int, Card] = {}
    standalone, final = "", None
    try:
        async for event in house.desk.stream(question, turns(before), stop=stop):
            if isinstance(event, Answer):
                final = exchange(event, cards_of(house, event.citations))
                break
            note = vi.THINKING["compose"]
            if isinstance(event, Stage):
                note = vi.THINKING[event.name].format(detail=event.detail)
                standalone = event.detail if event.name == "search" else standalone
            else:
                said.append(event)
                fresh = [one for one in event.citations if one.number not in cards]
                cards |= {one.number: one for one in cards_of(house, fresh)}
            text = "\n".join(one.text for one in said)
            yield Step(render.working(question, standalone, text, list(cards.values()), note))
    except BusyError:
        yield Step(render_page.notice(question, vi.CHAT["busy"]), done=True, box=question)
        return
    except HoibaoError as error:
        yield Step(explain(error, question), done=True, box=question)
        return
    if final is None and said:
        final = stopped(question, said, list(cards.values()))
    if final is None:
        yield Step(render_page.notice(question, vi.CHAT["stopped_early"]), done=True, box=question)
        return
    here, _ = house.history.add(owner, here, final, instead)
    finished = house.history.exchanges(owner, here)[-1]
    yield Step(placed(render.turn(finished, last=True), here), done=True, kept=here)
