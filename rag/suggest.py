"""Questions that the articles can answer, made by rule from what states a figure, a date or an office.

Each question is made from the sentence that answers it, so it is never a guess; the search still has to
lead back to that sentence before anyone sees the question. Measures that belong to a place as a whole
("thu nhập bình quân của huyện …") are asked of the place in the article's title: the power of a factory
is none of the province's. Other sentences are asked in their own words (``rag.blanks``).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

import prompts
from index.chunk import sentences
from index.store import Store
from index.text import fold, syllables
from index.types import Article
from index.words import word_query
from rag.blanks import in_place, named, parts
from rag.figures import figures
from rag.names import names
from rag.slots import GRAMMAR, entities

TRIED = 6
"""Made questions of one article that are checked."""
SAMPLED = 40
"""Newest articles that example questions are made from."""
MOST_SENTENCES = 40
"""Sentences of an article that are looked at: the news stands at its top."""
RELATED = 8
"""Passages nearest by words whose articles are looked at where the cited ones offer too little."""
NEAR = 0.35
"""Share of the best passage's BM25 that such a passage needs: below it is another matter."""
ALIKE = 0.5
"""From this share of common words on (names and units aside) two questions ask the same."""

_MEASURE = re.compile(
    r"\b(?:thu nhập bình quân(?: đầu người)?|(?:tổng )?thu ngân sách(?: nhà nước)?(?: trên địa bàn)?"
    r"|t[ỷỉ] lệ hộ nghèo|t[ỷỉ] lệ bao phủ bảo hiểm y tế|tốc độ tăng trưởng(?: kinh tế)?"
    r"|sản lượng [^\W\d]+(?: [^\W\d]+){0,2}"
    r"|kim ngạch xuất khẩu|dân số|tổng sản phẩm)"
    r"(?P<of> (?:của )?(?:toàn |cả )?(?:huyện|tỉnh|xã|phường|quận|thị xã|thành phố))?"
    r"(?: đạt| còn| giảm còn| là| ước đạt| lên| tăng lên)?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?P<office>(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Tổng giám đốc|Bộ trưởng|Thứ trưởng|Hiệu trưởng"
    r"|Cục trưởng|Trưởng (?:ban|phòng)|Chánh (?:thanh tra|văn phòng))(?: [^\s,.;:()“”\"]+){1,9}?)"
    r"(?=,|\.|;| cho biết| cho hay| nói| chủ trì| khẳng định| phát biểu| dự| trao|$)"
)
_UNIT = re.compile(r"(?:bao nhiêu|mấy)(?: (?:triệu|tỷ|tỉ|nghìn))?(?: [^\W\d_/]+)?")
_DIGIT = re.compile(r"\d")
_GLUE = re.compile(
    r"\s+(?:đạt|là|còn|được|đã|mới|chỉ|ước|khoảng|hơn|gần|trên|giảm|tăng|lên|xuống|mức|cả|có)$"
)


def questions(article: Article, asked: str = "") -> Iterator[tuple[str, str]]:
    """Questions an article answers, each with its sentence; what ``asked`` asks is not offered again."""
    place = _place(article)
    heading = " ".join(article.heading.split())
    things = entities(heading)
    seen = [asked]
    made = [(question, article.heading) for question in in_place(heading, title=True)]
    offices: list[tuple[str, str]] = []
    for span in sentences(article.text)[:MOST_SENTENCES]:
        own = article.text[span.start : span.end]
        text = " ".join(own.split())
        if _DIGIT.search(text):
            made += [(question, own) for question in _measures(text, place)]
            made += [(q, own) for part in parts(named(text, things)) for q in in_place(part)]
        offices += [(question, own) for question in _office(text)]
    for question, sentence in [*made, *offices]:
        if not any(alike(question, other) for other in seen):
            seen.append(question)
            yield question, sentence


def aspect(question: str) -> frozenset[str]:
    """What a question asks of the things it names: its words without names, grammar and unit."""
    said = _UNIT.sub(" ", question).split()
    names_begin = [word[:1].isupper() for word in said] + [False]
    kept = [
        word
        for at, word in enumerate(said)
        if not names_begin[at] or (at == 0 and not names_begin[1])  # the first word is no name by its capital
    ]
    return frozenset(word for word in syllables(" ".join(kept)) if not word[0].isdigit()) - GRAMMAR


