"""Draws the sections of About."""

from html import escape

import streamlit as st

from components.content.load import Content


def sections(content: Content) -> None:
    """Draw every section of About: a heading, short paragraphs, a list."""
    for section in content.about.page.sections:
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in section.paragraphs)
        points = "".join(f"<li>{escape(line)}</li>" for line in section.points)
        rows = f"<ul>{points}</ul>" if points else ""
        st.html(f'<section class="about"><h2>{escape(section.heading)}</h2>{paragraphs}{rows}</section>')
