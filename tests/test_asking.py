import pytest

from rag.asking import measure, plain, predicate


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bị phạt nhiều tiền", "bị phạt bao nhiêu tiền"),
        ("đặt cao", "là bao nhiêu"),
        ("khánh thành sớm", "khánh thành khi nào"),
        ("đội vốn nhiều", "đội vốn bao nhiêu"),
        ("", "là bao nhiêu"),
    ],
)
def test_a_quality_becomes_a_question_for_its_measure(words: str, expected: str) -> None:
    assert measure(words) == expected


def test_a_clause_loses_what_compares_or_distributes() -> None:
    assert plain("nơi nào thu nhiều thuế hơn năm 2024") == "thu bao nhiêu thuế năm 2024"
    assert plain("mỗi cơn làm mấy người chết") == "làm mấy người chết"


def test_what_is_asked_of_each_thing_comes_from_all_clauses() -> None:
    assert predicate(["tuyến nào dài hơn", "mỗi tuyến mấy km"]) == "dài mấy km"
