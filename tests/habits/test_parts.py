"""Habits can be read all at once or one question at a time, and the choice is kept."""

import pytest

from components.answers.model import Answers
from components.content.habits import SKIP
from components.content.load import Content
from components.habits.parts import (
    ALL,
    DIETS,
    STEP,
    WEEKS,
    first_open,
    keep_way,
    neighbors,
    part_to_show,
    screen_named,
    screens,
)


def test_every_safety_question_and_every_habit_has_its_screen_and_safety_comes_first(content: Content) -> None:
    every = screens(content)
    groups = [screen.group for screen in every if screen.group]
    assert groups[0] == "red_flag"
    assert set(groups) == {caution.group for caution in content.cautions.values()}
    assert [screen.habit for screen in every if screen.habit] == list(content.habits)
    assert every[-1].id == STEP
    assert [bool(screen.group) for screen in every] == sorted((bool(s.group) for s in every), reverse=True)


def test_no_two_screens_or_parts_share_a_name(content: Content) -> None:
    names = [screen.id for screen in screens(content)]
    assert len({*names, ALL, WEEKS, DIETS}) == len(names) + 3


def test_one_gets_from_the_first_screen_to_the_last_and_back(content: Content) -> None:
    screen, met = screens(content)[0], []
    while screen:
        met.append(screen)
        _, following = neighbors(content, screen)
        if following is None:
            break
        assert neighbors(content, following)[0] == screen
        screen = following
    assert tuple(met) == screens(content)


def test_one_goes_on_at_the_first_screen_on_which_nothing_was_said(content: Content) -> None:
    answers = Answers(one_at_a_time=True)
    assert first_open(content, answers).group == "red_flag"
    answers.cautions = dict.fromkeys(content.cautions, False)
    answers.habits = {"whole-grains": SKIP, "beans-lentils": "days-0"}
    assert part_to_show(content, answers, None) == "vegetables"
    answers.habits = dict.fromkeys(content.habits, SKIP)
    assert part_to_show(content, answers, None) == STEP


@pytest.mark.parametrize("asked", ["", "nothing", "<b>", "safety-", "vegetables "])
def test_an_address_with_no_such_part_is_told_apart(content: Content, asked: str) -> None:
    assert part_to_show(content, Answers(), asked) is None


def test_the_way_one_chose_is_kept_until_one_chooses_the_other(content: Content) -> None:
    answers = Answers()
    assert part_to_show(content, answers, None) == ALL
    keep_way(answers, "fruit", screen_named(content, "fruit"))
    assert answers.one_at_a_time
    keep_way(answers, WEEKS, None)
    assert answers.one_at_a_time
    keep_way(answers, ALL, None)
    assert not answers.one_at_a_time
