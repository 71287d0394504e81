"""The room Hỏi đáp: ask, watch the answer come, check its sources; conversations beside it."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

import gradio as gr

from index.errors import StoreError
from ui import render, render_article, render_page, talk, vi
from ui.house import COOKIE, MOST_UPLOAD, House
from ui.render_markdown import document
from ui.runs import Run, Runs

EXAMPLES = 4
WANTED = "() => decodeURIComponent(location.hash.startsWith('#c=') ? location.hash.slice(3) : '')"
"""The conversation that the page's address names: what is shown when it is opened."""
WELCOMED = "() => document.querySelector('#hb-live .hb-welcome') ? 'yes' : ''"
"""Whether the welcome stands on the page: not of a conversation, nor of a page that is not drawn yet."""
Updates = dict[Any, Any]


def owner_of(request: gr.Request) -> str:
    """The id that the browser's cookie holds; a client without one owns only its session."""
    return str(request.cookies.get(COOKIE) or f"session-{request.session_hash}")


def build(house: House, head: gr.HTML) -> dict[str, Any]:
    """Lay out the room and wire it; returns its parts by name, for the page that holds it."""
    with gr.Row(elem_id="hb-chat"):
        with gr.Column(elem_id="hb-side", scale=0):
            new = gr.Button(vi.CHAT["new"], elem_id="hb-new")
            find = gr.Textbox(
                label=vi.CHAT["find"], placeholder=vi.CHAT["find"], elem_id="hb-find", container=False
            )
            listed = gr.HTML(elem_id="hb-conversations", apply_default_css=False)
            gr.HTML(
                f'<button type="button" class="hb-tool" data-do="export">{render.words("export")}</button>',
                elem_id="hb-export",
                apply_default_css=False,
            )
        with gr.Column(elem_id="hb-talk"):
            past = gr.HTML(elem_id="hb-past", apply_default_css=False)
            live = gr.HTML(
                elem_id="hb-live",
                apply_default_css=False,
                js_on_load="watch('value', () => window.hoibao && window.hoibao.shown(element));",
            )
            with gr.Column(elem_id="hb-composer"):
                hint = gr.HTML(elem_id="hb-hint", apply_default_css=False)
                with gr.Row(elem_id="hb-ask"):
                    box = gr.Textbox(
                        label=vi.CHAT["box"],
                        placeholder=vi.CHAT["box"],
                        elem_id="hb-box",
                        lines=1,
                        max_lines=6,
                        container=False,
                        scale=1,
                    )
                    send = gr.Button(vi.CHAT["send"], elem_id="hb-send", variant="primary", scale=0)
                    stop = gr.Button(vi.CHAT["stop"], elem_id="hb-stop", visible=False, scale=0)
    wanted = gr.Textbox(visible="hidden", elem_id="hb-wanted", show_label=False)
    conversation, replacing = gr.State(""), gr.State(0)
    runs = Runs()
    idle = {send: gr.update(visible=True), stop: gr.update(visible=False)}

    def listing(owner: str, here: str, search: str = "") -> str:
        return render_page.conversations(house.history.conversations(owner, search), here)

    async def answer(question: str, here: str, instead: int, request: gr.Request) -> AsyncIterator[Updates]:
        """Stream one answer into the page; ``instead`` is the exchange that it replaces."""
        session, owner, question = str(request.session_hash), owner_of(request), question.strip()
        if (run := runs.start(session)) is None:
            yield {box: gr.skip()}  # a stream that ends without a word would empty the box
            return
        before = [e for e in house.history.exchanges(owner, here) if not instead or e.id < instead]
        shown = {past: render.thread(before), live: talk.started(question), box: "", hint: "", replacing: 0}
        try:
            yield shown | {send: gr.update(visible=False), stop: gr.update(visible=True)}
            async for step in talk.talk(house, question, owner, here, before, run.stop, instead):
                if update := updates(step, owner, run):
                    if step.done and step.kept is None and instead and run.left_for is None:
                        update |= restored(owner, here, question, instead)
                    yield update
        finally:
            runs.end(session, run)

    def updates(step: talk.Step, owner: str, run: Run) -> Updates:
        """What a step changes; of a run left behind only that its conversation is listed."""
        if run.left_for is not None:
            return {listed: listing(owner, run.left_for)} if step.kept else {}
        changed: Updates = {live: step.live}
        if step.done:
            changed |= idle
        if step.box is not None:
            changed[box] = step.box
        if step.kept is not None:
            changed |= {conversation: step.kept, listed: listing(owner, step.kept), head: talk.head(house)}
        return changed

    def restored(owner: str, here: str, question: str, instead: int) -> Updates:
        """No answer came to replace the old one: it is shown again, the question still being edited."""
        kept = house.history.exchanges(owner, here)
        return {past: render.thread(kept), replacing: instead, hint: render_page.editing(question)}

    async def asked(evt: gr.EventData, here: str, request: gr.Request) -> AsyncIterator[Updates]:
        async for update in answer(str(evt.question), here, 0, request):
            yield update

    async def again(here: str, request: gr.Request) -> AsyncIterator[Updates]:
        kept = house.history.exchanges(owner_of(request), here)
        if kept:
            async for update in answer(kept[-1].question, here, kept[-1].id, request):
                yield update

    def edit(here: str, request: gr.Request) -> Updates:
        kept = house.history.exchanges(owner_of(request), here)
        last = kept[-1] if kept else None
        return {
            box: last.question if last else "",
            replacing: last.id if last else 0,
            hint: render_page.editing(last.question if last else ""),
        }

    def keep() -> Updates:
        return {box: "", replacing: 0, hint: ""}

    def show(here: str, request: gr.Request) -> Updates:
        """A conversation as kept; an unknown or empty id shows the welcome."""
        owner = owner_of(request)
        kept = house.history.exchanges(owner, here)
        here = here if kept else ""
        last = talk.placed(render.turn(kept[-1], last=True), here) if kept else ""
        return {
            past: render.thread(kept[:-1]),
            live: last or talk.placed(render_page.welcome(empty=talk.is_empty(house)), ""),
            conversation: here,
            listed: listing(owner, here),
            head: talk.head(house),
            **keep(),
            **idle,
        }

    def go(here: str, request: gr.Request) -> Updates:
        """Another conversation; what streams into this one goes on by itself and is kept."""
        runs.leave(str(request.session_hash), here)
        return show(here, request)

    def unasked(shown: Updates) -> Updates:
        """The same without the box: who is quick types before a page that nobody asked for is drawn."""
        return {part: value for part, value in shown.items() if part is not box}

    def begin(wanted_here: str, request: gr.Request) -> Updates:
        """The page as it was: the address bar names the conversation."""
        return unasked(show(wanted_here, request))

    def renew(request: gr.Request) -> Updates:
        return go("", request)

    def back(welcomed: str, request: gr.Request) -> Updates:
        """Coming back from the other room: how fresh the index is now, and the welcome that fits it.

        Gradio says the same of a page just opened, whose conversation must not give way to the welcome.
        """
        if not welcomed or runs.busy(str(request.session_hash)):
            return {head: talk.head(house)}
        return unasked(show("", request))

    def open_(evt: gr.EventData, request: gr.Request) -> Updates:
        return go(str(evt.id), request)

    def rename(evt: gr.EventData, here: str, search: str, request: gr.Request) -> Updates:
        house.history.rename(owner_of(request), str(evt.id), str(evt.title))
        return {listed: listing(owner_of(request), here, search)}

    def delete(evt: gr.EventData, here: str, request: gr.Request) -> Updates:
        house.history.delete(owner_of(request), str(evt.id))
        if evt.id == here:
            return go("", request)
        return {listed: listing(owner_of(request), here)}

    def seek(evt: gr.EventData, here: str, request: gr.Request) -> str:
        return listing(owner_of(request), here, str(evt.text))

    def halt(request: gr.Request) -> None:
        runs.halt(str(request.session_hash))

    def article(asked_for: dict[str, Any], request: gr.Request) -> str:  # noqa: ARG001
        """The article view of a citation; what is not found is said."""
        try:
            found, _ = house.desk.article(str(asked_for["source"]))
        except StoreError as error:
            return render.notice(vi.error(error))
        asked = [asked_for, *asked_for["marks"]]
        current, *others = [
            render_article.located(found, int(one["start"]), int(one["end"]), str(one["quote"]))
            for one in asked
        ]
        page = render_article.article_page(found, [one for one in others if one], current)
        moved = asked_for["quote"] and current is None
        return (render.notice(vi.CHAT["moved"]) if moved else "") + page

    def original(source: str, request: gr.Request) -> dict[str, str]:  # noqa: ARG001
        """An article's own file, for the page to save; '' where it is gone or too big for that."""
        path = house.desk.store().file(source)
        if path is None or path.stat().st_size > MOST_UPLOAD:
            return {"name": "", "data": ""}
        return {"name": path.name, "data": b64encode(path.read_bytes()).decode()}

    def vote(given: dict[str, Any], request: gr.Request) -> bool:
        return house.history.vote(
            owner_of(request), int(given["id"]), int(given["vote"]), str(given.get("reason", ""))
        )

    def export(here: str, request: gr.Request) -> dict[str, str]:
        """File name and text of a conversation as Markdown."""
        owner = owner_of(request)
        title = next((one.title for one in house.history.conversations(owner) if one.id == here), vi.NAME)
        return {"name": "hoi-bao.md", "text": document(title, house.history.exchanges(owner, here))}

    async def examples(_: str, request: gr.Request) -> str:  # noqa: ARG001
        """Example questions, or '' while the index is not open yet."""
        if not house.desk.ready:
            return ""
        found = await asyncio.to_thread(house.desk.examples, EXAMPLES)
        return render_page.examples(found)

    bridge = gr.HTML(
        "",
        visible="hidden",
        elem_id="hb-bridge",
        server_functions=[article, original, vote, export, examples],
        js_on_load="window.hoibaoBridge = {trigger, server}; "
        "void ['ask', 'retry', 'edit', 'keep', 'open', 'rename', 'delete', 'find'];",
    )
    page = [past, live, box, hint, send, stop, conversation, replacing, listed, head]
    streams: dict[str, Any] = {
        "outputs": page,
        "concurrency_limit": None,
        "trigger_mode": "multiple",  # a run left behind must not hold back the next; runs lets in one
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    quiet: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    gr.on([box.submit, send.click], answer, [box, conversation, replacing], **streams)
    bridge.ask(asked, [conversation], **streams)
    bridge.retry(again, [conversation], **streams)
    bridge.edit(edit, [conversation], [box, replacing, hint], **quiet)
    bridge.keep(keep, None, [box, replacing, hint], **quiet)
    bridge.open(open_, None, page, **quiet)
    bridge.rename(rename, [conversation, find], [listed], **quiet)
    bridge.delete(delete, [conversation], page, **quiet)
    new.click(renew, None, page, **quiet)
    bridge.find(seek, [conversation], [listed], **quiet)
    stop.click(halt, None, None, **quiet)
    return {
        "begin": begin,
        "back": back,
        "wanted": wanted,
        "page": page,
        "quiet": quiet,
    }