def alike(one: str, other: str) -> bool:
    """Whether two questions ask much the same."""
    if fold(one).strip(" ?") == fold(other).strip(" ?"):
        return True
    mine, theirs = aspect(one), aspect(other)
    return bool(mine and theirs) and len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _office(text: str) -> Iterator[str]:
    """ "Ai là Bí thư Huyện ủy X?" from "Lê An, Bí thư Huyện ủy X, …" or "Bí thư Huyện ủy X Lê An"."""
    found = list(_OFFICE.finditer(text))
    people = [name for name in names(text) if name.kind == "person"] if found else []
    for match in found:
        if fold(text[: match.start()]).rstrip(" ,").endswith(("nguyen", "cuu")):
            continue
        office = match["office"].strip()
        behind = next((one for one in people if match.start() < one.start < match.end()), None)
        if behind:
            office = re.sub(r"(?:,|\s(?:là|ông|bà))+$", "", text[match.start() : behind.start].rstrip())
        beside = behind or next((one for one in people if one.end <= match.start() <= one.end + 3), None)
        if beside and _of_a_place(office):
            yield prompts.render("ask_office", office=office)


def _of_a_place(office: str) -> bool:
    """Whether an office names where it is held: "… xã Vân Hà", not "… huyện"."""
    last = office.split()[-2:]
    return len(office.split()) > 2 and all(word[0].isupper() and not word.isupper() for word in last)


def _measures(text: str, place: str) -> Iterator[str]:
    """ "Tỷ lệ hộ nghèo của huyện X năm 2023 là bao nhiêu?" from a sentence with one such figure."""
    if not place:
        return
    for figure in figures(text):
        if figure.shape != "number" or not figure.unit or figure.role == "old":
            continue
        if figure.kind in ("past", "target", "plan"):  # a target is asked in the sentence's own words
            continue
        match = _MEASURE.search(text[: figure.start].rstrip())
        if match is None:
            continue
        measure = match[0].replace(match["of"] or "", "").strip()
        while glue := _GLUE.search(measure):
            measure = measure[: glue.start()]
        if not 2 <= len(measure.split()) <= 9:
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
    """Questions that the newest articles answer, one an article, each checked by search.

    What a thing measures comes before who holds an office: it says more of what the articles hold.
    """
    found: list[str] = []
    _, rows = store.articles(limit=SAMPLED)
    for row in rows:
        found += [q for q in checked(store, store.article(row.source), "", 1) if q not in found]
        if len(found) == 2 * most:
            break
    return sorted(found, key=_asks_who)[:most]


def _asks_who(question: str) -> bool:
    return question.startswith(prompts.render("ask_office", office="").rstrip("? "))


def follow_ups(store: Store, articles: Sequence[Article], asked: str, most: int = 3) -> tuple[str, ...]:
    """At most ``most`` further questions, none of them ``asked`` again.

    They come from ``articles``, then from others whose words are nearest to what was asked.
    """
    found: list[str] = []
    known = {article.id for article in articles}
    for article in chain(articles, _related(store, asked, known)):
        for question in checked(store, article, asked, most):
            related = article in articles or pairs(question) & pairs(asked)
            if related and not any(alike(question, other) for other in found):
                found.append(question)
        if len(found) >= most:
            break
    return tuple(found[:most])


def pairs(question: str) -> set[tuple[str, str]]:
    """Neighbouring syllables of meaning: most Vietnamese words have two ("bệnh viện", "Hồ Gươm")."""
    said = [syllable for syllable in syllables(question) if syllable not in GRAMMAR]
    return set(pairwise(said))


def _related(store: Store, asked: str, known: set[str]) -> Iterator[Article]:
    """Articles whose words are nearest to a question, those of ``known`` ids left out."""
    hits = store.lexical(word_query(asked), RELATED)
    loaded = store.load([hit.id for hit in hits])
    for hit in hits:
        if hit.id not in loaded or hit.score < NEAR * hits[0].score:
            continue
        if (article := loaded[hit.id][1]).id not in known:
            known.add(article.id)
            yield article


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
