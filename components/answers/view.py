"""Where a visit keeps its answers: one Answers in Streamlit's session state, and nothing beside it."""

import streamlit as st

from components.answers.model import Answers

KEY = "answers"


def my_answers() -> Answers:
    """Return this visit's answers, empty at the start of a visit."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Answers()
    answers: Answers = st.session_state[KEY]
    return answers


def widget_shows(key: str, value: object) -> str:
    """Let the widget with this key show a stored answer, and return the key.

    Streamlit forgets a widget's value when its page is left. The answer lives in Answers, so the widget is given its
    value back before it is drawn, and only when Streamlit has none.
    """
    if key not in st.session_state:
        st.session_state[key] = value
    return key
