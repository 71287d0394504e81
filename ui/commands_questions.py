"""The commands that ask: ask, batch, search, search-batch, eval."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.errors import InputError
from index.types import Hit, Progress
from rag.settings import load
from rag.types import Answer, Filters, Turn
from ui import vi, wire
from ui import vi_terminal as words
from ui.console import (
    AsJson,
    Home,
    output_lines,
    print_json,
    progress,
    question_lines,
    read_text,
    say,
    screen,
    turns,
)

if TYPE_CHECKING:
    from rag.assistant import Assistant


def _argument(metavar: str, text: str) -> Any:
    return typer.Argument(metavar=metavar, help=words.HELP[text], show_default=False)


Question = Annotated[str, _argument("CÂU_HỎI", "arg_question")]
SearchText = Annotated[str, _argument("TRUY_VẤN", "arg_query")]
QuestionsFile = Annotated[Path, _argument("QUESTIONS.jsonl", "arg_questions")]
QueriesFile = Annotated[Path, _argument("QUERIES.jsonl", "arg_questions")]
AnswersFile = Annotated[Path, _argument("ANSWERS.jsonl", "arg_answers")]
HitsFile = Annotated[Path, _argument("HITS.jsonl", "arg_hits")]
Since = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=words.HELP["opt_since"])]
Until = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=words.HELP["opt_until"])]
Folder = Annotated[str | None, typer.Option(help=words.HELP["opt_folder"])]
Most = Annotated[int, typer.Option("-k", min=1, max=1000, help=words.HELP["opt_k"])]


@contextmanager
def assistant(home: Path | None) -> Iterator["Assistant"]:
    """The assistant over a home's index, closed at the end."""
    from rag import assistant as rooms

    used = load(home=home)
    with closing(rooms.open_assistant(used)) as opened:
        yield opened


@contextmanager
def closing(opened: "Assistant") -> Iterator["Assistant"]:
    try:
        yield opened
    finally:
        opened.close()


def filters(since: datetime | None, until: datetime | None, folder: str | None) -> Filters:
    return Filters(
        since=since.date() if since else None, until=until.date() if until else None, folder=folder or None
    )


def read_history(path: Path | None) -> list[Turn]:
    """The turns of a JSON file. Raises InputError."""
    if path is None:
        return []
    try:
        return turns(json.loads(read_text(path)), str(path), 1)
    except json.JSONDecodeError as error:
        raise InputError(
            "file_bad_line", path=str(path), line=error.lineno, problem=words.CLI["bad_json"]
        ) from error


def ask(
    question: Annotated[
        str, typer.Argument(metavar="CÂU_HỎI", help=words.HELP["arg_question"], show_default=False)
    ],
    history: Annotated[Path | None, typer.Option(help=words.HELP["opt_history"])] = None,
    since: Since = None,
    until: Until = None,
    folder: Folder = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    before = read_history(history)
    with assistant(home) as opened:
        answer = opened.ask(question, history=before, filters=filters(since, until, folder))
    if as_json:
        print_json(wire.answer(answer))
    else:
        print_answer(answer)


def print_answer(answer: Answer) -> None:
    """The answer, then each source with its quote."""
    from rag.generate import notice

    out = screen()
    if answer.standalone != answer.question:
        out.print(vi.CHAT["understood"].format(question=answer.standalone), style="dim")
    out.print(answer.text)
    for told in (notice(answer.reason), vi.arriving(answer.arriving)):
        if told:
            out.print(told, style="dim")
    for one in answer.citations:
        out.print()
        out.print(f"[{one.number}] {one.title}", style="bold")
        out.print(f"    {one.source} · {vi.day(one.published)} · {vi.STATES[one.state]}", style="dim")
        out.print(f"    “{one.quote}”")
    for suggestion in answer.suggestions:
        out.print()
        out.print(f"→ {suggestion}", style="cyan")


def batch(
    questions: Annotated[
        Path, typer.Argument(metavar="QUESTIONS.jsonl", help=words.HELP["arg_questions"], show_default=False)
    ],
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS.jsonl", help=words.HELP["arg_answers"], show_default=False)
    ],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    rows = question_lines(questions)
    with assistant(home) as opened, output_lines(answers) as write, progress(quiet=as_json) as step:
        answered = 0
        for done, row in enumerate(rows, start=1):
            form = answer_row(opened, row)
            answered += form["answered"]
            write(form)
            step(Progress("answer", done, len(rows)))
    counts = {"questions": len(rows), "answered": answered, "refused": len(rows) - answered}
    if as_json:
        print_json(counts)
    else:
        say(words.CLI["batch_done"].format(**counts, path=answers))


def answer_row(opened: "Assistant", row: dict[str, Any]) -> wire.Json:
    """One answer line; a question that cannot be asked (empty, too long) gets a refusal that says why."""
    try:
        return wire.answer(opened.ask(row["question"], history=row["turns"]), row.get("id", ""))
    except InputError as error:
        empty = Answer(row["question"], row["question"], vi.error(error), (), None, "refused", error.code, {})
        return wire.answer(empty, row.get("id", ""))


def search(
    query: SearchText,
    k: Most = 10,
    since: Since = None,
    until: Until = None,
    folder: Folder = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    with assistant(home) as opened:
        understood, found = opened.search(query, k, filters(since, until, folder))
    if as_json:
        print_json([wire.hit(one) for one in found])
        return
    if understood.text != understood.typed:
        say(vi.CHAT["understood"].format(question=understood.text), style="dim")
    print_hits(found)


def print_hits(found: Sequence[Hit]) -> None:
    out = screen()
    if not found:
        out.print(words.CLI["no_hits"])
    for rank, one in enumerate(found, start=1):
        out.print(f"{rank}. {one.article.title}", style="bold")
        at = f"{one.passage.start}–{one.passage.end}"
        score = f"{one.score:.3f}".replace(".", ",")
        out.print(f"   {one.article.source} · {vi.day(one.article.published)} · {at} · {score}", style="dim")
        out.print(f"   {' '.join(one.passage.text.split())}\n")


def search_batch(
    queries: Annotated[
        Path, typer.Argument(metavar="QUERIES.jsonl", help=words.HELP["arg_questions"], show_default=False)
    ],
    hits: HitsFile,
    k: Most = 10,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    rows = question_lines(queries)
    with assistant(home) as opened, output_lines(hits) as write, progress(quiet=as_json) as step:
        for done, row in enumerate(rows, start=1):
            understood, found = opened.search(row["question"], k, Filters(), row["turns"])
            write(wire.hits(row.get("id"), understood, found))
            step(Progress("search", done, len(rows)))
    if as_json:
        print_json({"queries": len(rows)})
    else:
        say(words.CLI["search_done"].format(queries=vi.number(len(rows)), path=hits))
