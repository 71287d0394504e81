"""The command eval: index a corpus, answer a question set, score it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from index.errors import InputError
from index.types import Progress
from rag.settings import Settings, load
from ui import vi_terminal as words
from ui import wire
from ui.commands_questions import answer_row, closing
from ui.console import AsJson, Home, print_json, progress, question_lines, screen
from ui.lazy import embedder_of


def evaluate(
    questions: Annotated[
        Path, typer.Argument(metavar="QUESTIONS.jsonl", help=words.HELP["arg_questions"], show_default=False)
    ],
    corpus: Annotated[Path, typer.Option(help=words.HELP["opt_corpus"], show_default=False)],
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    rows = question_lines(questions)
    if not corpus.is_dir():
        raise InputError("path_missing", path=str(corpus))
    usual = load(home=home)
    if home is not None:
        scores = _scores(usual, usual, rows, corpus, quiet=as_json)
    else:
        with TemporaryDirectory(prefix="hoibao-eval-") as folder:
            scores = _scores(usual, load(home=Path(folder)), rows, corpus, quiet=as_json)
    if as_json:
        print_json(wire.plain(scores))
    else:
        print_scores(wire.plain(scores))


def _scores(
    usual: Settings, used: Settings, rows: list[dict[str, Any]], corpus: Path, *, quiet: bool
) -> object:
    """Index the corpus where it is new, answer, score; the model stays in the usual home."""
    from index.ingest import index_paths
    from rag import assistant as rooms
    from rag.evaluate import evaluate as score

    embedder = embedder_of(usual)
    with progress(quiet=quiet) as step:
        index_paths(used.home, [corpus], embedder, progress=step, chroma_url=used.chroma_url)
        answers = {}
        with closing(rooms.open_assistant(used, embedder.loaded())) as opened:
            for done, row in enumerate(rows, start=1):
                answers[row.get("id", "")] = answer_row(opened, row)
                step(Progress("answer", done, len(rows)))
    return score(rows, list(answers.values()), corpus)


def print_scores(scores: dict[str, Any]) -> None:
    """The totals and one row per question type."""
    from rich.table import Table

    kinds: dict[str, dict[str, Any]] = {words.CLI["eval_total"]: scores["total"], **scores["by_type"]}
    columns = list(dict.fromkeys(name for row in kinds.values() for name in row))
    table = Table(title=words.CLI["eval_title"])
    table.add_column("")
    for name in columns:
        table.add_column(words.SCORES.get(name, name), justify="right")
    for kind, row in kinds.items():
        cells = ["" if row.get(name) is None else str(row[name]).replace(".", ",") for name in columns]
        table.add_row(kind, *cells)
    screen().print(table)
