"""The rules of the words hold over what people read: length, grade, banned words, verbs as sure as their claims."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import textstat
from pydantic import BaseModel

from components.content.load import Content

BANNED = re.compile(
    r"\b(cures?|cured|heals?|healed|healing|repairs?|repairing|detox\w*|boosts?|boosted|boosting|superfoods?|toxins?"
    r"|miracles?|prevents? MS|(?:good|bad) foods?|germs?)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 20
HARDEST_PASSAGE = 8.0


def texts(part: Any, where: str) -> Iterator[tuple[str, str]]:
    """Yield every text inside a part of the content, with the place it stands at."""
    if isinstance(part, str):
        yield where, part
    elif isinstance(part, BaseModel):
        label = getattr(part, "id", "")
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{where} {label} {name}".replace("  ", " "))
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from texts(inner, where)
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from texts(inner, f"{where} {key}")


def read_by_people(content: Content) -> list[tuple[str, str]]:
    """Return every text of this issue's pages that a person reads in the guide's own voice, with its place.

    What one may hear is quoted (heard_as, heard_in) and names and titles of papers are their authors', so both are out.
    """
    parts = (
        ("home", content.home),
        ("learn", content.learn),
        ("pathways", content.pathways),
        ("habits", content.habits_page),
        ("cautions", content.cautions_file),
        ("claims", list(content.claims.values())),
        ("evidence", content.evidence.page),
        ("care_team", content.care_team),
        ("questions", content.questions_file),
        ("about", content.about),
        ("frame", content.frame),
        ("steps", content.steps),
    )
    quoted = (" heard_as", " heard_in", " id", " claims", " note")
    return [
        (where, text)
        for name, part in parts
        for where, text in texts(part, name)
        if not where.endswith(quoted) and " heard_in" not in where and " " in text
    ]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text. A single letter with a full stop (L. reuteri) does not end one."""
    joined = re.sub(r"\b([A-Z])\.\s", r"\1 ", text)
    return [part for part in re.split(r"(?<=[.?:])[\"”)]*\s+", joined) if part]


def test_no_sentence_has_more_than_twenty_words(content: Content) -> None:
    long = [
        (where, sentence)
        for where, text in read_by_people(content)
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert not long, long


def test_no_banned_word_is_used_in_the_guides_own_voice(content: Content) -> None:
    found = [(where, text) for where, text in read_by_people(content) if BANNED.search(text)]
    assert not found, found


def test_there_is_no_hype(content: Content) -> None:
    found = [
        (where, text)
        for where, text in read_by_people(content)
        if "!" in text or re.search("[\U0001f300-\U0001faff\u2600-\u27bf]", text)
    ]
    assert not found, found


def test_proven_is_only_said_of_what_is_not(content: Content) -> None:
    found = [
        (where, text)
        for where, text in read_by_people(content)
        if re.search(r"\bproven\b", text) and not re.search(r"\b(no|not)\b[^.]*\bproven\b", text, re.IGNORECASE)
    ]
    assert not found, found


@pytest.mark.parametrize("most", [6.0])
def test_each_chapter_reads_at_sixth_grade(content: Content, most: float) -> None:
    for chapter in content.chapters.values():
        text = " ".join([*(passage.text for passage in chapter.passages), chapter.next_step])
        assert textstat.flesch_kincaid_grade(text) <= most, chapter.id


def test_no_passage_is_harder_than_eighth_grade(content: Content) -> None:
    hard = [
        (chapter.id, textstat.flesch_kincaid_grade(passage.text), passage.text)
        for chapter in content.chapters.values()
        for passage in chapter.passages
        if textstat.flesch_kincaid_grade(passage.text) > HARDEST_PASSAGE
    ]
    assert not hard, hard


def test_no_paragraph_of_a_chapter_has_more_than_three_sentences(content: Content) -> None:
    long = [
        passage.text
        for chapter in content.chapters.values()
        for passage in chapter.passages
        if len(sentences(passage.text)) > 3
    ]
    assert not long, long


def test_a_claims_statement_is_no_surer_than_its_verdict(content: Content) -> None:
    hedged = re.compile(
        r"\b(one idea is|some people say|some studies find|may|probably|in mice|in twins|in a small study)\b",
        re.IGNORECASE,
    )
    for claim in content.claims.values():
        if claim.verdict != "well_established":
            assert hedged.search(claim.statement), (claim.id, claim.statement)
