"""Draws the Evidence page: how to read it, every claim by topic, and the ten checked references."""

from html import escape

import streamlit as st

from components.content.evidence import CheckedReference
from components.content.load import Content
from components.evidence.ledger import claim_named, claims_by_topic, papers_in_claims
from components.frame.claims import claim_card, paper

CLAIM = "claim"
"""The query parameter that names a claim. A claim is not an answer, so it may stand in the address."""


def chosen_claim(content: Content) -> None:
    """Draw the claim the address names, open and first. An unknown one changes nothing."""
    claim = claim_named(content, st.query_params.get(CLAIM))
    if claim is not None:
        st.header(content.evidence.page.chosen_heading, anchor=False)
        st.html(claim_card(content, claim, opened=True))


def how_to_read(content: Content) -> None:
    """Draw how the two answers of a claim are meant."""
    words = content.evidence.page
    rows = "".join(f"<li>{escape(line)}</li>" for line in words.how_to_read)
    st.html(f'<section class="message"><h2>{escape(words.how_to_read_heading)}</h2><ul>{rows}</ul></section>')


def ledger(content: Content) -> None:
    """Draw every claim, by topic."""
    words = content.evidence.page
    st.header(words.ledger_heading, anchor=False)
    st.write(words.ledger_lead.format(claims=len(content.claims), papers=papers_in_claims(content)))
    for heading, claims in claims_by_topic(content).items():
        cards = "".join(claim_card(content, claim) for claim in claims)
        count = words.topic_claims.format(count=len(claims))
        st.html(_topic(heading, count, cards))


def _topic(heading: str, count: str, cards: str) -> str:
    """Return HTML for a topic that opens at a press, so that the page is short enough to look over."""
    return (
        f'<details class="topic"><summary><h3>{escape(heading)}</h3>'
        f'<span class="count">{escape(count)}</span></summary>'
        f"{cards}</details>"
    )


def _checked(content: Content, checked: CheckedReference) -> str:
    words = content.evidence.page
    found = content.references.get(checked.exists or "")
    exists = paper(content, found) if found else escape(checked.exists_note or "")
    instead = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in checked.use_instead)
    return (
        f'<details class="claim checked"><summary><span class="statement">{checked.number}. '
        f'{escape(words.outcome[checked.outcome])}</span><span class="cited">{escape(checked.cited_as)}</span>'
        f'<span class="more">{escape(words.what_we_found)}</span></summary>'
        f'<div class="claim-body"><p>{escape(checked.note)}</p>'
        + (f"<p><b>{escape(words.what_exists)}:</b> {exists}</p>" if exists else "")
        + f'<p class="role">{escape(words.use_instead)}</p><ul class="papers">{instead}</ul></div></details>'
    )


def checked_references(content: Content) -> None:
    """Draw the ten references one article lists, and what came of looking for each."""
    words = content.evidence.page
    lead = "".join(f"<p>{escape(line)}</p>" for line in words.checked_lead)
    rows = "".join(_checked(content, checked) for checked in content.evidence.checked_references)
    st.html(f'<section class="topic"><h2>{escape(words.checked_heading)}</h2>{lead}{rows}</section>')
