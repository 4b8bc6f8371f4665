"""The visit sheet as a tagged PDF (PDF/UA-1), made by Typst from sheet.typ."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

from components.care_team.sections import sections
from components.care_team.summary import Summary
from components.content.fields import Paper
from components.content.load import Content
from components.frame.typeset import FONTS, page_count, typeset

TEMPLATE = Path(__file__).with_name("sheet.typ")
ONE_PAGE_SIZES = (11.0, 10.5, 10.0)
"""Sizes of the body text in points that may bring the sheet onto one page: the first that does."""

TWO_PAGE_SIZES = (11.0, 10.0, 9.0)
RUN_ON_SIZE = 10.0
"""Where two pages do not hold it either: it then takes as many as it needs."""

LARGE_SIZE = 18.0
"""Of large print: the least that the American Printing House for the Blind calls large print."""

BOX = "\u25a1"
BREAK = "\u200b"
LONGEST_WORD = 30
PIECE = 12
MARKS = ("Mn", "Mc", "Me")
ALIKE = {"\u2010": "-", "\u2011": "-", "\u02bc": "\u2019", "\u2212": "-"}
"""Characters that look the same as another one, which stands in without a word where the font has only that one."""


@dataclass(frozen=True)
class PdfLayout:
    """How the sheet is laid out. paper: None for the clinic's."""

    paper: Paper | None = None
    large_print: bool = False


@dataclass(frozen=True)
class PdfSheet:
    """A finished PDF, and each different character it could not show, in the order met."""

    data: bytes
    replaced: tuple[str, ...]


def as_pdf(content: Content, summary: Summary, layout: PdfLayout = PdfLayout()) -> PdfSheet:
    """Return the sheet as a PDF/UA-1 file, with the characters no font could show.

    Any typed text gives a file: it reaches Typst as data and never as markup, and a character without a glyph is
    replaced by a visible sign. (PDF/UA-1, 7.21.8, refuses text without glyphs; Typst then refuses the whole file.)
    Raises typst.TypstError only when sheet.typ or the fonts themselves are broken.
    """
    try:
        return _build(content, summary, layout, _shown)
    except typst.TypstError:
        # A sign that has a glyph and still cannot be shaped. It is not known which, so plain ASCII is what is safe.
        return _build(content, summary, layout, str.isascii)


def glyphs_replaced(summary: Summary) -> tuple[str, ...]:
    """Return the characters of a summary that the PDF cannot show, in the order met, without building the PDF."""
    replaced: dict[str, None] = {}
    _printable(asdict(summary), _shown, replaced)
    return tuple(replaced)


def _build(content: Content, summary: Summary, layout: PdfLayout, can_show: Callable[[str], bool]) -> PdfSheet:
    replaced: dict[str, None] = {}
    data = _printable(_facts(content, summary, layout), can_show, replaced)
    if replaced:
        data["glyphs"] = content.care_team.sheet.missing_glyphs.format(sign=_sign(can_show))
    return PdfSheet(typeset(TEMPLATE, data | _fit(data)), tuple(replaced))


def _fit(data: dict[str, Any]) -> dict[str, Any]:
    """Return the size of the text, whether headings stand beside their sections, and whether lines stand tight.

    No fact is ever cut: a sheet that two pages do not hold takes more of them.
    """
    if data["large"]:
        loose = _fit_of(LARGE_SIZE)
        return _first(data, (loose, _fit_of(LARGE_SIZE, tight=True)), 2) or loose
    big, middle, little = (_fit_of(size, beside=True) for size in ONE_PAGE_SIZES)
    pages = page_count(TEMPLATE, data | middle)
    if pages == 1:  # begun in the middle, two looks are enough to know which of three it is
        return _first(data, (big,), 1) or middle
    run_on = _fit_of(RUN_ON_SIZE)
    # Text of 9 points takes about three quarters of the room of 10.5: more than three pages never come onto two.
    if pages > 3:
        return run_on
    return _first(data, (little,), 1) or _first(data, map(_fit_of, TWO_PAGE_SIZES), 2) or run_on


def _fit_of(size: float, beside: bool = False, tight: bool = False) -> dict[str, Any]:
    return {"size": size, "beside": beside, "tight": tight}


def _first(data: dict[str, Any], fits: Iterable[dict[str, Any]], pages: int) -> dict[str, Any] | None:
    return next((fit for fit in fits if page_count(TEMPLATE, data | fit) <= pages), None)


def _facts(content: Content, summary: Summary, layout: PdfLayout) -> dict[str, Any]:
    """Return what sheet.typ prints: the head of the sheet, its sections, the words at the head and foot of a page."""
    frame, clinic, words = content.frame, content.clinic, content.care_team.sheet
    return {
        "paper": layout.paper or clinic.paper,
        "large": layout.large_print,
        "lang": clinic.language,
        "today": [summary.date.year, summary.date.month, summary.date.day],
        "title": words.title,
        "made_for": summary.made_for,
        "date": summary.date_words,
        "made_by": summary.made_by,
        "name": summary.name,
        "name_label": words.name.format(name="").strip(),
        "left_out_words": summary.left_out_words,
        "glyphs": "",
        "sections": [asdict(section) for section in sections(content, summary)],
        "habit_columns": [words.habit_column, words.habit_answer_column],
        "for_team": words.for_team,
        "not_a_record": words.not_a_record,
        "help": frame.help_line.format(emergency_number=clinic.emergency_number),
        "continued": words.continued,
        "turn_over": words.turn_over,
        "page_of": words.page_of,
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
