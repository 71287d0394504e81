"""Places of Viet Nam in a text, and the provinces of before and after July 2025.

On 1 July 2025 the 63 provinces became 34 and the districts were abolished; articles keep the names
of their day. The table is our own, from Resolution 202/2025/QH15.
"""

import re
from dataclasses import dataclass
from typing import Literal

from index.text import canonical, fold, nfc
from rag.asking import UPPER

Level = Literal["province", "district", "commune"]

_TABLE = """
Hà Nội: Hà Nội
Huế: Thừa Thiên Huế
Lai Châu: Lai Châu
Điện Biên: Điện Biên
Sơn La: Sơn La
Lạng Sơn: Lạng Sơn
Quảng Ninh: Quảng Ninh
Thanh Hóa: Thanh Hóa
Nghệ An: Nghệ An
Hà Tĩnh: Hà Tĩnh
Cao Bằng: Cao Bằng
Tuyên Quang: Tuyên Quang, Hà Giang
Lào Cai: Lào Cai, Yên Bái
Thái Nguyên: Thái Nguyên, Bắc Kạn
Phú Thọ: Phú Thọ, Vĩnh Phúc, Hòa Bình
Bắc Ninh: Bắc Ninh, Bắc Giang
Hưng Yên: Hưng Yên, Thái Bình
Hải Phòng: Hải Phòng, Hải Dương
Ninh Bình: Ninh Bình, Hà Nam, Nam Định
Quảng Trị: Quảng Trị, Quảng Bình
Đà Nẵng: Đà Nẵng, Quảng Nam
Quảng Ngãi: Quảng Ngãi, Kon Tum
Gia Lai: Gia Lai, Bình Định
Khánh Hòa: Khánh Hòa, Ninh Thuận
Lâm Đồng: Lâm Đồng, Đắk Nông, Bình Thuận
Đắk Lắk: Đắk Lắk, Phú Yên
Hồ Chí Minh: Hồ Chí Minh, Bình Dương, Bà Rịa - Vũng Tàu
Đồng Nai: Đồng Nai, Bình Phước
Tây Ninh: Tây Ninh, Long An
Cần Thơ: Cần Thơ, Sóc Trăng, Hậu Giang
Vĩnh Long: Vĩnh Long, Bến Tre, Trà Vinh
Đồng Tháp: Đồng Tháp, Tiền Giang
Cà Mau: Cà Mau, Bạc Liêu
An Giang: An Giang, Kiên Giang
"""
NOW: dict[str, tuple[str, ...]] = {
    new: tuple(olds.split(", "))
    for new, _, olds in (row.partition(": ") for row in _TABLE.strip().splitlines())
}
"""Each of the 34 provinces and cities of today → those of the 63 that went into it."""
BEFORE: dict[str, str] = {old: new for new, olds in NOW.items() for old in olds}
"""Each of the 63 → the one of today that it belongs to."""

_ALIASES = {
    "tphcm": "Hồ Chí Minh", "hcm": "Hồ Chí Minh", "tp hcm": "Hồ Chí Minh", "sài gòn": "Hồ Chí Minh",
    "huế": "Huế", "vũng tàu": "Bà Rịa - Vũng Tàu", "bà rịa vũng tàu": "Bà Rịa - Vũng Tàu",
    "đăk lăk": "Đắk Lắk", "đắc lắc": "Đắk Lắk", "đăk nông": "Đắk Nông", "bắc cạn": "Bắc Kạn",
}  # fmt: skip
LEVELS: dict[str, Level] = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_GAP = r"[^\S\n]+"  # a name does not go on in the next line
_NAME = rf"(?:[{UPPER}][^\W\d_]*(?:{_GAP}(?:-{_GAP})?[{UPPER}][^\W\d_]*){{0,4}}|\d{{1,2}}(?![\d.,/]))"
_KIND = r"(?P<kind>(?i:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố|tp\.?))"
_LED = re.compile(rf"(?<!\w){_KIND}[^\S\n]*(?P<name>{_NAME})")
_BARE = re.compile(
    rf"(?<!\w)TP\.?\s?HCM(?!\w)|(?<!\w)[{UPPER}][^\W\d_]*(?:{_GAP}(?:-{_GAP})?[{UPPER}][^\W\d_]*){{0,5}}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names; ``name`` is without its kind, a province's as in the tables."""

    name: str
    level: Level
    start: int
    end: int


def key(name: str) -> str:
    """One spelling of a name, whatever the case, tone placement or dashes."""
    return " ".join(canonical(word) for word in re.findall(r"[^\W_]+", nfc(name).lower()))


_PROVINCES = {key(name): name for name in [*BEFORE, *NOW]} | {
    key(short): name for short, name in _ALIASES.items()
}


def province(name: str) -> str | None:
    """A province's name as in the tables, of any day and spelling ("Hoà Bình", "TP.HCM"), else None."""
    return _PROVINCES.get(key(name))


def places(text: str) -> list[Place]:
    """The places named with their kind ("huyện Vân Hà"), and provinces also without, in order."""
    found: list[Place] = []
    for match in _LED.finditer(text):
        name = match["name"]
        level = LEVELS.get(match["kind"].lower())
        known = province(name) if level in (None, "province") else None
        if level or known:
            found.append(
                Place(known or name, "province" if known else level or "district", match.start(), match.end())
            )
    taken = [range(place.start, place.end) for place in found]
    for match in _BARE.finditer(text):
        if not any(match.start() in span for span in taken):
            found.extend(_bare(match))
    return sorted(found, key=lambda place: place.start)


def _bare(match: re.Match[str]) -> list[Place]:
    """A province that opens a run of capitalised words, or follows an abbreviation in it; longest first."""
    words = list(re.finditer(r"\S+", match.group()))
    for at, word in enumerate(words):
        for last in reversed(words[at:]):
            if known := province(match.group()[word.start() : last.end()]):
                return [Place(known, "province", match.start() + word.start(), match.start() + last.end())]
        if not (word.group().isupper() and len(word.group()) > 1):
            break
    return []


def spellings(name: str) -> tuple[str, ...]:
    """Every way to write a province ("Sài Gòn", "HCM"), as ``key`` gives it; of another name the one."""
    known = province(name)
    return tuple(form for form, of in _PROVINCES.items() if of == known) if known else (key(name),)


def relatives(name: str) -> tuple[str, ...]:
    """The other names under which a province's news may stand: what it became, what went into it."""
    old = BEFORE.get(name)
    became = (old,) if old and old != name else ()
    return became + tuple(other for other in NOW.get(name, ()) if other != name)


def renamed(text: str) -> dict[str, str]:
    """The provinces in a text that are part of another today: {"Vĩnh Phúc": "Phú Thọ"}."""
    return {
        place.name: BEFORE[place.name]
        for place in places(text)
        if place.level == "province" and BEFORE.get(place.name, place.name) != place.name
    }


def names(text: str, place: str) -> bool:
    """Whether a text names a place or, of a province, a relative; marks count where ``place`` has them."""
    same = province(place)
    wanted = [key(other) for other in ((same, *relatives(same)) if same else (_plain(place),))]
    whole = f" {key(text)} "
    if any(f" {want} " in whole for want in wanted):
        return True
    return place == fold(place) and f" {key(_plain(place))} " in fold(whole)


def _plain(place: str) -> str:
    """A place's name without its kind."""
    match = _LED.fullmatch(place.strip())
    return match["name"] if match else place
