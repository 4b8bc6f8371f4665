"""Evidence: claims one hears, every claim with both answers and its papers, and the references that were checked."""

from components.answers.view import my_answers
from components.content.load import content
from components.evidence import view as evidence
from components.evidence.ledger import SHORT_MINUTES
from components.frame.view import page_top, short_version_switch

guide, answers = content(), my_answers()
claim = evidence.chosen_claim(guide)
page_top(guide, "evidence", at=claim.id if claim else "", takes=SHORT_MINUTES if answers.short_version else 0)
short_version_switch(guide, answers)
evidence.show_claim(guide, claim)
evidence.how_to_read(guide)
evidence.heard_claims(guide)
if not answers.short_version:
    evidence.show_ledger(guide)
    evidence.diet_papers(guide)
    evidence.at_a_glance(guide)
    evidence.checked_references(guide)
    evidence.take_along(guide)
