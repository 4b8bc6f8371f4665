"""Draws the Learn page: the list of chapters and the chosen one."""

from html import escape

import streamlit as st

from components.content.learn import Chapter
from components.content.load import Content
from components.frame.claims import claim_card
from components.frame.view import link_to
from components.learn.chapters import chapter_named, neighbors

CHAPTER = "chapter"
"""The query parameter that names a chapter. A chapter is not an answer, so it may stand in the address."""


def chosen_chapter(content: Content) -> Chapter | None:
    """Return the chapter the address names, or None when it names none that exists."""
    chapter = chapter_named(content, st.query_params.get(CHAPTER))
    if chapter:
        # A link to the page one is on does not change the address by itself; a chapter must have its own to be shared.
        st.query_params[CHAPTER] = chapter.id
        st.set_page_config(page_title=f"{chapter.title} - {content.frame.product}")
    return chapter


def chapter_list(content: Content, chosen: Chapter | None) -> None:
    """Draw the list of chapters, each one press away, and mark the one that is open."""
    words = content.learn.page
    st.header(words.contents_heading, anchor=False)
    with st.container(key="chapter-list", gap=None):
        for number, chapter in enumerate(content.chapters.values(), start=1):
            label = f"{number}. {chapter.title} ({words.chapter_minutes.format(count=chapter.minutes)})"
            if chapter == chosen:
                label = f"{label} {words.chapter_here}"
            link_to_chapter(label, chapter)


def link_to_chapter(label: str, chapter: Chapter) -> None:
    """Draw a link to a chapter that keeps the visit alive."""
    link_to("learn", label, **{CHAPTER: chapter.id})


def show_chapter(content: Content, chapter: Chapter) -> None:
    """Draw a chapter: key point, story, what is not known, the claims it stands on, what to do next."""
    words = content.learn.page
    place = list(content.chapters).index(chapter.id) + 1
    where = words.chapter_place.format(number=place, count=len(content.chapters))
    story = "".join(
        f"<h2>{escape(section.heading)}</h2>" + "".join(f"<p>{escape(p.text)}</p>" for p in section.passages)
        for section in chapter.story
    )
    unknown = "".join(f"<li>{escape(passage.text)}</li>" for passage in chapter.not_known)
    st.html(
        f'<article class="chapter"><p class="guide-facts"><span>{escape(where)}</span></p>'
        f'<section class="message"><h2>{escape(words.key_point)}</h2><p>{escape(chapter.key_point.text)}</p></section>'
        f'{story}<section class="unknown"><h2>{escape(words.not_known)}</h2><ul>{unknown}</ul></section>'
        f'<section class="next"><h2>{escape(words.next_step)}</h2><p>{escape(chapter.next_step)}</p></section>'
        "</article>"
    )


def show_claims(content: Content, chapter: Chapter) -> None:
    """Draw the claims a chapter stands on, each with both answers and its papers one press away."""
    words = content.learn.page
    cards = "".join(claim_card(content, content.claims[claim]) for claim in chapter.claims)
    st.html(
        f'<section class="topic"><h2>{escape(words.claims_heading)}</h2>'
        f"<p>{escape(words.claims_lead)}</p>{cards}</section>"
    )


def next_and_previous(content: Content, chapter: Chapter) -> None:
    """Draw the links to the chapters before and after this one."""
    words = content.learn.page
    before, after = neighbors(content, chapter)
    if after:
        with st.container(key="next-chapter"):
            link_to_chapter(words.next_chapter.format(title=after.title), after)
    if before:
        link_to_chapter(words.previous_chapter.format(title=before.title), before)
