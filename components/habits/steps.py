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

MOST_SURE = 10
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


def _meant(answers: Answers, step: Step) -> bool:
    """Return whether a step is meant for this person: one for those who said yes to a caution is for no one else."""
    return step.only_if is None or step.only_if in answers.ticked_cautions


def offer(content: Content, answers: Answers, habit: Habit) -> Offer:
    """Return the steps for a habit that fit what was ticked, those that add first; none a ticked caution forbids."""
    wanted = set(answers.plan.fits) & content.steps_file.fits.keys()
    of_habit = [step for step in content.steps.values() if step.habit == habit.id and _meant(answers, step)]
    fitting = [step for step in of_habit if wanted <= set(step.fits)]
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
    tiny = (step for step in content.steps.values() if step.habit == habit.id and step.tiny and step.id != plan.step)
    return tuple(step for step in tiny if _meant(answers, step) and not _forbidding(content, answers, step))


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
    """Choose the habit to add to, or none with an empty id.

    Nothing else is touched, so that the step is there again when one comes back to its habit. Only a step in own words
    is put down: it was meant for the habit before.
    """
    plan = answers.plan
    if habit_id and habit_id != plan.habit and plan.step == OWN_STEP:
        plan.step = ""
    plan.habit = habit_id


def choose_step(content: Content, answers: Answers, step_id: str) -> None:
    """Choose a step by its id, or OWN_STEP.

    What one will do comes from the step, so it goes with it; a moment of one's own stays. How much the step matters and
    how sure one is were said of the step before.
    """
    plan, chosen = answers.plan, content.steps.get(step_id)
    if step_id == plan.step:
        return
    if not plan.when.strip() or any(plan.when == step.when for step in content.steps.values()):
        plan.when = chosen.when if chosen else ""
    plan.will = chosen.will if chosen else ""
    plan.step, plan.importance, plan.confidence = step_id, None, None


def asks_why_not_lower(plan: Plan) -> bool:
    """Return whether there is a lower number than the one a person gave for how sure they are."""
    return bool(plan.confidence)


def asks_what_would_raise_it(plan: Plan) -> bool:
    """Return whether there is a higher number than the one a person gave for how sure they are."""
    return plan.confidence is not None and plan.confidence < MOST_SURE


def plan_sentence(content: Content, plan: Plan) -> str:
    """Return the if-then plan as one sentence, or nothing where one half of it is missing."""
    words = content.steps_file.page
    when, will = _half(plan.when, words.when), _half(plan.will, words.will)
    return words.plan.format(when=when, will=will) if when and will else ""


def _half(text: str, label: str) -> str:
    """Return half a plan in one line, without the label it follows: many people type that again."""
    line = " ".join(text.split()).rstrip(".").strip()
    return line[len(label) :].strip() if line.lower().startswith(f"{label.lower()} ") else line


def chosen_step(content: Content, answers: Answers) -> ChosenStep | None:
    """Return the step the person chose, or None while there is none.

    Ids that the content does not know (it may have changed since) count as none.
    """
    plan = answers.plan
    habit, step = content.habits.get(plan.habit), content.steps.get(plan.step)
    own = " ".join(plan.own.split()) if plan.step == OWN_STEP else ""
    ready = step is not None and habit is not None and step.habit == habit.id and _meant(answers, step)
    if habit is None or not (own or ready):
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
