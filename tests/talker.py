"""A reader without a browser: speaks the page's own protocol, with a cookie and a session of its own."""

import json
import secrets
import time
from dataclasses import dataclass
from typing import Any

import httpx


@dataclass(frozen=True, slots=True)
class Heard:
    """What a question brought: the HTML of the finished turn, seconds to the first words and to the end."""

    html: str
    first: float
    done: float


class Talker:
    """One open chat. ``open`` it, then ``ask``; it keeps its conversation as a browser would."""

    def __init__(self, address: str, timeout: float = 120) -> None:
        self._client = httpx.AsyncClient(base_url=address, timeout=timeout)
        self._session = secrets.token_hex(6)
        self._submit: dict[str, Any] = {}
        self._live = 0

    async def open(self) -> None:
        """Get the page (and its cookie) and learn which function answers."""
        await self._client.get("/")
        config = (await self._client.get("/config")).json()
        ids = {one["props"].get("elem_id"): one["id"] for one in config["components"]}
        box = ids["hb-box"]
        (self._submit,) = [one for one in config["dependencies"] if [box, "submit"] in one["targets"]]
        self._live = self._submit["outputs"].index(ids["hb-live"])

    async def ask(self, question: str) -> Heard:
        """Ask as the Enter key does, and listen until the turn is finished."""
        begun = time.monotonic()
        sent = {
            "data": [question, None, None],
            "fn_index": self._submit["id"],
            "session_hash": self._session,
            "trigger_id": self._submit["targets"][0][0],
        }
        joined = await self._client.post("/gradio_api/queue/join", json=sent)
        joined.raise_for_status()
        first, live = 0.0, ""
        async with self._client.stream(
            "GET", f"/gradio_api/queue/data?session_hash={self._session}"
        ) as stream:
            async for line in stream.aiter_lines():
                if not line.startswith("data:"):
                    continue
                message = json.loads(line[5:])
                if message["msg"] in ("process_generating", "process_completed"):
                    live = self._changed(live, message["output"])
                    if not first and "hb-answer" in live:
                        first = time.monotonic() - begun
                if message["msg"] == "process_completed":
                    break
        return Heard(live, first, time.monotonic() - begun)

    def _changed(self, live: str, output: dict[str, Any]) -> str:
        """The last turn's HTML after a message: whole, or as changes of what was sent before."""
        data = output.get("data") or []
        if len(data) <= self._live or data[self._live] is None:
            return live
        new = data[self._live]
        if isinstance(new, str):
            return new
        if isinstance(new, dict):
            return str(new.get("value", live))
        for action, _, value in new:
            live = live + value if action == "append" else str(value)
        return live

    async def close(self) -> None:
        await self._client.aclose()
