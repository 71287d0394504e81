"""From what a reader saw to an article: boilerplate out, title, date, byline and publisher found.

Only whole lines go, never words inside a line that stays, so that every quote stands word for word
in the source. A line that holds the only occurrence of a figure or a name stays, except players'
clocks and headlines of other articles, which are not of this one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index import dates, masthead
from index.masthead import LOWER, UPPER
from index.text import fold, nfc
from index.types import Removal

REASONS = {
    "navigation": "a button, menu or link of the web page",
    "player": "the clock of an audio or video player",
    "repeated": "the same line stands in the article already",
    "headlines": "headlines of other articles, run together",
}

_BUTTONS = """
skip to main content|skip to content|chuyển đến nội dung|chuyển đến nội dung chính|bỏ qua nội dung|
xem thêm|xem tiếp|đọc thêm|đọc tiếp|đọc ngay|xem chi tiết|chi tiết|phiên bản di động|phiên bản desktop|
xem phiên bản đầy đủ|chế độ ban đêm|chế độ tối|in trang|in bài viết|in bài|in|xuất pdf|tải pdf|lưu bài|
lưu tin|đọc nội dung|nghe đọc bài|nghe bài viết|nghe nội dung|tạm dừng|phát|tắt tiếng|toàn màn hình|-a|a|
+a|a+|a-|a a|cỡ chữ|phóng to|thu nhỏ|chia sẻ|chia sẻ bài viết|chia sẻ facebook|chia sẻ zalo|facebook|
zalo|twitter|telegram|youtube|tiktok|google news|copy link|sao chép liên kết|email|gửi email|gửi bài|
bình luận|gửi bình luận|viết bình luận|ý kiến bạn đọc|ý kiến|phản hồi|thích|thích trang|theo dõi|
theo dõi chúng tôi|theo dõi trên google news|trang chủ|trang trước|trang sau|quay lại|trở lại|
về trang trước|về đầu trang|lên đầu trang|đầu trang|tin liên quan|bài liên quan|tin cùng chuyên mục|
cùng chuyên mục|tin khác|các tin khác|tin mới|tin mới nhất|tin mới hơn|tin cũ hơn|các tin cũ hơn|
các tin mới hơn|bài viết liên quan|bài mới nhất|bài trước|bài sau|đọc nhiều|xem nhiều|tin đọc nhiều|
tin nổi bật|có thể bạn quan tâm|từ khóa|tags|tag|quảng cáo|đăng nhập|đăng ký|đăng xuất|tìm kiếm|menu|
danh mục|sơ đồ trang|liên hệ|rss|xem video|video|play|pause|mute|loading|đang tải|đóng|close|share|print|
like|tweet|comment|comments|reply|next|previous|prev|home|back to top|read more|advertisement|powered by
"""
_PHRASES = sorted((re.sub(r"\s+", " ", p).strip() for p in _BUTTONS.split("|")), key=len, reverse=True)
_PHRASE = "|".join(re.escape(fold(phrase)) for phrase in _PHRASES)
_NAVIGATION = re.compile(rf"(?:(?:{_PHRASE})(?:\s*[|:;,>»›•·…]+\s*|\s+|$)|[\s|:>»›•·-]+)+")
_PLAYER = re.compile(
    r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2}|0{1,2}:00|[x×]?1(?:\.0)?[x×]"
)
_GLUED = re.compile(rf"[^\W_][{LOWER}0-9](?=[{UPPER}][{LOWER}])")
_END = re.compile(r"[.!?…:;][\"”’')\]»]*$")
_SPACES = re.compile(r"[^\S\n]+")
_EDGES = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*%?")
_NAME = re.compile(rf"(?<![.!?…:\"“]\s)(?<!^)(?<!\w)[{UPPER}]\w*(?:\s[{UPPER}]\w*)*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file's format said about the article beside its text; None where it said nothing."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's text and what was found in it; ``title`` is None where no line is one."""

    text: str
    title: str | None
    published: date | None
    author: str | None
    publisher: str | None
    removed: tuple[Removal, ...]


def clean(raw: str, metadata: Metadata | None = None) -> Cleaned:
    """Return the cleaned article; ``removed`` lists every line taken away, in order, with its reason."""
    metadata = metadata or Metadata()
    lines = _lines(raw)
    kept, removed = _sift(lines)
    headline = _tidy(metadata.title or "") or None
    if headline and headline not in kept and len(headline.split()) <= masthead.MOST_TITLE_WORDS:
        kept = [headline, "", *kept]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")
    full = [line for line in kept if line]
    noisy = _noisy([line for line in lines if line][:8])
    title = headline if headline and headline in full else masthead.title(full, noisy)
    if title and len(title.split()) > masthead.MOST_TITLE_WORDS:
        title = None
    body = full[full.index(title) + 1 :] if title else full
    author, source = masthead.byline(body)
    return Cleaned(
        text=text,
        title=title,
        published=dates.published(metadata.published, full, title or ""),
        author=_tidy(metadata.author or "") or author,
        publisher=_tidy(metadata.publisher or "") or source or masthead.publisher(full, title, body),
        removed=tuple(removed),
    )


def _noisy(top: Sequence[str]) -> bool:
    """Whether an article's first lines are those of a web page, so that the first may not be the title."""
    return any(
        _reason(line, False, False) in ("navigation", "player") or dates.dateline(line) for line in top
    )


def _tidy(line: str) -> str:
    return _SPACES.sub(" ", nfc(line)).strip().strip(_EDGES).strip()


def _lines(raw: str) -> list[str]:
    unified = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", raw)
    return [_tidy(line) for line in unified.split("\n")]


def _sift(lines: Sequence[str]) -> tuple[list[str], list[Removal]]:
    """Part the lines into those that stay and those that go."""
    full = [line for line in lines if line]
    counts = Counter(full)
    facts = Counter(fact for line in full for fact in _facts(line))
    kept: list[str] = []
    removed: list[Removal] = []
    seen: Counter[str] = Counter()
    last = ""
    for line in lines:
        if not line:
            kept.append(line)
            continue
        seen[line] += 1
        reason = _reason(line, seen[line] > 1 and counts[line] > 1, line == last)
        if reason == "navigation" and any(facts[fact] == 1 for fact in _facts(line)):
            reason = None
        last = line
        if reason is None:
            kept.append(line)
        else:
            removed.append(Removal(line, reason))
    return kept, removed


def _reason(line: str, again: bool, doubled: bool) -> str | None:
    """The rule that takes a line away, None if it stays."""
    if _PLAYER.fullmatch(line):
        return "player"
    if _NAVIGATION.fullmatch(fold(line)):
        return "navigation"
    words = len(line.split())
    if again and (words >= 8 or (doubled and words >= 3)):
        return "repeated"
    if len(_GLUED.findall(line)) >= 2 and not _END.search(line) and words >= 12:
        return "headlines"
    return None


def _facts(line: str) -> set[str]:
    """Figures and names of a line, as they stand."""
    return set(_FIGURE.findall(line)) | set(_NAME.findall(line))
