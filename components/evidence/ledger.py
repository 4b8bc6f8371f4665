"""The claims by topic, and what the guide holds in numbers. No Streamlit."""

from components.content.evidence import Claim
from components.content.load import Content


def claims_by_topic(content: Content) -> dict[str, tuple[Claim, ...]]:
    """Return the claims under the heading of their topic, in the order of evidence.yaml and then of claims.yaml."""
    return {
        heading: tuple(claim for claim in content.claims.values() if claim.topic == topic)
        for topic, heading in content.evidence.page.topics.items()
    }


def papers_in_claims(content: Content) -> int:
    """Return how many different papers and pages the claims stand on."""
    return len({source.ref for claim in content.claims.values() for source in claim.sources})


def claim_named(content: Content, claim_id: str | None) -> Claim | None:
    """Return the claim with this id, or None when there is none with it."""
    return content.claims.get(claim_id or "")
