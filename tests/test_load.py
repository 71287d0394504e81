"""Fifty chats for eight minutes: right answers, quick first words, flat memory. Runs with the long tests."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import share_model
from tests.load import load
from tests.servers import free_port, wait_for


@pytest.mark.long
@pytest.mark.timeout(900)
def test_fifty_chats_are_served_rightly_and_quickly(e5_home: Path, tmp_path: Path) -> None:
    port = free_port()
    share_model(e5_home, tmp_path)
    command = [
        sys.executable,
        "-m",
        "ui.cli",
        "chat",
        "--sample",
        "--home",
        str(tmp_path),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])})
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server)
        felt = asyncio.run(load(f"http://127.0.0.1:{port}", server.pid, chats=50, seconds=480))
    finally:
        server.terminate()
        server.wait(20)
    assert felt.wrong == 0, felt
    assert felt.asked > 400, felt
    assert felt.first_p95 < 4, felt
    assert felt.memory_end < felt.memory_settled * 1.03 + 10, felt
