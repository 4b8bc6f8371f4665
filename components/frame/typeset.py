"""Typst, with our fonts alone, so that a page looks the same on every machine. What it prints comes in as data."""

import json
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

FONT_FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts"
FONTS = tuple(FONT_FOLDER / f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in ("Regular", "Bold"))

_one_at_a_time = Lock()


def typeset(template: Path, data: dict[str, Any]) -> bytes:
    """Return a tagged PDF (PDF/UA-1) of a Typst template. data: what it reads as JSON from sys.inputs.d.

    Raises typst.TypstError where the template is broken, or where a character has no glyph in our fonts (PDF/UA-1,
    7.21.8).
    """
    with _one_at_a_time:  # the fonts are shared, and Streamlit gives each visit a thread of its own
        made = _compiler(template, data).compile(format="pdf", pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def page_count(template: Path, data: dict[str, Any]) -> int:
    """Return how many pages a template takes, without making the PDF. data: as in typeset.

    The template says it: a metadata element with the label <pages>. Typst keeps what it laid out, so typeset with the
    same data need not do it again. Raises typst.TypstError where the template is broken or has no such element.
    """
    with _one_at_a_time:
        return int(_compiler(template, data).query("<pages>", field="value", one=True))


def _compiler(template: Path, data: dict[str, Any]) -> typst.Compiler:
    """Return a compiler of a template that sees our fonts alone. Only a new one takes data for a query."""
    return typst.Compiler(template, root=template.parent, font_paths=_fonts(), sys_inputs={"d": json.dumps(data)})


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Return our fonts, read once.

    Raises RuntimeError when Typst does not find both: it would then print blank pages without a word.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])
    if len(fonts.fonts()) < len(FONTS):
        raise RuntimeError(f"Typst found {len(fonts.fonts())} fonts in {FONT_FOLDER}; a page needs {len(FONTS)}")
    return fonts
