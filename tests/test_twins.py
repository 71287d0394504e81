"""Near-duplicates: one story with a cut or another caption is a group, another story never is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import twins
from index.catalog import Catalog
from tests import catalogs
from tests.made import news

STORY = news(3)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Catalog]:
    with catalogs.catalog(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(STORY, True, id="the same"),
        pytest.param(STORY.upper().replace("\n\n", " — "), True, id="other case and marks"),
        pytest.param("Ảnh: chợ phiên\n\n" + STORY + "\n\nTheo Báo Mây", True, id="caption and signature"),
        pytest.param("\n\n".join(STORY.split("\n\n")[:6]), True, id="a cut copy"),
        pytest.param(news(3, version=1), False, id="the same form with other figures"),
        pytest.param(news(4), False, id="another story"),
        pytest.param("Nà Lốc vui", False, id="shorter than a run"),
        pytest.param("", False, id="empty"),
    ],
)
def test_alike(other: str, expected: bool) -> None:
    assert twins.alike(STORY, other) is expected
    assert twins.alike(other, STORY) is expected


def test_texts_alike_share_a_band_and_others_hardly_one() -> None:
    def shared(first: str, second: str) -> int:
        pairs = zip(twins.bands(twins.signature(first)), twins.bands(twins.signature(second)), strict=True)
        return sum(a == b for a, b in pairs)

    assert shared(STORY, STORY) == 32
    assert shared(STORY, STORY + "\n\nTheo Báo Mây") > 8
    assert shared(STORY, news(4)) == 0


def test_a_text_without_runs_is_in_no_band() -> None:
    assert twins.bands(twins.signature("Nà Lốc vui")) == []
    assert twins.signature("").shape == (96,)


def test_groups_grow_and_fall_apart_with_what_held_them(opened: Catalog) -> None:
    long = catalogs.article("b-dai.txt", STORY)
    lines = STORY.strip().split("\n\n")
    first = catalogs.article("a-dau.txt", "\n\n".join(lines[:8]))
    last = catalogs.article("c-cuoi.txt", "\n\n".join(["Tin thêm về việc xã", *lines[8:]]))
    catalogs.publish(opened, first, last)
    assert opened.twins(first.id) == []
    catalogs.publish(opened, long)
    assert opened.twins(long.id) == [first.id, last.id]
    assert opened.twins(first.id) == [long.id, last.id]
    catalogs.publish(opened, dropped=[long.id])
    assert opened.twins(first.id) == opened.twins(last.id) == []


def test_what_waits_is_in_no_group(opened: Catalog) -> None:
    live = catalogs.article("a.txt", STORY)
    catalogs.publish(opened, live)
    catalogs.pend(opened, catalogs.article("b.txt", STORY + "\n\nTheo Báo Mây"))
    assert opened.twins(live.id) == []
