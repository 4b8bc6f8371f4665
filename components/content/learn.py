"""Models of what people read to learn: chapters and the word list."""

from typing import Annotated, Self

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from components.content.fields import ArrowId, ClaimId, Id, Model, Passage, Text
from components.content.words import Heading, LearnWords, PageId


class StorySection(Model):
    """A part of a chapter's story: a short heading and one to four paragraphs."""

    heading: Heading
    passages: tuple[Passage, ...] = Field(min_length=1, max_length=4)


class TeachBackOption(Model):
    """Something one could say, and a kind word on it. fits: whether it fits best with what is known."""

    id: Id
    text: Text
    fits: StrictBool = False
    reply: Passage


class TeachBack(Model):
    """One question that lets a person put what they read into words. It is no test: nothing is counted."""

    question: Text
    options: Annotated[tuple[TeachBackOption, ...], Field(min_length=2, max_length=4)]

    @model_validator(mode="after")
    def _one_fits_best(self) -> Self:
        if sum(option.fits for option in self.options) != 1:
            raise PydanticCustomError("one_fits", "not just one option fits best", {})
        return self

    def option(self, option_id: str | None) -> TeachBackOption | None:
        """Return the option with this id, or None when there is none with it."""
        return next((option for option in self.options if option.id == option_id), None)


class Picture(Model):
    """The part of the map a chapter speaks of. seen: where to look first."""

    arrows: Annotated[tuple[ArrowId, ...], Field(min_length=1, max_length=6)]
    caption: Text
    seen: Text


class Chapter(Model):
    """A short chapter: the one thing to remember, the story, what is not known, what to do next.

    short, short_not_known: the chapter in 60 seconds, read after the key point. heard: claims that the source articles
    bring, each of which is quoted and answered. next_page: the page on which the next step is taken.
    """

    id: Id
    title: Heading
    minutes: int = Field(ge=1, le=10)
    key_point: Passage
    short: tuple[Passage, ...] = Field(min_length=1, max_length=4)
    short_not_known: Passage
    picture: Picture
    story: tuple[StorySection, ...] = Field(min_length=1)
    heard: Annotated[tuple[ClaimId, ...], Field(min_length=1, max_length=3)]
    not_known: tuple[Passage, ...] = Field(min_length=1, max_length=7)
    teach_back: TeachBack
    next_step: Text
    next_page: PageId

    @property
    def short_passages(self) -> tuple[Passage, ...]:
        """Every paragraph of the short version, in reading order."""
        return (self.key_point, *self.short, self.short_not_known)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph of science in the chapter, in reading order."""
        return (self.key_point, *(p for section in self.story for p in section.passages), *self.not_known)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims the chapter stands on, each once, in order of first use."""
        return tuple(dict.fromkeys(claim for passage in self.passages for claim in passage.claims))


class LearnFile(Model):
    """data/en/learn.yaml"""

    page: LearnWords
    chapters: tuple[Chapter, ...] = Field(min_length=1)


class Term(Model):
    """A word to know, in plain words, how to say it, and what it is often mixed up with.

    forms: how it stands in running text, where that is not the term itself; see spellings.
    """

    id: Id
    term: Text
    plain: Text
    say_it: Text
    is_not: Text | None = None
    forms: tuple[Text, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """How the word may stand in a text: its forms, or the term and what stands in its brackets."""
        if self.forms:
            return self.forms
        head, _, inner = self.term.partition(" (")
        return tuple(part for part in (head, *inner.rstrip(")").split(", ")) if part)


class GlossaryFile(Model):
    """data/en/glossary.yaml"""

    terms: tuple[Term, ...]
