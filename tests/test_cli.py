"""The command line: commands explained, wrong usage named, failures worded, nothing heavy early."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ui import cli
from ui import vi_terminal as words

HEAVY = ("torch", "chromadb", "gradio", "llama_index", "trafilatura", "onnxruntime", "fastapi")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_explains_itself_in_vietnamese(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    flat = " ".join(out.replace("│", " ").split())
    assert words.HELP[command].split(",")[0] in flat
    assert "Cách dùng" in out
    assert "--home" in out
    for english in ("Usage", "Options", "Arguments", "Show this message", "required", "default"):
        assert english not in out


def test_the_overview_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(f" {name} " in out for name in cli.COMMANDS)
    assert run(capsys)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask",), "Thiếu"),
        (("ask", "a", "--khong-co"), "Không có tùy chọn --khong-co"),
        (("hoi",), "Không có lệnh “hoi”"),
        (("search", "a", "-k", "0"), "Giá trị của '-k' không hợp lệ"),
        (("status", "thua"), "Thừa hoặc sai tham số"),
        (("eval", "a.jsonl"), "Thiếu '--corpus'"),
    ],
)
def test_wrong_usage_is_named_and_exits_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert said in err
    assert "--help" in err
    code, out, _ = run(capsys, *arguments, "--json")
    assert code == 2
    assert json.loads(out)["error"]["code"] == "usage"


@pytest.mark.parametrize(
    ("arguments", "code", "name"),
    [
        (("index", "khong-co"), 2, "path_missing"),
        (("ask", "Hỏi?", "--history", "khong-co.json"), 2, "path_missing"),
        (("batch", "khong-co.jsonl", "ra.jsonl"), 2, "path_missing"),
        (("status",), 1, "index_missing"),
        (("ask", "Hỏi?"), 1, "index_missing"),
        (("search", "tìm"), 1, "index_missing"),
        (("show", "a.txt"), 1, "index_missing"),
        (("remove", "a.txt"), 1, "index_missing"),
        (("verify",), 1, "index_missing"),
    ],
)
def test_failures_are_worded_and_counted_right(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, name: str
) -> None:
    found, out, err = run(capsys, *arguments, "--json")
    assert found == code
    assert json.loads(out.splitlines()[-1])["error"]["code"] == name
    assert err.strip()


def test_ctrl_c_is_answered_with_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.commands_care.load", interrupted)
    code, _, err = run(capsys, "settings")
    assert code == 1
    assert "Đã dừng theo yêu cầu" in err


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert run(capsys, "--version")[1].strip() == version("hoibao")


def test_nothing_heavy_is_imported_before_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys, ui.cli; ui.cli.main(['status']); ui.cli.main(['settings']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(cli.__file__).parents[1]), "PATH": ""},
    )
    assert done.stdout.splitlines()[-1] == "[]"
