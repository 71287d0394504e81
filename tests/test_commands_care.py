"""status, show, verify, rebuild and settings."""

import json
from pathlib import Path

import pytest

from rag.settings import Settings
from ui import cli


def form(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    assert cli.main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_status_counts_as_the_files_do(sample_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.conftest import SAMPLES

    found = form(capsys, "status", "--home", str(sample_home))
    assert isinstance(found, dict)
    files = [path for path in SAMPLES.rglob("*") if path.suffix in (".txt", ".md", ".html")]
    assert found["articles"] == len(files)
    assert found["failed"] == []
    assert cli.main(["status", "--home", str(sample_home)]) == 0
    out = capsys.readouterr().out
    assert f"Số bài: {len(files)}" in out
    assert "None" not in out


def test_show_prints_the_article_and_what_was_removed(
    sample_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "thi-xa/cau-ben-say-2.html"
    found = form(capsys, "show", source, "--home", str(sample_home))
    assert isinstance(found, dict)
    assert found["source"] == source
    assert found["published"] == "2025-10-18"
    assert cli.main(["show", source, "--home", str(sample_home)]) == 0
    out = capsys.readouterr().out
    assert "1.264 m" in out
    if found["removed"]:
        assert "Đã lược bỏ" in out
    assert cli.main(["show", "không-có", "--home", str(sample_home)]) == 1


def test_verify_and_rebuild_leave_a_sound_index(
    sample_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["rebuild", "--home", str(sample_copy)]) == 0
    assert "Đã lập lại chỉ mục" in capsys.readouterr().out
    found = form(capsys, "verify", "--home", str(sample_copy))
    assert isinstance(found, dict)
    assert found["ok"] is True
    assert found["passages"] == found["vectors"] == found["words"]
    assert cli.main(["verify", "--home", str(sample_copy)]) == 0
    assert "Mọi thứ khớp nhau" in capsys.readouterr().out


def test_settings_print_every_one_with_its_meaning_and_no_secret(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIBAO_UI_PASSWORD", "rất-bí-mật")
    assert cli.main(["settings"]) == 0
    out = capsys.readouterr().out
    assert all(f"HOIBAO_{name.upper()} = " in out for name in Settings.model_fields)
    assert "rất-bí-mật" not in out
    assert "(đã đặt)" in out
    rows = form(capsys, "settings")
    assert isinstance(rows, list)
    assert all(row["meaning"] for row in rows)


def test_a_setting_that_does_not_fit_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIBAO_EMBEDDING_BACKEND", "abacus")
    assert cli.main(["settings"]) == 2
    assert "abacus" in capsys.readouterr().err
