"""Nouns that say what is chosen, and questions for somebody's name."""

import pytest

from rag.asked_nouns import ORGANISATIONS, PEOPLE, PLACES, called


def test_a_noun_is_of_one_sort() -> None:
    assert not PEOPLE & PLACES
    assert not PEOPLE & ORGANISATIONS
    assert not PLACES & ORGANISATIONS


@pytest.mark.parametrize(
    "question",
    ["cô giáo dạy ở nà phặc tên gì", "kẻ trộm trâu tên là gì?", "tên nghi phạm trộm trâu ở vân hà là gì?"],
)
def test_a_persons_name_is_asked_for(question: str) -> None:
    place = called(question)
    assert place is not None
    assert 0 <= place < len(question)


@pytest.mark.parametrize(
    "question",
    [
        "mấy ông thợ đá lập hội tên gì",
        "chủ tịch xã báo tin bão tên gì",
        "bản nhạc tên gì",
        "ông tên lửa nói gì",
    ],
)
def test_the_name_of_a_thing_is_not(question: str) -> None:
    assert called(question) is None
