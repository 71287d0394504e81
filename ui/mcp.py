"""Ask and search for agents: two tools that Gradio's MCP server offers, nothing else of the page."""

from typing import Any

import gradio as gr

from rag.types import Answer, Filters
from ui import wire
from ui.house import House

MOST = 20


def offer(house: House) -> None:
    """Name the two functions inside the Blocks being built; every other one of the page is private."""

    async def ask(question: str) -> dict[str, Any]:
        """Answer a question in Vietnamese from the indexed articles, with the quotes that prove it.

        Args:
            question: The question, in Vietnamese, complete in itself.
        """
        async for event in house.desk.stream(question):
            if isinstance(event, Answer):
                return wire.answer(event)
        raise AssertionError("the assistant ended without an answer")

    def search(query: str, k: int = 10) -> list[dict[str, Any]]:
        """List the passages of the indexed articles nearest to a query, best first.

        Args:
            query: What to look for, in Vietnamese.
            k: How many passages, at most 20.
        """
        _, found = house.desk.assistant().search(query, max(1, min(k, MOST)), Filters())
        return [wire.hit(one) for one in found]

    gr.api(ask, api_name="ask", concurrency_limit=None)  # type: ignore[attr-defined]
    gr.api(search, api_name="search")  # type: ignore[attr-defined]
