"""Whether a question asks for what was reached, for what is aimed at, or for what is planned.

The mistake that must not be made: this year's result for next year's target. A plan or a target that
only measures the result ("đạt bao nhiêu phần trăm kế hoạch") makes no question for a plan of it.
"""

import re
from typing import Literal

Intent = Literal["target", "plan", "result", ""]

_INTENTS: tuple[tuple[Intent, str], ...] = (
    ("target", r"phấn đấu|chỉ tiêu|mục tiêu|đặt (?:ra|cao|chỉ|mục|lên|bao)|đề ra|nơi nào đặt"),
    (
        "result",
        r"thực tế|đạt được|kết quả|được bao nhiêu|rồi\W*$|đến nay|\bđã\b|giảm còn|hiện nay|thực hiện được|"
        r"\bchốt\b|(?<!lần )\bcuối cùng\b|\brốt cuộc\b|\bchính thức\b",
    ),
    ("plan", r"dự kiến|\bsẽ\b|kế hoạch|đề xuất|dự tính|theo thiết kế"),
)
_ACHIEVED = re.compile(
    r"\b(?:đạt|vượt|hoàn thành|bằng)\b(?:.*(?:bao nhiêu|mấy)(?:\s\w+){0,5}\s|\s(?:\w+\s){0,3}?)"
    r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)\b|"
    r"\bso với (?:\w+\s){0,3}?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)\b"
)
"""What was reached, measured by the plan: "đạt bao nhiêu phần trăm kế hoạch", "vượt mấy chỉ tiêu"."""
_ELAPSED = re.compile(
    r"\b(?:\d+|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy) tháng (?:đầu|qua|vừa qua|trước|cuối|năm \d{4})\b|"
    r"\bnăm (?:ngoái|trước|vừa qua|vừa rồi)\b|\bvừa qua\b|\bđến nay\b"
)
"""A stretch of time that is over when an article tells of it: "7 tháng đầu năm 2017 doanh thu bao nhiêu?"."""
_AIMED = re.compile(
    r"phấn đấu|\bđặt\b|dự kiến|\bsẽ\b|"
    r"(?:muốn|cần|phải|để|nhằm|quyết tâm|yêu cầu|kế hoạch|mục tiêu) (?:đạt|vượt)\b"
)


_SET_ASIDE = re.compile(
    r"(?:,\s*|\s)(?:chứ )?(?:không (?:hỏi|phải|nói|tính)|(?:chưa|khoan) (?:nói|kể|tính|hỏi))"
    r"(?: đến| tới)?\s[^,?]*"
)
"""What a question says it does not ask: "…, không hỏi chỉ tiêu", "chưa nói mục tiêu 2020, …"."""
_COUNTED = re.compile(r"\b(bao nhiêu|mấy)((?: \w+)?) (?:kế hoạch|chỉ tiêu|mục tiêu|đề xuất|đề án)\b")
"""Plans that are counted themselves: "ban hành bao nhiêu kế hoạch"."""
_FORESEEN = re.compile(
    r"\bdự (?:đoán|báo|kiến|tính|toán)\b|\bđược đoán\b|\bquy hoạch\b|\bthiết kế\b|theo kế hoạch"
)
_REACHED = re.compile(r"chỉ tiêu .*\b(?:đạt|vượt)(?: được)? (?:bao nhiêu|mấy) (?:phần trăm|%)")
"""Of the target how much, or how much the target is: "chỉ tiêu … đạt bao nhiêu phần trăm" does not say."""


def intent_of(question: str) -> Intent:
    """What a question in lower case asks for; '' where it does not say."""
    question = _SET_ASIDE.sub(" ", question)
    if _ACHIEVED.search(question) and not _AIMED.search(question):
        return "result"
    if _REACHED.search(question) and not _AIMED.search(question):
        return ""
    question = _COUNTED.sub(r"\1\2", question)
    foreseen = _FORESEEN.search(question)
    for intent, pattern in _INTENTS:
        if re.search(pattern, question) and not (intent == "result" and foreseen):
            return intent
    if foreseen:
        return ""
    return "result" if _ELAPSED.search(question) else ""
