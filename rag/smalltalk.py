"""What needs no article: greetings, thanks, "bạn là ai", and requests that no article can serve.

The patterns match the whole folded question, so that "xin chào, thu ngân sách bao nhiêu?" is still
searched; they are wordings of the language, not of any corpus.
"""

import re
from dataclasses import dataclass

import prompts
from index.text import fold

_CALLED = r"(?: (?:ban|em|anh|chi|bot|hoibao|ad|moi nguoi|ca nha|tro ly))?"
_END = r"(?: (?:a|nhe|nha|nhieu|nhieu lam|lam|ban|em|anh|chi|hoibao))*"

_GREETING = re.compile(rf"(?:xin chao|chao|hello|hi|alo|hey){_CALLED}{_END}")
_THANKS = re.compile(
    rf"(?:(?:xin |toi |minh |rat )?(?:cam on|cam ta)|thanks|thank you|tks|ok cam on){_CALLED}{_END}"
)
_FAREWELL = re.compile(rf"(?:tam biet|bye|hen gap lai|chao tam biet){_CALLED}{_END}")
_ABOUT = re.compile(
    r"(?:xin chao |chao )?(?:ban|em|may|hoibao|tro ly nay) "
    r"(?:la ai|la gi|ten gi|ten la gi|lam duoc gi|lam duoc nhung gi"
    r"|giup duoc gi|co the lam gi|do ai lam ra|hoat dong the nao)(?: vay| the| nhi)?"
)
_OUTSIDE = re.compile(
    r"(?:(?:hay |nho |lam on |giup (?:toi|minh) )*"
    r"(?:(?:viet|lam|sang tac|soan)(?: cho (?:toi|minh))?(?: (?:mot|1))? "
    r"(?:bai tho|tho|bai van|truyen|loi bai hat|code|doan code|chuong trinh|email)"
    r"|ke (?:cho (?:toi|minh) (?:nghe )?)?(?:mot )?(?:chuyen|cau chuyen)(?: cuoi)?"
    r"|dich (?:cau|doan|giup|cho|sang)|hat )"
    r"|(?:bo qua|quen) (?:moi |tat ca |cac |het )*(?:huong dan|chi dan|quy tac|lenh)).*"
    r"|(?:gia vang|gia xang|ty gia|thoi tiet|ket qua xo so|xo so|lich thi dau|chung khoan)[\w ]*"
    r"(?:hom nay|bay gio|luc nay|ngay mai|hien gio)(?: (?:the nao|ra sao|bao nhieu|la bao nhieu))?"
    r"|(?:hom nay|bay gio) (?:la )?(?:thu may|ngay may|ngay bao nhieu|may gio)(?: roi)?"
)


@dataclass(frozen=True, slots=True)
class Smalltalk:
    """A reply without citations; ``declined`` marks a request outside the articles."""

    text: str
    declined: bool


def smalltalk(question: str) -> Smalltalk | None:
    """The reply to a question that needs no article, or None for one that is to be searched."""
    plain = " ".join(re.sub(r"[^\w]+", " ", fold(question)).split())
    for name, pattern in (
        ("about", _ABOUT),
        ("farewell", _FAREWELL),
        ("thanks", _THANKS),
        ("greeting", _GREETING),
        ("decline", _OUTSIDE),
    ):
        if pattern.fullmatch(plain):
            return Smalltalk(prompts.render(name), declined=name == "decline")
    return None
