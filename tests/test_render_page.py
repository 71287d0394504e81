"""The frame around the answers: head line, welcome, conversations, notices."""

from datetime import date

from tests.pages import POISON, assert_harmless, read
from ui import render_page
from ui.history import Conversation


def test_freshness_names_what_there_is_and_nothing_else() -> None:
    assert render_page.freshness(0, None) == "Chưa có bài nào"
    assert render_page.freshness(1204, date(2024, 3, 5)) == "1.204 bài · mới nhất 5/3/2024"
    line = render_page.freshness(3, None, 2, 1, working=True)
    assert line == "3 bài · đang cập nhật · 2 bài mới đọc, tìm được theo từ · 1 tệp lỗi"
    assert render_page.freshness(3, None, 2) == "3 bài · 2 bài chờ lập chỉ mục nốt"


def test_the_head_is_a_heading_with_two_named_switches() -> None:
    page = read(render_page.head("3 bài"))
    assert len(page.of("h1")) == 1
    assert all(one["aria-label"] for one in page.of("button"))


def test_an_empty_index_shows_the_first_steps() -> None:
    page = read(render_page.welcome(empty=True))
    assert len(page.of("li")) == 3
    assert page.of("button", data_do="library")


def test_a_filled_index_leaves_room_for_examples() -> None:
    assert read(render_page.welcome(empty=False)).of("div", class_="hb-examples")
    page = read(render_page.examples(["Một?", "Hai?"]))
    assert [one["data-ask"] for one in page.of("button")] == ["Một?", "Hai?"]


def test_the_open_conversation_is_told_apart() -> None:
    found = [Conversation("a", "Rừng", 0.0), Conversation("b", "Chè", 0.0)]
    page = read(render_page.conversations(found, "b"))
    assert [one["data-conversation"] for one in page.of("li", aria_current="true")] == ["b"]
    assert "Chưa có" in render_page.conversations([], "")


def test_a_notice_leads_to_the_library_where_that_helps() -> None:
    assert 'data-do="library"' in render_page.notice("Hỏi?", "Kho trống", to_library=True)
    assert 'data-do="library"' not in render_page.notice("Hỏi?", "Bận")


def test_the_line_above_the_box_shows_only_while_editing() -> None:
    assert render_page.editing("") == ""
    assert 'data-do="keep"' in render_page.editing("Hỏi?")


def test_poison_in_every_place_stays_text() -> None:
    assert_harmless(render_page.conversations([Conversation(POISON, POISON, 0.0)], POISON))
    assert_harmless(render_page.examples([POISON]))
    assert_harmless(render_page.notice(POISON, POISON, to_library=True))
    assert_harmless(render_page.editing(POISON))
