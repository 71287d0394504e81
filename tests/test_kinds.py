import pytest

from rag.kinds import two_kinds


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Tỷ lệ trẻ thấp còi và nhẹ cân ở Hạc Châu là bao nhiêu phần trăm, cái nào cao hơn",
            "Tỷ lệ trẻ thấp còi ở Hạc Châu là bao nhiêu phần trăm?",
            "Tỷ lệ trẻ nhẹ cân ở Hạc Châu là bao nhiêu phần trăm?",
        ),
        (
            "Năm 2020, thu và chi ngân sách của Vân Hà lần lượt là bao nhiêu",
            "Năm 2020, thu ngân sách của Vân Hà là bao nhiêu?",
            "Năm 2020, chi ngân sách của Vân Hà là bao nhiêu?",
        ),
    ],
)
def test_each_kind_keeps_the_place_and_the_unit(text: str, first: str, second: str) -> None:
    assert two_kinds(text) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ nghèo và cận nghèo của Vân Hà là bao nhiêu",
        "Tỷ lệ hộ nghèo của Vân Hà và Tân Mai là bao nhiêu, nơi nào cao hơn",
        "Diện tích lúa và ngô của Tân Mai, cây nào được giá hơn",
        "",
    ],
)
def test_what_may_be_one_figure_stays_whole(text: str) -> None:
    assert two_kinds(text) == ()
