"""The room Kho bài viết: the list of articles, adding and removing them, the work that goes on behind."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.utils import get_upload_folder

from index.errors import HoibaoError, InputError, StoreError
from index.types import IngestReport
from ui import render_library, talk, uploads, vi, vi_library
from ui.house import MOST_UPLOAD, House, password_fits
from ui.jobs import Step

TICK = 1.0
"""Seconds between two looks at the jobs while the room is open."""


@dataclass(frozen=True, slots=True)
class View:
    """What one reader sees of the list; ``seen`` is the newest finished job shown."""

    search: str = ""
    sort: str = "published"
    descending: bool = True
    offset: int = 0
    leaving: tuple[str, ...] = ()
    seen: int = 0


def index_folder(house: House, step: Step) -> IngestReport:
    """Bring the articles folder into the index. Raises HoibaoError."""
    from index.ingest import index_paths

    used = house.settings
    return index_paths(
        used.home, [house.articles], house.desk.embedder, progress=step, chroma_url=used.chroma_url
    )


def index_later(house: House) -> int:
    """Queue an update of the index; returns the job's id."""
    return house.jobs.add("index", lambda step: index_folder(house, step))


def keep_paste(house: House, name: str, text: str) -> int:
    """Keep a pasted article and queue its indexing. Raises InputError for an empty one."""
    uploads.keep_text(house.articles, name, text)
    return index_later(house)


def remove_later(house: House, sources: list[str]) -> int:
    """Queue the removal of articles."""

    def work(step: Step) -> IngestReport:  # noqa: ARG001  (a removal has no steps)
        from index import ingest

        return ingest.remove(house.settings.home, sources, house.settings.chroma_url)

    return house.jobs.add("remove", work)


def allow(house: House, password: str) -> None:
    """Raises InputError ``password_wrong`` where changes ask for the password and this is not it."""
    if house.asks_for_changes and not password_fits(house.settings, password):
        raise InputError("password_wrong")


def listing(house: House, view: View) -> tuple[str, str]:
    """The table's and the pager's HTML."""
    try:
        total, rows = house.desk.store().page(
            view.search, view.sort, view.descending, render_library.PAGE, view.offset
        )
    except StoreError:
        total, rows = 0, []
    empty = "none_found" if view.search.strip() else "none"
    table = render_library.table(
        rows, view.sort, descending=view.descending, leaving=view.leaving, empty=empty
    )
    return table, render_library.pager(total, view.offset, len(rows))


def overview(house: House) -> str:
    """Numbers and chart."""
    try:
        store = house.desk.store()
        return render_library.numbers(store.status()) + render_library.chart(store.months())
    except StoreError:
        return ""


def note(text: str) -> str:
    """A line under what was just done."""
    return f'<p class="hb-note" role="status">{escape(text)}</p>' if text else ""


