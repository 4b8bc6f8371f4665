"""Models of what keeps people safe and what they do: cautions, habits and small steps."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import (
    CautionGroup,
    CautionId,
    CautionTarget,
    Certainty,
    ClaimId,
    FitId,
    HabitGroupId,
    HabitId,
    Id,
    Model,
    ReferenceId,
    Text,
    Urgency,
)
from components.content.words import HabitsWords

EVERYTHING = "all"
"""In applies_to: the caution touches every habit and product."""


class Caution(Model):
    """A safety question, what follows from a yes, and the question it brings to the care team."""

    id: Id
    group: CautionGroup
    ask: Text
    caution: Text
    question_for_team: Text
    applies_to: tuple[CautionTarget, ...] = Field(min_length=1)
    urgency: Urgency
    sources: tuple[ReferenceId, ...] = Field(min_length=1)
    source_strength: Literal["strong", "moderate", "weak"]
    note: Text | None = None

    @model_validator(mode="after")
    def _red_flags_are_urgent(self) -> Self:
        if self.red_flag != (self.urgency in ("emergency", "same_day")):
            raise PydanticCustomError(
                "red_flag_urgency", "group red_flag and urgency emergency or same_day belong together", {}
            )
        return self

    @property
    def red_flag(self) -> bool:
        """True when a yes comes before everything else."""
        return self.group == "red_flag"

    def touches(self, target: str) -> bool:
        """Return whether the caution speaks of a habit or product with this id."""
        return EVERYTHING in self.applies_to or target in self.applies_to


class CautionsFile(Model):
    """data/en/cautions.yaml"""

    products: dict[Id, Text]
    cautions: tuple[Caution, ...] = Field(min_length=1)


class Option(Model):
    """One answer on a habit's scale."""

    id: Id
    text: Text


class Habit(Model):
    """One item of the habit check. It has no points: the guide shows no score."""

    id: Id
    group: HabitGroupId
    label: Text
    question: Text
    scale: tuple[Option, ...] = Field(min_length=2)
    reveals: tuple[Id, ...] = ()
    direction: Literal["more", "less", "neutral", "prompt"]
    target: Text
    target_sources: tuple[ReferenceId, ...] = Field(min_length=1)
    ms_certainty: Certainty | None = None
    general_health_certainty: Certainty | None = None
    claims: tuple[ClaimId, ...] = Field(min_length=1)
    plain_why: Text
    ask_first: tuple[CautionId, ...] = ()

    @model_validator(mode="after")
    def _scale_is_sound(self) -> Self:
        ids = [option.id for option in self.scale]
        if len(set(ids)) != len(ids):
            raise PydanticCustomError("scale_twice", "two answers of the scale have the same id", {})
        for revealed in self.reveals:
            if revealed not in ids:
                raise PydanticCustomError(
                    "unknown_id", "no {kind} has the id {value}", {"kind": "answer of the scale", "value": revealed}
                )
        return self

    def option(self, option_id: str) -> Option | None:
        """Return the answer with this id, or None when the scale has no such answer."""
        return next((option for option in self.scale if option.id == option_id), None)


class HabitsFile(Model):
    """data/en/habits.yaml"""

    page: HabitsWords
    groups: dict[Id, Text]
    habits: tuple[Habit, ...] = Field(min_length=1)


class Step(Model):
    """A tiny step toward one habit, with an if-then plan to copy or change."""

    id: Id
    habit: HabitId
    text: Text
    fits: tuple[FitId, ...] = ()
    cue_example: Text
    avoid_if: tuple[CautionId, ...] = ()


class StepsFile(Model):
    """data/en/steps.yaml"""

    fits: dict[Id, Text]
    steps: tuple[Step, ...]
