"""How a claim is shown, on every page alike: both questions, who was studied, and its papers. HTML, no Streamlit."""

import datetime
from html import escape

from components.content.evidence import Claim
from components.content.labels import (
    address,
    asked,
    authors_and_year,
    date_words,
    does_it_change_ms,
    is_it_true,
    search_address,
    who_was_studied,
)
from components.content.load import Content
from components.content.papers import Reference
from components.frame.links import guide_link


def claim_answers(content: Content, claim: Claim, day: datetime.date) -> str:
    """Return HTML for the two answers of a claim and who was studied. Only spans, so that it may stand in a summary.

    day: today; a claim whose next check is over says that it is being checked again.
    """
    labels = content.frame.labels
    rows = (
        (labels.is_it_true, is_it_true(labels, claim), f"true-{claim.verdict}"),
        (labels.does_it_change_ms, does_it_change_ms(labels, claim), f"sure-{claim.certainty}"),
        (labels.who_was_studied, "; ".join(who_was_studied(labels, claim)), "who"),
    )
    due = f'<span class="answer due">{escape(labels.being_rechecked)}</span>' if claim.is_due(day) else ""
    return (
        '<span class="answers">'
        + "".join(
            f'<span class="answer {css}"><span class="ask">{escape(asked(term))}</span> '
            f'<span class="said">{escape(words)}</span></span> '
            for term, words, css in rows
        )
        + f"{due}</span>"
    )


def claim_badge(content: Content, claim: Claim, day: datetime.date, *, shown_as: Claim | None = None) -> str:
    """Return HTML for the answers of a claim as a link to its place on the Evidence page.

    shown_as: the same claim narrowed to a step of it, where the badge stands beside that step.
    """
    answers = claim_answers(content, shown_as or claim, day)
    return guide_link("evidence", answers, css="badge", about=claim.statement, claim=claim.id)


def paper_facts(content: Content, reference: Reference) -> str:
    """Return the facts of one paper as text: authors, year, where it came out, design, who took part, DOI."""
    labels, words = content.frame.labels, content.papers.get(reference.id)
    facts = [authors_and_year(labels, reference), reference.container_title]
    if words:
        facts.append(words.design)
        facts.append(labels.people_studied.format(people=words.people) if words.people else None)
    if reference.doi:
        facts.append(f"DOI {reference.doi}")
    if not reference.verified:
        facts.append(labels.unconfirmed)
    return ". ".join(fact.rstrip(".") for fact in facts if fact) + "."


def paper_title(reference: Reference) -> str:
    """Return HTML for the title of a paper, as a link to its own address where one was seen."""
    link, title = address(reference), escape(reference.title)
    return _link(link, title) if link else f"<cite>{title}</cite>"


def paper(content: Content, reference: Reference) -> str:
    """Return HTML for one paper: title as a link to its own address, its facts, what it found and where it is weak."""
    labels, words = content.frame.labels, content.papers.get(reference.id)
    head = paper_title(reference)
    search = "" if address(reference) else f" {_link(search_address(reference), escape(labels.find_paper))}"
    found = (
        f'<span class="paper-found"><b>{escape(labels.finding)}:</b> {escape(words.finding)}</span>'
        f'<span class="paper-found"><b>{escape(labels.limits)}:</b> {escape(words.limits)}</span>'
        if words
        else ""
    )
    return f'{head}<span class="paper-facts">{escape(paper_facts(content, reference))}{search}</span>{found}'


def _link(url: str, inner: str) -> str:
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>'


def papers_of(content: Content, claim: Claim) -> str:
    """Return HTML for the papers of a claim, grouped by whether they speak for it, against it or give context."""
    labels = content.frame.labels
    groups = []
    for role, words in labels.source_role.items():
        refs = [content.references[source.ref] for source in claim.sources if source.role == role]
        if refs:
            rows = "".join(f"<li>{paper(content, reference)}</li>" for reference in refs)
            groups.append(f'<p class="role">{escape(words)}</p><ul class="papers">{rows}</ul>')
    return "".join(groups)


def papers_count(content: Content, claim: Claim) -> str:
    """Return how many papers stand behind a claim, in words."""
    labels, count = content.frame.labels, len(claim.sources)
    return labels.papers_count_one if count == 1 else labels.papers_count.format(count=count)


def _days(content: Content, claim: Claim) -> str:
    """Return when a claim was checked and when it is next, in words. Empty for a claim without days."""
    if not claim.checked_on or not claim.next_check:
        return ""
    checked, following = (date_words(content.frame, day) for day in (claim.checked_on, claim.next_check))
    return content.frame.labels.checked.format(checked=checked, next=following)


def claim_card(content: Content, claim: Claim, day: datetime.date, *, opened: bool = False) -> str:
    """Return HTML for a claim that opens at a press: statement and answers shut, all the rest when open."""
    labels = content.frame.labels
    general, link = claim.general_health_certainty, claim.link_certainty
    lines = (
        (content.evidence.page.heard_as, f"“{claim.heard_as}”"),
        (labels.bottom_line, claim.bottom_line),
        (labels.not_known, claim.what_we_do_not_know),
        (labels.would_change, claim.what_would_change),
        (labels.why_high, claim.why_high),
        (labels.for_the_link, labels.general_certainty[link] if link else None),
        (labels.for_general_health, labels.general_certainty[general] if general else None),
    )
    told = "".join(f"<p><b>{escape(label)}:</b> {escape(words)}</p>" for label, words in lines if words)
    own = guide_link("evidence", escape(labels.own_address), about=claim.statement, claim=claim.id)
    return (
        f'<details class="claim" data-claim="{claim.id}" data-topic="{claim.topic}" data-sure="{claim.certainty}" '
        f'data-who="{" ".join(claim.studied_in)}"{" open" if opened else ""}>'
        f'<summary><span class="statement">{escape(claim.statement)}</span>{claim_answers(content, claim, day)}'
        f'<span class="more">{escape(papers_count(content, claim))}</span></summary>'
        f'<div class="claim-body">{told}{papers_of(content, claim)}'
        f'<p class="claim-days">{escape(_days(content, claim))} {own}</p></div></details>'
    )
