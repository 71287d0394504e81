"""llama.cpp's server with the local model on a fixed port, so that a test can kill and restart it.

python -m tests.serve_llm HOME PORT
"""

import sys
import time
from pathlib import Path

from rag.local_llm import weights


def main() -> None:
    import xllamacpp

    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(weights(Path(sys.argv[1])))
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = int(sys.argv[2])
    wanted.n_ctx = 1024
    wanted.n_parallel = 1
    wanted.ui = False
    wanted.warmup = False
    kept = xllamacpp.Server(wanted)
    while kept:
        time.sleep(60)


if __name__ == "__main__":
    main()
