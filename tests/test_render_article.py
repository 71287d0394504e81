"""The article view: the text whole, quotes where they stand, removals folded, poison harmless."""

from dataclasses import replace
from datetime import date

from index.types import Article, Removal, Span
from tests.pages import POISON, assert_harmless, read
from ui.render_article import article_page, link, located, marked

TEXT = "Trồng rừng\nHuyện trồng mới 120 ha.\nNăm trước huyện trồng 95 ha. Cây giống lấy ở xã."
REMOVED = (Removal("Xem thêm", "navigation"),)
ARTICLE = Article(
    id="a1",
    source="tinh/rung.txt",
    title="Trồng rừng",
    text=TEXT,
    published=date(2024, 3, 5),
    author="Lan",
    publisher="Báo Rừng",
    removed=REMOVED,
    content_hash="h",
)


def span(text: str) -> Span:
    return Span(TEXT.index(text), TEXT.index(text) + len(text))


def test_the_whole_text_stands_there_with_the_headline_once() -> None:
    html = article_page(ARTICLE)
    page = read(html)
    assert all(line in page.text for line in TEXT.splitlines())
    assert html.count("Trồng rừng") == 1
    assert "<h2>Trồng rừng" in html


def test_a_title_that_is_a_file_name_stands_above() -> None:
    html = article_page(replace(ARTICLE, title="rung.txt"))
    assert html.index("<h2>rung.txt</h2>") < html.index("Trồng rừng")


def test_quotes_are_marked_and_the_current_one_is_told_apart() -> None:
    first, second = span("Huyện trồng mới 120 ha."), span("95 ha")
    html = article_page(ARTICLE, [first, second], second)
    assert "<mark>Huyện trồng mới 120 ha.</mark>" in html
    assert '<mark class="is-current">95 ha</mark>' in html


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    both = Span(span("120 ha.").start, span("Năm trước").end)
    assert article_page(ARTICLE, [both]).count("<mark>") == 2


def test_overlapping_marks_lose_no_text() -> None:
    inside = [Span(0, 10), Span(5, 15), Span(12, 13)]
    assert read(f"<p>{marked(TEXT, 0, 40, inside, None)}</p>").text == TEXT[:40]


def test_a_quote_is_found_again_after_an_edit() -> None:
    quote = "Cây giống lấy ở xã."
    assert located(ARTICLE, *_place(quote), quote) == span(quote)
    assert located(ARTICLE, 0, 5, quote) == span(quote)
    assert located(ARTICLE, 0, 5, "không còn") is None
    assert located(ARTICLE, 0, 5, "") is None


def _place(quote: str) -> tuple[int, int]:
    return span(quote).start, span(quote).end


def test_removals_say_why() -> None:
    page = read(article_page(ARTICLE))
    assert page.of("details")
    assert "Xem thêm" in page.text
    assert "nút bấm" in page.text


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://bao.test/a?b=1&amp;c=2"' in link("https://bao.test/a?b=1&c=2")
    assert "noreferrer" in link("https://bao.test/a")
    for source in ("javascript:alert(1)", "tinh/rung.txt", "file:///etc/passwd"):
        assert "href" not in link(source)


def test_poison_in_every_place_stays_text() -> None:
    removed = (Removal(POISON, POISON),)
    bad = replace(
        ARTICLE,
        title=POISON[:30],
        text=f"{POISON}\n{POISON}",
        removed=removed,
        author=POISON,
        publisher=POISON,
    )
    assert_harmless(article_page(bad, [Span(3, 200)], Span(3, 200)))
    assert_harmless(link("https://x.test/" + POISON))
