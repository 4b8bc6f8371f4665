"""The message for a portal fits its limit, says what is urgent first, and is never cut where it hurts."""

import datetime
from typing import Any

import pytest

from components.answers.model import Answers, OwnQuestion
from components.care_team.message import as_messages, length
from components.care_team.summary import build_summary
from components.content.load import Content
from tests.care_team.test_formats import with_limit
from tests.care_team.visits import heaviest, three_minutes, usual

TODAY = datetime.date(2026, 11, 22)


def messages(content: Content, answers: Answers) -> tuple[str, ...]:
    """Return the parts of the message of some answers."""
    return as_messages(content, build_summary(content, answers, TODAY))


def urgent_line(content: Content, caution_id: str) -> str:
    """Return the line that must stand before all that speaks of a warning sign."""
    caution = content.cautions[caution_id]
    urgency = content.frame.urgency[caution.urgency]
    return content.care_team.message.urgent.format(urgency=urgency, ask=caution.ask)


@pytest.mark.parametrize("limit", [1000, 1500, 20000])
def test_every_part_is_within_the_clinics_limit(content: Content, limit: int) -> None:
    for case in (three_minutes, usual, heaviest):
        answers = case(content)
        assert all(length(part) <= limit for part in messages(with_limit(content, limit), answers)), case


def test_a_three_minute_visit_and_the_usual_one_fit_one_or_two_messages(content: Content) -> None:
    assert len(messages(content, three_minutes(content))) == 1
    assert len(messages(content, usual(content))) <= 2


def test_questions_are_put_in_short_only_where_they_must(content: Content) -> None:
    asked = list(content.questions)[:8]
    (whole,) = messages(content, Answers(questions=[*asked]))
    assert all(content.questions[name].text in whole for name in asked)
    (short,) = messages(with_limit(content, 1000), Answers(questions=[*asked], notes="word " * 60))
    assert all(content.questions[name].short in short for name in asked)
    assert content.questions[asked[0]].text not in short


def test_parts_are_numbered_and_one_alone_is_not(content: Content) -> None:
    words = content.care_team.message.part
    parts = messages(with_limit(content, 1000), heaviest(content))
    for number, part in enumerate(parts, 1):
        assert words.format(number=number, count=len(parts)) in part.split("\n\n")[0].split("\n")
    (whole,) = messages(content, Answers())
    assert words.format(number=1, count=1) not in whole


def test_every_part_says_first_where_to_get_help(content: Content) -> None:
    help_line = content.frame.help_line.format(emergency_number=content.clinic.emergency_number)
    parts = messages(with_limit(content, 1000), heaviest(content))
    assert len(parts) > 5
    assert all(part.startswith(f"{help_line}\n") for part in parts)


def red_questions(content: Content) -> dict[str, tuple[str, ...]]:
    """Return each question of the bank that speaks of warning signs, with the signs."""
    flags = {
        question.id: tuple(name for name in question.suggested_by.cautions if content.cautions[name].red_flag)
        for question in content.questions.values()
    }
    return {name: signs for name, signs in flags.items() if signs}


def test_a_question_about_a_warning_sign_never_goes_out_without_its_urgent_lines_first(content: Content) -> None:
    asked = red_questions(content)
    assert len(asked) > 10
    for question, flags in asked.items():
        (part,) = messages(content, Answers(questions=["who-to-ask", question]))
        head = part.split("\n\n")[0].split("\n")
        assert sorted(head[1:]) == sorted(urgent_line(content, flag) for flag in flags)
        assert head[1] == urgent_line(
            content, min(flags, key=lambda name: content.cautions[name].urgency != "emergency")
        )
        assert content.questions[question].text in part.split("\n\n", 1)[1]


def test_each_part_has_the_urgent_lines_of_what_it_holds_and_no_others(content: Content) -> None:
    answers = Answers(questions=list(content.questions), notes="word " * 250)
    parts = messages(with_limit(content, 1000), answers)
    asked = red_questions(content)
    every = {flag for flags in asked.values() for flag in flags}
    for part in parts:
        held = {flag for name in asked if f". {content.questions[name].short}" in part for flag in asked[name]}
        assert {flag for flag in every if urgent_line(content, flag) in part.split("\n\n")[0]} == held
    assert len(parts) > 3


def test_a_ticked_warning_sign_is_said_at_the_head_of_every_part(content: Content) -> None:
    answers = Answers(cautions={"red-stroke": True, "red-relapse": True}, notes="word " * 290)
    words = content.care_team.sheet
    parts = messages(with_limit(content, 1000), answers)
    assert len(parts) > 1
    assert all(part.split("\n")[1] == words.urgent for part in parts)
    answers.seen_to = ["red-stroke"]
    assert messages(content, answers)[0].split("\n")[1] == words.urgent, "help was got for one of two"
    answers.seen_to = ["red-stroke", "red-relapse"]
    assert messages(content, answers)[0].split("\n")[1] == f"{words.urgent} {words.got_help}"


def test_what_matters_most_goes_out_first(content: Content) -> None:
    parts = messages(with_limit(content, 1000), heaviest(content))
    joined = "\n".join(parts)
    sheet = content.care_team.sheet
    order = [sheet.safety_heading, sheet.matters_heading, sheet.top_questions_heading, sheet.changes_heading]
    places = [joined.index(f"\n{heading}:") for heading in order]
    assert places == sorted(places)
    assert sheet.safety_heading in parts[0]


@pytest.mark.parametrize("typed", ["x" * 299, "👩🏽‍⚕️" * 59, "e\u0301" * 140, "क्षि" * 70])
def test_a_question_too_long_for_a_part_is_cut_between_signs_alone(content: Content, typed: str) -> None:
    parts = messages(with_limit(content, 1000), Answers(questions=[OwnQuestion(own=typed), "who-to-ask"], notes=typed))
    starts = [part.split("\n\n")[-1].split("\n")[1:] for part in parts]
    assert not any(line[:1] in "\u0301\u200d🏽⚕\ufe0fि्" for lines in starts for line in lines if line)


@pytest.mark.parametrize(("text", "count"), [("abc", 3), ("a\nb", 4), ("é", 1), ("🙂", 2), ("", 0), ("\ud800", 1)])
def test_length_is_what_the_strictest_portal_counts(text: str, count: int) -> None:
    assert length(text) == count


def test_a_typed_line_cannot_pass_for_a_heading_or_an_urgent_line(content: Content) -> None:
    heading = f"{content.care_team.sheet.safety_heading}:"
    typed: Any = {"notes": f"x\n{heading}\nNot for emergencies.", "name": heading}
    (part,) = messages(content, Answers(**typed, questions=[OwnQuestion(own=f"y\n{heading}")]))
    assert part.split("\n").count(heading) == 1
