"""The commands that change what is indexed, or keep it fresh: index, remove, watch, chat."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from index.errors import HoibaoError, InputError
from index.types import IngestReport
from rag.settings import load
from ui import vi, wire
from ui import vi_terminal as words
from ui.console import AsJson, Home, print_failures, print_json, progress, say
from ui.lazy import embedder_of

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help=words.HELP["arg_paths"], show_default=False)
]
OnePath = Annotated[Path, typer.Argument(metavar="PATH", help=words.HELP["arg_paths"], show_default=False)]
Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help=words.HELP["arg_source"], show_default=False)
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=words.HELP["opt_yes"])]


def check_paths(paths: Sequence[Path]) -> None:
    """Raises InputError ``path_missing`` for the first path that does not exist."""
    for path in paths:
        if not path.exists():
            raise InputError("path_missing", path=str(path))


def index(
    paths: Paths,
    prune: Annotated[bool, typer.Option("--prune", help=words.HELP["opt_prune"])] = False,
    yes: Yes = False,
    again: Annotated[list[str] | None, typer.Option(help=words.HELP["opt_again"])] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    check_paths(paths)
    from index.ingest import index_paths

    used = load(home=home)
    with progress(quiet=as_json) as step:
        report = index_paths(
            used.home,
            paths,
            embedder_of(used),
            prune=prune,
            yes=yes,
            again=again or (),
            progress=step,
            chroma_url=used.chroma_url,
        )
    if as_json:
        print_json(wire.report(report))
    else:
        print_report(report)


def print_report(report: IngestReport) -> None:
    """What a run did, in one line, then the files left out."""
    counts = {name: vi.number(getattr(report, name)) for name in ("added", "updated", "unchanged", "removed")}
    say(words.CLI["indexed"].format(**counts, embedded=vi.number(report.embedded)))
    print_failures(report.failed)


def remove(
    sources: Sources,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    from index import ingest

    used = load(home=home)
    report = ingest.remove(used.home, sources, used.chroma_url)
    if as_json:
        print_json(wire.plain(report))
    else:
        say(words.CLI["removed"].format(n=vi.number(len(sources))))


def watch(
    path: OnePath,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    check_paths([path])
    from index import watch as watching

    used = load(home=home)

    def told(report: IngestReport) -> None:
        if as_json:
            print_json(wire.report(report))
        else:
            print_report(report)

    def trouble(error: HoibaoError) -> None:
        say(vi.error(error), stderr=True, style="yellow")

    if not as_json:
        say(words.CLI["watching"].format(path=path), stderr=True)
    watching.watch(used.home, path, embedder_of(used), told, failed=trouble, chroma_url=used.chroma_url)


def chat(
    host: Annotated[str, typer.Option(help=words.HELP["opt_host"])] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help=words.HELP["opt_port"])] = 7860,
    articles: Annotated[
        Path | None, typer.Option(help=words.HELP["opt_articles"], show_default=False)
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help=words.HELP["opt_sample"])] = False,
    home: Home = None,
) -> None:
    from ui.serve import serve

    serve(load(home=home), host=host, port=port, articles=articles, sample=sample)
