"""Promises of the PDF's content: always a file, typed text literal, every fact of the sheet in its order, none lost."""

import dataclasses
import io
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers, OwnQuestion
from components.care_team import pdf
from components.care_team.pdf import PdfLayout, PdfSheet, as_pdf, glyphs_replaced
from components.care_team.sections import Line, Section, sections
from components.care_team.summary import Summary, build_summary
from components.content.load import Content
from tests.care_team.pdf_reading import hostile, warned
from tests.care_team.said import folded
from tests.care_team.visits import ANYONE, all_left_out, heaviest, longest_step, nothing, safety_left_out, usual
from tests.conftest import TODAY

USUAL, LARGE = PdfLayout(), PdfLayout(large_print=True)
MARKUP = (
    "#set text(red) #pagebreak() $x^2$ *a* _b_ @ref <label> \\n \\ `c` // d /* e */ \"f\" 'g' -- --- ... ~ "
    "= h [i](j) ]] }} #{1+1} <b>k</b> &amp; https://example.org/l?m=n"
)
Case = Callable[[Content], Answers]
CASES = (nothing, usual, warned, heaviest, longest_step, all_left_out, safety_left_out, hostile)


def made(content: Content, answers: Answers, layout: PdfLayout = USUAL) -> PdfSheet:
    """Return the PDF of some answers."""
    return as_pdf(content, build_summary(content, answers, TODAY), layout)


def page_texts(sheet: PdfSheet) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(sheet.data)).pages]


def pdf_text(content: Content, summary: Summary, sheet: PdfSheet) -> str:
    """Return the folded text of a PDF without the lines repeated on each page; each page must have them."""
    words, out = content.care_team.sheet, ""
    pages = page_texts(sheet)
    for number, page in enumerate(pages, 1):
        turn = f"{words.turn_over}. " if number < len(pages) else ""
        place = words.page_of.format(page=number, pages=len(pages))
        help_line = content.frame.help_line.format(emergency_number=content.clinic.emergency_number)
        text = folded(page)
        for foot in (words.not_a_record + summary.date_words, help_line + turn + place):
            assert text.count(folded(foot)) == 1
            text = text.replace(folded(foot), "")
        head = folded(words.continued + printed(summary.name))
        assert text.count(head) == (number > 1)
        out += text.replace(head, "")
    return out


def printed(text: str) -> str:
    """Return a text as the PDF can show it."""
    return pdf._text(text, pdf._shown, {})


def facts(content: Content, summary: Summary, layout: PdfLayout = USUAL) -> list[str]:
    """Return every fact and heading of the sheet, in the order of its sections.

    In large print the notes for the team on each change are left out.
    """
    words = content.care_team.sheet
    found = [words.title, summary.name or words.name.format(name=""), summary.made_for, summary.date_words]
    found += [summary.made_by, summary.left_out_words]
    for section in sections(content, summary):
        found += [section.heading, section.remark, section.warning]
        for number, line in enumerate(section.lines):
            new_group = number == 0 or line.group != section.lines[number - 1].group
            found += [line.group] if new_group else []
            found += line_facts(content, section, number, line)[: -1 if layout.large_print else None]
        found += [] if section.id == "top-questions" else section.rows
        found.append(section.team)
    return [fact for fact in map(printed, found) if fact.strip()]


def line_facts(content: Content, section: Section, number: int, line: Line) -> list[str]:
    """Return what one line says, with its number and its mark."""
    place = f"{section.first + number}. " if section.first else ""
    mark = f"({content.care_team.sheet.for_team})" if line.marked else ""
    room = section.rows if section.id == "top-questions" else ()
    return [line.label, place + line.text, mark, *room, line.below, line.team]


def assert_in_order(found: list[str], text: str) -> None:
    """Fail unless every fact stands in the folded text, each after the one before."""
    at = 0
    for fact in map(folded, found):
        place = text.find(fact, at)
        assert place >= 0, f"missing, or out of order: {fact!r} after {text[max(0, at - 60) : at]!r}"
        at = place + len(fact)


@pytest.mark.parametrize("layout", [USUAL, LARGE], ids=["usual print", "large print"])
@pytest.mark.parametrize("case", CASES)
def test_every_fact_of_the_sheet_is_in_the_pdf_in_its_order(content: Content, case: Case, layout: PdfLayout) -> None:
    summary = build_summary(content, case(content), TODAY)
    assert_in_order(facts(content, summary, layout), pdf_text(content, summary, as_pdf(content, summary, layout)))


def test_safety_comes_first(content: Content) -> None:
    summary = build_summary(content, heaviest(content), TODAY)
    text = pdf_text(content, summary, as_pdf(content, summary))
    emergency, routine = (text.index(folded(content.frame.urgency[name])) for name in ("emergency", "routine"))
    assert emergency < routine < text.index(folded(summary.questions[0].text))


@pytest.mark.parametrize("layout", [USUAL, LARGE], ids=["usual print", "large print"])
def test_a_longer_sheet_says_that_it_goes_on(content: Content, layout: PdfLayout) -> None:
    pages = page_texts(made(content, heaviest(content), layout))
    words = content.care_team.sheet
    assert len(pages) > 2
    assert all(words.turn_over in page for page in pages[:-1]) and words.turn_over not in pages[-1]
    assert all(words.continued in page for page in pages[1:]) and words.continued not in pages[0]


