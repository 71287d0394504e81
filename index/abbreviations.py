"""Abbreviations of Vietnamese news, found whichever way they are written.

``keys`` gives one mark ("=ubnd") for "UBND" and for "Ủy ban nhân dân", with or without diacritics,
so that either form of a question finds either form of a text. The table is our own.
"""

import re
from collections.abc import Sequence

from index.text import fold, syllables

_SHORT = re.compile(r"(?<!\w)[A-ZĐ]{2,}(?!\w)")
_TABLE = """
ubnd: ủy ban nhân dân
hđnd: hội đồng nhân dân
mttq: mặt trận tổ quốc
đbqh: đại biểu quốc hội
ubtvqh: ủy ban thường vụ quốc hội
ubkt: ủy ban kiểm tra
bch: ban chấp hành
btv: ban thường vụ
bql: ban quản lý
tw: trung ương
nđ: nghị định
nq: nghị quyết
qđ: quyết định
tphcm, tp hcm, tp hồ chí minh: thành phố hồ chí minh
tp hn: thành phố hà nội
đbscl: đồng bằng sông cửu long
bhyt: bảo hiểm y tế
bhxh: bảo hiểm xã hội
bhtn: bảo hiểm thất nghiệp
gtvt: giao thông vận tải
csgt: cảnh sát giao thông
atgt: an toàn giao thông
gplx: giấy phép lái xe
pccc: phòng cháy chữa cháy
vksnd: viện kiểm sát nhân dân
tand: tòa án nhân dân
cqđt: cơ quan điều tra
gdđt, gd đt: giáo dục đào tạo, giáo dục và đào tạo
nnptnt, nn ptnt: nông nghiệp phát triển nông thôn, nông nghiệp và phát triển nông thôn
tnmt, tn mt: tài nguyên môi trường, tài nguyên và môi trường
khđt, kh đt: kế hoạch đầu tư, kế hoạch và đầu tư
khcn, kh cn: khoa học công nghệ, khoa học và công nghệ
tttt, tt tt: thông tin truyền thông, thông tin và truyền thông
lđtbxh, lđ tb xh: lao động thương binh xã hội, lao động thương binh và xã hội
ktxh, kt xh: kinh tế xã hội
qlđt: quản lý đô thị
qltt: quản lý thị trường
kcn: khu công nghiệp
kkt: khu kinh tế
kđt: khu đô thị
gpmb: giải phóng mặt bằng
bđs: bất động sản
ntm: nông thôn mới
htx: hợp tác xã
nsnn: ngân sách nhà nước
nhnn: ngân hàng nhà nước
tmcp: thương mại cổ phần
dn: doanh nghiệp
tnhh: trách nhiệm hữu hạn
đh: đại học
thpt: trung học phổ thông
thcs: trung học cơ sở
sgk: sách giáo khoa
hssv: học sinh sinh viên
bs: bác sĩ
bv: bệnh viện
nld, nlđ: người lao động
clb: câu lạc bộ
vff: liên đoàn bóng đá việt nam
vn: việt nam
lhq: liên hợp quốc, liên hiệp quốc
who: tổ chức y tế thế giới
wb: ngân hàng thế giới
imf: quỹ tiền tệ quốc tế
adb: ngân hàng phát triển châu á
eu: liên minh châu âu
gdp: tổng sản phẩm quốc nội, tổng sản phẩm trong nước
fdi: đầu tư trực tiếp nước ngoài
"""


def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First folded syllable → the forms that begin with it, longest first, and their mark."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _TABLE.strip().splitlines():
        shorts, _, longs = line.partition(": ")
        for form in [*shorts.split(", "), *longs.split(", ")]:
            words = tuple(fold(word) for word in syllables(form))
            found.setdefault(words[0], []).append((words, "=" + fold(shorts.split(",")[0])))
    return {first: sorted(forms, key=lambda form: -len(form[0])) for first, forms in found.items()}


_FORMS = _forms()
_LONG = {
    tuple(syllables(short)): longs.split(", ")[-1]
    for shorts, _, longs in (line.partition(": ") for line in _TABLE.strip().splitlines())
    for short in shorts.split(", ")
}


def keys(folded: Sequence[str]) -> list[str]:
    """The marks of all abbreviations, short or written out, among folded syllables."""
    found = []
    for start, first in enumerate(folded):
        for form, key in _FORMS.get(first, ()):
            if tuple(folded[start : start + len(form)]) == form:
                found.append(key)
                break
    return found


def written_out(short: str) -> str | None:
    """The long form of an abbreviation ("UBND" → "ủy ban nhân dân"), None if the table lacks it."""
    return _LONG.get(tuple(syllables(short)))


def suited(question: str, text: str) -> str:
    """The question with those abbreviations written out that a text never uses but writes out.

    "Chủ tịch UBND tỉnh" of a text that says "Ủy ban nhân dân tỉnh" throughout is asked in its words.
    """

    def longer(match: re.Match[str]) -> str:
        long = written_out(match[0])
        if long is None or match[0] in text or long not in text.lower():
            return match[0]
        return long[0].upper() + long[1:]

    return _SHORT.sub(longer, question)
