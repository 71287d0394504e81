"""Whose sentence it is: the place asked for, another of its level, or nobody's by name."""

from rag.agreement import agreement
from rag.standing import akin, told
from tests.answers_made import article, candidate


def test_a_sentence_about_another_district_is_against_the_question() -> None:
    text = (
        "Vốn chính sách hai huyện\nTại huyện Vân Hạ, tổng dư nợ đạt 486 tỷ đồng.\n"
        "Tại huyện Vân Hà, ông An cho biết vốn đến tay dân.\nTổng dư nợ của huyện đạt 512 tỷ đồng."
    )
    one = article(text=text, title="Vốn chính sách hai huyện")
    asked = "Tổng dư nợ của huyện Vân Hà là bao nhiêu?"
    assert agreement(asked, candidate("486 tỷ", one)).place == -1
    assert agreement(asked, candidate("ông An", one)).place == 1
    assert agreement(asked, candidate("512 tỷ", one)).place == 0.5
    assert agreement("Tổng dư nợ của Vân Hạ?", candidate("512 tỷ", one)).place == -0.5
    assert agreement("Tổng dư nợ là bao nhiêu?", candidate("512 tỷ", one)).place == 0


def test_a_communes_own_figure_is_none_of_its_districts() -> None:
    text = (
        "Xã Đồng Lim khởi sắc\nXã Đồng Lim ở huyện Vân Hà có 9 thôn.\n"
        "Thu nhập bình quân của xã đạt 49 triệu đồng."
    )
    one = article(text=text, title="Xã Đồng Lim khởi sắc")
    own = candidate("49 triệu", one)
    assert agreement("Thu nhập bình quân của huyện Vân Hà?", own).place == -1
    assert agreement("Thu nhập bình quân của xã Đồng Lim?", own).place == 0.5


def test_a_rank_within_the_province_does_not_make_a_sentence_the_provinces() -> None:
    text = (
        "Huyện Vân Hà\nHuyện thu 657 tỷ đồng, chất lượng giáo dục đứng đầu của tỉnh.\nGRDP của tỉnh tăng 8%."
    )
    one = article(text=text, title="Huyện Vân Hà")
    assert agreement("Huyện Vân Hà thu bao nhiêu?", candidate("657 tỷ", one)).place > 0
    assert agreement("Huyện Vân Hà tăng bao nhiêu?", candidate("tăng 8%", one)).place == -1


def test_provinces_that_merged_are_akin() -> None:
    one = article(text="Tỉnh Phú Thọ mở chợ đêm\nChợ đêm có 145 gian hàng.", title="Tỉnh Phú Thọ mở chợ đêm")
    assert akin(("vĩnh", "phúc"), one)
    assert not akin(("bến", "tre"), one)
    assert not akin(("vân", "hà"), one)


def test_a_city_may_be_written_in_several_ways() -> None:
    for asked in (("sài", "gòn"), ("hồ", "chí", "minh")):
        assert told(asked, "Trường ở TP.HCM tuyển 50 em.")
        assert told(asked, "Trường ở Thành phố Hồ Chí Minh tuyển 50 em.")
        assert not told(asked, "Trường ở Hà Nội tuyển 50 em.")
    assert not told(("vân", "hà"), "Huyện Vân Hạ có 12 xã.")
