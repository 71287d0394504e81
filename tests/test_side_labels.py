import pytest

from rag.side_labels import side_labels


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        pytest.param(
            ("Thu nhập của Vân Hà là bao nhiêu?", "Thu nhập của Vân Hạ là bao nhiêu?"),
            ["Vân Hà", "Vân Hạ"],
            id="whole names",
        ),
        pytest.param(
            ("Bão số 9 ở Vân Hà làm mấy người chết?", "Bão số 11 ở Tân Mai làm mấy người chết?"),
            ["Bão số 9 ở Vân Hà", "Bão số 11 ở Tân Mai"],
            id="a number with its noun",
        ),
        pytest.param(
            ("Tân Mai đón bao nhiêu khách năm 2023?", "Tân Mai đón bao nhiêu khách năm 2024?"),
            ["Năm 2023", "Năm 2024"],
            id="years",
        ),
        pytest.param(
            ("Cao tốc Tân Mai - Bến Nứa dài mấy km?", "Đường tránh Vân Hà dài mấy km?"),
            ["Cao tốc Tân Mai - Bến Nứa", "Đường tránh Vân Hà"],
            id="unlike things, one thing asked",
        ),
        pytest.param(
            ("Lũ ở sông Vân (theo huyện) làm chết mấy người?", "Lũ ở suối Hạ làm chết mấy người?"),
            ["Sông Vân (theo huyện)", "Suối Hạ"],
            id="who says so",
        ),
        pytest.param(
            ("Công ty Tân Mai bị phạt bao nhiêu tiền?", "Công ty Tân Mai bị đình chỉ bao lâu?"),
            ["Phạt", "Đình chỉ"],
            id="without what asks",
        ),
        pytest.param(
            ("Năm 2023, Lâm Sơn đạt mấy chỉ tiêu?", "Năm 2023, Hạc Sơn đạt mấy chỉ tiêu?"),
            ["Lâm Sơn", "Hạc Sơn"],
            id="names that end alike",
        ),
        pytest.param(
            ("Thu của Lâm Sơn cả năm 2023 là bao nhiêu?", "Thu của Hạc Sơn 9 tháng 2023 là bao nhiêu?"),
            ["Lâm Sơn cả năm 2023", "Hạc Sơn 9 tháng 2023"],
            id="times that end alike",
        ),
        pytest.param(
            ("Cầu Bến Nứa - Khe Trúc dài mấy km?", "Cầu Bến Nứa - Đồng Lau dài mấy km?"),
            ["Cầu Bến Nứa - Khe Trúc", "Cầu Bến Nứa - Đồng Lau"],
            id="a name of two places",
        ),
        pytest.param(
            ("Thu nhập của vân hà là bao nhiêu?", "Thu nhập của vân hạ là bao nhiêu?"),
            ["Vân hà", "Vân hạ"],
            id="names in small letters",
        ),
        pytest.param(
            ("Kè ở sông Vân, sông Mai dài mấy km?", "Đường tránh Tân Mai dài mấy km?"),
            ["Kè ở sông Vân, sông Mai", "Đường tránh Tân Mai"],
            id="commas as they were typed",
        ),
        pytest.param(("Ai làm chủ tịch?", "Bao giờ cầu xong?"), ["", ""], id="two questions"),
        pytest.param(("A?", "B?", "C?"), ["", "", ""], id="three"),
    ],
)
def test_sides_are_told_apart(sides: tuple[str, ...], expected: list[str]) -> None:
    assert side_labels(sides) == expected
