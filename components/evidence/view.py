"""Draws the Evidence page: claims one hears, the ledger, the evidence at a glance, and the ten checked references."""

import datetime
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components.content.diets import Diet
from components.content.evidence import CheckedReference, Claim, HeardClaim
from components.content.load import Content
from components.evidence.export import claims_as_csv, papers_as_csl
from components.evidence.glance import chart, table
from components.evidence.ledger import claim_named, ledger, papers_in_claims
from components.frame.claims import claim_badge, claim_card, paper
from components.frame.diets import papers_count, sources, studies, sure
from components.frame.links import guide_link
from components.frame.view import CALM_CHART

CLAIM = "claim"
"""The query parameter that names a claim. A claim is not an answer, so it may stand in the address."""

HERE = Path(__file__).resolve().parent


def chosen_claim(content: Content) -> Claim | None:
    """Return the claim the address names, or None when it names none that exists."""
    return claim_named(content, st.query_params.get(CLAIM))


def show_claim(content: Content, claim: Claim | None) -> None:
    """Draw the chosen claim, open and first. An address with no such claim says so."""
    words = content.evidence.page
    if claim is not None:
        st.header(words.chosen_heading, anchor=False)
        st.html(claim_card(content, claim, datetime.date.today(), opened=True))
    elif st.query_params.get(CLAIM) is not None:
        st.info(words.no_such_claim)


def how_to_read(content: Content) -> None:
    """Draw how the two answers of a claim are meant."""
    words = content.evidence.page
    rows = "".join(f"<li>{escape(line)}</li>" for line in words.how_to_read)
    st.html(f'<section class="message"><h2>{escape(words.how_to_read_heading)}</h2><ul>{rows}</ul></section>')


def _heard(content: Content, heard: HeardClaim, day: datetime.date) -> str:
    words = content.evidence.page
    return (
        f'<div class="heard-claim"><p class="quote">“{escape(heard.heard)}”</p>'
        f'<p class="verdict">{escape(heard.verdict)}</p><p><b>{escape(words.heard_why)}:</b> {escape(heard.why)}</p>'
        f"{claim_badge(content, content.claims[heard.claim], day)}</div>"
    )


def heard_claims(content: Content) -> None:
    """Draw the claims one often hears, each with a verdict of one line and why."""
    words, day = content.evidence.page, datetime.date.today()
    rows = "".join(_heard(content, heard, day) for heard in content.evidence.heard)
    st.html(f"<h2>{escape(words.heard_heading)}</h2><p>{escape(words.heard_lead)}</p>{rows}")


@cache
def _ledger() -> Callable[..., Any]:
    """Return the mounting command of the ledger, registered once."""
    return st.components.v2.component(
        "claim_ledger",
        html='<div class="ledger guide-part"></div>',
        js=(HERE / "ledger.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )


def show_ledger(content: Content) -> None:
    """Draw every claim by topic, with a search and filters that work in the browser alone."""
    words = content.evidence.page
    st.header(words.ledger_heading, anchor=False)
    st.write(words.ledger_lead.format(claims=len(content.claims), papers=papers_in_claims(content)))
    said = {name: getattr(words, name) for name in ("shown_all", "shown_some", "shown_none", "topic_claims_some")}
    _ledger()(key="ledger", data={"ledger": ledger(content, datetime.date.today()), "words": said})


def _diet(content: Content, diet: Diet) -> str:
    words = content.diets_file.page
    return (
        f'<details class="topic"><summary><h3>{escape(diet.name)}</h3></summary>{sure(content, diet)}'
        f'<p class="role">{escape(words.trials)}</p>{studies(content, diet.trials_in_ms, words.no_trials)}'
        f'<p class="role">{escape(words.surveys)}</p>{studies(content, diet.observational, words.no_surveys)}'
        f'<p class="role">{escape(words.sources)}</p>{sources(content, diet) or escape(words.no_surveys)}</details>'
    )


def diet_papers(content: Content) -> None:
    """Draw the papers of the special diets, diet by diet, with how sure we are of each."""
    words = content.diets_file.page
    lead = escape(words.papers_lead.format(diets=len(content.diets), papers=papers_count(content)))
    link = guide_link("habits", escape(words.papers_link), part="diets")
    rows = "".join(_diet(content, diet) for diet in content.diets.values())
    st.html(f'<section class="diet-papers"><h2>{escape(words.papers_heading)}</h2><p>{lead} {link}</p>{rows}</section>')


def at_a_glance(content: Content) -> None:
    """Draw every claim by topic and by who was studied, as a chart and as a table that says the same."""
    words = content.evidence.page
    st.header(words.map_heading, anchor=False)
    st.html(
        f"<p>{escape(words.map_lead)} {escape(words.map_how)}</p>"
        f"<p>{escape(words.map_description.format(claims=len(content.claims)))}</p>"
    )
    with st.container(key="glance"):
        st.plotly_chart(chart(content), config=CALM_CHART, key="glance-chart")
    st.html(table(content))


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


def take_along(content: Content) -> None:
    """Offer the ledger as a spreadsheet and the papers for a reference program, one press each."""
    words = content.evidence.page
    st.header(words.take_heading, anchor=False)
    st.write(words.take_lead)
    st.download_button(
        words.take_ledger, claims_as_csv(content), "ms-gut-guide-claims.csv", "text/csv", key="download-ledger"
    )
    st.download_button(
        words.take_papers,
        papers_as_csl(content),
        "ms-gut-guide-papers.json",
        "application/vnd.citationstyles.csl+json",
        key="download-papers",
    )
