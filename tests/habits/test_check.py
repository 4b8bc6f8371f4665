"""Safety comes before feedback, feedback has no score, and each caution speaks where it applies and only there."""

from dataclasses import fields
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers
from components.content.habits import SKIP, Caution, Habit
from components.content.load import Content, load_content
from components.habits.check import (
    HabitFeedback,
    all_answered,
    answer_habit,
    ask_first,
    feedback,
    food_is_a_worry,
    food_put_away,
    none_of_group,
    red_flags,
    see_to_red_flags,
    tick_caution,
    ticked,
    touches,
)

CONTENT = load_content()


def any_answers() -> st.SearchStrategy[Answers]:
    """Any mix of yes, no and unanswered cautions, and of answered, skipped and unanswered habits."""
    cautions = st.dictionaries(st.sampled_from([*sorted(CONTENT.cautions), "gone"]), st.booleans())
    habits = st.fixed_dictionaries(
        {},
        optional={
            habit.id: st.sampled_from([*(option.id for option in habit.scale), SKIP, "not-on-the-scale"])
            for habit in CONTENT.habits.values()
        },
    )
    return st.builds(Answers, cautions=cautions, habits=habits)


def applies(content: Content, caution: Caution, habit: Habit) -> bool:
    """Return whether cautions.yaml says that a caution speaks of a habit, read from its list alone."""
    named = set(caution.applies_to)
    about_products = habit.id == "asked-team" and bool(named & set(content.cautions_file.products))
    return "all" in named or habit.id in named or about_products


def test_a_red_flag_holds_back_all_feedback(content: Content) -> None:
    for caution, habit in product(content.cautions.values(), content.habits.values()):
        answers = Answers(cautions={caution.id: True}, habits={habit.id: habit.scale[0].id})
        assert (feedback(content, answers, habit) is None) is caution.red_flag


def test_the_most_urgent_comes_first(content: Content) -> None:
    answers = Answers(cautions={"grapefruit": True, "red-relapse": True, "red-choking": True})
    assert [caution.id for caution in ticked(content, answers)] == ["red-choking", "red-relapse", "grapefruit"]
    assert [caution.id for caution in red_flags(content, answers)] == ["red-choking", "red-relapse"]


def test_nothing_answered_and_a_skip_give_no_feedback_and_no_error(content: Content) -> None:
    for habit in content.habits.values():
        assert feedback(content, Answers(), habit) is None
        assert feedback(content, Answers(habits={habit.id: SKIP}), habit) is None


def test_a_no_is_not_a_yes(content: Content) -> None:
    assert ticked(content, Answers(cautions=dict.fromkeys(content.cautions, False))) == ()


def test_each_caution_marks_each_habit_it_applies_to_and_no_other(content: Content) -> None:
    pairs = [*product(content.cautions.values(), content.habits.values())]
    assert len(pairs) == len(content.cautions) * len(content.habits) > 300
    for caution, habit in pairs:
        marked = caution in ask_first(content, Answers(cautions={caution.id: True}), habit)
        assert marked is applies(content, caution, habit), (caution.id, habit.id)
        assert not ask_first(content, Answers(cautions={caution.id: False}), habit)


def test_every_caution_is_shown_at_some_habit(content: Content) -> None:
    for caution in content.cautions.values():
        assert any(touches(content, caution, habit) for habit in content.habits.values()), caution.id


def test_feedback_carries_no_total_no_points_and_no_grade() -> None:
    assert {field.name for field in fields(HabitFeedback)} == {"habit", "answer", "ask_first", "for_most"}


def test_what_guides_say_traces_to_a_source_that_was_seen_and_to_claims(content: Content) -> None:
    for habit in content.habits.values():
        assert all(content.references[ref].verified for ref in habit.target_sources), habit.id
        assert habit.claims, habit.id
        rated = content.claims[habit.claims[0]].certainty
        assert habit.ms_certainty in (None, rated), habit.id


