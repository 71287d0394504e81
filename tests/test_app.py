"""The page as served: its own headers, nothing of Gradio's that talks or tells, a door that locks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from index.embedder import FakeEmbedder
from rag.settings import load
from tests.scripted import scripted
from ui import app, guard
from ui.desk import Desk
from ui.house import COOKIE, MOST_UPLOAD, open_house


@contextmanager
def served(home: Path, *, beyond: bool = False, **settings: object) -> Iterator[TestClient]:
    used = load(home=home, **settings)
    _, assistant = scripted()
    house = open_house(used, Desk(used, FakeEmbedder(), assistant=assistant), open_to_all=beyond)
    with TestClient(app.make_app(house), base_url="http://127.0.0.1:7860") as client:
        yield client


def test_the_page_is_ours_guarded_and_asks_nobody_else(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        page = client.get("/")
        assert page.status_code == 200
        assert page.headers["content-security-policy"] == guard.POLICY
        assert COOKIE in page.cookies
        assert "hb/hoibao.css" in page.text
        assert client.get("/hb/hoibao.js").status_code == 200
        assert client.get("/hb/fonts/OFL.txt").status_code == 200
        config = client.get("/config").json()
        assert config["analytics_enabled"] is False
        assert config.get("footer_links", []) == []
        assert config["run_history"] is False


def test_no_function_of_the_page_is_offered_as_api(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        info = client.get("/gradio_api/info").json()
        assert info["named_endpoints"] == {}
        assert info["unnamed_endpoints"] == {}


def test_another_origin_gets_no_leave(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        asked = client.get("/config", headers={"origin": "http://evil.test"})
        assert "access-control-allow-origin" not in asked.headers
        assert (
            client.post("/gradio_api/queue/join", headers={"origin": "http://evil.test"}).status_code == 403
        )


def test_files_of_the_machine_are_not_served(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    with served(tmp_path / "home") as client:
        for path in (f"/gradio_api/file={secret}", "/gradio_api/file=/etc/hostname", "/hb/../app.py"):
            answer = client.get(path)
            assert answer.status_code in (403, 404)
            assert "bí mật" not in answer.text


def test_beyond_loopback_the_whole_page_wants_the_password(tmp_path: Path) -> None:
    with served(tmp_path, beyond=True, ui_password="đúng") as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/config").status_code == 401
        assert client.post("/gradio_api/queue/join", json={}).status_code == 401
        assert client.post("/api/ask", json={"question": "Hỏi?"}).status_code == 401
        assert client.post("/login", data={"username": "a", "password": "sai"}).status_code == 400
        assert client.post("/login", data={"username": "a", "password": "đúng"}).status_code == 200
        assert client.get("/config").status_code == 200


def test_too_big_an_upload_is_turned_away(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        big = b"x" * (MOST_UPLOAD + 1)
        assert client.post("/gradio_api/upload", files={"files": ("a.txt", big)}).status_code == 413


def test_an_assets_address_changes_with_its_content() -> None:
    assert app.version("hoibao.js") != app.version("hoibao.css")
    assert app.version("hoibao.js") in app.head_html()
