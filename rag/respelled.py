"""Names in a question typed without marks get the spelling of the articles found for it.

"huyen Bac Son" may be restored as the minister Bắc Son, whom the corpus names more often. The search
reads folded words and finds the district's article all the same; from then on its own spelling holds.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.text import fold
from index.types import Hit
from rag.names import names
from rag.types import Query

FIRST = 3
"""Hits whose articles are looked into: past them the name may be another's."""
SHORTEST = 2
"""Syllables of a name that is looked for: a single one is too many words at once."""


def respelled(query: Query, hits: Sequence[Hit]) -> Query:
    """The query with its names as the first articles found spell them, where marks alone differ."""
    if query.typed_marks:
        return query
    articles = list({hit.article.id: hit.article.text for hit in hits[:FIRST]}.values())
    text = query.text
    for name in names(text):
        if len(name.text.split()) >= SHORTEST and (spelling := _spelling(name.text, articles)):
            text = re.sub(rf"(?<!\w){re.escape(name.text)}(?!\w)", spelling, text)
    return replace(query, text=text)


def _spelling(name: str, articles: Sequence[str]) -> str | None:
    """How the first article that has the name, with whatever marks, spells it; None for no other way."""
    for article in articles:
        if name in article:
            return None
        if found := [one.text for one in names(article) if fold(one.text) == fold(name)]:
            return found[0]
    return None
