"""Draws a field for a short text, kept literally; what is too long is cut in sight and not refused."""

from collections.abc import Callable

import streamlit as st

from components.answers.model import MAX_LINE_LENGTH
from components.answers.view import show_anew, widget_shows
from components.content.load import content as guide

CUT = "cut"
"""In session state until it is said: the key of the field whose text was cut."""


def short_text(label: str, key: str, value: str, note: Callable[[str], None]) -> None:
    """Draw the field. value: what it shows first. note: takes what was typed, cut to what may be kept."""

    def changed() -> None:
        typed = st.session_state[key]
        note(typed[:MAX_LINE_LENGTH])
        if len(typed) > MAX_LINE_LENGTH:
            st.session_state[CUT] = key
            show_anew(key)

    st.text_input(label, key=widget_shows(key, value), on_change=changed)
    if st.session_state.get(CUT) == key:
        del st.session_state[CUT]
        st.warning(guide().frame.cut.format(most=MAX_LINE_LENGTH))
