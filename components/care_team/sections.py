"""The sheet in its sections: the one order and the one wording that the page, the PDF and the plain text share."""

from dataclasses import dataclass
from typing import Literal

from components.care_team.summary import SafetyPoint, StepLines, Summary
from components.content.load import Content

SectionId = Literal[
    "safety", "matters", "top-questions", "more-questions", "changes", "takes", "habits", "step", "understood",
    "notes", "agreed",
]  # fmt: skip

ROOM_TO_WRITE = 2
"""Lines to write on where a section stands empty on purpose."""


@dataclass(frozen=True)
class Line:
    """One fact. label: what it is about. below: what belongs to it. group: the words over it and those that follow.

    red_flag: whether it is about a warning sign. marked: the team should ask about it. team: a note for the team.
    """

    text: str
    label: str = ""
    below: str = ""
    group: str = ""
    red_flag: bool = False
    marked: bool = False
    team: str = ""


@dataclass(frozen=True)
class Section:
    """One part of the sheet. remark: what stands beside its heading. first: the number of its first line, 0 for none.

    warning: what must be read before its lines. rows: what is said before each line to write on, or nothing.
    """

    id: SectionId
    heading: str
    lines: tuple[Line, ...] = ()
    remark: str = ""
    warning: str = ""
    first: int = 0
    rows: tuple[str, ...] = ()
    team: str = ""


def sections(content: Content, summary: Summary) -> tuple[Section, ...]:
    """Return the sections of the sheet, the most important first. One with nothing to say is left out."""
    words = content.care_team.sheet
    every = (
        _safety(content, summary),
        Section("matters", words.matters_heading, tuple(Line(text) for _, text in summary.matters)),
        _top_questions(content, summary),
        _more_questions(content, summary),
        _changes(content, summary),
        _takes(content, summary),
        _habits(content, summary),
        _step(content, summary),
        Section(
            "understood",
            words.understood_heading,
            _typed(summary.understood),
            rows=() if summary.understood else ("",) * ROOM_TO_WRITE,
            team=_for_team(content, words.understood_team),
        ),
        Section("notes", words.notes_heading, _typed(summary.notes)),
        Section("agreed", words.agreed_heading, remark=words.agreed_lead, rows=words.agreed_rows),
    )
    return tuple(section for section in every if section.lines or section.rows or section.remark)


def _for_team(content: Content, note: str) -> str:
    return content.care_team.sheet.team.format(note=note)


def _typed(text: str) -> tuple[Line, ...]:
    """Return typed text as one line for each line typed; an empty one parts two and is no fact."""
    return tuple(Line(line) for line in text.split("\n") if line.strip())


def _safety(content: Content, summary: Summary) -> Section:
    words = content.care_team.sheet
    lines = tuple(_safety_line(content, point) for point in summary.safety)
    return Section("safety", words.safety_heading, lines, summary.safety_words, summary.urgent_words)


def _safety_line(content: Content, point: SafetyPoint) -> Line:
    ask = f"{content.care_team.sheet.ask} {point.question}"
    return Line(f"{point.asked} {point.said}", below=ask, group=point.urgency_words, red_flag=point.red_flag)


def _top_questions(content: Content, summary: Summary) -> Section:
    words = content.care_team.sheet
    lines = tuple(Line(question.text) for question in summary.top_questions)
    if lines:
        return Section("top-questions", words.top_questions_heading, lines, first=1, rows=(words.answer,))
    rows = ("",) * (ROOM_TO_WRITE + 1)
    return Section("top-questions", words.top_questions_heading, remark=words.no_questions, rows=rows)


def _more_questions(content: Content, summary: Summary) -> Section:
    lines = tuple(Line(question.text) for question in summary.more_questions)
    first = len(summary.top_questions) + 1
    return Section("more-questions", content.care_team.sheet.more_questions_heading, lines, first=first)


def _changes(content: Content, summary: Summary) -> Section:
    lines = tuple(
        Line(change.said, label=change.label, team=_for_team(content, "; ".join(change.wanted)))
        for change in summary.changes
    )
    return Section("changes", content.care_team.sheet.changes_heading, lines)


def _takes(content: Content, summary: Summary) -> Section:
    words = content.care_team.sheet
    said = ((words.takes, summary.takes), (words.thinks_of, summary.thinks_of))
    lines = tuple(Line("; ".join(_lines_of(text)), label=label) for label, text in said if text)
    # A visit without it is rare, so there is room for it where nothing was typed.
    return Section("takes", words.takes_heading, lines, rows=() if summary.takes else (f"{words.takes}:",))


def _lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _habits(content: Content, summary: Summary) -> Section:
    words = content.care_team.sheet
    lines = tuple(Line(habit.answer, label=habit.label, marked=habit.for_team) for habit in summary.habits)
    return Section("habits", words.habits_heading, lines, words.habits_lead if lines else "")


def _step(content: Content, summary: Summary) -> Section:
    words = content.care_team.sheet
    if summary.step is None:
        return Section("step", words.step_heading)
    rated = summary.step.importance is not None or summary.step.confidence is not None
    lines = tuple(Line(text) for text in step_lines(content, summary.step))
    team = _for_team(content, words.step_team) if rated else ""
    return Section("step", words.step_heading, lines, summary.step.ask_first, team=team)


def step_lines(content: Content, step: StepLines) -> tuple[str, ...]:
    """Return what is said of the small step, a sentence for each thing."""
    words = content.care_team.sheet
    said = (
        words.step.format(step=step.text),
        words.step_plan.format(plan=step.plan) if step.plan else "",
        words.step_importance.format(number=step.importance) if step.importance is not None else "",
        words.step_confidence.format(number=step.confidence) if step.confidence is not None else "",
        words.step_why_not_lower.format(text=step.why_not_lower) if step.why_not_lower else "",
        words.step_raise.format(text=step.raise_it) if step.raise_it else "",
    )
    return tuple(text for text in said if text)
