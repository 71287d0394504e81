"""What is said of a model's sentences: proved, numbered, replaced by the quote where wrong, said once."""

import pytest

from rag.heard import Heard
from rag.prompting import build
from rag.types import Said
from tests.tea_made import QUESTION, TEXT, evidence, fallback


def heard(question: str = QUESTION) -> Heard:
    return Heard(question, build(question, evidence()))


def hear(*sentences: str) -> tuple[list[str], Heard]:
    """What is shown of each sentence, '' for nothing."""
    of = heard()
    return [said.text if (said := of.hear(sentence)) else "" for sentence in sentences], of


def test_a_proved_sentence_is_said_with_its_quote() -> None:
    (said,), of = hear("- **Trả lời:** Năm 2030, xã Hòa Sơn trồng **85 ha** chè [câu 1].")
    assert said == "Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]."
    (citation,) = of.citations()
    assert (citation.state, citation.quote) == ("supported", TEXT[citation.start : citation.end])
    assert of.shown == 1


def test_citations_are_numbered_as_they_come() -> None:
    said, of = hear("Giá chè là 12.500 đồng/kg [2].", "Năm 2030 xã trồng 85 ha chè. [1]")
    assert said == ["Giá chè là 12.500 đồng/kg [1].", "Năm 2030 xã trồng 85 ha chè [2]."]
    assert [c.quote for c in of.citations()] == [evidence()[1].text, evidence()[0].text]


def test_a_wrong_figure_gives_way_to_the_quote() -> None:
    (said,), of = hear("Năm 2030, xã Hòa Sơn trồng 58 ha chè [1].")
    assert said == f"Nguyên văn: “{evidence()[0].text}” [1]."
    assert of.citations()[0].state == "figure_differs"
    assert of.citations()[0].difference == "Mô hình viết 58 ha, nguồn ghi 85 ha"


def test_a_target_told_as_reached_is_caught() -> None:
    (said,), of = hear("Xã đã trồng được 90 ha chè [3].")
    assert of.citations()[0].state == "figure_differs"
    assert said == f"Nguyên văn: “{evidence()[2].text}” [1]."


def test_a_foreign_name_is_not_located() -> None:
    _, of = hear("Ông Trần Bá Lộc cho biết giá chè là 12.500 đồng/kg [2].")
    assert of.citations()[0].state == "not_located"
    assert of.citations()[0].difference == "Mô hình viết Trần Bá Lộc, nguồn không ghi"


@pytest.mark.parametrize("right_first", [True, False])
def test_the_state_is_the_worst_of_the_sentences_that_cite(right_first: bool) -> None:
    right, wrong = "Xã Hòa Sơn trồng 85 ha chè năm 2030 [1].", "Diện tích chè đạt 107% kế hoạch [1]."
    _, of = hear(*((right, wrong) if right_first else (wrong, right)))
    assert [(c.number, c.state) for c in of.citations()] == [(1, "figure_differs")]


def test_numbers_that_name_no_sentence_are_dropped() -> None:
    said, of = hear("Năm 2030, xã Hòa Sơn trồng 85 ha chè [1, 9][0][77].")
    assert said == ["Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]."]
    assert len(of.citations()) == 1


def test_a_wrong_number_is_set_right_where_another_sentence_proves_the_words() -> None:
    said, of = hear("Giá chè là 12.500 đồng/kg, theo ông Lê An [1].")
    assert said == ["Giá chè là 12.500 đồng/kg, theo ông Lê An [1]."]
    assert of.citations()[0].quote == evidence()[1].text
    assert of.citations()[0].state == "supported"


@pytest.mark.parametrize(
    "text", ["Xã Hòa Sơn trồng chè [1].", "Xã Hòa Sơn là người trồng chè có chức vụ cao nhất [1]."]
)
def test_the_question_said_again_is_no_answer(text: str) -> None:
    (said,), of = hear(text)
    assert said == f"Nguyên văn: “{evidence()[0].text}” [1]."
    assert of.citations()[0].state == "not_located"


@pytest.mark.parametrize("text", ["", "[1]", "(bài “Chè Hòa Sơn”) [2]", "Chè được xuất sang 14 nước."])
def test_what_says_or_proves_nothing_is_not_shown(text: str) -> None:
    said, of = hear(text)
    assert (said, of.shown, of.citations()) == ([""], 0, ())


def test_a_sentence_is_said_once() -> None:
    said, of = hear(*["Năm 2030, xã Hòa Sơn trồng 85 ha chè [1]."] * 3)
    assert said[1:] == ["", ""]
    assert of.shown == 1


def test_who_is_answered_first_of_all_with_a_name() -> None:
    of = heard("Ai nói giá chè?")
    assert of.hear("Giá chè là 12.500 đồng/kg [2].") is None
    assert of.hear("Ông Lê An nói giá chè là 12.500 đồng/kg [2].") is not None
    assert of.hear("Năm 2030, xã trồng 85 ha chè [1].") is not None


def test_the_fallback_goes_on_with_the_numbers_and_repeats_nothing() -> None:
    _, of = hear("Giá chè là 12.500 đồng/kg, theo ông Lê An [2].")
    lead, quote = of.go_on(fallback())
    assert (lead.text, lead.citations[0].number) == ("85 ha [2].", 2)
    assert quote.text == f"Nguyên văn: “{evidence()[0].text}” [2]."
    assert list(of.go_on([*fallback(), Said("Thế thôi.", ())])) == [Said("Thế thôi.", ())]
    assert [c.number for c in of.citations()] == [1, 2]
