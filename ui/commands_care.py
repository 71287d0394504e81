"""The commands that look after an index: status, show, verify, rebuild, backup, restore, settings."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rag.settings import Settings, load
from ui import vi, wire
from ui import vi_terminal as words
from ui.console import AsJson, Home, print_json, progress, say, screen

if TYPE_CHECKING:
    from index.check import Checked

Source = Annotated[str, typer.Argument(help=words.HELP["arg_source"], show_default=False)]
File = Annotated[Path, typer.Argument(help=words.HELP["arg_file"], show_default=False)]


def status(home: Home = None, as_json: AsJson = False) -> None:
    from index.store import open_store

    store = open_store(load(home=home).home)
    try:
        found = wire.plain(store.status())
    finally:
        store.close()
    if as_json:
        print_json(found)
    else:
        print_facts(found, words.STATUS)


def print_facts(found: dict[str, Any], names: Any) -> None:
    """One line per fact, worded where vi.py has a word for it."""
    for name, value in found.items():
        if isinstance(value, bool):
            text = words.CLI["yes"] if value else words.CLI["no"]
        elif isinstance(value, int | float):
            text = vi.size(int(value)) if name.endswith("bytes") else vi.number(value)
        else:
            text = words.CLI["none"] if value in (None, "", [], {}) else str(value)
        say(f"{names.get(name, name)}: {text}")


def show(source: Source, home: Home = None, as_json: AsJson = False) -> None:
    from index.store import open_store

    store = open_store(load(home=home).home)
    try:
        article = store.article(source)
    finally:
        store.close()
    if as_json:
        print_json(wire.article(article))
        return
    out = screen()
    out.print(article.title, style="bold")
    about = [article.source, vi.day(article.published), article.publisher, article.author]
    out.print(" · ".join(part for part in about if part), style="dim")
    out.print()
    out.print(article.text)
    if article.removed:
        out.print()
        out.print(words.CLI["cleaned"].format(n=vi.number(len(article.removed))), style="bold")
        for item in article.removed:
            out.print(f"  {vi.REMOVALS.get(item.reason, item.reason)}: {item.text}", style="dim")


def verify(
    repair: Annotated[bool, typer.Option("--repair", help=words.HELP["opt_repair"])] = False,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    from index import check

    used = load(home=home)
    with progress(quiet=as_json) as step:
        found = check.verify(used.home, repair, step, used.chroma_url)
    if as_json:
        print_json(wire.plain(found))
    else:
        print_checked(found)
    if not found.ok:
        raise typer.Exit(1)


def print_checked(found: "Checked") -> None:
    """What was compared, and each thing that is wrong with an example."""
    counts = {name: vi.number(getattr(found, name)) for name in ("passages", "vectors", "words", "sampled")}
    say(words.CLI["checked"].format(**counts))
    for one in found.problems:
        text = words.PROBLEMS.get(one.code, one.code)
        say(f"  {text}: {vi.number(one.count)} ({one.example})", style="yellow")
    say(words.CLI["check_repaired" if found.repaired else "check_ok"] if found.ok else words.CLI["check_bad"])


def rebuild(home: Home = None, as_json: AsJson = False) -> None:
    from index import rebuild as rebuilding
    from ui.lazy import embedder_of

    used = load(home=home)
    with progress(quiet=as_json) as step:
        found = rebuilding.rebuild(used.home, embedder_of(used), step, used.chroma_url)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["rebuilt"])


def backup(file: File, home: Home = None, as_json: AsJson = False) -> None:
    from index import backup as saving

    with progress(quiet=as_json) as step:
        found = saving.backup(load(home=home).home, file, step)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["saved"].format(path=file, n=vi.number(found.articles)))


def restore(file: File, home: Home = None, as_json: AsJson = False) -> None:
    from index import backup as saving

    used = load(home=home)
    with progress(quiet=as_json) as step:
        found = saving.restore(used.home, file, step, used.chroma_url)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["restored"].format(path=file, n=vi.number(found.articles)))


def settings(home: Home = None, as_json: AsJson = False) -> None:
    used = load(home=home)
    rows = []
    for name in Settings.model_fields:
        value = getattr(used, name)
        secret = name.endswith(("_key", "_password"))
        shown = words.SECRET_VALUE if secret and value else value
        rows.append(
            {"name": f"HOIBAO_{name.upper()}", "value": wire.plain(shown), "meaning": words.SETTINGS[name]}
        )
    if as_json:
        print_json(rows)
        return
    out = screen()
    for row in rows:
        out.print(
            f"{row['name']} = {row['value'] if row['value'] is not None else words.EMPTY_VALUE}", style="bold"
        )
        out.print(f"    {row['meaning']}", style="dim")
    out.print()
    out.print(words.CLI["settings_from"], style="dim")
