"""The look in a real browser: dark, 360 px wide, by keyboard alone, and what axe-core says of it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from index.embedder import FakeEmbedder
from tests import browser as driving
from tests import houses

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "assets" / "axe.min.js"
FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"


def opening(browser: Browser, address: str, **options: Any) -> Page:
    page, _ = driving.open_page(driving.new_context(browser, **options), address)
    return page


def serious(page: Page) -> list[str]:
    """Rules that axe-core finds seriously broken."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_anywhere(browser: Browser, chat: str, scheme: str) -> None:
    page = opening(browser, chat, color_scheme=scheme)
    found = {"welcome": serious(page)}
    driving.ask(page, FACT)
    found["answer"] = serious(page)
    page.locator("#hb-live [data-open]").first.click()
    page.wait_for_selector("#hb-article")
    found["article"] = serious(page)
    page.keyboard.press("Escape")
    driving.library(page)
    found["library"] = serious(page)
    page.context.close()
    assert found == {"welcome": [], "answer": [], "article": [], "library": []}


def test_dark_follows_the_system_until_the_reader_says_otherwise(browser: Browser, chat: str) -> None:
    page = opening(browser, chat, color_scheme="dark")
    dark = background(page)
    page.locator("[data-do=theme]").click()
    expect(page.locator("body")).not_to_have_class("dark")
    light = background(page)
    assert light != dark
    page.reload()
    driving.ready(page)
    assert background(page) == light
    page.context.close()


def test_everything_fits_into_360_pixels(browser: Browser, chat: str) -> None:
    page = opening(browser, chat, viewport=driving.SMALL)
    driving.ask(page, FACT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#hb-live .hb-chip").first.click()
    expect(page.locator("#hb-live .hb-card").first).to_be_in_viewport()
    page.locator("#hb-live [data-open]").first.click()
    expect(page.locator("mark.is-current")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.locator("[data-do=menu]").click()
    expect(page.locator(".hb-list .hb-open")).to_be_visible()
    page.keyboard.press("Escape")
    driving.library(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()


def test_the_whole_way_goes_by_keyboard(browser: Browser, chat: str) -> None:
    page = opening(browser, chat)
    page.keyboard.press("/")
    page.keyboard.type(FACT)
    page.keyboard.press("Enter")
    driving.answered(page, FACT)
    page.keyboard.press("1")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#hb-live [data-open]").first).to_be_focused()
    page.keyboard.press("Enter")
    view = page.get_by_role("dialog")
    expect(view).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#hb-article').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(view).to_have_count(0)
    page.context.close()


def test_nothing_jumps_while_the_answer_comes(browser: Browser, chat: str) -> None:
    page = opening(browser, chat)
    driving.send(page, FACT)
    page.wait_for_selector(".is-working h2")
    page.wait_for_timeout(700)
    tops = page.evaluate(
        """() => new Promise(done => {
            const seen = new Set();
            const look = () => {
              const h = document.querySelector('#hb-live h2');
              if (h) seen.add(Math.round(h.getBoundingClientRect().top));
              if (document.querySelector('#hb-live .hb-tools')) setTimeout(() => done([...seen]), 300);
              else requestAnimationFrame(look);
            };
            look();
        })"""
    )
    assert max(tops) - min(tops) <= 2, tops
    page.context.close()


def test_the_typeface_is_ours_and_has_vietnamese(browser: Browser, chat: str) -> None:
    page = opening(browser, chat)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
    )
    assert set(loaded) == {"Be Vietnam Pro"}
    page.context.close()


def test_a_lost_server_is_told_in_vietnamese(browser: Browser, tmp_path: Path) -> None:
    with houses.house(tmp_path, FakeEmbedder()) as rooms, houses.serving(rooms) as address:
        page = opening(browser, address)
    driving.send(page, FACT)
    expect(page.get_by_role("alert")).to_contain_text("Máy chủ không trả lời")
    page.context.close()
