"""What follows from the cautions ticked and the habits answered. No Streamlit, no score."""

from dataclasses import dataclass
from typing import get_args

from components.answers.model import Answers
from components.content.fields import Urgency
from components.content.habits import Caution, Habit, Option, Step
from components.content.load import Content

URGENCY_ORDER: tuple[Urgency, ...] = get_args(Urgency)
STEPS_SHOWN = 3
"""How many small steps a habit shows: few enough to choose from when tired (a design choice, no source)."""


@dataclass(frozen=True)
class HabitFeedback:
    """What one answered habit brings: the answer, what to ask first, and steps no ticked caution forbids."""

    habit: Habit
    answer: Option
    ask_first: tuple[Caution, ...]
    steps: tuple[Step, ...]


def ticked(content: Content, answers: Answers) -> tuple[Caution, ...]:
    """Return the cautions answered yes: red flags first, the most urgent first, then in the order of cautions.yaml."""
    chosen = [caution for caution in content.cautions.values() if answers.cautions.get(caution.id)]
    return tuple(sorted(chosen, key=lambda caution: (not caution.red_flag, URGENCY_ORDER.index(caution.urgency))))


def red_flags(content: Content, answers: Answers) -> tuple[Caution, ...]:
    """Return the red flags answered yes. While there is one, no feedback is given."""
    return tuple(caution for caution in ticked(content, answers) if caution.red_flag)


def ask_first(content: Content, answers: Answers, habit: Habit) -> tuple[Caution, ...]:
    """Return the ticked cautions that touch a habit: those that name it and those it names itself."""
    return tuple(
        caution for caution in ticked(content, answers) if caution.touches(habit.id) or caution.id in habit.ask_first
    )


def steps_allowed(content: Content, answers: Answers, habit: Habit) -> tuple[Step, ...]:
    """Return up to STEPS_SHOWN small steps for a habit that no ticked caution forbids."""
    yes = set(answers.ticked_cautions)
    steps = (step for step in content.steps.steps if step.habit == habit.id and not yes & set(step.avoid_if))
    return tuple(steps)[:STEPS_SHOWN]


def feedback(content: Content, answers: Answers) -> tuple[HabitFeedback, ...]:
    """Return the feedback for each answered habit in the order of habits.yaml; none at all under a red flag.

    A stored answer that is no longer on its habit's scale is passed over.
    """
    if red_flags(content, answers):
        return ()
    found = []
    for habit in content.habits.values():
        answer = habit.option(answers.habits.get(habit.id, ""))
        if answer is not None:
            found.append(
                HabitFeedback(habit, answer, ask_first(content, answers, habit), steps_allowed(content, answers, habit))
            )
    return tuple(found)


def tick_caution(answers: Answers, caution_id: str, yes: bool) -> None:
    """Note a yes to a caution, or take it back. Only "none of these" says no: a no is never made up."""
    others = {name: value for name, value in answers.cautions.items() if name != caution_id}
    answers.cautions = {**others, caution_id: True} if yes else others


def none_of_group(content: Content, answers: Answers, group: str, none: bool) -> None:
    """Note no to every caution of a group; none=False takes the answers of the group back."""
    ids = [caution.id for caution in content.cautions.values() if caution.group == group]
    others = {name: yes for name, yes in answers.cautions.items() if name not in ids}
    answers.cautions = {**others, **dict.fromkeys(ids, False)} if none else others
