"""What a question is about, and how it stands before a follow-up."""

import pytest

from rag.topic import bare_quantity, behind, in_front, subject


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Cầu Vân Hà dài bao nhiêu mét?", "Cầu Vân Hà"),
        ("Vụ cháy chợ Bến Đò xảy ra khi nào?", "Vụ cháy chợ Bến Đò"),
        ("Ai được bầu làm Chủ tịch UBND tỉnh Phú Hà?", "bầu Chủ tịch UBND tỉnh Phú Hà"),
        ("Nhà hát Sao Biển do ai thiết kế?", "Nhà hát Sao Biển được thiết kế"),
        ("Bão số 4 làm bao nhiêu người chết ở Phú Hà?", "Bão số 4 làm người chết ở Phú Hà"),
        ("Thu nhập của huyện Mường Hà năm 2030 là bao nhiêu?", "Thu nhập của huyện Mường Hà năm 2030"),
    ],
)
def test_what_is_asked_is_left_out(question: str, about: str) -> None:
    assert subject(question) == about


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Năm 2031 huyện Mường Hà phấn đấu bao nhiêu?", True),
        ("Huyện Mường Hà tăng bao nhiêu?", True),
        ("Huyện Mường Hà thu ngân sách bao nhiêu?", False),
        ("Huyện Mường Hà có bao nhiêu xã?", False),
    ],
)
def test_a_quantity_without_a_measure(question: str, bare: bool) -> None:
    assert bare_quantity(question) is bare


def test_a_new_period_replaces_the_old_one() -> None:
    made = in_front("năm 2031 ai chủ trì", "Hội nghị tổng kết năm 2030 của Hội Nông dân họp ngày nào?")
    assert made == "Về hội nghị tổng kết của Hội Nông dân: năm 2031 ai chủ trì"


def test_a_compared_period_keeps_the_old_one() -> None:
    made = in_front("so với năm 2029 tăng mấy phần", "Thu nhập của huyện Mường Hà năm 2030 là bao nhiêu?")
    assert made.startswith("Về thu nhập của huyện Mường Hà năm 2030: ")


def test_a_chain_keeps_only_the_topic() -> None:
    made = in_front("bao giờ xong", "Về cầu Vân Hà: bao giờ khởi công?")
    assert made == "Về cầu Vân Hà: bao giờ xong"
    assert in_front("vì sao", "Về cầu Vân Hà: bao giờ khởi công?") == "Về cầu Vân Hà khởi công: vì sao"


def test_an_aim_takes_the_measure() -> None:
    made = in_front(
        "năm 2031 huyện Mường Hà phấn đấu bao nhiêu", "Thu nhập của huyện Mường Hà năm 2030 là bao nhiêu?"
    )
    assert made == "năm 2031 huyện Mường Hà phấn đấu thu nhập bao nhiêu"


def test_what_stands_behind_the_topic() -> None:
    assert behind("Về việc xây cầu Vân Hà: cầu dài mấy mét?") == "cầu dài mấy mét?"
    assert behind("Cầu Vân Hà dài mấy mét?") == "Cầu Vân Hà dài mấy mét?"
