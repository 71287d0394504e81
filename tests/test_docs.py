"""What the documents promise exists: commands, targets, settings, files, the version."""

import re
import tomllib
from pathlib import Path

import pytest

from rag.settings import Settings
from tests.conftest import ROOT
from ui import cli

README, DEPLOY, CHANGELOG = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "DEPLOY.md", "CHANGELOG.md")
)
CODE = "\n".join(
    part
    for found in re.findall(r"```sh\n(.*?)```|(`hoibao [^`]+`)", README + DEPLOY, re.DOTALL)
    for part in found
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DOCUMENTS = sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`hoibao {command}" in README


def test_every_command_in_the_documents_exists() -> None:
    named = set(re.findall(r"(?:^|`)hoibao ([a-z-]+)(?=[ `\n])", CODE, re.MULTILINE))
    assert len(named) > 10
    assert named - {*cli.COMMANDS} == set()


def test_the_readme_lists_every_make_target() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == set(re.findall(r"^\| `make ([a-z-]+)` \|", README, re.MULTILINE))


def test_every_setting_in_the_documents_exists() -> None:
    named = set(re.findall(r"HOIBAO_[A-Z_]*[A-Z]", README + DEPLOY))
    assert named <= {f"HOIBAO_{field.upper()}" for field in Settings.model_fields}
    assert "HOIBAO_HOME" in named


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), f"{document.name} points to {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_placeholder_is_left(document: Path) -> None:
    assert "<!--" not in document.read_text(encoding="utf-8")


def test_the_changelog_opens_with_the_packages_version() -> None:
    assert re.findall(r"^## (\S+)$", CHANGELOG, re.MULTILINE)[0] == PROJECT["version"]


def test_every_direct_dependency_has_its_constraint() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name).lower()

    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    known = {plain(line) for line in lines}
    extras = [pin for pins in PROJECT["optional-dependencies"].values() for pin in pins]
    assert {plain(pin) for pin in [*PROJECT["dependencies"], *extras]} <= known
