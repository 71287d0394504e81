"""The rules of the house, read from the source itself: who may import what, how long a file may be."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("index", "rag", "ui", "prompts")
MAY_IMPORT = {"index": set(), "prompts": set(), "rag": {"index", "prompts"}, "ui": {"rag", "index"}}
"""Imports run ui -> rag -> index and rag -> prompts; a room may always import from itself."""
OWNERS = {
    "gradio": {"ui"},
    "chromadb": {"index/vectors.py"},
    "tantivy": {"index/words.py"},
    "torch": {"index/embedder.py", "index/encoder.py", "index/graphs.py", "index/int8.py", "rag/rerank.py"},
    "transformers": {"index/embedder.py", "rag/rerank.py"},
    "sentence_transformers": {"index/embedder.py", "rag/rerank.py"},
    "sqlite3": {"index/schema.py", "index/catalog.py", "ui/history.py"},
    "onnxruntime": {"index/int8.py", "rag/evidence_model.py"},
    "llama_index": {"rag/llm.py", "rag/engine.py"},
    "openai": {"rag/llm.py"},
    "trafilatura": {"index/formats.py"},
}
"""The only files (or rooms) that know a library; every other file asks them."""
HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "onnxruntime",
    "gradio",
    "llama_index",
    "chromadb",
    "trafilatura",
    "sklearn",
    "openai",
)
LIGHT = ("ui.cli", "rag.settings", "rag.search", "index.store", "index.ingest", "index.embedder")
"""What `hoibao status` and a run that changes nothing import: none of it may cost seconds."""
LONGEST = 300

FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Dotted names of all modules a file imports, also inside functions and TYPE_CHECKING."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} has a relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_run_downward(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    rooms = {module.split(".")[0] for module in imports(path)} & {*ROOMS, "tests"}
    assert rooms - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_owner_knows_a_library(path: Path) -> None:
    for library in {module.split(".")[0] for module in imports(path)} & set(OWNERS):
        assert {name(path), name(path).split("/")[0]} & OWNERS[library], f"{name(path)} imports {library}"


@pytest.mark.parametrize("path", [*FILES, *TESTS], ids=name)
def test_files_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{name(path)} has {lines} lines; split it"


@pytest.mark.parametrize("path", [path for path in FILES if path.name != "__init__.py"], ids=name)
def test_every_file_has_its_test(path: Path) -> None:
    """A file that only holds types is tested through all the others."""
    if path.name != "types.py":
        assert list((ROOT / "tests").glob(f"**/test_{path.stem}.py")) or list(
            (ROOT / "tests").glob(f"**/test_{path.parent.name}_{path.stem}.py")
        ), f"no tests/test_{path.stem}.py"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), f"{name(path)} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_error_is_swallowed(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert not all(isinstance(step, ast.Pass) for step in node.body), f"{name(path)}:{node.lineno}"
            assert node.type is not None, f"{name(path)}:{node.lineno} catches everything"


@pytest.mark.parametrize("module", LIGHT)
def test_a_light_module_loads_nothing_heavy(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == []


def test_every_error_has_its_vietnamese_sentence() -> None:
    from index.errors import TEXTS
    from ui import vi

    assert set(vi.ERRORS) >= set(TEXTS)
