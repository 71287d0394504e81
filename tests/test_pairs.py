import pytest

from rag.pairs import PERIOD, Pair, split


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Hai dự án BOT cầu Bến Nứa và đường Tân Mai",
            Pair("dự án BOT ", "cầu Bến Nứa", "đường Tân Mai", ""),
        ),
        (
            "Thu cả năm 2023 của Vân Hà với 9 tháng 2023 của Tân Mai",
            Pair("Thu ", "cả năm 2023 của Vân Hà", "9 tháng 2023 của Tân Mai", ""),
        ),
        (
            "Khách đến Hòn Vân quý 1 so với quý 2 năm 2024",
            Pair("Khách đến Hòn Vân ", "quý 1", "quý 2", "năm 2024"),
        ),
        (
            "Tiền phạt Công ty Giấy Tân Mai và Hợp tác xã Bến Nứa",
            Pair("Tiền phạt ", "Công ty Giấy Tân Mai", "Hợp tác xã Bến Nứa", ""),
        ),
        ("Bộ Giáo dục và Đào tạo", None),
    ],
)
def test_two_things_and_what_they_share(head: str, expected: Pair | None) -> None:
    assert split(head) == expected


def test_times() -> None:
    told = "cả năm 2023, 9 tháng đầu năm 2024, quý 1/2024, nhiệm kỳ 2015-2020, lớp 10"
    assert [match.group() for match in PERIOD.finditer(told)] == [
        "cả năm 2023",
        "9 tháng đầu năm 2024",
        "quý 1/2024",
        "nhiệm kỳ 2015-2020",
    ]
