"""The console command ``hoibao``: one function per command, Vietnamese for people, JSON for programs.

Heavy modules are imported inside the commands that need them, so that ``status`` answers at once.
Exit codes: 0 success, 1 a failure that is explained, 2 wrong usage.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from index.errors import HoibaoError
from ui import commands_articles, commands_care, commands_eval, commands_questions, vi, wire
from ui import vi_terminal as words
from ui.console import Command, Group, print_json, say

app = typer.Typer(
    name="hoibao",
    cls=Group,
    help=words.HELP["app"],
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    subcommand_metavar=words.HELP["metavar_command"],
    options_metavar=words.HELP["metavar_options"],
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        say(version("hoibao"))
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", help=words.HELP["opt_version"], callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Options of hoibao itself."""


COMMANDS: dict[str, Callable[..., None]] = {
    "index": commands_articles.index,
    "ask": commands_questions.ask,
    "batch": commands_questions.batch,
    "search": commands_questions.search,
    "search-batch": commands_questions.search_batch,
    "chat": commands_articles.chat,
    "watch": commands_articles.watch,
    "status": commands_care.status,
    "show": commands_care.show,
    "remove": commands_articles.remove,
    "verify": commands_care.verify,
    "rebuild": commands_care.rebuild,
    "backup": commands_care.backup,
    "restore": commands_care.restore,
    "eval": commands_eval.evaluate,
    "settings": commands_care.settings,
}
for _name, _run in COMMANDS.items():
    app.command(_name, cls=Command, help=words.HELP[_name], options_metavar=words.HELP["metavar_options"])(
        _run
    )


INTERRUPTED = 130
"""What typer makes of Ctrl-C."""


def usage_error(problem: Any) -> str:
    """The Vietnamese sentence for what typer found wrong with the command line."""
    kind = type(problem).__name__
    if kind == "MissingParameter":
        return words.USAGE["missing"].format(name=problem.param.get_error_hint() if problem.param else "")
    if kind == "NoSuchOption":
        near = ", ".join(sorted(problem.possibilities or ()))
        text = words.USAGE["option"].format(name=problem.option_name)
        return f"{text} {words.USAGE['near'].format(names=near)}" if near else text
    if kind == "BadParameter" and problem.param:
        return words.USAGE["value"].format(name=problem.param.get_error_hint())
    if "No such command" in problem.message:
        return words.USAGE["command"].format(name=problem.message.split("'")[1])
    return words.USAGE["argument"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; the console script hands it to ``sys.exit``."""
    from typer._click.exceptions import NoArgsIsHelpError, UsageError

    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    given = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in given
    try:
        code = int(app(given, standalone_mode=False, prog_name="hoibao") or 0)
        if code != INTERRUPTED:
            return code
        say(words.CLI["stopped"], stderr=True, style="yellow")
        return 1
    except NoArgsIsHelpError as shown:
        sys.stdout.write(str(shown.message))
        return 2
    except UsageError as problem:
        text = usage_error(problem)
        command = problem.ctx.command_path if problem.ctx else "hoibao"
        say(text, stderr=True, style="red")
        say(words.USAGE["hint"].format(command=command), stderr=True)
        if as_json:
            print_json({"error": {"code": "usage", "message": text}})
        return 2
    except HoibaoError as problem:
        say(vi.error(problem), stderr=True, style="red")
        if as_json:
            print_json(wire.error(problem))
        return problem.exit_code


if __name__ == "__main__":
    sys.exit(main())
