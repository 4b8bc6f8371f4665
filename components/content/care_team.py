"""Models of what goes into a visit: questions, what matters, what changed, example people, and the sheet's words."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from components.content.fields import (
    KEBAB,
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
    SheetPart,
    StepId,
    Text,
    TopicId,
    every,
)
from components.content.words import Heading, PageWords


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


class SheetWords(Model):
    """The words printed on the sheet for the care team: the same in every format it comes in."""

    title: Heading
    prepared_by_patient: Annotated[Text, AfterValidator(Blanks("product"))]
    prepared_for: Annotated[Text, AfterValidator(Blanks("clinic"))]
    prepared_for_team: Text
    name: Annotated[Text, AfterValidator(Blanks("name"))]
    not_a_record: Text
    left_out: Annotated[Text, AfterValidator(Blanks("parts"))]
    parts: Annotated[dict[SheetPart, Text], AfterValidator(every(SheetPart))]
    safety_heading: Heading
    safety_count: Annotated[Text, AfterValidator(Blanks("answered", "total", "yes"))]
    safety_none: Annotated[Text, AfterValidator(Blanks("answered", "total"))]
    safety_not_answered: Text
    said_yes: Text
    ask: Text
    guide_says: Text
    reveal_question: Text
    urgent: Text
    top_questions_heading: Heading
    more_questions_heading: Heading
    no_questions: Text
    answer: Text
    habits_heading: Heading
    habits_lead: Text
    habits_none: Text
    habit_column: Text
    habit_answer_column: Text
    for_team: Text
    step_heading: Heading
    step: Annotated[Text, AfterValidator(Blanks("step"))]
    step_plan: Annotated[Text, AfterValidator(Blanks("plan"))]
    step_importance: Annotated[Text, AfterValidator(Blanks("number"))]
    step_confidence: Annotated[Text, AfterValidator(Blanks("number"))]
    step_why_not_lower: Annotated[Text, AfterValidator(Blanks("text"))]
    step_raise: Annotated[Text, AfterValidator(Blanks("text"))]
    step_ask_first: Text
    notes_heading: Heading
    notes_none: Text
    agreed_heading: Heading
    agreed_lead: Text
    missing_glyphs: Annotated[Text, AfterValidator(Blanks("sign"))]
    continued: Text
    turn_over: Text
    page_of: Annotated[Text, AfterValidator(Blanks("page", "pages"))]
    file_name: Annotated[str, StringConstraints(pattern=KEBAB)]


class CareTeamWords(PageWords):
    """The page words of My visit."""

    questions_heading: Heading
    questions_lead: Text
    suggested_heading: Heading
    suggested_lead: Text
    all_heading: Heading
    own_question_label: Text
    own_question_hint: Text
    own_question_add: Text
    own_question_empty: Text
    own_question_too_many: Text
    own_question_too_long: Annotated[Text, AfterValidator(Blanks("count"))]
    own_question_twice: Text
    draft_left: Text
    many_questions: Annotated[Text, AfterValidator(Blanks("count"))]
    remove: Annotated[Text, AfterValidator(Blanks("question"))]
    include_heading: Heading
    include_lead: Text
    include_safety: Text
    include_habits: Text
    include_step: Text
    include_notes: Text
    name_label: Text
    name_hint: Text
    sheet_heading: Heading
    sheet_lead: Text
    download_heading: Heading
    download_pdf: Text
    download_text: Text
    glyph_warning: Annotated[Text, AfterValidator(Blanks("characters"))]
    text_heading: Heading
    share_lead: Text


class CareTeamFile(Model):
    """data/en/care_team.yaml. starter_questions: offered to a person who has answered nothing yet."""

    page: CareTeamWords
    sheet: SheetWords
    starter_questions: tuple[QuestionId, ...] = Field(min_length=1, max_length=7)
