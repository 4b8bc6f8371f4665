"""The ledger as CSV and the papers as CSL-JSON hold all there is, so that others can check it."""

import csv
import io
import json

from components.content.labels import does_it_change_ms, is_it_true
from components.content.load import Content
from components.evidence.export import claims_as_csv, papers_as_csl


def rows(content: Content) -> list[dict[str, str]]:
    """Return the CSV as a spreadsheet program reads it."""
    return list(csv.DictReader(io.StringIO(claims_as_csv(content).decode("utf-8-sig"), newline="")))


def test_every_claim_is_a_row_with_both_answers_its_words_and_its_days(content: Content) -> None:
    labels = content.frame.labels
    assert [row["id"] for row in rows(content)] == list(content.claims)
    for row in rows(content):
        claim = content.claims[row["id"]]
        assert row[labels.is_it_true] == is_it_true(labels, claim)
        assert row[labels.does_it_change_ms] == does_it_change_ms(labels, claim)
        assert row[labels.would_change] == claim.what_would_change
        assert row[labels.bottom_line] == claim.bottom_line
        assert row[labels.not_known] == claim.what_we_do_not_know
        assert row[labels.why_high] == (claim.why_high or "")
        assert row[content.evidence.page.checked_on] == str(claim.checked_on)
        assert row[content.evidence.page.next_check] == str(claim.next_check)


def test_every_paper_of_a_claim_stands_in_the_column_of_its_role_and_in_no_other(content: Content) -> None:
    for row in rows(content):
        for role, words in content.frame.labels.source_role.items():
            refs = [content.references[s.ref] for s in content.claims[row["id"]].sources if s.role == role]
            assert row[words] == "; ".join(f"doi:{ref.doi}" if ref.doi else ref.url or ref.title for ref in refs)


def test_no_cell_is_taken_for_a_formula(content: Content) -> None:
    assert not [cell for row in rows(content) for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_every_paper_is_in_the_csl_file_with_what_its_record_holds(content: Content) -> None:
    items = {item["id"]: item for item in json.loads(papers_as_csl(content))}
    assert items.keys() == content.references.keys()
    for name, reference in content.references.items():
        item = items[name]
        assert item["title"] == reference.title
        assert item.get("DOI") == reference.doi
        assert item.get("PMID") == reference.pmid
        assert len(item.get("author", [])) == len(reference.author)
        if reference.issued:
            assert item["issued"]["date-parts"][0][0] == reference.year
        assert "custom" not in item


def test_a_record_that_was_not_confirmed_says_so_in_the_file(content: Content) -> None:
    one = next(iter(content.references.values()))
    notes = one.custom.model_copy(update={"verified": False})
    spoiled = content.__class__(**{**vars(content), "references": {one.id: one.model_copy(update={"custom": notes})}})
    assert json.loads(papers_as_csl(spoiled))[0]["note"] == content.frame.labels.unconfirmed
