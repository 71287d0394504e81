import pytest

from rag.asked_side import asked_side, is_total, share, tells_cost


@pytest.mark.parametrize(
    ("side", "head"),
    [
        ("Đợt mưa lũ đầu năm 2019, Tân Mai có bao nhiêu ha lúa bị ngập", ()),
        ("Dự án cầu Bến Nứa ông Lê Văn Tám nói đã xong bao nhiêu phần trăm", (("xong",),)),
        ("Thu ngân sách 9 tháng 2023 của Tân Mai là bao nhiêu", (("thu", "ngân", "sách"),)),
    ],
)
def test_the_measures_own_words(side: str, head: tuple[tuple[str, ...], ...]) -> None:
    assert asked_side(side, frozenset(), frozenset()).head == head


def test_what_a_thing_costs_is_one_measure_in_many_words() -> None:
    for words in ("tốn bao nhiêu tiền", "tổng mức đầu tư bao nhiêu", "dự kiến hết bao nhiêu tiền"):
        asked = asked_side(f"Cầu Bến Nứa {words}", frozenset(), frozenset())
        assert (asked.cost, asked.head) == (True, ())
    assert not asked_side("Thu ngân sách là bao nhiêu", frozenset(), frozenset()).cost
    text = "Tổng mức đầu tư là 240 tỷ đồng, vốn vay 90 tỷ đồng"
    assert [is_total(text, text.index(figure)) for figure in ("240", "90")] == [True, False]
    assert tells_cost(text)
    assert not tells_cost("Phạt 240 tỷ đồng")


def test_a_word_counts_beside_its_neighbour() -> None:
    assert share((("diện", "tích", "chè"),), "diện tích mía") < 1
    assert share((), "diện tích mía") == 1
