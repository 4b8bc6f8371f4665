"""Draws what every page shares: the look, the top of the page and the footer."""

from html import escape
from pathlib import Path

import streamlit as st

from components.content.labels import date_words
from components.content.learn import Chapter
from components.content.load import Content
from components.content.words import PageId
from components.frame.pages import SCRIPTS, page_words

HERE = Path(__file__).resolve().parent
MARK = HERE.parents[1] / "static" / "mark.svg"


def wear_the_look(content: Content, page_title: str) -> None:
    """Set the title of the browser tab, the mark and the style sheet.

    Called after st.navigation: before it, every page would carry the same title.
    """
    st.set_page_config(page_title=f"{page_title} - {content.frame.product}", page_icon=str(MARK), layout="centered")
    st.logo(str(MARK), size="large")
    st.html(HERE / "style.css")


def navigation_on_phones(content: Content) -> None:
    """Draw the links to every page in plain words for narrow screens, where Streamlit would hide them behind a sign.

    style.css shows this row where the top navigation does not fit, and hides it elsewhere.
    """
    with st.container(key="guide-nav", horizontal=True, gap="xxsmall"):
        for page_id, words in page_words(content).items():
            st.page_link(SCRIPTS[page_id], label=words.nav)


def page_top(content: Content, page_id: PageId, *, part: Chapter | None = None) -> None:
    """Draw the top of a page: where to get help, its one h1, what it is about, the minutes, the date of the check.

    part: the chapter the page is opened at; its title and minutes then stand in place of the page's own.
    """
    frame, words = content.frame, page_words(content)[page_id]
    help_line = escape(frame.help_line.format(emergency_number=content.clinic.emergency_number))
    if content.clinic.name or content.clinic.phone:
        team = frame.help_team.format(clinic=content.clinic.name, phone=content.clinic.phone).strip()
        help_line += f" {escape(team)}"
    st.html(f'<p class="guide-help">{help_line}</p>')
    st.title(part.title if part else words.h1, anchor=False)
    date = date_words(frame, frame.checked_on)
    lead = "" if part else f'<p class="guide-lead">{escape(words.lead)}</p>'
    time = minutes(content, part.minutes if part else words.minutes)
    st.html(
        f'{lead}<p class="guide-facts"><span>{escape(time)}</span>'
        f"<span>{escape(frame.checked.format(date=date))}</span></p>"
    )


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
