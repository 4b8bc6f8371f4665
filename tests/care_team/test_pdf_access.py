"""Promises of the PDF for those who listen to it: what PDF/UA-1 asks and can be checked here, and checks that bite.

What these checks do not see: docs/decisions/0020-what-the-pdf-checks-do-not-see.md.
"""

import dataclasses
import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest

from components.answers.model import Answers
from components.care_team.pdf import PdfLayout, as_pdf
from components.care_team.summary import build_summary
from components.content.load import Content
from tests.care_team.pdf_reading import Tag, drawn, hostile, opened, tags, warned
from tests.care_team.visits import heaviest, nothing, safety_left_out, usual
from tests.conftest import TODAY

USUAL, LARGE = PdfLayout(), PdfLayout(large_print=True)
NOT_RUN = {"UA-14-001"}
"""Empty headings: pdfua 0.1.3 trips over pikepdf 10 there and skips it. Our own check of headings stands in."""

Case = Callable[[Content], Answers]


@lru_cache(maxsize=32)
def made(content: Content, case: Case, layout: PdfLayout = USUAL) -> bytes:
    """Return the PDF of a person."""
    return as_pdf(content, build_summary(content, case(content), TODAY), layout).data


def faults(data: bytes, title: str) -> set[str]:
    """Return what is wrong with a PDF, a short name for each kind. title: what it should be called."""
    with opened(data) as pdf:
        found = tags(pdf)
        return {*_of_the_file(pdf, title), *_of_the_pages(pdf, found), *_of_the_fonts(pdf), *_of_the_tags(found)}


def _of_the_file(pdf: pikepdf.Pdf, title: str) -> Iterator[str]:
    """PDF/UA-1, 5 (it says what it is), 7.1 (tagged; has a title, shows it) and 7.2 (a language)."""
    root: Any = pdf.Root
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(root.get("/Lang", ""))):
        yield "no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked as tagged"
    if "/StructTreeRoot" not in root:
        yield "no tree of tags"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title not shown"
    with pdf.open_metadata() as xmp:
        if xmp.get("pdfuaid:part") != "1":
            yield "does not say that it is PDF/UA-1"
        if xmp.get("dc:title") != title:
            yield "no title"


def _of_the_pages(pdf: pikepdf.Pdf, found: tuple[Tag, ...]) -> Iterator[str]:
    """PDF/UA-1, 7.1 (all is tagged or an artifact), 7.3 (images are figures) and 7.18.3 (the order of tabs)."""
    held = {place: tag.name for tag in found for place in tag.content}
    if any(page.obj.get("/Tabs") != "/S" for page in pdf.pages):
        yield "tabs not in the order of the tags"
    for item in drawn(pdf):
        if item.loose:
            yield f"loose {item.kind}"
        elif item.mcid is not None and (item.page, item.mcid) not in held:
            yield f"{item.kind} in no tag"
        elif item.kind == "image" and item.mcid is not None and held[item.page, item.mcid] != "Figure":
            yield "image in no figure"


def _of_the_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """PDF/UA-1, 7.21.4.1 (fonts are in the file) and 7.21.7 (their glyphs are known as letters)."""
    fonts: list[Any] = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        if not any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield "font not in the file"
        if "/ToUnicode" not in font:
            yield "font without letters"


def _of_the_tags(found: tuple[Tag, ...]) -> Iterator[str]:
    """PDF/UA-1, 7.3 (figures), 7.4.2 (no level of heading is skipped) and 7.5 (header cells)."""
    headings = [tag for tag in found if re.fullmatch("H[1-6]", tag.name)]
    levels = [int(tag.name[1]) for tag in headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "not one first heading"
    if any(after - before > 1 for before, after in pairwise(levels)):
        yield "level of heading skipped"
    if not all(heading.inside for heading in headings):
        yield "empty heading"
    for tag in found:
        if tag.name == "TH" and not any("/Scope" in attributes for attributes in _attributes(tag)):
            yield "header cell of nothing"
        if tag.name == "Figure" and not str(tag.element.get("/Alt", "")).strip():
            yield "figure without words"
    if sum(tag.name == "Table" for tag in found) and not any(tag.name == "TH" for tag in found):
        yield "table without header cells"


def _attributes(tag: Tag) -> list[Any]:
    kept = tag.element.get("/A", [])
    return list(kept) if isinstance(kept, pikepdf.Array) else [kept]


@pytest.mark.parametrize("layout", [USUAL, PdfLayout("a4"), LARGE], ids=["letter", "a4", "large print"])
@pytest.mark.parametrize("case", [nothing, usual, warned, heaviest, safety_left_out, hostile])
def test_our_own_checks_find_nothing(content: Content, case: Case, layout: PdfLayout) -> None:
    assert faults(made(content, case, layout), content.care_team.sheet.title) == set()


@pytest.mark.parametrize("layout", [USUAL, LARGE], ids=["usual print", "large print"])
@pytest.mark.parametrize("case", [nothing, usual, heaviest])
def test_pdfua_finds_nothing(content: Content, case: Case, layout: PdfLayout, tmp_path: Path) -> None:
    report = told_by_pdfua(made(content, case, layout), tmp_path)
    assert report.findings == ()
    assert {outcome.rule_id for outcome in report.skipped} <= NOT_RUN
    assert pdfua.coverage().covered == 16


def told_by_pdfua(data: bytes, folder: Path) -> pdfua.Report:
    """Return what pdfua says of a PDF."""
    file = folder / "sheet.pdf"
    file.write_bytes(data)
    return pdfua.validate(str(file))


def test_the_tree_holds_what_it_should(content: Content) -> None:
    with opened(made(content, warned)) as pdf:
        names = [tag.name for tag in tags(pdf)]
        headers = [tag for tag in tags(pdf) if tag.name == "TH"]
    assert {"H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"} <= set(names)
    assert names.count("TR") == 1 + len(content.habits) / 2 and len(headers) == 4
    assert "Figure" not in names


def test_a_table_has_as_many_cells_in_each_row(content: Content) -> None:
    def one_habit_less(content: Content) -> Answers:
        answers = usual(content)
        answers.habits.popitem()
        return answers

    with opened(made(content, one_habit_less)) as pdf:
        rows = [tag.element for tag in tags(pdf) if tag.name == "TR"]
        assert {len(row.K) for row in rows} == {4}


def test_words_that_come_again_on_the_next_page_are_read_once(content: Content) -> None:
    with opened(made(content, heaviest, LARGE)) as pdf:
        names = [tag.name for tag in tags(pdf)]
    groups = build_summary(content, heaviest(content), TODAY).safety
    assert names.count("H3") == len({(point.urgency, point.red_flag) for point in groups}) + 3


def test_the_pdf_names_the_language_the_clinic_set(content: Content) -> None:
    clinic = content.clinic.model_copy(update={"language": "es"})
    with opened(made(dataclasses.replace(content, clinic=clinic), nothing)) as pdf:
        assert pdf.Root.Lang == "es"


def broken(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Return a PDF with one thing in it spoiled."""
    out = io.BytesIO()
    with opened(data) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def in_xmp(old: bytes, new: bytes) -> Callable[[Any], None]:
    """Return a change of the file's own data."""

    def change(pdf: Any) -> None:
        assert old in pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))

    return change


