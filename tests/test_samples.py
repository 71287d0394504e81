"""The bundled articles keep their traps, and the questions over them keep their proof."""

import json
import sqlite3
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SAMPLES

ARTICLES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (ROOT / "tests" / "sample_questions.jsonl").read_text(encoding="utf-8").splitlines()
]
KINDS = {"fact", "paraphrase", "no_diacritics", "number_trap", "multi", "follow_up", "unanswerable"}


def raw(source: str) -> str:
    return unicodedata.normalize("NFC", (SAMPLES / source).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_an_article_has_the_length_of_one(path: Path) -> None:
    assert path.suffix in {".txt", ".md", ".html"}
    assert 250 <= len(path.read_text(encoding="utf-8").split()) <= 600


def test_one_article_is_in_decomposed_unicode() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    assert [unicodedata.is_normalized("NFC", text) for text in texts].count(False) == 1


def test_one_article_is_a_wire_copy() -> None:
    """Two articles share whole paragraphs, no other two do."""
    paragraphs = [
        {line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 120}
        for path in ARTICLES
    ]
    shared = [len(a & b) for i, a in enumerate(paragraphs) for b in paragraphs[:i]]
    assert max(shared) >= 5
    assert sum(count > 0 for count in shared) == 1


def test_the_invented_places_are_invented() -> None:
    import vietnamadminunits

    with sqlite3.connect(Path(vietnamadminunits.__file__).parent / "data" / "dataset.db") as units:
        names = units.execute("select provinceShort, districtShort, wardShort from admin_units_legacy")
        real = {name for row in names for name in row}
    assert "Lạc Sơn" in real
    assert not real & {"Hạc Châu", "Lâm Khê", "Lâm Kha", "Vĩnh Hạc", "Sơn Thuận", "Hòn Vân", "Đồng Sim"}
    assert not real & {"Khe Trúc", "Bãi Trầu", "Phiềng Cát", "Nà Khoang", "Suối Nhum", "Yên Bạc", "Bến Sậy"}


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["id"])
def test_a_question_can_be_proved(row: dict[str, Any]) -> None:
    assert row["type"] in KINDS
    assert bool(row["sources"]) == bool(row["evidence"]) == (row["type"] != "unanswerable")
    texts = [raw(source) for source in row["sources"]]
    assert all(any(quote in text for text in texts) for quote in row["evidence"])
    proof = " ".join(row["evidence"])
    assert all(any(key in proof for key in variants) for variants in row["answer_keys"])
    assert all(any(key in row["answer"] for key in variants) for variants in row["answer_keys"])


def test_every_kind_of_question_is_asked() -> None:
    counts = Counter(row["type"] for row in QUESTIONS)
    assert set(counts) == KINDS
    assert min(counts.values()) >= 5
    assert len({row["id"] for row in QUESTIONS}) == len(QUESTIONS)
