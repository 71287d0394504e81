"""ask, batch, search and search-batch over the sample index: the contract's JSON, and words for people."""

import json
from pathlib import Path

import pytest

from ui import cli

FACT = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
FIRST = ("question", "standalone", "answer", "answered", "confidence", "mode", "reason")
KEYS = [*FIRST, "citations", "suggestions", "arriving", "timings_ms"]


@pytest.fixture(autouse=True)
def _home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIBAO_HOME", str(sample_home))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_ask_prints_the_contracts_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", FACT, "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert list(form) == KEYS
    assert form["answered"] is True
    citation = form["citations"][0]
    assert citation["source"] == "thi-xa/cau-ben-say-2.html"
    assert "1.264 m" in citation["quote"]


def test_ask_shows_people_the_answer_and_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", FACT]) == 0
    out = capsys.readouterr().out
    assert "1.264 m" in out
    assert "[1] Thông xe cầu Bến Sậy 2" in out
    assert "được xác nhận" in out


def test_ask_reads_a_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = [{"role": "user", "content": FACT}, {"role": "assistant", "content": "Cầu dài 1.264 m."}]
    history = tmp_path / "h.json"
    history.write_text(json.dumps(before), encoding="utf-8")
    assert cli.main(["ask", "Còn rộng bao nhiêu?", "--history", str(history), "--json"]) == 0
    assert "Bến Sậy" in json.loads(capsys.readouterr().out)["standalone"]


@pytest.mark.parametrize("text", ["{", "{}", '[{"role": "system", "content": "x"}]', '[{"role": "user"}]'])
def test_a_history_of_another_form_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    history = tmp_path / "h.json"
    history.write_text(text, encoding="utf-8")
    assert cli.main(["ask", FACT, "--history", str(history)]) == 2
    assert "h.json" in capsys.readouterr().err


@pytest.mark.parametrize("question", ["", "   ", "dài " * 2500])
def test_a_question_that_cannot_be_asked_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert cli.main(["ask", question]) == 2
    assert "Câu hỏi" in capsys.readouterr().err


def test_batch_answers_in_order_and_goes_on_past_a_bad_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = write(
        tmp_path / "q.jsonl",
        {"id": "a", "question": FACT, "type": "fact"},
        {"id": "b", "question": " ", "history": []},
        {"id": "c", "question": "Bí thư Huyện ủy Lâm Khê là ai?"},
    )
    out = tmp_path / "a.jsonl"
    assert cli.main(["batch", str(asked), str(out), "--json"]) == 0
    rows = lines(out)
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert [row["answered"] for row in rows] == [True, False, True]
    assert rows[1]["reason"] == "question_empty"
    assert list(rows[0]) == ["id", *KEYS]
    assert json.loads(capsys.readouterr().out) == {"questions": 3, "answered": 2, "refused": 1}


def test_a_bad_line_is_named_before_anything_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": "a", "question": "x"}\n\n{"id": "b"}\n', encoding="utf-8")
    out = tmp_path / "a.jsonl"
    assert cli.main(["batch", str(asked), str(out)]) == 2
    assert "dòng 3" in capsys.readouterr().err
    assert not out.exists()


def test_search_lists_passages_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "xả thải ra sông Hạc", "-k", "3", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 3
    assert list(found[0]) == ["source", "title", "start", "end", "score", "text"]
    assert found[0]["source"] == "thi-xa/phat-xa-thai.txt"
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_search_can_be_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "sông Hạc", "--folder", "tinh/", "--since", "2025-02-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all(one["source"].startswith("tinh/") for one in found)


def test_search_batch_writes_the_contracts_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = [{"role": "user", "content": FACT}, {"role": "assistant", "content": "Cầu dài 1.264 m."}]
    asked = write(tmp_path / "q.jsonl", {"id": "a", "question": "Còn rộng bao nhiêu?", "history": before})
    out = tmp_path / "h.jsonl"
    assert cli.main(["search-batch", str(asked), str(out), "-k", "2"]) == 0
    (row,) = lines(out)
    assert list(row) == ["id", "standalone", "hits"]
    assert "Bến Sậy" in str(row["standalone"])
    assert isinstance(row["hits"], list)
    assert list(row["hits"][0]) == ["source", "start", "end", "score"]
    assert "1 truy vấn" in capsys.readouterr().out
