"""The one model of the visit sheet: what a person told the guide, in the order a care team should read it."""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, get_args

from components.answers.model import Answers
from components.content.care_team import Question
from components.content.fields import SheetPart, Urgency
from components.content.habits import Habit, Option
from components.content.labels import date_words
from components.content.load import Content
from components.habits.check import URGENCY_ORDER, ticked
from components.habits.steps import asks_what_would_raise_it, asks_why_not_lower, chosen_step

TOP_QUESTIONS = 3
"""How many questions stand out. People ask about three questions in a visit (issue 6: ranked questions, not logs)."""

MOST_SUGGESTED = 7
"""The most questions offered at once: no list in the guide is longer (DESIGN.md, rules of the words)."""

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}

SafetyState = Literal["left_out", "not_answered", "none_ticked", "ticked"]


@dataclass(frozen=True)
class SafetyPoint:
    """One thing the team should see first: a safety question answered yes, or a habit answer that reveals a risk."""

    id: str
    source: Literal["caution", "habit"]
    asked: str
    said: str
    guide_says: str
    urgency: Urgency
    urgency_words: str
    red_flag: bool
    question: str


@dataclass(frozen=True)
class SheetQuestion:
    """One question for the team. id is None where the person typed it."""

    id: str | None
    text: str


@dataclass(frozen=True)
class HabitLine:
    """One habit in one line. for_team marks an answer the team should ask about."""

    id: str
    label: str
    answer: str
    for_team: bool


@dataclass(frozen=True)
class StepLines:
    """The small step: what it is, and each thing said of it. ask_first: empty where no ticked caution touches it."""

    text: str
    said: tuple[str, ...]
    ask_first: str


@dataclass(frozen=True)
class Summary:
    """Everything on the sheet, cleaned and in order; every format is made from this. Empty text means: not printed."""

    date: datetime.date
    date_words: str
    made_for: str
    made_by: str
    name: str
    left_out: tuple[SheetPart, ...]
    left_out_words: str
    safety_state: SafetyState
    safety_words: str
    urgent_words: str
    safety: tuple[SafetyPoint, ...]
    questions: tuple[SheetQuestion, ...]
    habits: tuple[HabitLine, ...]
    habits_words: str
    step: StepLines | None
    notes: str

    @property
    def top_questions(self) -> tuple[SheetQuestion, ...]:
        """The questions that stand out."""
        return self.questions[:TOP_QUESTIONS]

    @property
    def more_questions(self) -> tuple[SheetQuestion, ...]:
        """The questions after the ones that stand out."""
        return self.questions[TOP_QUESTIONS:]


def clean(text: str) -> str:
    """Return typed text without what no reader can see but a printer or screen trips over.

    Control characters and half characters (lone surrogates) go; so do bidirectional overrides, embeddings and isolates,
    which can make text read in another order than it was typed (Unicode TR 36, section 2.5). Newlines stay; every other
    kind of line end becomes one. Text of nothing but spaces and invisible characters becomes empty.
    """
    for end, plain in LINE_ENDS.items():
        text = text.replace(end, plain)
    kept = "".join(
        char
        for char in text
        if char == "\n" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in BIDI_CONTROLS)
    ).strip()
    visible = any(unicodedata.category(char) not in ("Cc", "Cf", "Zs", "Zl", "Zp") for char in kept)
    return kept if visible else ""


def _line(text: str) -> str:
    """Return cleaned text as one line."""
    return clean(text).replace("\n", " ")


def build_summary(content: Content, answers: Answers, today: datetime.date) -> Summary:
    """Return the visit sheet of one person.

    Ids in the answers that the content does not know (it may have changed since) are passed over. Raises nothing for
    any Answers, the empty one included.
    """
    words = content.care_team.sheet
    left_out = tuple(part for part in get_args(SheetPart) if part in answers.left_out)
    safety = () if "safety" in left_out else _safety_points(content, answers, left_out)
    state, safety_words = _safety_words(content, answers, left_out)
    habits = () if "habits" in left_out else _habit_lines(content, answers, left_out)
    nothing_said = "habits" not in left_out and not any(True for _ in _answered_habits(content, answers))
    clinic = _line(content.clinic.name)
    name = _line(answers.name)
    parts = ", ".join(words.parts[part] for part in left_out)
    return Summary(
        date=today,
        date_words=date_words(content.frame, today),
        made_for=words.prepared_for.format(clinic=clinic) if clinic else words.prepared_for_team,
        made_by=words.prepared_by_patient.format(product=content.frame.product),
        name=words.name.format(name=name) if name else "",
        left_out=left_out,
        left_out_words=words.left_out.format(parts=parts) if parts else "",
        safety_state=state,
        safety_words=safety_words,
        urgent_words=words.urgent if any(point.red_flag for point in safety) else "",
        safety=safety,
        questions=_questions(content, answers),
        habits=habits,
        habits_words=words.habits_none if nothing_said else "",
        step=None if "step" in left_out else _step(content, answers),
        notes="" if "notes" in left_out else clean(answers.notes),
    )


