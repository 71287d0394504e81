import pytest

from rag.asking import ASKS
from rag.compare import as_question, compared
from rag.pairs import NAME


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param(
            "Giá vé của Bến Nứa và của Tân Mai, nơi nào đắt hơn",
            "Giá vé của Bến Nứa đắt bao nhiêu?",
            "Giá vé của Tân Mai đắt bao nhiêu?",
            id="owner said twice",
        ),
        pytest.param(
            "Vân Hà với Vân Hạ, bên nào xuất khẩu chè nhiều hơn năm 2018",
            "Vân Hà xuất khẩu chè bao nhiêu năm 2018?",
            "Vân Hạ xuất khẩu chè bao nhiêu năm 2018?",
            id="the year behind",
        ),
        pytest.param(
            "Học phí trường Bến Nứa và trường Tân Mai chênh nhau bao nhiêu",
            "Học phí trường Bến Nứa là bao nhiêu?",
            "Học phí trường Tân Mai là bao nhiêu?",
            id="the difference",
        ),
        pytest.param(
            "Hai ông Lê Văn Tám và Trần Văn Sáu bị tuyên mấy năm tù mỗi người",
            "Ông Lê Văn Tám bị tuyên mấy năm tù?",
            "Ông Trần Văn Sáu bị tuyên mấy năm tù?",
            id="two of a kind",
        ),
    ],
)
def test_compared(text: str, first: str, second: str) -> None:
    assert compared(text) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Giáo dục và Đào tạo có nhiều đề án hơn là nhờ đâu",
        "Thu ngân sách tăng hơn 5 % nhờ đâu",
        "Ai là Chủ tịch Vân Hà",
        "Vân Hà và Vân Hạ giáp nhau ở đâu",
        "",
    ],
)
def test_not_compared(text: str) -> None:
    assert compared(text) == ()


def test_what_asks_and_what_names() -> None:
    assert ASKS.search("thu được bao nhiêu")
    assert not ASKS.search("không thu được")
    assert [match.group() for match in NAME.finditer("ông Lê Văn Tám ở Bà Rịa - Vũng Tàu")] == [
        "Lê Văn Tám",
        "Bà Rịa - Vũng Tàu",
    ]
    assert as_question("  vân Hà  có gì, ") == "Vân Hà có gì?"
