"""Entities, periods and the bare statement of a question."""

from rag.slots import content, entities, lowered, periods, plain, statement


def test_entities_carry_their_class_words_and_numbers() -> None:
    found = entities("Dự án cầu Phú Hà do ông Trần Văn Lợi trông coi, tàu cá PH 4512 TS chở vật liệu.")
    assert [(e.text, e.name, e.person) for e in found] == [
        ("Dự án cầu Phú Hà", "Phú Hà", False),
        ("ông Trần Văn Lợi", "Trần Văn Lợi", True),
        ("tàu cá PH 4512 TS", "PH 4512 TS", False),
    ]
    assert found[0].classes == ("cầu", "dự án")


def test_a_class_inside_another_word_is_none() -> None:
    assert [e.text for e in entities("có trụ sở ở Atlanta, cán bộ Phú Hà")] == ["Atlanta", "Phú Hà"]


def test_periods_keep_their_lead() -> None:
    assert [p.text.strip() for p in periods("Thu ngân sách năm 2030, tính đến ngày 12-3")] == [
        "năm 2030",
        "ngày 12-3",
    ]


def test_courtesies_and_question_words_go() -> None:
    assert plain("Cho mình hỏi cầu Phú Hà dài bao nhiêu vậy ạ?") == "cầu Phú Hà dài bao nhiêu"
    assert (
        statement("Thu nhập của huyện Mường Hà năm 2030 là bao nhiêu?")
        == "Thu nhập của huyện Mường Hà năm 2030"
    )
    assert statement("Ai được bầu làm bí thư?") == "được bầu làm bí thư"


def test_content_is_what_carries_meaning() -> None:
    assert content("Vậy họ trồng được bao nhiêu chè?") == ["trồng", "chè"]


def test_lowered_keeps_names_large() -> None:
    assert lowered("Thu nhập của xã") == "thu nhập của xã"
    assert lowered("Phú Hà trồng chè") == "Phú Hà trồng chè"


def test_an_institution_takes_in_the_place_behind_it() -> None:
    assert [e.text for e in entities("Bệnh viện Đa khoa huyện Nà Hì thiếu bác sĩ")] == [
        "Bệnh viện Đa khoa huyện Nà Hì"
    ]
    assert [e.text for e in entities("Giám đốc Hợp tác xã Chè Nậm Lốc là ai?")] == ["Hợp tác xã Chè Nậm Lốc"]


def test_a_surname_is_no_class_word() -> None:
    assert [e.name for e in entities("do kiến trúc sư Đoàn Mạnh Trí thiết kế")] == ["Đoàn Mạnh Trí"]
