"""Articles, hits and evidence of one invented news text, for the tests of answering."""

import re
from datetime import date

from index.chunk import sentences, split
from index.types import Article, Hit
from rag.types import Evidence, Said, Sentence

TITLE = "Huyện Vân Hà tổng kết năm 2024"
TEXT = "\n".join(
    [
        TITLE,
        "Sáng 8/1, Huyện ủy Vân Hà họp tổng kết. Ông Lê Khắc Toàn, Bí thư Huyện ủy Vân Hà, chủ trì hội nghị.",
        "Năm 2024, thu nhập bình quân đầu người của huyện đạt 58,4 triệu đồng, tăng 6,1% so với năm 2023.",
        "Năm 2025, huyện phấn đấu đưa thu nhập bình quân đầu người lên 63 triệu đồng.",
        "Toàn huyện có 12 xã. Trong đó, 9 xã đã đạt chuẩn nông thôn mới.",
    ]
)


def article(
    text: str = TEXT,
    title: str = TITLE,
    source: str = "van-ha.txt",
    published: date | None = date(2025, 1, 8),
) -> Article:
    """An article as the index would give it."""
    return Article(f"id-{source}", source, title, text, published, None, None, (), f"hash-{source}")


def hits(*articles: Article, score: float = 1.0) -> list[Hit]:
    """Every passage of the articles as a hit, each article a tenth below the one before."""
    found = []
    for place, one in enumerate(articles):
        for passage in split(one):
            found.append(Hit(passage, one, score - 0.1 * place, 0.9 - 0.01 * place, 5.0))
    return found


def candidate(text: str, one: Article | None = None) -> Sentence:
    """The sentence of an article that holds ``text``, as a candidate."""
    one = one or article()
    hit = hits(one)[0]
    before = ""
    for span in sentences(one.text):
        sentence = one.text[span.start : span.end]
        if text in sentence:
            return Sentence(hit, span, sentence, before)
        before = sentence
    raise AssertionError(f"{text!r} stands in no sentence")


def evidence(text: str, one: Article | None = None, probability: float = 0.9) -> Evidence:
    """The sentence of an article that holds ``text``, as evidence."""
    found = candidate(text, one)
    return Evidence(found.hit.article, found.span.start, found.span.end, found.text, probability, probability)


def text(said: list[Said]) -> str:
    return "\n".join(one.text for one in said)


def proved(said: list[Said]) -> bool:
    """Every citation's quote is its article's words, and every number in the text has its citation."""
    numbers = {
        int(n) for one in said for group in re.findall(r"\[([\d, ]+)\]", one.text) for n in group.split(",")
    }
    return numbers == {c.number for one in said for c in one.citations}
