"""From what a reader saw to an article: boilerplate out, title, date, byline and publisher found.

Only whole lines go, never words inside a line that stays, so that every quote stands word for word
in the source. What goes holds no figure or name that the article has nowhere else: buttons have
none, a repeated line stands there still, a date line lives on as the date. The headlines of other
articles and players' clocks are not of this one.
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
    "dateline": "the line says when the article appeared, which is kept as its date",
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
_NAVIGATION = re.compile(  # possessive: a line of a thousand dashes must not be tried in all ways
    rf"(?:(?:{_PHRASE})(?:\s*+[|:;,>»›•·…]++\s*+|\s++|$)|[\s|:>»›•·-]++)++"
)
_PLAYER = re.compile(
    r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2}|0{1,2}:00|[x×]?1(?:\.0)?[x×]"
)
_GLUED = re.compile(rf"[^\W_][{LOWER}0-9](?=[{UPPER}][{LOWER}])")
_END = re.compile(r"[.!?…:;][\"”’')\]»]*$")
_SPACES = re.compile(r"[^\S\n]+")
_EDGES = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


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
    top = [line for line in _sift(lines, None)[0] if line]
    headline = _tidy(metadata.title or "")
    if len(headline.split()) > masthead.MOST_TITLE_WORDS:
        headline = ""
    title = headline or masthead.title(top, _noisy([line for line in lines if line][:8]))
    published = dates.published(metadata.published, top, title or "")
    kept, removed = _sift(lines, published)
    if headline and headline not in kept:
        kept = [headline, "", *kept]
    full = [line for line in kept if line]
    body = full[full.index(title) + 1 :] if title in full else full
    author, agency = masthead.byline(body)
    return Cleaned(
        text=re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n"),
        title=title if full else None,
        published=published,
        author=_tidy(metadata.author or "") or author,
        publisher=_tidy(metadata.publisher or "") or agency or masthead.publisher(full, title, body),
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


def _sift(lines: Sequence[str], published: date | None) -> tuple[list[str], list[Removal]]:
    """Part the lines into those that stay and those that go; a line that only says the date goes with it."""
    full = [line for line in lines if line]
    counts = Counter(full)
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
        if reason is None and published is not None and dates.dateline(line) == published:
            reason = "dateline"
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
