import pytest

from index.abbreviations import keys, written_out
from index.text import fold, syllables


def marks(text: str) -> list[str]:
    return keys([fold(word) for word in syllables(text)])


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("HĐND", "hội đồng nhân dân"),
        ("BHYT", "bảo hiểm y tế"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD&ĐT", "Sở Giáo dục - Đào tạo"),
        ("TP.HCM", "thành phố Hồ Chí Minh"),
        ("tphcm", "thanh pho ho chi minh"),
        ("WHO", "Tổ chức Y tế Thế giới"),
        ("KCN", "khu công nghiệp"),
    ],
)
def test_both_forms_bear_one_mark(short: str, long: str) -> None:
    assert marks(short)
    assert marks(short) == marks(long)


def test_the_longest_form_counts_once() -> None:
    assert marks("bảo hiểm y tế của người lao động") == ["=bhyt", "=nld"]
    assert marks("một câu thường") == []


def test_written_out() -> None:
    assert written_out("UBND") == "ủy ban nhân dân"
    assert written_out("TP.HCM") == "thành phố hồ chí minh"
    assert written_out("Vân Hà") is None
