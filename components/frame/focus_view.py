"""Brings the focus to the part that an action leads to."""

import secrets
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).resolve().parent
TO = "focus"


def focus_on(selector: str) -> None:
    """Ask in a callback for the focus to go to a part once it is drawn. selector: CSS."""
    st.session_state[TO] = selector


@cache
def _focus() -> Callable[..., Any]:
    """Return the part without a face that moves the focus, registered once."""
    return st.components.v2.component("focus", html="<span></span>", js=(HERE / "focus.js").read_text("utf-8"))


def follow_focus(where: str = "page") -> None:
    """Move the focus where the last action asked for it. where: the fragment that calls, at its end."""
    selector = st.session_state.pop(TO, None)
    if selector:
        _focus()(key=f"focus-{where}", data={"to": selector, "turn": secrets.token_hex(4)})
