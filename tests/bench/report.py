"""What a benchmark run says: a table, two plots, one HTML page without scripts."""

import html
from pathlib import Path

from tests.bench.bars import HEAD as BARS_HEAD
from tests.bench.bars import LABELS, Found, bars, sizes


def rows(found: Found) -> list[tuple[str, str, str, str]]:
    """Measure, hoibao int8, hoibao float32, textbook."""
    ours = {name: found[f"index-{name}"] for name in LABELS}
    asked = {name: found[f"ask-{name}"] for name in LABELS}
    book, told = found["textbook-index"], found["textbook-ask"]
    pair = list(LABELS)
    peak = found["machine"]["matmul_gflops"]

    def line(label: str, form: str, values: list[float], last: float | None) -> tuple[str, str, str, str]:
        return (label, *(form.format(value) for value in values), "" if last is None else form.format(last))  # type: ignore[return-value]

    return [
        line(
            "articles a second",
            "{:.2f}",
            [r["articles"] / r["seconds"] for r in ours.values()],
            book["articles"] / book["seconds"],
        ),
        line(
            "passages a second",
            "{:.1f}",
            [r["passages"] / r["seconds"] for r in ours.values()],
            book["passages"] / book["seconds"],
        ),
        line(
            "CPU seconds a thousand articles",
            "{:.0f}",
            [1000 * r["cpu_s"] / r["articles"] for r in ours.values()],
            1000 * book["cpu_s"] / book["articles"],
        ),
        line(
            "CPU a passage embedded (ms)",
            "{:.0f}",
            [1000 * r["embed_cpu_s"] / r["passages"] for r in ours.values()],
            None,
        ),
        line(
            "share of matmul peak while embedding",
            "{:.0%}",
            [r["gflops"] / peak for r in ours.values()],
            None,
        ),
        line(
            "memory at its peak, indexing (MiB)",
            "{:.0f}",
            [r["peak_mib"] for r in ours.values()],
            book["peak_mib"],
        ),
        line(
            "disk a thousand articles (MiB)",
            "{:.1f}",
            [1000 * r["disk_mib"] / r["articles"] for r in ours.values()],
            1000 * book["disk_mib"] / book["articles"],
        ),
        line(
            "CPU a question (ms)",
            "{:.0f}",
            [1000 * asked[n]["cpu_s_a_question"] for n in pair],
            1000 * told["cpu_s_a_question"],
        ),
        line("one changed article (s)", "{:.2f}", [found[f"change-{n}"]["seconds"] for n in pair], None),
        line(
            "search p50 (ms)",
            "{:.0f}",
            [asked[n]["stages"]["search"]["p50_ms"] for n in pair],
            told["stages"]["search"]["p50_ms"],
        ),
        line(
            "question to answer p50 (ms)",
            "{:.0f}",
            [asked[n]["stages"]["total"]["p50_ms"] for n in pair],
            told["stages"]["total"]["p50_ms"],
        ),
        line(
            "question to answer p95 (ms)",
            "{:.0f}",
            [asked[n]["stages"]["total"]["p95_ms"] for n in pair],
            told["stages"]["total"]["p95_ms"],
        ),
        line(
            "memory while answering (MiB)",
            "{:.0f}",
            [asked[n]["resident_mib"] for n in pair],
            told["resident_mib"],
        ),
    ]


def grown(found: Found) -> list[tuple[str, ...]]:
    """One row a size: the grown index."""
    out: list[tuple[str, ...]] = []
    for size in sizes(found):
        made, asked = found[f"grow-{size}"], found[f"search-{size}"]
        stage = asked["stages"]
        out.append(
            (
                f"{made['passages']:,}",
                f"{made['seconds']:.0f}",
                f"{made['peak_mib']:.0f}",
                f"{made['disk_mib']:.0f}",
                f"{asked['open_s']:.2f}",
                f"{stage['search']['p50_ms']:.0f} / {stage['search']['p95_ms']:.0f}",
                f"{stage['search']['cpu_ms']:.0f}",
                f"{stage['whole']['p50_ms'] - stage['plain']['p50_ms']:.0f}",
                " / ".join(f"{stage[part]['p50_ms']:.1f}" for part in ("dense", "words", "embed")),
                f"{asked['add_one_s']:.2f} / {asked['add_one_most_s']:.2f}",
                f"{asked['resident_mib']:.0f}",
            )
        )
    return out


