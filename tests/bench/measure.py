"""What a benchmark step needs: clocks, memory, disk, percentiles and the machine's own peak."""

import os
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

MIB = 2**20


@dataclass(slots=True)
class Spent:
    """Wall and CPU seconds of a block; the CPU's are those of this process, all threads."""

    wall: float = 0.0
    cpu: float = 0.0


@contextmanager
def spent() -> Iterator[Spent]:
    """Measure the block; the values are set when it ends."""
    found = Spent()
    wall, cpu = time.perf_counter(), time.process_time()
    yield found
    found.wall, found.cpu = time.perf_counter() - wall, time.process_time() - cpu


def resident_mib() -> float:
    """Memory this process holds now, in MiB."""
    import psutil

    return float(psutil.Process().memory_info().rss / MIB)


def peak_mib() -> float:
    """The most memory this process ever held, in MiB.

    On Linux from /proc: ``ru_maxrss`` there begins with what the parent held when it started us.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (MIB if sys.platform == "darwin" else 1024)


def disk_mib(folder: Path, *, without: Sequence[str] = ()) -> float:
    """Bytes of all files under ``folder`` in MiB, folders named in ``without`` left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and not {*path.parts} & {*without})
    return sum(path.stat().st_size for path in files) / MIB


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50 and p95 in milliseconds."""
    return {f"p{q}_ms": round(1000 * float(np.percentile(seconds, q)), 2) for q in (50, 95)}


def each(run: Callable[[str], object], texts: Sequence[str]) -> dict[str, float]:
    """One run a text: wall p50 and p95, and the mean of CPU, all in milliseconds.

    CPU time says what a run costs where other programs have the cores, and wall time does not.
    """
    with spent() as used:
        seconds = [times(lambda text=text: run(text), 1)[0] for text in texts]  # type: ignore[misc]
    return {**percentiles(seconds), "cpu_ms": round(1000 * used.cpu / len(texts), 2)}


def times(run: Callable[[], object], count: int) -> list[float]:
    """Wall seconds of ``count`` runs."""
    found = []
    for _ in range(count):
        begin = time.perf_counter()
        run()
        found.append(time.perf_counter() - begin)
    return found


def matmul_gflops(size: int = 1536, repeats: int = 8) -> float:
    """float32 matrix-multiply rate of one core in GFLOP a CPU-second: the peak that encoding is held to."""
    import torch

    a, b = torch.rand(size, size), torch.rand(size, size)
    a @ b
    with spent() as found:
        for _ in range(repeats):
            a @ b
    return repeats * 2 * size**3 / found.cpu / 1e9


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the figures were taken; ``load`` is the one-minute load average at the start."""

    cores: int
    memory_gib: float
    matmul_gflops: float
    load: float

    @classmethod
    def here(cls) -> "Machine":
        import psutil

        memory = psutil.virtual_memory().total / 2**30
        return cls(os.cpu_count() or 1, round(memory, 1), round(matmul_gflops(), 1), os.getloadavg()[0])

    def row(self) -> dict[str, float]:
        return asdict(self)


def encoder_gflop(tokens: Sequence[int], hidden: int = 384, feed: int = 1536, layers: int = 12) -> float:
    """Work of a BERT encoder over texts of these lengths: two operations a weight, plus attention."""
    weights = 4 * hidden**2 + 2 * hidden * feed
    return sum(layers * (2 * weights * n + 4 * n * n * hidden) for n in tokens) / 1e9
