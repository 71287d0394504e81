"""What the library does behind its page: keep, index, remove, list, and ask for the password inside."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from index.embedder import FakeEmbedder
from index.errors import InputError
from rag.settings import load
from ui import library
from ui.desk import Desk
from ui.house import House, close_house, open_house

TEXT = "Chợ mới Mường Tơ\n\nNgày 3/2/2026, xã Mường Tơ khánh thành chợ mới rộng 2.150 mét vuông."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    settings = load(home=tmp_path)
    opened = open_house(settings, Desk(settings, FakeEmbedder()))
    yield opened
    close_house(opened)


def settled(house: House) -> None:
    end = monotonic() + 30
    while house.jobs.going():
        assert monotonic() < end, "the job did not end"
        sleep(0.02)


def test_an_empty_library_says_so(house: House) -> None:
    table, pager = library.listing(house, library.View())
    assert "Kho chưa có bài nào" in table
    assert pager == ""
    assert library.overview(house) == ""


def test_a_paste_is_indexed_listed_and_removed(house: House) -> None:
    library.keep_paste(house, "", TEXT)
    settled(house)
    table, pager = library.listing(house, library.View())
    assert "Chợ mới Mường Tơ" in table
    assert "1–1 trong 1 bài" in pager
    assert "hb-chart" in library.overview(house)
    assert "Không có bài nào khớp" in library.listing(house, library.View(search="khác hẳn"))[0]
    source = house.desk.store().page()[1][0].source
    library.remove_later(house, [source])
    settled(house)
    assert house.jobs.log()[0].state == "done"
    assert "Kho chưa có bài nào" in library.listing(house, library.View())[0]
    assert list(house.articles.iterdir())


def test_removing_what_is_not_there_is_a_failure_with_words(house: House) -> None:
    library.keep_paste(house, "", TEXT)
    library.remove_later(house, ["không-có.txt"])
    settled(house)
    error = house.jobs.log()[0].error
    assert error is not None
    assert error.code == "article_missing"


def test_changes_ask_for_the_password_inside(tmp_path: Path) -> None:
    settings = load(home=tmp_path, ui_password="đúng")
    house = open_house(settings, Desk(settings, FakeEmbedder()))
    with pytest.raises(InputError, match="password"):
        library.allow(house, "sai")
    library.allow(house, "đúng")
    close_house(house)


def test_a_note_is_escaped() -> None:
    assert library.note("<b>") == '<p class="hb-note" role="status">&lt;b&gt;</p>'
    assert library.note("") == ""
