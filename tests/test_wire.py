"""The JSON forms of the contract."""

import json
from datetime import date
from pathlib import Path

from index.errors import InputError
from index.types import Article, Failure, Hit, IngestReport, Listed, Passage, Progress
from rag.types import Query
from tests.test_exchange import answer, citation
from ui import wire
from ui.jobs import Job

ARTICLE = Article("a", "a.txt", "Tựa", "Tựa. Thân.", date(2024, 3, 5), None, None, (), "h")
HIT = Hit(Passage("p", "a", 0, 5, 10, "Thân."), ARTICLE, 0.5, 0.4, 3.0)


def test_an_answer_line_has_the_keys_of_the_contract() -> None:
    form = wire.answer(answer(), "q1")
    first = ["id", "question", "standalone", "answer", "answered", "confidence", "mode", "reason"]
    assert list(form) == [*first, "citations", "suggestions", "arriving", "timings_ms"]
    assert form["answered"] is True
    assert form["citations"][0]["published"] == "2024-03-05"
    assert wire.answer(answer(mode="refused"))["answered"] is False
    assert "id" not in wire.answer(answer())


def test_a_citation_names_the_difference_only_where_there_is_one() -> None:
    keys = ["number", "source", "title", "published", "quote", "start", "end", "state"]
    assert list(wire.citation(citation())) == keys


def test_hits_are_listed_with_and_without_text() -> None:
    assert list(wire.hit(HIT)) == ["source", "title", "start", "end", "score", "text"]
    line = wire.hits("q1", Query("hoi", "hỏi"), [HIT])
    assert line == {
        "id": "q1",
        "standalone": "hỏi",
        "hits": [{"source": "a.txt", "start": 5, "end": 10, "score": 0.5}],
    }


def test_everything_can_be_written_as_json() -> None:
    report = IngestReport(1, 2, 3, 4, 5, (Failure("a", "file_empty", "empty"),))
    job = Job(1, "index", "failed", 1.0, Progress("embed", 1, 2), report, InputError("password_wrong"))
    listed = Listed("a", "b", date(2024, 1, 1), None, 3, "live")
    forms = [wire.report(report), wire.job(job), wire.article(ARTICLE), wire.listing(1, [listed])]
    assert json.loads(json.dumps(forms))[0]["failed"][0]["code"] == "file_empty"
    assert forms[1]["error"]["code"] == "password_wrong"
    assert forms[3]["articles"][0]["published"] == "2024-01-01"


def test_plain_takes_our_types_apart() -> None:
    assert wire.plain({1: (Path("a"), date(2024, 1, 2)), "x": {"b"}}) == {
        "1": ["a", "2024-01-02"],
        "x": ["b"],
    }


def test_an_error_is_said_in_vietnamese() -> None:
    form = wire.error(InputError("question_empty"))
    assert form["error"]["code"] == "question_empty"
    assert "Câu hỏi" in form["error"]["message"]