def suggested_questions(content: Content, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that go with what the person ticked and answered, at most seven, none twice.

    What brings questions up, in this order: red flags, habit answers that reveal a risk, the other ticked cautions by
    urgency, the other habits answered. Each in turn gives one question, then each the next, so that one answer cannot
    crowd out the rest. Questions already chosen stay in, so that a list on the screen does not jump. Where nothing
    fits, the starter questions of care_team.yaml.
    """
    cautions = ticked(content, answers)
    habits = tuple(_answered_habits(content, answers))
    revealing = [habit.id for habit, option in habits if option.id in habit.reveals]
    others = [habit.id for habit, option in habits if option.id not in habit.reveals]
    bank = tuple(content.questions.values())
    by_caution = {caution.id: [q for q in bank if caution.id in q.suggested_by.cautions] for caution in cautions}
    turns = [
        *(by_caution[caution.id] for caution in cautions if caution.red_flag),
        *([q for q in bank if habit in q.suggested_by.habits] for habit in revealing),
        *(by_caution[caution.id] for caution in cautions if not caution.red_flag),
        *([q for q in bank if habit in q.suggested_by.habits] for habit in others),
    ]
    found = {q.id: q for turn in zip_longest(*turns) for q in turn if q is not None}
    starters = (content.questions[q] for q in content.care_team.starter_questions if q in content.questions)
    return tuple(found.values())[:MOST_SUGGESTED] or tuple(starters)


def _answered_habits(content: Content, answers: Answers) -> Iterator[tuple[Habit, Option]]:
    """Yield each habit answered with an answer its scale still has, in the order of habits.yaml."""
    for habit in content.habits.values():
        option = habit.option(answers.habits.get(habit.id, ""))
        if option is not None:
            yield habit, option


def _safety_points(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> tuple[SafetyPoint, ...]:
    """Return ticked cautions and revealing habit answers; a revealing answer is something to ask before a change."""
    words, urgency = content.care_team.sheet, content.frame.urgency
    points = [
        SafetyPoint(
            caution.id, "caution", caution.ask, words.said_yes, " ".join(caution.caution.split()), caution.urgency,
            urgency[caution.urgency], caution.red_flag, caution.question_for_team,
        )
        for caution in ticked(content, answers)
    ]  # fmt: skip
    revealing = [
        SafetyPoint(
            habit.id, "habit", f"{habit.label}:", option.text, habit.target, "before_change",
            urgency["before_change"], False, words.reveal_question,
        )
        for habit, option in _answered_habits(content, answers)
        if option.id in habit.reveals and "habits" not in left_out
    ]  # fmt: skip
    points += revealing
    return tuple(sorted(points, key=lambda point: (not point.red_flag, URGENCY_ORDER.index(point.urgency))))


def _safety_words(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> tuple[SafetyState, str]:
    """Return how the safety questions were met, so that "not answered" is never taken for "nothing found"."""
    words = content.care_team.sheet
    answered = [caution for caution in content.cautions if caution in answers.cautions]
    yes, total = len(ticked(content, answers)), len(content.cautions)
    if "safety" in left_out:
        return "left_out", ""
    if not answered:
        return "not_answered", words.safety_not_answered
    if not yes:
        return "none_ticked", words.safety_none.format(answered=len(answered), total=total)
    return "ticked", words.safety_count.format(answered=len(answered), total=total, yes=yes)


def _questions(content: Content, answers: Answers) -> tuple[SheetQuestion, ...]:
    """Return the person's questions, typed ones first.

    Own words come first because they matter most: nobody types a question that is not on their mind, while a ready one
    takes a single tap. So a typed question is never pushed out of the three that stand out.
    """
    typed = [SheetQuestion(None, text) for text in map(_line, answers.own_questions) if text]
    chosen = [content.questions[q] for q in dict.fromkeys(answers.questions) if q in content.questions]
    return (*typed, *(SheetQuestion(question.id, question.text) for question in chosen))


def _habit_lines(content: Content, answers: Answers, left_out: Iterable[SheetPart]) -> tuple[HabitLine, ...]:
    """Return a line for each habit answered; revealing ones stand with the safety points unless those are left out."""
    return tuple(
        HabitLine(habit.id, habit.label, option.text, option.id in habit.reveals)
        for habit, option in _answered_habits(content, answers)
        if option.id not in habit.reveals or "safety" in left_out
    )


def _step(content: Content, answers: Answers) -> StepLines | None:
    """Return the small step, or None where there is none or a ticked caution makes it wait."""
    words, plan = content.care_team.sheet, answers.plan
    found = chosen_step(content, answers)
    if found is None or found.waits_for or not _line(found.text):
        return None
    lower = _line(plan.why_not_lower).rstrip(".") if asks_why_not_lower(plan) else ""
    higher = _line(plan.raise_it).rstrip(".") if asks_what_would_raise_it(plan) else ""
    said = (
        words.step_plan.format(plan=_line(found.plan)) if _line(found.plan) else "",
        words.step_importance.format(number=found.importance) if found.importance is not None else "",
        words.step_confidence.format(number=found.confidence) if found.confidence is not None else "",
        words.step_why_not_lower.format(text=lower) if lower else "",
        words.step_raise.format(text=higher) if higher else "",
    )
    return StepLines(
        text=words.step.format(step=_line(found.text)),
        said=tuple(line for line in said if line),
        # Where safety is left out of the sheet, nothing on it may give it away.
        ask_first=words.step_ask_first if found.ask_first and "safety" not in answers.left_out else "",
    )
