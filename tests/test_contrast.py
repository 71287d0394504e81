"""One slot of the last question replaced."""

import pytest

from rag.contrast import replace

INCOME = "Thu nhập bình quân của huyện Mường Hà năm 2030 là bao nhiêu"


@pytest.mark.parametrize(
    ("slot", "previous", "made"),
    [
        ("năm 2031", INCOME, "Thu nhập bình quân của huyện Mường Hà năm 2031 là bao nhiêu"),
        ("huyện Nậm Lốc", INCOME, "Thu nhập bình quân của huyện Nậm Lốc năm 2030 là bao nhiêu"),
        ("chỉ tiêu năm 2031", INCOME, "chỉ tiêu thu nhập bình quân của huyện Mường Hà năm 2031 là bao nhiêu"),
        ("hộ nghèo", INCOME, "hộ nghèo của huyện Mường Hà năm 2030 là bao nhiêu"),
        ("chi", "Xã thu ngân sách bao nhiêu", "Xã chi ngân sách bao nhiêu"),
        ("ngô", "Xã trồng bao nhiêu tấn lúa", "Xã trồng bao nhiêu tấn ngô"),
        ("giáo viên", "Học sinh nghỉ mấy ngày", "giáo viên nghỉ mấy ngày"),
        ("chủ tịch", "Ai làm bí thư huyện Mường Hà", "Ai làm chủ tịch huyện Mường Hà"),
    ],
)
def test_replace(slot: str, previous: str, made: str) -> None:
    assert replace(slot, previous) == made


def test_the_same_slot_replaces_nothing() -> None:
    assert replace("năm 2030", INCOME) is None
