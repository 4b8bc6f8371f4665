"""A claim shows both answers, who was studied, what is not known and every paper, wherever it is shown."""

import datetime
from html import escape

from components.content.labels import address, does_it_change_ms, is_it_true, who_was_studied
from components.content.load import Content
from components.frame.claims import claim_badge, claim_card, paper
from tests.conftest import TODAY


def test_a_shut_claim_shows_both_answers_and_who_was_studied(content: Content) -> None:
    labels = content.frame.labels
    for claim in content.claims.values():
        summary = claim_card(content, claim, TODAY).split("</summary>")[0]
        assert escape(claim.statement) in summary
        assert escape(is_it_true(labels, claim)) in summary
        assert escape(does_it_change_ms(labels, claim)) in summary
        for who in who_was_studied(labels, claim):
            assert escape(who) in summary


def test_an_open_claim_shows_bottom_line_unknowns_and_every_paper_with_its_address(content: Content) -> None:
    for claim in content.claims.values():
        body = claim_card(content, claim, TODAY, opened=True).split("</summary>")[1]
        assert escape(claim.bottom_line) in body
        assert escape(claim.what_we_do_not_know) in body
        assert escape(claim.what_would_change) in body
        assert escape(claim.why_high or "") in body
        for source in claim.sources:
            reference = content.references[source.ref]
            words = content.papers[source.ref]
            for told in (reference.title, words.design, words.people or "", words.finding, words.limits):
                assert escape(told) in body
            link = address(reference)
            assert link is None or f'href="{escape(link)}"' in body


def test_a_record_that_was_not_confirmed_says_so(content: Content) -> None:
    words = escape(content.frame.labels.unconfirmed.rstrip("."))
    for reference in content.references.values():
        assert (words in paper(content, reference)) is not reference.verified
    seen = content.references["fitzgerald-2018"]
    notes = seen.custom.model_copy(update={"verified": False})
    assert words in paper(content, seen.model_copy(update={"custom": notes}))


def test_what_stands_in_the_yaml_is_shown_literally(content: Content) -> None:
    claim = content.claims["fasting"].model_copy(update={"statement": '<img src=x onerror="alert(1)">'})
    assert "<img" not in claim_card(content, claim, TODAY)


def test_a_claim_that_is_due_says_that_it_is_checked_again_and_others_do_not(content: Content) -> None:
    words = escape(content.frame.labels.being_rechecked)
    claim = content.claims["fasting"]
    assert claim.next_check
    assert words not in claim_card(content, claim, claim.next_check)
    assert words in claim_card(content, claim, claim.next_check + datetime.timedelta(days=1))
    assert words in claim_badge(content, claim, claim.next_check + datetime.timedelta(days=1))


def test_an_open_claim_says_when_it_was_checked_and_when_next(content: Content) -> None:
    claim = content.claims["fasting"].model_copy(
        update={"checked_on": datetime.date(2027, 3, 1), "next_check": datetime.date(2027, 9, 30)}
    )
    body = claim_card(content, claim, TODAY)
    assert "March 1, 2027" in body
    assert "September 30, 2027" in body


def test_a_badge_and_an_open_claim_lead_to_the_claims_own_address(content: Content) -> None:
    for claim in content.claims.values():
        own = f'href="/evidence?claim={claim.id}"'
        assert own in claim_badge(content, claim, TODAY)
        assert own in claim_card(content, claim, TODAY)


def test_a_badge_beside_a_step_of_a_claim_shows_only_whom_that_step_was_seen_in(content: Content) -> None:
    claim, labels = content.claims["leaky-gut-drives-ms"], content.frame.labels
    step = claim.model_copy(update={"studied_in": ("animals",)})
    badge = claim_badge(content, claim, TODAY, shown_as=step)
    assert labels.studied_in["animals"] in badge
    assert labels.studied_in["ms_observational"] not in badge
    assert f"claim={claim.id}" in badge
