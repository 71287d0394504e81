"""Units of measure with their many spellings, and the nouns that news count, in one canonical form."""

import re

from rag.numerals import word_set

_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("điểm %", r"điểm phần trăm|điểm\s?%"),
    ("%", r"%|phần trăm|phần %"),
    ("‰", r"‰|phần nghìn|phần ngàn"),
    ("USD", r"USD|đô[- ]?la(?:\s+Mỹ)?|dollar|đô(?:\s+Mỹ)?"),
    ("euro", r"euro|EUR|ơ-rô"),
    ("nhân dân tệ", r"nhân dân tệ|NDT|CNY|tệ"),
    ("yên", r"yên(?:\s+Nhật)?|JPY"),
    ("won", r"won"),
    ("bảng Anh", r"bảng(?:\s+Anh)?|GBP"),
    ("baht", r"baht"),
    ("rúp", r"rúp|rouble|rub"),
    ("franc", r"franc|phrăng"),
    ("peso", r"peso"),
    ("đồng", r"đồng|VNĐ|VND|đ"),
    ("m3/giây", r"(?:m3|m³|mét khối)\s?/\s?(?:giây|s)"),
    ("km/giờ", r"(?:km|ki-?lô-?mét|cây số)\s?/\s?(?:giờ|h)"),
    ("km2", r"km2|km²|ki-?lô-?mét vuông|km vuông"),
    ("km", r"km|ki-?lô-?mét|ki lô mét|kilomet|cây số"),
    ("hải lý", r"hải lý"),
    ("dặm", r"dặm"),
    ("m3", r"m3|m³|mét khối|khối"),
    ("m2", r"m2|m²|mét vuông"),
    ("mm", r"mm|mi-?li-?mét"),
    ("cm", r"cm|xăng-?ti-?mét|xen-?ti-?mét|phân"),
    ("ha", r"héc-?\s?ta|hécta|hecta|ha"),
    ("sào", r"sào"),
    ("kWh", r"kWh|kwh|kW giờ|ki-?lô-?oát giờ"),
    ("GW", r"GWp|GW|gigawatt"),
    ("MW", r"MWp|MW|mega-?watt|mê-?ga-?oát"),
    ("kW", r"kWp|kW|kilo-?watt|ki-?lô-?oát"),
    ("kV", r"kV"),
    ("m", r"mét|met|m"),
    ("tấn", r"tấn"),
    ("tạ", r"tạ"),
    ("kg", r"kg|ki-?lô-?gam|kilogam|cân|ký|kí"),
    ("g", r"gram|gam|g"),
    ("lít", r"lít|l"),
    ("ml", r"ml"),
    ("độ", r"°C|độ C|độ|°"),
    ("giây", r"giây"),
    ("phút", r"phút"),
    ("giờ", r"giờ đồng hồ|tiếng đồng hồ|giờ|tiếng|h"),
    ("ngày", r"ngày"),
    ("đêm", r"đêm"),
    ("tuần", r"tuần lễ|tuần"),
    ("tháng tuổi", r"tháng tuổi"),
    ("tháng", r"tháng"),
    ("quý", r"quý"),
    ("tuổi", r"tuổi"),
    ("năm", r"năm"),
    ("thập kỷ", r"thập k[ỷỉ]|thập niên"),
    ("thế kỷ", r"thế k[ỷỉ]"),
)
FAMILIES: dict[str, frozenset[str]] = {
    "money": frozenset(
        {"đồng", "USD", "euro", "nhân dân tệ", "yên", "won", "bảng Anh", "baht", "rúp", "franc", "peso"}
    ),
    "percent": frozenset({"%", "điểm %", "‰"}),
    "area": frozenset({"ha", "m2", "km2", "sào"}),
    "distance": frozenset({"km", "m", "cm", "mm", "hải lý", "dặm"}),
    "duration": frozenset(
        {"giây", "phút", "giờ", "ngày", "đêm", "tuần", "tháng", "quý", "năm", "thập kỷ", "thế kỷ"}
    ),
    "quantity": word_set("tấn tạ kg g lít ml m3 m3/giây GW MW kW kWh kV độ km/giờ"),
    "age": frozenset({"tuổi", "tháng tuổi"}),
}  # fmt: skip
PEOPLE = frozenset(
    word.replace("_", " ")
    for word in word_set(
        "người nhân_khẩu ngư_dân sinh_viên học_sinh công_nhân cán_bộ đảng_viên công_chức viên_chức lao_động "
        "nạn_nhân bệnh_nhân giáo_viên chiến_sĩ chiến_sỹ hành_khách khách du_khách thí_sinh em cháu "
        "bé trẻ trẻ_em "
        "dân người_dân nhân_dân cá_nhân đại_biểu thuyền_viên đối_tượng bị_cáo bị_can nghi_phạm phụ_nữ nữ nam "
        "bác_sĩ tài_xế nông_dân hội_viên đoàn_viên thành_viên nhân_viên vận_động_viên cầu_thủ cử_tri "
        "thương_binh phạm_nhân ứng_viên quần_chúng trường_hợp cảnh_sát y_tá điều_dưỡng đồng_chí "
        "thầy_cô cô_giáo học_trò tay_súng sĩ_tử lính binh_sĩ quân_nhân cựu_binh cựu_chiến_binh "
        "khán_giả bà_con "
        "nhà_khoa_học tiến_sĩ thạc_sĩ kỹ_sư phóng_viên trẻ_nhỏ thuyền_trưởng sản_phụ thợ tù_nhân di_dân"
    )
)
"""Nouns for people: "28 sinh viên" may be asked as "bao nhiêu người"."""

