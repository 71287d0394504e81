"""What was heard from a model and said of it: each sentence is proved, replaced by its quote, or dropped.

An answer numbers its sources in the order in which it comes to them, not in that of the prompt, and says
nothing twice: both need a memory of what was said, also where the extractive answer has to go on from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import prompts
from rag.answering import answers_kind
from rag.prompting import Prompt
from rag.quoting import cite, vietnamese
from rag.slots import content
from rag.support import check, worst
from rag.types import Citation, Evidence, Said, State
from rag.wanted import all_wanted

LIKELY = 3
"""Evidence, best first, whose quote may stand in the place of a sentence that fails."""
SHARED = 0.5
"""Share of the words that a sentence adds to the question which its sources must hold; below it is babble."""
_NUMBERS = re.compile(r"\s*\[(?:câu\s*)?(\d+(?:\s*[,;]\s*\d+)*)\]", re.IGNORECASE)
_UNSAFE = re.compile(r"https?://|www\.|!\[|<[a-z/!]|<<<|>>>|\]\(", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:[-*•#>\s]|\d+[.)]\s|(?:\*\*)?(?:trả lời|câu trả lời|đáp)\s*(?:\*\*)?:\s*)+", re.IGNORECASE
)
_TITLE = re.compile(r"\(bài [“\"][^”\"]*[”\"]\)", re.IGNORECASE)
_TRAILING = re.compile(r"\s*(?:\[[^\]]*)?$")


class Heard:
    """What was said so far: the numbers given to evidence, and the state of each citation."""

    def __init__(self, question: str, prompt: Prompt) -> None:
        self._question, self._evidence = question, prompt.evidence
        self._cited: dict[tuple[str, int, int], Citation] = {}
        self._texts: set[str] = set()
        self.shown = 0

    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._cited.values())

    def hear(self, sentence: str) -> Said | None:
        """The sentence as it may be shown, its quote instead of it, or None for what proves nothing."""
        text, numbers = _split(sentence)
        chosen = [self._evidence[number - 1] for number in numbers if 1 <= number <= len(self._evidence)]
        if not text or not content(text) or (not chosen and not (chosen := self._found(text))):
            return None
        if not self.shown and not _has_form(self._question, text):
            return None  # "ai" is answered by a name: this says something else
        state, difference = self._judge(text, chosen)
        if state != "supported" and (proving := self._found(text)):
            state, chosen = "supported", proving  # a wrong number for a sentence that another one proves
        if state == "supported":
            return self._say(text.rstrip(" ."), chosen, "said_lead", "lead")
        near = [one for one in chosen if one in self._evidence[:LIKELY]]
        if not near:
            return None  # neither the sentence nor what it points at answers
        return self._say(near[0].text, near[:1], "said_quote", "quote", state, difference)

    def _judge(self, text: str, chosen: Sequence[Evidence]) -> tuple[State, str | None]:
        around = [f"{e.article.heading} {_day(e)}" for e in chosen]
        if _UNSAFE.search(text):
            return "not_located", None
        asked = set(content(self._question))
        own = [word for word in content(text) if word not in asked]
        known = set(content(" ".join([*around, *(e.text for e in chosen)])))
        if sum(word in known for word in own) < max(1.0, SHARED * len(own)):
            return "not_located", None  # babble, or the question said again
        return check(text, [e.text for e in chosen], around)

    def _found(self, text: str) -> list[Evidence]:
        """The sentence that proves an uncited one, where its figures and names leave no doubt."""
        proving = [e for e in self._evidence if self._judge(text, [e])[0] == "supported"]
        own = set(content(text))
        proving.sort(key=lambda e: -len(own & set(content(e.text))))
        return proving[:1]

    def _say(
        self,
        text: str,
        chosen: Sequence[Evidence],
        template: str,
        slot: str,
        state: State = "supported",
        difference: str | None = None,
    ) -> Said | None:
        cited = [self._keep(replace(cite(e, 0), state=state, difference=difference)) for e in chosen]
        numbers = ", ".join(str(citation.number) for citation in cited)
        if self._repeats(text):
            return None
        self.shown += 1
        return Said(prompts.render(template, **{slot: text.strip(), "numbers": numbers}), tuple(cited))

    def _repeats(self, text: str) -> bool:
        key = " ".join(content(_NUMBERS.sub("", text)))
        known = key in self._texts
        self._texts.add(key)
        return known

    def _keep(self, citation: Citation) -> Citation:
        """Number a citation by its place in the article; its state is the worst of all that cite it."""
        key = (citation.article_id, citation.start, citation.end)
        known = self._cited.get(key)
        kept = replace(citation, number=known.number if known else len(self._cited) + 1)
        if known and worst([known.state, kept.state]) == known.state:
            kept = known
        self._cited[key] = kept
        return kept

    def go_on(self, fallback: Sequence[Said]) -> Iterator[Said]:
        """The extractive sentences with their citations numbered on, those already shown left out."""
        for said in fallback:
            numbers = {citation.number: self._keep(citation) for citation in said.citations}

            def renumber(match: re.Match[str], numbers: dict[int, Citation] = numbers) -> str:
                old = [int(number) for number in re.findall(r"\d+", match[1])]
                return f" [{', '.join(str(numbers[n].number) for n in old if n in numbers)}]"

            text = _NUMBERS.sub(renumber, said.text) if numbers else said.text
            if not self._repeats(said.text):
                yield Said(text, tuple(dict.fromkeys(numbers.values())))


def _has_form(question: str, text: str) -> bool:
    """Whether a sentence names someone for "ai", where only that is asked."""
    wants = all_wanted(question)
    return any(want.kind != "person" or answers_kind(want, text) for want in wants)


def _day(one: Evidence) -> str:
    return f"ngày {vietnamese(one.article.published)}" if one.article.published else ""


def _split(sentence: str) -> tuple[str, list[int]]:
    """The words of a sentence without list marks and citation numbers, and those numbers."""
    numbers = [int(n) for match in _NUMBERS.finditer(sentence) for n in re.findall(r"\d+", match[1])]
    text = _TRAILING.sub("", _LEAD_IN.sub("", _TITLE.sub("", _NUMBERS.sub("", sentence))))
    return " ".join(text.replace("**", "").split()), list(dict.fromkeys(numbers))
