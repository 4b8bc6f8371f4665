"""The ledger holds every claim once, and the page says how many there are."""

import pytest

from components.content.load import Content
from components.evidence.ledger import claim_named, claims_by_topic, papers_in_claims


def test_every_claim_stands_under_one_topic(content: Content) -> None:
    listed = [claim.id for claims in claims_by_topic(content).values() for claim in claims]
    assert sorted(listed) == sorted(content.claims)


def test_no_topic_is_empty(content: Content) -> None:
    assert all(claims_by_topic(content).values())


def test_papers_are_counted_once(content: Content) -> None:
    named = sum(len(claim.sources) for claim in content.claims.values())
    assert 100 < papers_in_claims(content) < named


@pytest.mark.parametrize("name", [None, "", "nope", "<b>"])
def test_an_unknown_claim_in_the_address_changes_nothing(content: Content, name: str | None) -> None:
    assert claim_named(content, name) is None
