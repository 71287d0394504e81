"""Conversations in a real browser: kept, the owner's alone, renamed, found, deleted, exported."""

from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Route, expect

from index.types import Embedder
from tests import browser as driving
from tests import houses

pytestmark = pytest.mark.browser
FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
OTHER = "Bí thư Huyện ủy Lâm Khê là ai?"


@pytest.fixture(scope="module")
def page(opened: Page) -> Page:
    driving.ask(opened, FACT)
    driving.fresh(opened)
    driving.ask(opened, OTHER)
    return opened


def rows(page: Page) -> list[str]:
    return [text.split("\n")[0] for text in page.locator(".hb-list .hb-open").all_inner_texts()]


def test_a_conversation_is_there_after_a_reload(page: Page) -> None:
    page.reload()
    driving.ready(page)
    driving.answered(page, OTHER)
    assert page.locator("#hb-live .hb-card").count() == 1
    assert len(rows(page)) == 2


def test_it_is_there_whichever_of_the_opening_calls_answers_last(page: Page) -> None:
    """Gradio asks for the page and says that its first room is chosen, both at once."""
    calls = page.evaluate(
        "Object.fromEntries(window.gradio_config.dependencies.map(d => [d.id, d.api_name ?? '']))"
    )
    opening: list[Route] = []
    chosen: list[tuple[Route, APIResponse]] = []

    def choice_answered_first_and_heard_last(route: Route) -> None:
        name = calls[str((route.request.post_data_json or {})["fn_index"])]
        if name == "back":
            chosen.append((route, route.fetch()))
            while opening:
                opening.pop().continue_()
        elif name == "begin" and not chosen:
            opening.append(route)
        else:
            route.continue_()

    page.route("**/run/predict", choice_answered_first_and_heard_last)
    page.reload()
    driving.ready(page)
    driving.answered(page, OTHER)
    [(route, answer)] = chosen
    with page.expect_response(route.request.url):
        route.fulfill(response=answer)
    page.unroute("**/run/predict")
    page.wait_for_timeout(500)
    expect(page.locator(".hb-welcome")).to_have_count(0)
    driving.answered(page, OTHER)


def test_another_one_can_be_opened_and_goes_on(page: Page) -> None:
    page.locator(".hb-list .hb-open", has_text="Cầu Bến Sậy").click()
    driving.answered(page, FACT)
    driving.ask(page, "Còn rộng bao nhiêu?")
    assert page.locator(".hb-turn").count() == 2
    assert len(rows(page)) == 2


def test_only_the_browser_that_asked_sees_it(page: Page, browser: Browser, chat: str) -> None:
    stranger = driving.new_context(browser)
    other = stranger.new_page()
    other.goto(page.url)
    driving.ready(other)
    expect(other.locator(".hb-welcome")).to_be_visible()
    assert rows(other) == []
    assert chat in other.url
    stranger.close()


def test_history_is_searched_without_marks(page: Page) -> None:
    page.fill("#hb-find :is(input, textarea)", "bi thu huyen uy")
    expect(page.locator(".hb-list li")).to_have_count(1)
    page.fill("#hb-find :is(input, textarea)", "không có gì như thế")
    expect(page.locator(".hb-none").first).to_be_visible()
    page.fill("#hb-find :is(input, textarea)", "")
    expect(page.locator(".hb-list li")).to_have_count(2)


def test_a_conversation_is_renamed_in_its_place(page: Page) -> None:
    row = page.locator(".hb-list li", has_text="Bí thư")
    row.hover()
    row.locator("[data-do=rename]").click()
    page.locator(".hb-rename").fill("Chuyện <b>bí thư</b>")
    page.keyboard.press("Enter")
    expect(page.locator(".hb-list .hb-open", has_text="Chuyện <b>bí thư</b>")).to_have_count(1)


def test_a_conversation_becomes_a_markdown_file(page: Page) -> None:
    page.locator(".hb-list .hb-open", has_text="Cầu Bến Sậy").click()
    driving.answered(page, "Còn rộng bao nhiêu?")
    with page.expect_download() as waiting:
        page.locator("[data-do=export]").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "hoi-bao.md"
    assert text.startswith("# Cầu Bến Sậy 2")
    assert "## Còn rộng bao nhiêu?" in text
    assert "[^1]: Thông xe cầu Bến Sậy 2" in text


def test_deleting_asks_once_more(page: Page) -> None:
    row = page.locator(".hb-list li", has_text="Chuyện")
    row.hover()
    button = row.locator("[data-do=delete]")
    button.click()
    expect(button).to_have_text("Xóa thật?")
    assert len(rows(page)) == 2
    button.click()
    expect(page.locator(".hb-list li")).to_have_count(1)


def test_a_conversation_is_there_after_a_restart(
    context: BrowserContext, sample_copy: Path, e5_embedder: Embedder
) -> None:
    for start in (1, 2):
        with houses.house(sample_copy, e5_embedder) as rooms, houses.serving(rooms) as address:
            rooms.desk.warm()
            page, _ = driving.open_page(context, address)
            if start == 1:
                driving.ask(page, FACT)
            else:
                page.locator(".hb-list .hb-open", has_text="Cầu Bến Sậy").first.click()
                driving.answered(page, FACT)
                assert page.locator("#hb-live .hb-card").count() == 1
            page.close()