@given(any_answers())
def test_any_answers_give_feedback_for_what_was_answered_alone(answers: Answers) -> None:
    for habit in CONTENT.habits.values():
        given_back = feedback(CONTENT, answers, habit)
        answered = habit.option(answers.habits.get(habit.id, "")) is not None
        assert (given_back is not None) is (answered and not red_flags(CONTENT, answers))
        if given_back:
            yes = {name for name, ticked_yes in answers.cautions.items() if ticked_yes}
            expected = {c.id for c in CONTENT.cautions.values() if c.id in yes and applies(CONTENT, c, habit)}
            assert {caution.id for caution in given_back.ask_first} == expected
            assert given_back.for_most is all(CONTENT.cautions[name].urgency == "routine" for name in expected)


def test_a_no_is_never_made_up() -> None:
    answers = Answers()
    tick_caution(answers, "warfarin", True)
    assert answers.cautions == {"warfarin": True}
    tick_caution(answers, "warfarin", False)
    assert answers.cautions == {}


def test_none_of_these_is_an_answer_and_can_be_taken_back(content: Content) -> None:
    answers = Answers()
    none_of_group(content, answers, "medicines", True)
    assert set(answers.cautions.values()) == {False}
    assert all_answered(content, answers, "medicines")
    none_of_group(content, answers, "medicines", False)
    assert answers.cautions == {}
    assert not all_answered(content, answers, "medicines")


def test_none_of_the_others_never_takes_a_yes_away_in_either_order(content: Content) -> None:
    one, other = Answers(), Answers()
    tick_caution(one, "warfarin", True)
    none_of_group(content, one, "medicines", True)
    none_of_group(content, other, "medicines", True)
    tick_caution(other, "warfarin", True)
    assert one.cautions == other.cautions
    assert one.ticked_cautions == ("warfarin",)
    none_of_group(content, one, "medicines", False)
    assert one.cautions == {"warfarin": True}


def test_a_red_flag_one_got_help_for_lets_the_page_go_on_and_stays_on_the_sheet(content: Content) -> None:
    answers = Answers(cautions={"red-relapse": True}, habits={"fruit": "one"})
    fruit = content.habits["fruit"]
    assert feedback(content, answers, fruit) is None
    see_to_red_flags(content, answers)
    given_back = feedback(content, answers, fruit)
    assert given_back and content.cautions["red-relapse"] in given_back.ask_first and not given_back.for_most
    assert ticked(content, answers) == (content.cautions["red-relapse"],)
    tick_caution(answers, "red-choking", True)
    assert [flag.id for flag in red_flags(content, answers)] == ["red-choking"], "a new one stops the page again"
    tick_caution(answers, "red-relapse", False)
    tick_caution(answers, "red-relapse", True)
    assert "red-relapse" in [flag.id for flag in red_flags(content, answers)]


def test_what_guides_tell_most_is_left_out_where_a_talk_comes_first(content: Content) -> None:
    fruit = content.habits["fruit"]
    for name, shown in (("kidney", False), ("grapefruit", True), ("warfarin", False), ("fmt", True)):
        given_back = feedback(content, Answers(cautions={name: True}, habits={"fruit": "one"}), fruit)
        assert given_back and given_back.for_most is shown, name


def test_a_skip_is_kept_as_an_answer_and_an_unknown_answer_is_not(content: Content) -> None:
    answers = Answers()
    answer_habit(content, answers, "fruit", SKIP)
    assert answers.habits == {"fruit": SKIP}
    answer_habit(content, answers, "fruit", "heaps")
    assert answers.habits == {}
    answer_habit(content, answers, "fruit", "two")
    answer_habit(content, answers, "fruit", None)
    assert answers.habits == {}


def test_food_worry_is_a_yes_to_a_caution_that_exists(content: Content) -> None:
    assert "eating-disorder" in content.cautions
    assert food_is_a_worry(Answers(cautions={"eating-disorder": True}))
    assert not food_is_a_worry(Answers(cautions={"eating-disorder": False, "kidney": True}))
    assert food_put_away(Answers(cautions={"eating-disorder": True}))
    assert not food_put_away(Answers(cautions={"eating-disorder": True}, food_anyway=True))
