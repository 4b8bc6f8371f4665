"""Models of what people read to learn: chapters and the word list."""

from pydantic import Field

from components.content.fields import ClaimId, Id, Model, Passage, Text
from components.content.words import Heading, LearnWords


class StorySection(Model):
    """A part of a chapter's story: a short heading and one to four paragraphs."""

    heading: Heading
    passages: tuple[Passage, ...] = Field(min_length=1, max_length=4)


class Chapter(Model):
    """A short chapter: the one thing to remember, the story, what is not known, what to do next."""

    id: Id
    title: Heading
    minutes: int = Field(ge=1, le=10)
    key_point: Passage
    story: tuple[StorySection, ...] = Field(min_length=1)
    not_known: tuple[Passage, ...] = Field(min_length=1, max_length=7)
    next_step: Text

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
    """A word to know, in plain words, how to say it, and what it is often mixed up with."""

    id: Id
    term: Text
    plain: Text
    say_it: Text
    is_not: Text | None = None
    claims: tuple[ClaimId, ...] = ()


class GlossaryFile(Model):
    """data/en/glossary.yaml"""

    terms: tuple[Term, ...]
