"""Models of what goes into a visit: questions, what matters, what changed, and example people."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import (
    Blanks,
    CautionId,
    ChangeId,
    ClaimId,
    HabitId,
    Id,
    MatterId,
    Model,
    QuestionId,
    RoleId,
    StepId,
    Text,
    TopicId,
)
from components.content.sheet import CareTeamWords, MessageWords, RecordWords, SheetWords, TakeWords

ANYONE = "anyone"
"""In starter_questions: where the person has not said who the visit is with."""

StarterRole = Literal["anyone"] | RoleId


class SuggestedBy(Model):
    """What brings a question up: claims read, cautions ticked, habits answered."""

    claims: tuple[ClaimId, ...] = ()
    cautions: tuple[CautionId, ...] = ()
    habits: tuple[HabitId, ...] = ()


class Question(Model):
    """A question for the care team in the person's own voice, with a short form for messages."""

    id: Id
    roles: tuple[RoleId, ...] = Field(min_length=1)
    topic: TopicId
    text: Text
    why: Text
    short: Text
    suggested_by: SuggestedBy


class QuestionsFile(Model):
    """data/en/questions.yaml"""

    topics: dict[Id, Text]
    roles: dict[Id, Text]
    questions: tuple[Question, ...] = Field(min_length=1)


class Matter(Model):
    """Something that may matter most to a person."""

    id: Id
    text: Text
    say_more: Text


class MattersFile(Model):
    """data/en/matters.yaml"""

    matters: tuple[Matter, ...]


class Change(Model):
    """Something that may have changed since the last visit."""

    id: Id
    label: Text
    prompt: Text
    said: Text
    urgent: Annotated[Text, AfterValidator(Blanks("emergency_number"))] | None = None
    clinician_may_want: tuple[Text, ...]
    cautions: tuple[CautionId, ...] = ()
    questions: tuple[QuestionId, ...] = ()


class ChangesFile(Model):
    """data/en/changes.yaml"""

    changes: tuple[Change, ...]


class PersonChange(Model):
    """A change an example person reports, in their words."""

    id: ChangeId
    note: Text


class PersonStep(Model):
    """The small step of an example person. confidence: 0 to 10."""

    habit: HabitId
    id: StepId
    plan: Text
    confidence: int = Field(ge=0, le=10)


class Person(Model):
    """A made-up person for a clinic demo. habits: habit id to the id of the answer on its scale."""

    id: Id
    name: Text
    age: int = Field(ge=18, le=110)
    fictional: bool
    story: Text
    cautions: tuple[CautionId, ...] = ()
    habits: dict[HabitId, Id]
    matters: tuple[MatterId, ...] = ()
    changes: tuple[PersonChange, ...] = ()
    questions: tuple[QuestionId, ...] = ()
    own_question: Text
    step: PersonStep


class PeopleFile(Model):
    """data/en/people.yaml"""

    label: Text
    people: tuple[Person, ...]


class CareTeamFile(Model):
    """data/en/care_team.yaml

    starter_questions: offered to a person who has answered nothing yet, by the role the visit is with; those of anyone
    where that is not said.
    """

    page: CareTeamWords
    sheet: SheetWords
    message: MessageWords
    record: RecordWords
    take: TakeWords
    starter_questions: dict[StarterRole, Annotated[tuple[QuestionId, ...], Field(min_length=1, max_length=7)]]

    @model_validator(mode="after")
    def _anyone_gets_starters(self) -> Self:
        if ANYONE not in self.starter_questions:
            raise PydanticCustomError("no_starters", "there are no starter questions for {who}", {"who": ANYONE})
        return self
