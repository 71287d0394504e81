"""A comparison is asked of each thing by itself; what only looks like one is left alone."""

import pytest

from rag.compare import as_question, compared


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "Huyện Hạ Lâm và huyện Trà Nham, nơi nào trồng được nhiều rừng hơn",
            ("Huyện Hạ Lâm trồng được bao nhiêu rừng?", "Huyện Trà Nham trồng được bao nhiêu rừng?"),
            id="which has more",
        ),
        pytest.param(
            "Năm 2022, Hạ Lâm và Trà Nham, huyện nào có nhiều hộ nghèo hơn",
            ("Năm 2022, Hạ Lâm có bao nhiêu hộ nghèo?", "Năm 2022, Trà Nham có bao nhiêu hộ nghèo?"),
            id="the year goes to both",
        ),
        pytest.param(
            "Hồ Mây rộng hơn hồ Nứa bao nhiêu héc ta",
            ("Hồ Mây rộng bao nhiêu héc ta?", "Hồ Nứa rộng bao nhiêu héc ta?"),
            id="by how much, with its unit",
        ),
        pytest.param(
            "So với Trà Nham thì Hạ Lâm thu hút nhiều du khách hơn bao nhiêu",
            ("Hạ Lâm thu hút bao nhiêu du khách?", "Trà Nham thu hút bao nhiêu du khách?"),
            id="the other named first",
        ),
        pytest.param(
            "Cầu Nứa và cầu Mây, cầu nào khánh thành sớm hơn",
            ("Cầu Nứa khánh thành khi nào?", "Cầu Mây khánh thành khi nào?"),
            id="earlier asks when",
        ),
        pytest.param(
            "Hạ Lâm và Trà Nham lần lượt có bao nhiêu trường học",
            ("Hạ Lâm có bao nhiêu trường học?", "Trà Nham có bao nhiêu trường học?"),
            id="respectively",
        ),
    ],
)
def test_each_side_is_a_plain_question(question: str, expected: tuple[str, ...]) -> None:
    assert compared(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Hạ Lâm trồng được bao nhiêu rừng", id="one thing"),
        pytest.param("Sở Giáo dục và Đào tạo tuyển bao nhiêu giáo viên", id="an office with và"),
        pytest.param("Hạ Lâm và Trà Nham cùng xây cầu gì", id="done together"),
        pytest.param("Giá quế tăng hơn 5 lần vì sao", id="more than a number"),
        pytest.param("Hạ Lâm và Trà Nham", id="nothing asked"),
        pytest.param("", id="empty"),
    ],
)
def test_what_compares_nothing_has_no_sides(question: str) -> None:
    assert compared(question) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  hạ  lâm có gì ,", "Hạ lâm có gì?", id="spaces, comma, capital"),
        pytest.param("Bản Nà Lốc ở đâu?", "Bản Nà Lốc ở đâu?", id="one mark"),
        pytest.param("đèo Mây cao bao nhiêu.", "Đèo Mây cao bao nhiêu?", id="a capital đ"),
    ],
)
def test_as_question(text: str, expected: str) -> None:
    assert as_question(text) == expected
