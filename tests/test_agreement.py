"""What rules see of a question and a sentence."""

from rag.agreement import FEATURES, OTHER_AIM, Agreement, agreement, asked
from tests.answers_made import article, candidate


def of(question: str, words: str) -> Agreement:
    return agreement(question, candidate(words))


def test_a_sentence_that_holds_the_wanted_kind_is_for_it() -> None:
    assert of("Ai là Bí thư Huyện ủy Vân Hà?", "chủ trì").kind == 1
    assert of("Ai là Bí thư Huyện ủy Vân Hà?", "12 xã").kind == -1
    assert of("Huyện làm được gì?", "12 xã").kind == 0


def test_an_office_of_another_class_is_hardly_for_the_question() -> None:
    text = "Kênh Mương Dài\nSở Xây dựng tỉnh Long Khê chủ trì đoàn.\nCông an huyện Vân Hà phối hợp với đoàn."
    one = article(text=text, title="Kênh Mương Dài")
    asked = "Sở nào chủ trì đoàn kiểm tra kênh?"
    assert agreement(asked, candidate("Sở Xây dựng", one)).kind == 1
    assert -1 < agreement(asked, candidate("Công an", one)).kind < 0


def test_an_aim_weighs_more_than_any_other_contradiction() -> None:
    result = "Năm 2024 thu nhập bình quân thực tế đạt bao nhiêu?"
    assert of(result, "63 triệu").accord() <= -OTHER_AIM


def test_a_target_is_against_a_question_for_the_result() -> None:
    result = "Năm 2024 thu nhập bình quân thực tế đạt bao nhiêu?"
    assert of(result, "58,4 triệu").intent > of(result, "63 triệu").intent
    target = "Huyện phấn đấu thu nhập bình quân bao nhiêu triệu đồng?"
    assert of(target, "63 triệu").intent > of(target, "58,4 triệu").intent


def test_a_year_that_was_over_asks_for_its_result() -> None:
    past = "Năm 2024 thu nhập bình quân đầu người của Vân Hà bao nhiêu?"  # the article came out in 2025
    assert of(past, "58,4 triệu").intent == 1
    assert of(past, "63 triệu").intent == -1
    ahead = "Năm 2026 thu nhập bình quân đầu người của Vân Hà bao nhiêu?"
    assert of(ahead, "63 triệu").intent == 1
    undated = article(published=None)
    assert agreement(past, candidate("63 triệu", undated)).intent == 0


def test_years_agree_or_differ() -> None:
    assert of("Năm 2024 thu nhập bao nhiêu?", "58,4 triệu").year == 1
    assert of("Năm 2022 thu nhập bao nhiêu?", "63 triệu").year == -1
    assert of("Thu nhập bao nhiêu?", "63 triệu").year == 0


def test_names_of_another_place_are_against_the_article() -> None:
    assert of("Huyện Vân Hà có mấy xã?", "12 xã").names == 1
    assert of("Huyện Sơn Lạc có mấy xã?", "12 xã").names == -1


def test_a_province_under_its_other_name_is_neither_for_nor_against() -> None:
    one = article(text="Tỉnh Phú Thọ mở chợ đêm\nChợ đêm có 145 gian hàng.", title="Tỉnh Phú Thọ mở chợ đêm")
    for place, names in (("Phú Thọ", 1.0), ("Vĩnh Phúc", 0.0), ("Bến Tre", -1.0)):
        seen = agreement(f"Chợ đêm ở {place} có mấy gian hàng?", candidate("145", one))
        assert seen.names == names
        assert (seen.accord() < 0) is (names < 0)


def test_an_abbreviation_beside_a_name_need_not_stand_in_the_article() -> None:
    assert of("UBND Vân Hà có mấy xã?", "12 xã").names == 1
    assert of("GRDP Sơn Lạc có mấy xã?", "12 xã").names == -1
    assert asked("Trường THPT Lâm Kha ở TP HCM lấy mấy điểm?").names == (("lâm", "kha"),)


def test_figures_of_the_question_must_stand_in_the_article() -> None:
    assert of("Mức 58,4 triệu là của năm nào?", "58,4 triệu").figures == 1
    assert of("Quyết định 77/QĐ-UBND nói gì?", "12 xã").figures == -1


def test_a_month_and_its_year_stand_in_a_date() -> None:
    one = article(text="Bầu trưởng thôn\nNgày 26/5/2025 thôn Tư bầu trưởng thôn.", title="Bầu trưởng thôn")
    assert agreement("Thôn Tư bầu ai tháng 5/2025?", candidate("thôn Tư", one)).figures == 1
    assert agreement("Thôn Tư bầu ai tháng 6/2025?", candidate("thôn Tư", one)).figures == -1


def test_a_measure_asked_in_a_unit_must_stand_in_the_sentence() -> None:
    assert of("Thu nhập bình quân bao nhiêu triệu đồng?", "58,4 triệu").form == 0
    assert of("Huyện có bao nhiêu ha rừng?", "58,4 triệu").form == -1
    assert of("Huyện họp năm nào?", "12 xã").form == -1
    assert of("Ai chủ trì hội nghị?", "12 xã").form == 0


def test_the_vector_has_a_value_for_each_feature() -> None:
    assert len(of("Huyện Vân Hà có mấy xã?", "12 xã").vector()) == len(FEATURES)


def test_a_place_and_the_person_named_after_it_are_two_names() -> None:
    assert asked("Chủ tịch huyện Vân Hà Đào Xuân Mơ nói gì?").names == (("vân", "hà"), ("đào", "xuân", "mơ"))
    assert asked("Bà Nguyễn Trần Lê An nói gì?").names == (("nguyễn", "trần", "lê", "an"),)
    assert asked("Phía Hàn Quốc cho bao nhiêu tiền?").names == (("hàn", "quốc"),)


def test_a_date_may_stand_without_its_year() -> None:
    one = article(text="Vân Hà\nTính đến ngày 15-9, huyện thu 12 tỷ đồng.", title="Vân Hà")
    assert agreement("Tính đến 15/9/2017 Vân Hà thu mấy tỷ?", candidate("12 tỷ", one)).figures == 1
    assert agreement("Tính đến 16/9/2017 Vân Hà thu mấy tỷ?", candidate("12 tỷ", one)).figures == -1


def test_a_count_of_something_else_is_hardly_for_the_question() -> None:
    one = article(text="Chợ xe Vân Hà\nChợ bày 16 chiếc xe.\nÔng An bán hàng ở chợ.", title="Chợ xe Vân Hà")
    asked = "Chợ Vân Hà bày mấy con xế xịn?"
    assert -1 < agreement(asked, candidate("16 chiếc", one)).kind < 0
    assert agreement(asked, candidate("bán hàng", one)).kind == -1


def test_a_decade_may_be_written_out() -> None:
    one = article(text="Vân Hà\nNhững năm 1980, xã có một trường.", title="Vân Hà")
    assert agreement("Thập niên 80 Vân Hà có mấy trường?", candidate("một trường", one)).figures == 1
    assert agreement("Thập niên 90 Vân Hà có mấy trường?", candidate("một trường", one)).figures == -1
