"""Answers and cards as HTML: numbers become chips, quotes are marked, poison stays text."""

from dataclasses import replace
from datetime import date

from tests.pages import POISON, assert_harmless, read
from ui import render
from ui.exchange import Card, Exchange

CARD = Card(
    number=1,
    source="rung.txt",
    title="Trồng rừng",
    publisher="Báo Rừng",
    published=date(2024, 3, 5),
    before="Huyện trồng mới 120 ha. ",
    quote="Năm trước huyện trồng 95 ha.",
    after=" Cây giống lấy ở xã.",
    start=24,
    end=52,
    state="supported",
)
EXCHANGE = Exchange(
    id=5,
    question="Năm trước trồng bao nhiêu?",
    standalone="Năm trước trồng bao nhiêu?",
    text="Năm trước huyện trồng 95 ha [1].\nCòn năm nay là 120 ha [1, 2].",
    cards=(CARD, replace(CARD, number=2)),
    confidence=0.95,
    mode="extractive",
    reason=None,
    suggestions=("Cây giống lấy ở đâu?",),
)


def test_numbers_become_chips_and_paragraphs_stay() -> None:
    page = read(render.answer_text(EXCHANGE.text, EXCHANGE.cards))
    assert [one["data-chip"] for one in page.of("button")] == ["1", "1", "2"]
    assert len(page.of("p")) == 2
    assert "[1]" not in page.text


def test_the_full_stop_stands_before_its_chips() -> None:
    page = read(render.answer_text("Trồng 40 ha [1]. Hết 2 tỷ [1] [2].", EXCHANGE.cards))
    assert page.text == "Trồng 40 ha.1 Hết 2 tỷ.12"


def test_a_number_without_a_source_is_left_as_written() -> None:
    page = read(render.answer_text("Theo Nghị quyết [9] thì đúng [1].", [CARD]))
    assert "[9]" in page.text
    assert len(page.of("button")) == 1


def test_a_card_marks_the_quote_and_nothing_else() -> None:
    html = render.card(CARD)
    assert f"<mark>{CARD.quote}</mark>" in html
    page = read(html)
    assert "Báo Rừng" in page.text
    assert "5/3/2024" in page.text
    assert "được xác nhận" in page.text


def test_far_context_is_folded_on_both_sides() -> None:
    long = "Một câu dài về việc khác hẳn. " * 12
    html = render.card(replace(CARD, before=long, after=long))
    assert html.count("hb-more") == 2
    assert read(html).text.count("Một câu dài") == 24


def test_a_card_names_what_a_model_wrote_otherwise() -> None:
    html = render.card(replace(CARD, state="figure_differs", difference="950 ha"))
    assert "950 ha" in html
    assert "số liệu khác" in html


def test_the_understood_question_shows_only_where_it_differs() -> None:
    assert "Tìm với" not in render.turn(EXCHANGE)
    assert "Tìm với: Khác" in read(render.turn(replace(EXCHANGE, standalone="Khác"))).text


def test_only_the_last_turn_can_be_edited_retried_and_continued() -> None:
    last, before = render.turn(EXCHANGE, last=True), render.turn(EXCHANGE)
    for sign in ('data-do="edit"', 'data-do="retry"', "data-ask="):
        assert sign in last
        assert sign not in before


def test_badges_tell_how_sure_and_how_made() -> None:
    assert "chắc chắn" in render.badges(EXCHANGE)
    assert "chắc chắn" not in render.badges(replace(EXCHANGE, confidence=0.5))
    assert "mô hình soạn" in render.badges(replace(EXCHANGE, mode="llm"))
    assert "đã dừng" in render.badges(replace(EXCHANGE, stopped=True))


def test_a_model_that_failed_is_told_of() -> None:
    told = "Mô hình ngôn ngữ chưa trả lời được (máy chủ trả lời quá chậm)"
    assert told in read(render.turn(replace(EXCHANGE, reason="llm_slow"))).text
    assert told not in read(render.turn(EXCHANGE)).text


def test_the_thumb_that_was_given_is_pressed() -> None:
    pressed = read(render.turn(replace(EXCHANGE, vote=-1))).of("button", aria_pressed="true")
    assert [one["data-vote"] for one in pressed] == ["-1"]


def test_the_copied_text_has_every_source() -> None:
    text = render.as_text(EXCHANGE)
    assert text.startswith(EXCHANGE.question)
    assert "[2] Trồng rừng, Báo Rừng, 5/3/2024" in text


def test_poison_in_every_place_stays_text() -> None:
    bad = replace(
        CARD,
        source=POISON,
        title=POISON,
        publisher=POISON,
        before=POISON * 3,
        quote=POISON,
        after=POISON * 3,
        difference=POISON,
    )
    poisoned = replace(
        EXCHANGE,
        question=POISON,
        standalone=POISON + "?",
        text=f"{POISON} [1]",
        cards=(bad,),
        suggestions=(POISON,),
    )
    page = assert_harmless(render.turn(poisoned, last=True))
    assert "<script>window.hacked=1</script>" in page.text
    assert_harmless(render.working(POISON, POISON + "?", POISON, [bad], POISON))
    assert_harmless(render.notice(POISON))


def test_while_it_works_it_says_what_it_does() -> None:
    page = read(render.working("Hỏi?", "", "", (), "Đang đọc 12 đoạn…"))
    assert page.of("p", role="status")
    assert "Đang đọc 12 đoạn…" in page.text
    assert page.of("section", aria_busy="true")


def test_a_turn_says_what_was_still_arriving() -> None:
    assert "lập chỉ mục" not in read(render.turn(EXCHANGE)).text
    told = read(render.turn(replace(EXCHANGE, arriving=1204))).text
    assert "1.204 bài còn đang lập chỉ mục" in told
