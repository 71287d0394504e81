"""The check of an answer sentence against its cited quotes: figures, units, dates and proper names."""

import re
from collections.abc import Iterator, Sequence

import prompts
from index import abbreviations
from index.text import fold, nfc
from rag.figures import Figure, figures, same_figure
from rag.moments import Moment, moments, same_moment
from rag.names import CLASS_NOUNS, COMMON, Name, name_key, names
from rag.types import State
from rag.units import family

_MARKS = re.compile(r"\[\d+(?:\s*,\s*\d+)*\]|[*_`]")
_BEFORE = re.compile(r"(?:\S+\s+){0,3}$")
_REACHED = re.compile(r"(?<!\w)(?:đã|thực tế|đạt được|thực hiện được|hiện có|kết quả)(?!\w)", re.IGNORECASE)
_WORST: tuple[State, ...] = ("supported", "not_located", "figure_differs")


def check(sentence: str, quotes: Sequence[str], context: Sequence[str] = ()) -> tuple[State, str | None]:
    """Whether the quotes say what the sentence says, and if not, what differs (in Vietnamese).

    Every figure with its unit, every date and clock time and every proper name of the sentence
    must stand in the quotes. ``context`` (titles, dates of the articles) may prove names and years,
    never figures. Number forms are equal ("60.3 triệu" and "60,3 triệu đồng"), "7,05%" and "7,50%"
    are not. The difference reads "Mô hình viết 7,50%, nguồn ghi 7,05%".
    Returns ``figure_differs`` for a figure or date, ``not_located`` for a name; the first wins.
    """
    said = nfc(_MARKS.sub("", sentence))
    source = "\n".join(nfc(quote) for quote in quotes)
    around = "\n".join([source, *(nfc(text) for text in context)])
    if said.strip(' .“”"') and said.strip(' .“”"') in source:
        return "supported", None
    for figure, near in _wrong_figures(said, source, around):
        return "figure_differs", _difference(figure.text, near)
    for moment, near in _wrong_moments(said, source, around):
        return "figure_differs", _difference(moment.text, near)
    if moved := _moved(said, [nfc(quote) for quote in quotes], around[len(source) :]):
        return "figure_differs", moved
    for name in _wrong_names(said, around):
        return "not_located", _difference(name.text, None)
    return "supported", None


def _difference(said: str, source: str | None) -> str:
    if source is None:
        return prompts.render("differs_missing", said=said)
    return prompts.render("differs", said=said, source=source)


def worst(states: Sequence[State]) -> State:
    """The state of a citation that several sentences cite: the worst of theirs."""
    return max(states, key=_WORST.index, default="supported")


def _wrong_figures(said: str, source: str, around: str) -> Iterator[tuple[Figure, str | None]]:
    given = figures(source)
    for figure in figures(said):
        if figure.word and figure.value == 1:
            continue  # "một" is an article more often than a number
        if any(same_figure(figure, other) and _same_thing(figure, other) for other in given):
            continue
        if any(_part_of(figure, other) for other in given) or _in_name(figure, said, around):
            continue
        yield figure, _nearest(figure, given)


def _in_name(figure: Figure, said: str, around: str) -> bool:
    """Whether a number belongs to a name that the source or title holds with it: "cầu Bến Sậy 2"."""
    named = re.search(r"(?P<n>\w+)\s$", said[: figure.start])
    number = re.match(r"\d+(?![\d.,]*\d)", said[figure.start :])
    if not named or not number or not named["n"][0].isupper():
        return False
    return re.search(rf"(?<!\w){re.escape(named['n'])} {number[0]}(?![\w,.]*\d)", around) is not None


def _moved(said: str, quotes: Sequence[str], context: str) -> str | None:
    """A right figure under a wrong year, or a target told as reached."""
    years = {moment.year for moment in moments(said) if moment.year}
    for figure in figures(said):
        held = [(quote, other) for quote in quotes for other in figures(quote) if same_figure(figure, other)]
        if not held or figure.shape == "code":
            continue
        known = {m.year for quote, _ in held for m in moments(f"{quote}\n{context}") if m.year}
        if len(years) == 1 and known and not years & known:
            return _difference(f"{figure.text} ({min(years)})", f"{held[0][1].text} ({min(known)})")
        if _REACHED.search(said) and figure.kind == "result" and all(o.kind == "target" for _, o in held):
            return _difference(f"{figure.text} (kết quả)", f"{held[0][1].text} (chỉ tiêu)")
    return None


