"""An assistant that says what a test tells it to: for tests of who asks, not of what is answered."""

from collections.abc import Iterator, Sequence
from threading import Event as Flag
from typing import Any, cast

from index.errors import InputError
from rag.assistant import Assistant
from rag.types import Answer, Event, Filters, Said, Stage, Turn


class Scripted:
    """Answers "Đáp: <câu hỏi>"; waits at ``gate`` where one is given."""

    def __init__(self, gate: Flag | None = None) -> None:
        self.gate, self.asked = gate, cast(list[str], [])
        self.histories: list[list[Turn]] = []
        self.running = self.most_running = 0

    def stream(
        self, question: str, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[Event]:
        assert filters is not None
        if not question.strip():
            raise InputError("question_empty")
        self.asked.append(question)
        self.histories.append(list(history))
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            yield Stage("search", question)
            yield Said(f"Đáp: {question}", ())
            if self.gate is not None:
                self.gate.wait(10)
            text = f"Đáp: {question}"
            yield Answer(question, question, text, (), 0.95, "extractive", None, {"total": 1.0})
        finally:
            self.running -= 1

    def close(self) -> None:
        self.asked.append("closed")


def scripted(gate: Flag | None = None) -> tuple[Scripted, Assistant]:
    """The same object twice: as itself, and as what it stands for."""
    made = Scripted(gate)
    return made, cast(Any, made)
