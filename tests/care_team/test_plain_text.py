"""Promises of the plain text: it loses nothing a person typed, in any script, and lines stay short."""

import datetime
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers, OwnQuestion
from components.care_team.plain_text import as_text
from components.care_team.summary import build_summary
from components.care_team.typed import clean
from components.content.load import Content
from tests.care_team.said import folded

TODAY = datetime.date(2026, 11, 22)

SCRIPTS = {
    "arabic": "هل يمكنني أكل الزبادي؟",
    "chinese": "我可以吃酸奶吗。" * 30,
    "hindi": "क्या मैं दही खा सकता हूँ?",
    "emoji": "🙂👩‍⚕️👍🏽🇺🇸" * 20,
    "accents": "cafe\u0301 n\u0303o",
    "markup": "#set $x$ *a* _b_ @ref \\n <b>x</b> `c` // d \"e\" 'f' [g](h) -- ... ~",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_typed_is_lost_in_any_script(content: Content, script: str) -> None:
    typed = SCRIPTS[script]
    answers = Answers(name=typed[:40], questions=[OwnQuestion(own=typed[:250])], notes=f"{typed}\n\n{typed}"[:1500])
    text = folded(as_text(content, build_summary(content, answers, TODAY)))
    assert folded(typed[:40]) in text
    assert folded(typed[:250]) in text
    assert all(folded(line) in text for line in answers.notes.split("\n"))


def test_lines_are_at_most_78_characters(content: Content) -> None:
    answers = Answers(
        cautions=dict.fromkeys(content.cautions, True),
        notes="w" * 700 + " " + "\u0301" * 200 + "\n" + "word " * 100,
        questions=[OwnQuestion(own="x" * 300), OwnQuestion(own="why " * 70), *content.questions],
    )
    text = as_text(content, build_summary(content, answers, TODAY))
    assert max(len(line) for line in text.splitlines()) <= 78
    assert text.endswith("\n") and not text.startswith("\n")


def test_a_long_word_is_not_cut_between_a_sign_and_its_marks(content: Content) -> None:
    for typed in ("e\u0301" * 140, "👩🏽‍⚕️" * 50, "कि" * 140):
        text = as_text(content, build_summary(content, Answers(questions=[OwnQuestion(own=typed)]), TODAY))
        for line in text.splitlines():
            first = line.strip()[:1]
            assert not first or (unicodedata.category(first) not in ("Mn", "Mc", "Cf") and first not in "🏽⚕")


def test_a_note_keeps_its_lines(content: Content) -> None:
    text = as_text(content, build_summary(content, Answers(notes="first\n\nsecond"), TODAY))
    assert "\n* first\n* second\n" in text


def test_typed_text_cannot_pass_for_a_heading(content: Content) -> None:
    heading = content.care_team.sheet.safety_heading
    answers = Answers(notes=f"x\n{heading}\n-----", questions=[OwnQuestion(own=f"y\n{heading}")], name=f"z\n{heading}")
    text = as_text(content, build_summary(content, answers, TODAY))
    assert [line for line in text.splitlines() if line == heading] == [heading]


def test_an_override_cannot_turn_the_text_around(content: Content) -> None:
    text = as_text(content, build_summary(content, Answers(notes="a\u202eb\x07c\u2067d"), TODAY))
    assert "abcd" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f]", text)


def test_there_is_always_room_to_write(content: Content) -> None:
    for answers in (
        Answers(),
        Answers(questions=list(content.questions)[:5], notes="x", left_out=["safety", "habits", "step"]),
    ):
        text = as_text(content, build_summary(content, answers, TODAY))
        assert text.split(content.care_team.sheet.agreed_heading)[1].count("____\n") == len(
            content.care_team.sheet.agreed_rows
        )


@given(typed=st.text(max_size=300), notes=st.text(max_size=400))
def test_any_text_comes_through_whole(content: Content, typed: str, notes: str) -> None:
    answers = Answers(notes=notes, questions=[OwnQuestion(own=typed)] if typed.strip() else [])
    text = as_text(content, build_summary(content, answers, TODAY))
    assert folded(clean(typed)) in folded(text)
    assert all(folded(line) in folded(text) for line in clean(notes).split("\n"))
    assert all(len(line) <= 78 for line in text.split("\n"))
