"""The one model of the visit sheet: what a person told the guide, in the order a care team should read it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from components.answers.model import MAX_MATTERS, Answers, OwnQuestion
from components.care_team.typed import clean, one_line
from components.content.care_team import Question
from components.content.fields import SheetPart, Urgency
from components.content.labels import date_words
from components.content.load import Content
from components.habits.check import URGENCY_ORDER, answered_habits, ticked
from components.habits.steps import asks_what_would_raise_it, asks_why_not_lower, chosen_step

TOP_QUESTIONS = 3
"""How many questions stand out. People ask about three questions in a visit (issue 6: ranked questions, not logs)."""


@dataclass(frozen=True)
class SafetyPoint:
    """One thing the team should see first: a safety question answered yes, or a habit answer that reveals a risk.

    answer: the id of the habit's answer; empty for a caution, which was answered yes.
    """

    id: str
    source: Literal["caution", "habit"]
    asked: str
    said: str
    urgency: Urgency
    urgency_words: str
    red_flag: bool
    question: str
    answer: str = ""


@dataclass(frozen=True)
class SheetQuestion:
    """One question for the team. id is None where the person typed it. short: the same in a message.

    red_flags: ids of the warning signs it speaks of, the most urgent first.
    """

    id: str | None
    text: str
    short: str
    red_flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangeLine:
    """Something that changed since the last visit. said: in own words, else in ours. wanted: what a team may ask."""

    id: str
    label: str
    said: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class HabitLine:
    """One habit in one line. answer_id: of the answer. for_team marks an answer the team should ask about."""

    id: str
    label: str
    answer_id: str
    answer: str
    for_team: bool


@dataclass(frozen=True)
class StepLines:
    """The small step, as typed or chosen. Empty text and None: not said.

    ask_first: empty where no ticked caution touches it.
    """

    text: str
    plan: str
    importance: int | None
    confidence: int | None
    why_not_lower: str
    raise_it: str
    ask_first: str


@dataclass(frozen=True)
class Summary:
    """Everything on the sheet, cleaned and in order; every format is made from this. Empty text means: not printed."""

    date: datetime.date
    date_words: str
    with_whom: str
    made_for: str
    made_by: str
    name: str
    left_out: tuple[SheetPart, ...]
    left_out_words: str
    safety_words: str
    urgent_words: str
    got_help: bool
    safety: tuple[SafetyPoint, ...]
    matters: tuple[tuple[str, str], ...]
    questions: tuple[SheetQuestion, ...]
    changes: tuple[ChangeLine, ...]
    takes: str
    thinks_of: str
    habits: tuple[HabitLine, ...]
    step: StepLines | None
    understood: str
    notes: str

    @property
    def top_questions(self) -> tuple[SheetQuestion, ...]:
        """The questions that stand out."""
        return self.questions[:TOP_QUESTIONS]

    @property
    def more_questions(self) -> tuple[SheetQuestion, ...]:
        """The questions after the ones that stand out."""
        return self.questions[TOP_QUESTIONS:]


def build_summary(content: Content, answers: Answers, today: datetime.date) -> Summary:
    """Return the visit sheet of one person.

    Ids in the answers that the content does not know (it may have changed since) are passed over. Raises nothing for
    any Answers, the empty one included.
    """
    words = content.care_team.sheet
    left_out = tuple(part for part in get_args(SheetPart) if part in answers.left_out)
    safety = () if "safety" in left_out else _safety_points(content, answers, left_out)
    name = one_line(answers.name)
    parts = ", ".join(words.parts[part] for part in left_out)
    return Summary(
        date=today,
        date_words=date_words(content.frame, today),
        with_whom=answers.with_whom if answers.with_whom in content.questions_file.roles else "",
        made_for=_made_for(content, answers),
        made_by=words.prepared_by_patient.format(product=content.frame.product),
        name=words.name.format(name=name) if name else "",
        left_out=left_out,
        left_out_words=words.left_out.format(parts=parts) if parts else "",
        safety_words=_safety_words(content, answers, left_out),
        urgent_words=_urgent_words(content, answers, safety),
        got_help=_got_help(answers, safety),
        safety=safety,
        matters=_matters(content, answers),
        questions=_questions(content, answers),
        changes=_changes(content, answers),
        takes=clean(answers.takes),
        thinks_of=clean(answers.thinks_of),
        habits=() if "habits" in left_out else _habit_lines(content, answers, left_out),
        step=None if "step" in left_out else _step(content, answers),
        understood=clean(answers.understood),
        notes=clean(answers.notes),
    )


def _made_for(content: Content, answers: Answers) -> str:
    words, clinic = content.care_team.sheet, one_line(content.clinic.name)
    role = content.questions_file.roles.get(answers.with_whom, "")
    if role:
        return words.with_role_at.format(role=role, clinic=clinic) if clinic else words.with_role.format(role=role)
    return words.prepared_for.format(clinic=clinic) if clinic else words.prepared_for_team


def _safety_points(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> tuple[SafetyPoint, ...]:
    """Return ticked cautions and revealing habit answers; a revealing answer is something to ask before a change."""
    words, urgency = content.care_team.sheet, content.frame.urgency
    points = [
        SafetyPoint(
            caution.id, "caution", caution.ask, words.said_yes, caution.urgency, urgency[caution.urgency],
            caution.red_flag, caution.question_for_team,
        )
        for caution in ticked(content, answers)
    ]  # fmt: skip
    revealing = [
        SafetyPoint(
            habit.id, "habit", f"{habit.label}:", option.text, "before_change", urgency["before_change"], False,
            words.reveal_question, option.id,
        )
        for habit, option in answered_habits(content, answers)
        if option.id in habit.reveals and "habits" not in left_out
    ]  # fmt: skip
    points += revealing
    return tuple(sorted(points, key=lambda point: (not point.red_flag, URGENCY_ORDER.index(point.urgency))))


def _safety_words(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> str:
    """Return how the safety questions were met, so that "not answered" is never taken for "nothing found"."""
    words = content.care_team.sheet
    answered = [caution for caution in content.cautions if caution in answers.cautions]
    yes, total = len(ticked(content, answers)), len(content.cautions)
    if "safety" in left_out:
        return ""
    if not answered:
        return words.safety_not_answered
    said = words.safety_count if yes else words.safety_none
    return said.format(answered=len(answered), total=total, yes=yes)


def _got_help(answers: Answers, safety: tuple[SafetyPoint, ...]) -> bool:
    """Return whether there are warning signs, and the person has got help for all of them."""
    signs = [point.id for point in safety if point.red_flag]
    return bool(signs) and all(sign in answers.seen_to for sign in signs)


def _urgent_words(content: Content, answers: Answers, safety: tuple[SafetyPoint, ...]) -> str:
    """Return what is said over warning signs: that there are some, and whether the person has got help for all."""
    words = content.care_team.sheet
    if not any(point.red_flag for point in safety):
        return ""
    return f"{words.urgent} {words.got_help}" if _got_help(answers, safety) else words.urgent


def _matters(content: Content, answers: Answers) -> tuple[tuple[str, str], ...]:
    """Return what matters most as id and words, own words first; their id is empty."""
    own = one_line(answers.own_matter)
    known = {matter.id: matter.text for matter in content.matters.matters}
    chosen = [(name, known[name]) for name in dict.fromkeys(answers.matters) if name in known]
    return (*([("", own)] if own else []), *chosen)[:MAX_MATTERS]


def _questions(content: Content, answers: Answers) -> tuple[SheetQuestion, ...]:
    """Return the person's questions in the order the person gave them."""
    found: dict[tuple[str | None, str], SheetQuestion] = {}
    for asked in answers.questions:
        question = _question(content, asked)
        if question:
            found.setdefault((question.id, question.text), question)
    return tuple(found.values())


