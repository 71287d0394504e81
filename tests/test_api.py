"""HTTP: the command line's JSON, streamed where asked for, errors with a status, writes that queue."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.types import Embedder
from rag.settings import load
from ui.app import make_app
from ui.desk import Desk
from ui.house import House, open_house

FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
ANSWER = (
    "question standalone answer answered confidence mode reason citations suggestions arriving timings_ms"
)


@pytest.fixture(scope="module")
def house(sample_home: Path, e5_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> House:
    settings = load(home=sample_home)
    return open_house(settings, Desk(settings, e5_embedder), tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def client(house: House) -> Iterator[TestClient]:
    with TestClient(make_app(house), base_url="http://127.0.0.1:7860") as made:
        yield made


def test_an_answer_is_the_command_lines(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": FACT})
    assert answer.status_code == 200
    form = answer.json()
    assert list(form) == ANSWER.split()
    assert "1.264 m" in form["answer"]


def test_a_stream_tells_stages_sentences_and_last_the_answer(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": FACT}, headers={"accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [block.split("\n", 1) for block in answer.text.strip().split("\n\n")]
    names = [name.removeprefix("event: ") for name, _ in events]
    assert names[0] == "stage"
    assert "sentence" in names
    assert names[-1] == "answer"
    assert list(json.loads(events[-1][1].removeprefix("data: "))) == ANSWER.split()


def test_a_history_is_used(client: TestClient) -> None:
    history = [{"role": "user", "content": FACT}, {"role": "assistant", "content": "Cầu dài 1.264 m."}]
    answer = client.post("/api/ask", json={"question": "Còn rộng bao nhiêu?", "history": history})
    assert "Bến Sậy" in answer.json()["standalone"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "/api/ask", {"question": "  "}, 400, "question_empty"),
        ("POST", "/api/ask", {"question": "dài " * 3000}, 400, "question_long"),
        ("GET", "/api/articles/one?source=khong-co.txt", None, 404, "article_missing"),
        ("DELETE", "/api/articles?source=khong-co.txt", None, 404, "article_missing"),
        ("POST", "/api/articles", {"text": " "}, 400, "file_empty"),
    ],
)
def test_what_goes_wrong_has_a_status_and_words(
    client: TestClient, method: str, path: str, body: object, status: int, code: str
) -> None:
    answer = client.request(method, path, json=body)
    assert answer.status_code == status
    assert answer.json()["detail"]["code"] == code
    assert answer.json()["detail"]["message"]


def test_a_stream_says_what_goes_wrong_too(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": ""}, headers={"accept": "text/event-stream"})
    assert answer.text.startswith("event: error")


def test_search_lists_passages(client: TestClient) -> None:
    found = client.post("/api/search", json={"query": "xả thải ra sông Hạc", "k": 3}).json()
    assert len(found) == 3
    assert list(found[0]) == ["source", "title", "start", "end", "score", "text"]
    assert client.post("/api/search", json={"query": "x", "k": 0}).status_code == 422


def test_articles_are_listed_page_by_page(client: TestClient) -> None:
    first = client.get("/api/articles?limit=5&sort=title&descending=false").json()
    second = client.get("/api/articles?limit=5&offset=5&sort=title&descending=false").json()
    assert first["total"] == second["total"] == 21
    assert not {one["source"] for one in first["articles"]} & {one["source"] for one in second["articles"]}
    assert client.get("/api/articles?search=ben say").json()["total"] == 1
    article = client.get("/api/articles/one?source=thi-xa/cau-ben-say-2.html").json()
    assert article["published"] == "2025-10-18"


def test_health_says_that_it_lives_and_nothing_else(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_the_description_and_its_page_name_every_path(client: TestClient) -> None:
    api = client.get("/api/openapi.json").json()
    assert {"/api/ask", "/api/search", "/api/articles"} <= set(api["paths"])
    page = client.get("/api/docs").text
    assert all(path in page for path in api["paths"])
    assert "<script" not in page
