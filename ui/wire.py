"""The JSON forms of the contract, one place for the command line and for HTTP."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import HoibaoError
from index.types import Article, Hit, IngestReport, Listed
from rag.types import Answer, Citation, Query
from ui import vi

if TYPE_CHECKING:
    from ui.jobs import Job

Json = dict[str, Any]


def citation(item: Citation) -> Json:
    """``published`` is an ISO date or null; ``start`` and ``end`` are offsets into the cleaned text."""
    form: Json = {
        "number": item.number,
        "source": item.source,
        "title": item.title,
        "published": item.published.isoformat() if item.published else None,
        "quote": item.quote,
        "start": item.start,
        "end": item.end,
        "state": item.state,
    }
    return form if item.difference is None else {**form, "difference": item.difference}


def answer(item: Answer, question_id: str | None = None) -> Json:
    """An answer line; ``id`` only where the question had one."""
    form: Json = {} if question_id is None else {"id": question_id}
    return form | {
        "question": item.question,
        "standalone": item.standalone,
        "answer": item.text,
        "answered": item.answered,
        "confidence": None if item.confidence is None else round(item.confidence, 4),
        "mode": item.mode,
        "reason": item.reason,
        "citations": [citation(one) for one in item.citations],
        "suggestions": list(item.suggestions),
        "arriving": item.arriving,
        "timings_ms": {stage: round(ms, 1) for stage, ms in item.timings.items()},
    }


def hit(item: Hit) -> Json:
    return {
        "source": item.article.source,
        "title": item.article.title,
        "start": item.passage.start,
        "end": item.passage.end,
        "score": round(item.score, 6),
        "text": item.passage.text,
    }


def hits(question_id: str | None, query: Query, found: Iterable[Hit]) -> Json:
    """A line of search-batch: passages, best first, without their text."""
    places = [
        {"source": one.article.source, "start": one.passage.start, "end": one.passage.end, "score": one.score}
        for one in found
    ]
    return {"id": question_id, "standalone": query.text, "hits": places}


def report(item: IngestReport) -> Json:
    return plain(item)  # type: ignore[no-any-return]


def article(item: Article) -> Json:
    """The cleaned article with its metadata and what cleaning removed."""
    return plain(item)  # type: ignore[no-any-return]


def error(problem: HoibaoError) -> Json:
    """``{"error": {"code", "message"}}`` with the Vietnamese sentence."""
    return {"error": {"code": problem.code, "message": vi.error(problem)}}


def plain(value: object) -> Any:
    """Any value of our types as JSON knows it: dates ISO, paths as text, dataclasses as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(part) for name, part in asdict(value).items()}
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value


def job(item: "Job") -> Json:
    """A background job: what, how far, with what result."""
    return {
        "id": item.id,
        "name": item.name,
        "state": item.state,
        "progress": None if item.at is None else plain(item.at),
        "report": None if item.report is None else report(item.report),
        "error": None if item.error is None else error(item.error)["error"],
    }


def listing(total: int, rows: Sequence[Listed]) -> Json:
    """One page of the list of articles, and how many there are."""
    return {"total": total, "articles": [plain(row) for row in rows]}