@pytest.mark.parametrize("layout", [USUAL, LARGE], ids=["usual print", "large print"])
@pytest.mark.parametrize("case", [warned, heaviest])
def test_a_warning_sign_is_never_parted_from_what_to_do(content: Content, case: Case, layout: PdfLayout) -> None:
    answers = case(content)
    summary = build_summary(content, answers, TODAY)
    points = [point for point in summary.safety if point.red_flag]
    pages = [folded(page) for page in page_texts(as_pdf(content, summary, layout))]
    assert points
    for point in points:
        (page,) = [page for page in pages if folded(f"{point.asked} {point.said}") in page]
        place = page.index(folded(f"{point.asked} {point.said}"))
        assert folded(point.urgency_words) in page[:place]
        assert folded(point.question) in page[place:]


def test_typed_text_is_printed_literally(content: Content) -> None:
    answers = Answers(
        name="*Ana* #x $y$", own_matter=MARKUP, questions=[OwnQuestion(own=MARKUP)], changes={"bowel": MARKUP},
        takes=MARKUP, thinks_of=MARKUP, understood=MARKUP, notes=f"{MARKUP}\nnext line",
    )  # fmt: skip
    summary = build_summary(content, answers, TODAY)
    text = pdf_text(content, summary, as_pdf(content, summary))
    assert text.count(folded(MARKUP)) == 7
    assert_in_order(facts(content, summary), text)


@pytest.mark.parametrize("typed", ["🙂👩‍⚕️", "我的肠道", "هل يمكنني", "क्या", "x\u20dd", "\U000e0041\ue000\uffff"])
def test_a_missing_glyph_never_breaks_the_download_and_is_reported(content: Content, typed: str) -> None:
    summary = build_summary(content, Answers(notes=f"before {typed} after"), TODAY)
    sheet = as_pdf(content, summary)
    text = pdf_text(content, summary, sheet)
    sign = "\u25a1" if pdf._shown("\u25a1") else "?"
    assert re.search(rf"before[x]?{re.escape(sign)}+after", text)
    assert sheet.replaced and set(sheet.replaced) <= set(typed)
    assert sheet.replaced == glyphs_replaced(summary)
    assert folded(content.care_team.sheet.missing_glyphs.format(sign=sign)) in text


def test_one_sign_stands_in_for_a_lost_letter_and_its_accents(content: Content) -> None:
    summary = build_summary(content, Answers(notes="a 中\u0301\u0302 b"), TODAY)
    sheet = as_pdf(content, summary)
    assert re.search("a(\\?|\u25a1)b", pdf_text(content, summary, sheet))
    assert sheet.replaced == ("中",)


def test_what_prints_without_loss_is_not_reported(content: Content) -> None:
    typed = "cafe\u0301 mañana naïve Straße non\u2011breaking a\u200db thin\u2009space “quoted” 5 \u2013 6"
    summary = build_summary(content, Answers(notes=typed), TODAY)
    sheet = as_pdf(content, summary)
    assert sheet.replaced == glyphs_replaced(summary) == ()
    assert "caf\u00e9ma\u00f1anana\u00efveStra\u00dfenon-breakingabthinspace\u201cquoted\u201d5\u20136" in pdf_text(
        content, summary, sheet
    )


def test_every_word_of_the_sheet_has_its_glyphs(content: Content) -> None:
    for case in (heaviest, safety_left_out):
        assert made(content, case(content)).replaced == ()


def test_a_glyph_that_cannot_be_shaped_does_not_break_the_download(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_shown", bool)  # as if the font's table promised more than it holds
    sheet = made(content, Answers(notes="a \u4e2d b"))
    assert "\u4e2d" in sheet.replaced
    assert "a?b" in folded(page_texts(sheet)[0])


def test_there_is_a_line_for_the_name_only_where_none_was_typed(content: Content) -> None:
    label = content.care_team.sheet.name.format(name="").strip()
    assert page_texts(made(content, Answers()))[0].count(label) == 1
    assert page_texts(made(content, Answers(name="Ana")))[0].count(label) == 1


def test_no_typed_word_but_a_question_gets_into_the_files_own_data(content: Content) -> None:
    sheet = made(content, Answers(name="Zebedee", notes="Zebedee", takes="Zebedee", understood="Zebedee"))
    root: Any = pypdf.PdfReader(io.BytesIO(sheet.data)).root_object
    assert b"Zebedee" not in root["/Metadata"].get_object().get_data()


def test_the_paper_is_the_clinics_unless_another_is_chosen(content: Content) -> None:
    clinic = content.clinic.model_copy(update={"paper": "a4"})
    elsewhere = dataclasses.replace(content, clinic=clinic)
    for guide, layout, wide in (
        (content, PdfLayout(), 612), (elsewhere, PdfLayout(), 595), (content, PdfLayout("a4"), 595),
        (elsewhere, PdfLayout("us-letter"), 612),
    ):  # fmt: skip
        (page,) = pypdf.PdfReader(io.BytesIO(made(guide, Answers(), layout).data)).pages
        assert round(float(page.mediabox.width)) == wide


def test_many_visits_at_once_each_get_their_own_sheet(content: Content) -> None:
    def name_on_sheet(number: int) -> bool:
        text = page_texts(made(content, Answers(name=f"Person{number}x")))[0]
        return f"Person{number}x" in text and len(re.findall(r"Person\d+x", text)) == 1

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(name_on_sheet, range(24)))


@given(answers=ANYONE, layout=st.builds(PdfLayout, st.sampled_from([None, "a4"]), st.booleans()))
def test_any_answers_give_a_pdf_with_all_facts_in_order(content: Content, answers: Answers, layout: PdfLayout) -> None:
    summary = build_summary(content, answers, TODAY)
    sheet = as_pdf(content, summary, layout)
    assert set(sheet.replaced) == set(glyphs_replaced(summary))
    assert_in_order(facts(content, summary, layout), pdf_text(content, summary, sheet))
