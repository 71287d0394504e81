"""Stopping an answer while it streams, in a real browser: a language model that drips words behind it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from index.types import Embedder
from rag.llm_fake import scripted_server
from tests import browser as driving
from tests import houses

pytestmark = pytest.mark.browser
FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
OTHER = "Bí thư Huyện ủy Lâm Khê là ai?"
SHOWN = re.compile(r"^\[(\d+)\] (?:\(bài “[^”]*”\) )?(.+)$", re.MULTILINE)
SLOW = 8.0
"""A piece of twelve characters every 0.2 s: a sentence takes one or two seconds."""


def say_all(prompt: str) -> str:
    """Repeat the sentences shown, each with its number: a talkative model that proves what it says."""
    return " ".join(f"{text.rstrip('.')} [{number}]." for number, text in SHOWN.findall(prompt)[:4])


@pytest.fixture(scope="module")
def site(sample_home: Path, e5_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("stop")
    shutil.copytree(sample_home, folder / "home", symlinks=True)
    with (
        scripted_server(say_all, "drips", pause=SLOW) as model,
        houses.house(folder / "home", e5_embedder, llm_base_url=model) as rooms,
        houses.serving(rooms) as address,
    ):
        rooms.desk.assistant()
        yield address


@pytest.fixture
def page(opened: Page) -> Page:
    driving.fresh(opened)
    return opened


def listed(page: Page) -> int:
    return page.locator(".hb-list li").count()


def streaming(page: Page, question: str) -> str:
    """Ask, wait for the first sentence; returns the answer so far."""
    driving.send(page, question)
    page.wait_for_selector("#hb-live .is-working .hb-answer p")
    return page.locator("#hb-live .hb-answer").inner_text()


def idle(page: Page) -> None:
    """The box takes the next question: no answer streams, the button says so."""
    expect(page.locator("#hb-live .is-working")).to_have_count(0, timeout=3000)
    expect(page.locator("#hb-send")).to_be_visible()
    expect(page.locator("#hb-stop")).to_be_hidden()


def test_stop_keeps_what_was_said_and_frees_the_box_at_once(page: Page) -> None:
    said = streaming(page, FACT)
    page.get_by_role("button", name="Dừng").click()
    idle(page)
    turn = page.locator("#hb-live .hb-turn")
    expect(turn.locator(".hb-badges")).to_contain_text("đã dừng giữa chừng")
    assert turn.locator(".hb-answer").inner_text().startswith(said)
    assert turn.locator(".hb-card").count() >= 1
    kept = turn.locator(".hb-answer").inner_text()

    streaming(page, OTHER)
    page.get_by_role("button", name="Dừng").click()
    idle(page)
    page.reload()
    driving.ready(page)
    driving.answered(page, OTHER)
    expect(page.locator("#hb-past .hb-turn")).to_have_count(1)
    assert page.locator("#hb-past .hb-answer").inner_text() == kept
    assert page.locator(".hb-list li[aria-current]").count() == 1


def test_escape_stops_too(page: Page) -> None:
    streaming(page, FACT)
    page.keyboard.press("Escape")
    idle(page)
    expect(page.locator("#hb-live .hb-badges")).to_contain_text("đã dừng giữa chừng")


def test_a_stop_before_the_first_sentence_gives_the_question_back(page: Page) -> None:
    before = listed(page)
    driving.send(page, FACT)
    page.wait_for_selector("#hb-live .is-working")
    page.get_by_role("button", name="Dừng").click()
    idle(page)
    expect(page.locator("#hb-live .hb-notice")).to_contain_text("Đã dừng trước khi có câu trả lời")
    expect(page.locator("#hb-box textarea")).to_have_value(FACT)
    assert listed(page) == before


def test_a_stopped_retry_loses_no_answer(page: Page) -> None:
    streaming(page, FACT)
    page.keyboard.press("Escape")
    idle(page)
    kept = page.locator("#hb-live .hb-answer").inner_text()
    page.locator("#hb-live [data-do=retry]").click()
    page.wait_for_selector("#hb-live .is-working")
    page.keyboard.press("Escape")
    idle(page)
    expect(page.locator("#hb-past .hb-answer")).to_have_text(kept)
    expect(page.locator("#hb-hint")).to_contain_text("đang sửa")
    page.reload()
    driving.ready(page)
    driving.answered(page, FACT)
    assert page.locator("#hb-live .hb-answer").inner_text() == kept


def test_what_is_typed_meanwhile_stays_in_the_box(page: Page) -> None:
    streaming(page, FACT)
    page.fill("#hb-box textarea", OTHER)
    page.press("#hb-box textarea", "Enter")
    page.wait_for_timeout(300)
    expect(page.locator("#hb-live .is-working h2")).to_have_text(FACT)
    expect(page.locator("#hb-box textarea")).to_have_value(OTHER)
    page.get_by_role("button", name="Dừng").click()
    idle(page)
    expect(page.locator("#hb-box textarea")).to_have_value(OTHER)


def test_an_answer_left_for_a_new_conversation_is_kept(page: Page) -> None:
    before = listed(page)
    streaming(page, FACT)
    page.locator("#hb-new").click()
    page.wait_for_selector("#hb-live .hb-welcome")
    idle(page)
    expect(page.locator(".hb-list li")).to_have_count(before + 1)
    expect(page.locator("#hb-live .hb-welcome")).to_be_visible()
    page.locator(".hb-list .hb-open", has_text="Cầu Bến Sậy").first.click()
    driving.answered(page, FACT)
    expect(page.locator("#hb-live .hb-badges")).not_to_contain_text("dừng")
