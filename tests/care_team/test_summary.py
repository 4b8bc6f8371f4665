"""Promises of the sheet's one model: safety first, then own words; nothing known is lost, nothing unknown breaks it."""

import dataclasses
import datetime

import pytest

from components.answers.model import Answers
from components.care_team.summary import MOST_SUGGESTED, build_summary, clean, suggested_questions
from components.content.load import Content
from components.habits.check import URGENCY_ORDER

TODAY = datetime.date(2026, 11, 22)


def revealing(content: Content) -> tuple[str, str]:
    """Return a habit and an answer of it that the team should hear about."""
    habit = next(habit for habit in content.habits.values() if habit.reveals)
    return habit.id, habit.reveals[0]


def middle_answers(content: Content) -> dict[str, str]:
    """Return an answer to every habit that reveals nothing."""
    return {
        habit.id: next(option.id for option in reversed(habit.scale) if option.id not in habit.reveals)
        for habit in content.habits.values()
    }


def test_works_when_nothing_was_filled_in(content: Content) -> None:
    summary = build_summary(content, Answers(), TODAY)
    assert summary.safety_state == "not_answered"
    assert summary.safety_words == content.care_team.sheet.safety_not_answered
    assert (summary.safety, summary.questions, summary.habits, summary.notes, summary.name) == ((), (), (), "", "")
    assert summary.habits_words == content.care_team.sheet.habits_none
    assert summary.date_words == "November 22, 2026"


def test_not_answered_is_told_apart_from_none_ticked(content: Content) -> None:
    all_no = build_summary(content, Answers(cautions=dict.fromkeys(content.cautions, False)), TODAY)
    some_no = build_summary(content, Answers(cautions={next(iter(content.cautions)): False}), TODAY)
    empty = build_summary(content, Answers(), TODAY)
    assert all_no.safety_state == some_no.safety_state == "none_ticked"
    assert len({all_no.safety_words, some_no.safety_words, empty.safety_words}) == 3
    assert str(len(content.cautions)) in some_no.safety_words


def test_red_flags_come_first_then_by_urgency(content: Content) -> None:
    backwards = dict.fromkeys(reversed(content.cautions), True)
    summary = build_summary(content, Answers(cautions=backwards), TODAY)
    assert [point.red_flag for point in summary.safety] == sorted(
        (point.red_flag for point in summary.safety), reverse=True
    )
    ranks = [URGENCY_ORDER.index(point.urgency) for point in summary.safety]
    assert ranks == sorted(ranks)
    assert len(summary.safety) == len(content.cautions)
    assert summary.urgent_words


def test_a_safety_point_says_all_that_the_caution_says(content: Content) -> None:
    for caution in content.cautions.values():
        (point,) = build_summary(content, Answers(cautions={caution.id: True}), TODAY).safety
        assert (point.asked, point.guide_says, point.question) == (
            caution.ask,
            " ".join(caution.caution.split()),
            caution.question_for_team,
        )
        assert point.urgency_words == content.frame.urgency[caution.urgency]


def test_a_revealing_habit_answer_stands_with_the_safety_points(content: Content) -> None:
    habit, answer = revealing(content)
    summary = build_summary(content, Answers(habits={habit: answer}), TODAY)
    assert [(point.id, point.source) for point in summary.safety] == [(habit, "habit")]
    assert summary.habits == ()
    assert summary.habits_words == ""


def test_a_revealing_habit_answer_is_marked_where_safety_is_left_out(content: Content) -> None:
    habit, answer = revealing(content)
    summary = build_summary(content, Answers(habits={habit: answer}, left_out=["safety"]), TODAY)
    assert summary.safety == ()
    assert [(line.id, line.for_team) for line in summary.habits] == [(habit, True)]


def test_a_part_left_out_is_not_there_and_is_named(content: Content) -> None:
    habit, answer = revealing(content)
    answers = Answers(
        cautions=dict.fromkeys(content.cautions, True),
        habits={**middle_answers(content), habit: answer},
        notes="secret",
    )
    for part in ("safety", "habits", "notes"):
        answers.left_out = [part]
        summary = build_summary(content, answers, TODAY)
        kept = {"safety": summary.safety, "habits": summary.habits, "notes": summary.notes}
        assert not kept[part]
        assert content.care_team.sheet.parts[part] in summary.left_out_words
    answers.left_out = ["habits"]
    assert habit not in [point.id for point in build_summary(content, answers, TODAY).safety]


