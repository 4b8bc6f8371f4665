"""Draws what keeps the answers for another day: a file of them, opening it again, and clearing them all."""

import streamlit as st

from components.answers.file import as_file, open_file
from components.answers.model import Answers
from components.answers.view import can_undo, put_in_place, undo
from components.care_team.take_view import File, file_button
from components.content.load import Content
from components.frame.clearing_view import Clearing, offer_clearing
from components.frame.focus_view import focus_on

OPEN, UNDO_OPEN = "open-answers", "undo-open-answers"
OPENED = "opened"
"""In session state until it is said: what came of opening a file."""

FILES = "files-opened"
"""In session state: how many files were done with. The field is drawn anew after each, or it would keep the file."""


def keep_answers(content: Content, answers: Answers) -> None:
    """Offer to save the answers in a file, and to open such a file."""
    words, name = content.care_team.take, content.care_team.sheet.file_name
    st.header(words.keep_heading, anchor=False)
    st.write(words.keep_lead)
    file_button(answers, File("save-answers", words.save, f"{name}-answers", "json", "application/json"), as_file)
    with st.container(key="said-of-opening"):
        _said_of_opening(content)
    with st.expander(words.open):
        st.file_uploader(words.open_label, type="json", key=_field(), on_change=_open)


def start_fresh(content: Content) -> None:
    """Offer to clear every answer of the visit, for the next person at this screen."""
    frame, fields = content.frame, tuple(Answers.model_fields)
    offer_clearing(
        Clearing("start-fresh", fields, frame.clear_all, frame.clear_all_note, frame.cleared_all, frame.undo_clear_all)
    )


def _field() -> str:
    """Return the key of the field for a file: the plain one until a file was opened."""
    done = st.session_state.get(FILES, 0)
    return f"{OPEN}-{done}" if done else OPEN


def _open() -> None:
    chosen = st.session_state[_field()]
    if chosen is None:  # the file was taken off the field again: what it brought stays
        return
    found = open_file(chosen.getvalue())
    if isinstance(found, Answers):
        put_in_place(OPEN, found)
        st.session_state[OPENED] = "opened"
    else:
        st.session_state[OPENED] = found
    st.session_state[FILES] = st.session_state.get(FILES, 0) + 1  # nothing of the file stays on the server


def _said_of_opening(content: Content) -> None:
    """Say what came of opening a file, and offer the way back for ten minutes."""
    words = content.care_team.take
    said = st.session_state.pop(OPENED, None)
    texts = {"opened": words.opened, "too_big": words.too_big, "not_ours": words.not_ours, "newer": words.newer}
    if said:
        (st.success if said == "opened" else st.error)(texts[said])

    def undone() -> None:
        undo(OPEN)
        focus_on("h1")

    if can_undo(OPEN):
        st.button(words.undo_opened, key=UNDO_OPEN, on_click=undone)
