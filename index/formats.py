"""How each format gives its articles: pages, PDF, Word, exports, archives. Runs in the parser's process.

Everything here may meet a hostile or broken file; what it may cost is bounded by the sandbox around
it and by the limits below.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from index import exports, markdown
from index.digest import sha
from index.encodings import decode, sound
from index.errors import SourceError, first_line
from index.types import Failure, RawText, Read

MOST_MEMBER = 64 << 20
"""Bytes of one archive member, unpacked; a larger one is a bomb or no article."""

MOST_UNPACKED = 512 << 20
"""Bytes of all members of one archive, unpacked."""

MOST_MEMBERS = 20_000
MOST_PAGES = 500  # of a PDF: a book is no article

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_NAMES = (
    r"(?:article:published_time|og:published_time|datePublished|pubdate|publish[-_]?date|"
    r"dc\.date(?:\.issued)?|date)"
)
_CONTENT = r"content=[\"']([^\"']{8,40})[\"']"
_NAMED = rf"(?:property|name|itemprop)=[\"']{_NAMES}[\"']"
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_META_DATE = re.compile(rf"<meta[^>]{{0,200}}?{_NAMED}[^>]{{0,200}}?{_CONTENT}", re.IGNORECASE)
_DATE_META = re.compile(rf"<meta[^>]{{0,200}}?{_CONTENT}[^>]{{0,200}}?{_NAMED}", re.IGNORECASE)
_TIME = re.compile(r"<time[^>]{0,200}?datetime=[\"']([^\"']{8,40})[\"']", re.IGNORECASE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
}
_ENDS = re.compile(r"[.!?…:;][\"”’')\]]*$")


def read(name: str, data: bytes) -> Read:
    """Return the articles of a file and what in it failed; ``name`` is its source.

    Raises SourceError for a file that gives none.
    """
    return FORMATS[PurePosixPath(name.lower()).suffix](name, data)


def _text(name: str, data: bytes) -> Read:
    return Read((RawText(name, decode(data, name), sha(data)),))


def _page(name: str, data: bytes) -> Read:
    declared = _CHARSET.search(data[:4096])
    html = decode(data, name, declared.group(1).decode() if declared else None)
    import trafilatura

    found: Any = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or not (found.text or "").strip():
        raise SourceError("file_no_text", path=name)
    author = found.author if found.author and len(found.author) < 80 else None
    date = page_date(html)
    return Read((RawText(name, found.text, sha(data), found.title, date, author, found.sitename),))


def page_date(html: str) -> str | None:
    """Return when a page's own metadata says it appeared; trafilatura would guess from the text."""
    for pattern in (_JSON_DATE, _META_DATE, _DATE_META, _TIME):
        found = pattern.search(html)
        if found is not None:
            return found.group(1)
    return None


def _pdf(name: str, data: bytes) -> Read:
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("file_locked", path=name)
        if len(reader.pages) > MOST_PAGES:
            raise SourceError("file_large", path=name, limit=f"{MOST_PAGES} pages")
        lines = [line for page in reader.pages for line in [*(page.extract_text() or "").split("\n"), ""]]
        about = reader.metadata
        title = about.title if about else None
    except SourceError:
        raise
    except Exception as error:
        raise SourceError("file_damaged", path=name, problem=first_line(error)) from error
    text = _unwrap(lines)
    if not text.strip():
        raise SourceError("file_no_text", path=name)
    sound(text, name)
    return Read((RawText(name, text, sha(data), title if title and title in text else None),))


def _unwrap(lines: list[str]) -> str:
    """Put the lines of a page's layout together to paragraphs: a full line that ends no sentence goes on."""
    full = [len(line) for line in lines if line.strip()]
    width = sorted(full)[int(len(full) * 0.9)] if full else 0
    text: list[str] = []
    goes_on = False
    for line in (line.strip() for line in lines):
        if not line:
            goes_on = goes_on and bool(text) and not _ENDS.search(text[-1]) and text[-1][-1:].islower()
            if not goes_on:
                text.append("")
            continue
        if goes_on and (text[-1].endswith("-") or not line[0].isupper() or len(text[-1].split()) > 8):
            text[-1] = f"{text[-1]} {line}"
        else:
            text.append(line)
        goes_on = len(line) > 0.7 * width and not _ENDS.search(line)
    return "\n".join(text)


def _docx(name: str, data: bytes) -> Read:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            body = fromstring(_member(packed, "word/document.xml"))
            core = (
                fromstring(_member(packed, "docProps/core.xml"))
                if "docProps/core.xml" in packed.namelist()
                else None
            )
    except (
        zipfile.BadZipFile,
        KeyError,
        ParseError,
        DefusedXmlException,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise SourceError("file_damaged", path=name, problem=first_line(error)) from error
    text = "\n".join(_paragraphs(body))
    if not text.strip():
        raise SourceError("file_no_text", path=name)
    sound(text, name)
    title = core.findtext(_CORE["title"]) if core is not None else None
    return Read((RawText(name, text, sha(data), title if title and title in text else None),))


def _paragraphs(body: Any) -> Iterator[str]:
    for paragraph in body.iter(f"{_WORD}p"):
        runs = []
        for node in paragraph.iter():
            if node.tag == f"{_WORD}t":
                runs.append(node.text or "")
            elif node.tag in (f"{_WORD}br", f"{_WORD}cr"):
                runs.append("\n")
            elif node.tag == f"{_WORD}tab":
                runs.append(" ")
        yield "".join(runs)


def _member(packed: zipfile.ZipFile, name: str) -> bytes:
    """A member's bytes, read no further than the limit whatever its header says."""
    with packed.open(name) as member:
        data = member.read(MOST_MEMBER + 1)
    if len(data) > MOST_MEMBER:
        raise SourceError("file_large", path=name, limit=f"{MOST_MEMBER >> 20} MB")
    return data


def _zip(name: str, data: bytes) -> Read:
    """Each member of a known format is a file of its own; archives within archives are not opened."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise SourceError("file_damaged", path=name, problem=first_line(error)) from error
    articles: list[RawText] = []
    failures: list[Failure] = []
    unpacked = 0
    for entry in packed.infolist()[:MOST_MEMBERS]:
        suffix = PurePosixPath(entry.filename.lower()).suffix
        if (
            entry.is_dir()
            or suffix not in FORMATS
            or PurePosixPath(entry.filename).name.startswith((".", "~", "__"))
        ):
            continue
        source = f"{name}!{entry.filename}"
        try:
            if suffix == ".zip":
                raise SourceError("file_nested", path=source)
            content = _member(packed, entry.filename)
            unpacked += len(content)
            if unpacked > MOST_UNPACKED:
                raise SourceError("file_large", path=name, limit=f"{MOST_UNPACKED >> 20} MB")
            found = read(source, content)
        except SourceError as error:
            failures.append(Failure(source, error.code, str(error)))
            if unpacked > MOST_UNPACKED:
                break
            continue
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            KeyError,
        ) as error:
            problem = SourceError("file_damaged", path=source, problem=first_line(error))
            failures.append(Failure(source, problem.code, str(problem)))
            continue
        articles += found.articles
        failures += found.failures
    if not articles and not failures:
        raise SourceError("file_no_text", path=name)
    return Read(tuple(articles), tuple(failures))


FORMATS: dict[str, Callable[[str, bytes], Read]] = {
    ".txt": _text,
    ".md": markdown.read,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".docx": _docx,
    ".jsonl": exports.jsonl,
    ".csv": exports.csv_rows,
    ".zip": _zip,
}
