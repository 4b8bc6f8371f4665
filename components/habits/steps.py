"""The small step: which steps are offered, what the plan says, and when a step has to wait. No Streamlit."""

from dataclasses import dataclass
from typing import get_args

from components.answers.model import OWN_STEP, Answers, Plan
from components.content.habits import Caution, Habit
from components.content.load import Content
from components.content.steps import Step, Way
from components.habits.check import ask_first, red_flags

WAYS: tuple[Way, ...] = get_args(Way)
"""Steps that add stand first: plans to add food did better in trials than plans to cut it (Adriaanse 2011, Appetite
56:183, d 0.51 and 0.29, with weak controls)."""

SURE_ENOUGH = 7
"""Below this confidence a smaller step is offered (issue 5; a rule of thumb of motivational interviewing)."""


@dataclass(frozen=True)
class Offer:
    """The steps one may choose from, and how many more a ticked caution takes away."""

    steps: tuple[Step, ...]
    held_back: int


@dataclass(frozen=True)
class ChosenStep:
    """The step a person chose. text: what it is. plan: when it will be done, in one sentence; empty without one.

    waits_for: the ticked cautions that forbid it; while there is one, the step is neither shown as a plan nor printed.
    ask_first: the ticked cautions that touch its habit.
    """

    habit: Habit
    text: str
    plan: str
    importance: int | None
    confidence: int | None
    waits_for: tuple[Caution, ...]
    ask_first: tuple[Caution, ...]


def _forbidding(content: Content, answers: Answers, step: Step) -> tuple[Caution, ...]:
    """Return the ticked cautions that take a step away, and every red flag."""
    named = [content.cautions[name] for name in step.avoid_if if name in answers.ticked_cautions]
    urgent = [caution for caution in red_flags(content, answers) if caution not in named]
    return (*urgent, *named)


def offer(content: Content, answers: Answers, habit: Habit) -> Offer:
    """Return the steps for a habit that fit what was ticked, those that add first; none a ticked caution forbids."""
    yes = (None, *answers.ticked_cautions)
    of_habit = [step for step in content.steps.values() if step.habit == habit.id and step.only_if in yes]
    fitting = [step for step in of_habit if set(answers.plan.fits) <= set(step.fits)]
    allowed = [step for step in fitting if not _forbidding(content, answers, step)]
    ordered = sorted(allowed, key=lambda step: WAYS.index(step.way))
    return Offer(tuple(ordered), len(fitting) - len(allowed))


def smaller(content: Content, answers: Answers) -> tuple[Step, ...]:
    """Return the smallest steps of the chosen habit, without the chosen one and without what a caution forbids.

    Empty where the person is sure enough, or has not said how sure they are.
    """
    plan, habit = answers.plan, content.habits.get(answers.plan.habit)
    if habit is None or plan.confidence is None or plan.confidence >= SURE_ENOUGH:
        return ()
    return tuple(
        step
        for step in content.steps.values()
        if step.habit == habit.id and step.tiny and step.id != plan.step and not _forbidding(content, answers, step)
    )


def habits_to_add_to(content: Content, answers: Answers) -> tuple[Habit, ...]:
    """Return the habits a step may add to: the chosen one, and all whose answer leaves something to add beside."""
    return tuple(
        habit
        for habit in content.habits.values()
        if answers.habits.get(habit.id) not in habit.no_step_for or habit.id == answers.plan.habit
    )


def unsure(answers: Answers) -> bool:
    """Return whether the person said that they are less sure than a step needs."""
    return answers.plan.confidence is not None and answers.plan.confidence < SURE_ENOUGH


def choose_habit(answers: Answers, habit_id: str) -> None:
    """Choose the habit to add to, or none with an empty id. The step of another habit goes; what was typed stays."""
    if habit_id != answers.plan.habit:
        plan = answers.plan
        answers.plan = Plan(habit=habit_id, own=plan.own, fits=plan.fits, importance=None, confidence=None)


def choose_step(content: Content, answers: Answers, step_id: str) -> None:
    """Choose a step by its id, or OWN_STEP. Its example plan is filled in where the person wrote none."""
    plan = answers.plan
    examples = {(step.when, step.will) for step in content.steps.values()}
    untouched = (plan.when, plan.will) in examples or not (plan.when.strip() or plan.will.strip())
    chosen = content.steps.get(step_id)
    if untouched:
        plan.when, plan.will = (chosen.when, chosen.will) if chosen else ("", "")
    plan.step = step_id


def plan_sentence(content: Content, plan: Plan) -> str:
    """Return the if-then plan as one sentence, or nothing where one half of it is missing."""
    when, will = (" ".join(text.split()).rstrip(".").strip() for text in (plan.when, plan.will))
    return content.steps_file.page.plan.format(when=when, will=will) if when and will else ""


def chosen_step(content: Content, answers: Answers) -> ChosenStep | None:
    """Return the step the person chose, or None while there is none.

    Ids that the content does not know (it may have changed since) count as none.
    """
    plan = answers.plan
    habit, step = content.habits.get(plan.habit), content.steps.get(plan.step)
    own = " ".join(plan.own.split()) if plan.step == OWN_STEP else ""
    if habit is None or not (own or (step is not None and step.habit == habit.id)):
        return None
    return ChosenStep(
        habit=habit,
        text=step.text if step else own,
        plan=plan_sentence(content, plan),
        importance=plan.importance,
        confidence=plan.confidence,
        waits_for=_forbidding(content, answers, step) if step else red_flags(content, answers),
        ask_first=ask_first(content, answers, habit),
    )
