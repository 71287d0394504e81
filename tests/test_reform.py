import pytest

from index.types import Article
from rag.reform import merger


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
