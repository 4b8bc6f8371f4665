"""The visit sheet as a tagged PDF (PDF/UA-1), made by Typst from sheet.typ."""

import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from components.care_team.summary import Summary
from components.content.load import Content
from components.frame.typeset import FONTS, typeset

TEMPLATE = Path(__file__).with_name("sheet.typ")
BOX = "\u25a1"
BREAK = "\u200b"
LONGEST_WORD = 30
PIECE = 12
MARKS = ("Mn", "Mc", "Me")
ALIKE = {"\u2010": "-", "\u2011": "-", "\u02bc": "\u2019", "\u2212": "-"}
"""Characters that look the same as another one, which stands in without a word where the font has only that one."""


@dataclass(frozen=True)
class PdfSheet:
    """A finished PDF, and each different character it could not show, in the order met."""

    data: bytes
    replaced: tuple[str, ...]


def as_pdf(content: Content, summary: Summary) -> PdfSheet:
    """Return the sheet as a PDF/UA-1 file on the clinic's paper, with the characters no font could show.

    Any typed text gives a file: it reaches Typst as data and never as markup, and a character without a glyph is
    replaced by a visible sign. (PDF/UA-1, 7.21.8, refuses text without glyphs; Typst then refuses the whole file.)
    Raises typst.TypstError only when sheet.typ or the fonts themselves are broken.
    """
    try:
        return _build(content, summary, _shown)
    except typst.TypstError:
        # A sign that has a glyph and still cannot be shaped. It is not known which, so plain ASCII is what is safe.
        return _build(content, summary, str.isascii)


def glyphs_replaced(summary: Summary) -> tuple[str, ...]:
    """Return the characters of a summary that the PDF cannot show, in the order met, without building the PDF."""
    replaced: dict[str, None] = {}
    _printable(asdict(summary), _shown, replaced)
    return tuple(replaced)


def _build(content: Content, summary: Summary, can_show: Callable[[str], bool]) -> PdfSheet:
    replaced: dict[str, None] = {}
    data = _printable(_facts(content, summary), can_show, replaced)
    if replaced:
        data["glyphs"] = content.care_team.sheet.missing_glyphs.format(sign=_sign(can_show))
    return PdfSheet(typeset(TEMPLATE, data), tuple(replaced))


def _facts(content: Content, summary: Summary) -> dict[str, Any]:
    """Return what sheet.typ prints: the summary as it is, safety points by urgency, and the words of the sheet."""
    frame, clinic = content.frame, content.clinic
    groups = groupby(summary.safety, key=lambda point: (point.urgency_words, point.red_flag))
    return {
        "paper": clinic.paper,
        "lang": clinic.language,
        "words": content.care_team.sheet.model_dump(mode="json"),
        "help": frame.help_line.format(emergency_number=clinic.emergency_number),
        "today": [summary.date.year, summary.date.month, summary.date.day],
        "date": summary.date_words,
        "made_for": summary.made_for,
        "made_by": summary.made_by,
        "name": summary.name,
        "left_out": summary.left_out,
        "left_out_words": summary.left_out_words,
        "safety_words": summary.safety_words,
        "urgent_words": summary.urgent_words,
        "safety": [
            {"urgency": urgency, "red_flag": red, "points": [asdict(point) for point in points]}
            for (urgency, red), points in groups
        ],
        "top": [question.text for question in summary.top_questions],
        "more": [question.text for question in summary.more_questions],
        "habits": [asdict(habit) for habit in summary.habits],
        "habits_words": summary.habits_words,
        "step": asdict(summary.step) if summary.step else None,
        "notes": [line for line in summary.notes.split("\n") if line.strip()],
        "glyphs": "",
    }


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[str]:
    """Return the characters that every font of the sheet has, from the fonts' own tables (cmap)."""
    tables = [TTFont(path, lazy=True).getBestCmap() for path in FONTS]
    return frozenset(map(chr, set.intersection(*(set(table) for table in tables))))


def _sign(can_show: Callable[[str], bool]) -> str:
    """Return the sign printed in place of a character no font can show."""
    return BOX if can_show(BOX) else "?"


def _shown(char: str) -> bool:
    return char in _glyphs()


def _printable(value: Any, can_show: Callable[[str], bool], replaced: dict[str, None]) -> Any:
    """Return JSON-like data with every text made printable; what had to be replaced is added to replaced."""
    if isinstance(value, str):
        return _with_breaks(_text(value, can_show, replaced))
    if isinstance(value, dict):
        return {key: _printable(part, can_show, replaced) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(part, can_show, replaced) for part in value]
    return value


def _text(text: str, can_show: Callable[[str], bool], replaced: dict[str, None]) -> str:
    """Return text in characters the font has. An accent goes with its letter: one sign stands in for both."""
    out: list[str] = []
    lost = False
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if category in MARKS and lost:
            continue
        stand_in = _stand_in(char, category, can_show)
        lost = stand_in is None
        if stand_in is None:
            replaced[char] = None
        out.append(_sign(can_show) if stand_in is None else stand_in)
    return "".join(out)


def _stand_in(char: str, category: str, can_show: Callable[[str], bool]) -> str | None:
    """Return what prints a character without loss: itself, its like, nothing for the invisible. None if it is lost."""
    if can_show(char) or char == "\n":
        return char
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":  # joiners, marks of direction, variants: nothing to see
        return ""
    if category == "Zs":
        return " "
    like = ALIKE.get(char) or unicodedata.normalize("NFD", char)
    return like if like != char and all(map(can_show, like)) else None


def _with_breaks(text: str) -> str:
    """Return text whose very long words may break, so that none runs off the paper."""
    return " ".join(word if len(word) <= LONGEST_WORD else _broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    out: list[str] = []
    for place, char in enumerate(word):
        if place and place % PIECE == 0 and unicodedata.category(char) not in MARKS:
            out.append(BREAK)
        out.append(char)
    return "".join(out)
