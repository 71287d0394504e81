"""eval: a corpus indexed in a home of its own, questions answered, a table by type."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES
from ui import cli


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """Three of the sample questions: enough for a table, quick enough for every run."""
    rows = (ROOT / "tests" / "sample_questions.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_a_home_that_has_the_corpus_is_scored_as_it_is(
    sample_copy: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["eval", str(questions), "--corpus", str(SAMPLES), "--home", str(sample_copy)]
    assert cli.main([*arguments, "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["total"]["exact_quotes"] == 100.0
    assert scores["by_type"]["fact"]["n"] == 3
    assert cli.main(arguments) == 0
    out = capsys.readouterr().out
    assert "fact" in out
    assert "Điểm hỏi đáp (%)" in out
    assert "100,0" in out


def test_a_corpus_that_is_not_there_is_named(
    tmp_path: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["eval", str(questions), "--corpus", str(tmp_path / "không-có")]) == 2
    assert "không-có" in capsys.readouterr().err
