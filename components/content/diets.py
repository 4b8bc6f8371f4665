"""Models of the special diets people with MS hear about."""

from typing import Literal

from pydantic import Field

from components.content.fields import CautionId, Certainty, Id, Model, ReferenceId, Text


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
