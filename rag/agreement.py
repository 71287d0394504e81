"""What rules can see of a question and a sentence: does it hold the kind of answer asked for, of the
right year, target or result, about the names and figures that the question gives?

Each field is a number from -1 (against) over 0 (nothing to say) to 1 (for), so that a linear model
can weigh them; ``tests/bench/calibrate.py`` fits the weights.
"""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from functools import lru_cache

from index.text import syllables
from index.types import Article
from rag import given
from rag.answering import answers_kind, fitting_figures, holds_class
from rag.asking import UPPER
from rag.intents import Intent
from rag.moments import moments
from rag.names import SURNAMES, name_key, names
from rag.standing import akin, standing, told
from rag.types import Sentence
from rag.wanted import Wanted, all_wanted

_SHORT = re.compile(rf"(?<!\w)[{UPPER}\d&.-]{{2,}}(?!\w)")
LONGEST = 4
"""Words of a person's name."""
OPENING = frozenset({"Phía", "Hiện", "Bên", "Riêng", "Năm", "Cùng"})
"""Written large before a name of two words because they open the question."""
_CLASS_ALONE = frozenset({"", "Trường", "Bệnh viện", "Sở", "Bộ", "Công ty", "Đại học", "Thành phố"})


AGAINST, FOR = 2.0, 0.7
"""Log odds of one contradiction (seven to one), and of a sentence that names the place asked (two to one)."""
OTHER_AIM = 5.0
"""Log odds against a target where the result is asked for, or a result for a target: of nine such
sentences of the training questions' articles none answered, and the mistake must not be made."""
OTHER_CLASS = 0.25
"""On the training questions a name of the asked class answers ten times as often as one of another
class, which does twice as often as a sentence without any."""
_AIMS = frozenset({"target", "plan"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question gives and wants, read once per question."""

    question: str
    wants: tuple[Wanted, ...]
    years: frozenset[int]
    names: tuple[tuple[str, ...], ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Features of one sentence for one question, each -1..1."""

    kind: float
    intent: float
    year: float
    place: float
    names: float
    figures: float
    form: float

    def accord(self) -> float:
        """Log odds, by rule, for the same place and against another place, name, year or aim.

        Not fitted: 440 news articles hold too few of these, and a figure of another district or
        year is the mistake that must not be made.
        """
        against = max(-self.place, 0.0) + sum(v == -1.0 for v in (self.names, self.year))
        aim = OTHER_AIM * (self.intent == -1.0)
        return FOR * max(self.place, 0.0) - AGAINST * against - aim

    def vector(self) -> tuple[float, ...]:
        return astuple(self)


FEATURES = tuple(Agreement.__slots__)


@lru_cache(maxsize=256)
def asked(question: str) -> Asked:
    """Read a question: what it wants, which years, names of two or more syllables and figures it gives."""
    years = frozenset(m.year for m in moments(question) if m.year)
    runs = [run for name in names(question) if name.sure for run in _spelt(name.text)]
    given = tuple(name_key(run) for run in runs if " " in run)
    numbers = tuple(word for word in syllables(question) if any(c.isdigit() for c in word))
    return Asked(question, all_wanted(question), years, given, numbers)


def _spelt(name: str) -> list[str]:
    """The parts of a name between its abbreviations, which an article may write out or leave away:
    "GRDP Hạc Châu" is Hạc Châu, "Trường THPT Lâm Kha" is Lâm Kha; and a place and who follows it apart."""
    parts = [run for run in (part.strip() for part in _SHORT.split(name)) if run not in _CLASS_ALONE]
    return [run for part in parts for run in _apart(part.split())]


def _apart(words: Sequence[str]) -> list[str]:
    """ "Kon Tum Đào Xuân Quý" as two names: a person's begins with a surname and has two words or more."""
    for at in range(2, len(words) - 1):
        if words[at] in SURNAMES and len(words) - at <= LONGEST and words[0] not in SURNAMES:
            return [" ".join(words[:at]), " ".join(words[at:])]
    if len(words) > 2 and words[0] in OPENING:
        return [" ".join(words[1:])]
    return [" ".join(words)]


def agreement(question: str, sentence: Sentence) -> Agreement:
    """How a candidate agrees with a question; pure, and cheap beside a forward pass."""
    ask = asked(question)
    article, text = sentence.hit.article, sentence.text
    return Agreement(
        kind=_kind(ask, text, sentence.context),
        intent=_intent(ask, article, text, sentence.context),
        year=_year(ask, article, text, sentence.context),
        place=standing(ask.names, question, article, sentence.span.start, text),
        names=_names(ask, article),
        figures=_figures(ask, article),
        form=_form(ask, text, sentence.context),
    )


def _kind(ask: Asked, text: str, before: str) -> float:
    """1 when each thing wanted has a span that could be it, -1 when none has; 0 for free-form wants.

    A name of another class than the one asked for ("sở nào", and a ministry stands there) is a quarter.
    """
    formed = [want for want in ask.wants if want.kind not in {"thing", "manner", "yesno", "reason"}]
    if not formed:
        return 0.0
    filled = sum(_filled(want, text, before) for want in formed)
    return 2.0 * filled / len(formed) - 1.0


def _form(ask: Asked, text: str, before: str) -> float:
    """-1 when what is asked for has one form (a year, a measure in a unit) that the sentence lacks; else 0.

    Of 1,318 training questions for such a thing 50 have it not in the sentence that answers.
    """
    wants = [want for want in ask.wants if want.has_one_form]
    return 0.0 if all(answers_kind(want, text, before) for want in wants) else -1.0


def _filled(want: Wanted, text: str, before: str) -> float:
    spans = answers_kind(want, text, before)
    if spans and want.noun and want.kind in {"organisation", "place"}:
        return 1.0 if holds_class(want, text, spans) else OTHER_CLASS
    if not spans and want.kind == "count":  # "mấy con xế" where the text counts "16 chiếc xe"
        return OTHER_CLASS if answers_kind(replace(want, noun=""), text, before) else 0.0
    return float(bool(spans))


def _intent(ask: Asked, article: Article, text: str, before: str) -> float:
    """Of the figures that could answer, one is what was asked, target or result (1), or none is (-1).

    A question that does not say which it wants asks for a result where its year was over when the article
    came out, and for an aim where that year was still to come.
    """
    want = ask.wants[0]
    if not want.is_figure:
        return 0.0
    intent = want.intent or _by_date(ask, article)
    if not intent:
        return 0.0
    kinds = {figure.kind for figure in fitting_figures(want, text, before)}
    if not kinds or "unknown" in kinds:
        return 0.0
    return 1.0 if any((kind in _AIMS) == (intent in _AIMS) for kind in kinds) else -1.0


def _by_date(ask: Asked, article: Article) -> Intent:
    if not ask.years or article.published is None:
        return ""
    if max(ask.years) < article.published.year:
        return "result"
    return "target" if min(ask.years) > article.published.year else ""


def _year(ask: Asked, article: Article, text: str, before: str) -> float:
    """The asked year stands in the sentence (1) or around it (.5), or its figures are of another (-1)."""
    if not ask.years:
        return 0.0
    here = {m.year for m in moments(text) if m.year}
    if here & ask.years:
        return 1.0
    if ask.wants[0].is_figure:
        years = {figure.year for figure in fitting_figures(ask.wants[0], text, before)}
        if years and not years & {None, *ask.years}:
            return -1.0
    near = {m.year for m in moments(f"{article.heading}\n{before}") if m.year}
    if near & ask.years or (article.published and article.published.year in ask.years):
        return 0.5
    return -0.5 if here or near else 0.0


def _names(ask: Asked, article: Article) -> float:
    """Share of the question's names that stand in the article, as -1..1; 0 when it gives none.

    A province under its name before or after July 2025 counts half: it speaks neither for nor against.
    """
    if not ask.names:
        return 0.0
    found = sum(1.0 if told(name, article.text) else 0.5 * akin(name, article) for name in ask.names)
    return 2.0 * found / len(ask.names) - 1.0


def _figures(ask: Asked, article: Article) -> float:
    """Share of the question's figures that stand in the article, as -1..1; 0 when it gives none."""
    if not ask.figures:
        return 0.0
    found = sum(given.told(figure, article) for figure in ask.figures)
    return 2.0 * found / len(ask.figures) - 1.0
