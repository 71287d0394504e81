"""Exports of many articles: columns by any usual name, and a bad row costs only itself."""

import json

import pytest

from index.errors import SourceError
from index.exports import MOST_FIELD, csv_rows, field_of, jsonl
from index.types import RawText

TEXT = "Bản Nà Lốc trồng được bảy héc ta quế."


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


@pytest.mark.parametrize(
    ("column", "field"),
    [
        pytest.param("Tiêu đề", "title", id="vietnamese"),
        pytest.param(" noi-dung ", "text", id="hyphen and spaces"),
        pytest.param("Publish Date", "published", id="english of two words"),
        pytest.param("\ufeffTitle", "title", id="byte order mark"),
        pytest.param("Nguồn", "publisher", id="source"),
        pytest.param("views", None, id="not ours"),
        pytest.param("", None, id="no name"),
    ],
)
def test_columns_by_any_usual_name(column: str, field: str | None) -> None:
    assert field_of(column) == field


def test_objects_become_articles_named_by_their_line() -> None:
    found = jsonl(
        "xuat.jsonl",
        lines(
            {"headline": "Quế Nà Lốc", "content": TEXT, "date": "2022-07-06", "byline": "Lò Sao", "views": 3},
            "",
            {"text": TEXT, "url": "https://bao.example/que?p=1"},
        ),
    )
    assert found.failures == ()
    first, second = found.articles
    assert first == RawText(
        "xuat.jsonl#1", TEXT, first.content_hash, "Quế Nà Lốc", "2022-07-06", "Lò Sao", None
    )
    assert (second.source, second.publisher) == ("xuat.jsonl#3", "bao.example")


def test_bad_lines_fail_alone() -> None:
    found = jsonl(
        "xuat.jsonl", lines("{hỏng", {"text": TEXT}, "[1, 2]", {"title": "Chỉ có tít"}, {"text": " "})
    )
    assert [raw.source for raw in found.articles] == ["xuat.jsonl#2"]
    assert [(failure.source, failure.code) for failure in found.failures] == [
        ("xuat.jsonl#1", "file_bad_line"),
        ("xuat.jsonl#3", "file_bad_line"),
        ("xuat.jsonl#4", "row_no_text"),
        ("xuat.jsonl#5", "row_no_text"),
    ]
    assert "line 3" in found.failures[1].message


def test_the_hash_is_of_what_is_read_and_no_more() -> None:
    def digest(row: dict[str, object]) -> str:
        return jsonl("a.jsonl", lines(row)).articles[0].content_hash

    assert digest({"text": TEXT, "views": 1}) == digest({"views": 2, "text": TEXT})
    assert digest({"text": TEXT}) != digest({"text": TEXT, "title": "Quế"})


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_csv_whatever_its_separator(mark: str) -> None:
    data = f'Tiêu đề{mark}Nội dung{mark}Ngày đăng\nQuế{mark}"Dòng một{mark} dòng\nhai"{mark}6/7/2022\n'
    found = csv_rows("xuat.csv", data.encode("utf-8-sig"))
    (raw,) = found.articles
    assert (raw.source, raw.title, raw.published) == ("xuat.csv#1", "Quế", "6/7/2022")
    assert raw.text == f"Dòng một{mark} dòng\nhai"


def test_csv_row_without_text_and_with_too_many_cells() -> None:
    found = csv_rows("xuat.csv", f"title,text\nQuế,{TEXT}\nRỗng,\nThừa,{TEXT},9,9\n".encode())
    assert [raw.source for raw in found.articles] == ["xuat.csv#1", "xuat.csv#3"]
    assert [(failure.source, failure.code) for failure in found.failures] == [("xuat.csv#2", "row_no_text")]


def test_a_field_beyond_the_limit_ends_the_file_but_not_what_came_before() -> None:
    found = csv_rows("to.csv", f"title,text\nQuế,{TEXT}\nTo,{'a' * (MOST_FIELD + 1)}\n".encode())
    assert [raw.title for raw in found.articles] == ["Quế"]
    assert [failure.code for failure in found.failures] == ["file_bad_line"]


def test_a_file_of_column_names_only_has_no_text() -> None:
    with pytest.raises(SourceError) as raised:
        csv_rows("rong.csv", b"title,text\n")
    assert raised.value.code == "file_no_text"
