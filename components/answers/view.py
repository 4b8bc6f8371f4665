"""Where a visit keeps its answers: one Answers in Streamlit's session state, and a copy in the browser's tab."""

import copy
import secrets
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from components.answers.memory import read, together
from components.answers.model import Answers

KEY = "answers"
SHOWN, VISIT, MET, WRITTEN, UNDO, MEMORY = "shown", "visit", "met", "written", "undo", "memory"
"""Beside the answers, session state holds nothing of the person but what Undo brings back."""

HERE = Path(__file__).resolve().parent


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
    st.session_state.setdefault(SHOWN, set()).add(key)
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def show_anew(*keys: str) -> None:
    """Let these widgets show what Answers holds now; all of them where none is named."""
    for key in keys or st.session_state.pop(SHOWN, set()):
        st.session_state.pop(key, None)


def today() -> date:
    """Return the day it is where the person is: the browser's time zone, else the server's."""
    try:
        return datetime.now(ZoneInfo(st.context.timezone or "")).date()
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a hostile browser may name anything
        return datetime.now().astimezone().date()


@cache
def _memory() -> Callable[..., Any]:
    """Return the part without a face that keeps the answers in the browser's tab, registered once."""
    return st.components.v2.component("memory", html="<span></span>", js=(HERE / "memory.js").read_text("utf-8"))


def _bring_back() -> None:
    """Take over what the tab kept from a visit before: a reload, or a server that was started anew."""
    kept = read(st.session_state[MEMORY].get("kept"))
    if kept is not None and not st.session_state.get(MET):
        st.session_state[KEY] = together(kept, my_answers())
        show_anew()
    st.session_state[MET] = True


def remember(where: str = "") -> None:
    """Keep the answers in the browser's tab until it is closed.

    where: the fragment that calls, so that an answer given in it is kept although the page is not drawn anew.
    """
    answers = my_answers().model_dump_json()
    if where and st.session_state.get(WRITTEN) == answers:
        return
    st.session_state[WRITTEN] = answers
    visit = st.session_state.setdefault(VISIT, secrets.token_hex(8))
    data = {"visit": visit, "answers": answers, "met": st.session_state.get(MET, False), "asks": not where}
    if where:
        _memory()(key=f"{MEMORY}-{where}", data=data)
    else:
        _memory()(key=MEMORY, data=data, default={"kept": ""}, on_kept_change=_bring_back)


def keep_for_undo(what: str, *fields: str) -> None:
    """Keep these fields of the answers as they are, until the next thing to undo. what: a name for it."""
    answers = my_answers()
    st.session_state[UNDO] = what, {field: copy.deepcopy(getattr(answers, field)) for field in fields}


def can_undo(what: str) -> bool:
    """Return whether there is something by this name to undo."""
    return bool(st.session_state.get(UNDO, ("", {}))[0] == what)


def undo() -> None:
    """Bring back the fields that were kept last."""
    _, fields = st.session_state.pop(UNDO, ("", {}))
    for field, value in fields.items():
        setattr(my_answers(), field, value)
    show_anew()


def clear(what: str, *fields: str) -> None:
    """Empty these fields of the answers, and keep them for Undo. what: a name for it."""
    keep_for_undo(what, *fields)
    blank = Answers()
    for field in fields:
        setattr(my_answers(), field, getattr(blank, field))
    show_anew()
