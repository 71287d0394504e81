"""kill -9 at any moment: the old corpus or the new one, never a mixture, nothing lost or doubled."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedder import FakeEmbedder, load_embedder
from index.ingest import index_paths
from index.types import Embedder, Vectors
from tests import crash
from tests.made import news, write

ARTICLES = 24
KINDS = ("index", "update", "prune", "rebuild")


@dataclass(frozen=True, slots=True)
class Case:
    """A job, what the index held before and what it holds when the job is done, and clean builds of both."""

    kind: str
    start: Path
    folder: Path
    old: Path
    new: Path


class Remembering:
    """An embedder that embeds no text twice: only the process that is killed has to do the work each time."""

    def __init__(self, inner: Embedder) -> None:
        self.info = inner.info
        self._inner = inner
        self._known: dict[str, NDArray[np.float32]] = {}

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in texts if text not in self._known]
        self._known.update(zip(new, self._inner.embed_passages(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32).reshape(-1, self.info.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        key = f"?{text}"
        if key not in self._known:
            self._known[key] = self._inner.embed_query(text)
        return self._known[key]


def _queries(articles: int = ARTICLES) -> list[str]:
    lines = [line for number in range(articles) for line in news(number).split("\n\n")]
    return [lines[place % len(lines)] for place in range(3, 3 + 7 * 50, 7)]


def _cases(root: Path, embedder: Embedder, articles: int = ARTICLES) -> list[Case]:
    """The four jobs on one small corpus, and its clean builds."""
    first, second, third = root / "cu", root / "moi", root / "bot"
    write(first, range(articles))
    shutil.copytree(first, second)
    write(second, range(articles // 6, articles // 2), version=1)
    write(second, range(articles, articles + 4))
    shutil.copytree(first, third)
    for number in (1, 4, 6, 7) if articles < 16 else (1, 6, 7, 8, 15):
        (third / ("chan" if number % 2 == 0 else "le") / f"{number:04d}.txt").unlink()
    built = {}
    folder = root / "bai"
    for name, source in (("cu", first), ("moi", second), ("bot", third)):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        built[name] = root / f"home-{name}"
        index_paths(built[name], [folder], embedder)
    nothing = root / "home-khong"
    nothing.mkdir()
    return [
        Case("index", nothing, first, nothing, built["cu"]),
        Case("update", built["cu"], second, built["cu"], built["moi"]),
        Case("prune", built["cu"], third, built["cu"], built["bot"]),
        Case("rebuild", built["cu"], first, built["cu"], built["cu"]),
    ]


def _run(
    case: Case, root: Path, kills: int, seed: int, embedder: Embedder, model: str = ""
) -> dict[str, int]:
    """Kill a job at work ``kills`` times, from the same start; counts what it left, fails on any fault."""
    made = crash.context()
    folder = root / "bai"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(case.folder, folder)
    home = root / f"home-{case.kind}-chet"
    kind = "prune" if case.kind == "prune" else "rebuild" if case.kind == "rebuild" else "index"
    job = crash.Job(kind, home, folder, model)
    longest = crash.duration(made, crash.Job(kind, crash.copy(case.start, home), folder, model))
    wanted = {"old": crash.live(case.old), "new": crash.live(case.new)}
    assert crash.live(home) == wanted["new"]
    answers = {
        name: crash.hits(built, _queries(), embedder) if crash.live(built) else []
        for name, built in (("old", case.old), ("new", case.new))
    }
    seen = {"killed": 0, "old": 0, "new": 0}
    dice = random.Random(seed)
    while seen["killed"] < kills:
        after = dice.uniform(0, longest)
        crash.copy(case.start, home)
        if not crash.kill(made, job, after):
            longest = 0.9 * after  # the machine is freer than it was: the job ended before its end came
            continue
        seen["killed"] += 1
        longest *= 1.1 if after > 0.9 * longest else 1.0
        found = crash.live(home)
        state = "new" if found == wanted["new"] else "old"
        assert found == wanted[state], f"{case.kind} killed after {after:.3f} s: a mixture"
        seen[state] += 1
        crash.settle(home)
        assert crash.live(home) == wanted[state], f"{case.kind} after {after:.3f} s: settling changed it"
        if wanted[state]:
            assert crash.hits(home, _queries(), embedder) == answers[state], (
                f"{case.kind} after {after:.3f} s"
            )
            assert crash.lost(home, embedder) == 0
        if seen["killed"] % 5 == 0:
            crash.work(job)
            assert crash.live(home) == wanted["new"]
    crash.work(job)
    assert crash.hits(home, _queries(), embedder) == answers["new"]
    assert crash.lost(home, embedder) == 0
    return seen


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("crash")


@pytest.fixture(scope="module")
def cases(root: Path) -> list[Case]:
    return _cases(root, FakeEmbedder())


@pytest.mark.parametrize("number", range(4), ids=KINDS)
def test_five_kills_each(cases: list[Case], root: Path, number: int) -> None:
    seen = _run(cases[number], root, kills=5, seed=20 + number, embedder=FakeEmbedder())
    assert seen["old"] + seen["new"] == 5


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("number", range(4), ids=KINDS)
def test_fifty_kills_each(cases: list[Case], root: Path, number: int) -> None:
    seen = _run(cases[number], root, kills=50, seed=1000 + number, embedder=FakeEmbedder())
    assert seen["killed"] == 50
    assert seen["old"] or KINDS[number] == "rebuild"  # whose old and new corpus are one
    print(KINDS[number], seen)  # noqa: T201 - the figures of the closing note


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_twelve_kills_with_the_real_model(tmp_path: Path, e5_home: Path) -> None:
    """As homes are made: the bundled model in int8, here on fewer articles."""
    embedder = Remembering(load_embedder(e5_home, backend="onnx-int8"))
    for number, case in enumerate(_cases(tmp_path, embedder, articles=12)):
        seen = _run(case, tmp_path, kills=3, seed=77 + number, embedder=embedder, model=str(e5_home))
        assert seen["old"] + seen["new"] == 3
        print(case.kind, seen)  # noqa: T201 - the figures of the closing note
