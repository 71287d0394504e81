"""Kho bài viết in a real browser: found, sorted, read, uploaded with progress, pasted, removed and undone."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from index.types import Embedder
from tests import browser as driving
from tests import houses

pytestmark = pytest.mark.browser
NEWS = "Xã Mường Tơ khánh thành chợ mới\n\nNgày 3/2/2026, xã Mường Tơ khánh thành chợ mới rộng 2.150 m2."


@pytest.fixture(scope="module")
def site(sample_home: Path, e5_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A chat over a copy of the sample index: its articles may be changed."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(sample_home, folder / "home", symlinks=True)
    with (
        houses.house(folder / "home", e5_embedder, articles=folder / "articles") as rooms,
        houses.serving(rooms) as address,
    ):
        rooms.desk.warm()
        yield address


@pytest.fixture(scope="module")
def page(opened: Page) -> Page:
    driving.library(opened)
    return opened


def titles(page: Page) -> list[str]:
    return page.locator(".hb-read").all_inner_texts()


def idle(page: Page) -> None:
    """Wait until the last job is done and the list shows it."""
    page.wait_for_function(
        "() => document.querySelector('.hb-jobs > li:first-child')?.matches('.is-done, .is-failed')"
    )


def test_the_list_is_found_sorted_and_paged(page: Page) -> None:
    assert len(titles(page)) == 21
    expect(page.locator(".hb-place")).to_have_text("1–21 trong 21 bài")
    page.locator("[data-sort=title]").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Bài viết")
    page.fill("#hb-search :is(input, textarea)", "ben say")
    expect(page.locator(".hb-read")).to_have_count(1)
    page.fill("#hb-search :is(input, textarea)", "")
    expect(page.locator(".hb-read")).to_have_count(21)


def test_an_article_is_read_and_its_file_saved(page: Page) -> None:
    page.locator(".hb-read", has_text="cầu Bến Sậy 2").first.click()
    view = page.get_by_role("dialog")
    expect(view).to_contain_text("1.264 m")
    with page.expect_download() as waiting:
        view.locator("[data-do=original]").click()
    assert waiting.value.suggested_filename == "cau-ben-say-2.html"
    page.keyboard.press("Escape")


def test_numbers_and_chart_are_there(page: Page) -> None:
    expect(page.locator(".hb-numbers")).to_contain_text("21")
    assert page.locator(".hb-chart li").count() > 3


def test_files_and_a_zip_are_uploaded_and_failures_have_a_reason(page: Page, tmp_path: Path) -> None:
    (tmp_path / "chợ mới.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "hỏng.txt").write_bytes(b"")
    (tmp_path / "lạ.exe").write_bytes(b"MZ")
    with zipfile.ZipFile(tmp_path / "gói.zip", "w") as packed:
        packed.writestr("trong.txt", NEWS.replace("chợ", "trường").replace("2.150", "3.480"))
    files = [str(path) for path in sorted(tmp_path.iterdir()) if path.is_file()]
    page.set_input_files("[data-files]", files)
    expect(page.locator("#hb-said")).to_contain_text("Đã nhận 3 tệp")
    expect(page.locator("#hb-said")).to_contain_text("lạ.exe")
    idle(page)
    expect(page.locator(".hb-jobs .hb-why").first).to_contain_text("hỏng.txt: tệp trống")
    expect(page.locator(".hb-place")).to_contain_text("23 bài")
    expect(page.locator(".hb-fresh")).to_contain_text("23 bài")


def test_a_paste_becomes_an_article_that_answers(page: Page) -> None:
    page.get_by_role("button", name="Dán bài").click()
    page.fill("#hb-paste-text textarea", NEWS.replace("chợ mới", "trạm y tế").replace("2.150", "640"))
    page.locator("#hb-paste-add").click()
    expect(page.locator("#hb-said")).to_contain_text("đang xử lý")
    idle(page)
    expect(page.locator(".hb-place")).to_contain_text("24 bài")
    driving.fresh(page)
    driving.ask(page, "Trạm y tế xã Mường Tơ rộng bao nhiêu mét vuông?")
    expect(page.locator("#hb-live .hb-answer")).to_contain_text("640")
    driving.library(page)


def test_an_empty_paste_is_refused(page: Page) -> None:
    page.fill("#hb-paste-text textarea", "  ")
    page.locator("#hb-paste-add").click()
    expect(page.locator("#hb-said")).to_contain_text("đang trống")


def test_removing_can_be_undone_until_it_is_confirmed(page: Page) -> None:
    page.fill("#hb-search :is(input, textarea)", "chợ mới")
    expect(page.locator(".hb-read")).to_have_count(1)
    page.locator("[data-choose]").check()
    page.locator("[data-do=remove]").click()
    expect(page.locator(".hb-leaving")).to_contain_text("1 bài")
    page.locator("[data-do=undo]").click()
    expect(page.locator(".hb-leaving")).to_have_count(0)
    page.locator("[data-choose]").check()
    page.locator("[data-do=remove]").click()
    page.locator("[data-do=confirm]").click()
    expect(page.locator(".hb-read")).to_have_count(0)
    page.fill("#hb-search :is(input, textarea)", "")
    expect(page.locator(".hb-place")).to_contain_text("23 bài")


def test_an_update_runs_behind_while_the_chat_answers(page: Page) -> None:
    page.locator("#hb-reindex").click()
    driving.fresh(page)
    driving.ask(page, "Cầu Bến Sậy 2 dài bao nhiêu mét?")
    expect(page.locator("#hb-live .hb-answer")).to_contain_text("1.264")
    driving.library(page)
    idle(page)


def test_a_password_guards_changes_and_nothing_else(
    context: BrowserContext, sample_home: Path, e5_embedder: Embedder, tmp_path: Path
) -> None:
    shutil.copytree(sample_home, tmp_path / "home", symlinks=True)
    with (
        houses.house(tmp_path / "home", e5_embedder, ui_password="mật khẩu") as rooms,
        houses.serving(rooms) as address,
    ):
        page, _ = driving.open_page(context, address)
        driving.ask(page, "Cầu Bến Sậy 2 dài bao nhiêu mét?")
        driving.library(page)
        file = tmp_path / "chợ.txt"
        file.write_text(NEWS, encoding="utf-8")
        page.locator("[data-choose]").first.check()
        page.locator("[data-do=remove]").click()
        page.get_by_role("button", name="Dán bài").click()
        page.fill("#hb-paste-text textarea", NEWS)
        for given in ("", "mật khẩu sai"):
            page.fill("#hb-password input", given)
            for change in ("#hb-reindex", "#hb-paste-add", "[data-do=confirm]", "[data-files]"):
                with page.expect_response("**/gradio_api/run/predict"):
                    if change == "[data-files]":
                        page.set_input_files(change, file)
                    else:
                        page.locator(change).click()
                expect(page.locator("#hb-said p")).to_contain_text("Mật khẩu chưa đúng")
        assert rooms.jobs.log() == []
        assert list(rooms.articles.iterdir()) == []
        expect(page.locator(".hb-leaving")).to_contain_text("1 bài")
        page.fill("#hb-password input", "mật khẩu")
        page.locator("[data-do=confirm]").click()
        expect(page.locator("#hb-said")).to_contain_text("đang xử lý")
        idle(page)
        expect(page.locator(".hb-place")).to_contain_text("20 bài")
        page.close()
