"""When a second sentence stands beside the first, and when it must not."""

from dataclasses import replace

import pytest

from rag.alternatives import alike, alternative, fits
from rag.extract import answer
from rag.quoting import Finding
from rag.types import Evidence
from tests.answers_made import article, evidence

TEXT = (
    "Hồ Suối Trầu cạn nước\n"
    "Hồ Suối Trầu tưới cho 320 ha lúa.\n"
    "Vụ này chỉ 210 ha lúa được tưới từ hồ.\n"
    "Ông Trần Bảy nói nước về chậm vì kênh chính bị bồi lấp suốt ba năm."
)
QUESTION = "Hồ Suối Trầu tưới được bao nhiêu ha lúa?"


def two(first: float, second: float, words: tuple[str, str] = ("320 ha", "210 ha")) -> tuple[Evidence, ...]:
    one = article(text=TEXT, title="Hồ Suối Trầu cạn nước")
    chances = zip(words, (first, second), strict=True)
    return tuple(replace(evidence(word, one), probability=chance) for word, chance in chances)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [(0.6, 0.5, True), (0.6, 0.3, False), (0.95, 0.9, False), (0.2, 0.19, True)],
)
def test_only_a_near_tie_shows_both(first: float, second: float, shown: bool) -> None:
    assert (alternative(two(first, second)) is not None) is shown


def test_one_sentence_has_no_alternative() -> None:
    assert alternative(two(0.6, 0.5)[:1]) is None


def test_a_repeated_sentence_is_no_alternative() -> None:
    assert alike("Gần 40 tỷ đồng", "40 tỷ đồng")
    assert not alike("140 tỷ đồng", "40 tỷ đồng")


@pytest.mark.parametrize(
    ("question", "lead", "fit"),
    [
        ("Cầu dài bao nhiêu mét?", "320 m", True),
        ("Cầu dài bao nhiêu mét?", "2,1 km", False),
        ("Hội chợ mở ngày nào?", "22/3/2025", True),
        ("Hội chợ mở ngày nào?", "8h", False),
        ("Ai mở hội chợ?", "Nguyễn Thị Lan", True),
        ("Sở nào mở hội chợ?", "Sở Công Thương", True),
        ("Sở nào mở hội chợ?", "Công an tỉnh", False),
        ("Hội chợ thế nào?", "Đông khách", True),
    ],
)
def test_the_form_that_is_asked_for(question: str, lead: str, fit: bool) -> None:
    assert fits(question, lead) is fit


def test_a_part_is_no_rival_of_the_whole() -> None:
    one = article(text="Xã Long Hòa\nXã có 12 thôn.\nTrong đó 9 thôn có nhà văn hóa.", title="Xã Long Hòa")
    pair = tuple(replace(evidence(words, one), probability=0.6) for words in ("12 thôn", "9 thôn"))
    assert alternative(pair) is None


def test_both_figures_lead_and_both_sentences_are_cited() -> None:
    said = answer(QUESTION, [Finding(QUESTION, two(0.6, 0.5))])
    assert said[0].text.startswith("Có thể là 320 ha [1] hoặc 210 ha [2]")
    assert [c.quote for c in said[0].citations] == [
        "Hồ Suối Trầu tưới cho 320 ha lúa.",
        "Vụ này chỉ 210 ha lúa được tưới từ hồ.",
    ]
    assert said[-1].text == "Cũng có thể là: “Vụ này chỉ 210 ha lúa được tưới từ hồ” [2]."


def test_a_sentence_without_a_figure_does_not_rival_one_that_has_it() -> None:
    said = answer(QUESTION, [Finding(QUESTION, two(0.6, 0.5, ("320 ha", "nước về chậm")))])
    assert "hoặc" not in said[0].text
    assert {c.number for one in said for c in one.citations} == {1}


def test_the_one_that_has_the_form_asked_for_is_said_even_after_a_likelier_one() -> None:
    said = answer(QUESTION, [Finding(QUESTION, two(0.95, 0.9, ("nước về chậm", "320 ha")))])
    assert said[0].text == "320 ha [1]."


def test_a_free_question_quotes_both() -> None:
    asked = "Hồ Suối Trầu thế nào?"
    said = answer(asked, [Finding(asked, two(0.5, 0.45, ("nước về chậm", "210 ha")))])
    assert [c.number for c in said[-1].citations] == [2]
    assert said[-1].text.startswith("Cũng có thể là")


def test_two_reasons_are_quoted_whole_instead_of_said_by_halves() -> None:
    text = (
        "Hồ Suối Trầu cạn nước\n"
        "Nước về chậm vì kênh chính bị bồi lấp suốt ba năm.\n"
        "Hồ cạn do cửa xả hỏng từ mùa lũ;\n"
        "Ông Trần Bảy trông coi hồ."
    )
    one = article(text=text, title="Hồ Suối Trầu cạn nước")
    pair = tuple(replace(evidence(words, one), probability=0.5) for words in ("bồi lấp", "cửa xả"))
    asked = "Vì sao hồ Suối Trầu cạn nước?"
    first, second = answer(asked, [Finding(asked, pair)])
    assert "“Nước về chậm vì kênh chính bị bồi lấp suốt ba năm” [1]." in first.text
    assert second.text == "Cũng có thể là: “Hồ cạn do cửa xả hỏng từ mùa lũ” [2]."
