"""The ledger as a spreadsheet and the papers for a reference program. No Streamlit."""

import json
from functools import lru_cache

from components.content.evidence import Claim
from components.content.fields import SourceRole
from components.content.labels import does_it_change_ms, is_it_true, who_was_studied
from components.content.load import Content
from components.frame.spreadsheet import csv_file


def _papers(content: Content, claim: Claim, role: SourceRole) -> str:
    """Return the papers of a claim in one role: DOI or address where one was seen, else the title."""
    refs = [content.references[source.ref] for source in claim.sources if source.role == role]
    return "; ".join(f"doi:{ref.doi}" if ref.doi else ref.url or ref.title for ref in refs)


def _row(content: Content, claim: Claim) -> dict[str, str]:
    labels, words = content.frame.labels, content.evidence.page
    general, link = claim.general_health_certainty, claim.link_certainty
    return {
        "id": claim.id,
        words.map_topic: words.topics[claim.topic],
        words.heard_as: claim.heard_as,
        words.statement: claim.statement,
        labels.is_it_true: is_it_true(labels, claim),
        labels.does_it_change_ms: does_it_change_ms(labels, claim),
        words.filter_sure: words.certainty_short[claim.certainty],
        labels.for_the_link: labels.general_certainty[link] if link else "",
        labels.for_general_health: labels.general_certainty[general] if general else "",
        labels.who_was_studied: "; ".join(who_was_studied(labels, claim)),
        labels.bottom_line: claim.bottom_line,
        labels.not_known: claim.what_we_do_not_know,
        labels.would_change: claim.what_would_change,
        labels.why_high: claim.why_high or "",
        **{role_words: _papers(content, claim, role) for role, role_words in labels.source_role.items()},
        words.checked_on: str(claim.checked_on or ""),
        words.next_check: str(claim.next_check or ""),
    }


@lru_cache(maxsize=2)
def claims_as_csv(content: Content) -> bytes:
    """Return every claim with both answers, its words and its papers as CSV (RFC 4180) in UTF-8."""
    rows = [_row(content, claim) for claim in content.claims.values()]
    return csv_file([*rows[0]], [[*row.values()] for row in rows])


@lru_cache(maxsize=2)
def papers_as_csl(content: Content) -> bytes:
    """Return every paper and page as CSL-JSON (https://citationstyles.org), which Zotero and Pandoc read.

    A record that was not confirmed says so in its note.
    """
    items = []
    for reference in content.references.values():
        item = reference.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"custom"})
        if not item["author"]:
            del item["author"]
        if not reference.verified:
            item["note"] = content.frame.labels.unconfirmed
        items.append(item)
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8")
