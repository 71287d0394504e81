import pytest

from rag.sides import sides
from tests.clause_rows import (
    BOTH_ARE,
    LEFT_WHOLE,
    ORDINALS,
    PART_AND_WHOLE,
    TWO_CLAUSES,
    WHICH_IS_WHICH,
    WHOLE,
)
from tests.compared_rows import COMPARED
from tests.each_rows import CHOSEN, EACH_OF_TWO, KINDS, OF_ONE_EVENT, PRICES
from tests.many_parts import SIDES
from tests.two_part_rows import PLAIN, TWO_PARTS


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "Thu nhập bình quân của huyện Vân Hà và Vân Hạ năm 2023, nơi nào cao hơn?",
            (
                "Thu nhập bình quân của huyện Vân Hà năm 2023 là bao nhiêu?",
                "Thu nhập bình quân của huyện Vân Hạ năm 2023 là bao nhiêu?",
            ),
            id="shared start and year",
        ),
        pytest.param(
            "Giữa Vân Hà và Vân Hạ, huyện nào có nhiều xã nông thôn mới hơn?",
            ("Vân Hà có bao nhiêu xã nông thôn mới?", "Vân Hạ có bao nhiêu xã nông thôn mới?"),
            id="between",
        ),
        pytest.param(
            "Nơi nào có tỷ lệ hộ nghèo thấp hơn, Vân Hà hay Vân Hạ?",
            ("Vân Hà có tỷ lệ hộ nghèo bao nhiêu?", "Vân Hạ có tỷ lệ hộ nghèo bao nhiêu?"),
            id="things last",
        ),
        pytest.param(
            "So với Vân Hà thì Tân Mai thu ngân sách năm 2018 nhiều hơn bao nhiêu?",
            ("Tân Mai thu ngân sách năm 2018 bao nhiêu?", "Vân Hà thu ngân sách năm 2018 bao nhiêu?"),
            id="against",
        ),
        pytest.param(
            "Cầu Bến Nứa dài hơn cầu Tân Mai bao nhiêu mét?",
            ("Cầu Bến Nứa dài bao nhiêu mét?", "Cầu Tân Mai dài bao nhiêu mét?"),
            id="over, with its unit",
        ),
        pytest.param(
            "Dự án cảng Bến Nứa và tuyến tránh Tân Mai, dự án nào đội vốn nhiều hơn?",
            ("Dự án cảng Bến Nứa đội vốn bao nhiêu?", "Tuyến tránh Tân Mai đội vốn bao nhiêu?"),
            id="nothing shared",
        ),
        pytest.param(
            "Năm 2018, số vụ cháy ở Vân Hà và ở Tân Mai mỗi nơi là bao nhiêu?",
            ("Năm 2018, số vụ cháy ở Vân Hà là bao nhiêu?", "Năm 2018, số vụ cháy ở Tân Mai là bao nhiêu?"),
            id="each, in one clause",
        ),
        pytest.param(
            "Vụ cháy ở Bến Nứa và vụ cháy ở chợ Tân Mai, vụ nào làm chết nhiều người hơn, mỗi vụ mấy người?",
            ("Vụ cháy ở Bến Nứa làm chết mấy người?", "Vụ cháy ở chợ Tân Mai làm chết mấy người?"),
            id="which and each",
        ),
        pytest.param(
            "Bí thư Vân Hà Lê Văn Tám và Chủ tịch Tân Mai Trần Thị Sáu nghỉ hưu, ai lên thay mỗi người?",
            (
                "Ai lên thay Bí thư Vân Hà Lê Văn Tám nghỉ hưu?",
                "Ai lên thay Chủ tịch Tân Mai Trần Thị Sáu nghỉ hưu?",
            ),
            id="who comes first",
        ),
        pytest.param(
            "Trong hai tỉnh Long An và Tiền Giang, tỉnh nào có nhiều khu công nghiệp hơn?",
            ("Tỉnh Long An có bao nhiêu khu công nghiệp?", "Tỉnh Tiền Giang có bao nhiêu khu công nghiệp?"),
            id="both of a kind",
        ),
        pytest.param(
            "thu nhập của vân hà và vân hạ nơi nào cao hơn",
            ("Thu nhập của vân hà là bao nhiêu?", "Thu nhập của vân hạ là bao nhiêu?"),
            id="small letters, no comma",
        ),
        pytest.param(
            "Chủ tịch Vân Hà và Chủ tịch Tân Mai là ai?",
            ("Chủ tịch Vân Hà là ai?", "Chủ tịch Tân Mai là ai?"),
            id="the same asked of two",
        ),
        pytest.param(
            "Ông Lê Văn Tám làm chức gì, và cảng Bến Nứa ông nói xong bao nhiêu phần trăm?",
            ("Ông Lê Văn Tám làm chức gì?", "Cảng Bến Nứa ông Lê Văn Tám nói xong bao nhiêu phần trăm?"),
            id="two questions, a pronoun",
        ),
        pytest.param(
            "Vân Hà có bao nhiêu ca sốt xuất huyết, còn Tân Mai bao nhiêu ca?",
            ("Vân Hà có bao nhiêu ca sốt xuất huyết?", "Tân Mai có bao nhiêu ca sốt xuất huyết?"),
            id="a gap filled",
        ),
        pytest.param(
            "Vân Hà thu được bao nhiêu tiền, còn Tân Mai thì sao?",
            ("Vân Hà thu được bao nhiêu tiền?", "Tân Mai thu được bao nhiêu tiền?"),
            id="and what of",
        ),
        pytest.param(
            "Bà Trần Thị Sáu giữ chức gì đầu năm và được bầu làm gì tháng 5?",
            ("Bà Trần Thị Sáu giữ chức gì đầu năm?", "Bà Trần Thị Sáu được bầu làm gì tháng 5?"),
            id="one subject, two verbs",
        ),
        pytest.param(
            "Có bao nhiêu nhà tốc mái vì bão số 9 ở Vân Hà, và tổng thiệt hại cuối cùng ước bao nhiêu tiền?",
            (
                "Có bao nhiêu nhà tốc mái vì bão số 9 ở Vân Hà?",
                "Tổng thiệt hại cuối cùng ước bao nhiêu tiền vì bão số 9 ở Vân Hà?",
            ),
            id="one event, two figures",
        ),
    ],
)
def test_sides(question: str, expected: tuple[str, ...]) -> None:
    assert sides(question) == expected


