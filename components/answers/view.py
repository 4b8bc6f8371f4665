"""Where a visit keeps its answers: one Answers in Streamlit's session state, and a copy in the browser's tab."""

import copy
import secrets
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from components.answers.memory import read, together
from components.answers.model import Answers

KEY = "answers"
SHOWN, PAGE, VISIT, TURN, MET, WRITTEN = "shown", "page", "visit", "turn", "met", "written"
UNDO, MEMORY = "undo", "memory"
"""The rest of session state. Of the person it holds copies alone: what Undo brings back, and what the tab keeps."""

UNDO_FOR = 600.0
"""Seconds for which something can be undone (issue 7: ten minutes at most)."""

HOUR = 3600.0
"""Seconds between two moments in which nothing is done; see come_back."""

WAIT_STEPS, WAIT_STEP_SECONDS = 12, 0.02
"""How long a file waits for what was typed last: at most about a quarter of a second."""

HERE = Path(__file__).resolve().parent


def my_answers() -> Answers:
    """Return this visit's answers, empty at the start of a visit."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Answers()
    answers: Answers = st.session_state[KEY]
    return answers


def on_page(url_path: str) -> None:
    """Note which page is drawn. url_path: the page's own, without a slash."""
    st.session_state[PAGE] = url_path


def widget_shows(key: str, value: object) -> str:
    """Let the widget with this key show a stored answer, and return the key.

    Streamlit forgets a widget's value when its page is left, also where another page has a widget with the same key.
    The answer lives in Answers, so the widget is given its value back when it is first drawn on a page, and then no
    more: a value that is sent to the browser again takes the place of what was pressed while it was on its way.
    """
    shown, page = st.session_state.setdefault(SHOWN, {}), st.session_state.get(PAGE)
    if key not in st.session_state or shown.get(key) != page:
        st.session_state[key] = value
    shown[key] = page
    return key


def show_anew(*keys: str) -> None:
    """Let these widgets show what Answers holds now; all of them where none is named."""
    for key in keys or st.session_state.pop(SHOWN, {}):
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
    handed = st.session_state[MEMORY].get("kept")
    kept = read(handed.get("answers")) if isinstance(handed, dict) else None
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
    turn = st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    data = {
        "visit": visit,
        "turn": turn,
        "answers": answers,
        "met": st.session_state.get(MET, False),
        "asks": not where,
    }
    if where:
        _memory()(key=f"{MEMORY}-{where}", data=data)
    else:
        _memory()(key=MEMORY, data=data, default={"kept": {}}, on_kept_change=_bring_back)


@st.fragment(run_every=HOUR)
def come_back() -> None:
    """Let an open tab ask for its page again when it finds a new server.

    Streamlit does so only where something is due on the page; else a tick in a fragment that the new server has not
    drawn is passed over without a word. What is due here is nothing, once an hour.
    """


BringBack = Callable[[Answers, Answers], Answers]
"""Makes the answers there shall be from those that were kept and those there are now."""


def keep_for_undo(what: str, *names: str, bring_back: BringBack = together) -> None:
    """Keep these fields of the answers as they are for ten minutes, all where none is named.

    what: a name for what is about to be done. bring_back: how it is undone; what was answered since stays, if nothing
    else is said.
    """
    fields = {name: copy.deepcopy(getattr(my_answers(), name)) for name in names or Answers.model_fields}
    kept = {"kept": Answers(**fields), "bring_back": bring_back, "until": monotonic() + UNDO_FOR}
    st.session_state.setdefault(UNDO, {})[what] = kept


def can_undo(what: str) -> bool:
    """Return whether there is something by this name to undo. After ten minutes there is not: the next person at this
    screen must not find what was cleared."""
    kept = st.session_state.get(UNDO, {})
    if what in kept and monotonic() > kept[what]["until"]:
        del kept[what]
    return what in kept


def undo(what: str) -> None:
    """Bring back what was kept by this name. Nothing where there is nothing, or no more."""
    if can_undo(what):
        last = st.session_state[UNDO].pop(what)
        st.session_state[KEY] = last["bring_back"](last["kept"], my_answers())
        show_anew()


def put_in_place(what: str, answers: Answers) -> None:
    """Put other answers in the place of those of this visit, so that it can be undone. what: a name for it."""
    keep_for_undo(what, bring_back=lambda kept, _: kept)
    st.session_state[KEY] = answers
    show_anew()


def clear(what: str, *names: str) -> None:
    """Empty these fields of the answers, so that this alone can be undone. what: a name for it."""
    st.session_state.pop(UNDO, None)  # what was kept before may hold what is being cleared
    keep_for_undo(what, *names)
    blank = Answers()
    for name in names:
        setattr(my_answers(), name, getattr(blank, name))
    show_anew()


def settled(answers: Answers) -> Answers:
    """Return the answers as they are when a button for a file is pressed.

    Leaving a text field and pressing the button happen in one movement: Streamlit then sends what was typed and asks
    for the file at the same time, and the file must not win. So it waits a moment for the answers to change.
    """
    before = answers.model_dump_json()
    for _ in range(WAIT_STEPS):
        sleep(WAIT_STEP_SECONDS)
        if answers.model_dump_json() != before:
            break
    return answers
