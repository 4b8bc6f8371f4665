"""Finds every text a person reads in data/en, with its file, its place, its claims and the page it is on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from components.content.care_team import Question
from components.content.evidence import CheckedReference, Claim, Heard, HeardClaim
from components.content.fields import Passage
from components.content.habits import Caution, Habit
from components.content.learn import Chapter, Term
from components.content.load import Content
from components.content.pathways import Arrow, Node
from components.pathways.reading import sentence

NOT_OUR_WORDS: dict[tuple[type[BaseModel], str], str] = {
    (Claim, "heard_as"): "what one may hear, in the words it is heard in",
    (Heard, "phrase"): "a quote of an article",
    (HeardClaim, "heard"): "what one may hear, in the words it is heard in",
    (CheckedReference, "cited_as"): "a quote of an article",
    (Term, "say_it"): "how a word sounds, not a word",
    (Caution, "note"): "for those who keep the guide; no page shows it",
    (Node, "medical"): "half a name; the walk gives the name with it in brackets",
    (Arrow, "label"): "half a sentence; the walk gives the whole sentence of the arrow",
    (Arrow, "speaks_of"): "half a sentence; the walk gives the whole sentence of the arrow",
    (Arrow, "verb"): "half a sentence; the walk gives the whole sentence of the arrow",
    (Arrow, "tail"): "half a sentence; the walk gives the whole sentence of the arrow",
}
"""The texts that no rule of the words holds for, each with the reason. Ids, web addresses and the titles of papers have
types of their own or stand outside data/en, so the walk never meets them."""


@dataclass(frozen=True)
class Told:
    """A text a person reads. part: "claim x" or "paper x" where it stands alone on its page, else empty.

    line_of: the place of the list it is a line of, else empty. claims: the claims its science stands on, if any.
    """

    file: str
    place: str
    text: str
    claims: tuple[str, ...] = ()
    part: str = ""
    line_of: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.text}"


@lru_cache(maxsize=200)
def hints(model: type[BaseModel]) -> dict[str, Any]:
    """Return the types of a model's fields with all that is written beside them."""
    return get_type_hints(model, include_extras=True)


def is_words(hint: Any) -> bool:
    """Return whether a text of this type is words to read: it may not be empty, and no pattern binds it."""
    if get_origin(hint) in (Union, UnionType):
        return any(is_words(choice) for choice in get_args(hint))
    if get_origin(hint) is not Annotated:
        return False
    base, *beside = get_args(hint)
    rules = [rule for rule in beside if isinstance(rule, StringConstraints)]
    return base is str and any(rule.min_length and rule.pattern is None for rule in rules)


def _inner(hint: Any) -> Any:
    """Return the type of what a list or table of this type holds."""
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    arguments = [choice for choice in get_args(hint) if choice is not Ellipsis]
    return arguments[-1] if arguments else None


def _claims_of(part: BaseModel, above: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(part, Passage | Habit):
        return part.claims
    if isinstance(part, Claim):
        return (part.id,)
    if isinstance(part, Question):
        return part.suggested_by.claims
    return (part.claim,) if isinstance(part, HeardClaim) else above


def _label(part: BaseModel, number: int) -> str:
    """Return what a list entry is called: its id, its paper, its claim or its number in the list."""
    named = (getattr(part, name, None) for name in ("id", "ref", "claim"))
    return next((name for name in named if isinstance(name, str)), str(number))


def walk(told: Told, part: Any, hint: Any = None) -> Iterator[Told]:
    """Yield every text to read inside a part of the content. told: where the part stands; its text is not used."""
    if isinstance(part, str):
        if is_words(hint):
            yield Told(told.file, told.place, part, told.claims, told.part, told.line_of)
    elif isinstance(part, BaseModel):
        claims = _claims_of(part, told.claims)
        for name, field in hints(type(part)).items():
            if (type(part), name) not in NOT_OUR_WORDS:
                place = f"{told.place} {name}".strip()
                yield from walk(Told(told.file, place, "", claims, told.part, told.line_of), getattr(part, name), field)
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from walk(Told(told.file, f"{told.place} {key}", "", told.claims, told.part), value, _inner(hint))
    elif isinstance(part, tuple):
        for number, entry in enumerate(part, 1):
            label = _label(entry, number) if isinstance(entry, BaseModel) else str(number)
            list_place = told.place if isinstance(entry, str | Passage) else ""
            at = Told(told.file, f"{told.place} {label}", "", told.claims, told.part, list_place)
            yield from walk(at, entry, _inner(hint))


def in_file(name: str, part: Any, place: str = "", alone: str = "") -> tuple[Told, ...]:
    """Return every text to read inside a part of a file of data/en. alone: what stands alone on its page."""
    return tuple(walk(Told(f"{name}.yaml", place, "", part=alone), part))


def _full(chapter: Chapter) -> tuple[Told, ...]:
    here = in_file("learn", chapter, chapter.id)
    return tuple(told for told in here if not told.place.startswith(f"{chapter.id} short"))


def _short(chapter: Chapter) -> tuple[Told, ...]:
    names = ("title", "key_point", "short", "short_not_known")
    return tuple(
        told
        for told in in_file("learn", chapter, chapter.id)
        if told.place.removeprefix(chapter.id).split()[0] in names
    )


def _map(content: Content) -> Iterator[Told]:
    """Yield the names of boxes that have a medical name as well, and the sentence of every arrow."""
    for node in content.pathways.nodes:
        if node.medical:
            yield Told("pathways.yaml", f"nodes {node.id} medical", node.full_name)
    for arrow in content.pathways.arrows:
        yield Told("pathways.yaml", f"arrows {arrow.id}", sentence(content.pathways, arrow), (arrow.claim,))


def _evidence(content: Content) -> tuple[Told, ...]:
    claims = (told for c in content.claims.values() for told in in_file("claims", c, c.id, f"claim {c.id}"))
    papers = (told for p in content.papers.values() for told in in_file("papers", p, p.ref, f"paper {p.ref}"))
    return (*in_file("evidence", content.evidence), *claims, *papers)


@lru_cache(maxsize=4)
def pages(content: Content) -> dict[str, tuple[Told, ...]]:
    """Return every text to read by the page it is on, in reading order. A chapter is a page; so is it in short."""
    found = {
        "frame": in_file("frame", content.frame),
        "home": in_file("home", content.home),
        "learn": in_file("learn", content.learn.page, "page") + in_file("glossary", content.glossary),
    }
    for chapter in content.chapters.values():
        found[f"learn {chapter.id}"] = _full(chapter)
        found[f"learn {chapter.id} in short"] = _short(chapter)
    stories = in_file("stories", content.stories_file)
    found["pathways"] = (*in_file("pathways", content.pathways), *_map(content), *stories)
    habits = in_file("habits", content.habits_page)
    found["habits"] = (*habits, *in_file("cautions", content.cautions_file))
    found["steps"] = in_file("steps", content.steps_file)
    found["weeks"] = in_file("weeks", content.weeks)
    found["evidence"] = _evidence(content)
    found["care team"] = (
        *in_file("care_team", content.care_team),
        *in_file("matters", content.matters),
        *in_file("changes", content.changes),
        *in_file("questions", content.questions_file),
    )
    found["about"] = in_file("about", content.about)
    found["diets"] = in_file("diets", content.diets_file)
    found["team"] = in_file("team", content.team)
    found["people"] = in_file("people", content.people)
    return found


@lru_cache(maxsize=4)
def texts(content: Content) -> tuple[Told, ...]:
    """Return every text to read once."""
    return tuple({(told.file, told.place): told for page in pages(content).values() for told in page}.values())
