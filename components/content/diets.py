"""Models of the special diets people with MS hear about."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from components.content.fields import (
    Blanks,
    CautionId,
    Certainty,
    Id,
    Model,
    QuestionId,
    ReferenceId,
    Text,
    every,
)
from components.content.words import Heading

Level = Literal["low", "medium", "high"]
Fit = Literal["yes", "mostly", "partly", "no"]


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

    level: Level
    why: Text


class FitsGuides(Model):
    """How a diet sits with national food guides."""

    answer: Fit
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
    question: QuestionId
    sources: tuple[ReferenceId, ...] = Field(min_length=1)


class DietsWords(Model):
    """The words of the part about special diets, and of their papers on the Evidence page."""

    nav: Text
    heading: Heading
    lead: Text
    minutes: int = Field(ge=1, le=30)
    how_sure: Text
    choose: Annotated[Text, AfterValidator(Blanks("most"))]
    chosen: Annotated[Text, AfterValidator(Blanks("count", "most"))]
    full: Annotated[Text, AfterValidator(Blanks("most"))]
    read: Text
    compare_heading: Heading
    bottom_line: Text
    asks: Text
    asks_from: Text
    fits: Text
    fit: Annotated[dict[Fit, Text], AfterValidator(every(Fit))]
    trials: Text
    no_trials: Text
    surveys: Text
    no_surveys: Text
    how_many: Text
    how_long: Text
    weeks: Annotated[Text, AfterValidator(Blanks("count"))]
    design: Text
    found: Text
    weak: Text
    sure_ms: Text
    sure_feel: Text
    may_miss: Text
    effort: Text
    cost: Text
    level: Annotated[dict[Level, Text], AfterValidator(every(Level))]
    our_judgment: Text
    who_should_not: Text
    you_ticked: Text
    not_known: Text
    sources: Text
    ask_heading: Heading
    ask_lead: Text
    papers_heading: Heading
    papers_link: Text
    papers_lead: Annotated[Text, AfterValidator(Blanks("diets", "papers"))]


class DietsFile(Model):
    """data/en/diets.yaml"""

    page: DietsWords
    diets: tuple[Diet, ...]
