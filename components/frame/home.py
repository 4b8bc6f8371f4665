"""Draws Home: the main message, three ways in and two more."""

from html import escape

import streamlit as st

from components.content.load import Content
from components.content.words import WayIn
from components.frame.pages import page_words
from components.frame.view import link_to, minutes


def main_message(content: Content) -> None:
    """Draw the one main message, to be seen without scrolling."""
    page = content.home.page
    rows = "".join(f"<li>{escape(passage.text)}</li>" for passage in page.message)
    st.html(f'<section class="message"><h2>{escape(page.message_heading)}</h2><ul>{rows}</ul></section>')


def _way(content: Content, way: WayIn, *, numbered: str) -> None:
    with st.container(border=True, key=f"way-{way.page}"):
        time = minutes(content, page_words(content)[way.page].minutes)
        st.html(
            f'<div class="way {numbered}"><h3>{escape(way.title)}</h3>'
            f'<p>{escape(way.text)}</p><p class="way-time">{escape(time)}</p></div>'
        )
        link_to(way.page, way.action)


def three_ways(content: Content) -> None:
    """Draw the three ways in, each with the minutes it takes."""
    page = content.home.page
    st.header(page.ways_heading, anchor=False)
    for way in page.ways:
        _way(content, way, numbered="first")


def closer_look(content: Content) -> None:
    """Draw the two other pages worth a look."""
    page = content.home.page
    st.header(page.more_heading, anchor=False)
    for way in page.more:
        _way(content, way, numbered="more")
