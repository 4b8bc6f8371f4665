"""The one model of what a person told the guide. Nothing else holds answers."""

import datetime
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from components.content.fields import Paper, SheetPart

MAX_OWN_QUESTIONS = 10
MAX_QUESTION_LENGTH = 300
MAX_NOTE_LENGTH = 10_000
MAX_DRAFT_LENGTH = 10_000
"""Of what one types with room for all of it (issue 6: 10,000 characters)."""

MAX_NAME_LENGTH = 80
MAX_LINE_LENGTH = 200
"""Of the short texts of a step, of a check-in and of what changed."""

MAX_LIST_LENGTH = 2000
"""Of what one takes, thinks of taking, and understood."""

MAX_MATTERS = 3
"""How many things may matter most (issue 6)."""

MAX_WEEKS = 520
"""Ten years of check-ins; the oldest gives way."""

MAX_DIETS = 3
"""How many diets stand side by side: as many as one can hold in view (issue 5)."""

OWN_STEP = "own"
"""In Plan.step: the person wrote the step."""

Line = Annotated[str, StringConstraints(max_length=MAX_LINE_LENGTH)]
Lines = Annotated[str, StringConstraints(max_length=MAX_LIST_LENGTH)]
Rating = Annotated[int, Field(ge=0, le=10)]


class _Part(BaseModel):
    # An error must not carry what was typed into a log.
    model_config = ConfigDict(extra="forbid", validate_assignment=True, hide_input_in_errors=True)


class OwnQuestion(_Part):
    """A question in the person's own words."""

    own: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION_LENGTH)]


def _each_once(questions: list[str | OwnQuestion]) -> list[str | OwnQuestion]:
    """Return each question once, in its first place: a page draws each with a key of its own."""
    once: list[str | OwnQuestion] = []
    for question in questions:
        if question not in once:
            once.append(question)
    if sum(isinstance(question, OwnQuestion) for question in once) > MAX_OWN_QUESTIONS:
        raise PydanticCustomError("too_many", "more than {most} typed questions", {"most": MAX_OWN_QUESTIONS})
    return once


class Plan(_Part):
    """One small step. habit and step: ids, empty where none is chosen; step is OWN_STEP where own holds it.

    when, will: the if-then plan, without the words "When" and "I will". importance, confidence: 0 to 10, None where not
    said; they are for a talk and are never added up. fits: what a step should fit.
    """

    habit: str = ""
    step: str = ""
    own: Line = ""
    when: Line = ""
    will: Line = ""
    importance: Rating | None = None
    confidence: Rating | None = None
    why_not_lower: Line = ""
    raise_it: Line = ""
    fits: list[str] = Field(default_factory=list)


