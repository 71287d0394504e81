"""Exports of many articles in one file: rows of JSON or CSV with title, text, date and url columns."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urlsplit

from index.digest import sha
from index.encodings import decode
from index.errors import SourceError, first_line
from index.text import fold
from index.types import Failure, RawText, Read

MOST_FIELD = 16 << 20
"""Characters of one field of a CSV."""

_COLUMNS = {
    "title": "title headline tieude tieu_de tua tua_de ten_bai",
    "text": "text content body noidung noi_dung fulltext full_text article bai_viet maintext",
    "published": "date published published_at publish_date pubdate datetime time ngay ngay_dang ngaydang",
    "author": "author authors byline tacgia tac_gia nguoi_viet",
    "publisher": "publisher site sitename nguon bao newspaper outlet",
    "url": "url link href source_url",
}
_FIELD = {name: field for field, names in _COLUMNS.items() for name in names.split()}


def jsonl(name: str, data: bytes) -> Read:
    """Return the objects of a .jsonl file as articles; a line that is none is a failure of its own."""
    rows: list[tuple[int, dict[str, Any]]] = []
    failures: list[Failure] = []
    for number, line in enumerate(decode(data, name).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("not an object")
        except (ValueError, RecursionError) as error:
            problem = SourceError("file_bad_line", path=name, line=number, problem=first_line(error))
            failures.append(Failure(f"{name}#{number}", problem.code, str(problem)))
            continue
        rows.append((number, row))
    return _rows(name, rows, failures)


def csv_rows(name: str, data: bytes) -> Read:
    """Return the rows of a .csv file with a line of column names, whatever its separator."""
    text = decode(data, name)
    csv.field_size_limit(MOST_FIELD)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:8192].split("\n", 1)[0], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    failures: list[Failure] = []
    rows: list[tuple[int, dict[str, Any]]] = []
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect.delimiter, strict=False)
    try:
        for number, row in enumerate(reader, start=1):  # one by one: rows before a bad one are kept
            rows.append((number, {k: v for k, v in row.items() if k}))
    except csv.Error as error:
        problem = SourceError("file_bad_line", path=name, line=reader.line_num, problem=first_line(error))
        failures.append(Failure(f"{name}#{len(rows) + 1}", problem.code, str(problem)))
    return _rows(name, rows, failures)


def _rows(name: str, rows: list[tuple[int, dict[str, Any]]], failures: list[Failure]) -> Read:
    """Rows of an export as articles, by the names of their columns."""
    articles: list[RawText] = []
    for number, row in rows:
        fields: dict[str, str] = {}
        for column, value in row.items():
            field = field_of(column)
            if field and field not in fields and isinstance(value, str | int | float) and str(value).strip():
                fields[field] = str(value)
        source = f"{name}#{number}"
        if "text" not in fields:
            problem = SourceError("row_no_text", path=name, line=number)
            failures.append(Failure(source, problem.code, str(problem)))
            continue
        digest = sha(json.dumps(fields, ensure_ascii=False, sort_keys=True).encode())
        host = urlsplit(fields.get("url", "")).hostname
        articles.append(
            RawText(
                source,
                fields["text"],
                digest,
                fields.get("title"),
                fields.get("published"),
                fields.get("author"),
                fields.get("publisher") or host,
            )
        )
    if not articles and not failures:
        raise SourceError("file_no_text", path=name)
    return Read(tuple(articles), tuple(failures))


def field_of(column: str) -> str | None:
    """Return which of our fields a column or key of others' making is: "Tiêu đề" is the title."""
    return _FIELD.get(re.sub(r"[\s-]+", "_", fold(column.strip().lstrip("\ufeff"))))
