import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.abbreviations import keys, written_out
from index.text import canonical, counts, fold, has_marks, pairs, parts, syllables


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("qủa", "quả"),
        ("tóan", "toán"),
        ("gìa", "già"),
        ("gì", "gì"),
        ("quí", "quý"),
        ("tỉ", "tỷ"),
        ("mĩ", "mỹ"),
        ("người", "người"),
        ("khuỷu", "khuỷu"),
        ("giếng", "giếng"),
        ("ngoẹo", "ngoẹo"),
        ("km", "km"),
    ],
)
def test_one_spelling_per_syllable(typed: str, one: str) -> None:
    assert canonical(typed) == one
    assert canonical(one) == one


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("22.191 đồng", ["22191", "đồng"], id="thousands"),
        pytest.param("60,3 hay 60.3", ["60,3", "hay", "60,3"], id="decimals either way"),
        pytest.param("1.234,5 tỷ", ["1234,5", "tỷ"], id="both"),
        pytest.param("ngày 05/04/2019", ["ngày", "5/4/2019"], id="date"),
        pytest.param("15-4", ["15/4"], id="short date"),
        pytest.param("98/2023/QH15", ["98/2023/qh15"], id="law number"),
        pytest.param("số 31-QĐi/TU", ["số", "31-qđi/tu"], id="party number"),
        pytest.param("80/NQ-CP", ["80/nq-cp"], id="resolution"),
        pytest.param(
            "TP.HCM dài 70km lúc 7h30", ["tp", "hcm", "dài", "70", "km", "lúc", "7", "h", "30"], id="glued"
        ),
        pytest.param("xăng E5, H5N1", ["xăng", "e5", "h5n1"], id="codes"),
        pytest.param("Bắc - Nam (mới)", ["bắc", "nam", "mới"], id="punctuation"),
    ],
)
def test_syllables(text: str, words: list[str]) -> None:
    assert syllables(text) == words


def test_composed_and_decomposed_are_one() -> None:
    text = "Thuỷ điện Đồng Nẫm"
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text) == ["thủy", "điện", "đồng", "nẫm"]


def test_fold_and_marks() -> None:
    assert fold("Đặng Thuỳ") == "dang thuy"
    assert has_marks("đi")
    assert has_marks("hà")
    assert not has_marks("di ha")


def test_parts_and_pairs() -> None:
    assert parts("116/2014/nđ-cp") == ["116", "2014", "nđ", "cp"]
    assert parts("15/4") == ["15", "4"]
    assert parts("đường") == []
    assert pairs(["thu", "nhập", "bình"]) == ["thu_nhập", "nhập_bình"]


def test_abbreviations_meet_their_long_form() -> None:
    assert keys([fold(w) for w in syllables("UBND tỉnh")]) == keys(
        [fold(w) for w in syllables("ủy ban nhân dân")]
    )
    assert keys(["giao", "duc", "va", "dao", "tao"]) == keys(["gd", "dt"]) == ["=gddt"]
    assert keys(["tp", "hcm"]) == keys(["tphcm"]) == keys(["thanh", "pho", "ho", "chi", "minh"])
    assert written_out("BHYT") == "bảo hiểm y tế"
    assert written_out("XYZQ") is None


@given(st.text())
def test_syllables_are_stable(text: str) -> None:
    words = syllables(text)
    assert syllables(" ".join(words)) == [again for word in words for again in syllables(word)]
    assert all(word and not word.isspace() for word in words)


def test_counts_take_all_numbers_for_one_word() -> None:
    single, double = counts("Hoà bình 5 hòa bình 22kv E5")
    assert single == {"hòa": 2, "bình": 2, "#": 2, "kv": 1}
    assert double == {("hòa", "bình"): 2, ("bình", "#"): 2, ("#", "hòa"): 1, ("#", "kv"): 1}
