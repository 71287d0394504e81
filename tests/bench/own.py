"""Questions of our own about places, names and dates, with the articles they ask of, made from templates.

Places: news of each province that the 2025 reform merged, asked for by the other name. Dates: one report
a year on the same thing, whose text names no year, asked for by year and as the latest. Names: districts
that differ in one tone, whose reports say the same; the passage asked for names only "huyện". Abbreviations:
reports that say either form, asked for by the other. Numbers: reports alike but for a number, in digits or
in words, asked for by that number the other way.
"""

import json
from pathlib import Path

from index.abbreviations import written_out
from rag.places import NOW

_MARKETS = ("chợ trung tâm", "chợ đầu mối", "chợ đêm", "chợ nổi")
_THINGS = (
    "đàn trâu bò", "diện tích chè", "sản lượng mật ong", "số hộ nuôi tằm", "lượng khách tham quan hang động",
    "diện tích rừng sản xuất", "số lớp học xóa mù chữ", "sản lượng cá lồng",
)  # fmt: skip
_NAMES = (
    ("Vân Hà", "Vân Hạ"), ("Tân Mai", "Tân Mái"), ("Bến Nứa", "Bến Nưa"), ("Sơn Lả", "Sơn Lã"),
    ("Nậm Lốc", "Nậm Lộc"), ("Khe Sàn", "Khe San"), ("Phú Hòe", "Phú Hoẻ"), ("Đông Bạ", "Đông Bá"),
    ("Thanh Mỗ", "Thanh Mộ"), ("An Lũy", "An Lụy"), ("Hàm Tế", "Hàm Tề"), ("Bình Tứ", "Bình Tự"),
    ("Mường Cơi", "Mường Cời"), ("Long Hải", "Long Hãi"), ("Trà Lỉnh", "Trà Lịnh"), ("Đồng Xá", "Đồng Xạ"),
)  # fmt: skip
_SHORT = (
    "UBND", "HĐND", "MTTQ", "BHYT", "BHXH", "BHTN", "GTVT", "CSGT", "ATGT", "GPLX", "PCCC", "VKSND", "TAND",
    "KCN", "KĐT", "GPMB", "BĐS", "NTM", "HTX", "NSNN", "NHNN", "THPT", "THCS", "SGK", "ĐBQH", "UBKT", "CLB",
    "QLTT", "FDI", "BQL",
)  # fmt: skip
_NUMBERS = (
    (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"), (17, "mười bảy"), (21, "hai mươi mốt"),
    (24, "hai mươi bốn"), (28, "hai mươi tám"), (35, "ba mươi lăm"), (36, "ba mươi sáu"),
    (41, "bốn mươi mốt"),
    (50, "năm mươi"), (53, "năm mươi ba"), (60, "sáu mươi"), (69, "sáu mươi chín"), (72, "bảy mươi hai"),
    (85, "tám mươi lăm"), (94, "chín mươi bốn"),
)  # fmt: skip
_FILLER = (
    "Hội nghị nghe báo cáo của các phòng, ban và ý kiến của nhiều đại biểu về những việc đã làm trong năm. "
)
_YEARS = range(2020, 2025)


def write(folder: Path) -> tuple[int, int]:
    """Write FOLDER/articles and FOLDER/questions.jsonl; return how many of each."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    texts, questions = _places()
    dated, asked = _dates()
    named, called = _names()
    short, spelt = _abbreviations()
    counted, spoken = _numbers()
    texts.update(dated | named | short | counted)
    questions += asked + called + spelt + spoken
    for source, text in texts.items():
        (articles / source).write_text(text, encoding="utf-8")
    lines = [
        json.dumps(
            {"id": f"{kind}-{at}", "type": kind, "question": question, "history": [], "sources": gold},
            ensure_ascii=False,
        )
        for at, (kind, question, gold) in enumerate(questions)
    ]
    (folder / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(texts), len(lines)


def _places() -> tuple[dict[str, str], list[tuple[str, str, list[str]]]]:
    texts: dict[str, str] = {}
    questions: list[tuple[str, str, list[str]]] = []
    merged = [(old, new) for new, olds in NOW.items() for old in olds if old != new]
    for at, (old, new) in enumerate(merged):
        market = _MARKETS[at % len(_MARKETS)]
        texts[f"cu-{at:02d}.txt"] = (
            f"Sửa chữa {market} ở {old}\n\nSở Công thương {old} cho biết {market} của tỉnh được sửa "
            f"chữa từ tuần sau. Kinh phí sửa chữa là {3 + at} tỷ đồng, tiểu thương tạm dời chỗ.\n"
        )
        questions.append(
            ("place_new", f"Kinh phí sửa chữa {market} ở {new} là bao nhiêu?", [f"cu-{at:02d}.txt"])
        )
    for at, (old, new) in enumerate(merged):
        if new not in [pair[1] for pair in merged[:at]]:
            texts[f"moi-{at:02d}.txt"] = (
                f"{new} mở phiên giao dịch việc làm\n\nTrung tâm Dịch vụ việc làm {new} mở phiên đầu tiên "
                f"sau sắp xếp. Có {20 + at} doanh nghiệp tham gia, tuyển {900 + 10 * at} lao động.\n"
            )
        first = next(place for place, pair in enumerate(merged) if pair[1] == new)
        questions.append(
            (
                "place_old",
                f"Phiên giao dịch việc làm ở {old} có bao nhiêu doanh nghiệp tham gia?",
                [f"moi-{first:02d}.txt"],
            )
        )
    return texts, questions


def _dates() -> tuple[dict[str, str], list[tuple[str, str, list[str]]]]:
    texts: dict[str, str] = {}
    questions: list[tuple[str, str, list[str]]] = []
    for at, thing in enumerate(_THINGS):
        for year in _YEARS:
            texts[f"nam-{at}-{year}.txt"] = (
                f"Huyện Vân Hà công bố {thing}\n\nThứ sáu, 20/12/{year}\n\nUBND huyện Vân Hà vừa công bố "
                f"kết quả rà soát. Theo đó {thing} trong năm tăng {year % 7 + at + 2}% so với năm trước.\n"
            )
            questions.append(
                (
                    "date_year",
                    f"{thing.capitalize()} của huyện Vân Hà năm {year} tăng bao nhiêu phần trăm?",
                    [f"nam-{at}-{year}.txt"],
                )
            )
        questions.append(
            (
                "date_latest",
                f"Con số mới nhất về {thing} của huyện Vân Hà tăng bao nhiêu?",
                [f"nam-{at}-{_YEARS[-1]}.txt"],
            )
        )
    return texts, questions


def _names() -> tuple[dict[str, str], list[tuple[str, str, list[str]]]]:
    texts: dict[str, str] = {}
    questions: list[tuple[str, str, list[str]]] = []
    for at, pair in enumerate(_NAMES):
        for side, name in enumerate(pair):
            source = f"ten-{at:02d}-{side}.txt"
            texts[source] = (
                f"Huyện {name} tổng kết công tác\n\nHuyện {name} họp tổng kết công tác. {_FILLER * 8}\n\n"
                f"{_FILLER * 3}Trong năm, toàn huyện kiên cố hóa {20 + 3 * at + side} km kênh mương.\n"
            )
            questions.append(("name", f"Huyện {name} kiên cố hóa được bao nhiêu km kênh mương?", [source]))
    return texts, questions


def _abbreviations() -> tuple[dict[str, str], list[tuple[str, str, list[str]]]]:
    texts: dict[str, str] = {}
    questions: list[tuple[str, str, list[str]]] = []
    for at, short in enumerate(_SHORT):
        long = written_out(short)
        assert long is not None, short
        told, asked = (short, long) if at % 2 else (long, short)
        source = f"viet-tat-{at:02d}.txt"
        texts[source] = (
            f"Tọa đàm về {told}\n\nTọa đàm về {told} diễn ra sáng nay. Có {40 + at} người dự tọa đàm.\n"
        )
        questions.append(("abbreviation", f"Tọa đàm về {asked} có bao nhiêu người dự?", [source]))
    return texts, questions


def _numbers() -> tuple[dict[str, str], list[tuple[str, str, list[str]]]]:
    texts: dict[str, str] = {}
    questions: list[tuple[str, str, list[str]]] = []
    for number, words in _NUMBERS:
        for way, (told, asked) in enumerate(((str(number), words), (words, str(number)))):
            thing = ("lò gốm", "khung cửi")[way]
            source = f"so-{number}-{way}.txt"
            texts[source] = (
                f"Làng nghề giữ {thing}\n\nMột làng nghề còn {told} {thing} hoạt động. {_FILLER * 2}\n"
            )
            questions.append(("number", f"Làng nghề nào còn {asked} {thing}?", [source]))
    return texts, questions
