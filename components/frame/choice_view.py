"""Draws a choice of one among a few answers."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.answers.view import widget_shows


def choice(
    label: str,
    texts: Mapping[str, str],
    shown: tuple[str, str | None],
    note: Callable[[str], None],
    *,
    horizontal: bool = False,
) -> None:
    """Draw a choice. texts: the id of each answer, and its words. note: takes the id that was pressed.

    shown: the key of the widget, and the id that was chosen before; none is marked where that is not among the answers
    (any more).
    """
    key, chosen = shown
    if st.session_state.get(key) not in texts:
        st.session_state.pop(key, None)

    def changed() -> None:
        note(st.session_state[key])

    st.radio(
        label,
        [*texts],
        format_func=texts.__getitem__,
        index=None,
        horizontal=horizontal,
        key=widget_shows(key, chosen if chosen in texts else None),
        on_change=changed,
    )
