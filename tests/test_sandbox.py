"""The parser's process: reads on after a bad file, and is put down when it hangs or dies."""

import os
import signal
import threading
from collections.abc import Iterator

import psutil
import pytest

from index.errors import SourceError
from index.sandbox import Sandbox

GOOD = '{"title": "Quế", "text": "Bản Nà Lốc trồng bảy héc ta quế."}\n'.encode()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def child() -> psutil.Process:
    """The newest parser process of ours."""
    found = [p for p in psutil.Process().children() if "index.parser" in p.cmdline()]
    return max(found, key=lambda process: process.create_time())


def sources(sandbox: Sandbox) -> list[str]:
    return [raw.source for raw in sandbox.read("xuat.jsonl", GOOD).articles]


def code_of(sandbox: Sandbox, name: str, data: bytes) -> str:
    with pytest.raises(SourceError) as raised:
        sandbox.read(name, data)
    return raised.value.code


def test_a_bad_file_costs_neither_the_next_nor_the_process(sandbox: Sandbox) -> None:
    assert sources(sandbox) == ["xuat.jsonl#1"]
    first = child().pid
    assert code_of(sandbox, "la.xyz", b"of no format") == "file_damaged"
    assert code_of(sandbox, "rong.csv", b"title,text\n") == "file_no_text"
    found = sandbox.read("hai.jsonl", GOOD + b"{hong\n")
    assert (len(found.articles), [failure.code for failure in found.failures]) == (1, ["file_bad_line"])
    assert child().pid == first


def test_a_file_larger_than_the_pipe_is_read_whole(sandbox: Sandbox) -> None:
    (raw,) = sandbox.read("dai.txt", "Nà Lốc\n".encode() * 20_000).articles
    assert raw.text.count("Nà Lốc") == 20_000


def test_one_that_hangs_is_killed_and_the_next_file_read() -> None:
    with Sandbox(patience_s=0.3) as hasty:
        assert sources(hasty) == ["xuat.jsonl#1"]
        hung = child()
        hung.suspend()
        assert code_of(hasty, "cham.jsonl", GOOD) == "file_slow"
        assert not hung.is_running()
        assert sources(hasty) == ["xuat.jsonl#1"]


def test_one_that_dies_of_a_file_is_told_and_started_again(sandbox: Sandbox) -> None:
    assert sources(sandbox) == ["xuat.jsonl#1"]
    dying = child()
    dying.suspend()
    threading.Timer(0.2, os.kill, (dying.pid, signal.SIGKILL)).start()
    with pytest.raises(SourceError) as raised:
        sandbox.read("chet.jsonl", GOOD)
    assert (raised.value.code, raised.value.values["problem"]) == ("file_crashes", "exit -9")
    assert sources(sandbox) == ["xuat.jsonl#1"]


def test_no_process_before_the_first_file_and_none_after_the_end() -> None:
    before = psutil.Process().children()
    with Sandbox():
        assert psutil.Process().children() == before
    assert psutil.Process().children() == before
