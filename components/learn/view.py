"""Draws the Learn page: where one is, the chosen chapter, one question to think about, and the words to know."""

import datetime
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, remember
from components.content.learn import Chapter
from components.content.load import Content
from components.frame.choice_view import choice
from components.frame.links import guide_link
from components.frame.view import link_to
from components.learn import telling
from components.learn.chapters import (
    chapter_named,
    minutes_of,
    neighbors,
    opened_words,
    read_aloud,
    where_to_go_on,
)
from components.learn.terms import ALL_WORDS, MarkedWords, all_words

CHAPTER, WORDS = "chapter", "words"
"""The query parameters of Learn. A chapter and the list of words are no answers, so they may stand in the address."""

MINUTES_OF_ALL_WORDS = 10
"""How long the list of all words takes to read; most people look up one."""

HERE = Path(__file__).resolve().parent
LISTEN = """
<section class="listen" hidden>
  <h2></h2>
  <div class="listen-row"><button type="button" class="play"></button><button type="button" class="stop"></button>
  <span class="said" aria-hidden="true"></span></div>
  <fieldset><legend></legend>
    <label><input type="radio" name="speed" value="0.75" data-word="slower"><span></span></label>
    <label><input type="radio" name="speed" value="1" data-word="usual" checked><span></span></label>
    <label><input type="radio" name="speed" value="1.25" data-word="faster"><span></span></label>
  </fieldset>
</section>
"""


def chosen_chapter(content: Content, answers: Answers) -> Chapter | None:
    """Return the chapter the address names and keep that it was opened, or None when it names none that exists."""
    chapter = chapter_named(content, st.query_params.get(CHAPTER))
    if chapter:
        # A link to the page one is on does not change the address by itself; a chapter must have its own to be shared.
        st.query_params[CHAPTER] = chapter.id
        st.set_page_config(page_title=f"{chapter.title} - {content.frame.product}")
        answers.open_chapter(chapter.id)
    return chapter


def show_where(content: Content, answers: Answers, chapter: Chapter | None) -> None:
    """Draw where the reader is: the place of the open chapter, or the chapter to start with or to go on with."""
    words = content.learn.page
    if chapter:
        place = words.chapter_place.format(
            number=list(content.chapters).index(chapter.id) + 1, count=len(content.chapters)
        )
        st.html(f'<p class="guide-facts"><span>{escape(place)}</span></p>')
        return
    if st.query_params.get(CHAPTER) is not None:
        st.info(words.no_such_chapter)
    last = where_to_go_on(content, answers)
    st.html(f"<p>{escape(opened_words(content, answers))}</p>")
    with st.container(key="next-step"):
        if last:
            link_to_chapter(words.go_on.format(title=last.title), last)
        else:
            first = next(iter(content.chapters.values()))
            link_to_chapter(words.start.format(title=first.title), first)


@cache
def _listen() -> Callable[..., Any]:
    """Return the mounting command of the part that reads aloud, registered once."""
    return st.components.v2.component(
        "listen", html=LISTEN, js=(HERE / "listen.js").read_text(encoding="utf-8"), isolate_styles=False
    )


def listen(content: Content, chapter: Chapter, *, short: bool) -> None:
    """Offer to read the chapter aloud. Nothing is shown where the browser has no voice of its own."""
    texts = read_aloud(content, chapter, short=short)
    words = content.learn.page.listen.model_dump()
    _listen()(key="listen", data={"texts": texts, "lang": content.clinic.language, "words": words})


def show_key_point(content: Content, chapter: Chapter, marked: MarkedWords) -> None:
    """Draw the one thing to remember, to be seen without scrolling."""
    st.html(telling.key_point(content, chapter, marked))


def show_short(content: Content, chapter: Chapter, marked: MarkedWords) -> None:
    """Draw the chapter in 60 seconds."""
    st.html(telling.in_short(content, chapter, marked))


