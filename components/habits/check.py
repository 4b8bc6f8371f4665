"""What follows from the cautions ticked and the habits answered. No Streamlit, no score."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from components.answers.model import Answers
from components.content.fields import Urgency
from components.content.habits import SKIP, Caution, Habit, Option
from components.content.load import Content

URGENCY_ORDER: tuple[Urgency, ...] = get_args(Urgency)


@dataclass(frozen=True)
class HabitFeedback:
    """What one answered habit brings: the answer, and what to ask the team.

    for_most: whether what guides say to most adults is shown. It is not where a ticked caution asks for a talk before
    any change: then it may be the wrong advice for this person.
    """

    habit: Habit
    answer: Option
    ask_first: tuple[Caution, ...]
    for_most: bool


def ticked(content: Content, answers: Answers) -> tuple[Caution, ...]:
    """Return the cautions answered yes: red flags first, the most urgent first, then in the order of cautions.yaml."""
    chosen = [caution for caution in content.cautions.values() if answers.cautions.get(caution.id)]
    return tuple(sorted(chosen, key=lambda caution: (not caution.red_flag, URGENCY_ORDER.index(caution.urgency))))


def red_flags(content: Content, answers: Answers) -> tuple[Caution, ...]:
    """Return the red flags answered yes for which no help was got yet. While there is one, no feedback is given."""
    return tuple(c for c in ticked(content, answers) if c.red_flag and c.id not in answers.seen_to)


def see_to_red_flags(content: Content, answers: Answers) -> None:
    """Note that the person has got help. The page goes on, and the sheet still names each of them."""
    answers.seen_to = [*answers.seen_to, *(caution.id for caution in red_flags(content, answers))]


def touches(content: Content, caution: Caution, habit: Habit) -> bool:
    """Return whether a caution speaks of a habit: it names it, or all, or a product where the habit is about those."""
    about_products = habit.direction == "prompt"
    return caution.touches(habit.id) or (about_products and any(map(caution.touches, content.cautions_file.products)))


def ask_first(content: Content, answers: Answers, habit: Habit) -> tuple[Caution, ...]:
    """Return the ticked cautions that touch a habit, the most urgent first."""
    return tuple(caution for caution in ticked(content, answers) if touches(content, caution, habit))


def feedback(content: Content, answers: Answers, habit: Habit) -> HabitFeedback | None:
    """Return the feedback for a habit; None where it is skipped or not answered, and for all under a red flag.

    A stored answer that is no longer on its habit's scale is passed over.
    """
    answer = habit.option(answers.habits.get(habit.id, ""))
    if answer is None or red_flags(content, answers):
        return None
    cautions = ask_first(content, answers, habit)
    return HabitFeedback(habit, answer, cautions, all(caution.urgency == "routine" for caution in cautions))


def tick_caution(answers: Answers, caution_id: str, yes: bool) -> None:
    """Note a yes to a caution, or take it back. Only "none of these" says no: a no is never made up."""
    others = {name: value for name, value in answers.cautions.items() if name != caution_id}
    answers.cautions = {**others, caution_id: True} if yes else others
    answers.seen_to = [name for name in answers.seen_to if name != caution_id]


def none_of_group(content: Content, answers: Answers, group: str, none: bool) -> None:
    """Note no to every caution of a group but those answered yes; none=False takes each no of the group back.

    A yes is never taken away by it: a slip of the hand must not undo one.
    """
    ids = [caution.id for caution in content.cautions.values() if caution.group == group]
    kept = {name: yes for name, yes in answers.cautions.items() if yes or name not in ids}
    answers.cautions = {**dict.fromkeys(ids, False), **kept} if none else kept


def all_answered(content: Content, answers: Answers, group: str) -> bool:
    """Return whether every caution of a group was answered, and at least one of them with no."""
    said = [answers.cautions.get(c.id) for c in content.cautions.values() if c.group == group]
    return None not in said and False in said


def answer_habit(content: Content, answers: Answers, habit_id: str, option_id: str | None) -> None:
    """Note an answer to a habit, or that it was skipped. None, and an answer not on its scale, takes it back."""
    others = {name: value for name, value in answers.habits.items() if name != habit_id}
    known = option_id == SKIP or content.habits[habit_id].option(option_id or "")
    answers.habits = {**others, habit_id: option_id} if option_id and known else others


def answered_habits(content: Content, answers: Answers) -> Iterator[tuple[Habit, Option]]:
    """Yield each habit answered with an answer its scale still has, in the order of habits.yaml."""
    for habit in content.habits.values():
        option = habit.option(answers.habits.get(habit.id, ""))
        if option is not None:
            yield habit, option


FOOD_WORRY = "eating-disorder"
"""The caution of people for whom food rules and tracking can do harm; a yes puts the notes week by week away."""


def food_is_a_worry(answers: Answers) -> bool:
    """Return whether the person said that food rules worry them, or that they have had an eating disorder."""
    return bool(answers.cautions.get(FOOD_WORRY))


def food_put_away(answers: Answers) -> bool:
    """Return whether counts of food, steps and diets are put away: food is a worry, and nobody asked to see them."""
    return food_is_a_worry(answers) and not answers.food_anyway
