"""Formats: what each gives, and that no broken or hostile file stops, harms or escapes the indexer."""

import io
import json
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.embedder import FakeEmbedder
from index.errors import SourceError
from index.formats import MOST_MEMBER, read
from index.ingest import index_paths
from index.store import open_store
from tests.made import news

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(body: str, title: str = "Xã Vân Khê mở chợ phiên") -> bytes:
    """A news page with a menu before and links after the article."""
    paragraphs = "".join(f"<p>{line}</p>" for line in body.split("\n") if line)
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title>"
        "<meta property='article:published_time' content='2031-05-04T08:00:00+07:00'>"
        "<meta name='author' content='Lê Thị Sen'></head><body><nav><a href='/'>Trang chủ</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Bản quyền</footer></body></html>"
    ).encode()


def docx(lines: list[str], extra: dict[str, str] | None = None) -> bytes:
    """A Word file with one paragraph a line."""
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "word/document.xml", f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>"
        )
        for name, content in (extra or {}).items():
            packed.writestr(name, content)
    return out.getvalue()


def document(body: str, before: str = "") -> str:
    return f"{before}<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>"


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF; its font maps two-byte codes to the text's own letters."""
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: number + 1 for number, letter in enumerate(letters)}
    shown = "".join(f"<{''.join(f'{codes[letter]:04x}' for letter in line)}> Tj 0 -14 Td\n" for line in lines)
    content = f"BT /F1 11 Tf 50 780 Td\n{shown}ET".encode()
    mapped = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapped}endbfchar endcmap end end"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def zipped(files: dict[str, bytes], squeeze: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(SourceError) as raised:
        read(name, data)
    return raised.value.code


def test_page() -> None:
    found = read("a.html", page(news(1))).articles[0]
    assert found.title == "Xã Vân Khê mở chợ phiên"
    assert found.published == "2031-05-04T08:00:00+07:00"
    assert found.author == "Lê Thị Sen"
    assert news(1).split("\n\n")[3] in found.text
    assert "Trang chủ" not in found.text
    assert "Bản quyền" not in found.text


def test_page_without_a_date_gets_none_guessed() -> None:
    bare = page(news(1)).replace(b"article:published_time", b"article:tag")
    assert read("a.html", bare).articles[0].published is None
    told = bare.replace(b"<article>", b'<script>{"datePublished": "2020-02-03T07:00:00Z"}</script><article>')
    assert read("a.html", told).articles[0].published == "2020-02-03T07:00:00Z"


def test_pdf_lines_become_paragraphs() -> None:
    sentence = "Huyện Hạ Lâm trồng được ba nghìn héc ta rừng và sửa xong chín cây cầu trong năm qua."
    words = sentence.split()
    lines = ["Hạ Lâm trồng rừng", " ".join(words[:10]), " ".join(words[10:])]
    assert sentence in read("a.pdf", pdf(lines)).articles[0].text


def test_docx() -> None:
    lines = news(2).split("\n\n")
    assert read("a.docx", docx(lines)).articles[0].text == "\n".join(lines)


