import pytest

from rag.reworded import reworded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So lương của A với B, nơi nào cao hơn", "Lương của A với B, nơi nào cao hơn"),
        ("So lương ở Vân Hà với Tân Mai", "So sánh lương ở Vân Hà với Tân Mai"),
        ("Cho mình hỏi ai là bí thư", "ai là bí thư"),
        (
            "A với B, bên nào tốn tiền hơn và bao nhiêu",
            "A với B, bên nào tốn nhiều tiền hơn, mỗi bên bao nhiêu",
        ),
        ("A và B, công suất bên nào lớn hơn", "A và B, bên nào công suất lớn hơn"),
        ("A với B, nơi nào đắt hơn, mỗi quầy mấy đồng", "A với B, nơi nào đắt hơn, mỗi bên mấy đồng"),
        ("Mỗi tỉnh Hạc Châu và Thanh Mai có mấy xã", "Hai tỉnh Hạc Châu và Thanh Mai mỗi nơi có mấy xã"),
        ("Tiền phạt A và B, bên nào nặng hơn", "Tiền phạt A và B, bên nào cao hơn"),
        (
            "So với dự toán, thu của Vân Hà và Tân Mai, bên nào vượt nhiều hơn",
            "Thu của Vân Hà và Tân Mai, mỗi nơi đạt bao nhiêu phần trăm dự toán",
        ),
        ("A với B, nơi nào đắt hơn, mỗi ngày mấy đồng", "A với B, nơi nào đắt hơn, mỗi ngày mấy đồng"),
        ("Dự án có được duyệt hay không", "Dự án có được duyệt hay không"),
        ("So với năm 2022, thu ngân sách tăng bao nhiêu", "So với năm 2022, thu ngân sách tăng bao nhiêu"),
        ("", ""),
    ],
)
def test_a_turn_of_phrase_becomes_its_plainest_form(text: str, expected: str) -> None:
    assert reworded(text) == expected
