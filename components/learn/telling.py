"""Tells a chapter as HTML: the key point, the short version or the story, what one hears, what is not known."""

import datetime
from html import escape

from components.content.evidence import Claim
from components.content.learn import Chapter
from components.content.load import Content
from components.frame.claims import claim_badge, claim_card
from components.frame.links import guide_link
from components.frame.pages import page_words
from components.learn.terms import MarkedWords


def key_point(content: Content, chapter: Chapter, marked: MarkedWords) -> str:
    """Return HTML for the one thing to remember."""
    return (
        f'<section class="message"><h2>{escape(content.learn.page.key_point)}</h2>'
        f"<p>{marked.mark(chapter.key_point.text)}</p></section>"
    )


def story(chapter: Chapter, marked: MarkedWords) -> str:
    """Return HTML for the whole story, section by section."""
    return "".join(
        f"<h2>{escape(section.heading)}</h2>" + "".join(f"<p>{marked.mark(p.text)}</p>" for p in section.passages)
        for section in chapter.story
    )


def in_short(content: Content, chapter: Chapter, marked: MarkedWords) -> str:
    """Return HTML for the chapter in 60 seconds, and the one thing not known that matters most."""
    told = "".join(f"<p>{marked.mark(passage.text)}</p>" for passage in chapter.short)
    return f'<div class="in-short">{told}</div>' + _unknown(content, (marked.mark(chapter.short_not_known.text),))


def not_known(content: Content, chapter: Chapter, marked: MarkedWords) -> str:
    """Return HTML for what is not known."""
    return _unknown(content, tuple(marked.mark(passage.text) for passage in chapter.not_known))


def _unknown(content: Content, lines: tuple[str, ...]) -> str:
    told = f"<p>{lines[0]}</p>" if len(lines) == 1 else "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    return f'<section class="unknown"><h2>{escape(content.learn.page.not_known)}</h2>{told}</section>'


def heard(content: Content, chapter: Chapter, day: datetime.date) -> str:
    """Return HTML for what one may have heard, in the words of an article, each with what is known."""
    words = content.learn.page
    rows = "".join(_heard(content, content.claims[name], day) for name in chapter.heard)
    return f"<h2>{escape(words.heard_heading)}</h2><p>{escape(words.heard_lead)}</p>{rows}"


def _heard(content: Content, claim: Claim, day: datetime.date) -> str:
    known = escape(content.learn.page.heard_known)
    return (
        f'<div class="heard-claim"><p class="quote">“{escape(claim.heard_in[0].phrase)}”</p>'
        f"<p><b>{known}:</b> {escape(claim.bottom_line)}</p>{claim_badge(content, claim, day)}</div>"
    )


def next_step(content: Content, chapter: Chapter) -> str:
    """Return HTML for what one can do next, with a link to where it is done."""
    words = content.learn.page
    label = words.open_page.format(page=page_words(content)[chapter.next_page].nav)
    return (
        f'<section class="next"><h2>{escape(words.next_step)}</h2>'
        f"<p>{escape(chapter.next_step)}</p><p>{guide_link(chapter.next_page, escape(label))}</p></section>"
    )


def claims(content: Content, chapter: Chapter, day: datetime.date) -> str:
    """Return HTML for the claims a chapter stands on, each with both answers and its papers one press away."""
    words = content.learn.page
    cards = "".join(claim_card(content, content.claims[claim], day) for claim in chapter.claims)
    return (
        f'<section class="topic"><h2>{escape(words.claims_heading)}</h2>'
        f"<p>{escape(words.claims_lead)}</p>{cards}</section>"
    )
