"""Draws what every page shares: the look, the navigation on phones, the top of the page and the footer."""

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components.answers.model import Answers
from components.answers.view import widget_shows
from components.content.labels import date_words
from components.content.load import Content
from components.content.words import PageId
from components.frame.pages import SCRIPTS, page_words

HERE = Path(__file__).resolve().parent
MARK = HERE.parents[1] / "static" / "mark.svg"
CALM_CHART = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""How Plotly behaves: it takes no drag, so that a finger scrolls the page, and shows no row of buttons."""

HOLDS_ANSWERS: frozenset[PageId] = frozenset({"habits", "care-team"})
"""The pages that take answers. They say at the top how long those are kept."""


def wear_the_look(content: Content, page_title: str) -> None:
    """Set the title of the browser tab, the mark and the style sheet.

    Called after st.navigation: before it, every page would carry the same title.
    """
    st.set_page_config(page_title=f"{page_title} - {content.frame.product}", page_icon=str(MARK), layout="centered")
    st.logo(str(MARK), size="large")
    st.html(HERE / "style.css")


def navigation_on_phones(content: Content, here: str) -> None:
    """Draw the links to every page in plain words for narrow screens, where Streamlit would hide them behind a sign.

    here: the name in the navigation of the page that is open, which is set in bold. style.css shows this row where the
    top navigation does not fit, and hides it elsewhere.
    """
    with st.container(key="guide-nav", horizontal=True, gap=None):
        for page_id, words in page_words(content).items():
            st.page_link(SCRIPTS[page_id], label=f"**{words.nav}**" if words.nav == here else words.nav)


def page_head(content: Content, page_id: PageId, *, heading: str = "", at: str = "") -> None:
    """Draw where to get help and the one h1: all that stands above a page of one question.

    heading: the title of the part a page is opened at, such as a chapter, in place of the page's own. at: the id of
    that part, or of the claim a page is opened at.
    """
    st.html(f'<p class="guide-help">{_help_line(content)}</p>')
    st.title(heading or page_words(content)[page_id].h1, anchor=False)
    _traveler()(key="travel", data={"at": f"{page_id}/{at}"})


def page_top(content: Content, page_id: PageId, *, heading: str = "", at: str = "", takes: int = 0) -> None:
    """Draw the top of a page: its head, what it is about, the minutes, the date of the check.

    heading, at: as for page_head. takes: how many minutes, where not those of the page's words.
    """
    page_head(content, page_id, heading=heading, at=at)
    frame, words = content.frame, page_words(content)[page_id]
    lead = "" if heading else f'<p class="guide-lead">{escape(words.lead)}</p>'
    time = minutes(content, takes or words.minutes)
    checked = frame.checked.format(date=date_words(frame, content.checked_on))
    answers_kept = f'<p class="answers-kept">{escape(frame.answers_kept)}</p>' if page_id in HOLDS_ANSWERS else ""
    st.html(f'{lead}<p class="guide-facts"><span>{escape(time)}</span><span>{escape(checked)}</span></p>{answers_kept}')


def short_version_switch(content: Content, answers: Answers) -> None:
    """Draw the switch between the short and the full version. It holds on every page that has both."""

    def switched() -> None:
        answers.short_version = st.session_state["short-version"]

    st.toggle(content.frame.short_version, key=widget_shows("short-version", answers.short_version), on_change=switched)


def _help_line(content: Content) -> str:
    number = escape(content.clinic.emergency_number)
    link = f'<a href="{call_address(content)}">{number}</a>'
    line = escape(content.frame.help_line).format(emergency_number=link)
    if content.clinic.name or content.clinic.phone:
        team = content.frame.help_team.format(clinic=content.clinic.name, phone=content.clinic.phone)
        line += f" {escape(team.strip())}"
    return line


def call_address(content: Content) -> str:
    """Return the address that makes a phone call the emergency number."""
    return "tel:" + "".join(sign for sign in content.clinic.emergency_number if sign.isdigit() or sign in "+*#")


@cache
def _traveler() -> Callable[..., Any]:
    """Return the part without a face that follows links and brings a person to the top of a page, registered once."""
    return st.components.v2.component("travel", html="<span></span>", js=(HERE / "travel.js").read_text("utf-8"))


def minutes(content: Content, count: int) -> str:
    """Return the words for the minutes a page or chapter needs."""
    return content.frame.minutes_one if count == 1 else content.frame.minutes_many.format(count=count)


def page_foot(content: Content) -> None:
    """Draw the lines under every page."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in content.frame.footer)
    st.html(f'<div class="guide-foot">{lines}</div>')


def link_to(page_id: PageId, label: str, **query: str) -> None:
    """Draw a link to another page of the guide. It keeps the visit, and so the answers, alive."""
    st.page_link(SCRIPTS[page_id], label=label, query_params=query or None)
