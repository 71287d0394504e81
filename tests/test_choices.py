import pytest

from rag.choices import chosen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Năm 2020 công ty nào của bầu Tám lỗ nặng hơn, TGB hay GKT, mỗi bên mấy tỷ",
            ("Năm 2020 TGB lỗ mấy tỷ?", "Năm 2020 GKT lỗ mấy tỷ?"),
        ),
        (
            "Huyện nào ở Hạc Châu có nhiều trường hơn: Vân Hà hay Tân Mai",
            ("Ở Hạc Châu, Vân Hà có bao nhiêu trường?", "Ở Hạc Châu, Tân Mai có bao nhiêu trường?"),
        ),
        (
            "Vân Hà và Tân Mai, huyện nào lên thị xã, huyện nào bị giải thể",
            ("Vân Hà và Tân Mai: huyện nào lên thị xã?", "Vân Hà và Tân Mai: huyện nào bị giải thể?"),
        ),
        ("Huyện nào có nhiều trường hơn, Vân Hà hay Tân Mai", ()),
        ("Vân Hà và Tân Mai, huyện nào đông hơn, huyện nào rộng hơn", ()),
        ("Đội Bến Nứa và đội Tân Mai, đội nào về nhất", ()),
        ("", ()),
    ],
)
def test_one_of_two_is_chosen(text: str, expected: tuple[str, ...]) -> None:
    assert chosen(text) == expected
