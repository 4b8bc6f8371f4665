"""Safety comes before feedback, feedback has no score, and no step is offered that a ticked caution forbids."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers
from components.content.load import Content, load_content
from components.habits.check import (
    HabitFeedback,
    ask_first,
    feedback,
    none_of_group,
    red_flags,
    steps_allowed,
    tick_caution,
    ticked,
)

CONTENT = load_content()


def any_answers() -> st.SearchStrategy[Answers]:
    """Any mix of yes, no and unanswered cautions, and of answered and skipped habits."""
    cautions = st.dictionaries(st.sampled_from(sorted(CONTENT.cautions)), st.booleans())
    habits = st.fixed_dictionaries(
        {},
        optional={
            habit.id: st.sampled_from([*(option.id for option in habit.scale), "not-on-the-scale"])
            for habit in CONTENT.habits.values()
        },
    )
    return st.builds(Answers, cautions=cautions, habits=habits)


def test_a_red_flag_holds_back_all_feedback(content: Content) -> None:
    for caution in content.cautions.values():
        answers = Answers(cautions={caution.id: True}, habits={"fruit": "one"})
        assert bool(feedback(content, answers)) is not caution.red_flag


def test_the_most_urgent_comes_first(content: Content) -> None:
    answers = Answers(cautions={"grapefruit": True, "red-relapse": True, "red-choking": True})
    assert [caution.id for caution in ticked(content, answers)] == ["red-choking", "red-relapse", "grapefruit"]
    assert [caution.id for caution in red_flags(content, answers)] == ["red-choking", "red-relapse"]


def test_nothing_answered_gives_no_feedback_and_no_error(content: Content) -> None:
    assert feedback(content, Answers()) == ()


def test_a_no_is_not_a_yes(content: Content) -> None:
    assert ticked(content, Answers(cautions=dict.fromkeys(content.cautions, False))) == ()


def test_a_caution_marks_each_habit_it_touches_and_no_other(content: Content) -> None:
    for caution in content.cautions.values():
        answers = Answers(cautions={caution.id: True})
        for habit in content.habits.values():
            expected = caution.touches(habit.id) or caution.id in habit.ask_first
            assert (caution in ask_first(content, answers, habit)) is expected, (caution.id, habit.id)


def test_feedback_carries_no_total_no_points_and_no_grade() -> None:
    assert {field.name for field in fields(HabitFeedback)} == {"habit", "answer", "ask_first", "steps"}


@given(any_answers())
def test_no_step_is_offered_that_a_ticked_caution_forbids(answers: Answers) -> None:
    yes = set(answers.ticked_cautions)
    for item in feedback(CONTENT, answers):
        assert item.habit.option(item.answer.id) is not None
        for step in item.steps:
            assert not yes & set(step.avoid_if)


@given(any_answers())
def test_every_answered_habit_gets_feedback_unless_a_red_flag_is_ticked(answers: Answers) -> None:
    on_scale = [name for name, option in answers.habits.items() if CONTENT.habits[name].option(option)]
    given_for = {item.habit.id for item in feedback(CONTENT, answers)}
    assert given_for == (set() if red_flags(CONTENT, answers) else set(on_scale))


def test_swallowing_trouble_leaves_no_eating_step_for_beans(content: Content) -> None:
    with_trouble = steps_allowed(content, Answers(cautions={"swallowing": True}), content.habits["beans-lentils"])
    without = steps_allowed(content, Answers(), content.habits["beans-lentils"])
    assert without
    assert not set(with_trouble) & set(without)


def test_a_no_is_never_made_up() -> None:
    answers = Answers()
    tick_caution(answers, "warfarin", True)
    assert answers.cautions == {"warfarin": True}
    tick_caution(answers, "warfarin", False)
    assert answers.cautions == {}


def test_none_of_these_is_an_answer_and_can_be_taken_back(content: Content) -> None:
    answers = Answers()
    tick_caution(answers, "warfarin", True)
    none_of_group(content, answers, "medicines", True)
    assert set(answers.cautions.values()) == {False}
    none_of_group(content, answers, "medicines", False)
    assert answers.cautions == {}
