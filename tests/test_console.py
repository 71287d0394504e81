"""What the commands share: files read and written, bars that stay out of the way."""

import json
from pathlib import Path

import pytest

from index.errors import InputError
from index.types import Progress
from ui import console


def test_question_lines_skip_empty_ones_and_keep_other_keys(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text('\ufeff{"id": 1, "question": "Hỏi?", "type": "fact"}\n\n', encoding="utf-8")
    (row,) = console.question_lines(path)
    assert (row["id"], row["question"], row["type"], row["turns"]) == (1, "Hỏi?", "fact", [])


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"question": 5}', '{"question": "x", "history": 5}']
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(f'{{"question": "Hỏi?"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        console.question_lines(path)


def test_a_file_that_is_no_text_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read"):
        console.read_text(path)


def test_lines_are_on_disk_as_soon_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with console.output_lines(path) as write:
        write({"câu": "đáp"})
        assert json.loads(path.read_text(encoding="utf-8")) == {"câu": "đáp"}
    with pytest.raises(InputError, match="cannot be written"), console.output_lines(tmp_path / "x" / "a"):
        pytest.fail("a folder that is not there was written to")


def test_a_bar_shows_nothing_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress(quiet=False) as step:
        step(Progress("embed", 1, 2))
        step(Progress("embed", 2, 2))
    out = capsys.readouterr()
    assert out.out == ""
    assert "Tính vectơ" not in out.err


def test_text_of_articles_is_never_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("[red]không phải màu[/red] [1]")
    assert capsys.readouterr().out == "[red]không phải màu[/red] [1]\n"
