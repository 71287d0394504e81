"""Sentences for the check of support: 300 changed, 300 unchanged or reworded, from templates and a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

PEOPLE = ["Lê Văn Minh", "Trần Thị Hoa", "Lò Văn Sáng", "Nguyễn Đức Thịnh", "Vi Thị Mai", "Phạm Quốc Hưng"]
PLACES = ["Mường Hà", "Nậm Lốc", "Phú Hà", "Tân Lập", "An Khê", "Bến Đò", "Hòa Sơn", "Đồng Giao"]
OTHER_PEOPLE = ["Hoàng Văn Quý", "Đỗ Thị Lan", "Bùi Xuân Trường", "Ngô Bá Khải"]
OTHER_PLACES = ["Mường Hạ", "Nậm Lót", "Thanh Giang", "Cẩm Sơn"]
COUNTED = ["hộ nghèo", "đảng viên", "học sinh", "công trình", "dự án", "doanh nghiệp", "hợp tác xã"]
MEASURED = ["ha", "km", "tấn", "tỷ đồng", "triệu đồng", "triệu USD", "giờ", "tháng"]
OTHER_UNIT = {
    "ha": "km2", "km": "m", "tấn": "tạ", "tỷ đồng": "triệu đồng", "triệu đồng": "tỷ đồng",
    "triệu USD": "tỷ đồng", "giờ": "ngày", "tháng": "năm", "%": "triệu đồng",
}  # fmt: skip
SAME_UNIT = {
    "ha": "héc-ta", "km": "cây số", "tấn": "tấn", "tỷ đồng": "tỉ đồng", "triệu đồng": "triệu đồng",
    "triệu USD": "triệu đô la", "giờ": "tiếng", "tháng": "tháng", "%": " phần trăm",
}  # fmt: skip

TEMPLATES = [
    (
        "Năm {year}, huyện {place} giải ngân {money} {unit}, đạt {percent}% kế hoạch, theo ông {person}.",
        "Theo ông {person}, huyện {place} năm {year} giải ngân được {money} {unit}.",
        "Mức giải ngân năm {year} của huyện {place} bằng {percent}% kế hoạch.",
    ),
    (
        "Ngày {day}/{month}/{year}, bà {person} trao {count} suất quà cho {count2} {noun} ở xã {place}.",
        "Bà {person} tặng {count2} {noun} xã {place} tổng cộng {count} suất quà hôm {day}/{month}/{year}.",
        "{count2} {noun} của xã {place} nhận quà ngày {day}/{month}/{year}.",
    ),
    (
        "Tỷ lệ hộ nghèo ở {place} giảm từ {percent2}% xuống {percent}% sau năm {year}.",
        "Sau năm {year}, hộ nghèo ở {place} chỉ còn {percent}%.",
        "Trước đó tỷ lệ hộ nghèo của {place} là {percent2}%.",
    ),
    (
        "Lễ khai mạc diễn ra lúc {hour}h{minute} ngày {day}-{month} tại {place} với {count} đại biểu.",
        "Có {count} đại biểu dự lễ khai mạc ở {place}, bắt đầu {hour}h{minute} ngày {day}-{month}.",
        "Giờ khai mạc là {hour}h{minute}.",
    ),
    (
        "Công ty {place} bị phạt {money} {unit} vì xả thải, quyết định số {code} do ông {person} ký.",
        "Ông {person} ký quyết định số {code} phạt công ty {place} {money} {unit}.",
        "Tiền phạt của công ty {place} là {money} {unit}.",
    ),
    (
        "Từ năm {year} đến nay, tỉnh {place} xây {count} {noun}, tổng cộng {money} {unit}.",
        "Tỉnh {place} đã xây {count} {noun} kể từ năm {year}.",
        "Tổng cộng {money} {unit} cho {count} {noun} ở tỉnh {place}.",
    ),
    (
        "Giai đoạn {year}-{year2}, {place} phấn đấu có {count} {noun}, mỗi năm tăng {percent}%.",
        "{place} đặt chỉ tiêu {count} {noun} trong giai đoạn {year}-{year2}.",
        "Mức tăng phấn đấu của {place} là {percent}%/năm.",
    ),
    (
        "Ông {person} đứng thứ {rank} trong {count} người dự thi ở {place} năm {year}.",
        "Trong {count} người dự thi năm {year} tại {place}, ông {person} xếp thứ {rank}.",
        "Thứ hạng của ông {person} là thứ {rank}.",
    ),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    quote: str
    said: str
    what: str


def _values(chance: random.Random) -> dict[str, str]:
    year = chance.randint(2012, 2035)
    count = chance.randint(11, 940)
    return {
        "year": str(year),
        "year2": str(year + 5),
        "place": chance.choice(PLACES),
        "person": chance.choice(PEOPLE),
        "money": f"{chance.randint(2, 980)},{chance.randint(1, 9)}",
        "unit": chance.choice(MEASURED),
        "percent": f"{chance.randint(2, 49)},{chance.randint(10, 99)}",
        "percent2": f"{chance.randint(50, 98)},{chance.randint(1, 9)}",
        "count": str(count)
        if chance.random() < 0.6
        else f"{chance.randint(1, 9)}.{chance.randint(100, 999)}",
        "count2": str(count + chance.randint(1, 40)),
        "noun": chance.choice(COUNTED),
        "day": str(chance.randint(13, 28)),
        "month": str(chance.randint(1, 12)),
        "hour": str(chance.randint(6, 11)),
        "minute": chance.choice(["15", "30", "45"]),
        "code": str(chance.randint(100, 990)),
        "rank": str(chance.randint(2, 9)),
    }


def _digit(chance: random.Random, number: str) -> str:
    """Another digit in one place; never a leading zero."""
    spots = [at for at, mark in enumerate(number) if mark.isdigit()]
    at = chance.choice(spots)
    digit = chance.choice([mark for mark in "123456789" if mark != number[at]])
    return number[:at] + digit + number[at + 1 :]


def _change(chance: random.Random, values: dict[str, str], used: list[str]) -> tuple[dict[str, str], str]:
    key = chance.choice(used)
    changed = dict(values)
    if key == "place":
        changed[key] = chance.choice(OTHER_PLACES)
    elif key == "person":
        changed[key] = chance.choice(OTHER_PEOPLE)
    elif key == "unit":
        changed[key] = OTHER_UNIT[values[key]]
    elif key == "noun":
        changed[key] = chance.choice([noun for noun in COUNTED if noun != values[key]])
    elif key in {"year", "year2"}:
        changed[key] = str(int(values[key]) + chance.choice([-3, -1, 1, 2]))
    elif key == "minute":
        changed[key] = {"15": "45", "30": "15", "45": "30"}[values[key]]
    elif key == "day":
        changed[key] = str(int(values[key]) % 28 + 1)
    elif key == "month":
        changed[key] = str(int(values[key]) % 12 + 1)
    elif key == "hour":
        changed[key] = str(int(values[key]) + 1)
    else:
        changed[key] = _digit(chance, values[key])
        while changed[key] in values.values():
            changed[key] = _digit(chance, values[key])
    return changed, key


def _used(template: str) -> list[str]:
    return [part.split("}")[0] for part in template.split("{")[1:]]


def changed(number: int, seed: int = 5) -> Iterator[Case]:
    """Sentences with one digit, unit, year or name changed against their quote."""
    chance = random.Random(seed)
    for at in range(number):
        quote, *variants = TEMPLATES[at % len(TEMPLATES)]
        values = _values(chance)
        said = chance.choice([quote, *variants])
        other, what = _change(chance, values, _used(said))
        yield Case(quote.format(**values), said.format(**other), what)


def kept(number: int, seed: int = 6) -> Iterator[Case]:
    """Sentences unchanged or reworded, their numbers in other Vietnamese forms."""
    chance = random.Random(seed)
    for at in range(number):
        quote, *variants = TEMPLATES[at % len(TEMPLATES)]
        values = _values(chance)
        said = chance.choice([quote, *variants])
        other = dict(values)
        if chance.random() < 0.5:
            other["money"] = values["money"].replace(",", ".")
            other["percent"] = values["percent"].replace(",", ".")
        if chance.random() < 0.5:
            other["count"] = values["count"].replace(".", "")
        if chance.random() < 0.5:
            other["unit"] = SAME_UNIT[values["unit"]]
        text = said.format(**other)
        if chance.random() < 0.5:
            text = text.replace("%", " phần trăm")
        if chance.random() < 0.5:
            text = text.replace(
                f"{other['hour']}h{other['minute']}", f"{other['hour']} giờ {other['minute']} phút"
            )
            text = text.replace(
                f"{other['day']}/{other['month']}/{other['year']}",
                f"{other['day']} tháng {other['month']} năm {other['year']}",
            )
        yield Case(quote.format(**values), text, "kept")