def _same_thing(figure: Figure, other: Figure) -> bool:
    """A code keeps the word it belongs to: "Nghị định 116" is no "Nghị quyết 116"."""
    if figure.shape != "code" or other.shape != "code":
        return True
    mine, theirs = figure.measure.lower().split(), other.measure.lower().split()
    return not mine or not theirs or mine[-1] == theirs[-1] or "số" in {mine[-1], theirs[-1]}


def _part_of(figure: Figure, other: Figure) -> bool:
    """ "16 chỉ tiêu" of "16/17 chỉ tiêu"; both ends of a range told apart ("từ 2 triệu đến 5 triệu")."""
    if figure.high is not None or other.high is None:
        return False
    ratio = other.shape == "ratio" and figure.value in {other.value, other.high}
    return ratio and (not figure.unit or not other.unit or figure.unit.split()[0] == other.unit.split()[0])


def _nearest(figure: Figure, given: Sequence[Figure]) -> str | None:
    """The source's figure that the wrong one most likely stands for: same value, else same unit."""
    same_value = [other for other in given if other.value == figure.value and other.high == figure.high]
    same_kind = [other for other in given if figure.unit and family(other.unit) == family(figure.unit)]
    same_kind.sort(
        key=lambda other: (_unlike(figure.measure, other.measure), abs(other.value - figure.value))
    )
    chosen = [*same_value, *same_kind]
    return chosen[0].text if chosen else None


def _unlike(one: str, other: str) -> int:
    return -len(set(one.lower().split()) & set(other.lower().split()))


def _wrong_moments(said: str, source: str, around: str) -> Iterator[tuple[Moment, str | None]]:
    quoted, known = moments(source), moments(around)
    for moment in moments(said):
        if any(same_moment(moment, other) for other in known):
            continue
        if moment.is_time and any(_hours(moment, figure) for figure in figures(source)):
            continue
        alike = [other for other in quoted if other.is_time == moment.is_time]
        alike.sort(key=lambda other: (other.day is None) != (moment.day is None))
        yield moment, alike[0].text if alike else None


def _hours(moment: Moment, figure: Figure) -> bool:
    """ "7 giờ" without a cue reads as a duration; it may still be the clock time."""
    return figure.unit == "giờ" and figure.value == moment.hour and not moment.minute


def _wrong_names(said: str, around: str) -> Iterator[Name]:
    keys = name_key(around)
    text, short = f" {' '.join(keys)} ", set(abbreviations.keys([fold(word) for word in keys]))
    words = set(keys)
    for name in names(said):
        if not name.sure or said[: name.start].endswith("/"):
            continue  # "25/TB" is a code, which the figures prove
        key = name_key(name.text)
        opened = name.start == 0 or said[: name.start].rstrip().endswith((".", ":", "“", '"'))
        ordinary = name.text.split()[0] in COMMON | CLASS_NOUNS or key[0] in words
        forms = [key, key[1:]] if opened and ordinary and len(key) > 1 else [key]
        forms += [key[1:]] if len(key) > 1 and short & set(abbreviations.keys([fold(key[0])])) else []
        if any(f" {' '.join(form)} " in text for form in forms if form):
            continue
        if not short & _marks_through(said, name):
            yield name


def _marks_through(said: str, name: Name) -> set[str]:
    """Abbreviations that take in the whole name: "UBND", "Hồ Chí Minh" in "Thành phố Hồ Chí Minh"."""
    before, after = name_key(_BEFORE.findall(said[: name.start])[0]), name_key(said[name.end : name.end + 60])
    inside = list(name_key(name.text))

    def marks(words: Sequence[str]) -> set[str]:
        return set(abbreviations.keys([fold(word) for word in (*before, *words, *after)]))

    found = marks(inside)
    for at in range(len(inside)):
        found -= marks([*inside[:at], "-", *inside[at + 1 :]])
    return found
