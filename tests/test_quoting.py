"""What answers are made of: findings, citations, and quotes as a reader sees them."""

from dataclasses import replace
from datetime import date

from rag.quoting import Finding, citations, cite, quotation, shown, vietnamese, word_count
from rag.types import Said
from tests.answers_made import evidence


def test_a_finding_answers_from_the_floor_on() -> None:
    found = Finding("Mấy xã?", (evidence("12 xã", probability=0.4), evidence("9 xã", probability=0.9)))
    assert found.answers(0.4)
    assert not found.answers(0.41)
    assert not Finding("Mấy xã?", ()).answers(0.0)


def test_a_citation_holds_the_articles_own_words() -> None:
    one = evidence("9 xã")
    citation = cite(one, 3)
    assert (citation.number, citation.quote, citation.state) == (3, one.text, "supported")
    assert one.article.text[citation.start : citation.end] == citation.quote
    assert (citation.source, citation.title) == (one.article.source, one.article.title)


def test_citations_are_told_once_each_as_they_stand_last() -> None:
    first, second = cite(evidence("9 xã"), 1), cite(evidence("12 xã"), 2)
    wrong = replace(first, state="figure_differs")
    said = [Said("9 xã [1].", (first,)), Said("12 xã [2], 9 xã [1].", (second, wrong)), Said("Thế thôi.", ())]
    assert citations(said) == (wrong, second)


def test_a_quote_has_the_day_of_its_article_where_that_is_known() -> None:
    assert quotation("Có 12 xã", "1, 2", date(2025, 1, 8)) == "Bài ngày 8/1/2025 viết: “Có 12 xã” [1, 2]."
    assert quotation("Có 12 xã", "1", None) == "Nguyên văn: “Có 12 xã” [1]."


def test_a_quote_is_shown_on_one_line_without_its_last_mark() -> None:
    assert shown("Toàn huyện\n có  12,5 ha;") == "Toàn huyện có 12,5 ha"
    assert shown("Ai mừng?") == "Ai mừng?"


def test_a_day_is_written_without_noughts() -> None:
    assert vietnamese(date(2024, 1, 5)) == "5/1/2024"


def test_words_are_counted_over_all_sentences() -> None:
    assert word_count([Said("12 xã [1].", ()), Said("Hai  bên\nbằng nhau.", ())]) == 7
    assert word_count([]) == 0
