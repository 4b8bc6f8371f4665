"""Draws a choice of one among a few answers."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.answers.view import show_anew, widget_shows


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
    marked = chosen if chosen in texts else None
    # A mark given anew would undo one that was pressed meanwhile, so it is given only where it differs.
    if st.session_state.get(key) not in {*texts, marked}:
        show_anew(key)

    def changed() -> None:
        said = st.session_state[key]
        if said is None:  # no one can take a mark away: the browser spoke before it was told what was chosen
            show_anew(key)
        else:
            note(said)

    st.radio(
        label,
        [*texts],
        format_func=texts.__getitem__,
        index=None,
        horizontal=horizontal,
        key=widget_shows(key, marked),
        on_change=changed,
    )
