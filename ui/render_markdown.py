"""A conversation as a Markdown file: answers with footnotes, one per source, nothing in it active."""

import re
from collections.abc import Sequence

from ui import vi
from ui.exchange import Exchange
from ui.render import MARKERS

ACTIVE = re.compile(r"([\\`*_{}\[\]()#+!|<>~$&-])")
LINE_START = re.compile(r"^(\s*)(\d+)([.)])", re.MULTILINE)


def plain(text: str) -> str:
    """Text that Markdown shows as it stands: no link, image, heading, list or HTML."""
    return LINE_START.sub(r"\1\2\\\3", ACTIVE.sub(r"\\\1", text))


def document(title: str, exchanges: Sequence[Exchange]) -> str:
    """Questions as headings, answers below, sources as footnotes numbered through the whole file."""
    lines = [f"# {plain(title)}", ""]
    notes: list[str] = []
    for one in exchanges:
        numbers = {card.number: len(notes) + at for at, card in enumerate(one.cards, start=1)}
        lines += [f"## {plain(one.question)}", "", _answer(one.text, numbers), ""]
        for card in one.cards:
            about = [card.title, card.publisher, vi.day(card.published), vi.STATES[card.state]]
            where = " · ".join(plain(part) for part in about if part)
            quote = plain(" ".join(card.quote.split()))
            notes.append(f"[^{numbers[card.number]}]: {where}. “{quote}” ({plain(card.source)})")
    return "\n".join([*lines, *notes, ""])


def _answer(text: str, numbers: dict[int, int]) -> str:
    out, at = [], 0
    for found in MARKERS.finditer(text):
        known = [numbers[int(n)] for n in found[1].split(",") if int(n) in numbers]
        if known:
            out += [plain(text[at : found.start()]), *(f"[^{number}]" for number in known)]
            at = found.end()
    return "".join([*out, plain(text[at:])])
