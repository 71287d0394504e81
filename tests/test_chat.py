"""Hỏi đáp over its own protocol: each session its own conversation, each cookie its own history."""

import asyncio
from collections.abc import Iterator

import pytest

from index.embedder import FakeEmbedder
from rag.settings import load
from tests.houses import serving
from tests.scripted import scripted
from tests.talker import Heard, Talker
from ui.desk import Desk
from ui.house import House, open_house


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    settings = load(home=tmp_path_factory.mktemp("home"))
    _, assistant = scripted()
    return open_house(settings, Desk(settings, FakeEmbedder(), assistant=assistant, most_waiting=6))


@pytest.fixture(scope="module")
def address(house: House) -> Iterator[str]:
    with serving(house) as running:
        yield running


async def talk(address: str, *questions: str) -> list[Heard]:
    talker = Talker(address)
    await talker.open()
    heard = [await talker.ask(question) for question in questions]
    await talker.close()
    return heard


def test_an_answer_streams_and_ends_finished(address: str) -> None:
    (heard,) = asyncio.run(talk(address, "Một?"))
    assert "<p>Đáp: Một?</p>" in heard.html
    assert "hb-tools" in heard.html
    assert 0 < heard.first <= heard.done


def test_many_at_once_each_get_their_own(address: str) -> None:
    async def all_of_them() -> list[list[Heard]]:
        return await asyncio.gather(*(talk(address, f"Hỏi {n}?", f"Hỏi tiếp {n}?") for n in range(5)))

    for n, (first, second) in enumerate(asyncio.run(all_of_them())):
        assert f"Đáp: Hỏi {n}?" in first.html
        assert f"Đáp: Hỏi tiếp {n}?" in second.html


def test_the_one_too_many_is_told_so_and_does_not_hang(address: str, house: House) -> None:
    async def crowd() -> list[list[Heard]]:
        return await asyncio.gather(*(talk(address, f"Hỏi {n}?") for n in range(40)))

    heard = [one.html for (one,) in asyncio.run(crowd())]
    busy = sum("Máy đang bận" in html for html in heard)
    answered = sum("hb-tools" in html for html in heard)
    assert busy + answered == 40
    assert answered > 0
    assert not house.jobs.going()


def test_the_history_belongs_to_the_cookie(address: str, house: House) -> None:
    asyncio.run(talk(address, "Của riêng tôi?"))
    assert house.history.conversations("session-x", "Của riêng tôi") == []
