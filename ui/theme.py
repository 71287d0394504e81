"""The page's look, handed to Gradio: our typeface, calm colours, light and dark. The rest is in assets/."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr


def theme() -> "gr.themes.Base":
    """Gradio's variables, set to the colours that assets/hoibao.css names."""
    import gradio as gr

    face = ["Be Vietnam Pro", "system-ui", "sans-serif"]
    return gr.themes.Base(font=face, font_mono=["ui-monospace", "monospace"]).set(
        body_background_fill="var(--hb-paper)",
        body_background_fill_dark="var(--hb-paper)",
        body_text_color="var(--hb-ink)",
        body_text_color_dark="var(--hb-ink)",
        body_text_color_subdued="var(--hb-soft)",
        body_text_color_subdued_dark="var(--hb-soft)",
        background_fill_primary="var(--hb-sheet)",
        background_fill_primary_dark="var(--hb-sheet)",
        background_fill_secondary="var(--hb-paper)",
        background_fill_secondary_dark="var(--hb-paper)",
        border_color_primary="var(--hb-line)",
        border_color_primary_dark="var(--hb-line)",
        border_color_accent="var(--hb-accent)",
        border_color_accent_dark="var(--hb-accent)",
        color_accent="var(--hb-accent)",
        color_accent_soft="var(--hb-tint)",
        color_accent_soft_dark="var(--hb-tint)",
        block_background_fill="var(--hb-sheet)",
        block_background_fill_dark="var(--hb-sheet)",
        block_border_width="0px",
        block_label_text_color="var(--hb-soft)",
        block_label_text_color_dark="var(--hb-soft)",
        block_title_text_color="var(--hb-soft)",
        block_title_text_color_dark="var(--hb-soft)",
        block_shadow="none",
        input_background_fill="var(--hb-sheet)",
        input_background_fill_dark="var(--hb-sheet)",
        input_border_color="var(--hb-line)",
        input_border_color_dark="var(--hb-line)",
        input_border_color_focus="var(--hb-accent)",
        input_border_color_focus_dark="var(--hb-accent)",
        input_placeholder_color="var(--hb-soft)",
        input_placeholder_color_dark="var(--hb-soft)",
        button_primary_background_fill="var(--hb-accent)",
        button_primary_background_fill_dark="var(--hb-accent)",
        button_primary_background_fill_hover="var(--hb-accent-deep)",
        button_primary_background_fill_hover_dark="var(--hb-accent-deep)",
        button_primary_text_color="var(--hb-on-accent)",
        button_primary_text_color_dark="var(--hb-on-accent)",
        button_secondary_background_fill="var(--hb-sheet)",
        button_secondary_background_fill_dark="var(--hb-sheet)",
        button_secondary_background_fill_hover="var(--hb-tint)",
        button_secondary_background_fill_hover_dark="var(--hb-tint)",
        button_secondary_border_color="var(--hb-line)",
        button_secondary_border_color_dark="var(--hb-line)",
        button_secondary_text_color="var(--hb-ink)",
        button_secondary_text_color_dark="var(--hb-ink)",
        link_text_color="var(--hb-accent)",
        link_text_color_dark="var(--hb-accent)",
    )
