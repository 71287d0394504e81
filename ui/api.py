"""HTTP for programs: ask, search, articles, health; the same JSON forms as the command line."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, Field

from index.errors import HoibaoError, InputError
from rag.types import Answer, Filters, Said, Stage
from rag.types import Turn as Said_before
from ui import vi, wire
from ui.desk import BusyError
from ui.house import House

STREAM = "text/event-stream"
STATUS = {"article_missing": 404, "index_missing": 409, "index_locked": 409, "index_other_model": 409}
RETRY_AFTER = "5"


class Message(BaseModel):
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


class Narrowing(BaseModel):
    """What narrows a search; all optional."""

    since: date | None = None
    until: date | None = None
    folder: str | None = None

    def filters(self) -> Filters:
        return Filters(self.since, self.until, self.folder or None)


class Asking(Narrowing):
    question: str
    history: list[Message] = Field(default_factory=list)

    def turns(self) -> list[Said_before]:
        return [Said_before(one.role, one.content) for one in self.history]


class Searching(Narrowing):
    query: str
    k: Annotated[int, Field(ge=1, le=1000)] = 10
    history: list[Message] = Field(default_factory=list)


class Adding(BaseModel):
    """An article's text, as pasted; HTML is read as a saved page."""

    text: str
    name: str = ""


@contextmanager
def explained() -> Iterator[None]:
    """HoibaoError becomes a status with the contract's error form, BusyError becomes 503."""
    try:
        yield
    except BusyError as error:
        raise HTTPException(503, _busy()["error"], {"Retry-After": RETRY_AFTER}) from error
    except HoibaoError as error:
        raise HTTPException(status_of(error), wire.error(error)["error"]) from error


def status_of(error: HoibaoError) -> int:
    """400 for what the caller gave, 409 for the state of the index, 404 for what is not there, else 500."""
    return STATUS.get(error.code, 400 if isinstance(error, InputError) else 500)


def _busy() -> wire.Json:
    return {"error": {"code": "busy", "message": vi.CHAT["busy"]}}


def event(name: str, form: object) -> str:
    """One server-sent event."""
    return f"event: {name}\ndata: {json.dumps(form, ensure_ascii=False)}\n\n"


async def events(house: House, asked: Asking) -> AsyncIterator[str]:
    """``stage``, ``sentence`` and last ``answer``; ``error`` where none comes."""
    try:
        async for one in house.desk.stream(asked.question, asked.turns(), asked.filters()):
            if isinstance(one, Stage):
                yield event("stage", {"stage": one.name, "detail": one.detail})
            elif isinstance(one, Said):
                yield event(
                    "sentence", {"text": one.text, "citations": [wire.citation(c) for c in one.citations]}
                )
            else:
                yield event("answer", wire.answer(one))
    except BusyError:
        yield event("error", _busy()["error"])
    except HoibaoError as error:
        yield event("error", wire.error(error)["error"])


def router(house: House) -> APIRouter:
    """All routes of one house."""
    routes = APIRouter()

    @routes.get("/healthz", include_in_schema=False)
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @routes.post("/api/ask", summary=vi.HTTP["ask"], response_model=None)
    async def ask(asked: Asking, request: Request) -> StreamingResponse | JSONResponse:
        if STREAM in request.headers.get("accept", ""):
            return StreamingResponse(
                events(house, asked), media_type=STREAM, headers={"cache-control": "no-store"}
            )
        answer: Answer | None = None
        with explained():
            async for one in house.desk.stream(asked.question, asked.turns(), asked.filters()):
                if isinstance(one, Answer):
                    answer = one
        assert answer is not None, "the assistant ended without an answer"
        return JSONResponse(wire.answer(answer))

    @routes.post("/api/search", summary=vi.HTTP["search"])
    def search(wanted: Searching) -> list[dict[str, Any]]:
        before = [Said_before(one.role, one.content) for one in wanted.history]
        with explained():
            _, found = house.desk.assistant().search(wanted.query, wanted.k, wanted.filters(), before)
        return [wire.hit(one) for one in found]

    @routes.get("/api/articles", summary=vi.HTTP["articles"])
    def articles(
        search: str = "",
        sort: Literal["title", "published", "source"] = "published",
        descending: bool = True,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> dict[str, Any]:
        with explained():
            return wire.listing(*house.desk.store().page(search, sort, descending, limit, offset))

    @routes.get("/api/articles/one", summary=vi.HTTP["article"])
    def article(source: str) -> dict[str, Any]:
        with explained():
            return wire.article(house.desk.article(source)[0])

    @routes.post("/api/articles", status_code=202, summary=vi.HTTP["add"])
    def add(given: Adding) -> dict[str, Any]:
        from ui.library import keep_paste

        with explained():
            return {"job": keep_paste(house, given.name, given.text)}

    @routes.delete("/api/articles", status_code=202, summary=vi.HTTP["remove"])
    def remove(source: str) -> dict[str, Any]:
        from ui.library import remove_later

        with explained():
            house.desk.article(source)
        return {"job": remove_later(house, [source])}

    @routes.get("/api/jobs", summary=vi.HTTP["jobs"])
    def jobs() -> list[dict[str, Any]]:
        return [wire.job(one) for one in house.jobs.log()]

    @routes.get("/api/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        from ui.render_docs import docs_page

        return HTMLResponse(docs_page(request.app.openapi()))

    return routes
