"""Draws fields for typed text, kept literally; what is too long is cut in sight and not refused.

Streamlit's own limit (max_chars) is not used: it passes over a long text that is pasted, without a word.
"""

from collections.abc import Callable

import streamlit as st

from components.answers.model import MAX_LINE_LENGTH
from components.answers.view import show_anew, widget_shows
from components.content.load import content as guide

CUT = "cut"
"""In session state until it is said: the keys of the fields whose text was cut."""

Note = Callable[[str], None]
"""Takes what was typed, cut to what may be kept."""


def short_text(label: str, key: str, value: str, note: Note, most: int = MAX_LINE_LENGTH) -> None:
    """Draw a field of one line. value: what it shows first. most: how many characters are kept."""
    st.text_input(label, key=widget_shows(key, value), on_change=_typed, args=(key, note, most))
    _say_if_cut(key, most)


def long_text(label: str, key: str, value: str, most: int, note: Note) -> None:
    """Draw a field of some lines. value: what it shows first. most: how many characters are kept."""
    st.text_area(label, key=widget_shows(key, value), on_change=_typed, args=(key, note, most), height=100)
    _say_if_cut(key, most)


def _typed(key: str, note: Note, most: int) -> None:
    typed = st.session_state[key]
    note(typed[:most])
    if len(typed) > most:
        st.session_state.setdefault(CUT, set()).add(key)
        show_anew(key)


def _say_if_cut(key: str, most: int) -> None:
    if key in st.session_state.get(CUT, set()):
        st.session_state[CUT].remove(key)
        st.warning(guide().frame.cut.format(most=most))
