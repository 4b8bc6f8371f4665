"""Promises of the PDF: always a file, always tagged, typed text literal, the same facts as the text, room to write."""

import dataclasses
import datetime
import io
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, pairwise
from typing import Any, get_args

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import MAX_LINE_LENGTH, MAX_OWN_QUESTIONS, OWN_STEP, Answers, Plan
from components.care_team import pdf
from components.care_team.pdf import PdfSheet, as_pdf, glyphs_replaced
from components.care_team.plain_text import as_text
from components.care_team.summary import Summary, build_summary
from components.content.fields import SheetPart
from components.content.load import Content

TODAY = datetime.date(2026, 11, 22)
MARKUP = (
    "#set text(red) #pagebreak() $x^2$ *a* _b_ @ref <label> \\n \\ `c` // d /* e */ \"f\" 'g' -- --- ... ~ "
    "= h [i](j) ]] }} #{1+1} <b>k</b> &amp; https://example.org/l?m=n"
)


def made(content: Content, answers: Answers) -> PdfSheet:
    """Return the PDF of some answers."""
    return as_pdf(content, build_summary(content, answers, TODAY))


def reader(sheet: PdfSheet) -> pypdf.PdfReader:
    """Return a finished PDF, opened."""
    return pypdf.PdfReader(io.BytesIO(sheet.data))


def folded(text: str) -> str:
    """Return text without the spaces, line ends and writing lines that a layout may add."""
    return re.sub("[\\s_\u200b]+", "", text)


def pdf_text(content: Content, summary: Summary, sheet: PdfSheet) -> str:
    """Return the folded text of a PDF without the lines repeated on each page."""
    words, out = content.care_team.sheet, ""
    pages = reader(sheet).pages
    for number, page in enumerate(pages, 1):
        turn = f"{words.turn_over}." if number < len(pages) else ""
        place = words.page_of.format(page=number, pages=len(pages))
        help_line = content.frame.help_line.format(emergency_number=content.clinic.emergency_number)
        text = folded(page.extract_text())
        for foot in (words.not_a_record + help_line, summary.date_words + turn + place):
            assert text.count(folded(foot)) == 1
            text = text.replace(folded(foot), "")
        head = folded(words.continued + summary.name)
        assert text.count(head) == (number > 1)
        out += text.replace(head, "")
    return out


def facts(content: Content, summary: Summary) -> list[str]:
    """Return every fact of a summary and every heading of the sheet, in the order a reader meets them."""
    words = content.care_team.sheet
    found = [words.title, summary.name, summary.made_for, summary.date_words, summary.made_by, summary.left_out_words]
    if summary.safety_state != "left_out":
        found += [words.safety_heading, summary.safety_words, summary.urgent_words]
        for urgency, points in groupby(summary.safety, key=lambda point: point.urgency_words):
            found.append(urgency)
            for point in points:
                found += [f"{point.asked} {point.said}", f"{words.ask} {point.question}", point.guide_says]
    found.append(words.top_questions_heading)
    found += [f"{number}. {question.text} {words.answer}" for number, question in enumerate(summary.top_questions, 1)]
    found += [] if summary.questions else [words.no_questions]
    found += [words.more_questions_heading] if summary.more_questions else []
    found += [f"{number}. {question.text}" for number, question in enumerate(summary.more_questions, 4)]
    if summary.habits or summary.habits_words:
        found += [words.habits_heading, summary.habits_words]
        for habit in summary.habits:
            found += [habit.label, habit.answer + (f" ({words.for_team})" if habit.for_team else "")]
    if summary.step:
        found += [words.step_heading, summary.step.ask_first, summary.step.text, *summary.step.said]
    if "notes" not in summary.left_out:
        found += [words.notes_heading, *(summary.notes.split("\n") if summary.notes else [words.notes_none])]
    return [*found, words.agreed_heading, words.agreed_lead]


def assert_in_order(found: list[str], text: str) -> None:
    """Fail unless every fact stands in the folded text, each after the one before."""
    at = 0
    for fact in map(folded, found):
        place = text.find(fact, at)
        assert place >= 0, f"missing, or out of order: {fact!r} after {text[max(0, at - 60) : at]!r}"
        at = place + len(fact)


def nothing(_content: Content) -> Answers:
    """Return the answers of a person who filled in nothing."""
    return Answers()


def all_left_out(content: Content) -> Answers:
    """Return full answers with every part left out that can be."""
    answers = heaviest(content)
    answers.left_out = ["safety", "habits", "notes"]
    return answers


def safety_left_out(content: Content) -> Answers:
    """Return full answers without the safety points, so that an answer for the team is marked among the habits."""
    answers = heaviest(content)
    answers.left_out = ["safety"]
    return answers


def usual(content: Content) -> Answers:
    """Return the answers the sheet is laid out for: 3 cautions, 10 habits, 5 questions, a small step."""
    ticked = ("swallowing", "immune-treatment-probiotics", "warfarin")
    return Answers(
        cautions={caution: caution in ticked for caution in content.cautions},
        habits={habit.id: habit.scale[0].id for habit in content.habits.values()},
        questions=list(content.questions)[:5],
        plan=a_plan(content),
    )


