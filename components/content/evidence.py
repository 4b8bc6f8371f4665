"""Models of the evidence: papers, claims, checked references, special diets and the source articles."""

import datetime
from typing import Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import (
    ArticleId,
    Certainty,
    ClaimId,
    ClaimTopic,
    Id,
    KnownIds,
    Model,
    Outcome,
    Population,
    ReferenceId,
    SourceRole,
    Text,
    Verdict,
)
from components.content.words import EvidenceWords


class Source(Model):
    """A paper behind a claim, and whether it speaks for it, against it, or gives context."""

    ref: ReferenceId
    role: SourceRole


class Heard(Model):
    """Where one of the source articles says it, in at most eight of its words."""

    article: ArticleId
    phrase: Text


class Claim(Model):
    """One thing a person with MS may hear about the gut, and the honest answer to it.

    why_high: the reason for the highest certainty, and only for that. checked_on, next_check: the days of this claim,
    where they differ from those of the file.
    """

    id: Id
    statement: Text
    heard_as: Text
    topic: ClaimTopic
    certainty: Certainty
    ms_answer: Text | None = None
    link_certainty: Certainty | None = None
    general_health_certainty: Certainty | None = None
    studied_in: tuple[Population, ...] = Field(min_length=1)
    verdict: Verdict
    bottom_line: Text
    what_we_do_not_know: Text
    what_would_change: Text
    why_high: Text | None = None
    checked_on: datetime.date | None = None
    next_check: datetime.date | None = None
    sources: tuple[Source, ...] = Field(min_length=1)
    heard_in: tuple[Heard, ...] = ()

    @model_validator(mode="after")
    def _high_has_a_reason(self) -> Self:
        if (self.certainty == "high") != bool(self.why_high):
            raise PydanticCustomError("why_high", "high certainty and its reason stand together", {})
        return self

    @model_validator(mode="after")
    def _stands_on_a_confirmed_paper(self, info: ValidationInfo) -> Self:
        context: KnownIds | None = info.context
        verified = context["verified_reference"] if context is not None else None
        if verified is not None and not any(source.ref in verified for source in self.sources):
            raise PydanticCustomError("no_verified_source", "none of its sources is verified", {})
        return self

    def is_due(self, day: datetime.date) -> bool:
        """Return whether the claim should have been checked again by this day."""
        return self.next_check is not None and day > self.next_check


class ClaimsFile(Model):
    """data/en/claims.yaml. checked_on, next_check: the days for every claim that has none of its own."""

    checked_on: datetime.date
    next_check: datetime.date
    claims: tuple[Claim, ...] = Field(min_length=1)

    @property
    def dated(self) -> dict[str, Claim]:
        """The claims by id, each with its days."""
        days = {"checked_on": self.checked_on, "next_check": self.next_check}
        return {
            claim.id: claim.model_copy(update={name: getattr(claim, name) or day for name, day in days.items()})
            for claim in self.claims
        }


class CheckedReference(Model):
    """One of the ten references an article lists, and what came of looking for it."""

    number: int = Field(ge=1)
    cited_as: Text
    outcome: Outcome
    exists: ReferenceId | None = None
    exists_note: Text | None = None
    use_instead: tuple[ReferenceId, ...] = Field(min_length=1)
    note: Text


class HeardClaim(Model):
    """A claim one often hears: what one hears, a verdict of one line, and why. All of it stands on the claim."""

    claim: ClaimId
    heard: Text
    verdict: Text
    why: Text


class EvidenceFile(Model):
    """data/en/evidence.yaml"""

    page: EvidenceWords
    heard: tuple[HeardClaim, ...] = Field(min_length=1, max_length=7)
    checked_references: tuple[CheckedReference, ...] = Field(min_length=1)


class Sentence(Model):
    """A sentence of a source article: the claims that speak of it, or why it is out of scope."""

    article: ArticleId
    sentence: int = Field(ge=1)
    first_words: Text
    claims: tuple[ClaimId, ...] = ()
    care: bool = False
    out_of_scope: Text | None = None

    @model_validator(mode="after")
    def _claims_or_reason(self) -> Self:
        if bool(self.claims) == bool(self.out_of_scope):
            raise PydanticCustomError("claims_or_reason", "needs claims or an out_of_scope reason, not both", {})
        return self


class ArticlesFile(Model):
    """data/articles.yaml"""

    articles: dict[Id, Text]
    sentences: tuple[Sentence, ...]


class LeftOut(Model):
    """A work or page that was left out of the references, and why."""

    item: Text
    reason: Text


class LeftOutFile(Model):
    """data/left_out.yaml"""

    left_out: tuple[LeftOut, ...]
