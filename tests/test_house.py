"""The rooms of one chat, and who may change things."""

from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from rag.settings import load
from ui.desk import Desk
from ui.house import close_house, open_house, password_fits


@pytest.mark.parametrize(
    ("password", "open_to_all", "asks"),
    [(None, False, False), ("mật khẩu", False, True), ("mật khẩu", True, False)],
)
def test_changes_ask_where_reading_does_not(
    tmp_path: Path, password: str, open_to_all: bool, asks: bool
) -> None:
    settings = load(home=tmp_path, ui_password=password)
    house = open_house(settings, Desk(settings, FakeEmbedder()), open_to_all=open_to_all)
    assert house.asks_for_changes is asks
    close_house(house)


def test_the_articles_folder_is_the_homes_own_or_the_one_given(tmp_path: Path) -> None:
    settings = load(home=tmp_path / "home")
    own = open_house(settings, Desk(settings, FakeEmbedder()))
    assert own.articles == tmp_path / "home" / "articles"
    assert own.articles.is_dir()
    close_house(own)
    given = open_house(settings, Desk(settings, FakeEmbedder()), tmp_path / "bài")
    assert given.articles.is_dir()
    close_house(given)


def test_only_the_password_fits(tmp_path: Path) -> None:
    settings = load(home=tmp_path, ui_password="đúng")
    assert password_fits(settings, "đúng")
    for wrong in ("sai", "", None, "đúng "):
        assert not password_fits(settings, wrong)
    assert password_fits(load(home=tmp_path), None)
