"""Numbers of terms, congresses and sessions."""

import pytest

from rag.answering import answers_kind
from rag.ordinals import asked, ordinals
from rag.wanted import all_wanted, wanted

TEXT = (
    "Ngày 5-6, huyện Vân Hà sơ kết Nghị quyết Đại hội Đảng bộ huyện lần thứ XXIV, Nghị quyết Đại hội Đảng bộ "
    "tỉnh lần thứ XVIII; Ban Chấp hành khóa XXII dự, đây là kỳ họp thứ 9. Em Mai nghỉ khi học hết lớp 5."
)


@pytest.mark.parametrize(
    ("question", "noun", "answer"),
    [
        ("Vân Hà sơ kết nghị quyết đại hội đảng bộ huyện lần thứ mấy?", "lần", "lần thứ XXIV"),
        ("Nghị quyết đại hội đảng bộ tỉnh lần thứ mấy?", "lần", "lần thứ XVIII"),
        ("Ban Chấp hành khoá mấy dự?", "khóa", "khóa XXII"),
        ("Đây là kỳ họp thứ mấy?", "kỳ họp", "kỳ họp thứ 9"),
        ("Em Mai học lớp mấy thì nghỉ?", "lớp", "lớp 5"),
    ],
)
def test_the_number_of_the_noun_asked(question: str, noun: str, answer: str) -> None:
    want = wanted(question)
    assert (want.kind, want.noun) == ("ordinal", noun)
    first = answers_kind(want, TEXT)[0]
    assert TEXT[first.start : first.end] == answer


@pytest.mark.parametrize(
    "question",
    [
        "Đã họp mấy lần?",
        "Họp lần mấy?",
        "Ngày thứ mấy?",
        "Lần này mấy người dự?",
        "Tỉnh điều mấy xe cứu hoả?",
        "Huyện giao cấp xã bao nhiêu việc?",
    ],
)
def test_counts_and_days_are_no_ordinals(question: str) -> None:
    assert asked(question.lower()) is None
    assert all(want.kind != "ordinal" for want in all_wanted(question))


def test_small_letters_are_no_roman_numeral() -> None:
    assert ordinals("khóa", "Học viên khóa vi tính") == []
    assert ordinals("lần", "lần 2 và lần thứ ba") != []
