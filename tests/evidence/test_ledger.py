"""The ledger holds every claim once, and the page says how many there are."""

import re
from html import escape

import pytest

from components.content.load import Content
from components.evidence.ledger import (
    SHORT_MINUTES,
    claim_named,
    claims_by_topic,
    filters,
    ledger,
    papers_in_claims,
)
from components.frame.claims import claim_answers
from tests.conftest import TODAY


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


def test_the_short_version_takes_the_minutes_its_words_take(content: Content) -> None:
    words = content.evidence.page
    badges = [claim_answers(content, content.claims[heard.claim], TODAY) for heard in content.evidence.heard]
    said = [*words.how_to_read, *(f"{heard.heard} {heard.verdict} {heard.why}" for heard in content.evidence.heard)]
    count = len(" ".join([*said, *(re.sub("<[^>]+>", "", badge) for badge in badges)]).split())
    assert abs(SHORT_MINUTES - count / 150) <= 0.7, count / 150


def test_each_claim_carries_what_it_can_be_narrowed_by(content: Content) -> None:
    drawn = ledger(content, TODAY)
    for claim in content.claims.values():
        assert (
            f'data-claim="{claim.id}" data-topic="{claim.topic}" data-sure="{claim.certainty}" '
            f'data-who="{" ".join(claim.studied_in)}"' in drawn
        )


def test_every_choice_is_in_sight_and_none_is_in_a_list_that_opens(content: Content) -> None:
    drawn = filters(content)
    words, labels = content.evidence.page, content.frame.labels
    for choice in (*words.topics.values(), *labels.studied_in.values(), *words.certainty_short.values()):
        assert f"<span>{escape(choice)}</span>" in drawn
    assert "<select" not in drawn
