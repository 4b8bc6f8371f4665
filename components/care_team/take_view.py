"""Draws the sheet as it stands, and every way to take it along. A file is built only when its button is pressed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, get_args

import streamlit as st

from components.answers.model import Answers
from components.answers.view import (
    my_answers,
    settled,
    today,
    widget_shows,
)
from components.care_team.fhir import as_fhir
from components.care_team.html_sheet import as_html, as_html_file
from components.care_team.message import as_messages, length
from components.care_team.pdf import PdfLayout, as_pdf, glyphs_replaced
from components.care_team.plain_text import as_text
from components.care_team.summary import Summary, build_summary
from components.care_team.team_page import ADDRESS
from components.care_team.view import add_own_question
from components.content.fields import Paper
from components.content.load import Content
from components.frame.choice_view import choice
from components.habits.check import red_flags

HERE = Path(__file__).resolve().parent
MOST_SIGNS = 12
"""How many signs that the PDF cannot show are named, so that the warning stays a sentence."""


def show_sheet(content: Content, answers: Answers) -> None:
    """Draw the ways to put the sheet on paper, and the sheet as it stands."""
    words = content.care_team.page
    summary = build_summary(content, answers, today())
    st.html(HERE / "sheet.css")
    with st.container(key="your-sheet"):
        st.header(words.sheet_heading, anchor=False)
        st.write(words.sheet_lead)
        with st.container(key="on-paper"):
            _draft_left(content, answers)
            _on_paper(content, answers, summary)
        st.html(as_html(content, summary))


def _draft_left(content: Content, answers: Answers) -> None:
    """Say where a question is typed and not on the sheet, with the press that puts it there."""
    if answers.draft.strip():
        st.warning(content.care_team.take.draft_left)
        st.button(content.care_team.page.own_question_add, key="add-question-left", on_click=add_own_question)


def take_along(content: Content, answers: Answers) -> None:
    """Draw the other ways to take the sheet along: as text, as a message, as a file for the clinic."""
    words, name, day = content.care_team.take, content.care_team.sheet.file_name, today()
    summary = build_summary(content, answers, day)
    st.header(words.heading, anchor=False)
    with st.container(key="as-message"):
        _as_message(content, answers, summary)
    st.subheader(words.files_heading, anchor=False)
    st.write(words.files_lead)
    text = File("download-text", words.text, name, "txt", "text/plain")
    file_button(answers, text, lambda now: as_text(content, build_summary(content, now, day)).encode())
    page = File("download-html", words.html, name, "html", "text/html")
    file_button(answers, page, lambda now: as_html_file(content, build_summary(content, now, day)))
    record = File("download-fhir", words.fhir, name, "json", "application/fhir+json")
    file_button(answers, record, lambda now: as_fhir(content, build_summary(content, now, day)))
    st.write(words.record_lead)
    # In a tab of its own: the answers live in this one.
    st.html(f'<p><a class="team-link" href="{ADDRESS}" target="_blank">{escape(words.team_link)}</a></p>')


@dataclass(frozen=True)
class File:
    """A file one may take. key: of its button. label: on it. name: of the file, before the day. ending: after it."""

    key: str
    label: str
    name: str
    ending: str
    mime: str


def file_button(answers: Answers, file: File, made: Callable[[Answers], bytes]) -> None:
    """Draw the button of a file, which is made when it is pressed, from the answers as they are then: a press right
    after typing reaches the server together with what was typed.
    """
    st.download_button(
        file.label,
        # The file is asked for outside of a run, where nothing is known of the visit: the answers come along.
        data=lambda: made(settled(answers)),
        file_name=f"{file.name}-{today().isoformat()}.{file.ending}",
        mime=file.mime,
        key=file.key,
        type="primary" if file.key == "download-pdf" else "secondary",
        on_click="ignore",
    )


def _on_paper(content: Content, answers: Answers, summary: Summary) -> None:
    words, name, day = content.care_team.take, content.care_team.sheet.file_name, today()
    replaced = glyphs_replaced(summary)
    if replaced:
        shown = " ".join(replaced[:MOST_SIGNS]) + (" \u2026" if len(replaced) > MOST_SIGNS else "")
        st.warning(words.glyph_warning.format(characters=shown))

    def pdf(now: Answers) -> bytes:
        layout = PdfLayout(paper=now.paper or None, large_print=now.large_print)
        return as_pdf(content, build_summary(content, now, day), layout).data

    file_button(answers, File("download-pdf", words.pdf, name, "pdf", "application/pdf"), pdf)
    _paper(content, answers)
    print_button = _component("print", '<button type="button" class="plain"></button>')
    print_button(key="print", data={"label": words.print})


def _paper(content: Content, answers: Answers) -> None:
    """Draw what the PDF is made for: the paper, and large print."""
    words = content.care_team.take

    def chosen(paper: str) -> None:
        my_answers().paper = next(known for known in get_args(Paper) if known == paper)

    def changed() -> None:
        my_answers().large_print = st.session_state["large-print"]

    with st.container(key="paper-box"):
        shown = answers.paper or content.clinic.paper
        choice(
            words.paper,
            {str(paper): text for paper, text in words.papers.items()},
            ("paper", shown),
            chosen,
            horizontal=True,
        )
        st.checkbox(words.large_print, key=widget_shows("large-print", answers.large_print), on_change=changed)


def _as_message(content: Content, answers: Answers, summary: Summary) -> None:
    words, limit = content.care_team.take, content.clinic.portal_message_limit
    parts = as_messages(content, summary)
    st.subheader(words.message_heading, anchor=False)
    st.write(words.message_lead)
    if red_flags(content, answers):  # also where the sheet leaves them out
        st.warning(words.message_urgent)
    if len(parts) > 1:
        st.write(words.message_parts.format(count=len(parts)))
    messages = _component("message", '<div class="messages"></div>')
    messages(
        key="messages",
        data={
            "parts": [
                {
                    "name": words.message_name.format(number=number, count=len(parts)) if len(parts) > 1 else "",
                    "count": words.message_count.format(count=length(text), limit=limit),
                    "text": text,
                    "copy": words.copy_message.format(number=number) if len(parts) > 1 else words.copy_one,
                }
                for number, text in enumerate(parts, 1)
            ],
            "shown": words.message_shown,
            "copied": words.copied,
            "failed": words.copy_failed,
        },
    )


@cache
def _component(name: str, html: str) -> Callable[..., Any]:
    """Return a part of our own, registered once. settled.js stands below the script of each: it waits for what was
    typed last.
    """
    js = (HERE / f"{name}.js").read_text("utf-8") + (HERE / "settled.js").read_text("utf-8")
    return st.components.v2.component(name, html=html, js=js, isolate_styles=False)
