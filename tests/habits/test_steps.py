"""No step is offered that a ticked caution forbids, and those who are unsure find a smaller one."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import OWN_STEP, Answers, Plan
from components.care_team.plain_text import as_text
from components.care_team.summary import build_summary
from components.content.load import Content, load_content
from components.habits.check import red_flags
from components.habits.steps import (
    SURE_ENOUGH,
    choose_habit,
    choose_step,
    chosen_step,
    habits_to_add_to,
    offer,
    plan_sentence,
    smaller,
    unsure,
)
from tests.habits.test_check import any_answers
from tests.habits.test_weeks import MONDAY

CONTENT = load_content()


def any_plan() -> st.SearchStrategy[Plan]:
    """Any step, known or not, own words or none, with any plan and ratings."""
    line = st.text(max_size=40)
    rating = st.none() | st.integers(0, 10)
    return st.builds(
        Plan,
        habit=st.sampled_from(["", "gone", *CONTENT.habits]),
        step=st.sampled_from(["", "gone", OWN_STEP, *CONTENT.steps]),
        own=line, when=line, will=line, importance=rating, confidence=rating, why_not_lower=line, raise_it=line,
        fits=st.lists(st.sampled_from([*CONTENT.steps_file.fits, "gone"]), unique=True, max_size=3),
    )  # fmt: skip


@given(any_answers(), any_plan())
def test_no_step_is_offered_kept_or_printed_that_a_ticked_caution_forbids(answers: Answers, plan: Plan) -> None:
    answers.plan = plan
    yes = set(answers.ticked_cautions)
    for habit in CONTENT.habits.values():
        for step in (*offer(CONTENT, answers, habit).steps, *smaller(CONTENT, answers)):
            assert not yes & set(step.avoid_if)
            assert not red_flags(CONTENT, answers)
    found = chosen_step(CONTENT, answers)
    summary = build_summary(CONTENT, answers, MONDAY)
    if found and (yes & set(CONTENT.steps[plan.step].avoid_if if plan.step in CONTENT.steps else ())):
        assert found.waits_for
    if found is None or found.waits_for:
        assert summary.step is None
        assert CONTENT.care_team.sheet.step_heading not in as_text(CONTENT, summary)


def test_every_pair_of_cautions_leaves_something_to_choose_for_every_habit(content: Content) -> None:
    calm = [caution.id for caution in content.cautions.values() if not caution.red_flag]
    for pair in combinations(calm, 2):
        answers = Answers(cautions=dict.fromkeys(pair, True))
        for habit in content.habits.values():
            assert offer(content, answers, habit).steps, (pair, habit.id)


def test_a_red_flag_leaves_no_step_at_all(content: Content) -> None:
    answers = Answers(cautions={"red-relapse": True})
    for habit in content.habits.values():
        assert offer(content, answers, habit).steps == ()


def test_steps_that_add_stand_before_those_that_swap_or_take_less(content: Content) -> None:
    for habit in content.habits.values():
        ways = [step.way for step in offer(content, Answers(), habit).steps]
        assert ways == sorted(ways, key=["add", "swap", "less"].index), habit.id
        assert ways[0] == "add"


def test_all_ticked_fits_hold_for_every_step_offered(content: Content) -> None:
    for pair in combinations(content.steps_file.fits, 2):
        answers = Answers(plan=Plan(fits=list(pair)))
        for habit in content.habits.values():
            for step in offer(content, answers, habit).steps:
                assert set(pair) <= set(step.fits)


def test_how_many_steps_are_held_back_is_said(content: Content) -> None:
    free = offer(content, Answers(), content.habits["fruit"])
    kidney = offer(content, Answers(cautions={"kidney": True}), content.habits["fruit"])
    assert free.held_back == 0
    assert kidney.held_back == len(free.steps) - len(kidney.steps) > 0


def test_a_step_for_people_on_warfarin_is_offered_to_them_alone(content: Content) -> None:
    step, habit = content.steps["vegetables-steady-greens"], content.habits["vegetables"]
    assert step not in offer(content, Answers(), habit).steps
    assert step in offer(content, Answers(cautions={"warfarin": True}), habit).steps


def test_a_habit_with_nothing_to_add_beside_is_not_offered(content: Content) -> None:
    none = Answers(habits={"sugary-drinks": "none"})
    assert content.habits["sugary-drinks"] not in habits_to_add_to(content, none)
    assert content.habits["sugary-drinks"] in habits_to_add_to(content, Answers())
    none.plan.habit = "sugary-drinks"
    assert content.habits["sugary-drinks"] in habits_to_add_to(content, none), "chosen before: it stays in sight"


@pytest.mark.parametrize("confidence", range(11))
def test_under_seven_a_smaller_step_is_offered_and_from_seven_on_none(content: Content, confidence: int) -> None:
    for habit in content.habits.values():
        answers = Answers(plan=Plan(habit=habit.id, step=OWN_STEP, own="mine", confidence=confidence))
        assert unsure(answers) is (confidence < 7)
        assert bool(smaller(content, answers)) is (confidence < SURE_ENOUGH), habit.id


def test_nobody_is_offered_a_smaller_step_before_they_said_how_sure_they_are(content: Content) -> None:
    answers = Answers(plan=Plan(habit="fruit", step="fruit-apple-side"))
    assert smaller(content, answers) == ()
    assert not unsure(answers)


def test_a_step_brings_what_one_will_do_and_leaves_a_moment_of_ones_own(content: Content) -> None:
    answers = Answers()
    choose_habit(answers, "fruit")
    choose_step(content, answers, "fruit-applesauce")
    assert plan_sentence(content, answers.plan) == content.steps["fruit-applesauce"].cue_example
    choose_step(content, answers, "fruit-apple-side")
    assert plan_sentence(content, answers.plan) == content.steps["fruit-apple-side"].cue_example
    answers.plan.when = "the cat wakes me"
    answers.plan.confidence = 9
    choose_step(content, answers, "fruit-applesauce")
    assert answers.plan.when == "the cat wakes me"
    assert answers.plan.will == content.steps["fruit-applesauce"].will
    assert answers.plan.confidence is None, "said of the step before"


def test_no_plan_of_a_forbidden_step_stays_under_another_one(content: Content) -> None:
    answers = Answers(plan=Plan(habit="fruit"))
    choose_step(content, answers, "fruit-berries-on-cereal")
    answers.plan.when = "I get up at 8"
    answers.cautions = {"warfarin": True}
    choose_step(content, answers, "fruit-easy-to-hold")
    assert "berries" not in as_text(content, build_summary(content, answers, MONDAY))


def test_a_step_is_there_again_when_one_comes_back_to_its_habit(content: Content) -> None:
    answers = Answers(plan=Plan(habit="fruit", confidence=None))
    choose_step(content, answers, "fruit-applesauce")
    answers.plan.confidence = 8
    before = answers.plan.model_copy()
    choose_habit(answers, "vegetables")
    assert chosen_step(content, answers) is None
    choose_habit(answers, "")
    choose_habit(answers, "fruit")
    assert answers.plan == before


def test_a_step_in_own_words_does_not_pass_for_one_of_another_habit(content: Content) -> None:
    answers = Answers(plan=Plan(habit="fruit", step=OWN_STEP, own="A pear", fits=["one-hand"]))
    choose_habit(answers, "vegetables")
    assert chosen_step(content, answers) is None
    assert (answers.plan.own, answers.plan.fits) == ("A pear", ["one-hand"])


def test_a_step_for_people_on_warfarin_is_no_step_once_that_is_unticked(content: Content) -> None:
    plan = Plan(habit="vegetables", step="vegetables-steady-greens")
    assert chosen_step(content, Answers(cautions={"warfarin": True}, plan=plan))
    assert chosen_step(content, Answers(plan=plan)) is None


def test_what_the_screen_no_longer_asks_is_not_printed(content: Content) -> None:
    plan = Plan(habit="fruit", step="fruit-applesauce", why_not_lower="I like it", raise_it="my helper")
    for confidence, printed in ((5, (True, True)), (10, (True, False)), (0, (False, True)), (None, (False, False))):
        answers = Answers(plan=plan.model_copy(update={"confidence": confidence}))
        text = as_text(content, build_summary(content, answers, MONDAY))
        assert ("I like it" in text, "my helper" in text) == printed, confidence


def test_a_fit_that_is_no_longer_there_hides_no_step(content: Content) -> None:
    answers = Answers(plan=Plan(fits=["gone"]))
    assert offer(content, answers, content.habits["fruit"]).steps


def test_a_step_of_another_habit_is_no_step(content: Content) -> None:
    assert chosen_step(content, Answers(plan=Plan(habit="fruit", step="whole-grains-on-the-list"))) is None


def test_half_a_plan_is_no_sentence(content: Content) -> None:
    assert plan_sentence(content, Plan(when="I wake")) == ""
    assert plan_sentence(content, Plan(when=" I wake. ", will="eat a pear.")) == "When I wake, I will eat a pear."


def test_a_label_typed_again_is_not_said_twice(content: Content) -> None:
    typed = Plan(when="When I wake", will="I will eat a pear")
    assert plan_sentence(content, typed) == "When I wake, I will eat a pear."


def test_a_step_ticked_away_later_waits_and_comes_back(content: Content) -> None:
    answers = Answers(plan=Plan(habit="fruit", step="fruit-banana-in-reach", confidence=9))
    answers.cautions = {"kidney": True}
    found = chosen_step(content, answers)
    assert found and [caution.id for caution in found.waits_for] == ["kidney"]
    answers.cautions = {}
    found = chosen_step(content, answers)
    assert found and found.waits_for == () and found.confidence == 9


def test_a_step_with_a_caution_that_touches_its_habit_is_printed_with_the_wish_to_check_it(content: Content) -> None:
    answers = Answers(cautions={"kidney": True}, plan=Plan(habit="fruit", step=OWN_STEP, own="A pear at lunch"))
    step = build_summary(content, answers, MONDAY).step
    assert step and step.ask_first == content.care_team.sheet.step_ask_first
    answers.left_out = ["safety"]
    step = build_summary(content, answers, MONDAY).step
    assert step and step.ask_first == "", "it would give away what was left out"
    answers.cautions, answers.left_out = {}, []
    step = build_summary(content, answers, MONDAY).step
    assert step and step.ask_first == ""
