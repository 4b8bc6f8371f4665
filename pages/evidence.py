"""Evidence: every claim with both answers and its papers, and the ten references that were checked."""

from components.content.load import content
from components.evidence.view import checked_references, chosen_claim, how_to_read, ledger
from components.frame.view import page_top

guide = content()
page_top(guide, "evidence")
chosen_claim(guide)
how_to_read(guide)
ledger(guide)
checked_references(guide)