def build(house: House, head: gr.HTML, tab: gr.Tab) -> gr.Timer:
    """Lay out the room and wire it; returns its timer, which the page stops when the room is left."""
    plain: dict[str, Any] = {"apply_default_css": False}
    with gr.Row(elem_id="hb-library"):
        with gr.Column(elem_id="hb-list"):
            gr.Textbox(
                label=vi_library.LIBRARY["search"],
                placeholder=vi_library.LIBRARY["search"],
                elem_id="hb-search",
                container=False,
            )
            going = gr.HTML(elem_id="hb-going", **plain)
            table = gr.HTML(elem_id="hb-articles", **plain)
            pager = gr.HTML(elem_id="hb-pages", **plain)
        with gr.Column(elem_id="hb-add", scale=0):
            gr.HTML(f'<h2 class="hb-room-title">{render_library.words("add")}</h2>', **plain)
            gr.HTML(render_library.dropzone(MOST_UPLOAD), elem_id="hb-dropzone", **plain)
            with gr.Accordion(vi_library.LIBRARY["paste"], open=False, elem_id="hb-paste"):
                name = gr.Textbox(label=vi_library.LIBRARY["paste_name"], elem_id="hb-paste-name")
                text = gr.Textbox(
                    label=vi_library.LIBRARY["paste_text"], lines=6, max_lines=14, elem_id="hb-paste-text"
                )
                paste = gr.Button(vi_library.LIBRARY["paste_add"], elem_id="hb-paste-add")
            password = gr.Textbox(
                label=vi_library.LIBRARY["password"],
                type="password",
                elem_id="hb-password",
                visible=house.asks_for_changes,
            )
            said = gr.HTML(elem_id="hb-said", **plain)
            reindex = gr.Button(vi_library.LIBRARY["reindex"], elem_id="hb-reindex")
            gr.HTML(f'<h3 class="hb-aside-title">{render_library.words("jobs")}</h3>', **plain)
            jobs = gr.HTML(elem_id="hb-jobs", **plain)
            facts = gr.HTML(elem_id="hb-facts", **plain)
    view = gr.State(View())
    timer = gr.Timer(TICK, active=False)
    listed = [table, pager, going, view]
    worked = [said, jobs, timer]

    def show(now: View) -> dict[Any, Any]:
        rows, pages = listing(house, now)
        return {table: rows, pager: pages, going: render_library.leaving(now.leaving), view: now}

    def doing(text: str) -> dict[Any, Any]:
        return {said: note(text), jobs: render_library.jobs(house.jobs.log()), timer: gr.Timer(active=True)}

    def guarded(password_given: str, work: Callable[[], str]) -> tuple[bool, dict[Any, Any]]:
        """Run a change where the password allows it and say what came of it; whether it was done."""
        try:
            allow(house, password_given)
            return True, doing(work())
        except HoibaoError as error:
            return False, doing(vi.error(error))

    def enter(now: View) -> dict[Any, Any]:
        return show(now) | doing("") | {facts: overview(house)}

    def tick(now: View) -> dict[Any, Any]:
        """Progress; and the list anew when a job ended since the last look."""
        log = house.jobs.log()
        ended = max((job.id for job in log if not job.going), default=0)
        update: dict[Any, Any] = {jobs: render_library.jobs(log)}
        if ended != now.seen:
            update |= show(replace(now, seen=ended)) | {facts: overview(house)}
            update[head] = talk.head(house)
        return update

    def find(evt: gr.EventData, now: View) -> dict[Any, Any]:
        return show(replace(now, search=str(evt.text), offset=0))

    def sort(evt: gr.EventData, now: View) -> dict[Any, Any]:
        by = str(evt.by)
        down = not now.descending if by == now.sort else by == "published"
        return show(replace(now, sort=by, descending=down, offset=0))

    def turn(evt: gr.EventData, now: View) -> dict[Any, Any]:
        return show(replace(now, offset=max(0, int(evt.offset))))

    def choose(evt: gr.EventData, now: View) -> dict[Any, Any]:
        chosen = tuple(dict.fromkeys((*now.leaving, *map(str, evt.sources))))
        return show(replace(now, leaving=chosen))

    def undo(now: View) -> dict[Any, Any]:
        return show(replace(now, leaving=()))

    def confirm(password_given: str, now: View) -> dict[Any, Any]:
        def work() -> str:
            remove_later(house, list(now.leaving))
            return vi_library.LIBRARY["queued"]

        done, update = guarded(password_given, work)
        return update | (show(replace(now, leaving=())) if done else {})

    def upload(evt: gr.EventData, password_given: str) -> dict[Any, Any]:
        def work() -> str:
            sent = [(Path(str(one["path"])), str(one["name"])) for one in evt.files]
            taken, refused = uploads.keep_files(house.articles, sent, Path(get_upload_folder()))
            if taken:
                index_later(house)
            lines = [vi_library.LIBRARY["added"].format(n=vi.number(taken))] if taken else []
            lines += [vi_library.LIBRARY["refused"].format(names=n, why=vi.error(e)) for n, e in refused]
            return " ".join(lines)

        return guarded(password_given, work)[1]

    def pasted(name_given: str, text_given: str, password_given: str) -> dict[Any, Any]:
        def work() -> str:
            if not text_given.strip():
                return vi_library.LIBRARY["paste_empty"]
            keep_paste(house, name_given, text_given)
            return vi_library.LIBRARY["queued"]

        return guarded(password_given, work)[1]

    def again(password_given: str) -> dict[Any, Any]:
        def work() -> str:
            index_later(house)
            return vi_library.LIBRARY["queued"]

        return guarded(password_given, work)[1]

    bridge = gr.HTML(
        "",
        visible="hidden",
        elem_id="hb-library-bridge",
        js_on_load="window.hoibaoLibrary = {trigger, upload}; "
        "void ['find', 'sort', 'turn', 'choose', 'undo', 'confirm', 'sent'];",
    )
    quiet: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    tab.select(enter, [view], [*listed, *worked, facts], **quiet)
    timer.tick(tick, [view], [*listed, jobs, facts, head], **quiet)
    bridge.find(find, [view], listed, **quiet)
    bridge.sort(sort, [view], listed, **quiet)
    bridge.turn(turn, [view], listed, **quiet)
    bridge.choose(choose, [view], listed, **quiet)
    bridge.undo(undo, [view], listed, **quiet)
    bridge.confirm(confirm, [password, view], [*listed, *worked], **quiet)
    bridge.sent(upload, [password], worked, **quiet)
    paste.click(pasted, [name, text, password], worked, **quiet)
    reindex.click(again, [password], worked, **quiet)
    return timer
