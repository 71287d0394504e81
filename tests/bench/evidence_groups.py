"""Which passages each question is trained, validated and calibrated on."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.types import Span
from rag.slots import plain
from rag.topic import in_front
from tests.bench import evidence_made as made
from tests.bench import evidence_variants as variants
from tests.bench.evidence_data import (
    NEGATIVE,
    POSITIVE,
    Group,
    Item,
    Lookalikes,
    News,
    Page,
    labels,
    near_rows,
    page,
)

OWN, FOREIGN = 2, 2
"""Further passages a question: the most alike of its article, and of other articles."""
MADE, MADE_ALTERED, REWORDED = 6, 0.25, 0.35
"""Questions made by rule of each article, and the shares of them asked of something else and of asked
questions said in other words."""
FOLLOWED = 0.15
"""Share of questions that are also read as a follow-up ("Về …: …", ``rag.topic``)."""
TURN = "made"
"""How the origin of groups begins of which an epoch reads a part, by turns."""
POOL = 6
"""Passages a question gets when it is asked of all articles, as in the running program."""


def training(
    items: Sequence[Item],
    news: Mapping[str, News],
    alike: Lookalikes,
    vectors: Mapping[str, NDArray[np.float32]],
    seed: int = 8,
) -> list[Group]:
    """Plain groups, each followed by the variants that the rules make of it."""
    rng = random.Random(seed)
    own = {item.article for item in items}
    known = variants.names(item.question for item in items)
    asked: dict[str, list[str]] = {}
    for item in items:
        asked.setdefault(item.article, []).append(item.question)
    groups = []
    for item in items:
        ranked = ranking(alike, alike.scores(item.question, vectors[item.id])["mix"], news)
        group = _plain(item, news, [one for one in ranked if one[0] in own])
        groups += [group, *_variants(group, item, news[item.article], known, rng)]
        groups += _followed(group, asked[item.article], random.Random(item.id))
    return groups


def invented(news: Mapping[str, News], paths: Sequence[str], seed: int = 8) -> list[Item]:
    """Questions made by rule out of the articles ``paths``."""
    rng = random.Random(seed)
    items = [item for path in sorted(paths) for item in made.made_items(news[path], MADE, rng)]
    return [item for item in items if made.usable(item, news)]


def by_turns(
    items: Sequence[Item],
    asked: Sequence[Item],
    news: Mapping[str, News],
    alike: Lookalikes,
    vectors: Mapping[str, NDArray[np.float32]],
    seed: int = 9,
) -> list[Group]:
    """What an epoch reads a part of: made questions ``items``, some asked of something else, and other
    wordings of the ``asked`` ones. Their origin begins with "made"."""
    rng = random.Random(seed)
    own = {item.article for item in items}
    known = variants.names(item.question for item in asked)
    groups = []
    for item in [*items, *(one for one in asked if rng.random() < REWORDED)]:
        ranked = ranking(alike, alike.scores(item.question, vectors[item.id])["mix"], news)
        group = replace(_plain(item, news, [one for one in ranked if one[0] in own]), origin=TURN)
        if item.kind != "made":
            item = replace(item, question=made.reworded(item.question, rng))
            groups.append(replace(_few(group), question=item.question, origin=f"{TURN} reworded"))
            continue
        groups.append(group)
        other = _altered(item, news[item.article], known, rng) if rng.random() < MADE_ALTERED else None
        if other:
            few = _few(group)
            none = tuple(_unanswered(one) for one in few.pages)
            groups.append(replace(few, origin=f"{TURN} altered", question=other, pages=none))
    return groups


def _few(group: Group) -> Group:
    pages = group.pages[: max(1, min(2, group.always))]
    return replace(group, pages=pages, always=len(pages))


def _altered(item: Item, article: News, known: Mapping[str, Sequence[str]], rng: random.Random) -> str | None:
    """The question about another name or number than its article's."""
    seen = f"{article.title} {item.evidence}"
    rules = [
        lambda: variants.other_name(item.question, seen, article.text, known, rng),
        lambda: variants.other_number(item.question, seen, article.text, rng),
    ]
    rng.shuffle(rules)
    return rules[0]() or rules[1]()


