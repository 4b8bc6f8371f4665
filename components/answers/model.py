"""The one model of what a person told the guide. Nothing else holds answers."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from components.content.fields import SheetPart

MAX_OWN_QUESTIONS = 10
MAX_QUESTION_LENGTH = 300
MAX_NOTE_LENGTH = 1500
MAX_DRAFT_LENGTH = 2000
MAX_NAME_LENGTH = 80

OwnQuestion = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION_LENGTH)]


class Answers(BaseModel):
    """What one person told us, by the ids of the content. Empty is a valid state: everything is optional.

    cautions: caution id to yes (True) or no (False); a caution not answered is not in it.
    habits: habit id to the id of the chosen answer on its scale; a skipped habit is not in it.
    questions: ids of chosen questions, in the order they were chosen; own_questions: typed ones, literally.
    draft: a question being typed that is not on the list yet; it is not on the sheet.
    name, notes: typed text, literally; it is shown and printed, never interpreted.
    left_out: the parts of the sheet the person does not want on it.
    opened_chapters: ids of the chapters that were opened, the last one last.
    teach_back: chapter id to the id of what the person would say; a choice, never a result.
    short_version: whether the person wants the short version of pages.
    """

    # An error must not carry what was typed into a log.
    model_config = ConfigDict(extra="forbid", validate_assignment=True, hide_input_in_errors=True)

    version: Literal[1] = 1
    cautions: dict[str, bool] = Field(default_factory=dict)
    habits: dict[str, str] = Field(default_factory=dict)
    questions: list[str] = Field(default_factory=list)
    own_questions: list[OwnQuestion] = Field(default_factory=list, max_length=MAX_OWN_QUESTIONS)
    draft: Annotated[str, StringConstraints(max_length=MAX_DRAFT_LENGTH)] = ""
    name: Annotated[str, StringConstraints(max_length=MAX_NAME_LENGTH)] = ""
    notes: Annotated[str, StringConstraints(max_length=MAX_NOTE_LENGTH)] = ""
    left_out: list[SheetPart] = Field(default_factory=list)
    opened_chapters: list[str] = Field(default_factory=list)
    teach_back: dict[str, str] = Field(default_factory=dict)
    short_version: bool = False

    def choose_question(self, question_id: str, chosen: bool) -> None:
        """Put a question last on the list, or take it off. Choosing twice changes nothing."""
        others = [other for other in self.questions if other != question_id]
        self.questions = (
            [*others, question_id]
            if chosen and question_id not in self.questions
            else (self.questions if chosen else others)
        )

    def add_own_question(self, text: str) -> None:
        """Add a typed question. Raises ValueError (pydantic) when it is empty, too long, or one too many."""
        self.own_questions = [*self.own_questions, text]

    def remove_own_question(self, text: str) -> None:
        """Take a typed question off the list. One that is not on it changes nothing."""
        self.own_questions = [other for other in self.own_questions if other != text]

    def include(self, part: SheetPart, wanted: bool) -> None:
        """Put a part of the sheet on it or leave it out."""
        others = [other for other in self.left_out if other != part]
        self.left_out = others if wanted else [*others, part]

    def open_chapter(self, chapter_id: str) -> None:
        """Keep that a chapter was opened, as the last one."""
        self.opened_chapters = [*(other for other in self.opened_chapters if other != chapter_id), chapter_id]

    @property
    def ticked_cautions(self) -> tuple[str, ...]:
        """The ids of the cautions answered yes."""
        return tuple(caution for caution, yes in self.cautions.items() if yes)
