"""The desk: a few at a time, words for those who wait, a stop that stops, errors that arrive."""

import asyncio
from pathlib import Path
from threading import Event as Flag

import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError, StoreError
from index.ingest import remove
from index.types import Embedder
from rag.settings import load
from rag.types import Answer, Event, Said, Stage, Turn
from tests.scripted import scripted
from ui.desk import BusyError, Desk


async def collect(desk: Desk, question: str, **more: object) -> list[Event]:
    return [event async for event in desk.stream(question, **more)]  # type: ignore[arg-type]


def test_events_come_in_order_and_last_the_answer(tmp_path: Path) -> None:
    made, assistant = scripted()
    desk = Desk(load(home=tmp_path), FakeEmbedder(), assistant=assistant)
    events = asyncio.run(collect(desk, "Hỏi?", history=[Turn("user", "Trước?")]))
    assert [type(event) for event in events] == [Stage, Said, Answer]
    assert made.histories == [[Turn("user", "Trước?")]]
    desk.close()
    assert made.asked == ["Hỏi?", "closed"]


def test_what_the_assistant_refuses_arrives_as_its_error(tmp_path: Path) -> None:
    _, assistant = scripted()
    desk = Desk(load(home=tmp_path), FakeEmbedder(), assistant=assistant)
    with pytest.raises(InputError, match="empty"):
        asyncio.run(collect(desk, " "))
    desk.close()


def test_no_index_is_an_error_at_the_question_not_before(tmp_path: Path) -> None:
    desk = Desk(load(home=tmp_path), FakeEmbedder())
    desk.warm()
    events: list[Event] = []

    async def ask() -> None:
        async for event in desk.stream("Hỏi?"):
            events.append(event)

    with pytest.raises(StoreError, match="no index"):
        asyncio.run(ask())
    assert events == [Stage("load")]
    desk.close()


def test_only_so_many_run_at_once_and_the_rest_hear_how_many_are_before_them(tmp_path: Path) -> None:
    gate = Flag()
    made, assistant = scripted(gate)
    desk = Desk(load(home=tmp_path), FakeEmbedder(), assistant=assistant, workers=2)

    async def ask_all() -> list[list[Event]]:
        asked = [asyncio.ensure_future(collect(desk, f"Hỏi {n}?")) for n in range(5)]
        while len(made.asked) < 2:
            await asyncio.sleep(0.01)
        gate.set()
        return await asyncio.gather(*asked)

    answers = asyncio.run(ask_all())
    assert made.most_running == 2
    assert [events[0] for events in answers[2:]] == [
        Stage("queue", "1"),
        Stage("queue", "2"),
        Stage("queue", "3"),
    ]
    for n, events in enumerate(answers):
        last = events[-1]
        assert isinstance(last, Answer)
        assert last.text == f"Đáp: Hỏi {n}?"
    desk.close()


def test_one_too_many_is_turned_away_at_once(tmp_path: Path) -> None:
    gate = Flag()
    _, assistant = scripted(gate)
    desk = Desk(load(home=tmp_path), FakeEmbedder(), assistant=assistant, workers=1, most_waiting=3)

    async def ask_all() -> None:
        asked = [asyncio.ensure_future(collect(desk, "Hỏi?")) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(BusyError):
            await collect(desk, "Hỏi?")
        gate.set()
        await asyncio.gather(*asked)
        assert len(await collect(desk, "Hỏi lại?")) == 3

    asyncio.run(ask_all())
    desk.close()


def test_examples_are_made_once_until_the_index_changes(sample_copy: Path, e5_embedder: Embedder) -> None:
    desk = Desk(load(home=sample_copy), e5_embedder)
    first = desk.examples(3)
    assert len(first) == 3
    assert desk.examples(3) is first
    remove(sample_copy, [desk.store().page()[1][0].source])
    assert desk.examples(3) is not first
    desk.close()


def test_stopping_ends_the_stream_without_an_answer(tmp_path: Path) -> None:
    gate = Flag()
    _, assistant = scripted(gate)
    desk = Desk(load(home=tmp_path), FakeEmbedder(), assistant=assistant)

    async def ask() -> list[Event]:
        stop, events = asyncio.Event(), []
        async for event in desk.stream("Hỏi?", stop=stop):
            events.append(event)
            if isinstance(event, Said):
                stop.set()
        return events

    assert [type(event) for event in asyncio.run(ask())] == [Stage, Said]
    gate.set()
    desk.close()
