"""Real servers on loopback for the tests: a free port, a process that can be killed and started again."""

import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from types import TracebackType

import httpx

from tests.conftest import ROOT


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str, process: "subprocess.Popen[bytes]", seconds: float = 120) -> None:
    """Return once ``url`` answers 200; raises RuntimeError when the process ends or time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            if httpx.get(url, timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {url} in {seconds} s")


class Running:
    """A server process for the time of a ``with``; ``url`` answers 200 once it is ready."""

    def __init__(self, command: Sequence[str], url: str) -> None:
        self._command, self._url = list(command), url
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(self._url, self._process)

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(10)
            self._process = None

    def __enter__(self) -> "Running":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
