"""The questions written by hand: each points at its evidence, answer and near miss in its article."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.evidence_data import News, find_answer, read_items, read_news
from tests.bench.evidence_written import is_written, read_file, read_written

TEXT = "Bể bơi Vân Hà mở lại\nBể bơi mở từ 1/6, vé 30.000 đồng. Năm ngoái vé chỉ 25.000 đồng."


@pytest.fixture
def news(tmp_path: Path) -> dict[str, News]:
    file = tmp_path / "articles" / "0" / "1.txt"
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, encoding="utf-8")
    return read_news(tmp_path, ["0/1.txt"])


def line(*cells: object) -> str:
    return "\t".join(map(str, cells)) + "\n"


def at(part: str) -> tuple[int, int]:
    return TEXT.index(part), TEXT.index(part) + len(part)


def test_offsets_become_words(news: dict[str, News], tmp_path: Path) -> None:
    evidence = "Bể bơi mở từ 1/6, vé 30.000 đồng."
    cells = (*at(evidence), *at("30.000 đồng"), *at("Năm ngoái vé chỉ 25.000 đồng."))
    file = tmp_path / "w.tsv"
    file.write_text(
        line("0/1.txt", "number", *cells, "Xuống nước mất mấy đồng?")
        + line("0/1.txt", "unanswerable", "", "", "", "", *cells[:2], "Bể bơi sâu mấy mét?")
        + line("0/9.txt", "fact", *cells, "Bài này không có"),
        encoding="utf-8",
    )
    asked, silent = read_file(file, news)
    assert (asked.evidence, asked.answer, asked.near[:9]) == (evidence, "30.000 đồng", "Năm ngoái")
    assert (silent.evidence, silent.answer, silent.near) == ("", "", evidence)
    assert asked.id != silent.id
    assert is_written(asked)


def test_offsets_outside_the_article_are_refused(news: dict[str, News], tmp_path: Path) -> None:
    file = tmp_path / "w.tsv"
    file.write_text(line("0/1.txt", "fact", 0, 9999, "", "", "", "", "Hỏi gì?"), encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        read_file(file, news)


def test_the_file_fits_the_training_articles(shared: Path) -> None:
    """Each answer stands in its evidence, no question gives its answer away or is asked twice."""
    asked = read_items(shared / "train")
    news = read_news(shared / "train", (item.article for item in asked))
    items = read_written(news)
    assert len(items) > 3_500
    assert {item.article for item in items} == set(news)
    answerable = [item for item in items if item.kind != "unanswerable"]
    assert all(find_answer(item.answer, item.evidence) for item in answerable)
    assert all(not item.evidence and item.near for item in items if item.kind == "unanswerable")
    assert not [item.question for item in answerable if find_answer(item.answer, item.question)]
    assert max(Counter(item.question.lower() for item in [*items, *asked]).values()) == 1
