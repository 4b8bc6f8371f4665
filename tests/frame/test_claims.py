"""A claim shows both answers, who was studied, what is not known and every paper, wherever it is shown."""

from html import escape

from components.content.labels import address, does_it_change_ms, is_it_true, who_was_studied
from components.content.load import Content
from components.frame.claims import claim_card, paper


def test_a_shut_claim_shows_both_answers_and_who_was_studied(content: Content) -> None:
    labels = content.frame.labels
    for claim in content.claims.values():
        summary = claim_card(content, claim).split("</summary>")[0]
        assert escape(claim.statement) in summary
        assert escape(is_it_true(labels, claim)) in summary
        assert escape(does_it_change_ms(labels, claim)) in summary
        for who in who_was_studied(labels, claim):
            assert escape(who) in summary


def test_an_open_claim_shows_bottom_line_unknowns_and_every_paper_with_its_address(content: Content) -> None:
    for claim in content.claims.values():
        body = claim_card(content, claim, opened=True).split("</summary>")[1]
        assert escape(claim.bottom_line) in body
        assert escape(claim.what_we_do_not_know) in body
        for source in claim.sources:
            reference = content.references[source.ref]
            assert escape(reference.title) in body
            link = address(reference)
            assert link is None or f'href="{escape(link)}"' in body


def test_a_record_that_was_not_confirmed_says_so(content: Content) -> None:
    unconfirmed = [reference for reference in content.references.values() if not reference.verified]
    assert unconfirmed
    for reference in unconfirmed:
        assert escape(content.frame.labels.unconfirmed.rstrip(".")) in paper(content, reference)


def test_what_stands_in_the_yaml_is_shown_literally(content: Content) -> None:
    claim = content.claims["fasting"].model_copy(update={"statement": '<img src=x onerror="alert(1)">'})
    assert "<img" not in claim_card(content, claim)
