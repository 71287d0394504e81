from dataclasses import replace

import pytest

from index.types import Article
from rag.fitting import fitted, fitting
from rag.quoting import Finding
from rag.types import Evidence

TEXT = (
    "Tổng kết năm 2024 của hai huyện\n\n"
    "Huyện Vân Hà kết nạp 212 đảng viên, thu ngân sách đạt 310 tỷ đồng. "
    "Huyện Tân Mai thu ngân sách đạt 275 tỷ đồng. "
    "Tỷ lệ hộ nghèo giảm từ 12,5% năm 2023 xuống còn 9,1%. "
    "Hai huyện Vân Hà và Tân Mai lần lượt có 41 và 56 ca sốt xuất huyết. "
    "Cả vùng trồng mới 730 ha mía, nâng diện tích mía lên 4.200 ha."
)
ARTICLE = Article("a", "a.txt", "Tổng kết năm 2024 của hai huyện", TEXT, None, None, None, (), "")
MAI = ("Vân Hà", "Tân Mai")


def evidence(words: str) -> Evidence:
    """The sentence that holds the words."""
    start = max(TEXT.rfind(". ", 0, TEXT.index(words)) + 2, TEXT.index("\n\n") + 2)
    end = TEXT.find(". ", TEXT.index(words)) + 1 or len(TEXT)
    return Evidence(ARTICLE, start, end, TEXT[start:end], 0.5, 0.5)


def of(question: str, *offered: Evidence) -> list[tuple[Evidence, ...]]:
    """What fits the same question of both places."""
    return fitting([question.format(place) for place in MAI], [offered, offered])


def led(found: tuple[Evidence, ...]) -> list[str]:
    return [one.text[one.span.start : one.span.end] for one in found if one.span]


def test_a_figure_of_another_measure_does_not_answer() -> None:
    first, second = of("Tỷ lệ bao phủ bảo hiểm y tế của {} là bao nhiêu?", evidence("212"), evidence("9,1%"))
    assert first == second == ()


def test_a_word_of_the_measure_in_common_is_not_the_measure() -> None:
    assert of("Diện tích rừng trồng của {} là bao nhiêu?", evidence("730 ha")) == [(), ()]


def test_the_other_places_figure_does_not_answer() -> None:
    first, second = of("Thu ngân sách của {} là bao nhiêu?", evidence("275"), evidence("310"))
    assert [one.text for one in first] == [evidence("310").text]
    assert [one.text for one in second] == [evidence("275").text]


def test_findings_keep_their_questions_and_what_fits_them() -> None:
    asked = [f"Thu ngân sách của {place} là bao nhiêu?" for place in MAI]
    first, second = fitted([Finding(one, (evidence("275"), evidence("310"))) for one in asked])
    assert (first.question, [one.text for one in first.evidence]) == (asked[0], [evidence("310").text])
    assert (second.question, [one.text for one in second.evidence]) == (asked[1], [evidence("275").text])


def test_figures_told_respectively_go_to_their_names() -> None:
    first, second = of("Số ca sốt xuất huyết của huyện {} là bao nhiêu?", evidence("lần lượt"))
    assert (led(first), led(second)) == (["41"], ["56 ca sốt xuất"])


@pytest.mark.parametrize(("year", "figure"), [("2023", "12,5%"), ("2024", "9,1%")])
def test_each_year_has_its_own_figure(year: str, figure: str) -> None:
    asked = [f"Tỷ lệ hộ nghèo năm {one} là bao nhiêu?" for one in (year, "2020")]
    found, _ = fitting(asked, [[evidence("9,1%")], []])
    assert led(found) == [figure]


def test_the_old_value_of_a_change_is_not_how_things_stand() -> None:
    found, _ = fitting(["Tỷ lệ hộ nghèo là bao nhiêu?", "Ai là bí thư?"], [[evidence("9,1%")], []])
    assert led(found) == ["9,1%"]


def test_a_side_that_asks_for_no_figure_keeps_its_evidence() -> None:
    one = evidence("212")
    assert fitting(["Ai là bí thư?", "Cầu dài mấy mét?"], [[one], [one]]) == [(one,), ()]


def test_an_abbreviation_is_what_it_stands_for() -> None:
    text = "Tỷ lệ bao phủ BHYT đạt 93,4%."
    article = replace(ARTICLE, text=text, title="Vân Hà")
    one = Evidence(article, 0, len(text), text, 0.5, 0.5)
    found, _ = fitting(["Tỷ lệ bao phủ bảo hiểm y tế của Vân Hà là bao nhiêu?", "Ai là bí thư?"], [[one], []])
    assert found == (one,)


COSTS = (
    "Hai công trình của tỉnh\n\n"
    "Chi phí quản lý dự án cầu Bến Nứa là 13 tỷ đồng. "
    "Tổng mức đầu tư cầu Bến Nứa là 240 tỷ đồng, vốn vay 90 tỷ đồng. "
    "Bến Nứa đón lượng mưa lớn, trong 24 giờ đo được 66 cm."
)


def cost(words: str, probability: float) -> Evidence:
    start = max(COSTS.rfind(". ", 0, COSTS.index(words)) + 2, COSTS.index("\n\n") + 2)
    end = COSTS.find(". ", COSTS.index(words)) + 1 or len(COSTS)
    article = replace(ARTICLE, text=COSTS, title="Hai công trình của tỉnh")
    return Evidence(article, start, end, COSTS[start:end], probability, probability)


def test_what_a_thing_costs_in_all_comes_before_its_parts() -> None:
    asked = ["Cầu Bến Nứa tốn bao nhiêu tiền?", "Kè Khe Trúc tốn bao nhiêu tiền?"]
    found, _ = fitting(asked, [[cost("13 tỷ", 0.5), cost("240 tỷ", 0.3)], []])
    assert led(found)[0] == "240 tỷ đồng"


def test_a_likely_figure_of_the_asked_unit_may_be_told_in_other_verbs() -> None:
    asked = ["Bến Nứa hứng bao nhiêu cm mưa trong 24 giờ?", "Ai là bí thư?"]
    likely, unlikely = cost("66 cm", 0.8), cost("66 cm", 0.3)
    assert fitting(asked, [[likely], []])[0] == (likely,)
    assert fitting(asked, [[unlikely], []])[0] == ()


def test_when_and_by_whom_it_was_said_is_no_measure() -> None:
    asked = [f"Đợt bão năm 2024, {place} có bao nhiêu ca sốt xuất huyết?" for place in MAI]
    found = fitting(asked, [[evidence("lần lượt")], [evidence("lần lượt")]])
    assert [led(one) for one in found] == [["41"], ["56 ca sốt xuất"]]
