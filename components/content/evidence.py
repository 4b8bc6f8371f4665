"""Models of the evidence: papers, claims, checked references, special diets and the source articles."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StringConstraints, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import (
    ArticleId,
    CautionId,
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
    WebAddress,
)
from components.content.words import EvidenceWords


class Author(Model):
    """An author as CSL knows one: a family name with a given name, or a literal name of a group."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.family or self.literal):
            raise PydanticCustomError("author_name", "an author has neither family nor literal name", {})
        return self


class Issued(Model):
    """A CSL date: [[year]], [[year, month]] or [[year, month, day]]."""

    date_parts: tuple[Annotated[tuple[int, ...], Field(min_length=1, max_length=3)], ...] = Field(
        alias="date-parts", min_length=1
    )


class StudyNotes(Model):
    """What this project noted on a paper. verified is true only where the record itself was seen."""

    verified: StrictBool
    seen_at: Text | None
    study_design: Text | None
    population: Text | None
    n: Text | None
    finding: Text | None
    limits: Text | None
    note: Text | None = None

    @model_validator(mode="after")
    def _seen_somewhere(self) -> Self:
        if self.verified and not self.seen_at:
            raise PydanticCustomError("not_seen", "the record is called verified, but seen_at is empty", {})
        return self


class Reference(Model):
    """A paper or page in CSL (https://citationstyles.org), with this project's notes under custom."""

    id: Id
    type: Literal["article-journal", "webpage", "report", "chapter"]
    title: Text
    author: tuple[Author, ...] = ()
    container_title: Text | None = Field(None, alias="container-title")
    issued: Issued | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    publisher: Text | None = None
    genre: Text | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = Field(None, alias="DOI")
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{6,9}$")] | None = Field(None, alias="PMID")
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = Field(None, alias="PMCID")
    url: WebAddress | None = Field(None, alias="URL")
    custom: StudyNotes

    @model_validator(mode="after")
    def _page_has_address(self) -> Self:
        if self.type == "webpage" and not self.url:
            raise PydanticCustomError("no_address", "a web page has no URL", {})
        return self

    @property
    def verified(self) -> bool:
        """True when the record of this paper was seen."""
        return self.custom.verified

    @property
    def year(self) -> int | None:
        """The year it came out, or None where it was not seen."""
        return self.issued.date_parts[0][0] if self.issued else None


class Source(Model):
    """A paper behind a claim, and whether it speaks for it, against it, or gives context."""

    ref: ReferenceId
    role: SourceRole


class Heard(Model):
    """Where one of the source articles says it, in at most eight of its words."""

    article: ArticleId
    phrase: Text


class Claim(Model):
    """One thing a person with MS may hear about the gut, and the honest answer to it."""

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
    sources: tuple[Source, ...] = Field(min_length=1)
    heard_in: tuple[Heard, ...] = ()

    @model_validator(mode="after")
    def _stands_on_a_confirmed_paper(self, info: ValidationInfo) -> Self:
        context: KnownIds | None = info.context
        verified = context["verified_reference"] if context is not None else None
        if verified is not None and not any(source.ref in verified for source in self.sources):
            raise PydanticCustomError("no_verified_source", "none of its sources is verified", {})
        return self


class ClaimsFile(Model):
    """data/en/claims.yaml"""

    claims: tuple[Claim, ...] = Field(min_length=1)


class ReferencesFile(Model):
    """data/references.yaml"""

    references: tuple[Reference, ...] = Field(min_length=1)


class CheckedReference(Model):
    """One of the ten references an article lists, and what came of looking for it."""

    number: int = Field(ge=1)
    cited_as: Text
    outcome: Outcome
    exists: ReferenceId | None = None
    exists_note: Text | None = None
    use_instead: tuple[ReferenceId, ...] = Field(min_length=1)
    note: Text


class EvidenceFile(Model):
    """data/en/evidence.yaml"""

    page: EvidenceWords
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


class DietStudy(Model):
    """A trial or survey of a diet in people with MS. n and weeks are None where they were not seen."""

    ref: ReferenceId
    n: Text | None = None
    weeks: int | None = None
    design: Text | None = None
    result: Text
    limits: Text


class DietCertainty(Model):
    """How sure we are that a diet helps, apart for MS itself and for how a person feels."""

    relapses_scans_disability: Certainty
    fatigue_quality_of_life: Certainty


class Judgment(Model):
    """This project's own judgment of effort or cost, with the reason."""

    level: Literal["low", "medium", "high"]
    why: Text


class FitsGuides(Model):
    """How a diet sits with national food guides."""

    answer: Literal["yes", "mostly", "partly", "no"]
    why: Text


class Diet(Model):
    """A special diet people with MS hear about."""

    id: Id
    name: Text
    also_called: tuple[Text, ...] = ()
    asks: Text
    fits_food_guides: FitsGuides
    trials_in_ms: tuple[DietStudy, ...] = ()
    observational: tuple[DietStudy, ...] = ()
    certainty: DietCertainty
    may_miss: tuple[Text, ...] = ()
    effort: Judgment
    cost: Judgment
    ask_first: tuple[CautionId, ...] = ()
    who_should_not: Text
    bottom_line: Text
    what_we_do_not_know: Text
    sources: tuple[ReferenceId, ...] = Field(min_length=1)


class DietsFile(Model):
    """data/en/diets.yaml"""

    diets: tuple[Diet, ...]
