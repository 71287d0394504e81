"""Starting the chat: a free port, a password beyond loopback, the sample articles on the way."""

import socket
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError
from rag.settings import load
from tests.test_library import settled
from ui import serve
from ui.desk import Desk
from ui.house import close_house, open_house


def test_a_busy_port_gives_way_to_the_next() -> None:
    first = serve.bind("127.0.0.1", 18860)
    first.listen()
    second = serve.bind("127.0.0.1", first.getsockname()[1])
    assert second.getsockname()[1] > first.getsockname()[1]
    first.close()
    second.close()


def test_no_free_port_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "bind", taken)
    with pytest.raises(InputError, match="no free port"):
        serve.bind("127.0.0.1", 18860)


def test_beyond_loopback_a_password_must_be_set(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="HOIBAO_UI_PASSWORD"):
        serve.serve(load(home=tmp_path), host="0.0.0.0")


def test_an_articles_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        serve.serve(load(home=tmp_path), articles=tmp_path / "không có")


def test_once_open_it_prints_the_address_and_indexes_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = load(home=tmp_path)
    house = open_house(settings, Desk(settings, FakeEmbedder()))
    (house.articles / "a.txt").write_text("Bài một\n\nXã trồng 5 ha rừng.", encoding="utf-8")
    serve.opened(house, "http://127.0.0.1:1", sample=True)
    settled(house)
    assert "http://127.0.0.1:1" in capsys.readouterr().out
    assert sorted(job.name for job in house.jobs.log() if job.name != "watch") == ["index", "sample"]
    assert house.desk.store().status().articles == 22
    close_house(house)