HEAD = ("measure", *LABELS.values(), "textbook llama-index")
GROWN_HEAD = (
    "passages",
    "index, no embedding (s)",
    "peak MiB",
    "disk MiB",
    "open (s)",
    "search p50 / p95 (ms)",
    "CPU a search (ms)",
    "more than meaning alone (ms)",
    "dense / words / embed p50 (ms)",
    "add one article, median / most of 3 (s)",
    "memory MiB",
)


def _columns(head: tuple[str, ...], lines: list[tuple[str, ...]]) -> str:
    wide = [max(len(row[i]) for row in [head, *lines]) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip()
        for row in [head, *lines]
    )


def machine(found: Found) -> str:
    here = found["machine"]
    kind = "real news articles" if found["real"] else "articles recombined from the samples"
    return (
        f"{found['articles']} {kind}; {here['cores']} cores, {here['memory_gib']} GiB, "
        f"{here['matmul_gflops']} GFLOP/s float32 a core, load {here['load']:.1f} at the start"
    )


def table(found: Found) -> str:
    """Everything as text."""
    parts = [machine(found), _columns(HEAD, list(rows(found)))]
    if sizes(found):
        parts.append(_columns(GROWN_HEAD, grown(found)))
    parts.append(_columns(BARS_HEAD, list(bars(found))))
    return "\n\n".join(parts)


def plots(found: Found, folder: Path, name: str) -> list[Path]:
    """Two PNG files: beside the textbook, and latency by size."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    made = []
    names = [*LABELS.values(), "textbook"]
    indexing = [found[f"index-{n}"]["articles"] / found[f"index-{n}"]["seconds"] for n in LABELS]
    indexing.append(found["textbook-index"]["articles"] / found["textbook-index"]["seconds"])
    answering = [found[f"ask-{n}"]["stages"]["total"]["p50_ms"] / 1000 for n in LABELS]
    answering.append(found["textbook-ask"]["stages"]["total"]["p50_ms"] / 1000)
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
    left.barh(names[::-1], indexing[::-1], color=["#999", "#2a6f97", "#014f86"])
    left.set_title("articles indexed a second (more is better)", fontsize=9)
    right.barh(names[::-1], answering[::-1], color=["#999", "#2a6f97", "#014f86"])
    right.set_title("seconds from question to answer, median", fontsize=9)
    figure.tight_layout()
    made.append(folder / f"{name}-textbook.png")
    figure.savefig(made[-1], dpi=140)
    plt.close(figure)
    if sizes(found):
        figure, axis = plt.subplots(figsize=(6, 3.2))
        at = [found[f"grow-{size}"]["passages"] for size in sizes(found)]
        for part in ("search", "dense", "words", "embed"):
            axis.plot(
                at, [found[f"search-{s}"]["stages"][part]["p50_ms"] for s in sizes(found)], "o-", label=part
            )
        axis.set(xscale="log", xlabel="passages", ylabel="p50, ms", ylim=(0, None))
        axis.legend(fontsize=8)
        figure.tight_layout()
        made.append(folder / f"{name}-size.png")
        figure.savefig(made[-1], dpi=140)
        plt.close(figure)
    return made


def write(found: Found, folder: Path, name: str) -> Path:
    """The HTML page beside its plots; returns its path."""
    pictures = plots(found, folder, name)

    def cells(row: tuple[str, ...], tag: str) -> str:
        return "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row)

    def grid(head: tuple[str, ...], lines: list[tuple[str, ...]]) -> str:
        body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in lines)
        return f"<table><tr>{cells(head, 'th')}</tr>{body}</table>"

    parts = [
        "<!doctype html><meta charset=utf-8><title>hoibao benchmark</title>",
        "<style>body{font:15px system-ui;max-width:70em;margin:2em auto}td,th{padding:.3em .7em;"
        "text-align:left;border-bottom:1px solid #ddd}img{max-width:100%}</style>",
        f"<h1>hoibao, measured {html.escape(found['when'])}</h1><p>{html.escape(machine(found))}</p>",
        grid(HEAD, list(rows(found))),
        "".join(f'<p><img src="{picture.name}" alt="{picture.stem}"></p>' for picture in pictures),
        grid(GROWN_HEAD, grown(found)) if sizes(found) else "",
        grid(BARS_HEAD, list(bars(found))),
    ]
    page = folder / f"{name}.html"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page