def in_page(added: bytes) -> Callable[[Any], None]:
    """Return a change that draws something more on the first page."""
    return lambda pdf: pdf.pages[0].contents_add(b"q " + added + b" Q")


def in_tags(name: str, change: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return a change of the last tag of that name."""
    return lambda pdf: change([tag.element for tag in tags(pdf) if tag.name == name][-1])


def in_fonts(change: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return a change of one font."""
    return lambda pdf: change(next(iter(pdf.pages[0].Resources.Font.values())))


def unmark(pdf: Any) -> None:
    """Take every mark off the first page."""
    kept = [
        part for part in pikepdf.parse_content_stream(pdf.pages[0]) if str(part.operator) not in ("BDC", "BMC", "EMC")
    ]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def no_header_cells(pdf: Any) -> None:
    """Make every header cell a cell like the others."""
    for tag in tags(pdf):
        if tag.name == "TH":
            tag.element.S = pikepdf.Name("/TD")


def renamed(name: str) -> Callable[[Any], None]:
    """Return a change of a tag into another."""
    return lambda element: setattr(element, "S", pikepdf.Name(name))


def without(*keys: str) -> Callable[[Any], None]:
    """Return a change that takes an entry away, where the keys lead to it."""

    def change(node: Any) -> None:
        for key in keys[:-1]:
            node = node[int(key)] if key.isdigit() else node[key]
        del node[keys[-1]]

    return change


IMAGE = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI"
BREAKS: dict[str, tuple[Callable[[Any], None], str]] = {
    "language": (lambda pdf: without("/Lang")(pdf.Root), "no language"),
    "marked": (lambda pdf: without("/MarkInfo", "/Marked")(pdf.Root), "not marked as tagged"),
    "tree": (lambda pdf: without("/StructTreeRoot")(pdf.Root), "no tree of tags"),
    "title shown": (lambda pdf: without("/ViewerPreferences", "/DisplayDocTitle")(pdf.Root), "title not shown"),
    "data": (lambda pdf: without("/Metadata")(pdf.Root), "does not say that it is PDF/UA-1"),
    "part": (in_xmp(b"pdfuaid:part>1<", b"pdfuaid:part>2<"), "does not say that it is PDF/UA-1"),
    "title": (in_xmp(b"dc:title>", b"dc:source>"), "no title"),
    "tabs": (lambda pdf: without("/Tabs")(pdf.pages[0].obj), "tabs not in the order of the tags"),
    "marks": (unmark, "loose text"),
    "text": (in_page(b"BT /f0 9 Tf <0001> Tj ET"), "loose text"),
    "line": (in_page(b"0 0 m 9 9 l S"), "loose line"),
    "image": (in_page(IMAGE), "loose image"),
    "image in text": (in_page(b"/P <</MCID 0>> BDC " + IMAGE + b" EMC"), "image in no figure"),
    "font": (in_fonts(without("/DescendantFonts", "0", "/FontDescriptor", "/FontFile2")), "font not in the file"),
    "letters": (in_fonts(without("/ToUnicode")), "font without letters"),
    "table": (in_tags("Table", without("/K")), "text in no tag"),
    "header cells": (in_tags("TH", without("/A")), "header cell of nothing"),
    "header row": (no_header_cells, "table without header cells"),
    "level": (in_tags("H2", renamed("/H4")), "level of heading skipped"),
    "first heading": (in_tags("H1", renamed("/P")), "not one first heading"),
    "empty heading": (in_tags("H2", without("/K")), "empty heading"),
    "figure": (in_tags("P", renamed("/Figure")), "figure without words"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_our_checks_see_a_broken_file(content: Content, name: str) -> None:
    change, fault = BREAKS[name]
    assert fault in faults(broken(made(content, usual), change), content.care_team.sheet.title)


@pytest.mark.parametrize("name", ["language", "marked", "tree", "title shown", "data", "text", "figure"])
def test_pdfua_sees_a_broken_file(content: Content, name: str, tmp_path: Path) -> None:
    assert told_by_pdfua(broken(made(content, usual), BREAKS[name][0]), tmp_path).findings
