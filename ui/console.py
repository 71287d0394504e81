"""What the commands share: consoles, JSON output, progress bars, question files, Vietnamese help."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from index.errors import InputError
from index.types import Failure, Progress
from rag.types import Turn
from ui import vi
from ui import vi_terminal as words

if TYPE_CHECKING:
    from rich.console import Console

Home = Annotated[Path | None, typer.Option("--home", help=words.HELP["opt_home"], show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help=words.HELP["opt_json"])]
Step = Callable[[Progress], None]
MOST_FAILURES = 20
"""Failures listed on screen; --json always has them all."""


def screen(*, stderr: bool = False) -> "Console":
    """A rich console; article text is never read as markup."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, soft_wrap=True)


def say(text: str = "", *, stderr: bool = False, style: str | None = None) -> None:
    """Print one line for people."""
    screen(stderr=stderr).print(text, style=style)


def print_json(form: object) -> None:
    """Print one JSON value on stdout."""
    sys.stdout.write(json.dumps(form, ensure_ascii=False) + "\n")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Step]:
    """A bar on stderr, one row per stage, with rate and time left; nothing when quiet."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    rows: dict[str, Any] = {}
    out = screen(stderr=True)
    with Bars(*columns, console=out, disable=quiet or not out.is_terminal, transient=True) as bars:

        def step(at: Progress) -> None:
            if at.stage not in rows:
                rows[at.stage] = bars.add_task(vi.STAGES.get(at.stage, at.stage), total=None, rate="")
            speed = bars.tasks[rows[at.stage]].speed
            rate = words.CLI["rate"].format(rate=vi.number(round(speed, 1))) if speed else ""
            bars.update(rows[at.stage], completed=at.done, total=at.total or None, rate=rate)

        yield step


def print_failures(failed: Sequence[Failure]) -> None:
    """The files left out, with the reason of each."""
    if not failed:
        return
    say(words.CLI["failed"].format(n=vi.number(len(failed))), stderr=True, style="yellow")
    for one in failed[:MOST_FAILURES]:
        say(f"  {one.source}: {vi.failure(one.code, one.message)}", stderr=True)
    if len(failed) > MOST_FAILURES:
        say("  " + words.CLI["failed_more"].format(n=vi.number(len(failed) - MOST_FAILURES)), stderr=True)


def read_text(path: Path) -> str:
    """A UTF-8 file the user named. Raises InputError ``path_missing`` or ``file_unreadable``."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("path_missing", path=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file_unreadable", path=str(path), problem=str(error)) from error


def turns(value: object, path: str, line: int) -> list[Turn]:
    """Check a history: a list of {role: user | assistant, content: text}. Raises InputError."""
    if not isinstance(value, list):
        raise InputError("file_bad_line", path=path, line=line, problem=words.CLI["bad_history"])
    found = []
    for item in value:
        role, content = (item.get("role"), item.get("content")) if isinstance(item, dict) else (None, None)
        if role not in ("user", "assistant") or not isinstance(content, str):
            raise InputError("file_bad_line", path=path, line=line, problem=words.CLI["bad_history"])
        found.append(Turn(role=role, content=content))
    return found


def question_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a question file, ``question`` checked and ``history`` turned into Turns.

    Raises InputError ``path_missing``, ``file_unreadable``, or ``file_bad_line`` naming the first bad line.
    """
    found = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(
                "file_bad_line", path=str(path), line=number, problem=words.CLI["bad_json"]
            ) from error
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise InputError("file_bad_line", path=str(path), line=number, problem=words.CLI["bad_question"])
        found.append({**row, "turns": turns(row.get("history") or [], str(path), number)})
    return found


@contextmanager
def output_lines(path: Path) -> Iterator[Callable[[object], None]]:
    """Write JSON lines, each flushed, so that a stopped run keeps what it has. Raises InputError."""
    try:
        handle = path.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError("home_unwritable", home=str(path), problem=error.strerror) from error
    with handle:

        def write(form: object) -> None:
            handle.write(json.dumps(form, ensure_ascii=False) + "\n")
            handle.flush()

        yield write


class _VietnameseHelp:
    """Help pages in Vietnamese; typer keeps its headings in constants of the module that prints them."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix=words.HELP["usage"])

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = words.HELP["opt_help"]
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = words.HELP["arguments"]
        rich_utils.OPTIONS_PANEL_TITLE = words.HELP["options"]
        rich_utils.COMMANDS_PANEL_TITLE = words.HELP["commands"]
        rich_utils.REQUIRED_LONG_STRING = words.HELP["required"]
        rich_utils.DEFAULT_STRING = words.HELP["default"]
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_VietnameseHelp, TyperCommand):
    """A command whose help speaks Vietnamese."""


class Group(_VietnameseHelp, TyperGroup):
    """The command group, likewise."""
