from datetime import date

import pytest

from index.types import Article
from rag.reform import abolished, merger, reform
from rag.types import Query


def article(text: str) -> Article:
    return Article("a", "a.txt", "", text, None, None, None, (), "")


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        pytest.param(
            "Vĩnh Phúc có bao nhiêu doanh nghiệp?",
            "Tỉnh Phú Thọ có 21.000 doanh nghiệp.",
            "Từ 1/7/2025, tỉnh Vĩnh Phúc đã nhập vào tỉnh Phú Thọ.",
            id="asked by the old name",
        ),
        pytest.param(
            "Tỉnh Phú Thọ có bao nhiêu hồ thủy điện?",
            "Tỉnh Hoà Bình có hai hồ thủy điện.",
            "Từ 1/7/2025, tỉnh Hòa Bình đã nhập vào tỉnh Phú Thọ.",
            id="asked by the new name",
        ),
        pytest.param(
            "TP.HCM có mấy cảng?",
            "Tỉnh Bình Dương có ba cảng sông.",
            "Từ 1/7/2025, tỉnh Bình Dương đã nhập vào thành phố Hồ Chí Minh.",
            id="into a city",
        ),
        pytest.param("Vĩnh Phúc có mấy hồ?", "Vĩnh Phúc, nay thuộc Phú Thọ, có hai hồ.", None, id="named"),
        pytest.param("Hà Nội có mấy hồ?", "Tỉnh Phú Thọ có hai hồ.", None, id="no relatives"),
        pytest.param(
            "Thành phố Huế có mấy cầu?", "Tỉnh Thừa Thiên Huế có chín cầu.", None, id="renamed alone"
        ),
        pytest.param("Vĩnh Phúc có mấy hồ?", "Tỉnh Hòa Bình có hai hồ.", None, id="two that merged"),
    ],
)
def test_the_merger_is_told_where_names_differ(question: str, text: str, told: str | None) -> None:
    assert merger(question, [article(text)]) == told


def test_no_article_tells_nothing() -> None:
    assert merger("Vĩnh Phúc có mấy hồ?", []) is None


YEAR_2026 = ((date(2026, 1, 1), date(2026, 12, 31)),)
YEAR_2025 = ((date(2025, 1, 1), date(2025, 12, 31)),)
YEAR_2024 = ((date(2024, 1, 1), date(2024, 12, 31)),)
GONE = "Từ 1/7/2025, cấp huyện đã bãi bỏ: huyện Vân Hà không còn là một đơn vị hành chính."


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param(Query("", "Ai làm bí thư huyện Vân Hà?", latest=True), GONE, id="how things stand"),
        pytest.param(Query("", "Bí thư huyện Vân Hà năm 2026?", spans=YEAR_2026), GONE, id="a year after it"),
        pytest.param(Query("", "Bí thư huyện Vân Hà năm 2024?", spans=YEAR_2024), None, id="before it"),
        pytest.param(Query("", "Bí thư huyện Vân Hà năm 2025?", spans=YEAR_2025), None, id="half before"),
        pytest.param(Query("", "Bí thư huyện Vân Hà là ai?"), None, id="no time named"),
        pytest.param(Query("", "Ai làm bí thư xã Vân Hà?", latest=True), None, id="communes are left"),
    ],
)
def test_a_district_is_no_more(query: Query, told: str | None) -> None:
    assert abolished(query, date(2026, 3, 1)) == told
    assert abolished(query, date(2025, 6, 30)) is None
    assert reform(query, [], date(2026, 3, 1)) == told
