"""Eight pictures of the chat over the sample articles: ``make screenshots`` looks as a reader would.

Written to tests/screenshots/; with ``--readme`` the three that the README shows also go to
ui/assets/screenshots/.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from index.ingest import index_paths
from tests import browser as driving
from tests import houses
from tests.conftest import ROOT, SAMPLES
from ui.app import ASSETS
from ui.lazy import embedder_of

FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
TWO = "Thu nhập bình quân đầu người năm 2024 của Lâm Khê và Lâm Kha, huyện nào cao hơn?"
OUTSIDE = "Giá vàng thế giới sáng nay là bao nhiêu đô la một ounce?"
PHONE: dict[str, object] = {
    "viewport": driving.SMALL,
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
README = ("answer", "article", "library")


def light(page: Page) -> None:
    page.wait_for_selector(".hb-example")


def answer(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live .hb-chip").first.click()


def comparison(page: Page) -> None:
    driving.ask(page, TWO)
    page.locator("#hb-live .hb-chip").first.click()


def refusal(page: Page) -> None:
    driving.ask(page, OUTSIDE)


def article(page: Page) -> None:
    driving.ask(page, FACT)
    page.locator("#hb-live [data-open]").first.click()
    page.wait_for_selector("mark.is-current")


def library(page: Page) -> None:
    driving.library(page)
    page.wait_for_selector(".hb-chart")


def phone(page: Page) -> None:
    driving.ask(page, FACT)


SCREENS: dict[str, tuple[Callable[[Page], None], dict[str, object]]] = {
    "light": (light, {}),
    "dark": (comparison, {"color_scheme": "dark"}),
    "phone": (phone, PHONE),
    "answer": (answer, {}),
    "refusal": (refusal, {}),
    "comparison": (comparison, {}),
    "article": (article, {}),
    "library": (library, {}),
}


def take(browser: Browser, address: str, folder: Path) -> None:
    """Draw every screen in a browser of its own."""
    for name, (prepare, options) in SCREENS.items():
        context = driving.new_context(browser, **options)
        page, _ = driving.open_page(context, address)
        prepare(page)
        page.wait_for_timeout(700)
        page.screenshot(path=folder / f"{name}.png")
        context.close()


def small(source: Path, target: Path) -> None:
    """Keep a picture with a palette of its own: a third of the bytes, no difference to be seen."""
    from PIL import Image

    with Image.open(source) as drawn:
        drawn.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="renew the README's pictures too")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "no Chromium; run: apt-get install -y chromium"
    asked = parser.parse_args()
    folder = ROOT / "tests" / "screenshots"
    folder.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as work,
        driving.chromium_browser(chromium) as browser,
        houses.house(Path(work)) as rooms,
    ):
        index_paths(Path(work), [SAMPLES], embedder_of(rooms.settings))
        with houses.serving(rooms) as address:
            rooms.desk.warm()
            take(browser, address, folder)
    if asked.readme:
        (ASSETS / "screenshots").mkdir(exist_ok=True)
        for name in README:
            small(folder / f"{name}.png", ASSETS / "screenshots" / f"{name}.png")


if __name__ == "__main__":
    main()