KINDRED = (
    word_set("vụ ca trường_hợp vụ_việc"),
    word_set("hộ nhà gia_đình hộ_dân căn_nhà"),
    word_set("xe chiếc phương_tiện ô_tô ôtô xe_máy"),
    word_set("tàu chiếc thuyền sà_lan phương_tiện tàu_cá"),
    word_set("công_ty doanh_nghiệp đơn_vị nhà_máy cơ_sở"),
    word_set("dự_án công_trình"),
    word_set("lần bận lượt phen trận đợt"),
    word_set("nước quốc_gia"),
    word_set("cửa_hàng siêu_thị tiệm quán"),
    word_set("người mạng"),
    word_set("cây gốc"),
    word_set("bài tác_phẩm"),
)
"""Counted nouns that one question and one article may use for one thing."""

STOPS = word_set(
    "đã được có của và trong tại ở là để cho bị do với từ đến tới trên dưới này đó kia theo khi thì mà nên "
    "sẽ đang còn vẫn cũng không chưa vào ra lên xuống qua về hoặc hay nhưng như vì bởi sau trước "
    "giữa ngoài nằm "
    "gồm nhằm phải cần đạt tăng giảm so bằng chiếm thuộc trở nữa khác cùng mỗi nay nào vừa mới đều rồi tham "
    "làm thiệt tử chết mất hơn gần khoảng đứng bao sang lại đi"
)
"""Syllables that end a noun run after a number."""

_ALL = "|".join(f"(?P<u{at}>{spelling})" for at, (_, spelling) in enumerate(_SPELLINGS))
UNIT = re.compile(r"\s?(?:" + _ALL + r")(?![\w²³])")
PER = re.compile(
    r"\s?(?:/\s?(?:1\s)?|mỗi\s|một\s(?=tháng|năm|ngày|tuần|người|lít|kg|ha|m2))([^\W\d_]+[23²]?)"
)
_WORD = re.compile(r"\s?([^\W\d_]+(?:[23](?!\d))?)")


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """Canonical unit that starts at offset ``at`` (a space before it allowed) and its end, or None."""
    match = UNIT.match(text, at)
    if match is None:
        return None
    assert match.lastgroup is not None
    unit = _SPELLINGS[int(match.lastgroup[1:])][0]
    if unit in {"năm", "đồng", "tạ", "phân", "cân", "độ", "khối", "quý"} and re.match(
        r"\s(?:chí|bào|bằng|tội|tài|khởi|tuổi học|lượng|hộ)\b", text[match.end() :]
    ):
        return None
    if unit in {"lít", "g", "m", "giờ"} and match[0].strip() in {"l", "g", "h", "m"} and match[0][0] == " ":
        return (unit, match.end()) if match[0].strip() == "m" else None
    return unit, match.end()


def noun_at(text: str, at: int, most: int = 3) -> tuple[str, int] | None:
    """The run of at most ``most`` lower-case syllables after a number: what it counts."""
    words: list[str] = []
    end = at
    while len(words) < most and (match := _WORD.match(text, end)):
        word = match[1]
        if not word.islower() or word in STOPS or (not words and not match[0].startswith(" ")):
            break
        words.append(word)
        end = match.end()
        more = _WORD.match(text, end)
        longer = f"{' '.join(words)} {more[1]}" if more else ""
        if " ".join(words) in PEOPLE and longer not in PEOPLE:
            break  # "28 học sinh", not "28 học sinh nhập" (viện)
    return (" ".join(words), end) if words else None


def family(unit: str) -> str:
    """ "money", "area", …, "people" or "count"; '' for no unit."""
    for name, units in FAMILIES.items():
        if unit in units:
            return name
    if not unit:
        return ""
    words = unit.split()
    return "people" if words[0] in PEOPLE or " ".join(words[:2]) in PEOPLE else "count"


def same_unit(claimed: str, source: str) -> bool:
    """Whether two units name one thing; a missing one fits anything, "người" fits any person noun."""
    if not claimed or not source or claimed == source:
        return True
    kinds = {family(claimed), family(source)}
    if kinds == {"people"} and "người" in {claimed.split()[0], source.split()[0]}:
        return True
    if not kinds <= {"people", "count"}:
        return False
    mine, theirs = claimed.split(), source.split()
    return mine[0] == theirs[0] and (len(mine) == 1 or len(theirs) == 1 or mine[1] == theirs[1])


def kindred(one: str, other: str) -> bool:
    """Whether two counted nouns may mean one thing: "ca tai nạn" and "vụ tai nạn"."""
    heads = [{noun.split(" ")[0], "_".join(noun.split(" ")[:2])} for noun in (one, other)]
    return any(heads[0] & group and heads[1] & group for group in KINDRED)
