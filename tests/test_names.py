"""Proper names, on sentences written for this file."""

import pytest

from rag.names import full_name, name_key, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Minh về làng Hạ.", [("Lê Văn Minh", "person"), ("Hạ", "place")]),
        ("Chiều nay bà Trần Thị Hoa Sen phát biểu.", [("Trần Thị Hoa Sen", "person")]),
        ("Trụ sở ở TP.HCM và TP. Phú Hà.", [("TP.HCM", "place"), ("TP", "place"), ("Phú Hà", "place")]),
        ("Mời bà Anna Weber từ Berlin.", [("Anna Weber", "person"), ("Berlin", "place")]),
        ("Chuyến VN110 của Boeing 737-MAX", [("VN110", "other"), ("Boeing", "other"), ("MAX", "other")]),
        ("Dân Nam Ô chờ. Sếp Alibaba nói.", [("Nam Ô", "other"), ("Alibaba", "other")]),
        ("Đường về Bà Rịa, Năm Căn", [("Bà Rịa", "place"), ("Năm Căn", "other")]),
    ],
)
def test_runs_and_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    found = [name for name in names(text) if name.sure]
    assert [(name.text, name.kind) for name in found] == expected
    assert all(text[name.start : name.end] == name.text for name in found)


def test_a_lone_word_that_opens_a_sentence_is_not_sure() -> None:
    assert [name.sure for name in names("Mưa lớn kéo dài. Thủ tướng đến Hạ Long.")] == [False, False, True]


def test_an_office_with_its_field() -> None:
    text = "Đoàn do Sở Kế hoạch và Đầu tư tỉnh Phú Hà chủ trì"
    office = next(name for name in names(text) if name.kind == "organisation" and name.text.startswith("Sở"))
    start, end = full_name(text, office)
    assert text[start:end] == "Sở Kế hoạch và Đầu tư tỉnh Phú Hà"


def test_keys_ignore_tone_placement_and_case() -> None:
    assert name_key("Hoà Bình") == name_key("HÒA BÌNH") != name_key("Hoa Bình")


def test_the_capitals_of_a_rank_are_no_name() -> None:
    text = "Dự có bà Vi Thị Hoa, Phó Bí thư Thường trực Tỉnh ủy; ông Phó Đức Lân; Bộ trưởng Nhạ cho biết."
    assert [name.text for name in names(text) if name.kind == "person"] == [
        "Vi Thị Hoa",
        "Phó Đức Lân",
        "Nhạ",
    ]
    assert not {"Phó Bí", "Thường"} & {name.text for name in names(text)}


def test_a_name_ends_with_its_line() -> None:
    assert [name.text for name in names("Bà Mơ ở Vân Hà\nLê An thiết kế")] == ["Mơ", "Vân Hà", "Lê An"]