def show_story(content: Content, chapter: Chapter, marked: MarkedWords) -> None:
    """Draw the story, what one may have heard, and what is not known."""
    today = datetime.date.today()
    st.html(
        telling.story(chapter, marked)
        + telling.heard(content, chapter, today)
        + telling.not_known(content, chapter, marked)
    )


@st.fragment
def ask_back(content: Content, answers: Answers, chapter: Chapter) -> None:
    """Ask one question to think about, and say a kind word on each answer. Nothing is counted."""
    words, asked = content.learn.page, chapter.teach_back
    st.header(words.teach_back_heading, anchor=False)
    st.write(words.teach_back_lead)
    texts = {option.id: option.text for option in asked.options}

    def note(said: str) -> None:
        my_answers().teach_back = {**my_answers().teach_back, chapter.id: said}

    choice(asked.question, texts, (f"teach-back-{chapter.id}", answers.teach_back.get(chapter.id)), note)
    option = asked.option(answers.teach_back.get(chapter.id))
    if option:
        # An alert, because it is put in anew with each answer: a status that comes with its text stays unread.
        st.html(f'<div class="reply" role="alert"><p>{escape(option.reply.text)}</p></div>')
    remember("teach-back")


def show_next(content: Content, chapter: Chapter) -> None:
    """Draw what to do next, and the links to the chapters after and before this one."""
    words = content.learn.page
    st.html(telling.next_step(content, chapter))
    before, after = neighbors(content, chapter)
    if after:
        with st.container(key="next-chapter"):
            link_to_chapter(words.next_chapter.format(title=after.title), after)
    if before:
        link_to_chapter(words.previous_chapter.format(title=before.title), before)


def show_claims(content: Content, chapter: Chapter) -> None:
    """Draw the claims a chapter stands on, each with both answers and its papers one press away."""
    st.html(telling.claims(content, chapter, datetime.date.today()))


def chapter_list(content: Content, answers: Answers, chosen: Chapter | None) -> None:
    """Draw the list of chapters, each one press away; the open one and those opened before say so."""
    words = content.learn.page
    st.header(words.contents_heading, anchor=False)
    with st.container(key="chapter-list", gap=None):
        for number, chapter in enumerate(content.chapters.values(), start=1):
            count = minutes_of(content, chapter, short=answers.short_version)
            label = f"{number}. {chapter.title} ({words.chapter_minutes.format(count=count)})"
            if chapter == chosen:
                label = f"{label} {words.chapter_here}"
            elif chapter.id in answers.opened_chapters:
                label = f"{label} {words.chapter_opened}"
            link_to_chapter(label, chapter)


def link_to_chapter(label: str, chapter: Chapter) -> None:
    """Draw a link to a chapter that keeps the visit alive."""
    link_to("learn", label, **{CHAPTER: chapter.id})


def all_words_wanted(content: Content) -> bool:
    """Return whether the address asks for the list of all words."""
    wanted = st.query_params.get(WORDS) == ALL_WORDS
    if wanted:
        st.set_page_config(page_title=f"{content.learn.page.words_heading} - {content.frame.product}")
    return wanted


def show_all_words(content: Content) -> None:
    """Draw the list of all words to know, and the way back to the chapters."""
    words = content.learn.page
    lead = words.words_lead.format(count=len(content.glossary.terms))
    back = guide_link("learn", escape(words.words_back))
    st.html(f'<p class="guide-lead">{escape(lead)}</p><p>{back}</p>{all_words(content)}<p>{back}</p>')


def link_to_words(content: Content, marked: MarkedWords) -> None:
    """Draw the cards of the words marked on this page, and the way to the list of all words."""
    words = content.learn.page
    lead = words.words_lead.format(count=len(content.glossary.terms))
    link = guide_link("learn", escape(words.words_link), words=ALL_WORDS)
    st.html(f"{marked.explained()}<h2>{escape(words.words_heading)}</h2><p>{escape(lead)}</p><p>{link}</p>")
