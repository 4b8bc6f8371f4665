"""Promises of the sheet's one model: safety first, then own words; nothing known is lost, nothing unknown breaks it."""

import dataclasses
import datetime

import pytest

from components.answers.model import OWN_STEP, Answers, OwnQuestion, Plan
from components.care_team.summary import build_summary
from components.care_team.typed import clean
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
    assert summary.safety_words == content.care_team.sheet.safety_not_answered
    assert (summary.safety, summary.questions, summary.habits, summary.changes, summary.matters) == ((), (), (), (), ())
    assert (summary.name, summary.notes, summary.takes, summary.thinks_of, summary.understood) == ("", "", "", "", "")
    assert summary.step is None
    assert summary.date_words == "November 22, 2026"


def test_not_answered_is_told_apart_from_none_ticked(content: Content) -> None:
    all_no = build_summary(content, Answers(cautions=dict.fromkeys(content.cautions, False)), TODAY)
    some_no = build_summary(content, Answers(cautions={next(iter(content.cautions)): False}), TODAY)
    empty = build_summary(content, Answers(), TODAY)
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


def test_a_safety_point_says_what_was_asked_and_what_to_ask_the_team(content: Content) -> None:
    for caution in content.cautions.values():
        (point,) = build_summary(content, Answers(cautions={caution.id: True}), TODAY).safety
        assert (point.asked, point.question) == (caution.ask, caution.question_for_team)
        assert point.urgency_words == content.frame.urgency[caution.urgency]


def test_a_revealing_habit_answer_stands_with_the_safety_points(content: Content) -> None:
    habit, answer = revealing(content)
    summary = build_summary(content, Answers(habits={habit: answer}), TODAY)
    assert [(point.id, point.source) for point in summary.safety] == [(habit, "habit")]
    assert summary.safety[0].answer == answer
    assert summary.habits == ()


def test_a_revealing_habit_answer_is_marked_where_safety_is_left_out(content: Content) -> None:
    habit, answer = revealing(content)
    summary = build_summary(content, Answers(habits={habit: answer}, left_out=["safety"]), TODAY)
    assert summary.safety == ()
    assert [(line.id, line.for_team) for line in summary.habits] == [(habit, True)]


def test_a_part_left_out_is_not_there_and_is_named(content: Content) -> None:
    habit, answer = revealing(content)
    answers = Answers(
        cautions=dict.fromkeys(content.cautions, True),
        seen_to=list(content.cautions),
        habits={**middle_answers(content), habit: answer},
        plan=Plan(habit="vegetables", step=OWN_STEP, own="A carrot"),
    )
    for part in ("safety", "habits", "step"):
        answers.left_out = [part]
        summary = build_summary(content, answers, TODAY)
        kept = {"safety": summary.safety, "habits": summary.habits, "step": summary.step}
        assert not kept[part]
        assert all(kept[other] for other in kept if other != part)
        assert content.care_team.sheet.parts[part] in summary.left_out_words
    answers.left_out = ["habits"]
    assert habit not in [point.id for point in build_summary(content, answers, TODAY).safety]


def test_questions_stand_in_the_order_of_the_person_and_the_first_three_stand_out(content: Content) -> None:
    chosen = list(content.questions)[:3]
    order = [chosen[2], OwnQuestion(own="Mine?"), chosen[0], OwnQuestion(own="Also mine?"), chosen[1]]
    summary = build_summary(content, Answers(questions=order), TODAY)
    assert [question.id for question in summary.questions] == [chosen[2], None, chosen[0], None, chosen[1]]
    assert [question.text for question in summary.top_questions][1] == "Mine?"
    assert len(summary.top_questions) == 3
    assert summary.top_questions + summary.more_questions == summary.questions


def test_a_question_in_the_list_twice_is_asked_once(content: Content) -> None:
    answers = Answers(questions=["who-to-ask", "who-to-ask", OwnQuestion(own="Mine?"), OwnQuestion(own=" Mine?")])
    assert [question.id for question in build_summary(content, answers, TODAY).questions] == ["who-to-ask", None]


def test_a_question_about_a_warning_sign_names_it_and_the_most_urgent_first(content: Content) -> None:
    summary = build_summary(content, Answers(questions=["when-to-call", "who-to-ask"]), TODAY)
    named, none = summary.questions
    assert named.red_flags[0] == "red-heavy-bleed" and len(named.red_flags) == 3
    assert none.red_flags == ()


def test_own_words_come_first_among_what_matters(content: Content) -> None:
    answers = Answers(matters=["slow-ms", "gone", "be-heard"], own_matter=" My garden\n")
    matters = build_summary(content, answers, TODAY).matters
    assert [name for name, _ in matters] == ["", "slow-ms", "be-heard"]
    assert matters[0][1] == "My garden"


def test_no_more_than_three_things_matter_most_whatever_a_file_says(content: Content) -> None:
    every = [matter.id for matter in content.matters.matters]
    matters = build_summary(content, Answers(matters=every, own_matter="Mine"), TODAY).matters
    assert [name for name, _ in matters] == ["", *every[:2]]


def test_changes_stand_in_the_order_of_the_file_in_own_words_or_in_ours(content: Content) -> None:
    answers = Answers(changes={"mood": "", "bowel": "twice a\nweek", "gone": "x"})
    changes = build_summary(content, answers, TODAY).changes
    ours = {change.id: change.said for change in content.changes.changes}
    assert [(change.id, change.said) for change in changes] == [("bowel", "twice a week"), ("mood", ours["mood"])]
    assert all(change.wanted for change in changes)


def test_the_sheet_says_who_the_visit_is_with(content: Content) -> None:
    roles = content.questions_file.roles
    assert roles["dietitian"] in build_summary(content, Answers(with_whom="dietitian"), TODAY).made_for
    clinic = content.clinic.model_copy(update={"name": "Hill Street MS Clinic"})
    named = build_summary(dataclasses.replace(content, clinic=clinic), Answers(with_whom="dietitian"), TODAY)
    assert roles["dietitian"] in named.made_for and "Hill Street MS Clinic" in named.made_for
    assert (
        build_summary(content, Answers(with_whom="gone"), TODAY).made_for == content.care_team.sheet.prepared_for_team
    )


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
