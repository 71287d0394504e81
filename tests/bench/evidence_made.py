"""Questions made by rule out of the training articles' own sentences, in many wordings.

Vietnamese asks in place: "thu 5,2 tấn" becomes "thu bao nhiêu tấn". A figure, date, name or reason of
a sentence is replaced by its question word, the clause around it is kept, and words are dropped or
exchanged for others of like meaning, so that neither the exact words nor one way of asking can be
learned by heart. 440 articles hold two thousand asked questions, but ten thousand sentences.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rag.figures import figures
from rag.moments import Moment, moments
from rag.names import Name, full_name, names
from rag.numerals import word_set
from tests.bench.evidence_data import Item, News, plain

WORDS, MOST_WORDS = 6, 18
"""Fewest and most words of a made question."""
DROPPED, SMALL_DROPPED, EXCHANGED = 0.04, 0.4, 0.5
"""Share of the words left out, of the small words left out, and of words with a synonym that give way."""

_ALIKE = (
    "chết|tử vong|thiệt mạng|qua đời|mất mạng; bị thương|thương vong; bắt|bắt giữ|tóm; công an|cảnh sát; "
    "người dân|dân|bà con; học sinh|học trò; giáo viên|thầy cô|nhà giáo; xây dựng|xây|dựng; "
    "công ty|doanh nghiệp|hãng; kinh phí|tiền|vốn; chi phí|phí tổn; nguyên nhân|lý do|căn nguyên; "
    "cho biết|nói|cho hay; khẳng định|quả quyết|nói chắc; yêu cầu|đòi hỏi|buộc; đề nghị|xin|kiến nghị; "
    "phát hiện|tìm ra|thấy; xử phạt|phạt; vi phạm|sai phạm|làm sai; trộm cắp|ăn trộm|lấy cắp; "
    "tai nạn|vụ va chạm; xe máy|xe gắn máy|mô tô; ô tô|xe hơi; máy bay|phi cơ; tàu hỏa|tàu lửa; "
    "bệnh viện|nhà thương; bác sĩ|thầy thuốc; bệnh nhân|người bệnh; phụ nữ|đàn bà|chị em; "
    "trẻ em|trẻ con|con nít; vợ|bà xã; chồng|ông xã; bố|cha|ba; mẹ|má; thuê|mướn; mua bán|buôn bán; "
    "xuất khẩu|bán ra nước ngoài; nhập khẩu|mua từ nước ngoài; giảm|sụt|hạ; tăng|nâng|lên; "
    "hỗ trợ|giúp|giúp đỡ; bồi thường|đền bù|đền; tiêu hủy|hủy; hoàn thành|xong; khởi công|bắt đầu làm; "
    "tạm dừng|ngưng|dừng; kéo dài|mất; diễn ra|xảy ra; tổ chức|mở; tham gia|dự; thành lập|lập; "
    "ban hành|ra; sử dụng|dùng|xài; lớn nhất|to nhất; nhanh chóng|mau; khó khăn|trở ngại; "
    "quyết định|chốt; đồng ý|chịu|ưng thuận; từ chối|không chịu; di dời|chuyển|dọn; sơ tán|đưa đi tránh; "
    "ngập lụt|ngập; hư hỏng|hỏng|hư; cháy|bốc cháy; rơi|rớt; lãnh đạo|người đứng đầu|sếp; "
    "cán bộ|viên chức; tiền lương|lương; thu nhập|tiền kiếm được; hiện nay|bây giờ; trước đây|hồi trước; "
    "đường phố|phố; căn hộ|nhà; lô hàng|đợt hàng; sản phẩm|món hàng; khách hàng|người mua; du khách|khách; "
    "tấn công|đánh; vũ khí|khí giới; tuyển dụng|tuyển; sa thải|cho nghỉ việc; tốt nghiệp|ra trường; "
    "kết hôn|cưới; ly hôn|chia tay; nghi phạm|kẻ bị nghi; nạn nhân|người bị hại; truy tố|đưa ra tòa; "
    "khởi tố|mở vụ án; tử hình|án chết; chung thân|tù suốt đời; lừa đảo|lừa; tham nhũng|ăn của công; "
    "khoảng|chừng|tầm; hơn|trên; gần|suýt soát; thực hiện|làm|tiến hành; cung cấp|cấp; phương tiện|xe; "
    "nước ngoài|ngoại quốc; toàn quốc|cả nước; lực lượng chức năng|nhà chức trách; thông báo|báo; "
    "nhận định|cho rằng; lo ngại|sợ; hy vọng|mong; phản đối|chống; ủng hộ|tán thành"
)
_ALONE = frozenset(["chết", "vợ", "chồng", "mướn"])
"""Words of one syllable that are safe to exchange: others are mostly half of a longer word."""
_OTHERS: dict[str, tuple[str, ...]] = {
    word: tuple(other for other in group if other != word)
    for group in (tuple(word.strip() for word in one.split("|")) for one in _ALIKE.split(";"))
    for word in group[:2]
    if " " in word or word in _ALONE
}
_SYNONYM = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_OTHERS, key=len, reverse=True)) + r")(?!\w)")
_CLAUSE = re.compile(r"[,;:()“”\"–]|\s-\s|\.\s")
_REASON = re.compile(r"\s(?:vì|do|bởi vì|nhằm)\s")
_BEFORE = re.compile(r"(?:(?:hơn|gần|khoảng|chừng|trên|dưới|ít nhất|tối đa|tới|đến|lên đến|lên tới)\s+)+$")
_LEVEL = re.compile(
    r"(tỉnh|huyện|xã|thành phố|quận|phường|thị trấn|thị xã|sân bay|bệnh viện|trường|công ty)\s+$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:^|\s)(?:ông|bà|anh|chị|em|cháu)\s+$", re.IGNORECASE)
_PLACED = re.compile(r"(?:tại|ở|từ|đến|về|tới|khắp|của)\s+$")
_KEEP = re.compile(r"^(?:bao|nhiêu|mấy|nào|ai|đâu|khi|vì|sao|gì|ngày|tháng|năm|giờ)\W*$|\d|[A-ZĐ]")
_SMALL = word_set(
    "đã đang sẽ được bị các những của và là cho tại trong cũng này đó rất vẫn thì mà với theo vào ra"
)


@dataclass(frozen=True, slots=True)
class Hole:
    """``text[start:end]`` is the answer, ``asked`` what stands there in the question."""

    start: int
    end: int
    asked: str


def made_items(news: News, most: int, rng: random.Random) -> list[Item]:
    """Up to ``most`` questions about one article, each of another sentence; the same for the same ``rng``."""
    order = list(range(1, len(news.spans)))
    rng.shuffle(order)
    found: list[Item] = []
    for number in order:
        if len(found) == most:
            break
        sentence = news.sentence(number)
        holes = list(holes_of(sentence))
        near = next((news.sentence(i) for i in order if i != number), "")
        if not holes or not near or len(sentence.split()) < WORDS:
            continue
        hole = rng.choice(holes)
        question = asked(sentence, hole, news.title, rng)
        if question:
            answer = sentence[hole.start : hole.end]
            name = f"made-{news.path}-{number}"
            found.append(Item(name, news.path, "made", question, sentence, answer, near))
    return found


def holes_of(sentence: str) -> Iterator[Hole]:
    """Every figure, date, name and reason of a sentence that a question can ask for."""
    for figure in figures(sentence):
        if figure.shape in {"number", "range"} and figure.unit and not figure.word:
            before = _BEFORE.search(sentence[: figure.start])
            unit = "phần trăm" if figure.unit == "%" else figure.unit
            start = before.start() if before else figure.start
            yield Hole(start, figure.end, f"bao nhiêu {unit}")
    for moment in moments(sentence):
        if (asked_time := _time(moment)) and not _joined(sentence, moment):
            said = re.search(rf"{asked_time.split()[0]}\s+$", sentence[: moment.start], re.IGNORECASE)
            yield Hole(said.start() if said else moment.start, moment.end, asked_time)
    for name in names(sentence):
        if name.sure and (hole := _named(sentence, name)):
            yield hole
    reason = _REASON.search(sentence)
    if reason and reason.start() > 20:
        end = _CLAUSE.search(sentence, reason.end())
        stop = end.start() if end else len(sentence.rstrip(".… "))
        if stop - reason.end() > 15:
            aim = reason[0].strip() == "nhằm"
            yield Hole(reason.start() + 1, stop, "để làm gì" if aim else "vì sao")


def _joined(sentence: str, moment: Moment) -> bool:
    """Whether a moment is one end of a range ("2017-2018")."""
    return "-" in {sentence[moment.start - 1 : moment.start], sentence[moment.end : moment.end + 1]}


def _time(moment: Moment) -> str | None:
    if moment.is_time:
        return "mấy giờ"
    if moment.day:
        return "ngày nào"
    if moment.month:
        return "tháng mấy"
    return "năm nào" if moment.year else None


def _named(sentence: str, name: Name) -> Hole | None:
    level = _LEVEL.search(sentence[: name.start])
    if level:
        return Hole(level.start(), name.end, f"{level[1]} nào")
    if name.kind == "person":
        start, end = full_name(sentence, name)
        title = _TITLE.search(sentence[:start])
        if title or not sentence[:start].strip():
            return Hole(title.start() + (title[0][0] == " ") if title else start, end, "ai")
    placed = name.kind == "place" and _PLACED.search(sentence[: name.start])
    return Hole(name.start, name.end, "nơi nào") if placed else None


def asked(sentence: str, hole: Hole, title: str, rng: random.Random) -> str | None:
    """The clause around the hole as a question; None where too little is left of it."""
    edges = list(_CLAUSE.finditer(sentence))
    start = max([m.end() for m in edges if m.end() <= hole.start], default=0)
    end = min([m.start() for m in edges if m.start() >= hole.end], default=len(sentence))
    head, tail = sentence[start : hole.start].split(), sentence[hole.end : end].split()
    room = rng.randint(WORDS, MOST_WORDS)
    head, tail = head[-room:], tail[: max(2, room - len(head[-room:]))]
    if len(head) + len(tail) < WORDS - 1:
        return None
    words = [*head, hole.asked, *tail]
    if hole.asked in {"vì sao", "để làm gì"} and rng.random() < 0.6:
        words = [hole.asked, *head]
    topic = [name.text for name in names(title) if name.sure and name.text not in " ".join(words)]
    if topic and rng.random() < 0.5:
        words += [rng.choice(("ở", "trong vụ", "của")), rng.choice(topic)]
    text = reworded(" ".join(words), rng).strip(" .…?!\"'-")
    return f"{text[:1].upper()}{text[1:]}{rng.choice(('?', '?', ''))}"


def reworded(question: str, rng: random.Random) -> str:
    """Some words exchanged for others of like meaning, some left out; names, digits and what asks stay."""
    text = _SYNONYM.sub(lambda m: rng.choice(_OTHERS[m[0]]) if rng.random() < EXCHANGED else m[0], question)
    kept = [word for word in text.split() if _KEEP.search(word) or rng.random() >= _dropped(word)]
    return " ".join(kept)


def _dropped(word: str) -> float:
    return SMALL_DROPPED if word.lower() in _SMALL else DROPPED


def usable(item: Item, known: Mapping[str, News]) -> bool:
    """Whether the answer does not stand in the question itself."""
    return item.article in known and plain(item.answer) not in plain(item.question)
