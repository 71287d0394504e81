"""What every test shares: a clean environment, the model unpacked once, one index of the sample articles."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from index.types import Embedder

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "index" / "sample_articles"
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
    "TOKENIZERS_PARALLELISM": "false",
}
os.environ.update(OFFLINE)  # before any test module imports what reads them


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("session")


@pytest.fixture(scope="session", autouse=True)
def _clean_environment(session_folder: Path) -> Iterator[None]:
    """No setting of the person who runs the tests counts, and nothing is written to their folders."""
    patch = pytest.MonkeyPatch()
    for name in [name for name in os.environ if name.startswith(("HOIBAO_", "GRADIO_SERVER"))]:
        patch.delenv(name)
    user = session_folder / "user"
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HF_HOME"):
        patch.setenv(name, str(user / name.lower()))
        (user / name.lower()).mkdir(parents=True)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts in an empty folder, so the default home and hoibao.toml are its own."""
    monkeypatch.chdir(tmp_path_factory.mktemp("cwd"))


@pytest.fixture(scope="session")
def e5_home(session_folder: Path) -> Path:
    """A home that holds the unpacked default model and no index (some 5 s, once a session)."""
    from index import e5

    home = session_folder / "e5"
    e5.unpack(home)
    return home


@pytest.fixture(scope="session")
def sample_home(session_folder: Path, e5_home: Path) -> Path:
    """One index of the sample articles, made with the real model as chats use it. Never write to it."""
    from index.embedder import load_embedder
    from index.ingest import index_paths

    home = session_folder / "sample"
    share_model(e5_home, home)
    report = index_paths(home, [SAMPLES], load_embedder(home, backend="onnx-int8"))
    assert not report.failed
    return home


@pytest.fixture
def sample_copy(sample_home: Path, tmp_path: Path) -> Path:
    """A copy of the sample index that a test may change."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home, symlinks=True)
    return home


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and question sets beside the checkout; its tests skip without it."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("no ../shared with the corpus beside this checkout")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the installed Chromium; a machine without one fails, it does not skip."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.fail("no Chromium; run: apt-get install -y chromium")


def share_model(e5_home: Path, home: Path) -> None:
    """Give ``home`` the session's unpacked model by a link, so that no test unpacks 480 MB again."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "models").symlink_to(e5_home / "models")


@pytest.fixture(scope="session")
def e5_embedder(e5_home: Path) -> "Embedder":
    """The real model, loaded once a session."""
    from index.embedder import load_embedder

    return load_embedder(e5_home, backend="onnx-int8")


@pytest.fixture(scope="session")
def chat(sample_home: Path, e5_embedder: "Embedder", session_folder: Path) -> Iterator[str]:
    """The address of a running chat over the sample articles. Ask it, never change its articles."""
    from tests import houses

    with (
        houses.house(sample_home, e5_embedder, articles=session_folder / "articles") as rooms,
        houses.serving(rooms) as address,
    ):
        rooms.desk.warm()
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> "Iterator[Browser]":
    """A browser of its own for each module; sync Playwright must not outlive it."""
    from tests import browser as driving

    with driving.chromium_browser(chromium) as made:
        yield made


@pytest.fixture(scope="module")
def context(browser: "Browser") -> "Iterator[BrowserContext]":
    """One reader's cookies and storage; it may read the clipboard and save files."""
    from tests import browser as driving

    rights = ["clipboard-read", "clipboard-write"]
    made = driving.new_context(browser, permissions=rights, accept_downloads=True)
    yield made
    made.close()


@pytest.fixture(scope="module")
def site(chat: str) -> str:
    """The address that ``opened`` opens; modules with a chat of their own name another."""
    return chat


@pytest.fixture(scope="module")
def opened(context: "BrowserContext", site: str) -> "Iterator[Page]":
    """The page, ready; at the end it must have asked no one else and made no error."""
    from tests import browser as driving

    page, seen = driving.open_page(context, site)
    yield page
    assert seen.elsewhere == []
    assert seen.errors == []
