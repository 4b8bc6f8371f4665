"""The colors are readable: body text at 7:1 or more, everything else that is read at 4.5:1, in both themes."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
CSS = (ROOT / "components/frame/style.css").read_text(encoding="utf-8")
ROOTS = re.findall(r":root\s*{([^}]*)}", CSS)


def luminance(color: str) -> float:
    """Return the relative luminance of a #rrggbb color (WCAG 2.2)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def variables(block: str) -> dict[str, str]:
    """Return the custom properties of one :root block."""
    return dict(re.findall(r"--guide-([\w-]+):\s*(#[0-9A-Fa-f]{6})", block))


@pytest.mark.parametrize(("theme", "number"), [("light", 0), ("dark", 1)])
def test_text_can_be_read_in_both_themes(theme: str, number: int) -> None:
    colors = variables(ROOTS[number])
    for paper in ("paper", "tint", "unknown-tint", "urgent-tint"):
        assert contrast(colors["ink"], colors[paper]) >= 7
        assert contrast(colors["soft-ink"], colors[paper]) >= 7
    for read in ("accent", "link", "urgent"):
        assert contrast(colors[read], colors["paper"]) >= 4.5
    assert contrast(colors["line"], colors["paper"]) >= 3
    assert contrast(THEME[theme]["textColor"], THEME[theme]["backgroundColor"]) >= 7


@pytest.mark.parametrize(("theme", "number"), [("light", 0), ("dark", 1)])
def test_the_style_sheet_and_the_theme_use_the_same_colors(theme: str, number: int) -> None:
    colors, own = variables(ROOTS[number]), THEME[theme]
    assert (colors["ink"], colors["paper"], colors["accent"], colors["link"], colors["tint"], colors["line"]) == (
        own["textColor"],
        own["backgroundColor"],
        own["primaryColor"],
        own["linkColor"],
        own["secondaryBackgroundColor"],
        own["borderColor"],
    )


def test_the_figures_in_the_look_document_are_those_of_the_colors() -> None:
    document = (ROOT / "docs/look.md").read_text(encoding="utf-8")
    rows = re.findall(r"\| `(#\w{6})` on `(#\w{6})` \| ([\d.]+):1 \|", document)
    assert len(rows) >= 10
    for one, other, figure in rows:
        assert contrast(one, other) == pytest.approx(float(figure), abs=0.05), (one, other)
