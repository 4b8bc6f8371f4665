"""The claim ledger: every claim by topic, what it can be filtered by, and its words as HTML. No Streamlit."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from components.content.evidence import Claim
from components.content.load import Content
from components.frame.claims import claim_card

SHORT_MINUTES = 3
"""How long the short version of Evidence takes: how to read a claim, and the claims one hears."""


def claims_by_topic(content: Content) -> dict[str, tuple[Claim, ...]]:
    """Return the claims under the heading of their topic, in the order of evidence.yaml and then of claims.yaml."""
    return {
        heading: tuple(claim for claim in content.claims.values() if claim.topic == topic)
        for topic, heading in content.evidence.page.topics.items()
    }


def papers_in_claims(content: Content) -> int:
    """Return how many different papers and pages the claims stand on."""
    return len({source.ref for claim in content.claims.values() for source in claim.sources})


def claim_named(content: Content, claim_id: str | None) -> Claim | None:
    """Return the claim with this id, or None when there is none with it."""
    return content.claims.get(claim_id or "")


def topic_part(content: Content, heading: str, inside: str, count: int) -> str:
    """Return HTML for a topic that opens at a press, so that the page is short enough to look over."""
    words = content.evidence.page
    claims = words.topic_claims_one if count == 1 else words.topic_claims.format(count=count)
    return (
        f'<details class="topic"><summary><h3>{escape(heading)}</h3>'
        f'<span class="count">{escape(claims)}</span></summary>'
        f"{inside}</details>"
    )


def _choices(legend: str, name: str, options: Mapping[Any, str]) -> str:
    """Return HTML for a group of ticks, all in sight."""
    ticks = "".join(
        f'<label class="chip"><input type="checkbox" name="{name}" value="{value}"><span>{escape(words)}</span></label>'
        for value, words in options.items()
    )
    return f"<fieldset><legend>{escape(legend)}</legend>{ticks}</fieldset>"


def filters(content: Content) -> str:
    """Return HTML for the search field and the three groups of ticks."""
    words, labels = content.evidence.page, content.frame.labels
    return (
        f'<form class="filters" role="search" aria-label="{escape(words.filters)}">'
        f'<label class="find"><b>{escape(words.search)}</b> <span>{escape(words.search_hint)}</span>'
        '<input type="search" autocomplete="off" spellcheck="false" maxlength="80"></label>'
        + _choices(words.filter_topic, "topic", words.topics)
        + _choices(words.filter_who, "who", labels.studied_in)
        + _choices(words.filter_sure, "sure", words.certainty_short)
        + '<div class="filter-foot"><span role="status" class="shown"></span>'
        f'<button type="button" class="to-claims" hidden>{escape(words.to_claims)}</button>'
        f'<button type="reset" class="clear-filters" hidden>{escape(words.clear_filters)}</button></div></form>'
    )


@lru_cache(maxsize=2)
def ledger(content: Content, day: datetime.date) -> str:
    """Return HTML for the whole ledger: the filters, and every claim by topic."""
    topics = "".join(
        topic_part(content, heading, "".join(claim_card(content, claim, day) for claim in claims), len(claims))
        for heading, claims in claims_by_topic(content).items()
    )
    return filters(content) + topics
