"""Vietnamese as the fonts of the nineties wrote it, for the tests that must not read it wrong."""

import unicodedata

_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        bytes.fromhex(
            "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9"
            "aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfea1a2a3a4a5a6a7"
        ),
        strict=True,
    )
)
_VNI = dict(
    pair.split("=")
    for line in (
        "à=aø á=aù ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë é=eù è=eø ẻ=eû",
        "ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà",
        "ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï",
        "ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ",
    )
    for pair in line.split()
)


def tcvn3(text: str) -> bytes:
    """TCVN3 (ABC): one byte a letter; capitals with a tone are written by small ones of a capital font."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        known = letter if letter in _TCVN3 else letter.lower()
        out += bytes([_TCVN3[known]]) if known in _TCVN3 else letter.encode("ascii", errors="replace")
    return bytes(out)


def vni(text: str) -> bytes:
    """VNI Windows: a letter and then its mark."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        written = _VNI.get(letter.lower())
        if written is None:
            out.append(letter if letter.isascii() else "?")
        else:
            out.append(written.upper() if letter.isupper() else written)
    return "".join(out).encode("cp1252", errors="replace")


def cp1258(text: str) -> bytes:
    """Windows-1258: vowels with circumflex, breve or horn as one byte, tones as a byte of their own."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next((c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"), "")
            base = unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts)
            out += (base + tone).encode("cp1258", errors="replace")
    return bytes(out)
