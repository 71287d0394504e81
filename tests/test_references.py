"""Words that point back."""

from rag.references import other_one, pronouns, times

SAID = ["Ai làm bí thư huyện Mường Hà ngày 12-3-2030?", "Bà Vi Thị Hoa làm bí thư huyện Mường Hà."]


def test_people_and_things() -> None:
    assert pronouns("bà ấy bao nhiêu tuổi", SAID, []) == ("bà Vi Thị Hoa bao nhiêu tuổi", False)
    assert pronouns("huyện này có mấy xã", SAID, []) == ("huyện Mường Hà có mấy xã", False)
    assert pronouns("họ đặt chỉ tiêu gì", SAID, []) == ("huyện Mường Hà đặt chỉ tiêu gì", False)


def test_what_stays_unresolved_is_told() -> None:
    assert pronouns("con số này từ đâu", SAID, []) == ("con số này từ đâu", True)
    assert pronouns("ông ấy nói gì", ["Xã có mấy thôn?"], []) == ("ông ấy nói gì", True)


def test_relative_times() -> None:
    assert times("năm sau thu bao nhiêu", SAID, []) == "năm 2031 thu bao nhiêu"
    assert times("năm trước thu bao nhiêu", SAID, []) == "năm 2029 thu bao nhiêu"
    assert times("cùng ngày ai được bầu", SAID, []) == "ngày 12-3-2030 ai được bầu"
    assert times("năm sau thu bao nhiêu", ["Xã thu bao nhiêu?"], []) == "năm sau thu bao nhiêu"


def test_the_other_of_two() -> None:
    answer = "Huyện Mường Hà thu 96 tỷ, huyện Nậm Lốc thu 120 tỷ."
    assert other_one("huyện kia", "Huyện Mường Hà thu bao nhiêu?", [answer]) == "huyện Nậm Lốc"
