"""Our own training articles: how their files are read, and that every question fits its paragraph."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.evidence_data import NEGATIVE, POSITIVE, find_answer, labels, parts
from tests.bench.evidence_texts import BATCHES, read_texts, text_parts

ARTICLE = """# Sông Mặc Hà
Sông Mặc Hà bắt nguồn từ sườn đông dãy Tả Liêng.
Nó dài 214 km.
? fact | 1 | 2 | sườn đông dãy Tả Liêng | Sông Mặc Hà bắt nguồn từ đâu?
? unanswerable | | 2 | | Sông Mặc Hà sâu bao nhiêu mét?

Cây cầu đầu tiên xây năm 1911.
? number | 1 | | 1911 | Sông có cầu từ năm nào?

# Núi Tả Liêng
Núi cao 2.304 mét.
? number | 1 | | 2.304 mét | Núi Tả Liêng cao bao nhiêu?
"""


def write(folder: Path, text: str, name: str = "1-0.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_articles_and_their_questions(tmp_path: Path) -> None:
    write(tmp_path, ARTICLE)
    write(tmp_path, ARTICLE.replace("Mặc Hà", "Mặc Hạ"), "2-0.md")
    news, items = read_texts([1], tmp_path)
    river = news["own/1-0/01.txt"]
    assert list(news) == ["own/1-0/01.txt", "own/1-0/02.txt"]
    assert river.title == "Sông Mặc Hà"
    assert [river.sentence(i) for i in range(len(river.spans))][1:] == [
        "Sông Mặc Hà bắt nguồn từ sườn đông dãy Tả Liêng.",
        "Nó dài 214 km.",
        "Cây cầu đầu tiên xây năm 1911.",
    ]
    first, silent, second, other = items
    assert (first.evidence, first.near) == (river.sentence(1), "Nó dài 214 km.")
    assert (silent.evidence, silent.answer, silent.near) == ("", "", "Nó dài 214 km.")
    assert (second.evidence, second.article, other.article) == (river.sentence(3), *news)
    assert len({item.id for item in items}) == 4
    assert all(item.id.startswith("tx-") for item in items)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("? fact | 3 | | 214 km | Dài mấy?", "line 6: no sentence '3'", id="no such sentence"),
        pytest.param("? fact | 1 | | 214 km | Dài mấy?", "line 6: '214 km' does not stand", id="not in it"),
        pytest.param("? fact | | 1 | | Dài mấy?", "line 6: kind 'fact' with", id="nothing answers a fact"),
        pytest.param("? unanswerable | 1 | | | Sâu mấy?", "line 6: kind 'unanswerable'", id="answered"),
        pytest.param("? when | 1 | | Sông | Dài mấy?", "line 6: kind 'when'", id="unknown kind"),
        pytest.param("? fact | 1 | Sông | Dài mấy?", "line 6: 4 cells", id="a cell less"),
    ],
)
def test_a_question_that_does_not_fit_is_named(tmp_path: Path, line: str, problem: str) -> None:
    lines = ARTICLE.splitlines()
    write(tmp_path, "\n".join([*lines[:5], line, *lines[5:]]))
    with pytest.raises(ValueError, match=f"1-0.md {problem}"):
        read_texts([1], tmp_path)


def test_every_question_fits_its_article() -> None:
    """Each answer stands in a sentence labelled right, none in its question; none is asked twice of one."""
    news, items = read_texts()
    assert len({item.article for item in items}) == len(news) > 200 * len(BATCHES)
    split = text_parts(news)
    first = [path for path in news if path.startswith("own/1-")]
    assert {path: split[path] for path in first} == parts(first)
    assert set(split.values()) == {"train", "validation", "calibration"}
    for item in items:
        marked = labels(item, news[item.article])
        assert (POSITIVE in marked) == bool(item.evidence), item
        assert NEGATIVE in marked, item
        assert not item.answer or not find_answer(item.answer, item.question), item
    assert max(Counter((item.article, item.question.lower()) for item in items).values()) == 1
