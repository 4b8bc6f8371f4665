"""Models of the small steps and of the words around choosing one."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import Blanks, CautionId, FitId, HabitId, Id, Model, Text
from components.content.words import Heading

Way = Literal["add", "swap", "less"]
"""What a step does: it adds something, swaps one thing for another, or takes less."""

WHEN, WILL, END = "When ", ", I will ", "."
IfThen = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^When .+, I will .+\.$")]
"""An if-then plan: "When I ..., I will ..."."""


class Step(Model):
    """A tiny step toward one habit, with an if-then plan to copy or change.

    tiny: among the smallest steps of its habit. avoid_if: cautions that take the step away when answered yes;
    only_if: the caution without which it is not meant.
    """

    id: Id
    habit: HabitId
    text: Text
    fits: tuple[FitId, ...] = ()
    cue_example: IfThen
    avoid_if: tuple[CautionId, ...] = ()
    only_if: CautionId | None = None
    way: Way = "add"
    tiny: bool = False

    @property
    def when(self) -> str:
        """The moment of its plan: what stands between "When" and "I will"."""
        return self.cue_example.removeprefix(WHEN).split(WILL)[0]

    @property
    def will(self) -> str:
        """What one does then: what stands after "I will"."""
        return self.cue_example.split(WILL, 1)[1].removesuffix(END)


class StepsWords(Model):
    """The words of the part where one small step is chosen."""

    heading: Heading
    lead: Text
    habit: Text
    no_habit: Text
    fits: Text
    step: Text
    own_step: Text
    own_label: Text
    own_note: Text
    none_fit: Text
    held_back: Annotated[Text, AfterValidator(Blanks("count"))]
    ask_first: Text
    plan_heading: Heading
    plan_lead: Text
    when: Text
    will: Text
    plan: Annotated[Text, AfterValidator(Blanks("when", "will"))]
    importance: Text
    importance_ends: Text
    confidence: Text
    confidence_ends: Text
    why_not_lower: Text
    raise_it: Text
    smaller_heading: Heading
    smaller_lead: Text
    smaller_ways: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    take_smaller: Annotated[Text, AfterValidator(Blanks("step"))]
    yours_heading: Heading
    on_sheet: Text
    paused: Annotated[Text, AfterValidator(Blanks("step"))]
    paused_why: Text
    take_off: Text


class StepsFile(Model):
    """data/en/steps.yaml"""

    page: StepsWords
    fits: dict[Id, Text]
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _something_small_is_left_whatever_is_ticked(self) -> Self:
        for habit in dict.fromkeys(step.habit for step in self.steps):
            if not any(
                step.habit == habit and step.tiny and not step.avoid_if and not step.only_if for step in self.steps
            ):
                raise PydanticCustomError(
                    "no_tiny_step", "{habit} has no tiny step that is free of cautions", {"habit": habit}
                )
        return self
