"""The history file: each browser's own conversations, found, renamed, deleted, voted on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.exchange import Exchange
from ui.history import History, new_owner


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history.db")
    yield opened
    opened.close()


def asked(question: str, text: str = "Đáp.") -> Exchange:
    return Exchange(0, question, question, text, (), 0.9, "extractive", None)


def test_a_conversation_is_kept_and_named_after_its_first_question(history: History) -> None:
    here, _ = history.add("an", "", asked("Cầu dài  bao nhiêu?"))
    again, _ = history.add("an", here, asked("Rộng bao nhiêu?"))
    assert again == here
    assert [one.title for one in history.conversations("an")] == ["Cầu dài bao nhiêu?"]
    assert [one.question for one in history.exchanges("an", here)] == [
        "Cầu dài  bao nhiêu?",
        "Rộng bao nhiêu?",
    ]


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    first = History(tmp_path / "h.db")
    here, _ = first.add("an", "", asked("Hỏi?"))
    first.close()
    second = History(tmp_path / "h.db")
    assert [one.question for one in second.exchanges("an", here)] == ["Hỏi?"]
    second.close()


def test_nobody_sees_changes_or_deletes_what_is_not_theirs(history: History) -> None:
    here, exchange = history.add("an", "", asked("Hỏi?"))
    assert history.conversations("binh") == []
    assert history.exchanges("binh", here) == []
    history.rename("binh", here, "Của tôi")
    history.delete("binh", here)
    history.add("binh", here, asked("Thay vào?"), instead=exchange)
    assert not history.vote("binh", exchange, 1)
    other, _ = history.add("binh", here, asked("Chen vào?"))
    assert other != here
    assert [one.title for one in history.conversations("an")] == ["Hỏi?"]
    assert [one.vote for one in history.exchanges("an", here)] == [0]


def test_search_ignores_case_and_marks_and_reads_answers_too(history: History) -> None:
    history.add("an", "", asked("Cầu Bến Sậy dài bao nhiêu?", "Dài 1.264 m."))
    history.add("an", "", asked("Ai là chủ tịch?"))
    found = {
        word: len(history.conversations("an", word)) for word in ("ben say", "CHỦ TỊCH", "1.264", "100%", "_")
    }
    assert found == {"ben say": 1, "CHỦ TỊCH": 1, "1.264": 1, "100%": 0, "_": 0}


def test_a_new_name_is_kept_and_spaces_are_none(history: History) -> None:
    here, _ = history.add("an", "", asked("Hỏi?"))
    history.rename("an", here, "  Chuyện   cầu ")
    history.rename("an", here, "   ")
    assert [one.title for one in history.conversations("an")] == ["Chuyện cầu"]


def test_asking_again_takes_out_what_followed(history: History) -> None:
    here, first = history.add("an", "", asked("Một?"))
    history.add("an", here, asked("Hai?"))
    same, _ = history.add("an", here, asked("Một, nói rõ hơn?"), instead=first)
    assert same == here
    assert [one.question for one in history.exchanges("an", here)] == ["Một, nói rõ hơn?"]


def test_deleting_takes_everything_along(history: History) -> None:
    here, exchange = history.add("an", "", asked("Hỏi?"))
    history.vote("an", exchange, -1, "sai số")
    history.delete("an", here)
    assert history.exchanges("an", here) == []
    assert not history.vote("an", exchange, 1)


def test_a_thumb_can_be_changed_and_taken_back(history: History) -> None:
    here, exchange = history.add("an", "", asked("Hỏi?"))
    votes = []
    for vote in (1, -1, 0):
        assert history.vote("an", exchange, vote, " vì thế ")
        votes.append(history.exchanges("an", here)[0].vote)
    assert votes == [1, -1, 0]


def test_the_newest_conversation_comes_first(history: History) -> None:
    first, _ = history.add("an", "", asked("Cũ?"))
    history.add("an", "", asked("Mới?"))
    history.add("an", first, asked("Hỏi thêm?"))
    assert [one.title for one in history.conversations("an")] == ["Cũ?", "Mới?"]


def test_owners_cannot_be_guessed() -> None:
    assert len({new_owner() for _ in range(100)}) == 100
    assert len(new_owner()) >= 43
