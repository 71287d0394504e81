"""The table of answers by mode: extractive, a scripted model that cites the gold sentences, local Gemma.

    python -m tests.bench.models QUESTIONS.jsonl --corpus DIR --home HOME [--modes extractive scripted local]

HOME is an index of DIR. Every mode goes through the same assistant; the two models through real HTTP.
Prints scores by mode and, for models, how many shown sentences fail the check of support (0 is the
bar), the median seconds to the first shown sentence and the most prompt tokens (counted by Gemma);
then why answers fell back to quotes, with what the model had said.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import httpx

import prompts
from index.text import syllables
from rag.assistant import Assistant, open_assistant
from rag.evaluate import Scores, evaluate, read_jsonl
from rag.llm import ServerLLM, open_llm
from rag.llm_fake import scripted_server
from rag.settings import load
from rag.support import check
from rag.types import LLM, Answer, Said, Stage, Turn
from ui import wire

SAME = 0.7
"""Share of a gold evidence's syllables that a numbered sentence must hold to be that evidence."""


class Watched:
    """A model that remembers the prompts it was given and what it said last."""

    def __init__(self, inner: LLM) -> None:
        self._inner, self.prompts, self.said = inner, list[str](), ""

    @property
    def chat(self) -> bool:
        return getattr(self._inner, "chat", True)

    @property
    def name(self) -> str:
        return self._inner.name

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        self.prompts.append(f"{system}\n\n{prompts.render('llm_example')}\n\n{prompt}\nTrả lời:")
        self.said = ""
        for piece in self._inner.stream(system, prompt):
            self.said += piece
            yield piece


def gold_script(row: dict[str, Any], prompt: str) -> str:
    """Say the numbered sentences that hold the row's evidence, each with its number; else decline."""
    said: list[str] = []
    data = prompt.split("<<<DỮ LIỆU")[-1].split("DỮ LIỆU>>>")[0]
    for line in data.strip().splitlines():
        number, _, text = line.partition("] ")
        text = text.split("”) ", 1)[-1] if text.startswith("(bài “") else text
        words = set(syllables(text))
        for evidence in row["evidence"]:
            wanted = set(syllables(evidence))
            if wanted and len(wanted & words) >= SAME * len(wanted):
                said.append(f"{text.rstrip(' .')} [{number.strip('[')}].")
                break
    return " ".join(said) or prompts.render("llm_cannot")


def ask(assistant: Assistant, row: dict[str, Any]) -> tuple[Answer, float | None, int]:
    """The answer, seconds from composing to the first sentence, and sentences that fail the check."""
    turns = [Turn(turn["role"], turn["content"]) for turn in row.get("history", [])]
    composed = time.perf_counter()
    first, failed, answer = None, 0, None
    for event in assistant.stream(row["question"], turns):
        if isinstance(event, Stage) and event.name == "compose":
            composed = time.perf_counter()
        elif isinstance(event, Said):
            first = first if first is not None else time.perf_counter() - composed
            around = [f"{c.title} {c.published or ''}" for c in event.citations]
            failed += check(event.text, [c.quote for c in event.citations], around)[0] == "figure_differs"
        elif isinstance(event, Answer):
            answer = event
    assert answer is not None
    return answer, first if answer.answered else None, failed


def run(mode: str, rows: list[dict[str, Any]], home: Path, corpus: Path) -> dict[str, Any]:
    """Answer every row in one mode and score."""
    answers, firsts, failed, fallen = [], [], 0, list[str]()
    current: list[dict[str, Any]] = []
    with ExitStack() as stack:
        assistant = stack.enter_context(closing(open_assistant(load(home=home))))
        local = open_llm(load(home=home, llm_base_url="local")) if mode == "local" else None
        if mode == "scripted":
            url = stack.enter_context(scripted_server(lambda prompt: gold_script(current[-1], prompt)))
            assistant.llm = Watched(ServerLLM("scripted", url))
        elif local is not None:
            assistant.llm = Watched(local)
        for row in rows:
            current.append(row)
            answer, first, wrong = ask(assistant, row)
            answers.append(wire.answer(answer, row["id"]))
            firsts += [first] if first is not None else []
            failed += wrong
            if isinstance(assistant.llm, Watched) and answer.answered and answer.mode != "llm":
                fallen.append(f"{row['id']} {answer.reason}: {' '.join(assistant.llm.said.split())[:200]}")
                assistant.llm.said = ""
        tokens = _tokens(local, assistant.llm) if isinstance(local, ServerLLM) else None
    return {
        "scores": evaluate(rows, answers, corpus),
        "failed": failed,
        "first_s": round(statistics.median(firsts), 2) if firsts else None,
        "tokens": tokens,
        "fallen": fallen,
        "modes": {name: sum(a["mode"] == name for a in answers) for name in ("extractive", "llm", "refused")},
    }


def _tokens(server: ServerLLM, watched: LLM | None) -> int | None:
    """The longest prompt, counted by the model's own tokenizer."""
    assert isinstance(watched, Watched)
    url = server.base_url.removesuffix("/v1") + "/tokenize"
    return max(
        (len(httpx.post(url, json={"content": p}).json()["tokens"]) for p in watched.prompts), default=None
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--modes", nargs="+", default=["extractive", "scripted", "local"])
    given = parser.parse_args()
    rows = read_jsonl(given.questions)
    for mode in given.modes:
        found = run(mode, rows, given.home, given.corpus)
        scores: Scores = found.pop("scores")
        fallen: list[str] = found.pop("fallen")
        sys.stdout.write(f"{mode}: {json.dumps(scores.total)} {json.dumps(found)}\n")
        for kind, figures in scores.by_type.items():
            sys.stdout.write(f"   {kind:<14} {json.dumps(figures)}\n")
        sys.stdout.write("".join(f"   fell back: {line}\n" for line in fallen))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
