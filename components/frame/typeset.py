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
    with _one_at_a_time:  # a typst.Compiler may be used by one thread only, and Streamlit gives each visit its own
        made = _compiler(template).compile(format="pdf", pdf_standards="ua-1", sys_inputs={"d": json.dumps(data)})
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


@lru_cache(maxsize=4)
def _compiler(template: Path) -> typst.Compiler:
    """Return the one compiler of a template. It sees our fonts alone.

    Raises RuntimeError when Typst does not find both fonts: it would then print blank pages without a word.
    """
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])
    if len(fonts.fonts()) < len(FONTS):
        raise RuntimeError(f"Typst found {len(fonts.fonts())} fonts in {FONT_FOLDER}; a page needs {len(FONTS)}")
    return typst.Compiler(template, root=template.parent, font_paths=fonts)
