"""One invented article about tea, a question about it and its extractive answer, for the tests of models."""

from datetime import date

from index.types import Article
from rag.quoting import cite
from rag.types import Evidence, Said

TEXT = (
    "Xã Hòa Sơn được mùa chè\n"
    "Năm 2030, xã Hòa Sơn trồng 85 ha chè, đạt 102% kế hoạch. "
    "Ông Lê An, Chủ tịch UBND xã, cho biết giá chè là 12.500 đồng/kg. "
    "Năm 2031, xã phấn đấu trồng 90 ha chè."
)
ARTICLE = Article("a1", "hoa-son.txt", "Xã Hòa Sơn được mùa chè", TEXT, date(2031, 1, 5), None, None, (), "x")
QUESTION = "Xã Hòa Sơn trồng bao nhiêu chè?"


def evidence() -> list[Evidence]:
    found = []
    for sentence in TEXT.split("\n")[1].split(". "):
        sentence = sentence if sentence.endswith(".") else f"{sentence}."
        start = TEXT.index(sentence)
        found.append(Evidence(ARTICLE, start, start + len(sentence), sentence, 0.9, 0.9))
    return found


def fallback() -> list[Said]:
    first = cite(evidence()[0], 1)
    return [Said("85 ha [1].", (first,)), Said(f"Nguyên văn: “{first.quote}” [1].", (first,))]
