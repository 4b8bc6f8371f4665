"""Each sentence of science traces to a claim, each claim to a confirmed paper; the twelve subjects are all there."""

import re
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


def test_no_sentence_of_the_articles_is_dropped(content: Content) -> None:
    # How many sentences each article has, counted in the articles themselves.
    rows = [sentence.article for sentence in content.articles.sentences]
    assert {article: rows.count(article) for article in content.articles.articles} == {
        "article-1": 29,
        "article-2": 57,
        "article-3": 30,
    }


NO_FACT = re.compile(
    r"^(heading|clinic marketing|names the answer service)(, |$).*|^(sign-up prompt|date line|lead-in to a list)$"
    r"|^search page text or web address, states no fact$|^title of a paper in a search list$"
    r"|^citation; checked on the Evidence page \(checked_references in evidence\.yaml, number (\d+)\)$"
)
"""The only reasons for which a sentence of the articles needs no claim: it says nothing of the gut and MS itself."""


def test_a_sentence_without_a_claim_states_no_fact_or_is_a_citation_that_was_checked(content: Content) -> None:
    checked = {str(reference.number) for reference in content.evidence.checked_references}
    for sentence in content.articles.sentences:
        if sentence.out_of_scope:
            reason = NO_FACT.match(sentence.out_of_scope)
            assert reason, (sentence.article, sentence.sentence, sentence.out_of_scope)
            assert reason.group(4) is None or reason.group(4) in checked


def test_what_the_articles_advise_is_told_with_what_to_do(content: Content) -> None:
    advised = [sentence for sentence in content.articles.sentences if sentence.care]
    assert advised
    told = {claim for chapter in content.chapters.values() for claim in chapter.claims}
    for sentence in advised:
        assert sentence.claims and set(sentence.claims) <= told, (sentence.article, sentence.sentence)


def test_a_claim_is_quoted_only_from_an_article_that_brings_it(content: Content) -> None:
    named = {(sentence.article, claim) for sentence in content.articles.sentences for claim in sentence.claims}
    for claim in content.claims.values():
        for heard in claim.heard_in:
            assert (heard.article, claim.id) in named, (claim.id, heard)
            assert len(heard.phrase.split()) <= 8, heard.phrase


def test_the_minutes_of_learn_are_those_of_its_chapters(content: Content) -> None:
    assert content.learn.page.minutes == sum(chapter.minutes for chapter in content.chapters.values())


def test_ten_references_were_checked_and_one_is_real_as_cited(content: Content) -> None:
    outcomes = [checked.outcome for checked in content.evidence.checked_references]
    assert (outcomes.count("real"), outcomes.count("altered"), outcomes.count("not_found")) == (1, 4, 5)
