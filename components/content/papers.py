"""Models of the papers: the record of each in CSL, with this project's notes, and the same in plain words."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import Id, Model, Population, ReferenceId, Text, WebAddress


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
    """What this project noted on a paper. verified is true only where the record itself was seen.

    studied_in: the people with MS it studied, in a trial or watched. A claim may say so only where one of its papers
    did.
    """

    verified: StrictBool
    seen_at: Text | None
    study_design: Text | None
    population: Text | None
    n: Text | None
    finding: Text | None
    limits: Text | None
    studied_in: tuple[Population, ...] = ()
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


class PaperWords(Model):
    """A paper in plain words: what kind of work, who took part, what it found and where it is weak.

    people is left out for a review or a page that studied no one itself.
    """

    ref: ReferenceId
    design: Text
    people: Text | None = None
    finding: Text
    limits: Text


class PapersFile(Model):
    """data/en/papers.yaml"""

    papers: tuple[PaperWords, ...] = Field(min_length=1)


class ReferencesFile(Model):
    """data/references.yaml"""

    references: tuple[Reference, ...] = Field(min_length=1)
