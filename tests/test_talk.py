"""One question's way across the page: steps, the kept answer, and words where there is none."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Flag

from index import lock
from index.embedder import FakeEmbedder
from index.ingest import index_paths
from rag.settings import load
from tests.made import write
from tests.scripted import Scripted, scripted
from ui import talk
from ui.desk import Desk
from ui.house import House, close_house, open_house


@contextmanager
def rooms(home: Path, gate: Flag | None = None, **limits: int) -> Iterator[tuple[House, Scripted]]:
    made, assistant = scripted(gate)
    settings = load(home=home)
    house = open_house(settings, Desk(settings, FakeEmbedder(), assistant=assistant, **limits))
    yield house, made
    close_house(house)


def steps(house: House, question: str, here: str = "", stop: asyncio.Event | None = None) -> list[talk.Step]:
    async def collect() -> list[talk.Step]:
        before = house.history.exchanges("an", here)
        wait = stop or asyncio.Event()
        return [step async for step in talk.talk(house, question, "an", here, before, wait)]

    return asyncio.run(collect())


def test_the_last_step_is_the_kept_answer(tmp_path: Path) -> None:
    with rooms(tmp_path) as (house, _):
        seen = steps(house, "Hỏi?")
        assert [step.done for step in seen] == [False, False, True]
        assert "Đang tìm" in seen[0].live
        assert "Đáp: Hỏi?" in seen[1].live
        assert seen[-1].kept
        assert f'data-conversation="{seen[-1].kept}"' in seen[-1].live
        assert [one.text for one in house.history.exchanges("an", seen[-1].kept)] == ["Đáp: Hỏi?"]


def test_the_history_goes_along_with_the_next_question(tmp_path: Path) -> None:
    with rooms(tmp_path) as (house, made):
        here = steps(house, "Một?")[-1].kept or ""
        assert steps(house, "Hai?", here)[-1].kept == here
        assert [turn.content for turn in made.histories[1]] == ["Một?", "Đáp: Một?"]


def test_what_goes_wrong_is_said_and_the_question_given_back(tmp_path: Path) -> None:
    with rooms(tmp_path) as (house, _):
        last = steps(house, "")[-1]
        assert last.done
        assert last.kept is None
        assert "Câu hỏi đang trống" in last.live
    with rooms(tmp_path / "x", most_waiting=0) as (house, _):
        last = steps(house, "Hỏi?")[-1]
        assert "Máy đang bận" in last.live
        assert last.box == "Hỏi?"


def test_an_empty_index_leads_to_the_library(tmp_path: Path) -> None:
    settings = load(home=tmp_path)
    house = open_house(settings, Desk(settings, FakeEmbedder()))
    assert talk.is_empty(house)
    assert "Chưa có bài nào" in talk.head(house)
    last = steps(house, "Hỏi?")[-1]
    assert 'data-do="library"' in last.live
    close_house(house)


def test_a_stopped_answer_is_kept_as_far_as_it_came(tmp_path: Path) -> None:
    gate = Flag()
    with rooms(tmp_path, gate) as (house, _):

        async def ask() -> list[talk.Step]:
            stop, seen = asyncio.Event(), []
            async for step in talk.talk(house, "Hỏi?", "an", "", [], stop):
                seen.append(step)
                if "Đáp" in step.live:
                    stop.set()
            return seen

        seen = asyncio.run(ask())
        gate.set()
        assert "đã dừng giữa chừng" in seen[-1].live
        assert [one.stopped for one in house.history.exchanges("an", seen[-1].kept or "")] == [True]


def test_stopped_before_anything_was_said_keeps_nothing(tmp_path: Path) -> None:
    with rooms(tmp_path) as (house, _):

        async def ask() -> list[talk.Step]:
            stop = asyncio.Event()
            stop.set()
            return [step async for step in talk.talk(house, "Hỏi?", "an", "", [], stop)]

        last = asyncio.run(ask())[-1]
        assert last.done
        if last.kept is None:
            assert last.box == "Hỏi?"
            assert house.history.conversations("an") == []


def test_the_head_line_says_that_another_process_is_at_work(tmp_path: Path) -> None:
    write(tmp_path / "bai", range(2))
    index_paths(tmp_path, [tmp_path / "bai"], FakeEmbedder())
    with rooms(tmp_path) as (house, _):
        assert "đang cập nhật" not in talk.head(house)
        with lock.writer(tmp_path):
            assert "2 bài · đang cập nhật" in talk.head(house)