def test_exports() -> None:
    rows = [
        {
            "Tiêu đề": "Bài một",
            "Nội dung": news(1),
            "Ngày đăng": "04/05/2031",
            "url": "https://bao.example/1",
        },
        {"Tiêu đề": "Bài hai", "Nội dung": ""},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n{hỏng\n"
    found = read("a.jsonl", lines.encode())
    assert [(a.source, a.title, a.published, a.publisher) for a in found.articles] == [
        ("a.jsonl#1", "Bài một", "04/05/2031", "bao.example")
    ]
    assert [(f.source, f.code) for f in found.failures] == [
        ("a.jsonl#3", "file_bad_line"),
        ("a.jsonl#2", "row_no_text"),
    ]
    table = 'title;text;date\nBài;"Câu một; câu hai.\nDòng hai.";2031-05-04\n'
    row = read("b.csv", table.encode("utf-8-sig")).articles[0]
    assert (row.source, row.text, row.published) == ("b.csv#1", "Câu một; câu hai.\nDòng hai.", "2031-05-04")


def test_archive_gives_its_members_and_names_what_fails() -> None:
    data = zipped(
        {
            "le/1.txt": news(1).encode(),
            "2.html": page(news(2)),
            "hong.docx": b"PK hong",
            "x.zip": b"",
            "anh.png": b"x",
        }
    )
    found = read("a.zip", data)
    assert [article.source for article in found.articles] == ["a.zip!le/1.txt", "a.zip!2.html"]
    assert {failure.source: failure.code for failure in found.failures} == {
        "a.zip!hong.docx": "file_damaged",
        "a.zip!x.zip": "file_nested",
    }


def test_hostile_files() -> None:
    bomb = zipped({"a.txt": b"0" * (MOST_MEMBER + 10)})
    assert len(bomb) < 100_000
    assert [failure.code for failure in read("bom.zip", bomb).failures] == ["file_large"]
    entity = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    hidden = document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", entity)
    assert code_of("xxe.docx", zipped({"word/document.xml": hidden.encode()})) == "file_damaged"
    laughs = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
    )
    laughing = zipped({"word/document.xml": f"{laughs}]><d>&j;</d>".encode()})
    assert code_of("cuoi.docx", laughing) == "file_damaged"
    assert code_of("rong.html", b"<html><body></body></html>") == "file_no_text"


MAKERS: dict[str, Callable[[int], bytes]] = {
    "pdf": lambda number: pdf(news(number, sentences=4).split("\n\n")),
    "docx": lambda number: docx(news(number).split("\n\n")),
    "html": lambda number: page(news(number)),
}


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Cut, flip, blow up or shuffle some of a file's bytes."""
    torn = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(len(torn))
        kind = dice.randrange(5)
        if kind == 0:
            torn[place] = dice.randrange(256)
        elif kind == 1:
            del torn[place : place + dice.randint(1, 400)]
        elif kind == 2:
            torn[place:place] = dice.randbytes(dice.randint(1, 100))
        elif kind == 3:
            torn[place:place] = torn[place : place + 300] * dice.randint(1, 30)
        else:
            torn = torn[: max(20, place)]
    return bytes(torn)


def _mutants(tmp_path: Path, count: int) -> None:
    """Index ``count`` mutated files of each of three formats beside a sound one."""
    folder, home = tmp_path / "bai", tmp_path / "home"
    folder.mkdir()
    dice = random.Random(7)
    for number in range(count):
        for suffix, make in MAKERS.items():
            (folder / f"{number:03d}.{suffix}").write_bytes(mutated(make(number), dice))
    (folder / "lanh.txt").write_text(news(500), encoding="utf-8")
    report = index_paths(home, [folder], FakeEmbedder())
    assert report.added + len(report.failed) == 3 * count + 1
    assert all(failure.source.split(".")[0].isdigit() and failure.message for failure in report.failed)
    store = open_store(home)
    assert store.article("lanh.txt").text == news(500).strip()
    store.close()


def test_mutated_files(tmp_path: Path) -> None:
    _mutants(tmp_path, 4)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_two_hundred_mutated_files(tmp_path: Path) -> None:
    _mutants(tmp_path, 67)


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    folder, outside = tmp_path / "bai", tmp_path / "ngoai"
    folder.mkdir()
    outside.mkdir()
    (outside / "mat.txt").write_text(news(900), encoding="utf-8")
    (folder / "trong.txt").write_text(news(1), encoding="utf-8")
    (folder / "vong").symlink_to(folder)
    (folder / "ra").symlink_to(outside)
    (folder / "mat.txt").symlink_to(outside / "mat.txt")
    (folder / "dut.txt").symlink_to(tmp_path / "khong-co.txt")
    os.mkfifo(folder / "ong.txt")
    (folder / "lot.zip").write_bytes(zipped({"../../ngoai/moi.txt": news(2).encode()}))
    report = index_paths(tmp_path / "home", [folder], FakeEmbedder())
    assert report.added == 2
    store = open_store(tmp_path / "home")
    assert {article.source for article in store.articles()[1]} == {"trong.txt", "lot.zip!../../ngoai/moi.txt"}
    assert not any(news(900).split("\n\n")[0] in article.text for article in store.articles()[1])
    assert sorted(file.name for file in outside.iterdir()) == ["mat.txt"]
    store.close()
