"""The words for how sure we are, who was studied and where a paper is: the same wherever a claim is shown."""

from datetime import date
from urllib.parse import quote

from components.content.evidence import Claim
from components.content.papers import Reference
from components.content.words import EvidenceLabels, FrameWords

DOI_BASE = "https://doi.org/"
PUBMED_BASE = "https://pubmed.ncbi.nlm.nih.gov/"


def asked(term: str) -> str:
    """Return a question, or the name of a fact, as it stands before its answer."""
    return term if term.endswith("?") else f"{term}:"


def is_it_true(labels: EvidenceLabels, claim: Claim) -> str:
    """Return the answer to the first question of a claim, from its verdict."""
    return labels.verdict[claim.verdict]


def does_it_change_ms(labels: EvidenceLabels, claim: Claim) -> str:
    """Return the answer to the second question of a claim: its own words, or those of its certainty."""
    return claim.ms_answer or labels.certainty[claim.certainty]


def who_was_studied(labels: EvidenceLabels, claim: Claim) -> tuple[str, ...]:
    """Return who was studied, nearest to people with MS first."""
    return tuple(words for population, words in labels.studied_in.items() if population in claim.studied_in)


def authors_and_year(labels: EvidenceLabels, reference: Reference) -> str:
    """Return how a paper is named in running text: first author or publisher, and the year where it was seen."""
    names = [author.family or author.literal or "" for author in reference.author]
    if not names:
        who = reference.publisher or reference.container_title or ""
    elif len(names) == 1:
        who = names[0]
    else:
        who = f"{names[0]} {labels.et_al}"
    when = str(reference.year) if reference.year else labels.no_date
    return f"{who}, {when}" if who else when


def address(reference: Reference) -> str | None:
    """Return the paper's own address: DOI, PubMed or its web page. None where none of them was seen."""
    if reference.doi:
        return DOI_BASE + quote(reference.doi, safe="/:;().-_")
    if reference.pmid:
        return f"{PUBMED_BASE}{reference.pmid}/"
    return reference.url


def search_address(reference: Reference) -> str:
    """Return a PubMed search for the title, for a paper whose own address was not seen."""
    return f"{PUBMED_BASE}?term={quote(reference.title)}"


def date_words(frame: FrameWords, day: date) -> str:
    """Return a day in words, in the order the language writes it."""
    return frame.date.format(month=frame.months[day.month - 1], day=day.day, year=day.year)


def day_words(frame: FrameWords, day: date) -> str:
    """Return a day without its year in a few signs, for the head of a column."""
    return frame.day_short.format(month=frame.months_short[day.month - 1], day=day.day)
