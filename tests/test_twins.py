"""Near-duplicates: one story with a cut or another caption is a group, another story never is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import twins
from index.catalog import Catalog
from tests import catalogs
from tests.made import news

STORY = news(3)

REPORT = """Kho bạc huyện Vân Hà tổng kết năm 2021

Chiều 20/12, Kho bạc huyện Vân Hà tổng kết công tác của năm. Ban giám đốc cho biết đơn vị đã hoàn thành các
nhiệm vụ được giao, giữ vững kỷ luật thu chi và đưa hầu hết thủ tục lên cổng trực tuyến của tỉnh.

Tổng thu qua kho bạc đạt 1.204 tỷ đồng, tăng 8,5% so với cùng kỳ. Đơn vị đã từ chối thanh toán các khoản chi
chưa đúng chế độ, đồng thời hướng dẫn chủ đầu tư bổ sung hồ sơ ngay tại bộ phận một cửa.

Dịp này, các tập thể và cá nhân có thành tích xuất sắc được Ủy ban nhân dân huyện tặng giấy khen.
"""


def edited(*changes: tuple[str, str]) -> str:
    """The report with words of it replaced."""
    text = REPORT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


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


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(edited(("xuất sắc", "nổi bật")), True, id="a word changed"),
        pytest.param(edited(("1.204 tỷ", "1204 tỉ"), ("8,5%", "8.5%")), True, id="figures spelt otherwise"),
        pytest.param("Ảnh chụp ngày 19/12: quầy số 2\n\n" + REPORT, True, id="a caption with figures"),
        pytest.param(REPORT.split("\n\nDịp này")[0], True, id="its end cut off"),
        pytest.param(edited(("1.204", "1.377")), False, id="another figure"),
        pytest.param(edited(("8,5%", "8,6%")), False, id="another per cent"),
        pytest.param(edited(("năm 2021", "năm 2022")), False, id="another year"),
        pytest.param(edited(("Chiều 20/12", "Chiều 21/12")), False, id="another day"),
        pytest.param(
            edited(("1.204", "1.377")) + "Năm trước là 1.204 tỷ đồng.", False, id="last year's beside"
        ),
    ],
)
def test_the_same_words_with_other_figures_are_another_story(other: str, expected: bool) -> None:
    assert twins.alike(REPORT, other) is expected
    assert twins.alike(other, REPORT) is expected


def test_a_notice_repeated_next_year_is_no_copy(opened: Catalog) -> None:
    first = catalogs.article("a.txt", STORY, published="2021-03-01")
    soon = catalogs.article("b.txt", STORY + "\n\nTheo Báo Mây", published="2021-03-04")
    later = catalogs.article("c.txt", STORY + "\n\nTin của Đài huyện", published="2022-03-01")
    undated = catalogs.article("d.txt", STORY + "\n\nẢnh: Thu Mây")
    assert [a.published is None for a in (first, soon, later, undated)] == [False, False, False, True]
    catalogs.publish(opened, first, soon, later)
    assert opened.twins(first.id) == [soon.id]
    assert opened.twins(later.id) == []
    catalogs.publish(opened, undated, dropped=[later.id])
    assert opened.twins(first.id) == [soon.id, undated.id]


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


def test_a_piece_of_two_reports_does_not_bring_them_together(opened: Catalog) -> None:
    this = catalogs.article("a.txt", REPORT)
    last = catalogs.article("b.txt", edited(("1.204", "1.377"), ("8,5%", "2,1%"), ("2021", "2022")))
    catalogs.publish(opened, this, last)
    assert opened.twins(this.id) == []
    silent = edited(
        (" tổng kết năm 2021", ""),
        ("Chiều 20/12, ", ""),
        ("Tổng thu qua kho bạc đạt 1.204 tỷ đồng, tăng 8,5% so với cùng kỳ. ", ""),
    )
    photo = catalogs.article("c.txt", silent)
    assert twins.alike(silent, this.text)
    assert twins.alike(silent, last.text)
    catalogs.publish(opened, photo)
    assert len(opened.twins(photo.id)) == 1
    assert opened.twins(this.id) + opened.twins(last.id) == [photo.id]


def test_what_waits_is_in_no_group(opened: Catalog) -> None:
    live = catalogs.article("a.txt", STORY)
    catalogs.publish(opened, live)
    catalogs.pend(opened, catalogs.article("b.txt", STORY + "\n\nTheo Báo Mây"))
    assert opened.twins(live.id) == []