def a_plan(content: Content) -> Plan:
    """Return a small step with its plan and how sure one is."""
    step = content.steps["drinks-ask-drinks"]
    return Plan(habit=step.habit, step=step.id, when=step.when, will=step.will, importance=7, confidence=8)


def heaviest(content: Content) -> Answers:
    """Return answers with everything in them, as long as it may be."""
    return Answers(
        cautions=dict.fromkeys(content.cautions, True),
        habits={habit.id: habit.scale[-1].id for habit in content.habits.values()},
        questions=list(content.questions),
        own_questions=[
            (f"Own question {number}, " + "why is this so? " * 20)[:299] for number in range(MAX_OWN_QUESTIONS)
        ],
        name="Bartholomew " * 6,
        notes=("This is a long note about my days. " * 50)[:1499],
    )


def longest_step(_content: Content) -> Answers:
    """Return answers whose small step is as long as it may be, beside a caution that touches its habit."""
    long = ("one more word " * 20)[:MAX_LINE_LENGTH].strip()
    texts = {"own": long, "when": long, "will": long, "why_not_lower": long, "raise_it": long}
    plan = Plan(habit="fruit", step=OWN_STEP, importance=10, confidence=6, **texts)
    return Answers(cautions={"kidney": True}, plan=plan)


def tags(sheet: PdfSheet) -> list[str]:
    """Return the names of the PDF's structure elements, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for part in node:
                walk(part)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            if "/K" in node and "/MCID" not in node:
                walk(node["/K"])

    walk(reader(sheet).root_object["/StructTreeRoot"])
    return found


def test_works_when_nothing_was_filled_in(content: Content) -> None:
    summary = build_summary(content, Answers(), TODAY)
    sheet = as_pdf(content, summary)
    assert sheet.replaced == ()
    assert len(reader(sheet).pages) == 1
    assert_in_order(facts(content, summary), pdf_text(content, summary, sheet))


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_the_usual_sheet_is_one_page_on_the_clinics_paper(content: Content, paper: str) -> None:
    clinic = content.clinic.model_copy(update={"paper": paper})
    (page,) = reader(made(dataclasses.replace(content, clinic=clinic), usual(content))).pages
    size = (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
    assert size == {"us-letter": (612, 792), "a4": (595, 842)}[paper]


@pytest.mark.parametrize("case", [usual, heaviest, longest_step, all_left_out, safety_left_out])
def test_pdf_and_text_say_the_same_facts_in_the_same_order(content: Content, case: Any) -> None:
    summary = build_summary(content, case(content), TODAY)
    assert_in_order(facts(content, summary), pdf_text(content, summary, as_pdf(content, summary)))
    assert_in_order(facts(content, summary), folded(as_text(content, summary)))


def test_safety_comes_first(content: Content) -> None:
    summary = build_summary(content, heaviest(content), TODAY)
    text = pdf_text(content, summary, as_pdf(content, summary))
    urgent = text.index(folded(content.frame.urgency["emergency"]))
    assert urgent < text.index(folded(content.frame.urgency["routine"])) < text.index("Ownquestion0")


def test_the_first_three_questions_stand_out_as_headings(content: Content) -> None:
    assert tags(made(content, usual(content))).count("H3") == 3 + 1  # and one for the urgency of the safety points


@pytest.mark.parametrize("case", [nothing, usual, heaviest, all_left_out])
def test_there_is_always_room_to_write_what_was_agreed(content: Content, case: Any) -> None:
    met: list[str] = []
    last = reader(made(content, case(content))).pages[-1]
    last.extract_text(
        visitor_operand_before=lambda operator, *_: met.append("line") if operator == b"l" else None,
        visitor_text=lambda text, *_: met.append(folded(text)),
    )
    words = content.care_team.sheet
    after_heading = met[met.index(folded(words.agreed_heading)) :]
    before_foot = after_heading[: after_heading.index(folded(words.not_a_record))]
    assert before_foot.count("line") >= 3  # two lines to write on, and the one above the foot


def test_a_longer_sheet_says_that_it_goes_on(content: Content) -> None:
    pages = [page.extract_text() for page in reader(made(content, heaviest(content))).pages]
    words = content.care_team.sheet
    assert len(pages) > 1
    assert all(words.turn_over in page for page in pages[:-1]) and words.turn_over not in pages[-1]
    assert all(words.continued in page for page in pages[1:]) and words.continued not in pages[0]


def test_typed_text_is_printed_literally(content: Content) -> None:
    answers = Answers(name="*Ana* #x $y$", own_questions=[MARKUP], notes=f"{MARKUP}\nnext line")
    summary = build_summary(content, answers, TODAY)
    text = pdf_text(content, summary, as_pdf(content, summary))
    assert text.count(folded(MARKUP)) == 2
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
    summary = build_summary(content, heaviest(content), TODAY)
    assert as_pdf(content, summary).replaced == ()


def test_a_glyph_that_cannot_be_shaped_does_not_break_the_download(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_shown", bool)  # as if the font's table promised more than it holds
    sheet = made(content, Answers(notes="a \u4e2d b"))
    assert "\u4e2d" in sheet.replaced
    assert "a?b" in folded(reader(sheet).pages[0].extract_text())


def test_a_very_long_word_does_not_run_off_the_paper(content: Content) -> None:
    sheet = made(content, Answers(notes="W" * 400, own_questions=["M" * 299], name="W" * 79))
    text = reader(sheet).pages[0].extract_text()
    assert max(len(line) for line in text.splitlines()) < 90  # 50 of these wide letters fill a line
    assert all(word in folded(text) for word in ("W" * 79, "W" * 400, "M" * 299))


def test_the_pdf_is_tagged_with_title_and_language(content: Content) -> None:
    opened = reader(made(content, usual(content)))
    root: Any = opened.root_object
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == content.clinic.language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened.xmp_metadata is not None
    assert content.care_team.sheet.title in (opened.xmp_metadata.dc_title or {}).values()
    xmp = root["/Metadata"].get_object().get_data()
    assert re.search(rb"pdfuaid:part\W+1\b", xmp)
    pages: list[Any] = list(opened.pages)
    fonts = {str(font["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert fonts and all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_the_pdf_names_the_language_the_clinic_set(content: Content) -> None:
    clinic = content.clinic.model_copy(update={"language": "es"})
    root: Any = reader(made(dataclasses.replace(content, clinic=clinic), Answers())).root_object
    assert root["/Lang"] == "es"


def test_no_typed_word_gets_into_the_files_own_data(content: Content) -> None:
    root: Any = reader(made(content, Answers(name="Zebedee", notes="Zebedee"))).root_object
    assert b"Zebedee" not in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("case", [nothing, usual, heaviest])
def test_headings_skip_no_level_and_tables_have_header_cells(content: Content, case: Any) -> None:
    found = tags(made(content, case(content)))
    levels = [int(tag[1]) for tag in found if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert ("Table" in found) == ("TH" in found)
    assert case is not usual or "TH" in found


def test_many_visits_at_once_each_get_their_own_sheet(content: Content) -> None:
    def name_on_sheet(number: int) -> bool:
        text = reader(made(content, Answers(name=f"Person{number}x"))).pages[0].extract_text()
        return f"Person{number}x" in text and len(re.findall(r"Person\d+x", text)) == 1

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(name_on_sheet, range(24)))


def any_answers(content: Content, letters: st.SearchStrategy[str]) -> st.SearchStrategy[Answers]:
    """Return a strategy for answers with known and unknown ids and any text."""
    options = sorted({option.id for habit in content.habits.values() for option in habit.scale})
    typed = st.text(letters, min_size=1, max_size=120).filter(lambda text: text.strip() != "")
    return st.builds(
        Answers,
        cautions=st.dictionaries(st.sampled_from([*content.cautions, "gone"]), st.booleans(), max_size=8),
        habits=st.dictionaries(st.sampled_from([*content.habits, "gone"]), st.sampled_from([*options, "gone"])),
        questions=st.lists(st.sampled_from([*content.questions, "gone"]), max_size=8),
        own_questions=st.lists(typed, max_size=MAX_OWN_QUESTIONS),
        name=st.text(letters, max_size=60),
        notes=st.text(letters, max_size=400),
        left_out=st.lists(st.sampled_from(get_args(SheetPart)), max_size=4),
        plan=st.builds(
            Plan,
            habit=st.sampled_from([*content.habits, "gone"]),
            step=st.sampled_from([OWN_STEP, *content.steps]),
            own=st.text(letters, max_size=80),
            when=st.text(letters, max_size=40),
            will=st.text(letters, max_size=40),
            confidence=st.none() | st.integers(0, 10),
            raise_it=st.text(letters, max_size=40),
        ),
    )


@given(data=st.data())
def test_any_answers_give_both_formats_with_the_same_facts(content: Content, data: st.DataObject) -> None:
    latin = st.sampled_from(
        sorted(char for char in pdf._glyphs() if char.isalnum() and char.isascii()) + list(" \n,.?#$*")
    )
    summary = build_summary(content, data.draw(any_answers(content, latin)), TODAY)
    sheet = as_pdf(content, summary)
    assert sheet.replaced == ()
    assert_in_order(facts(content, summary), pdf_text(content, summary, sheet))
    assert_in_order(facts(content, summary), folded(as_text(content, summary)))


@given(data=st.data())
def test_any_characters_at_all_give_a_pdf(content: Content, data: st.DataObject) -> None:
    summary = build_summary(content, data.draw(any_answers(content, st.characters())), TODAY)
    sheet = as_pdf(content, summary)
    assert sheet.data.startswith(b"%PDF")
    assert sheet.replaced == glyphs_replaced(summary)
