import pytest

from rag.conjoined import conjoined, two_years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Năm 2024, số hộ nghèo của Vân Hà và Tân Mai là bao nhiêu",
            (
                "Năm 2024, số hộ nghèo của Vân Hà là bao nhiêu?",
                "Năm 2024, số hộ nghèo của Tân Mai là bao nhiêu?",
            ),
            id="owners, after a year",
        ),
        pytest.param(
            "Doanh thu và lợi nhuận của Tân Mai là bao nhiêu",
            ("Doanh thu của Tân Mai là bao nhiêu?", "Lợi nhuận của Tân Mai là bao nhiêu?"),
            id="measures",
        ),
        pytest.param(
            "Kè Bến Nứa dài và cao bao nhiêu mét",
            ("Kè Bến Nứa dài bao nhiêu mét?", "Kè Bến Nứa cao bao nhiêu mét?"),
            id="sizes",
        ),
        pytest.param(
            "So sánh dân số của Vân Hà và Tân Mai",
            ("Dân số của Vân Hà là bao nhiêu?", "Dân số của Tân Mai là bao nhiêu?"),
            id="compare",
        ),
    ],
)
def test_each_thing_is_asked_for_by_itself(text: str, expected: tuple[str, str]) -> None:
    assert conjoined(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tổng cộng Vân Hà và Tân Mai có bao nhiêu hộ nghèo",
        "Quốc lộ qua Vân Hà và Tân Mai dài bao nhiêu",
        "Bộ Giáo dục và Đào tạo tuyển bao nhiêu người",
        "Số người chết và bị thương ở Vân Hà là bao nhiêu",
        "",
    ],
)
def test_what_may_be_told_as_one_stays_whole(text: str) -> None:
    assert conjoined(text) == ()


def test_each_year_is_asked_for_by_itself() -> None:
    assert two_years("Quý 1 và quý 2 Tân Mai đón bao nhiêu khách") == (
        "Quý 1 Tân Mai đón bao nhiêu khách?",
        "Quý 2 Tân Mai đón bao nhiêu khách?",
    )
    assert two_years("Dân số Tân Mai năm 2023 và 2024 chênh nhau bao nhiêu") == (
        "Dân số Tân Mai năm 2023 là bao nhiêu?",
        "Dân số Tân Mai năm 2024 là bao nhiêu?",
    )
    assert two_years("Năm 2023 và 2024 mỗi năm Tân Mai gom bao nhiêu tấn rác mỗi ngày") == (
        "Năm 2023 Tân Mai gom bao nhiêu tấn rác mỗi ngày?",
        "Năm 2024 Tân Mai gom bao nhiêu tấn rác mỗi ngày?",
    )
    assert two_years("Dân số năm 2023 và 2024 tăng bao nhiêu") == ()
