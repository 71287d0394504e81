"""Hỏi đáp in a real browser: ask, watch it come, check the source, stop, retry, edit, vote, copy."""

import pytest
from playwright.sync_api import Page, expect

from tests import browser as driving

pytestmark = pytest.mark.browser
FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
TWO = "Đập Khe Trúc dài bao nhiêu mét, còn cầu Bến Sậy 2 dài bao nhiêu?"
OTHER = "Bí thư Huyện ủy Lâm Khê là ai?"
OUTSIDE = "Giá vàng thế giới sáng nay là bao nhiêu đô la một ounce?"


@pytest.fixture
def page(opened: Page) -> Page:
    driving.fresh(opened)
    return opened


def test_an_answer_has_a_chip_and_its_source_beside_it(page: Page) -> None:
    driving.ask(page, FACT)
    card = page.locator("#hb-live .hb-card").first
    assert "1.264 m" in page.locator("#hb-live .hb-answer").inner_text()
    assert "1.264 m" in card.locator("mark").inner_text()
    assert "18/10/2025" in card.inner_text()
    assert "được xác nhận" in card.inner_text()


def test_a_chip_leads_to_its_card_and_back(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live .hb-chip").first.click()
    card = page.locator('#hb-live .hb-card[data-card="1"]')
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    assert "is-active" in (card.get_attribute("class") or "")
    card.locator(".hb-num").click()
    expect(page.locator("#hb-live .hb-chip").first).to_be_focused()


def test_number_keys_do_the_same(page: Page) -> None:
    driving.ask(page, FACT)
    page.keyboard.press("1")
    expect(page.locator('#hb-live .hb-card[data-card="1"]')).to_be_focused()
    page.keyboard.press("1")
    expect(page.locator("#hb-live .hb-chip").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#hb-box textarea")).to_be_focused()
    page.keyboard.type("1")
    assert page.locator("#hb-box textarea").input_value() == "1"


def test_the_whole_article_opens_at_the_quote(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live [data-open]").first.click()
    view = page.get_by_role("dialog")
    expect(view.locator("mark.is-current")).to_be_in_viewport()
    assert "1.264 m" in view.locator("mark.is-current").inner_text()
    assert view.locator("h2").count() == 1
    page.keyboard.press("Escape")
    expect(view).to_have_count(0)
    expect(page.locator("#hb-live [data-open]").first).to_be_focused()


def test_next_and_previous_walk_through_the_citations(page: Page) -> None:
    driving.ask(page, TWO)
    cards = page.locator("#hb-live .hb-card")
    assert cards.count() >= 2
    page.locator("#hb-live [data-open]").first.click()
    expect(page.locator(".hb-bar span")).to_have_text(f"1/{cards.count()}")
    page.locator('[data-step="1"]').click()
    expect(page.locator(".hb-bar span")).to_have_text(f"2/{cards.count()}")
    page.locator('[data-step="-1"]').click()
    expect(page.locator(".hb-bar span")).to_have_text(f"1/{cards.count()}")


def test_what_it_does_is_said_while_it_works(page: Page) -> None:
    said = page.evaluate(
        """() => new Promise(done => {
            const seen = new Set();
            new MutationObserver(() => {
              const line = document.querySelector('.hb-doing');
              if (line) seen.add(line.textContent.trim());
              if (document.querySelector('#hb-live .hb-tools')) done([...seen]);
            }).observe(document.querySelector('#hb-live'), {childList: true, subtree: true});
            window.hoibaoBridge.trigger('ask', {question: 'Cầu Bến Sậy 2 dài bao nhiêu mét?'});
        })"""
    )
    assert any("Đang" in line for line in said)
    assert all(line.endswith("…") for line in said)


def test_a_refusal_is_calm_and_cites_nothing(page: Page) -> None:
    driving.ask(page, OUTSIDE)
    assert page.locator("#hb-live .hb-turn.is-refused").count() == 1
    assert page.locator("#hb-live .hb-card").count() == 0
    assert "không đủ căn cứ" in page.locator("#hb-live .hb-badges").inner_text()


def test_a_follow_up_shows_how_it_was_understood(page: Page) -> None:
    driving.ask(page, FACT)
    driving.ask(page, "Còn rộng bao nhiêu?")
    understood = page.locator("#hb-live .hb-understood")
    assert "Bến Sậy" in understood.inner_text()
    assert page.locator("#hb-past .hb-turn").count() == 1


def test_the_last_question_can_be_edited_and_asked_again(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live [data-do=edit]").click()
    box = page.locator("#hb-box textarea")
    expect(box).to_have_value(FACT)
    expect(page.locator("#hb-hint")).to_contain_text("đang sửa")
    driving.ask(page, OTHER)
    assert page.locator(".hb-turn").count() == 1
    page.locator("#hb-live [data-do=edit]").click()
    expect(box).to_have_value(OTHER)
    page.locator("[data-do=keep]").click()
    expect(box).to_have_value("")


def test_retry_replaces_the_answer(page: Page) -> None:
    driving.ask(page, FACT)
    before = page.locator("#hb-live .hb-turn").get_attribute("data-turn")
    page.locator("#hb-live [data-do=retry]").click()
    expect(page.locator("#hb-live .hb-turn")).not_to_have_attribute("data-turn", before or "")
    driving.answered(page, FACT)
    assert page.locator(".hb-turn").count() == 1


def test_the_answer_is_copied_with_its_sources(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live [data-do=copy]").click()
    expect(page.locator("#hb-live [data-do=copy]")).to_have_text("Đã chép")
    text = page.evaluate("navigator.clipboard.readText()")
    assert FACT in text
    assert "[1] Thông xe cầu Bến Sậy 2" in text


def test_a_thumb_down_asks_why_and_is_kept(page: Page) -> None:
    driving.ask(page, FACT)
    thumb = page.locator('#hb-live [data-vote="-1"]')
    thumb.click()
    page.locator(".hb-reason textarea").fill("thiếu chiều rộng")
    page.get_by_role("button", name="Gửi góp ý").click()
    expect(page.locator(".hb-reason")).to_contain_text("Cảm ơn")
    page.reload()
    driving.ready(page)
    driving.answered(page, FACT)
    expect(page.locator('#hb-live [data-vote="-1"]')).to_have_attribute("aria-pressed", "true")


def test_examples_and_follow_ups_can_be_asked_with_one_click(page: Page) -> None:
    example = page.locator(".hb-example").first
    text = example.inner_text()
    example.click()
    driving.answered(page, text)
    assert page.locator("#hb-live .hb-turn.is-refused").count() == 0
    follow = page.locator("#hb-live .hb-next-question")
    if follow.count():
        text = follow.first.inner_text()
        follow.first.click()
        driving.answered(page, text)
        assert page.locator("#hb-live .hb-turn.is-refused").count() == 0


def test_an_empty_question_and_a_long_one_are_answered_with_words(page: Page) -> None:
    driving.send(page, "   ")
    expect(page.locator(".hb-notice")).to_contain_text("Câu hỏi đang trống")
    driving.send(page, "dài " * 2500)
    expect(page.locator(".hb-notice")).to_contain_text("Hãy rút gọn")
