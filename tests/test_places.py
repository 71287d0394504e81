import pytest

from rag.places import BEFORE, NOW, key, names, places, province, relatives, renamed


def test_63_became_34() -> None:
    assert len(BEFORE) == 63
    assert len(NOW) == 34


def test_the_table_agrees_with_the_published_conversion() -> None:
    units = pytest.importorskip("vietnamadminunits")
    for old, new in BEFORE.items():
        converted = units.convert_address(f"tỉnh {old}")
        assert key(converted.short_province) == key(new), old


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "thu nhập huyện Vân Hà tỉnh Hoà Bình",
            [("Vân Hà", "district"), ("Hòa Bình", "province")],
            id="led",
        ),
        pytest.param(
            "giá nhà ở TP.HCM và quận 3",
            [("Hồ Chí Minh", "province"), ("3", "district")],
            id="city and number",
        ),
        pytest.param("thành phố Hồ Chí Minh", [("Hồ Chí Minh", "province")], id="city in full"),
        pytest.param(
            "UBND Bà Rịa - Vũng Tàu họp",
            [("Bà Rịa - Vũng Tàu", "province")],
            id="dash, after another capital",
        ),
        pytest.param("Bắc Giang được mùa vải", [("Bắc Giang", "province")], id="bare province"),
        pytest.param(
            "xã Tân Mai, thị trấn Bến Nứa", [("Tân Mai", "commune"), ("Bến Nứa", "commune")], id="communes"
        ),
        pytest.param("ông Lê Văn Tám nói", [], id="a person"),
        pytest.param("xã hội và tỉnh thành", [], id="common nouns"),
    ],
)
def test_places(text: str, found: list[tuple[str, str]]) -> None:
    assert [(place.name, place.level) for place in places(text)] == found


def test_old_and_new_names_know_each_other() -> None:
    assert province("hoà bình") == "Hòa Bình"
    assert relatives("Hòa Bình") == ("Phú Thọ",)
    assert set(relatives("Phú Thọ")) == {"Vĩnh Phúc", "Hòa Bình"}
    assert relatives("Hà Nội") == ()
    assert renamed("tỉnh Vĩnh Phúc và Hà Nội") == {"Vĩnh Phúc": "Phú Thọ"}


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Huyện Vân Hà họp", "huyện Vân Hà", True),
        ("Huyện Vân Hà họp", "Vân Hạ", False),
        ("Huyện Vân Hà họp", "van ha", True),
        ("Tỉnh Vĩnh Phúc họp", "Phú Thọ", True),
        ("Tỉnh Phú Thọ họp", "Vĩnh Phúc", True),
        ("Tỉnh Hà Giang họp", "Phú Thọ", False),
    ],
)
def test_names(text: str, place: str, expected: bool) -> None:
    assert names(text, place) is expected


def test_a_name_ends_with_its_line() -> None:
    found = places("Nghị quyết của huyện Vân Hà\nNăm 2031, tỉnh Phú Thọ\nBan hành")
    assert [place.name for place in found] == ["Vân Hà", "Phú Thọ"]
