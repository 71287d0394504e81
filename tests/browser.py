"""Driving the chat in a real Chromium, with everything it should not do noted down."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

WAIT = 60_000
"""Milliseconds a test waits for anything: the first answer on a loaded machine takes some seconds."""
expect.set_options(timeout=WAIT)
SMALL = {"width": 360, "height": 740}
LARGE = {"width": 1280, "height": 800}


@dataclass(slots=True)
class Seen:
    """What the page did that it should not: requests to elsewhere, script errors."""

    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def chromium_browser(path: str) -> Iterator[Browser]:
    """A headless Chromium; no sandbox where the tests run as root."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield browser
        browser.close()


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """A browser of its own: fresh cookies and storage."""
    values = {"viewport": LARGE, "locale": "vi-VN", "color_scheme": "light", **options}
    context = browser.new_context(**values)
    context.set_default_timeout(WAIT)
    return context


def watch(page: Page, address: str) -> Seen:
    """Note what a page does from now on."""
    seen = Seen()

    def request(made: Any) -> None:
        if not made.url.startswith((address, "data:", "blob:")):
            seen.elsewhere.append(made.url)

    page.on("request", request)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    return seen


def open_page(context: BrowserContext, address: str) -> tuple[Page, Seen]:
    """The chat, ready for a question."""
    page = context.new_page()
    seen = watch(page, address)
    page.goto(address)
    ready(page)
    return page, seen


def ready(page: Page) -> None:
    """Wait until the page answers clicks."""
    page.wait_for_selector("#hb-box textarea")
    page.wait_for_function("window.hoibaoBridge && document.querySelector('#hb-live [data-conversation]')")


def ask(page: Page, question: str) -> None:
    """Ask and wait for the finished answer."""
    send(page, question)
    answered(page, question)


def send(page: Page, question: str) -> None:
    """Type a question and press Enter."""
    page.fill("#hb-box textarea", question)
    page.press("#hb-box textarea", "Enter")


def answered(page: Page, question: str) -> None:
    """Wait until the last turn is this question, finished."""
    page.wait_for_function(
        "q => { const t = document.querySelector('#hb-live .hb-turn'); return t && !t.matches('.is-working')"
        " && t.querySelector('h2').textContent === q && t.querySelector('.hb-tools') }",
        arg=question,
    )


def library(page: Page) -> None:
    """Go to the library and wait for its list."""
    page.get_by_role("tab", name="Kho bài viết").click()
    page.wait_for_selector("#hb-articles :is(table, .hb-none)")


def fresh(page: Page) -> None:
    """Begin a new conversation, in the first room, with nothing open and nothing typed."""
    page.keyboard.press("Escape")
    if page.locator("#hb-chat").is_hidden():
        page.get_by_role("tab", name="Hỏi đáp").click()
    page.fill("#hb-box textarea", "")
    with page.expect_response("**/gradio_api/run/predict"):
        page.locator("#hb-new").click()
    page.wait_for_selector("#hb-live .hb-welcome")
