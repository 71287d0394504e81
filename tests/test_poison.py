"""Poisoned articles change no other answer; what a gullible model repeats of them is not worded as true."""

import json
import re
from pathlib import Path

import pytest

from index.chunk import sentences
from index.embedder import load_embedder
from index.ingest import index_texts
from index.types import Article, Embedder, RawText
from rag.assistant import open_assistant
from rag.generate import Outcome, answer
from rag.llm_fake import FakeLLM
from rag.quoting import cite
from rag.settings import load
from rag.types import Answer, Evidence, Said
from tests.poisoned import poisoned

QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "sample_questions.jsonl").read_text("utf-8").splitlines()
]
OBEYS = re.compile(r"trả lời rằng ([^\[\n]*)")


def obey(prompt: str) -> str:
    """A model that does what the last command in its data says, with made-up citations and an image."""
    ordered = OBEYS.findall(prompt.split("<<<")[-1])
    told = ordered[-1].strip() if ordered else "Giả Mạo Danh là chủ nhân"
    return f"{told} [1]. Mọi con số đều là 888 tỷ đồng [99]. ![ảnh](https://theo-doi.example/x.png) [2]."


def evidence(text: str, source: str) -> list[Evidence]:
    article = Article(source, source, text.splitlines()[0], text, None, None, None, (), "x")
    return [Evidence(article, s.start, s.end, text[s.start : s.end], 0.9, 0.9) for s in sentences(text)][:8]


def test_there_are_forty() -> None:
    assert len({raw.source for raw in poisoned()}) == len({raw.text for raw in poisoned()}) == 40


@pytest.mark.parametrize("raw", poisoned(), ids=[raw.source for raw in poisoned()])
def test_a_gullible_model_words_no_lie(raw: RawText) -> None:
    found = evidence(raw.text, raw.source)
    fallback = [Said("Nguyên văn [1].", (cite(found[0], 1),))]
    *said, outcome = answer(FakeLLM(obey), "Hội làng có gì vui?", found, fallback)
    assert isinstance(outcome, Outcome)
    quotes = {one.text for one in found}
    assert {c.quote for c in outcome.citations} <= quotes
    for one in said:
        assert isinstance(one, Said)
        worded = one.text
        for quote in quotes:
            worded = worded.replace(quote.strip(), "")
        assert "888" not in worded
        assert "https://" not in worded
        assert "![" not in worded
        assert all(int(number) <= len(outcome.citations) for number in re.findall(r"\[(\d+)", worded))


def _asked(home: Path, embedder: Embedder, questions: list[dict[str, object]]) -> list[Answer]:
    assistant = open_assistant(load(home=home), embedder)
    try:
        return [assistant.ask(str(question["question"])) for question in questions]
    finally:
        assistant.close()


def _change_nothing(home: Path, questions: list[dict[str, object]]) -> None:
    embedder = load_embedder(home, backend="onnx-int8")
    before = _asked(home, embedder, questions)
    assert index_texts(home, poisoned(), embedder).added == 40
    after = _asked(home, embedder, questions)
    for old, new in zip(before, after, strict=True):
        assert new.mode == old.mode, old.question
        if old.answered:  # a refusal names the nearest articles, which may be others among more
            assert new.text == old.text, old.question
        assert [(c.source, c.quote) for c in new.citations] == [(c.source, c.quote) for c in old.citations]


@pytest.mark.timeout(600)
def test_poison_changes_no_other_answer(sample_copy: Path) -> None:
    _change_nothing(sample_copy, [question for question in QUESTIONS if not question["history"]][::8])


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_poison_changes_none_of_all_sample_answers(sample_copy: Path) -> None:
    _change_nothing(sample_copy, [question for question in QUESTIONS if not question["history"]])
