"""Fake language models: one in the process, and one behind a real HTTP server that can fail in many ways.

``scripted_server`` speaks the OpenAI protocol (chat and completion, streamed) on loopback, so that a
test or a demonstration runs the real client. What it says is a function of the prompt it receives.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Script = Callable[[str], str]
"""The whole prompt in, the whole answer out; the server streams it in pieces."""
Fault = Literal[
    "none", "error_500", "too_many_429", "unauthorized_401", "not_found_404", "html", "broken_json",
    "wrong_fields", "empty", "silent", "slow_start", "silent_midway", "dies_midway", "drips", "endless",
]  # fmt: skip
STATUSES = {"error_500": 500, "too_many_429": 429, "unauthorized_401": 401, "not_found_404": 404}
PIECE = 12
"""Characters a streamed piece holds."""


@dataclass(frozen=True, slots=True)
class FakeLLM:
    """Says what its script makes of the prompt, in pieces; no server, no faults."""

    script: Script
    name: str = "fake"

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        text = self.script(f"{system}\n{prompt}")
        yield from (text[at : at + PIECE] for at in range(0, len(text), PIECE))


@contextmanager
def scripted_server(script: Script, fault: Fault = "none", pause: float = 5.0) -> Iterator[str]:
    """Serve ``script`` on a free loopback port; yields the base URL.

    ``pause`` is how many seconds the slow faults wait (they end early when the server is closed).
    """
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            _Reply(self, asked, script, fault, pause, stop).send()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: a fake server has no log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        stop.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


@dataclass(frozen=True, slots=True)
class _Reply:
    handler: BaseHTTPRequestHandler
    asked: dict[str, Any]
    script: Script
    fault: Fault
    pause: float
    stop: threading.Event

    def send(self) -> None:
        try:
            self._send()
        except (BrokenPipeError, ConnectionResetError):
            return  # the client gave up, as it should

    def _send(self) -> None:
        if self.fault in STATUSES:
            self._head(STATUSES[self.fault], "application/json")
            self._write(json.dumps({"error": {"message": "scripted fault", "type": "fault"}}))
            self._write("")
        elif self.fault == "html":
            self._head(200, "text/html")
            self._write("<html><body>Welcome to nginx!</body></html>")
            self._write("")
        elif self.fault == "silent":
            self.stop.wait(self.pause)
        else:
            self._stream()

    def _stream(self) -> None:
        if self.fault == "slow_start":
            self.stop.wait(self.pause)
        self._head(200, "text/event-stream")
        text = "" if self.fault == "empty" else self.script(self._prompt())
        if self.fault == "endless":
            text = (text or "và ") * 4000
        for at in range(0, len(text), PIECE):
            if self.stop.is_set() or not self._piece(text[at : at + PIECE], halfway=at >= len(text) // 2):
                return
        self._write("data: [DONE]\n\n")
        self._write("")

    def _piece(self, text: str, halfway: bool) -> bool:
        """Send one piece; False where the fault ends the stream."""
        if halfway and self.fault == "silent_midway":
            self.stop.wait(self.pause)
            return False
        if halfway and self.fault == "dies_midway":
            self.handler.connection.shutdown(socket.SHUT_RDWR)
            return False
        if halfway and self.fault == "broken_json":
            self._write('data: {"choices": [{"delta": {"content": "tă\n\n')
            return True
        if self.fault == "wrong_fields":
            self._write('data: {"choices": "none", "answer": 42}\n\n')
            return True
        if self.fault == "drips":
            time.sleep(self.pause / 40)
        self._write(f"data: {json.dumps(self._event(text))}\n\n")
        return True

    def _event(self, text: str) -> dict[str, Any]:
        chat = "messages" in self.asked
        choice = {"delta": {"role": "assistant", "content": text}} if chat else {"text": text}
        return {
            "id": "fake",
            "object": "chat.completion.chunk" if chat else "text_completion",
            "created": 0,
            "model": self.asked.get("model", "fake"),
            "choices": [{"index": 0, "finish_reason": None, "logprobs": None, **choice}],
        }

    def _prompt(self) -> str:
        if "messages" in self.asked:
            return "\n".join(str(turn["content"]) for turn in self.asked["messages"])
        return str(self.asked["prompt"])

    def _head(self, status: int, kind: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Transfer-Encoding", "chunked")
        self.handler.send_header("Connection", "close")
        self.handler.end_headers()

    def _write(self, text: str) -> None:
        body = text.encode()  # chunked, so that a stream that dies is told from one that ends
        self.handler.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
        self.handler.wfile.flush()
