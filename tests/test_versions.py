"""Pending to live in one transaction, and what a run remembers of its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import passages, planning, versions
from index.catalog import Catalog
from index.types import Failure
from index.versions import Changes, Known, Place
from tests import catalogs

NOWHERE = Place("", "")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    with catalogs.catalog(tmp_path) as made:
        yield made


def states(opened: Catalog) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in opened.rows("SELECT source, state FROM articles ORDER BY 1, 2")]


def test_pending_articles_change_nothing_for_readers_until_the_flip(opened: Catalog) -> None:
    cho, que = catalogs.article("cho.txt"), catalogs.article("que.txt")
    before = opened.generation()
    catalogs.pend(opened, cho, que)
    assert opened.generation() == before
    assert passages.live_passages(opened) == []
    versions.flip(opened, Changes(chosen=[cho.id, que.id]))
    assert states(opened) == [("cho.txt", "live"), ("que.txt", "live")]
    assert opened.generation().counter == before.counter + 1


def test_a_new_version_takes_the_place_of_the_old_one(opened: Catalog) -> None:
    old = catalogs.article("cho.txt")
    new = catalogs.article("cho.txt", catalogs.TEXTS["cho.txt"] + " Chợ họp cả đêm.")
    catalogs.publish(opened, old)
    catalogs.pend(opened, new)
    assert versions.count_updates(opened) == 1
    assert opened.article("cho.txt") == old
    versions.flip(opened, Changes(chosen=[new.id]))
    assert opened.article("cho.txt") == new
    assert opened.by_id(old.id) is None
    assert states(opened) == [("cho.txt", "live")]


def test_only_the_chosen_become_live(opened: Catalog) -> None:
    cho, que = catalogs.article("cho.txt"), catalogs.article("que.txt")
    catalogs.pend(opened, cho, que)
    versions.flip(opened, Changes(chosen=[que.id]))
    assert states(opened) == [("cho.txt", "pending"), ("que.txt", "live")]
    versions.drop_pending(opened, [cho.id, que.id])
    assert states(opened) == [("que.txt", "live")]


def test_a_flip_that_fails_leaves_all_as_it_was(opened: Catalog) -> None:
    cho, que = catalogs.article("cho.txt"), catalogs.article("que.txt")
    catalogs.publish(opened, cho)
    catalogs.pend(opened, que)
    opened.rows("CREATE TEMP TRIGGER no BEFORE UPDATE ON main.meta BEGIN SELECT RAISE(ABORT, 'no'); END")
    before = opened.rows("SELECT * FROM syllables"), states(opened), opened.generation()
    with pytest.raises(Exception, match="no"):
        versions.flip(opened, Changes(chosen=[que.id], dropped=[cho.id]))
    assert (opened.rows("SELECT * FROM syllables"), states(opened), opened.generation()) == before


def test_a_text_the_catalog_has_is_not_cut_again(opened: Catalog) -> None:
    catalogs.publish(opened, catalogs.article("cho.txt"))
    copy = catalogs.article("sao.txt", catalogs.TEXTS["cho.txt"])
    versions.add_pending(opened, [(copy, NOWHERE)])
    versions.choose(opened, [copy.id])
    assert passages.bare(opened) == []
    assert opened.rows("SELECT count(*) FROM texts") == [(1,)]


def test_a_later_pending_version_replaces_the_earlier(opened: Catalog) -> None:
    catalogs.pend(opened, catalogs.article("cho.txt"))
    catalogs.pend(opened, catalogs.article("cho.txt", catalogs.TEXTS["cho.txt"] + " Chợ họp cả đêm."))
    assert states(opened) == [("cho.txt", "pending")]


def test_what_was_removed_by_hand_is_remembered_with_its_content(opened: Catalog) -> None:
    cho = catalogs.article("cho.txt")
    catalogs.publish(opened, cho)
    versions.flip(opened, Changes(dropped=[cho.id], forget=[cho.id]))
    assert states(opened) == []
    assert planning.forgotten(opened, ["cho.txt", "que.txt"]) == {"cho.txt": cho.content_hash}


def test_files_are_noted_without_a_new_generation(opened: Catalog) -> None:
    place, known = Place("goc", "cho.txt"), Known("cho.txt", "0f", 2)
    before = opened.generation()
    versions.note_files(opened, Changes(files=[(place, known)]))
    assert planning.known_files(opened) == {place: known}
    versions.note_files(opened, Changes(gone=[place]))
    assert planning.known_files(opened) == {}
    assert opened.generation() == before


def test_failures_last_until_their_file_is_tried_again(opened: Catalog) -> None:
    one, two = Place("goc", "a.pdf"), Place("goc", "b.pdf")
    versions.set_failures(
        opened,
        [one, two],
        [(one, Failure("a.pdf", "file_locked", "x")), (two, Failure("b.pdf", "file_empty", "x"))],
    )
    versions.set_failures(opened, [one], [])
    assert opened.rows("SELECT source, code FROM failures") == [("b.pdf", "file_empty")]
    versions.note_files(opened, Changes(gone=[two]))
    assert opened.rows("SELECT count(*) FROM failures") == [(0,)]


def test_dirty_is_kept_in_the_file(opened: Catalog) -> None:
    versions.set_dirty(opened, True)
    assert Catalog.peek(opened.folder)["dirty"] == "1"
    versions.set_dirty(opened, False)
    assert Catalog.peek(opened.folder)["dirty"] == "0"
