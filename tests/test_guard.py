"""What stands before the house: headers, own hosts, own origin, the browser's id, the password."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.testclient import TestClient

from rag.settings import Settings, load
from ui import guard
from ui.house import COOKIE


def client(tmp_path: Path, password: str | None = None, *, everything: bool = False) -> TestClient:
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST", "DELETE"])
    def answer(path: str) -> str:
        return path

    settings: Settings = load(home=tmp_path, ui_password=password)
    app.add_middleware(lambda inner: guard.with_password(inner, settings, everything=everything))
    app.add_middleware(guard.own_origin)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=guard.hosts("127.0.0.1"))
    app.add_middleware(guard.with_headers)
    return TestClient(app, base_url="http://127.0.0.1:7860")


def test_every_answer_carries_the_headers(tmp_path: Path) -> None:
    for path in ("/", "/api/articles"):
        headers = client(tmp_path).get(path).headers
        assert {name: headers[name] for name in guard.HEADERS} == dict(guard.HEADERS)
    assert "form-action 'none'" in guard.POLICY
    assert "http" not in guard.POLICY


def test_the_page_gives_each_browser_its_own_secret_once(tmp_path: Path) -> None:
    opened = client(tmp_path)
    cookie = opened.get("/").headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "set-cookie" not in opened.get("/").headers
    assert "set-cookie" not in client(tmp_path).get("/api/articles").headers


@pytest.mark.parametrize(
    ("origin", "status"),
    [(None, 200), ("http://127.0.0.1:7860", 200), ("http://evil.test", 403), ("null", 403)],
)
def test_another_sites_page_changes_nothing(tmp_path: Path, origin: str | None, status: int) -> None:
    headers = {"origin": origin} if origin else {}
    assert client(tmp_path).post("/gradio_api/x", headers=headers).status_code == status
    assert client(tmp_path).get("/", headers=headers).status_code == 200


def test_a_name_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    assert client(tmp_path).get("/", headers={"host": "evil.test"}).status_code == 400


def test_hosts_follow_the_address() -> None:
    assert guard.hosts("127.0.0.1") == ["127.0.0.1", "localhost", "[::1]"]
    assert "10.1.2.3" in guard.hosts("10.1.2.3")
    assert "hoi.bao.test" in guard.hosts("127.0.0.1", " hoi.bao.test , ")
    assert "*" not in guard.hosts("0.0.0.0")


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("bao.test", False),
    ],
)
def test_loopback_is_told_from_the_rest(host: str, own: bool) -> None:
    assert guard.is_loopback(host) is own


@pytest.mark.parametrize(
    ("method", "path", "everything", "given", "status"),
    [
        pytest.param("GET", "/api/articles", False, None, 200, id="reading is free on loopback"),
        pytest.param("POST", "/api/ask", False, None, 200, id="asking is free on loopback"),
        pytest.param("POST", "/api/articles", False, None, 401, id="adding asks"),
        pytest.param("POST", "/api/articles", False, "sai", 401, id="a wrong password"),
        pytest.param("POST", "/api/articles", False, "đúng", 200, id="the password"),
        pytest.param("DELETE", "/api/articles", False, None, 401, id="removing asks"),
        pytest.param("GET", "/api/articles", True, None, 401, id="reading asks beyond loopback"),
        pytest.param("POST", "/api/ask", True, None, 401, id="asking asks beyond loopback"),
        pytest.param("POST", "/api/ask", True, "đúng", 200, id="the password beyond loopback"),
        pytest.param("GET", "/healthz", True, None, 200, id="health is open"),
    ],
)
def test_the_password_guards_what_it_should(
    tmp_path: Path, method: str, path: str, everything: bool, given: str | None, status: int
) -> None:
    opened = client(tmp_path, "đúng", everything=everything)
    headers = {b"authorization": f"Bearer {given}".encode()} if given else {}
    answer = opened.request(method, path, headers=headers)
    assert answer.status_code == status
    if status == 401:
        assert answer.json()["error"]["message"]
