"""The look: colours of our own in both modes, readable; a typeface shipped with its licence."""

import re
from pathlib import Path

import pytest

from ui.app import ASSETS
from ui.theme import theme

CSS = (ASSETS / "hoibao.css").read_text(encoding="utf-8")


def colours(block: str) -> dict[str, tuple[int, int, int]]:
    body = CSS.split(block, 1)[1].split("}", 1)[0]
    found = re.findall(r"--hb-([a-z-]+): #([0-9a-f]{6});", body)
    return {name: (int(v[:2], 16), int(v[2:4], 16), int(v[4:], 16)) for name, v in found}


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: tuple[int, int, int], b: tuple[int, int, int]) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", [":root {", ".dark {"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"), ("ink", "sheet"), ("soft", "paper"), ("soft", "sheet"), ("accent", "paper"),
        ("accent", "sheet"), ("accent", "tint"), ("on-accent", "accent"), ("ink", "mark"),
        ("ink", "mark-strong"), ("warn", "warn-tint"), ("bad", "bad-tint"), ("warn", "sheet"),
    ],
)  # fmt: skip
def test_text_can_be_read_on_its_ground(mode: str, ink: str, paper: str) -> None:
    named = colours(mode)
    assert contrast(named[ink], named[paper]) >= 4.5


def test_nothing_is_loaded_from_elsewhere() -> None:
    for file in ASSETS.glob("*.*s*"):
        if file.suffix in (".css", ".js"):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"(url\(|import |fetch\(|src=)[\"']?(https?:)?//", text), file.name


def test_every_font_file_named_is_there_with_the_licence() -> None:
    named = re.findall(r'url\("(fonts/[^"]+)"\)', (ASSETS / "fonts.css").read_text(encoding="utf-8"))
    assert len(named) == 10
    for name in named:
        assert (ASSETS / name).read_bytes()[:4] == b"wOF2"
    assert "SIL OPEN FONT LICENSE" in Path(ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_gradio_takes_our_variables_in_both_modes() -> None:
    made = theme()
    for name in ("body_background_fill", "input_background_fill", "button_primary_background_fill"):
        assert getattr(made, name).startswith("var(--hb-")
        assert getattr(made, name) == getattr(made, f"{name}_dark")
