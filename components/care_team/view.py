"""Draws My visit: the questions, the notes, the parts of the sheet, the sheet itself and its files."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from pydantic import ValidationError

from components.answers.model import (
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_OWN_QUESTIONS,
    MAX_QUESTION_LENGTH,
    Answers,
    SheetPart,
)
from components.answers.view import my_answers, widget_shows
from components.care_team.pdf import as_pdf, glyphs_replaced
from components.care_team.plain_text import as_text
from components.care_team.preview import as_html
from components.care_team.summary import Summary, build_summary, suggested_questions
from components.content.care_team import Question
from components.content.load import Content

OWN_QUESTION = "own-question"


def today() -> date:
    """Return the day it is where the person is: the browser's time zone, else the server's."""
    try:
        return datetime.now(ZoneInfo(st.context.timezone or "")).date()
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now().astimezone().date()


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
    with st.form("own-question-form", clear_on_submit=False, border=True):
        st.text_input(words.own_question_label, key=OWN_QUESTION, max_chars=MAX_QUESTION_LENGTH, placeholder=None)
        st.write(words.own_question_hint)
        st.form_submit_button(words.own_question_add, on_click=_add_own_question)
    problem = st.session_state.pop(f"{OWN_QUESTION}-problem", None)
    if problem == "full":
        st.warning(words.own_question_too_many)
    elif problem == "empty":
        st.warning(words.own_question_empty)
    for position, text in enumerate(answers.own_questions):
        with st.container(border=True, key=f"own-{position}"):
            st.text(text)
            st.button(
                words.remove.format(question=f"{position + 1}"),
                key=f"remove-own-{position}",
                on_click=_remove_own_question,
                args=(position,),
            )


def _add_own_question() -> None:
    if len(my_answers().own_questions) >= MAX_OWN_QUESTIONS:
        st.session_state[f"{OWN_QUESTION}-problem"] = "full"
        return
    try:
        my_answers().add_own_question(st.session_state[OWN_QUESTION])
    except ValidationError:
        st.session_state[f"{OWN_QUESTION}-problem"] = "empty"
        return
    st.session_state[OWN_QUESTION] = ""


def _remove_own_question(position: int) -> None:
    my_answers().remove_own_question(position)


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
        "notes": words.include_notes,
    }
    for part, label in parts.items():
        st.checkbox(
            label,
            key=widget_shows(f"include-{part}", part not in answers.left_out),
            on_change=_note_part,
            args=(part,),
        )


def show_sheet(content: Content, answers: Answers) -> Summary:
    """Draw the sheet as it stands, and return the summary it was drawn from."""
    words = content.care_team.page
    summary = build_summary(content, answers, today())
    st.header(words.sheet_heading, anchor=False)
    st.write(words.sheet_lead)
    st.html(as_html(content, summary))
    return summary


def downloads(content: Content, summary: Summary) -> None:
    """Draw the buttons for the files. A file is built only when its button is pressed."""
    words = content.care_team.page
    name = f"{content.care_team.sheet.file_name}-{summary.date.isoformat()}"
    st.header(words.download_heading, anchor=False)
    st.write(words.share_lead)
    replaced = glyphs_replaced(summary)
    if replaced:
        st.warning(words.glyph_warning.format(characters=" ".join(replaced)))
    st.download_button(
        words.download_pdf,
        data=lambda: as_pdf(content, summary).data,
        file_name=f"{name}.pdf",
        mime="application/pdf",
        key="download-pdf",
        type="primary",
        on_click="ignore",
    )
    st.download_button(
        words.download_text,
        data=lambda: as_text(content, summary).encode(),
        file_name=f"{name}.txt",
        mime="text/plain",
        key="download-text",
        on_click="ignore",
    )