class CheckIn(_Part):
    """What was noted on one day, in the person's own time zone. What was not noted is empty: a gap, never a zero.

    step: the step as it was then, in words. went: id of how often it was done. habits: habit id to the id of an answer.
    hurdles: ids of what got in the way.
    """

    day: datetime.date
    step: Line = ""
    went: str = ""
    habits: dict[str, str] = Field(default_factory=dict)
    went_well: Line = ""
    hurdles: list[str] = Field(default_factory=list)
    note: Line = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was noted. The step as it was is not a note."""
        return not any((self.went, self.habits, self.went_well.strip(), self.hurdles, self.note.strip()))


def _one_for_each_day(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """Return check-ins in the order of their days, the later one where two have the same day."""
    return [check_in for _, check_in in sorted({check_in.day: check_in for check_in in check_ins}.items())]


class Answers(_Part):
    """What one person told us, by the ids of the content. Empty is a valid state: everything is optional.

    cautions: caution id to yes (True) or no (False); a caution not answered is not in it.
    seen_to: ids of red flags answered yes for which the person has got help; they no longer stop the page.
    habits: habit id to the id of the chosen answer on its scale, or to "skip"; a habit not answered is not in it.
    with_whom: id of the role the visit is with, empty where not said. matters: ids of what matters most; own_matter:
    one more in own words. questions: in the order of the sheet, the id of one from the bank, or a typed one.
    draft: a question being typed that is not on the list yet; it is not on the sheet.
    changes: id of what changed since the last visit to a note on it, which may be empty.
    takes, thinks_of: what the person takes, and thinks of taking. understood: what they understood, for teach-back.
    name, notes: typed text, literally, like all typed text; it is shown and printed, never interpreted.
    left_out: the parts of the sheet the person does not want on it.
    paper: of the PDF, empty for the clinic's; large_print: whether the PDF is in large print.
    opened_chapters: ids of the chapters that were opened, the last one last.
    teach_back: chapter id to the id of what the person would say; a choice, never a result.
    short_version: whether the person wants the short version of pages.
    food_anyway: whether the person wants to see what is put away from those whom food rules worry.
    one_at_a_time: whether Habits shows one question at a time. plan: the small step. check_ins: week by week, in the
    order of their days, one for a day. diets: ids of the diets to read side by side.
    """

    version: Literal[1] = 1
    cautions: dict[str, bool] = Field(default_factory=dict)
    seen_to: list[str] = Field(default_factory=list)
    habits: dict[str, str] = Field(default_factory=dict)
    with_whom: str = ""
    matters: list[str] = Field(default_factory=list)
    own_matter: Line = ""
    questions: Annotated[list[str | OwnQuestion], AfterValidator(_each_once)] = Field(default_factory=list)
    draft: Annotated[str, StringConstraints(max_length=MAX_DRAFT_LENGTH)] = ""
    changes: dict[str, Line] = Field(default_factory=dict)
    takes: Lines = ""
    thinks_of: Lines = ""
    understood: Lines = ""
    name: Annotated[str, StringConstraints(max_length=MAX_NAME_LENGTH)] = ""
    notes: Annotated[str, StringConstraints(max_length=MAX_NOTE_LENGTH)] = ""
    left_out: list[SheetPart] = Field(default_factory=list)
    paper: Literal[""] | Paper = ""
    large_print: bool = False
    opened_chapters: list[str] = Field(default_factory=list)
    teach_back: dict[str, str] = Field(default_factory=dict)
    short_version: bool = False
    food_anyway: bool = False
    one_at_a_time: bool = False
    plan: Plan = Field(default_factory=Plan)
    check_ins: Annotated[list[CheckIn], AfterValidator(_one_for_each_day)] = Field(
        default_factory=list, max_length=MAX_WEEKS
    )
    diets: list[str] = Field(default_factory=list, max_length=MAX_DIETS)

    def choose_question(self, question_id: str, chosen: bool) -> None:
        """Put a question last on the list, or take it off. Choosing twice changes nothing."""
        others = [other for other in self.questions if other != question_id]
        self.questions = (
            [*others, question_id]
            if chosen and question_id not in self.questions
            else (self.questions if chosen else others)
        )

    @property
    def own_questions(self) -> tuple[str, ...]:
        """The typed questions, in the order of the sheet."""
        return tuple(question.own for question in self.questions if isinstance(question, OwnQuestion))

    def add_own_question(self, text: str) -> None:
        """Add a typed question after the other typed ones that stand first.

        Own words come first because they matter most: nobody types a question that is not on their mind, while a ready
        one takes a single tap. Raises ValueError (pydantic) when it is empty, too long, or one too many.
        """
        first_ready = (place for place, other in enumerate(self.questions) if not isinstance(other, OwnQuestion))
        place = next(first_ready, len(self.questions))
        self.questions = [*self.questions[:place], OwnQuestion(own=text), *self.questions[place:]]

    def remove_question(self, question: str | OwnQuestion) -> None:
        """Take a question off the list. One that is not on it changes nothing."""
        self.questions = [other for other in self.questions if other != question]

    def put_question(self, question: str | OwnQuestion, place: int) -> None:
        """Put a question at a place of the list, counted from 0. One that is on it moves there."""
        others = [other for other in self.questions if other != question]
        self.questions = [*others[:place], question, *others[place:]]

    def move_question(self, question: str | OwnQuestion, by: Literal[-1, 1]) -> None:
        """Move a question one place up (-1) or down (1). At the end of the list, or not on it, it changes nothing."""
        if question in self.questions:
            place = self.questions.index(question) + by
            if 0 <= place < len(self.questions):
                self.put_question(question, place)

    def choose_matter(self, matter_id: str, chosen: bool) -> None:
        """Put something among what matters most, or take it off. One too many is not taken."""
        others = [other for other in self.matters if other != matter_id]
        room = len(others) + bool(self.own_matter.strip()) < MAX_MATTERS
        self.matters = [*others, matter_id] if chosen and room else others

    def note_change(self, change_id: str, changed: bool) -> None:
        """Say that something changed, or that it did not. What was written of it is kept while it stays."""
        others = {name: note for name, note in self.changes.items() if name != change_id}
        self.changes = {**others, change_id: self.changes.get(change_id, "")} if changed else others

    def include(self, part: SheetPart, wanted: bool) -> None:
        """Put a part of the sheet on it or leave it out."""
        others = [other for other in self.left_out if other != part]
        self.left_out = others if wanted else [*others, part]

    def open_chapter(self, chapter_id: str) -> None:
        """Keep that a chapter was opened, as the last one."""
        self.opened_chapters = [*(other for other in self.opened_chapters if other != chapter_id), chapter_id]

    def check_in_of(self, day: datetime.date) -> CheckIn | None:
        """Return the check-in of a day, or None when there is none."""
        return next((check_in for check_in in self.check_ins if check_in.day == day), None)

    def start_check_in(self, day: datetime.date, step: str) -> CheckIn:
        """Return the check-in of a day, begun now if there is none. step: the step as it is."""
        found = self.check_in_of(day)
        if found is None:
            others = [*self.check_ins, CheckIn(day=day, step=step[:MAX_LINE_LENGTH])]
            self.check_ins = _one_for_each_day(others)[-MAX_WEEKS:]
            found = self.check_in_of(day)
        return found or CheckIn(day=day)

    def delete_check_in(self, day: datetime.date) -> None:
        """Delete the check-in of a day. One that is not there changes nothing."""
        self.check_ins = [check_in for check_in in self.check_ins if check_in.day != day]

    def choose_diet(self, diet_id: str, chosen: bool) -> None:
        """Put a diet beside the others, or take it away. One too many is not taken."""
        others = [other for other in self.diets if other != diet_id]
        self.diets = [*others, diet_id][:MAX_DIETS] if chosen else others

    @property
    def ticked_cautions(self) -> tuple[str, ...]:
        """The ids of the cautions answered yes."""
        return tuple(caution for caution, yes in self.cautions.items() if yes)
