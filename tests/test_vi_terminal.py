"""The command line's words: one per command, setting and problem."""

import ast
from pathlib import Path

from index import check
from index.types import Status
from rag.settings import Settings
from ui import cli, vi_terminal


def test_every_command_and_setting_is_worded() -> None:
    assert set(cli.COMMANDS) <= set(vi_terminal.HELP)
    assert set(vi_terminal.SETTINGS) == set(Settings.model_fields)


def test_every_fact_of_a_status_is_worded() -> None:
    assert set(Status.__dataclass_fields__) <= set(vi_terminal.STATUS)


def test_every_problem_that_verify_can_find_is_worded() -> None:
    tree = ast.parse(Path(check.__file__).read_text(encoding="utf-8"))
    codes = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Problem", "_some")
        and isinstance(node.args[0], ast.Constant)
    }
    assert codes
    assert codes <= set(vi_terminal.PROBLEMS)
