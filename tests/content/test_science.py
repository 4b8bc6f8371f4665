"""Each sentence of science traces to a claim, each claim to a confirmed paper; the twelve subjects are all there."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from components.content.fields import Passage
from components.content.load import Content


def passages(part: Any) -> Iterator[Passage]:
    """Yield every passage of science anywhere inside a part of the content."""
    if isinstance(part, Passage):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from passages(getattr(part, name))
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from passages(inner)
    elif isinstance(part, dict):
        for inner in part.values():
            yield from passages(inner)


def test_every_passage_names_claims_with_a_confirmed_paper(content: Content) -> None:
    found = [p for part in (content.home, content.learn, content.pathways, content.habits_page) for p in passages(part)]
    assert len(found) > 150
    for passage in found:
        assert passage.claims
        for claim in passage.claims:
            sources = content.claims[claim].sources
            assert any(content.references[source.ref].verified for source in sources), passage.text


def test_each_habit_and_caution_names_a_confirmed_source(content: Content) -> None:
    for habit in content.habits.values():
        assert any(content.references[ref].verified for ref in habit.target_sources), habit.id
    for caution in content.cautions.values():
        assert any(content.references[ref].verified for ref in caution.sources), caution.id


def test_the_chapters_cover_the_twelve_subjects_of_the_articles(content: Content) -> None:
    subjects = {
        "gut-brain-axis",
        "microbiome",
        "twin-study",
        "immune-attack",
        "short-chain-fats",
        "leaky-gut",
        "symptoms",
        "food-and-habits",
        "probiotics",
        "broth-and-glutamine",
        "stool-transplant",
        "talking-with-team",
    }
    assert subjects <= set(content.chapters)


def test_every_claim_the_articles_bring_is_told_in_a_chapter(content: Content) -> None:
    brought = {claim for sentence in content.articles.sentences for claim in sentence.claims}
    told = {claim for chapter in content.chapters.values() for claim in chapter.claims}
    assert brought <= told


def test_the_minutes_of_learn_are_those_of_its_chapters(content: Content) -> None:
    assert content.learn.page.minutes == sum(chapter.minutes for chapter in content.chapters.values())


def test_ten_references_were_checked_and_one_is_real_as_cited(content: Content) -> None:
    outcomes = [checked.outcome for checked in content.evidence.checked_references]
    assert (outcomes.count("real"), outcomes.count("altered"), outcomes.count("not_found")) == (1, 4, 5)
