"""What stands around an article's body: its title, its author, its publisher."""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial

from index import dates
from index.text import fold, syllables

MOST_TITLE_WORDS = 40

_LATIN = [chr(code) for code in range(0x41, 0x1F00)]
UPPER = "".join(c for c in _LATIN if unicodedata.category(c) == "Lu" and (c < "\u0250" or c > "\u1e00"))
LOWER = "".join(c for c in _LATIN if unicodedata.category(c) == "Ll" and (c < "\u0250" or c > "\u1e00"))

_PERSON = rf"[{UPPER}][{LOWER}]*\.?(?:\s?[{UPPER}][{LOWER}]*\.?){{0,4}}"
_BYLINE = re.compile(
    r"(?:(?i:tin|bài|ảnh|bài viết|clip|video|thực hiện|tác giả|người viết|pv|phóng viên|nhóm pv)"
    r"(?i:\s*(?:,|và|&|-|/)\s*(?:tin|bài|ảnh|clip|video))*\s*:?\s+)?"
    rf"(?P<names>{_PERSON}(?:\s*(?:[-–,&/]|và)\s*{_PERSON}){{0,3}})"
    r"(?:\s*[-–]?\s*\((?P<note>[^)]{1,40})\))?\.?",
)
_LABELLED = re.compile(
    r"(?i:(?<!\w)(?:tác giả|người viết|bài và ảnh|tin và ảnh|bài, ảnh|tin, ảnh|tin, bài|tin bài|"
    r"bài|tin|thực hiện)\s*:\s*)"
)
_INITIALS = re.compile(rf"[{UPPER}]\.\s?[{UPPER}][{LOWER}]*|[{UPPER}]\.[{UPPER}]\.?")
_THEO = re.compile(rf"\(?Theo\s+(?P<publisher>[{UPPER}][\w.& ]{{1,40}}?)\)?\.?")
_OPENING_MARK = re.compile(
    rf"(?P<publisher>[{UPPER}][{UPPER}0-9.&]{{1,9}}(?:\s[{UPPER}]{{2,6}})?)\s+[-–—]\s+\S"
    rf"|\((?P<bracket>[{UPPER}][\w.& ]{{1,30}})\)\s*[-–—]\s"
)
_OFFICE = re.compile(
    r"(?:Cổng thông tin|Trang thông tin|Báo|Đài|Thông tấn|Tạp chí|UBND|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|"
    r"Thành ủy|Thành uỷ|Thị ủy|Sở|Ủy ban|HĐND)\b"
)


def title(lines: Sequence[str], noisy: bool) -> str | None:
    """The headline: the first line, or, on a page with noise, the line that its opening repeats most."""
    if not lines:
        return None
    candidates = [line for line in lines[:7] if _headline(line)]
    if not noisy or len(lines) < 3:
        return lines[0] if _headline(lines[0]) else None
    if not candidates:
        return None
    score = partial(_likeness, lines)
    best = max(candidates, key=score)
    first = candidates[0]
    return best if score(best) > score(first) + 0.3 else first


def _headline(line: str) -> bool:
    words = len(line.split())
    if not 2 <= words <= MOST_TITLE_WORDS or dates.dateline(line):
        return False
    return not (line.endswith((".", ";", ":")) and not line.endswith("...") and words > 20)


def _likeness(lines: Sequence[str], candidate: str) -> float:
    """Share of the candidate's words in the first long paragraph after it; a date line below it helps."""
    place = lines.index(candidate)
    after = lines[place + 1 :]
    body = next((line for line in after if len(line.split()) > 15), "")
    words = syllables(candidate)
    there = set(syllables(body))
    share = sum(word in there for word in words) / len(words) if words else 0.0
    office = _OFFICE.match(candidate) is not None and len(candidate.split()) <= 8
    return share + 0.4 * bool(after and dates.dateline(after[0])) - 0.3 * office


def byline(body: Sequence[str]) -> tuple[str | None, str | None]:
    """Author and agency: a credit near the top ("Bài và ảnh: …"), or a line near the end, no more."""
    for line in body[:3]:
        label = _LABELLED.search(line)
        if (
            label is not None
            and len(line.split()) <= 16
            and _BYLINE.fullmatch(line[label.end() :].strip("()* "))
        ):
            return line[label.end() :].strip("()* ."), None
    for line in reversed(body[len(body) // 2 :]):
        theo = _THEO.fullmatch(line)
        if theo:
            return None, theo["publisher"].strip()
        bare = _LABELLED.sub("", line)
        found = _BYLINE.fullmatch(bare)
        sentence = line.endswith(".") and not _INITIALS.fullmatch(line)
        labelled = bare != line
        if found and len(line.split()) <= 12 and (labelled or (not sentence and _is_person(found["names"]))):
            return found["names"].strip(), None
    return None, None


def _is_person(names: str) -> bool:
    """Two to four capitalised syllables a name, none an office, a place or a caption's word."""
    first = re.split(r"\s*(?:[-–,&/]|\bvà\b)\s*", names)[0]
    words = first.split()
    if not (2 <= len(words) <= 4 or _INITIALS.fullmatch(first)):
        return False
    return fold(words[0]) not in {
        "anh",
        "ba",
        "ong",
        "chi",
        "video",
        "anh:",
        "theo",
        "nguon",
        "clip",
        "cau",
        "xem",
    }


def publisher(lines: Sequence[str], title: str | None, body: Sequence[str]) -> str | None:
    """An agency's mark before the first sentence ("BBK - Chiều …"), or an office's name over the title."""
    for line in body[:4]:
        found = _OPENING_MARK.match(line)
        if found and len(line.split()) > 8:
            return found["publisher"] or found["bracket"]
    above = lines[: lines.index(title)] if title in lines else []
    return next((line for line in above if _OFFICE.match(line) and len(line.split()) <= 10), None)