def _question(content: Content, asked: str | OwnQuestion) -> SheetQuestion | None:
    if isinstance(asked, OwnQuestion):
        text = one_line(asked.own)
        return SheetQuestion(None, text, text) if text else None
    known = content.questions.get(asked)
    return SheetQuestion(known.id, known.text, known.short, red_flags_of(content, known)) if known else None


def red_flags_of(content: Content, question: Question) -> tuple[str, ...]:
    """Return the ids of the warning signs a question of the bank speaks of, the most urgent first."""
    cautions = [content.cautions[name] for name in question.suggested_by.cautions]
    urgent = [caution for caution in cautions if caution.red_flag]
    return tuple(caution.id for caution in sorted(urgent, key=lambda c: URGENCY_ORDER.index(c.urgency)))


def _changes(content: Content, answers: Answers) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            change.id, change.label, one_line(answers.changes[change.id]) or change.said, change.clinician_may_want
        )
        for change in content.changes.changes
        if change.id in answers.changes
    )


def _habit_lines(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> tuple[HabitLine, ...]:
    """Return a line for each habit answered; revealing ones stand with the safety points unless those are left out."""
    return tuple(
        HabitLine(habit.id, habit.label, option.id, option.text, option.id in habit.reveals)
        for habit, option in answered_habits(content, answers)
        if option.id not in habit.reveals or "safety" in left_out
    )


def _step(content: Content, answers: Answers) -> StepLines | None:
    """Return the small step, or None where there is none or a ticked caution makes it wait."""
    words, plan = content.care_team.sheet, answers.plan
    found = chosen_step(content, answers)
    if found is None or found.waits_for or not one_line(found.text):
        return None
    return StepLines(
        text=one_line(found.text),
        plan=one_line(found.plan),
        importance=found.importance,
        confidence=found.confidence,
        why_not_lower=one_line(plan.why_not_lower).rstrip(".") if asks_why_not_lower(plan) else "",
        raise_it=one_line(plan.raise_it).rstrip(".") if asks_what_would_raise_it(plan) else "",
        # Where safety is left out of the sheet, nothing on it may give it away.
        ask_first=words.step_ask_first if found.ask_first and "safety" not in answers.left_out else "",
    )
