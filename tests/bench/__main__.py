"""`make bench` and `make bench-quick`: measure hoibao beside the textbook pipeline, in one run.

Each step is a process of its own. Results go to tests/bench/results/ as JSON, a table, PNG plots and an
HTML page; the README's figures come from there.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench import corpus, report
from tests.conftest import OFFLINE, ROOT

RESULTS = ROOT / "tests" / "bench" / "results"
STEPS = RESULTS / "steps.jsonl"
"""What each step of the latest run found, line by line: a run that is broken off is not lost."""
BACKENDS = ("onnx-int8", "torch")


def step(name: str, **given: object) -> Any:
    """Run one step and return what it measured; its errors stop the benchmark."""
    begin = time.perf_counter()
    sys.stdout.write(f"{time.strftime('%H:%M:%S')}  {name:<15} {_brief(given)} ")
    sys.stdout.flush()
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.steps", name, json.dumps(given)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.stdout.write(f"failed\n{run.stderr[-3000:]}\n")
        raise SystemExit(1)
    sys.stdout.write(f"{time.perf_counter() - begin:.0f} s\n")
    found = json.loads(run.stdout.splitlines()[-1])
    with STEPS.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"step": name, "given": given, "found": found}) + "\n")
    return found


def command(home: Path, *arguments: str) -> float:
    """Wall seconds of one `hoibao` command, from the shell's point of view."""
    script = Path(sys.executable).parent / "hoibao"
    begin = time.perf_counter()
    subprocess.run([str(script), *arguments, "--home", str(home)], cwd=home, capture_output=True, check=True)
    return time.perf_counter() - begin


def one_home(work: Path, models: Path, name: str) -> Path:
    """An empty home that shares the unpacked model."""
    home = work / name
    home.mkdir(parents=True)
    (home / "models").symlink_to(models / "models")
    return home


def measure(work: Path, articles: int, sizes: Sequence[int], asked: int, told: int) -> dict[str, Any]:
    """All steps in order; the keys are those that ``report`` reads."""
    models = work / "models-home"
    found: dict[str, Any] = {"articles": articles, "real": corpus.real(), "machine": step("machine")}
    found["models"] = step("models", home=str(models))
    folder = corpus.folder(work, articles)
    for backend in BACKENDS:
        home = one_home(work, models, f"home-{backend}")
        given = {"home": str(home), "backend": backend}
        found[f"index-{backend}"] = step("index", articles=str(folder), **given)
        found[f"ask-{backend}"] = step("ask", count=asked, **given)
        found[f"change-{backend}"] = step("change_one", articles=str(folder), **given)
    home = work / f"home-{BACKENDS[0]}"
    new = corpus.folder(work, min(100, articles), name="new")
    arrived = one_home(work, models, "home-arrival")
    found["arrival"] = step("arrival", home=str(arrived), articles=str(new), backend=BACKENDS[0])
    found["start"] = {
        "status_s": command(home, "status"),
        "ask_s": command(home, "ask", corpus.questions(1)[0]["question"]),
    }
    sys.stdout.write(
        f"          hoibao status {found['start']['status_s']:.2f} s, ask {found['start']['ask_s']:.1f} s\n"
    )
    book = str(work / "textbook")
    found["textbook-index"] = step("textbook_index", folder=book, models=str(models), articles=str(folder))
    found["textbook-ask"] = step("textbook_ask", folder=book, models=str(models), count=told)
    for size in sizes:
        grown = one_home(work, models, f"home-{size}")
        found[f"grow-{size}"] = step("grow", home=str(grown), source=str(home), work=str(work), passages=size)
        found[f"search-{size}"] = step("search", home=str(grown), backend=BACKENDS[0], count=asked)
        shutil.rmtree(work / f"grown-{size}")
    return found


def _brief(given: dict[str, object]) -> str:
    return " ".join(str(value) for key, value in given.items() if key in ("backend", "passages", "count"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="100 articles, 10,000 passages: under 5 minutes")
    parser.add_argument("--articles", type=int, help="articles to index (default 505, quick 100)")
    parser.add_argument("--sizes", type=int, nargs="*", help="passages of the grown indexes")
    parser.add_argument("--keep", action="store_true", help="leave the work folder in place")
    given = parser.parse_args()
    import os

    os.environ.update(OFFLINE)
    articles = given.articles or (100 if given.quick else 505)
    sizes = given.sizes if given.sizes is not None else ([3_000] if given.quick else [10_000, 100_000])
    RESULTS.mkdir(parents=True, exist_ok=True)
    work = RESULTS / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    STEPS.write_text("", encoding="utf-8")
    begin = time.perf_counter()
    found = measure(work, articles, sizes, asked=12 if given.quick else 40, told=3 if given.quick else 6)
    found["minutes"] = round((time.perf_counter() - begin) / 60, 1)
    found["when"] = time.strftime("%Y-%m-%d %H:%M")
    name = "quick" if given.quick else "full"
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    sys.stdout.write("\n" + report.table(found) + "\n")
    page = report.write(found, RESULTS, name)
    sys.stdout.write(f"\n{page.relative_to(ROOT)}, {found['minutes']} minutes\n")
    if not given.keep:
        shutil.rmtree(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
