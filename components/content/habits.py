"""Models of what keeps people safe and what they do: cautions, habits, and the words of the Habits page."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import (
    Blanks,
    CautionGroup,
    CautionTarget,
    Certainty,
    ClaimId,
    HabitGroupId,
    Id,
    Model,
    Passage,
    ReferenceId,
    Text,
    Urgency,
    every,
)
from components.content.words import Heading, PageWords

SKIP = "skip"
"""The id of the answer that a habit was skipped. It stands on no scale, so nothing is made of it."""

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5)]
"""What stands inside a sign of the picture over the weeks."""

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
    """One answer on a habit's scale. short: the same in a sign or two, for the picture over the weeks."""

    id: Id
    text: Text
    short: ShortText | None = None


class Habit(Model):
    """One item of the habit check. It has no points: the guide shows no score.

    target: what guides say; own_goal: our own idea. unit: what its scale counts, for the picture over the weeks.
    to_add: what one adds who chooses this habit for a small step; no_step_for: answers after which there is nothing to
    add beside, such as no sweet drinks. A habit with direction prompt is about pills, powders and treatments, so the
    cautions that name a product speak of it too.
    """

    id: Id
    group: HabitGroupId
    label: Text
    to_add: Text
    question: Text
    scale: tuple[Option, ...] = Field(min_length=2)
    reveals: tuple[Id, ...] = ()
    no_step_for: tuple[Id, ...] = ()
    direction: Literal["more", "less", "neutral", "prompt"]
    target: Text
    own_goal: Text | None = None
    unit: Text | None = None
    target_sources: tuple[ReferenceId, ...] = Field(min_length=1)
    ms_certainty: Certainty | None = None
    general_health_certainty: Certainty | None = None
    claims: tuple[ClaimId, ...] = Field(min_length=1)
    plain_why: Text

    @model_validator(mode="after")
    def _scale_is_sound(self) -> Self:
        ids = [option.id for option in self.scale]
        if len(set(ids)) != len(ids):
            raise PydanticCustomError("scale_twice", "two answers of the scale have the same id", {})
        if SKIP in ids:
            raise PydanticCustomError("scale_skip", "an answer of the scale is called skip, which means no answer", {})
        for revealed in (*self.reveals, *self.no_step_for):
            if revealed not in ids:
                raise PydanticCustomError(
                    "unknown_id", "no {kind} has the id {value}", {"kind": "answer of the scale", "value": revealed}
                )
        if self.over_weeks and not (self.unit and all(option.short for option in self.scale)):
            raise PydanticCustomError("no_short", "an answer of the scale has no short form (short)", {})
        return self

    @property
    def over_weeks(self) -> bool:
        """Whether it is food, which one can look at week by week."""
        return self.direction != "prompt"

    def option(self, option_id: str) -> Option | None:
        """Return the answer with this id, or None when the scale has no such answer."""
        return next((option for option in self.scale if option.id == option_id), None)


class HabitsWords(PageWords):
    """The page words of Habits: its parts, the safety questions and the check."""

    opt_out: Text
    part_check: Text
    one_at_a_time: Text
    all_at_once: Text
    no_such_part: Text
    place: Annotated[Text, AfterValidator(Blanks("number", "count"))]
    next_screen: Annotated[Text, AfterValidator(Blanks("title"))]
    previous_screen: Annotated[Text, AfterValidator(Blanks("title"))]
    cautions_heading: Heading
    cautions_lead: Text
    caution_groups: Annotated[dict[CautionGroup, Text], AfterValidator(every(CautionGroup))]
    none_of_these: Text
    red_flag_heading: Heading
    red_flag_after: Text
    red_flag_help: Text
    red_flag_change: Text
    seen_to: Text
    none_of_the_others: Text
    on_your_sheet: Text
    caution_sources: Text
    ask_team: Text
    check_heading: Heading
    check_lead: Text
    skip: Text
    feedback_lead: Passage
    you_said: Text
    guides_say: Text
    own_idea: Text
    may_not_fit: Text
    food_worry: Text
    food_anyway: Text
    for_health: Text
    for_ms: Text
    not_rated: Text
    ask_first: Text
    sources: Text
    clear: Text
    clear_note: Text
    cleared: Text
    undo: Text
    next_heading: Heading
    next_text: Text
    next_action: Text


class HabitsFile(Model):
    """data/en/habits.yaml"""

    page: HabitsWords
    groups: dict[Id, Text]
    habits: tuple[Habit, ...] = Field(min_length=1)
