"""Draws a button that clears answers, and the one that brings them back."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import can_undo, clear, my_answers, undo
from components.frame.focus_view import focus_on


@dataclass(frozen=True)
class Clearing:
    """What can be cleared. key: of the button, and the name of what it does. fields: of Answers."""

    key: str
    fields: tuple[str, ...]
    button: str
    note: str
    cleared: str
    undo: str


def offer_clearing(offered: Clearing) -> None:
    """Offer to clear what was answered, or to bring back what was cleared; nothing where there is nothing to clear."""
    undo_key = f"undo-{offered.key}"

    def cleared() -> None:
        clear(offered.key, *offered.fields)
        focus_on(f".st-key-{undo_key} button")

    def undone() -> None:
        undo(offered.key)
        focus_on("h1")

    if can_undo(offered.key):
        st.html(f'<p role="alert">{escape(offered.cleared)}</p>')
        st.button(offered.undo, key=undo_key, on_click=undone)
    blank = Answers()
    if any(getattr(my_answers(), field) != getattr(blank, field) for field in offered.fields):
        st.write(offered.note)
        st.button(offered.button, key=offered.key, on_click=cleared)