@pytest.mark.parametrize(("question", "expected"), SIDES)
def test_each_part_carries_what_the_parts_share(question: str, expected: tuple[str, ...]) -> None:
    assert sides(question) == expected


@pytest.mark.parametrize(
    ("question", "first", "second"), [*COMPARED, *EACH_OF_TWO, *CHOSEN, *KINDS, *OF_ONE_EVENT, *PRICES]
)
def test_each_of_two_compared_things_is_asked_for_its_measure(question: str, first: str, second: str) -> None:
    assert sides(question) == (first, second)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [*TWO_PARTS, *TWO_CLAUSES, *WHICH_IS_WHICH, *BOTH_ARE, *PART_AND_WHOLE, *ORDINALS],
)
def test_each_of_two_questions_stands_alone(question: str, first: str, second: str) -> None:
    assert sides(question) == (first, second)


@pytest.mark.parametrize("question", [*PLAIN, *WHOLE, *LEFT_WHOLE])
def test_a_word_that_also_joins_makes_no_sides(question: str) -> None:
    assert sides(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Bộ trưởng Bộ Giáo dục và Đào tạo nói gì về sách giáo khoa?",
        "Phòng Giáo dục Vân Hà trả lương cho ai, hết bao nhiêu?",
        "Lễ hội diễn ra lúc mấy giờ, ngày nào?",
        "Ông Tám và ông Sáu gặp nhau ở đâu?",
        "Vụ va chạm giữa tàu Bến Nứa và tàu Tân Mai làm mấy người bị thương?",
        "Dọc biển quận Ngũ Hành Sơn và Sơn Trà có mấy cống xả?",
        "Trường nào từng quy định dùng điện thoại mấy lần thì bị đình chỉ?",
        "Thu nhập bình quân đầu người tăng hơn 5 triệu đồng là nhờ đâu?",
        "Vì sao ngân hàng thứ ba đòi lãi cao hơn ngân hàng đầu?",
        "Khi nào và từ đâu lửa bốc lên ở chợ Tân Mai?",
        "Huyện Vân Hà và huyện Tân Mai cùng góp bao nhiêu tiền làm cầu?",
        "Công ty Bến Nứa và Công ty Tân Mai ký hợp đồng bao nhiêu tiền?",
        "Hai xã Vân Hà và Tân Mai nhập thành xã nào?",
        "Đường sắt nối Vân Hà và Tân Mai dài bao nhiêu?",
        "Vì sao thu ngân sách của Vân Hà và Tân Mai giảm?",
        "Đội Bến Nứa và đội Tân Mai, đội nào về nhất?",
        "Công ty Bến Nứa và Công ty Giấy Tân Mai, công ty nào bị phạt?",
        "Thu ngân sách năm 2023 và 2024 của Vân Hà tăng bao nhiêu?",
        "Bão số 9 làm bao nhiêu người chết, bao nhiêu người bị thương ở Bến Nứa?",
        "",
    ],
)
def test_a_plain_question_has_no_sides(question: str) -> None:
    assert sides(question) == ()
