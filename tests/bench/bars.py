"""The bars of the speed issue: what a run measured beside what was promised."""

from typing import Any

Found = dict[str, Any]
HEAD = ("promised", "measured", "bar", "met")
LABELS = {"onnx-int8": "hoibao int8", "torch": "hoibao float32"}


def sizes(found: Found) -> list[int]:
    return sorted(int(key.removeprefix("grow-")) for key in found if key.startswith("grow-"))


def bars(found: Found) -> list[tuple[str, str, str, str]]:
    """What was promised of speed: measure, this run's value, the bar, and whether it is met.

    The large index has the bars of the largest size that was grown, whatever that was.
    """
    book, told = found["textbook-index"], found["textbook-ask"]
    start = found["start"]
    said: list[tuple[str, float, str, float]] = []
    for (name, label), least in zip(LABELS.items(), (1.5, 1.0), strict=True):
        times = book["seconds"] / found[f"index-{name}"]["seconds"]
        part = found[f"ask-{name}"]["stages"]["total"]["p50_ms"] / told["stages"]["total"]["p50_ms"]
        memory = found[f"ask-{name}"]["resident_mib"] / told["resident_mib"]
        said += [
            (f"{label}: indexing speed by the textbook's", times, ">=", least),
            (f"{label}: time to an answer by the textbook's", part, "<=", 0.25),
            (f"{label}: memory while answering by the textbook's", memory, "<=", 1.0),
            (f"{label}: one changed article indexed (s)", found[f"change-{name}"]["seconds"], "<=", 2.0),
        ]
    said += [
        ("a new article found by words, after it is read (s)", found["arrival"]["words_s"], "<=", 1.0),
        ("hoibao status (s)", start["status_s"], "<=", 0.5),
        ("hoibao ask (s)", start["ask_s"], "<=", 6.0),
    ]
    if sizes(found):
        asked = found[f"search-{sizes(found)[-1]}"]
        stages, at = asked["stages"], f"{found[f'grow-{sizes(found)[-1]}']['passages']:,} passages"
        more = stages["whole"]["p50_ms"] - stages["plain"]["p50_ms"]
        said += [
            (f"{at}: search p50 (ms)", stages["search"]["p50_ms"], "<=", 80),
            (f"{at}: search p95 (ms)", stages["search"]["p95_ms"], "<=", 200),
            (f"{at}: reading the question and words beside meaning (ms)", more, "<=", 30),
            (f"{at}: one article added (s)", asked["add_one_s"], "<=", 2.0),
            (f"{at}: opened, with a first search (s)", asked["open_s"], "<=", 3.0),
            (f"{at}: memory while searching (MiB)", asked["resident_mib"], "<=", 1536),
        ]
    return [
        (label, f"{value:.4g}", f"{sign} {bar:g}", "yes" if (value >= bar) == (sign == ">=") else "NO")
        for label, value, sign, bar in said
    ]
