"""The library as HTML: the list, what leaves, jobs, months, numbers."""

from datetime import date

from index.errors import StoreError
from index.types import Failure, Generation, IngestReport, Listed, Progress, Status
from tests.pages import POISON, assert_harmless, read
from ui import render_library
from ui.jobs import Job

ROWS = [
    Listed("tinh/a.txt", "Bài A", date(2024, 3, 5), "Báo A", 3, "live"),
    Listed("tinh/b.txt", "Bài B", None, None, 12, "pending"),
]


def table(**changes: object) -> str:
    values = {"descending": True, "leaving": (), "empty": "none", **changes}
    return render_library.table(ROWS, "published", **values)  # type: ignore[arg-type]


def test_a_row_has_title_date_source_passages_and_state() -> None:
    page = read(table())
    for text in ("Bài A", "5/3/2024", "Báo A", "3", "sẵn sàng", "không rõ ngày", "tinh/b.txt", "đang chờ"):
        assert text in page.text
    assert len(page.of("tr")) == 3


def test_the_sorted_column_says_so() -> None:
    assert read(table()).of("th", aria_sort="descending")
    assert read(table(descending=False)).of("th", aria_sort="ascending")
    assert [one["data-sort"] for one in read(table()).of("button", class_="hb-sort")] == [
        "title",
        "published",
        "source",
    ]


def test_an_article_about_to_leave_cannot_be_chosen_again() -> None:
    page = read(table(leaving=("tinh/a.txt",)))
    assert [one["data-choose"] for one in page.of("input") if "disabled" in one] == ["tinh/a.txt"]


def test_an_empty_list_says_why() -> None:
    page = render_library.table([], "title", descending=True, leaving=(), empty="none_found")
    assert "Không có bài nào khớp" in page


def test_the_pager_stops_at_both_ends() -> None:
    first, last = read(render_library.pager(120, 0, 50)), read(render_library.pager(120, 100, 20))
    middle = read(render_library.pager(120, 50, 50))
    assert "1–50 trong 120 bài" in first.text
    assert "101–120 trong 120 bài" in last.text
    ways = [
        [("disabled" in one) for one in page.of("button") if "data-offset" in one]
        for page in (first, middle, last)
    ]
    assert ways == [[True, False], [False, False], [False, True]]
    assert render_library.pager(0, 0, 0) == ""


def test_leaving_offers_undo_and_confirm() -> None:
    page = read(render_library.leaving(["a", "b"]))
    assert [one["data-do"] for one in page.of("button")] == ["undo", "confirm"]
    assert "2 bài" in page.text
    assert render_library.leaving([]) == ""


def test_a_running_job_shows_how_far_and_how_long() -> None:
    job = Job(1, "index", "running", began=100.0, at=Progress("embed", 25, 100))
    page = read(render_library.jobs([job], now=110.0))
    assert page.of("progress", value="25", max="100")
    assert "Tính vectơ 25/100" in page.text
    assert "còn khoảng 30 giây" in page.text


def test_a_finished_job_counts_and_lists_each_failure_with_its_reason() -> None:
    report = IngestReport(2, 1, 0, 0, 9, (Failure("hỏng.txt", "file_empty", "empty"),))
    page = read(render_library.jobs([Job(1, "index", "done", report=report)]))
    assert "thêm 2, cập nhật 1" in page.text
    assert "hỏng.txt: tệp trống" in page.text


def test_a_failed_job_says_what_went_wrong() -> None:
    error = StoreError("index_locked", home=".hoibao", owner="watch")
    assert "đang được ghi bởi watch" in render_library.jobs([Job(1, "index", "failed", error=error)])
    assert "Chưa có việc nào" in render_library.jobs([])


def test_the_chart_counts_by_month_or_where_they_are_many_by_year() -> None:
    months = read(render_library.chart([("2024-01", 2), ("2024-02", 4)]))
    assert [one["style"] for one in months.of("li")] == ["--share:0.500", "--share:1.000"]
    assert "2/2024: 4 bài" in months.text
    many = [(f"{2015 + n // 12}-{n % 12 + 1:02}", 1) for n in range(48)]
    assert "2018: 12 bài" in read(render_library.chart(many)).text
    assert render_library.chart([]) == ""


def test_numbers_are_those_of_the_status() -> None:
    status = Status(
        1204, 9000, 0, (), 0, 2, 3, date(2024, 3, 5), None, 0, None, "m", 384, "torch",
        Generation("s", 1), 0, 0, 0, (), None,
    )  # fmt: skip
    text = read(render_library.numbers(status)).text
    assert "1.204" in text
    assert "5/3/2024" in text


def test_the_dropzone_names_formats_and_the_limit() -> None:
    page = read(render_library.dropzone(64 * 2**20))
    assert page.of("input", type="file")
    assert ".docx" in page.text
    assert "67,1 MB" in page.text


def test_poison_in_every_place_stays_text() -> None:
    rows = [Listed(POISON, POISON, None, POISON, 1, "live")]
    assert_harmless(render_library.table(rows, "title", descending=False, leaving=(POISON,), empty="none"))
    report = IngestReport(0, 0, 0, 0, 0, (Failure(POISON, "unheard_of", POISON),))
    assert_harmless(render_library.jobs([Job(1, POISON, "done", report=report)]))
