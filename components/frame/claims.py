"""How a claim is shown, on every page alike: both questions, who was studied, and its papers. HTML, no Streamlit."""

from html import escape

from components.content.evidence import Claim, Reference
from components.content.labels import (
    address,
    authors_and_year,
    does_it_change_ms,
    is_it_true,
    search_address,
    who_was_studied,
)
from components.content.load import Content


def claim_answers(content: Content, claim: Claim) -> str:
    """Return HTML for the two answers of a claim and who was studied. Only spans, so that it may stand in a summary."""
    labels = content.frame.labels
    rows = (
        (labels.is_it_true, is_it_true(labels, claim), f"true-{claim.verdict}"),
        (labels.does_it_change_ms, does_it_change_ms(labels, claim), f"sure-{claim.certainty}"),
        (labels.who_was_studied, "; ".join(who_was_studied(labels, claim)), "who"),
    )
    return (
        '<span class="answers">'
        + "".join(
            f'<span class="answer {css}"><span class="ask">{escape(term)}</span> {escape(words)}</span> '
            for term, words, css in rows
        )
        + "</span>"
    )


def paper_facts(content: Content, reference: Reference) -> str:
    """Return the facts of one paper as text: authors, year, where it came out, design, how many people, DOI."""
    labels = content.frame.labels
    facts = [authors_and_year(labels, reference), reference.container_title]
    if reference.type != "webpage":
        facts.append(reference.custom.study_design)
        facts.append(labels.people_studied.format(n=reference.custom.n) if reference.custom.n else None)
    if reference.doi:
        facts.append(f"DOI {reference.doi}")
    if not reference.verified:
        facts.append(labels.unconfirmed)
    return ". ".join(fact.rstrip(".") for fact in facts if fact) + "."


def paper(content: Content, reference: Reference) -> str:
    """Return HTML for one paper: title as a link to its own address, and its facts."""
    link = address(reference)
    title = escape(reference.title)
    head = _link(link, title) if link else f"<cite>{title}</cite>"
    search = "" if link else f" {_link(search_address(reference), escape(content.frame.labels.find_paper))}"
    return f'{head}<span class="paper-facts">{escape(paper_facts(content, reference))}{search}</span>'


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


def claim_card(content: Content, claim: Claim, *, opened: bool = False) -> str:
    """Return HTML for a claim that opens at a press: statement and answers shut, all the rest when open."""
    labels = content.frame.labels
    count = len(claim.sources)
    papers = labels.papers_count_one if count == 1 else labels.papers_count.format(count=count)
    general = (
        f"<p><b>{escape(labels.for_general_health)}:</b> "
        f"{escape(labels.general_certainty[claim.general_health_certainty])}</p>"
        if claim.general_health_certainty
        else ""
    )
    return (
        f'<details class="claim" data-claim="{claim.id}"{" open" if opened else ""}>'
        f'<summary><span class="statement">{escape(claim.statement)}</span>{claim_answers(content, claim)}'
        f'<span class="more">{escape(papers)}</span></summary>'
        f'<div class="claim-body"><p class="heard"><b>{escape(content.evidence.page.heard_as)}:</b> '
        f"“{escape(claim.heard_as)}”</p>"
        f"<p><b>{escape(labels.bottom_line)}:</b> {escape(claim.bottom_line)}</p>"
        f"<p><b>{escape(labels.not_known)}:</b> {escape(claim.what_we_do_not_know)}</p>{general}"
        f"{papers_of(content, claim)}</div></details>"
    )
