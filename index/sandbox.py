"""Reading files of others' making in a process that can be killed: bounded in time and memory."""

import json
import os
import selectors
import subprocess
import sys
import time
from types import TracebackType

from index.errors import SourceError
from index.types import Failure, RawText, Read

PATIENCE_S = 20.0
"""Seconds one file may take, and one more for each megabyte it has."""

_START_S = 40.0  # the first file waits for the imports too, on a busy machine


class Sandbox:
    """A parser process, started when first needed and again whenever it had to be killed."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> Read:
        """Return a file's articles and failures.

        Raises SourceError: the file's own failure, ``file_slow`` when it took too long, or
        ``file_crashes`` when the process died of it.
        """
        fresh = self._process is None
        process = self._running()
        limit = self._patience_s + len(data) / (1 << 20) + (_START_S if fresh else 0)
        try:
            line = _exchange(
                process, json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data, limit
            )
        except TimeoutError as error:
            self.close()
            raise SourceError("file_slow", path=name, limit=round(limit)) from error
        except OSError as error:
            code = process.wait()
            self.close()
            raise SourceError("file_crashes", path=name, problem=f"exit {code}") from error
        said = json.loads(line)
        if "error" in said:
            raise SourceError(said["error"]["code"], **said["error"]["values"])
        articles = tuple(RawText(**fields) for fields in said["articles"])
        return Read(articles, tuple(Failure(**fields) for fields in said["failures"]))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "index.parser"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
            for pipe in (self._process.stdin, self._process.stdout):
                os.set_blocking(pipe.fileno(), False)  # type: ignore[union-attr]
        return self._process

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process = None


def _exchange(process: subprocess.Popen[bytes], asked: bytes, limit: float) -> bytes:
    """Write all of ``asked`` and read one line, neither of which may block beyond the limit.

    Raises TimeoutError, or OSError when the process is gone.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    end = time.monotonic() + limit
    left = memoryview(asked)
    said = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdin, selectors.EVENT_WRITE)
        ready.register(process.stdout, selectors.EVENT_READ)
        while not said.endswith(b"\n"):
            if time.monotonic() > end:
                raise TimeoutError
            for key, _ in ready.select(timeout=0.2):
                if key.fileobj is process.stdin:
                    left = left[os.write(process.stdin.fileno(), left[: 1 << 16]) :]
                    if not left:
                        ready.unregister(process.stdin)
                else:
                    part = os.read(process.stdout.fileno(), 1 << 20)
                    if not part:
                        raise BrokenPipeError
                    said += part
    return bytes(said)
