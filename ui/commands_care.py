"""The commands that look after an index: status, show, verify, rebuild, backup, restore, settings."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ui import vi, wire
from ui import vi_terminal as words
from ui.console import AsJson, Home, print_json, progress, say, screen

Source = Annotated[str, typer.Argument(help=words.HELP["arg_source"], show_default=False)]
File = Annotated[Path, typer.Argument(help=words.HELP["arg_file"], show_default=False)]


def status(home: Home = None, as_json: AsJson = False) -> None:
    from index.store import open_store

    from rag import settings

    store = open_store(settings.load(home=home).home)
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

    from rag import settings

    store = open_store(settings.load(home=home).home)
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
    from rag import settings

    found = wire.plain(check.verify(settings.load(home=home).home, repair=repair))
    if as_json:
        print_json(found)
    else:
        print_facts(found, words.STATUS)


def rebuild(home: Home = None, as_json: AsJson = False) -> None:
    from index import ingest
    from rag import settings
    from ui.commands_articles import embedder_of

    used = settings.load(home=home)
    with progress(quiet=as_json) as step:
        found = ingest.rebuild(used.home, embedder_of(used), step)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["rebuilt"])


def backup(file: File, home: Home = None, as_json: AsJson = False) -> None:
    from index import backup as saving
    from rag import settings

    found = saving.backup(settings.load(home=home).home, file)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["saved"].format(path=file))


def restore(file: File, home: Home = None, as_json: AsJson = False) -> None:
    from index import backup as saving
    from rag import settings

    found = saving.restore(settings.load(home=home).home, file)
    if as_json:
        print_json(wire.plain(found))
    else:
        say(words.CLI["restored"].format(path=file))


def settings(home: Home = None, as_json: AsJson = False) -> None:
    from rag.settings import Settings, load

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
