"""Questions that the articles can answer: made by rule from sentences that state a figure or an office.

Only measures that belong to a place as a whole are asked ("thu nhập bình quân của huyện …"), and only of
the place in the article's title: the power of a factory is none of the province's.

Each question is made from the sentence that answers it, so it is never a guess; the assistant still
checks by search that it leads back to the article before anyone sees it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import prompts
from index.chunk import sentences
from index.store import Store
from index.text import fold
from index.types import Article
from index.words import word_query
from rag.figures import figures
from rag.names import names
from rag.slots import entities

TRIED = 6
"""Made questions of one article that are checked."""
SAMPLED = 40
"""Newest articles that example questions are made from."""
MOST_SENTENCES = 30
"""Sentences of an article that are looked at: the news stands at its top."""

_MEASURE = re.compile(
    r"\b(?:thu nhập bình quân(?: đầu người)?|(?:tổng )?thu ngân sách(?: nhà nước)?(?: trên địa bàn)?"
    r"|t[ỷỉ] lệ hộ nghèo|t[ỷỉ] lệ bao phủ bảo hiểm y tế|tốc độ tăng trưởng(?: kinh tế)?"
    r"|sản lượng [^\W\d]+(?: [^\W\d]+){0,2}"
    r"|kim ngạch xuất khẩu|dân số|tổng sản phẩm)(?: đạt| còn| giảm còn| là| ước đạt| lên| tăng lên)?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?P<office>(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Tổng giám đốc|Bộ trưởng|Thứ trưởng|Hiệu trưởng"
    r"|Cục trưởng|Trưởng (?:ban|phòng)|Chánh (?:thanh tra|văn phòng))(?: [^\s,.;:()“”\"]+){1,9}?)"
    r"(?=,|\.|;| cho biết| cho hay| nói| chủ trì| khẳng định| phát biểu| dự| trao|$)"
)
_GLUE = re.compile(
    r"\s+(?:đạt|là|còn|được|đã|mới|chỉ|ước|khoảng|hơn|gần|trên|giảm|tăng|lên|xuống|mức|cả|có)$"
)


def questions(article: Article, asked: str = "") -> Iterator[tuple[str, str]]:
    """Questions an article answers, each with its sentence; ``asked`` is not offered again."""
    place = _place(article)
    seen = {fold(asked)}
    for span in sentences(article.text)[:MOST_SENTENCES]:
        text = " ".join(article.text[span.start : span.end].split())
        for question in [*_office(text), *_measures(text, place)]:
            key = fold(question)
            if key not in seen:
                seen.add(key)
                yield question, article.text[span.start : span.end]


def _office(text: str) -> Iterator[str]:
    """ "Ai là Bí thư Huyện ủy X?" from "… Lê An, Bí thư Huyện ủy X, …": the name stands beside."""
    for match in _OFFICE.finditer(text):
        if fold(text[: match.start()]).rstrip(" ,").endswith(("nguyen", "cuu")):
            continue
        office = match["office"].strip()
        named = [n for n in names(text) if n.kind == "person" and n.end <= match.start() <= n.end + 3]
        last = office.split()[-2:]  # an office of a named place: "… xã Vân Hà", not "… huyện"
        if named and all(word[0].isupper() and not word.isupper() for word in last):
            yield prompts.render("ask_office", office=office)


def _measures(text: str, place: str) -> Iterator[str]:
    """ "Tỷ lệ hộ nghèo của huyện X năm 2023 là bao nhiêu?" from a sentence with one such figure."""
    for figure in figures(text):
        if figure.shape != "number" or not figure.unit or figure.role == "old" or figure.kind == "past":
            continue
        match = _MEASURE.search(text[: figure.start].rstrip())
        if match is None:
            continue
        measure = match[0].strip()
        while glue := _GLUE.search(measure):
            measure = measure[: glue.start()]
        if not place or not 2 <= len(measure.split()) <= 9:
            continue
        measure = measure[0].upper() + measure[1:]
        if figure.year:
            yield prompts.render("ask_measure_year", measure=measure, place=place, year=figure.year)
        else:
            yield prompts.render("ask_measure", measure=measure, place=place)


def _place(article: Article) -> str:
    """The place in an article's title, with its class word from title or lead ("huyện Vân Hà"), or ''."""
    for text in (article.heading, article.text[:800]):
        for entity in entities(text):
            known = fold(entity.name) in fold(article.heading)
            if known and not entity.person and entity.classes and entity.classes[0] in PLACES:
                return f"{entity.classes[0]} {entity.name}"
    return ""


PLACES = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "thị xã", "thành phố", "thị trấn", "đặc khu"})


def examples(store: Store, most: int) -> list[str]:
    """Questions that the newest articles answer, one an article, each checked by search."""
    found: list[str] = []
    _, rows = store.articles(limit=SAMPLED)
    for row in rows:
        if len(found) == most:
            break
        found += [q for q in checked(store, store.article(row.source), "", 1) if q not in found]
    return found


def follow_ups(store: Store, articles: Sequence[Article], asked: str, most: int = 3) -> tuple[str, ...]:
    """At most ``most`` further questions that the articles answer, none of them ``asked`` again."""
    found: list[str] = []
    for article in articles:
        found += [q for q in checked(store, article, asked, most - len(found)) if q not in found]
    return tuple(found[:most])


def checked(store: Store, article: Article, asked: str, most: int) -> list[str]:
    """Made questions whose first hit by words is the sentence they came from; costs no embedding."""
    found: list[str] = []
    for question, sentence in islice(questions(article, asked), TRIED):
        if len(found) >= most:
            break
        first = store.lexical(word_query(question), 1)
        loaded = store.load([hit.id for hit in first])
        if any(one.id == article.id and sentence in passage.text for passage, one in loaded.values()):
            found.append(question)
    return found
