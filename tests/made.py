"""Made-up news for the tests of the index's life: as many as wanted, each its own, any version of each."""

import random
from pathlib import Path

PLACES = [
    "Vân Khê",
    "Hạ Lâm",
    "Thượng Bình",
    "Trà Nham",
    "Đông Sạ",
    "Phú Lạc",
    "Bến Vực",
    "Cẩm Hiên",
    "Mường Sa",
    "Tân Lũy",
]
PEOPLE = [
    "Lê Văn Thuận",
    "Trần Thị Mơ",
    "Đỗ Quang Hạ",
    "Phạm Minh Sâm",
    "Vũ Thị Hiền",
    "Bùi Đức Long",
    "Ngô Thanh Tú",
]
THINGS = [
    "thu ngân sách",
    "trồng rừng",
    "làm đường bê tông",
    "nuôi cá lồng",
    "sửa trường học",
    "giảm nghèo",
    "cấp nước sạch",
]
VERBS = [
    "hoàn thành",
    "vượt kế hoạch",
    "chậm tiến độ",
    "được tỉnh khen",
    "phải làm lại",
    "thu hút nhiều hộ dân",
]


def news(number: int, version: int = 0, sentences: int = 14) -> str:
    """An article: headline, then a body of ``sentences``; the same numbers give the same text."""
    dice = random.Random(f"{number}/{version}")
    place = PLACES[number % len(PLACES)]
    lines = [f"Xã {place} số {number} {dice.choice(VERBS)} việc {dice.choice(THINGS)}"]
    for _ in range(sentences):
        lines.append(
            f"Ông {dice.choice(PEOPLE)} ở xã {dice.choice(PLACES)} cho biết việc {dice.choice(THINGS)} năm "
            f"{dice.randint(2015, 2030)} {dice.choice(VERBS)} với {dice.randint(2, 9_999)} hộ và "
            f"{dice.randint(1, 99)},{dice.randint(1, 9)} tỷ đồng."
        )
    return "\n\n".join(lines) + "\n"


def write(folder: Path, numbers: range, version: int = 0) -> list[Path]:
    """Write one file an article below ``folder``, in two subfolders; returns their paths."""
    paths = []
    for number in numbers:
        path = folder / ("chan" if number % 2 == 0 else "le") / f"{number:04d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(news(number, version), encoding="utf-8")
        paths.append(path)
    return paths
