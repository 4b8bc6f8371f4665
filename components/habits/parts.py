"""The parts of Habits, and its screens for those who want one question at a time. No Streamlit."""

from dataclasses import dataclass
from typing import get_args

from components.answers.model import Answers
from components.content.fields import CautionGroup
from components.content.load import Content

ALL, STEP, WEEKS, DIETS = "all", "step", "weeks", "diets"
"""The parts of the page that are no screens but for the step, which is both."""

SAFETY = "safety-"


@dataclass(frozen=True)
class Screen:
    """One question, or one group of safety questions, that can stand alone on the page. id: its name in the address."""

    id: str
    title: str
    group: CautionGroup | None = None
    habit: str | None = None


def screens(content: Content) -> tuple[Screen, ...]:
    """Return every screen in order: the groups of safety questions, the habits, the step."""
    words = content.habits_page.page
    safety = (
        Screen(f"{SAFETY}{group.replace('_', '-')}", words.caution_groups[group], group=group)
        for group in get_args(CautionGroup)
    )
    groups = content.habits_page.groups
    habits = (
        Screen(habit.id, habit.label, habit=habit.id)
        for group in groups
        for habit in content.habits.values()
        if habit.group == group
    )
    return (*safety, *habits, Screen(STEP, content.steps_file.page.heading))


def screen_named(content: Content, name: str) -> Screen | None:
    """Return the screen with this name, or None."""
    return next((screen for screen in screens(content) if screen.id == name), None)


def neighbors(content: Content, screen: Screen) -> tuple[Screen | None, Screen | None]:
    """Return the screens before and after one; None at either end."""
    every = screens(content)
    at = every.index(screen)
    return every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None


def _is_answered(content: Content, answers: Answers, screen: Screen) -> bool:
    """Return whether something was said on a screen. The step is the last one and never counts as said."""
    if screen.group:
        ids = [caution.id for caution in content.cautions.values() if caution.group == screen.group]
        return any(name in answers.cautions for name in ids)
    return screen.habit in answers.habits


def first_open(content: Content, answers: Answers) -> Screen:
    """Return the first screen on which nothing was said yet."""
    every = screens(content)
    return next((screen for screen in every if not _is_answered(content, answers, screen)), every[-1])


def part_to_show(content: Content, answers: Answers, asked: str | None) -> str | None:
    """Return the name of the part to show, or None when the address asks for one that is not there.

    asked: what the address names. Where it names nothing, the way chosen before: all at once, or the first screen on
    which nothing was said.
    """
    if asked is None:
        return first_open(content, answers).id if answers.one_at_a_time else ALL
    known = asked in (ALL, WEEKS, DIETS) or screen_named(content, asked)
    return asked if known else None


def keep_way(answers: Answers, asked: str | None, screen: Screen | None) -> None:
    """Keep whether one wants one question at a time: who opens a screen does, who asks for all does not."""
    if screen is not None:
        answers.one_at_a_time = True
    elif asked == ALL:
        answers.one_at_a_time = False
