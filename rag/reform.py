"""One sentence on the reform of July 2025: provinces that merged, districts that are no more."""

from collections.abc import Sequence
from datetime import date

import prompts
from index.types import Article
from rag.places import BEFORE, NOW, key, places, relatives
from rag.types import Query

REFORM = date(2025, 7, 1)
"""The day on which the merged provinces and the government without districts began."""

CITIES = frozenset({"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"})
"""Today's units that are cities, not provinces (Resolution 202/2025/QH15)."""


def reform(query: Query, articles: Sequence[Article], today: date) -> str | None:
    """What the reader should know of the places asked about, or None."""
    return merger(query.text, articles) or abolished(query, today)


def abolished(query: Query, today: date) -> str | None:
    """ "… huyện Vân Hà không còn là một đơn vị hành chính." to a question about a district as of today.

    A question about the time before is answered by articles of that time and needs no such word.
    """
    asked = query.latest or any(first >= REFORM for first, _ in query.spans)
    district = next((place for place in places(query.text) if place.level == "district"), None)
    if today < REFORM or not asked or district is None:
        return None
    return prompts.render("said_abolished", place=query.text[district.start : district.end])


def merger(question: str, articles: Sequence[Article]) -> str | None:
    """ "Từ 1/7/2025, tỉnh Hòa Bình đã nhập vào tỉnh Phú Thọ.", or None where the names agree.

    Said only of an article that names a relative of the province asked for and never that province.
    """
    texts = [f" {key(article.text)} " for article in articles]
    for place in places(question):
        if place.level != "province":
            continue
        for text in texts:
            if f" {key(place.name)} " in text:
                continue
            held = [name for name in relatives(place.name) if f" {key(name)} " in text]
            if held:
                first = min(held, key=lambda name: text.index(f" {key(name)} "))
                return _told(place.name, first)
    return None


def _told(one: str, other: str) -> str | None:
    """The sentence on two names of which one went into the other; None where one only replaced it."""
    new, old = (one, other) if one in NOW and other in NOW[one] else (other, one)
    if BEFORE.get(old) != new or len(NOW[new]) < 2:
        return None
    kind = "thành phố" if new in CITIES else "tỉnh"
    return prompts.render("said_renamed", old=old, new=new, kind=kind)
