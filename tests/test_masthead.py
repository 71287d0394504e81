"""What stands around a body: title, author, publisher, and none of them where no line says so."""

import pytest

from index.masthead import byline, publisher, title

BODY = "Chiều qua, bản Nà Lốc mở lại chợ phiên sau hai năm sửa chữa, đông vui hơn hẳn các năm cũ."


@pytest.mark.parametrize(
    ("lines", "noisy", "expected"),
    [
        pytest.param(["Nà Lốc mở lại chợ phiên", BODY], False, "Nà Lốc mở lại chợ phiên", id="first line"),
        pytest.param(
            ["Chuyện miền núi", "Nà Lốc mở lại chợ phiên", BODY],
            True,
            "Nà Lốc mở lại chợ phiên",
            id="repeated",
        ),
        pytest.param(
            ["UBND huyện Hạ Lâm", "Nà Lốc mở lại chợ phiên", "04/05/2021", BODY],
            True,
            "Nà Lốc mở lại chợ phiên",
            id="an office above it",
        ),
        pytest.param(
            ["04/05/2021", "Nà Lốc mở lại chợ phiên", BODY],
            True,
            "Nà Lốc mở lại chợ phiên",
            id="a date above it",
        ),
        pytest.param(["04/05/2021"], False, None, id="only a date"),
        pytest.param([" ".join(["chữ"] * 41), BODY], False, None, id="a paragraph"),
        pytest.param([], False, None, id="nothing"),
    ],
)
def test_title(lines: list[str], noisy: bool, expected: str | None) -> None:
    assert title(lines, noisy) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(["Bài và ảnh: Lò Thị Sao", BODY, BODY], ("Lò Thị Sao", None), id="credit at the top"),
        pytest.param([BODY, BODY, "Lò Thị Sao"], ("Lò Thị Sao", None), id="name at the end"),
        pytest.param([BODY, BODY, "Lò Sao - Vàng A Chứ"], ("Lò Sao - Vàng A Chứ", None), id="two names"),
        pytest.param([BODY, BODY, "L.T. Sao"], ("L.T. Sao", None), id="initials"),
        pytest.param([BODY, BODY, "(Theo Báo Mây)"], (None, "Báo Mây"), id="agency"),
        pytest.param([BODY, BODY, "Ảnh chợ phiên."], (None, None), id="caption"),
        pytest.param([BODY, BODY], (None, None), id="none"),
        pytest.param([], (None, None), id="no body"),
    ],
)
def test_byline(body: list[str], expected: tuple[str | None, str | None]) -> None:
    assert byline(body) == expected


@pytest.mark.parametrize(
    ("above", "first", "expected"),
    [
        pytest.param([], f"HLTV - {BODY}", "HLTV", id="mark before the first sentence"),
        pytest.param([], f"(Báo Mây) - {BODY}", "Báo Mây", id="mark in brackets"),
        pytest.param(["Cổng thông tin huyện Hạ Lâm"], BODY, "Cổng thông tin huyện Hạ Lâm", id="office above"),
        pytest.param(["Chuyện miền núi"], BODY, None, id="a column is no office"),
        pytest.param([], BODY, None, id="none"),
        pytest.param([], "HLTV - Ảnh chợ", None, id="a mark on a short line"),
    ],
)
def test_publisher(above: list[str], first: str, expected: str | None) -> None:
    head = "Nà Lốc mở lại chợ phiên"
    assert publisher([*above, head, first], head, [first]) == expected
