"""index and remove from the command line: incremental, failures listed, nothing lost."""

import json
from pathlib import Path

import pytest

from ui import cli, commands_articles

TEXT = (
    "Đồng Sim trồng thêm 40 ha bưởi\n\nNgày 5/3/2024, xã Đồng Sim cho biết đã trồng thêm 40 ha bưởi da xanh."
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, e5_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import share_model

    home = tmp_path / "home"
    share_model(e5_home, home)
    monkeypatch.setenv("HOIBAO_HOME", str(home))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "bài"
    folder.mkdir()
    (folder / "buoi.txt").write_text(TEXT, encoding="utf-8")
    (folder / "rỗng.txt").write_bytes(b"")
    return folder


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert cli.main([*arguments, "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_a_second_run_changes_nothing_and_loads_no_model(
    articles: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report(capsys, "index", str(articles))
    assert (first["added"], first["embedded"]) == (1, 1)
    assert [one["code"] for one in first["failed"]] == ["file_empty"]  # type: ignore[attr-defined]

    def refuse(*_: object) -> None:
        pytest.fail("the model was loaded though nothing changed")

    monkeypatch.setattr("index.embedder.load_embedder", refuse)
    second = report(capsys, "index", str(articles))
    assert (second["added"], second["unchanged"], second["embedded"]) == (0, 1, 0)


def test_people_read_counts_and_what_failed(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["index", str(articles)]) == 0
    out = capsys.readouterr()
    assert "Thêm 1, cập nhật 0" in out.out
    assert "rỗng.txt: tệp trống" in out.err


def test_a_removed_article_stays_out_until_it_is_wanted_again(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys, "index", str(articles))
    assert report(capsys, "remove", "buoi.txt")["removed"] == 1
    assert report(capsys, "index", str(articles))["added"] == 0
    assert report(capsys, "index", str(articles), "--again", "buoi.txt")["added"] == 1
    assert cli.main(["remove", "không-có.txt"]) == 1


def test_prune_takes_out_what_has_no_file_any_more(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys, "index", str(articles))
    (articles / "buoi.txt").unlink()
    assert report(capsys, "index", str(articles))["removed"] == 0
    assert report(capsys, "index", str(articles), "--prune", "--yes")["removed"] == 1


def test_long_lists_of_failures_are_cut_on_screen(capsys: pytest.CaptureFixture[str]) -> None:
    from index.types import Failure, IngestReport

    failed = tuple(Failure(f"{n}.txt", "file_empty", "empty") for n in range(25))
    commands_articles.print_report(IngestReport(0, 0, 0, 0, 0, failed))
    err = capsys.readouterr().err
    assert err.count("tệp trống") == 20
    assert "và 5 tệp nữa" in err


def test_the_chat_is_closed_to_others_without_a_password(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chat", "--host", "0.0.0.0"]) == 2
    assert "HOIBAO_UI_PASSWORD" in capsys.readouterr().err
