"""Terms, congresses and sessions by number: "khoá mấy" is answered by "khóa XXII", "lần thứ mấy" by "lần thứ
XII"; figures alone are no such answer."""

import re

from index.types import Span

_NUMBER = r"(?:[IVXLC]{1,7}|\d{1,3}(?![/.,]?\d)|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w)"
_HEADS = {
    "khóa": r"kh(?:óa|oá)",
    "lần": r"lần",
    "kỳ họp": r"(?:k[ỳì] họp(?: lần)?|họp k[ỳì])",
    "phiên họp": r"phiên(?: họp)?(?: lần)?",
    "nhiệm kỳ": r"nhiệm kỳ",
    "đại hội": r"đại hội(?: lần)?",
    "thế kỷ": r"thế k[ỷỉ]",
}
_PARTS = "lớp|điều|khoản|chương|cấp|bậc|tầng|quận|phường|tập"
_HEADS |= {noun: noun for noun in _PARTS.split("|")}
"""Nouns that are numbered, in the order of how a question names them, and their forms."""
_ASKED = re.compile(
    rf"(?<!\w)(?P<n>{'|'.join(_HEADS.values())})\s(?:thứ\s)?(?:mấy|bao nhiêu|(?<=thế kỷ )nào)(?!\w)"
    r"(?!\s(?:tháng|năm|ngày)(?!\w))"
)
_BARE = re.compile(r"(?<!\w)(?:lần|nhiệm kỳ|đại hội)\s(?:mấy|bao nhiêu)(?!\w)")
"""Without "thứ" a count is as likely: "đã họp lần mấy"; only "khoá mấy" and sessions are numbers then."""
_COUNTS = re.compile(
    rf"(?<!\w)(?:{_PARTS})\s(?:bao nhiêu|mấy(?!\W*$|\s*[,.;?]|\s(?:thì|là|của|ở|tại|vì|do|mà|rồi|vậy|theo|"
    r"trong|để|và|còn|bị|được)(?!\w)))"
)
"""A verb or another noun, and what is counted stands after it: "điều mấy xe cứu hoả"."""


def asked(question: str) -> tuple[str, int] | None:
    """The numbered noun that a question in lower case asks the number of, and where; None for others."""
    match = _ASKED.search(question)
    if match is None or any(other.match(question, match.start()) for other in (_BARE, _COUNTS)):
        return None
    noun = next(name for name, form in _HEADS.items() if re.fullmatch(form, match["n"]))
    return noun, match.start()


def ordinals(noun: str, sentence: str) -> list[Span]:
    """Where a sentence numbers a noun, its words included: "lần thứ XXIV", "khóa XXII"."""
    found = re.finditer(rf"(?<!\w)(?i:{_HEADS[noun]}\s(?:thứ\s)?){_NUMBER}", sentence)
    return [Span(match.start(), match.end()) for match in found]
