"""The rules of scoring, alone and beside the scorer of the question sets."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from index.errors import InputError
from rag.evaluate import Verdict, evaluate, holds, judge, read_jsonl

SOURCE = {"a.txt": "thu ngân sách đạt 187,6 tỷ đồng, bằng 104,2% dự toán."}
ASKED = {"id": "1", "type": "fact", "answer_keys": [["187,6"]], "sources": ["a.txt"]}
QUOTE = {"source": "a.txt", "quote": "Thu ngân sách đạt 187,6 tỷ đồng"}


def verdict(
    answer: str, *citations: dict[str, str], asked: dict[str, Any] = ASKED, answered: bool = True
) -> Verdict:
    return judge(
        asked, {"answer": answer, "answered": answered, "citations": list(citations)}, SOURCE.__getitem__
    )


def test_a_right_cited_proved_answer_is_trusted() -> None:
    found = verdict("187,6 tỷ đồng [1].", QUOTE)
    assert (found.correct, found.lead, found.cited, found.supported, found.trusted) == (True,) * 5


def test_a_wrong_figure_is_wrong() -> None:
    found = verdict("1.187,6 tỷ đồng [1].", QUOTE)
    assert found.wrong
    assert not found.trusted


def test_a_quote_that_is_not_in_its_source_supports_nothing() -> None:
    found = verdict("187,6 tỷ đồng", {"source": "a.txt", "quote": "đạt 187,6 tỷ rất tốt"})
    assert not found.exact
    assert not found.supported


def test_a_long_answer_and_a_late_key_lose() -> None:
    assert not verdict("dài " * 121 + "187,6", QUOTE).correct
    late = verdict("dài " * 31 + "187,6", QUOTE)
    assert late.correct
    assert not late.lead


def test_a_refusal_is_right_only_for_the_unanswerable() -> None:
    asked = {"id": "2", "type": "unanswerable"}
    assert verdict("Không tìm thấy", asked=asked, answered=False).refused
    refused = verdict("Không tìm thấy", answered=False)
    assert not refused.correct
    assert not refused.wrong


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("72", "172", False),
        ("72", "72,5", False),
        ("72", "hết 72 tỷ", True),
        ("7,5", "17,5", False),
        ("Lê A", "lê a", True),
    ],
)
def test_digits_match_whole(key: str, text: str, found: bool) -> None:
    assert holds(key, text) is found


def test_bad_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": 1}\n\n{"id": \n', encoding="utf-8")
    with pytest.raises(InputError, match="line 3"):
        read_jsonl(path)
    path.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(InputError, match="not an object"):
        read_jsonl(path)
    with pytest.raises(InputError, match="does not exist"):
        read_jsonl(tmp_path / "none.jsonl")


def test_same_figures_as_the_scorer_of_the_question_sets(shared: Path) -> None:
    """Answers made from the keys, some spoiled in each way, get the same totals from both."""
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec
    assert spec.loader
    other = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(other)
    questions = read_jsonl(shared / "eval" / "questions-dev.jsonl")
    answers = [_answer(question, place) for place, question in enumerate(questions)]
    corpus = shared / "corpus"
    ours = evaluate(questions, answers, corpus)
    total, by_type, _ = other.score(questions, {answer["id"]: answer for answer in answers}, corpus)
    assert ours.total == total
    for kind, figures in by_type.items():
        assert {name: ours.by_type[kind][name] for name in figures} == json.loads(json.dumps(figures))


def _answer(question: dict[str, Any], place: int) -> dict[str, Any]:
    text = question["answer"] or "Không có"
    quotes = [
        {"source": s, "quote": e} for s, e in zip(question["sources"], question["evidence"], strict=False)
    ]
    spoiled = [text, "", "sai " * 40 + text, text + " thêm" * 130, text][place % 5]
    if place % 7 == 3:
        quotes = [{**quote, "quote": quote["quote"][::-1]} for quote in quotes]
    return {"id": question["id"], "answer": spoiled, "answered": place % 6 != 5, "citations": quotes}
