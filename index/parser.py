"""The process that opens files of others' making: ``python -P -m index.parser``.

Asked over standard input, one file after another: a line of JSON (name and size), then its bytes.
Answers a line of JSON. It has no more memory than its limit, and whoever asks kills it when it
takes too long.
"""

import json
import resource
import sys
from dataclasses import asdict
from typing import BinaryIO

from index.errors import SourceError
from index.formats import read

MEMORY = 1536 << 20
"""Bytes of address space: three times what the largest sound article of our tests takes."""


def answer(name: str, data: bytes) -> dict[str, object]:
    """Return a file's articles and failures, or the error it gives, as JSON knows them."""
    try:
        found = read(name, data)
    except SourceError as error:
        return {"error": {"code": error.code, "values": {k: str(v) for k, v in error.values.items()}}}
    except MemoryError:
        return {"error": {"code": "file_large", "values": {"path": name, "limit": f"{MEMORY >> 20} MB"}}}
    except Exception as error:  # noqa: BLE001 - whatever a library met in a broken file is that file's failure
        problem = f"{type(error).__name__}: {error}"[:200]
        return {"error": {"code": "file_damaged", "values": {"path": name, "problem": problem}}}
    return {
        "articles": [asdict(article) for article in found.articles],
        "failures": [asdict(failure) for failure in found.failures],
    }


def serve(asked: BinaryIO, said: BinaryIO) -> None:
    """Answer until the questions end."""
    while line := asked.readline():
        question = json.loads(line)
        data = asked.read(question["size"])
        said.write(json.dumps(answer(question["name"], data)).encode() + b"\n")
        said.flush()


def main() -> None:
    """Limit this process and serve; what libraries print goes to standard error."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    said = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, said)


if __name__ == "__main__":
    main()
