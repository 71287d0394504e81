"""Exported conversations: headings, footnotes numbered through, nothing active inside."""

from dataclasses import replace
from datetime import date

from tests.pages import POISON
from ui.exchange import Card, Exchange
from ui.render_markdown import document, plain

CARD = Card(
    1,
    "rung.txt",
    "Trồng rừng",
    "Báo Rừng",
    date(2024, 3, 5),
    "",
    "Huyện trồng\n95 ha.",
    "",
    0,
    19,
    "supported",
)
ASKED = Exchange(1, "Trồng bao nhiêu?", "", "Huyện trồng 95 ha [1].", (CARD,), 0.9, "extractive", None)


def test_questions_are_headings_and_sources_footnotes() -> None:
    text = document("Về rừng", [ASKED])
    assert text.startswith("# Về rừng\n\n## Trồng bao nhiêu?\n")
    assert "Huyện trồng 95 ha[^1]." in text
    assert "[^1]: Trồng rừng · Báo Rừng · 5/3/2024 · được xác nhận. “Huyện trồng 95 ha.” (rung.txt)" in text


def test_footnotes_are_numbered_through_the_whole_file() -> None:
    second = replace(ASKED, text="Hai nguồn [1, 2].", cards=(CARD, replace(CARD, number=2)))
    text = document("x", [ASKED, second])
    assert "Hai nguồn[^2][^3]." in text
    assert text.count("[^3]:") == 1


def test_a_number_without_a_source_stays_as_written() -> None:
    assert "Điều \\[7\\]" in document("x", [replace(ASKED, text="Điều [7] nói rõ.")])


def test_text_that_looks_like_markdown_is_shown_as_it_stands() -> None:
    assert plain("# Tựa") == "\\# Tựa"
    assert plain("1. Một") == "1\\. Một"
    assert plain("![a](http://x.test)").startswith("\\!\\[a\\]\\(")


def test_poison_makes_no_link_image_or_html() -> None:
    bad = replace(CARD, title=POISON, publisher=POISON, quote=POISON, source=POISON)
    text = document(POISON, [replace(ASKED, question=POISON, text=POISON + "[1]", cards=(bad,))])
    for live in ("<script", "![", "](", "<img", "<form"):
        at = -1
        while (at := text.find(live, at + 1)) >= 0:
            assert text[at - 1] == "\\", text[at - 3 : at + 20]
