"""The room Kho bài viết as HTML: the list, what is about to leave, jobs with progress, months, numbers."""

import time
from collections.abc import Sequence
from html import escape

from index.types import Listed, Status
from ui import vi, vi_library
from ui.jobs import Job
from ui.vi_terminal import STATUS

PAGE = 50
BARS = 36
"""Months the chart shows at most; a longer span is counted by year."""
COLUMNS = (("title", True), ("published", True), ("source", True), ("passages", False), ("state", False))


def words(key: str, **values: object) -> str:
    """A screen text of vi_library.LIBRARY, escaped, its values too."""
    return escape(vi_library.LIBRARY[key].format(**values))


def table(rows: Sequence[Listed], sort: str, *, descending: bool, leaving: Sequence[str], empty: str) -> str:
    """One page of articles; headings sort, titles open, boxes choose."""
    if not rows:
        return f'<p class="hb-none">{words(empty)}</p>'
    head = "".join(
        _heading(name, sort, sortable=sortable, descending=descending) for name, sortable in COLUMNS
    )
    body = "".join(_row(one, leaving=one.source in leaving) for one in rows)
    return (
        '<div class="hb-table-box"><table class="hb-table">'
        f'<caption class="hb-hidden">{words("articles")}</caption>'
        f'<thead><tr><th class="hb-box"></th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _heading(name: str, sort: str, *, sortable: bool, descending: bool) -> str:
    label = words(f"col_{name}")
    if not sortable:
        return f'<th scope="col" class="hb-col-{name}">{label}</th>'
    way, arrow = "none", ""
    if name == sort:
        way, arrow = ("descending", " ↓") if descending else ("ascending", " ↑")
    button = f'<button type="button" class="hb-sort" data-sort="{name}">{label}{arrow}</button>'
    return f'<th scope="col" class="hb-col-{name}" aria-sort="{way}">{button}</th>'


def _row(one: Listed, *, leaving: bool) -> str:
    source = escape(one.source)
    title = escape(one.title)
    box = (
        f'<input type="checkbox" class="hb-choose" data-choose="{source}" '
        f'aria-label="{words("choose", title=one.title)}"{" disabled" if leaving else ""}>'
    )
    name = (
        f'<button type="button" class="hb-read" data-read="{source}" '
        f'aria-label="{words("read", title=one.title)}">{title}</button>'
    )
    where = escape(one.publisher or one.source)
    return (
        f'<tr{" class=is-leaving" if leaving else ""}><td class="hb-box">{box}</td><td>{name}</td>'
        f'<td class="hb-col-published">{vi.day(one.published)}</td>'
        f'<td class="hb-col-source" title="{source}">{where}</td>'
        f'<td class="hb-col-passages">{vi.number(one.passages)}</td>'
        f'<td class="hb-col-state"><span class="hb-state-{one.state}">{words(one.state)}</span></td></tr>'
    )


def pager(total: int, offset: int, shown: int) -> str:
    """Where in the list this page is, and the ways to the next ones; the button that removes."""
    if not total:
        return ""
    place = words(
        "range", first=vi.number(offset + 1), last=vi.number(offset + shown), total=vi.number(total)
    )
    before = "" if offset else " disabled"
    after = "" if offset + shown < total else " disabled"
    return (
        f'<div class="hb-pager"><button type="button" class="hb-tool hb-remove" data-do="remove" disabled>'
        f'{words("remove")}</button><span class="hb-place">{place}</span>'
        f'<button type="button" class="hb-tool" data-offset="{max(0, offset - PAGE)}" '
        f'aria-label="{words("previous")}"{before}>‹ <span class="hb-word">{words("previous")}</span>'
        "</button>"
        f'<button type="button" class="hb-tool" data-offset="{offset + PAGE}" '
        f'aria-label="{words("next")}"{after}><span class="hb-word">{words("next")}</span> ›</button></div>'
    )


def leaving(sources: Sequence[str]) -> str:
    """The articles chosen to leave: undo, or confirm."""
    if not sources:
        return ""
    return (
        f'<div class="hb-leaving" role="status"><span>{words("leaving", n=vi.number(len(sources)))}</span>'
        f'<button type="button" class="hb-tool" data-do="undo">{words("undo")}</button>'
        f'<button type="button" class="hb-tool hb-danger" data-do="confirm">{words("confirm")}</button></div>'
    )


def dropzone(most_bytes: int) -> str:
    """Where files are dropped or picked."""
    return (
        f'<div class="hb-drop" data-drop><strong>{words("drop")}</strong>'
        f"<small>{words('drop_more', most=vi.size(most_bytes))}</small>"
        f'<label class="hb-main-button">{words("pick")}'
        '<input type="file" multiple class="hb-hidden" data-files></label>'
        '<p class="hb-sent" role="status"></p></div>'
    )


def jobs(log: Sequence[Job], now: float | None = None) -> str:
    """The latest jobs, the running one with a bar; each failure with its reason."""
    if not log:
        return f'<p class="hb-none">{words("no_jobs")}</p>'
    return f'<ul class="hb-jobs">{"".join(_job(one, now or time.time()) for one in log)}</ul>'


def _job(one: Job, now: float) -> str:
    name = escape(vi_library.JOBS.get(one.name, one.name))
    lines = [f"<b>{name}</b> · {escape(vi_library.JOB_STATES[one.state])}"]
    if one.report:
        counts = {
            name: vi.number(getattr(one.report, name))
            for name in ("added", "updated", "unchanged", "removed")
        }
        lines[0] += f": {escape(vi_library.JOB_DONE.format(**counts))}"
    if one.at and one.going:
        lines.append(_bar(one, now))
    if one.error:
        lines.append(f'<span class="hb-why">{escape(vi.error(one.error))}</span>')
    failed = "".join(
        f"<li>{escape(item.source)}: {escape(vi.failure(item.code, item.message))}</li>"
        for item in one.failed
    )
    if failed:
        lines.append(f'<ul class="hb-why">{failed}</ul>')
    return f'<li class="is-{one.state}">{"".join(f"<div>{line}</div>" for line in lines)}</li>'


def _bar(one: Job, now: float) -> str:
    at = one.at
    assert at is not None, "a bar needs progress"
    share = at.done / at.total if at.total else 0.0
    left = ""
    if 0.02 < share < 1:
        left = " · " + words("left", time=vi.duration((now - one.began) * (1 - share) / share))
    text = f"{escape(vi.stage(at.stage))} {vi.number(at.done)}/{vi.number(at.total)}{left}"
    return (
        f'<progress class="hb-progress" max="{max(1, at.total)}" value="{at.done}" aria-label="{text}">'
        f"</progress><small>{text}</small>"
    )


def chart(months: Sequence[tuple[str, int]]) -> str:
    """Articles by month (or by year where months are too many) as bars, readable without seeing them."""
    if not months:
        return ""
    counts: dict[str, int] = {}
    by_year = len(months) > BARS
    for month, n in months:
        when = month[:4] if by_year else month
        counts[when] = counts.get(when, 0) + n
    most = max(counts.values())
    bars = "".join(
        f'<li style="--share:{n / most:.3f}" title="{_when(when, n)}">'
        f'<span class="hb-hidden">{_when(when, n)}</span></li>'
        for when, n in counts.items()
    )
    first, last = (_name(list(counts)[at]) for at in (0, -1))
    title = words("by_year" if by_year else "by_month")
    return (
        f'<h3 class="hb-aside-title">{title}</h3><ul class="hb-chart">{bars}</ul>'
        f'<p class="hb-chart-ends"><span>{first}</span><span>{last}</span></p>'
    )


def _name(when: str) -> str:
    """2024-03 as 3/2024."""
    year, _, month = when.partition("-")
    return f"{int(month)}/{year}" if month else year


def _when(when: str, n: int) -> str:
    return words("bar", when=_name(when), n=vi.number(n))


def numbers(status: Status) -> str:
    """Counts and freshness, a few lines."""
    facts = [
        (STATUS["articles"], vi.number(status.articles)),
        (STATUS["passages"], vi.number(status.passages)),
        (STATUS["newest"], vi.day(status.newest)),
        (vi_library.LIBRARY["copies"], vi.number(status.copies + status.near_copies)),
        (STATUS["pending"], vi.number(status.pending)),
        (STATUS["failed"], vi.number(len(status.failed))),
    ]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    return f'<h3 class="hb-aside-title">{words("numbers")}</h3><dl class="hb-numbers">{rows}</dl>'
