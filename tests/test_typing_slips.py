from tests.bench.typing_slips import bare, telex, wrong_tones


def test_telex_keys_stand_where_the_keyboard_left_them() -> None:
    assert telex("nhập Lạc đường", 1.0) == "nhaapj Lacj dduwowngf"


def test_a_mark_that_telex_cannot_type_is_lost() -> None:
    assert telex("Malmö", 1.0) == "Malmo"


def test_marks_are_dropped_and_tones_changed() -> None:
    assert bare("Đập Khe Trúc") == "Dap Khe Truc"
    changed = wrong_tones("thu nhập bình quân", 1.0)
    assert changed != "thu nhập bình quân"
    assert bare(changed) == "thu nhap binh quan"
