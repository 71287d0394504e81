"""What a talk has said already is no news to its next question."""

from rag.retold import last_said, told_last
from rag.types import Turn
from tests.answers_made import article, evidence

TEXT = "Chợ Mai Lĩnh\nChợ Mai Lĩnh có 130 sạp hàng.\nTrong đó có 12 sạp bán thuốc nam."
MARKET = article(text=TEXT, title="Chợ Mai Lĩnh")
ALL, SOME = evidence("130 sạp", MARKET, 0.7), evidence("12 sạp", MARKET, 0.2)
QUESTION = "Về chợ Mai Lĩnh có sạp hàng: trong số đó mấy sạp bán thuốc nam?"
TOLD = "Chợ Mai Lĩnh có 130 sạp hàng."


def test_what_was_said_gives_way_to_what_was_not() -> None:
    first, second = told_last(QUESTION, [ALL, SOME], TOLD)
    assert (first.text, second.text) == (SOME.text, ALL.text)
    assert first.probability > SOME.probability
    assert second.probability < ALL.probability
    assert first.probability + second.probability <= 1


def test_what_was_not_said_stays_first() -> None:
    assert told_last(QUESTION, [SOME, ALL], TOLD) == (SOME, ALL)
    assert told_last(QUESTION, [ALL, SOME], "Chợ có ban quản lý.") == (ALL, SOME)
    assert told_last(QUESTION, [ALL, SOME], "") == (ALL, SOME)
    assert told_last(QUESTION, [], TOLD) == ()


def test_a_part_of_a_longer_number_was_not_said() -> None:
    assert told_last(QUESTION, [ALL, SOME], "Chợ Mai Lĩnh có 1.130 sạp hàng.") == (ALL, SOME)


def test_a_question_for_yes_or_no_may_ask_for_what_was_said() -> None:
    assert told_last("Có phải chợ Mai Lĩnh có 130 sạp hàng không?", [ALL, SOME], TOLD) == (ALL, SOME)


def test_the_last_answer_is_its_first_line_where_it_speaks_itself() -> None:
    talk = [
        Turn("user", "Chợ có mấy sạp?"),
        Turn("assistant", f"{TOLD} [1]\nNguyên văn: “Chợ họp từ sáng” [1]."),
    ]
    assert last_said(talk) == f"{TOLD} [1]"
    assert last_said([*talk, Turn("user", "Còn gì nữa?")]) == ""
    assert last_said([Turn("assistant", "Nguyên văn: “Chợ có 130 sạp” [1].")]) == ""
    assert last_said([]) == ""