def ranking(
    alike: Lookalikes, mix: NDArray[np.float32], news: Mapping[str, News], most: int = 400
) -> list[tuple[str, int]]:
    """Passages (article, number) by their best sentence's score."""
    best: dict[tuple[str, int], None] = {}
    for row in np.argsort(-mix)[:most]:
        path, number = alike.rows[row]
        best.setdefault((path, news[path].passage_of(number)))
    return list(best)


def _plain(item: Item, news: Mapping[str, News], ranked: Sequence[tuple[str, int]]) -> Group:
    article = news[item.article]
    marked = labels(item, article)
    holders = [i for i, label in enumerate(marked) if label == POSITIVE]
    always = list(dict.fromkeys(article.passage_of(i) for i in [*holders, *near_rows(item, article, marked)]))
    mine = [number for path, number in ranked if path == item.article and number not in always]
    others = [one for one in ranked if one[0] != item.article][:FOREIGN]
    pages = [page(item, article, number, marked) for number in [*always, *mine[:OWN]]]
    pages += [page(item, news[path], number, None) for path, number in others]
    return Group(item.id, item.kind, "plain", item.question, tuple(pages), len(always))


def _variants(
    group: Group, item: Item, article: News, known: Mapping[str, Sequence[str]], rng: random.Random
) -> list[Group]:
    """Of one question: without marks or with slips, and about another name or number, or an aim."""
    base = _few(group)
    found = []
    chance = rng.random()
    if chance < 0.12:
        found.append(replace(base, origin="bare", question=variants.bare(item.question)))
    elif chance < 0.2:
        found.append(replace(base, origin="slip", question=variants.slips(item.question, rng)))
    if not item.evidence:
        return found
    other = _altered(item, article, known, rng)
    if other and rng.random() < 0.6:
        none = tuple(_unanswered(one) for one in base.pages)
        found.append(replace(base, origin="altered", question=other, pages=none))
    aim = _aimed(item, base.pages[0])
    if aim:
        found.append(replace(base, origin="aim", pages=(aim,), always=1))
    return found


def _followed(group: Group, asked: Sequence[str], rng: random.Random) -> list[Group]:
    """Now and then the question as it stands in a talk, behind the topic of another about its article."""
    before = rng.choice(asked)
    if rng.random() >= FOLLOWED or before == group.question:
        return []
    made = in_front(plain(group.question), before)
    fronted = made.startswith("Về ") and not group.question.startswith("Về ")
    return [replace(_few(group), origin="followed", question=made)] if fronted else []


def _unanswered(one: Page) -> Page:
    return replace(one, labels=(NEGATIVE,) * len(one.labels), answers=(None,) * len(one.labels))


def _aimed(item: Item, one: Page) -> Page | None:
    """The page with the result in its answering sentence turned into an aim: then nothing answers."""
    place = one.labels.index(POSITIVE) if POSITIVE in one.labels else None
    if place is None:
        return None
    span = one.excerpt.sentences[place]
    text = one.excerpt.text
    aim = variants.as_target(item.question, text[span.start : span.end])
    if aim is None:
        return None
    longer = len(aim) - (span.end - span.start)
    spans = [
        Span(s.start + (longer if i > place else 0), s.end + (longer if i >= place else 0))
        for i, s in enumerate(one.excerpt.sentences)
    ]
    told = replace(one.excerpt, text=text[: span.start] + aim + text[span.end :], sentences=tuple(spans))
    return _unanswered(replace(one, excerpt=told))


def whole_article(item: Item, news: Mapping[str, News]) -> Group:
    """All passages of the item's article: what bar 1 is measured on."""
    article = news[item.article]
    marked = labels(item, article)
    pages = tuple(page(item, article, number, marked) for number in range(len(article.passages)))
    return Group(item.id, item.kind, "plain", item.question, pages, len(pages))


def pool(
    item: Item,
    news: Mapping[str, News],
    alike: Lookalikes,
    vector: NDArray[np.float32],
    *,
    without: bool = False,
) -> Group:
    """The best passages of all articles, as the running program would gather them.

    ``without`` leaves the item's own article out: then null is right.
    """
    ranked = ranking(alike, alike.scores(item.question, vector)["mix"], news)
    marked = labels(item, news[item.article])
    kept = [one for one in ranked if not (without and one[0] == item.article)][:POOL]
    pages = [
        page(item, news[path], number, marked if path == item.article else None) for path, number in kept
    ]
    return Group(
        item.id, item.kind, "without" if without else "pool", item.question, tuple(pages), len(pages)
    )
