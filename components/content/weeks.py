"""Models of the weekly check-in: what it asks, and the words around it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from components.content.fields import Blanks, Id, Model, Text
from components.content.habits import ShortText
from components.content.words import Heading


class Went(Model):
    """One answer to how often the small step was done. short: the same for the picture."""

    id: Id
    text: Text
    short: ShortText


class Hurdle(Model):
    """Something that may have got in the way. say: what to do about it, where it should not wait;
    part: the screen of Habits that goes with it."""

    id: Id
    text: Text
    say: Text | None = None
    part: Id | None = None


class WeeksWords(Model):
    """The words of the part about the weeks."""

    nav: Text
    heading: Heading
    lead: Text
    minutes: int = Field(ge=1, le=10)
    food_worry: Text
    start: Text
    go_on: Text
    form_heading: Annotated[Text, AfterValidator(Blanks("day"))]
    kept: Text
    step: Annotated[Text, AfterValidator(Blanks("step"))]
    no_step: Text
    went: Text
    went_well: Text
    in_the_way: Text
    note: Text
    other_habits: Text
    done: Text
    list_heading: Heading
    none_yet: Text
    change: Annotated[Text, AfterValidator(Blanks("day"))]
    delete: Annotated[Text, AfterValidator(Blanks("day"))]
    deleted: Annotated[Text, AfterValidator(Blanks("day"))]
    picture_heading: Heading
    picture_lead: Text
    picture_words: Annotated[Text, AfterValidator(Blanks("weeks", "entries"))]
    picture_step: Text
    day: Text
    nothing_noted: Text
    not_on_sheet: Text
    to_safety: Text
    csv: Text
    csv_note: Text
    csv_name: Id


class WeeksFile(Model):
    """data/en/weeks.yaml"""

    page: WeeksWords
    went: Annotated[tuple[Went, ...], Field(min_length=2)]
    hurdles: Annotated[tuple[Hurdle, ...], Field(min_length=1)]
