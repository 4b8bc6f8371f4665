"""Draws My visit: the questions, the notes, the parts of the sheet, the sheet itself and its files."""

import hashlib

import streamlit as st

from components.answers.model import (
    MAX_DRAFT_LENGTH,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_OWN_QUESTIONS,
    MAX_QUESTION_LENGTH,
    Answers,
)
from components.answers.view import my_answers, settled, today, widget_shows
from components.care_team.pdf import as_pdf, glyphs_replaced
from components.care_team.plain_text import as_text
from components.care_team.preview import as_html
from components.care_team.summary import build_summary, suggested_questions
from components.content.care_team import Question
from components.content.fields import SheetPart
from components.content.load import Content
from components.frame.clearing_view import Clearing, offer_clearing

OWN_QUESTION = "own-question"
PROBLEM = "own-question-problem"
MANY_QUESTIONS = 5
"""From more questions than this on, the page says that the sheet may not fit on one side."""


def choose_questions(content: Content, answers: Answers) -> None:
    """Draw the suggested questions, a place for one's own, and all questions by topic."""
    words = content.care_team.page
    st.header(words.questions_heading, anchor=False)
    st.write(words.questions_lead)
    suggested = suggested_questions(content, answers)
    st.subheader(words.suggested_heading, anchor=False)
    st.write(words.suggested_lead)
    for question in suggested:
        _question_box(question, answers)
    _own_questions(content, answers)
    st.subheader(words.all_heading, anchor=False)
    for topic, heading in content.questions_file.topics.items():
        with st.expander(heading):
            for question in content.questions.values():
                if question.topic == topic and question not in suggested:
                    _question_box(question, answers)


def _question_box(question: Question, answers: Answers) -> None:
    st.checkbox(
        question.text,
        key=widget_shows(f"question-{question.id}", question.id in answers.questions),
        on_change=_note_question,
        args=(question.id,),
    )


def _note_question(question_id: str) -> None:
    my_answers().choose_question(question_id, st.session_state[f"question-{question_id}"])


def _own_questions(content: Content, answers: Answers) -> None:
    words = content.care_team.page
    with st.container(border=True, key="own-question-box"):
        st.text_area(
            words.own_question_label,
            key=widget_shows(OWN_QUESTION, answers.draft),
            max_chars=MAX_DRAFT_LENGTH,
            on_change=_note_text,
            args=("draft", OWN_QUESTION),
            height=100,
        )
        st.write(words.own_question_hint)
        st.button(words.own_question_add, key="add-own-question", on_click=_add_own_question)
        _own_question_problem(content)
    for number, text in enumerate(answers.own_questions, start=1):
        with st.container(border=True, key=f"own-{number}"):
            st.text(text)
            # The key holds the text: a second press on a button that has moved up must not take off the next question.
            mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
            st.button(
                words.remove.format(question=number),
                key=f"remove-own-{mark}",
                on_click=_remove_own_question,
                args=(text,),
            )


def _own_question_problem(content: Content) -> None:
    """Say what keeps the typed question off the sheet, in the place where it was typed. Nothing typed is lost."""
    words, draft = content.care_team.page, my_answers().draft
    problem = st.session_state.pop(PROBLEM, None)
    if problem == "full":
        st.warning(words.own_question_too_many)
    elif problem == "empty":
        st.warning(words.own_question_empty)
    elif problem == "twice":
        st.warning(words.own_question_twice)
    elif problem == "long" or len(draft) > MAX_QUESTION_LENGTH:
        st.warning(words.own_question_too_long.format(count=len(draft) - MAX_QUESTION_LENGTH))


def _add_own_question() -> None:
    answers = my_answers()
    text = answers.draft.strip()
    if not text:
        st.session_state[PROBLEM] = "empty"
    elif len(text) > MAX_QUESTION_LENGTH:
        st.session_state[PROBLEM] = "long"
    elif text in answers.own_questions:
        st.session_state[PROBLEM] = "twice"
    elif len(answers.own_questions) >= MAX_OWN_QUESTIONS:
        st.session_state[PROBLEM] = "full"
    else:
        answers.add_own_question(text)
        answers.draft = st.session_state[OWN_QUESTION] = ""


def _remove_own_question(text: str) -> None:
    my_answers().remove_own_question(text)


def _note_text(field: str, key: str) -> None:
    setattr(my_answers(), field, st.session_state[key])


def write_notes(content: Content, answers: Answers) -> None:
    """Draw the place for one's own words and for the name."""
    words = content.care_team.page
    st.text_area(
        words.text_heading,
        key=widget_shows("notes", answers.notes),
        max_chars=MAX_NOTE_LENGTH,
        on_change=_note_text,
        args=("notes", "notes"),
    )
    st.text_input(
        words.name_label,
        key=widget_shows("name", answers.name),
        max_chars=MAX_NAME_LENGTH,
        on_change=_note_text,
        args=("name", "name"),
    )
    st.write(words.name_hint)


def _note_part(part: SheetPart) -> None:
    my_answers().include(part, st.session_state[f"include-{part}"])


def choose_parts(content: Content, answers: Answers) -> None:
    """Draw the choice of what goes on the sheet."""
    words = content.care_team.page
    st.header(words.include_heading, anchor=False)
    st.write(words.include_lead)
    parts: dict[SheetPart, str] = {
        "safety": words.include_safety,
        "habits": words.include_habits,
        "step": words.include_step,
        "notes": words.include_notes,
    }
    for part, label in parts.items():
        st.checkbox(
            label,
            key=widget_shows(f"include-{part}", part not in answers.left_out),
            on_change=_note_part,
            args=(part,),
        )


def show_sheet(content: Content, answers: Answers) -> None:
    """Draw the sheet as it stands."""
    words = content.care_team.page
    summary = build_summary(content, answers, today())
    st.header(words.sheet_heading, anchor=False)
    st.write(words.sheet_lead)
    if len(summary.questions) > MANY_QUESTIONS:
        st.write(words.many_questions.format(count=len(summary.questions)))
    st.html(as_html(content, summary))


def downloads(content: Content, answers: Answers) -> None:
    """Draw the buttons for the files.

    A file is built only when its button is pressed, and from the answers as they are then: a press right after typing
    reaches the server together with what was typed.
    """
    words, day = content.care_team.page, today()
    name = f"{content.care_team.sheet.file_name}-{day.isoformat()}"
    st.header(words.download_heading, anchor=False)
    st.write(words.share_lead)
    if answers.draft.strip():
        st.warning(words.draft_left)
    replaced = glyphs_replaced(build_summary(content, answers, day))
    if replaced:
        st.warning(words.glyph_warning.format(characters=" ".join(replaced)))
    st.download_button(
        words.download_pdf,
        data=lambda: as_pdf(content, build_summary(content, settled(answers), day)).data,
        file_name=f"{name}.pdf",
        mime="application/pdf",
        key="download-pdf",
        type="primary",
        on_click="ignore",
    )
    st.download_button(
        words.download_text,
        data=lambda: as_text(content, build_summary(content, settled(answers), day)).encode(),
        file_name=f"{name}.txt",
        mime="text/plain",
        key="download-text",
        on_click="ignore",
    )


def start_fresh(content: Content) -> None:
    """Offer to clear every answer of the visit, for the next person at this screen."""
    words = content.frame
    fields = tuple(Answers.model_fields)
    offer_clearing(
        Clearing("start-fresh", fields, words.clear_all, words.clear_all_note, words.cleared_all, words.undo_clear_all)
    )
