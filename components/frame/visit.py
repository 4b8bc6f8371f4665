"""The script Streamlit runs for each visit: navigation, the look, the chosen page, the footer.

It lives here and not beside pages/: a pages folder beside the running script would switch Streamlit to its legacy page
mode for the first visitor who opens a deep link (see docs/decisions/0001-visit-script-apart-from-pages.md).
"""

import streamlit as st

from components.answers.view import come_back, on_page, remember
from components.content.load import content
from components.frame.focus_view import follow_focus
from components.frame.pages import SCRIPTS, page_words
from components.frame.view import navigation_on_phones, page_foot, wear_the_look

guide = content()
page = st.navigation(
    [
        st.Page(
            SCRIPTS[page_id], title=words.nav, url_path="" if page_id == "home" else page_id, default=page_id == "home"
        )
        for page_id, words in page_words(guide).items()
    ],
    position="top",
)
on_page(page.url_path)
wear_the_look(guide, page.title)
navigation_on_phones(guide, page.title)
try:
    page.run()
except Exception:
    remember()  # what was answered before the page failed is kept all the same
    raise
page_foot(guide)
remember()
come_back()
follow_focus()
