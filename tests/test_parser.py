"""The parser's answers: articles, or the error, always one line of JSON a file."""

import io
import json

from index.parser import answer, serve

ROWS = b'{"title": "Que", "text": "Ban Na Loc trong bay hec ta que."}\n{hong\n'


def test_articles_and_failures() -> None:
    said = answer("xuat.jsonl", ROWS)
    assert [raw["source"] for raw in said["articles"]] == ["xuat.jsonl#1"]  # type: ignore[attr-defined]
    assert [failure["code"] for failure in said["failures"]] == ["file_bad_line"]  # type: ignore[attr-defined]


def test_a_files_own_error_is_told_with_its_values() -> None:
    said = answer("rong.csv", b"title,text\n")
    assert said == {"error": {"code": "file_no_text", "values": {"path": "rong.csv"}}}


def test_what_a_library_met_is_that_files_damage() -> None:
    for name, data in [("hong.pdf", b"%PDF-1.4 nothing"), ("la.xyz", b"of no format")]:
        said = answer(name, data)
        assert said["error"]["code"] == "file_damaged"  # type: ignore[index]
        assert said["error"]["values"]["path"] == name  # type: ignore[index]


def test_serve_answers_one_file_after_another_until_the_end() -> None:
    asked, said = io.BytesIO(), io.BytesIO()
    for name, data in [("a.txt", "Bản\nNà Lốc".encode()), ("b.txt", b" "), ("xuat.jsonl", ROWS)]:
        asked.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data)
    asked.seek(0)
    serve(asked, said)
    first, second, third = map(json.loads, said.getvalue().splitlines())
    assert first["articles"][0]["text"] == "Bản\nNà Lốc"
    assert second["error"]["code"] == "file_empty"
    assert len(third["articles"]) == 1
