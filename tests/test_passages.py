"""What is embedded and searched of a text, and which texts need it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import passages, versions
from index.catalog import Catalog
from index.versions import Changes, Place
from tests import catalogs

LONG = "Hạ Lâm kể chuyện\n\n" + "\n\n".join(catalogs.TEXTS["que.txt"] + f" Lần {n}." for n in range(12))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    with catalogs.catalog(tmp_path) as made:
        yield made


def wait(opened: Catalog, *sources: str) -> None:
    """Write articles as pending and choose them, without vectors."""
    articles = [catalogs.article(source) for source in sources]
    versions.add_pending(opened, [(article, Place("", "")) for article in articles])
    versions.choose(opened, [article.id for article in articles])


def test_bare_passages_are_those_of_the_chosen_articles_longest_first(opened: Catalog) -> None:
    long = catalogs.article("dai.txt", LONG)
    versions.add_pending(opened, [(long, Place("", "")), (catalogs.article("cau.txt"), Place("", ""))])
    versions.choose(opened, [long.id])
    ids = passages.bare(opened)
    lengths: dict[str, int] = dict(opened.rows('SELECT id, "end" - start FROM passages'))
    assert len(ids) == len(lengths) - 1 > 2
    assert [lengths[id_] for id_ in ids] == sorted((lengths[id_] for id_ in ids), reverse=True)
    passages.set_vectors(opened, ids[:1], np.full((1, 384), 0.05, np.float32))
    assert passages.bare(opened) == ids[1:]


def test_title_and_date_are_embedded_with_the_passage(opened: Catalog) -> None:
    versions.add_pending(opened, [(catalogs.article("dai.txt", LONG, "2022-07-06"), Place("", ""))])
    ids = [row[0] for row in opened.rows("SELECT id FROM passages ORDER BY id")]
    first, *others = [text for _, text in sorted(passages.to_embed(opened, ids))]
    assert first.startswith("06/07/2022\nHạ Lâm kể chuyện\n")
    assert all(text.startswith("Hạ Lâm kể chuyện\n06/07/2022\n") for text in others)
    assert len(others) > 1


def test_a_file_name_that_stands_for_a_title_is_not_embedded(opened: Catalog) -> None:
    unnamed = catalogs.article("b.txt", " ".join([catalogs.TEXTS["que.txt"].split("\n\n")[1]] * 3))
    assert (unnamed.title, unnamed.heading) == ("b.txt", "")
    versions.add_pending(opened, [(unnamed, Place("", ""))])
    ids = [row[0] for row in opened.rows("SELECT id FROM passages")]
    assert not any("b.txt" in text for _, text in passages.to_embed(opened, ids))


def test_half_precision_keeps_the_cosine(opened: Catalog) -> None:
    wait(opened, "cho.txt")
    (id_,) = passages.bare(opened)
    row = np.random.default_rng(7).normal(size=(1, 384)).astype(np.float32)
    row /= np.linalg.norm(row)
    passages.set_vectors(opened, [id_], row)
    assert float(opened.vectors([id_])[1][0] @ row[0]) > 0.99999


def test_a_text_that_a_live_article_holds_is_not_new(opened: Catalog) -> None:
    catalogs.publish(opened, catalogs.article("cho.txt"))
    copy = catalogs.article("sao.txt", catalogs.TEXTS["cho.txt"])
    other = catalogs.article("que.txt")
    catalogs.pend(opened, copy, other)
    (new,) = passages.new_texts(opened)
    found = passages.passage_texts(opened, passages.passages_of(opened, [new]))
    assert [text for _, text, _ in found] == [catalogs.TEXTS["que.txt"]]
    versions.flip(opened, Changes(chosen=[copy.id, other.id]))
    assert passages.new_texts(opened) == []


def test_a_text_is_stale_when_its_last_article_went(opened: Catalog) -> None:
    one, two = catalogs.article("cho.txt"), catalogs.article("sao.txt", catalogs.TEXTS["cho.txt"])
    catalogs.publish(opened, one, two)
    catalogs.publish(opened, dropped=[one.id])
    assert passages.stale_texts(opened) == []
    assert len(passages.live_passages(opened)) == 1
    catalogs.publish(opened, dropped=[two.id])
    assert len(passages.stale_texts(opened)) == 1
    assert passages.live_passages(opened) == []


def test_the_whole_text_comes_with_the_first_passage_only(opened: Catalog) -> None:
    long = catalogs.article("dai.txt", LONG)
    catalogs.publish(opened, long)
    found = passages.passage_texts(opened, passages.live_passages(opened))
    assert [whole for _, _, whole in found] == [long.text] + [""] * (len(found) - 1)
    assert [text for _, text, _ in found] == [passage.text for passage in opened.passages(long.id)]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (3, [3]), (7, [3, 3, 1])], ids=["none", "one full", "a rest"]
)
def test_batches(count: int, sizes: list[int]) -> None:
    ids = [str(n) for n in range(count)]
    parts = list(passages.batches(iter(ids), 3))
    assert [len(part) for part in parts] == sizes
    assert [id_ for part in parts for id_ in part] == ids
