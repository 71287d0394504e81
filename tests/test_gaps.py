import pytest

from rag.gaps import gapped, uncut


@pytest.mark.parametrize(
    ("first", "second", "alone", "expected"),
    [
        ("Thu của A năm 2022 là bao nhiêu", "năm 2023", True, "Thu của A năm 2023 là bao nhiêu"),
        ("Quý 1 Tân Mai lãi bao nhiêu", "quý 2 thì sao", True, "Quý 2 Tân Mai lãi bao nhiêu"),
        ("Vân Hà có bao nhiêu ca", "Tân Mai bao nhiêu ca", False, "Tân Mai có bao nhiêu ca"),
        ("Cầu Bến Nứa dài bao nhiêu", "cầu Khe Trúc bao nhiêu", False, "cầu Khe Trúc dài bao nhiêu"),
        ("Cháy ở Vân Hà hôm nào", "ở Tân Mai hôm nào", True, "Cháy ở Tân Mai hôm nào"),
        ("Ai làm bí thư Vân Hà", "ngân sách Tân Mai thu bao nhiêu", True, None),
        ("Phà Bến Nứa tốn bao nhiêu", "vé vào chùa Khe Trúc bao nhiêu", False, None),
        ("Thu của Vân Hà là bao nhiêu", "năm 2023", False, None),
    ],
)
def test_what_is_left_out_is_filled_in(first: str, second: str, alone: bool, expected: str | None) -> None:
    assert gapped(first, second, alone) == expected


def test_small_letters_without_a_comma() -> None:
    assert uncut("vân hà thu bao nhiêu", "tân mai bao nhiêu") == "tân mai thu bao nhiêu"
    assert uncut("vân hà thu bao nhiêu", "thiếu vốn lắm") is None
