"""A question as typed becomes a Query: diacritics restored, a follow-up made standalone, sides told apart."""

from collections.abc import Sequence
from datetime import date

from index.errors import InputError
from index.store import Store
from index.text import has_marks, nfc
from rag.diacritics import restore
from rag.followup import standalone
from rag.sides import sides
from rag.types import Query, Turn

MOST = 2000
"""Characters read of a question: the longest real ones hold a pasted paragraph; beyond it is a text."""


def understand(question: str, history: Sequence[Turn], store: Store, today: date) -> Query:  # noqa: ARG001
    """Return what is searched and answered.

    Raises InputError ``question_empty`` or ``question_long``.
    """
    typed = " ".join(nfc(question).split())
    if not typed:
        raise InputError("question_empty")
    if len(typed) > MOST:
        raise InputError("question_long", length=len(typed), most=MOST)
    text, carried = standalone(restore(typed, store), history)
    return Query(typed=typed, text=text, typed_marks=has_marks(typed), sides=sides(text), carried=carried)
