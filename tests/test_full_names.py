"""People called by their given names, with the names that their article told before."""

from index.types import Span
from rag.extract import answer
from rag.full_names import told_in_full
from rag.quoting import Finding
from rag.types import Evidence
from tests.answers_made import article, evidence

TEXT = (
    "Mương Vân Hà khơi lại\nSáng 3-2, ông Lê Khắc Toàn đến thăm mương. Bà Lò Thị Mai và bà Vi Thị Mai cùng "
    "đi.\nDân bản rất vui. Ông Toàn sẽ làm trưởng ban giữ mương. Bà Mai trông sổ."
)
ONE = article(text=TEXT, title="Mương Vân Hà khơi lại")


def lead(one: Evidence, word: str) -> Span:
    start = one.text.index(word)
    return Span(start, start + len(word))


def test_a_given_name_is_told_in_full_with_the_sentence_that_tells_it() -> None:
    chief = evidence("làm trưởng ban", ONE)
    found = told_in_full(chief, lead(chief, "Toàn"))
    assert found is not None
    name, telling = found
    assert name == "Lê Khắc Toàn"
    assert telling.text == "Sáng 3-2, ông Lê Khắc Toàn đến thăm mương."
    assert TEXT[telling.start : telling.end] == telling.text


def test_two_people_of_one_given_name_stay_as_they_are() -> None:
    clerk = evidence("trông sổ", ONE)
    assert told_in_full(clerk, lead(clerk, "Mai")) is None


def test_longer_leads_and_names_never_told_stay() -> None:
    chief = evidence("làm trưởng ban", ONE)
    assert told_in_full(chief, lead(chief, "Ông Toàn")) is None
    other = article(text="Mương\nÔng Toàn sẽ làm trưởng ban.", title="Mương")
    alone = evidence("làm trưởng ban", other)
    assert told_in_full(alone, lead(alone, "Toàn")) is None


def test_the_answer_leads_with_the_full_name_and_cites_both() -> None:
    said = answer(
        "Ai sẽ làm trưởng ban giữ mương?",
        [Finding("Ai sẽ làm trưởng ban giữ mương?", (evidence("làm trưởng ban", ONE),))],
    )
    assert said[0].text == "Lê Khắc Toàn [1, 2]."
    assert ["Lê Khắc Toàn" in citation.quote for citation in said[0].citations] == [False, True]
    assert all(TEXT[c.start : c.end] == c.quote for one in said for c in one.citations)
