"""The rules of the words hold over all that people read: length, grade, spelling, verbs as sure as their claims.

What is measured and what is left out stands in walk.py, reading.py, wording.py, first_use.py and sureness.py; tables of
good and bad sentences for each stand in test_word_rules.py.
"""

import re
from collections import Counter

import pytest

from components.content.load import DATA, Content
from tests.content.first_use import is_spelled_out, short_forms, unexplained
from tests.content.reading import DRUGS, NAMES, as_one, grade, is_passage, sentences
from tests.content.sureness import may_say_probably, too_sure
from tests.content.walk import Told, pages, texts
from tests.content.wording import loud_signs, not_our_words, said_to_be_proven

LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
LONGEST_LIST = 7
HARDEST_PAGE = 6.0
HARDEST_PASSAGE = 8.0

FILES = sorted(path.name for path in (DATA / "en").glob("*.yaml"))

NOT_A_LIST = frozenset({"frame.yaml: months", "frame.yaml: months_short"})
"""The names of the twelve months are looked up one at a time, never read as a list."""

PART_OF = {"steps": "habits", "frame": ""}
"""Words that are shown on another page (frame: on every page), which has spelled out its short forms before them."""


def in_file(content: Content, file: str) -> list[Told]:
    """Return every text to read in a file."""
    return [told for told in texts(content) if told.file == file]


def terms_of(content: Content) -> tuple[str, ...]:
    """Return every spelling of the words to know: they are explained where they come up."""
    return tuple(spelling for term in content.glossary.terms for spelling in term.spellings)


def report(found: list[str]) -> str:
    """Return the mistakes of a rule, one a line."""
    return "\n".join(["", *found])


def test_the_walk_meets_every_file_of_words(content: Content) -> None:
    assert {told.file for told in texts(content)} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_no_sentence_has_more_than_twenty_words(content: Content, file: str) -> None:
    found = [
        f"{told.file}: {told.place}: {len(part.split())} words: {part}"
        for told in in_file(content, file)
        for part in sentences(told.text)
        if len(part.split()) > LONGEST_SENTENCE
    ]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_no_paragraph_has_more_than_three_sentences(content: Content, file: str) -> None:
    found = [
        str(told)
        for told in in_file(content, file)
        if any(len(sentences(paragraph)) > LONGEST_PARAGRAPH for paragraph in told.text.split("\n\n"))
    ]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_no_list_has_more_than_seven_lines(content: Content, file: str) -> None:
    lines = Counter(f"{told.file}: {told.line_of}" for told in in_file(content, file) if told.line_of)
    found = [f"{place}: {n} lines" for place, n in lines.items() if n > LONGEST_LIST and place not in NOT_A_LIST]
    assert not found, report(found)


def test_every_page_reads_at_sixth_grade(content: Content) -> None:
    terms = terms_of(content)
    grades = {name: grade(as_one(told.text for told in page), terms) for name, page in pages(content).items()}
    found = [f"page {name}: grade {measured}" for name, measured in grades.items() if measured > HARDEST_PAGE]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_no_passage_is_harder_than_eighth_grade(content: Content, file: str) -> None:
    terms = terms_of(content)
    found = [
        f"grade {grade(told.text, terms)}: {told}"
        for told in in_file(content, file)
        if is_passage(told.text) and grade(told.text, terms) > HARDEST_PASSAGE
    ]
    assert not found, report(found)


@pytest.mark.parametrize("name", [*DRUGS, *NAMES])
def test_every_word_that_does_not_count_is_said(content: Content, name: str) -> None:
    assert any(name.casefold() in told.text.casefold() for told in texts(content)), name


@pytest.mark.parametrize("file", FILES)
def test_no_banned_word_or_british_spelling_is_used(content: Content, file: str) -> None:
    found = [f"{told}: {word}" for told in in_file(content, file) for word in not_our_words(told.text)]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_there_is_no_hype_and_no_dash_as_a_pause(content: Content, file: str) -> None:
    found = [f"{told}: {sign!r}" for told in in_file(content, file) for sign in loud_signs(told.text)]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_proven_is_only_said_of_what_is_not(content: Content, file: str) -> None:
    found = [str(told) for told in in_file(content, file) if said_to_be_proven(told.text)]
    assert not found, report(found)


def spelled_out_in(told: list[Told]) -> set[str]:
    """Return the short forms that some text spells out."""
    return {form for one in told for form in short_forms(one.text) if is_spelled_out(form, one.text)}


def test_every_page_spells_out_ms_once(content: Content) -> None:
    """The claims and papers of Evidence are parts of that page: its lead spells MS out for them."""
    found = []
    for name, page in pages(content).items():
        words = [told.text for told in page if not told.part]
        says_ms = any("MS" in short_forms(text) for text in words)
        if name not in PART_OF and says_ms and not any("multiple sclerosis (MS)" in text for text in words):
            found.append(f"page {name}: nothing says multiple sclerosis (MS)")
    assert not found, report(found)


def test_every_short_form_is_spelled_out_where_it_first_comes_up(content: Content) -> None:
    found = []
    for name, page in pages(content).items():
        before = list(pages(content)[PART_OF[name]]) if PART_OF.get(name) else []
        lead = [told for told in page if told.place == "page lead"]
        known = {part: {"MS"} | spelled_out_in([*before, *lead]) for part in {told.part for told in page}}
        for told in page:
            for form in short_forms(told.text):
                if form not in known[told.part] and not is_spelled_out(form, told.text):
                    found.append(f"page {name}: {told}: {form}")
                known[told.part].add(form)
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_probably_is_only_said_where_a_claim_carries_it(content: Content, file: str) -> None:
    found = [
        str(told)
        for told in in_file(content, file)
        if told.claims
        and re.search(r"\bprobably\b", told.text, re.IGNORECASE)
        and not may_say_probably([content.claims[name] for name in told.claims])
    ]
    assert not found, report(found)


@pytest.mark.parametrize("file", FILES)
def test_no_verb_is_surer_than_its_claims(content: Content, file: str) -> None:
    found = [
        f"{told.file}: {told.place}: {part} (claims: {', '.join(told.claims)})"
        for told in in_file(content, file)
        if told.claims
        for part in too_sure(told.text, [content.claims[name] for name in told.claims])
    ]
    assert not found, report(found)


def test_a_claims_statement_is_no_surer_than_its_verdict(content: Content) -> None:
    hedged = re.compile(
        r"\b(one idea is|some people say|some studies find|may|probably|in mice|in twins|in a small study)\b",
        re.IGNORECASE,
    )
    found = [
        f"claims.yaml: {claim.id} statement: {claim.statement}"
        for claim in content.claims.values()
        if claim.verdict != "well_established" and not hedged.search(claim.statement)
    ]
    assert not found, report(found)


@pytest.mark.parametrize("version", ["in full", "in short"])
def test_every_word_to_know_is_explained_where_a_chapter_first_uses_it(content: Content, version: str) -> None:
    found = []
    for chapter in content.chapters.values():
        passages = chapter.passages if version == "in full" else chapter.short_passages
        for term in content.glossary.terms:
            sentence = unexplained(term, [passage.text for passage in passages])
            if sentence:
                found.append(f"learn.yaml: {chapter.id} {version}: {term.id}: {sentence}")
    assert not found, report(found)