def test_the_first_three_questions_stand_out_and_own_words_come_first(content: Content) -> None:
    chosen = list(content.questions)[:4]
    summary = build_summary(content, Answers(questions=chosen[::-1], own_questions=["Mine?", "Also mine?"]), TODAY)
    assert [question.text for question in summary.top_questions[:2]] == ["Mine?", "Also mine?"]
    assert [question.id for question in summary.questions] == [None, None, *chosen[::-1]]
    assert len(summary.top_questions) == 3
    assert summary.top_questions + summary.more_questions == summary.questions


def test_habits_stand_in_the_order_of_the_file(content: Content) -> None:
    answers = dict(reversed(middle_answers(content).items()))
    summary = build_summary(content, Answers(habits=answers), TODAY)
    assert [line.id for line in summary.habits] == list(content.habits)
    for line in summary.habits:
        option = content.habits[line.id].option(answers[line.id])
        assert option is not None
        assert (line.label, line.answer) == (content.habits[line.id].label, option.text)


def test_unknown_ids_do_not_crash_and_are_not_shown(content: Content) -> None:
    habit = next(iter(content.habits))
    answers = Answers(
        cautions={"gone": True, "gone-too": False}, habits={"gone": "x", habit: "gone"}, questions=["gone", "gone"]
    )
    assert build_summary(content, answers, TODAY) == build_summary(content, Answers(), TODAY)
    assert suggested_questions(content, answers) == suggested_questions(content, Answers())


def test_the_name_is_there_only_if_typed(content: Content) -> None:
    assert "Ana" in build_summary(content, Answers(name=" Ana\n"), TODAY).name
    assert build_summary(content, Answers(name=" \u200b\n\x00"), TODAY).name == ""


def test_the_clinic_is_named_if_it_has_a_name(content: Content) -> None:
    clinic = content.clinic.model_copy(update={"name": "Hill Street MS Clinic"})
    named = build_summary(dataclasses.replace(content, clinic=clinic), Answers(), TODAY)
    assert "Hill Street MS Clinic" in named.made_for
    assert "{" not in named.made_for + named.made_by + named.date_words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("half \ud800", "half"),
        ("\u200b \u2060", ""),
    ],
)
def test_control_and_override_characters_go_and_all_else_stays(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_with_nothing_answered_the_starter_questions_are_offered(content: Content) -> None:
    offered = [question.id for question in suggested_questions(content, Answers())]
    assert offered == list(content.care_team.starter_questions)
    assert len(offered) == 3


def test_suggestions_fit_what_was_said_and_are_at_most_seven(content: Content) -> None:
    habit, answer = revealing(content)
    cautions = [caution.id for caution in content.cautions.values() if caution.red_flag]
    answers = Answers(
        cautions=dict.fromkeys([*content.cautions], True), habits={**middle_answers(content), habit: answer}
    )
    offered = suggested_questions(content, answers)
    assert len(offered) == len({question.id for question in offered}) == MOST_SUGGESTED
    assert set(offered[0].suggested_by.cautions) & set(cautions)
    assert offered == suggested_questions(content, answers)


def test_revealing_answers_bring_the_first_suggestion(content: Content) -> None:
    habit, answer = revealing(content)
    offered = suggested_questions(content, Answers(habits={**middle_answers(content), habit: answer}))
    assert habit in offered[0].suggested_by.habits
    others = [question for question in offered if habit not in question.suggested_by.habits]
    assert len(others) >= 3, "one revealing answer must not crowd out the rest"


def test_urgent_cautions_bring_their_questions_before_routine_ones(content: Content) -> None:
    brings = {caution for question in content.questions.values() for caution in question.suggested_by.cautions}
    known = [caution for caution in content.cautions.values() if caution.id in brings]
    routine = next(caution for caution in known if caution.urgency == "routine")
    later = [caution for caution in known[known.index(routine) :] if caution.urgency == "before_change"]
    offered = suggested_questions(content, Answers(cautions={routine.id: True, later[-1].id: True}))
    assert later[-1].id in offered[0].suggested_by.cautions
    assert routine.id in offered[1].suggested_by.cautions


def test_a_chosen_suggestion_stays_in_its_place(content: Content) -> None:
    answers = Answers(cautions=dict.fromkeys(list(content.cautions)[10:13], True))
    before = suggested_questions(content, answers)
    answers.choose_question(before[0].id, True)
    assert suggested_questions(content, answers) == before
