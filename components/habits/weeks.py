"""The weekly check-ins: what stands in each week, the table and the file. No Streamlit, no count that sums up."""

import datetime
from dataclasses import dataclass
from html import escape

from components.answers.model import Answers, CheckIn
from components.content.habits import Habit
from components.content.labels import date_words
from components.content.load import Content
from components.frame.spreadsheet import csv_file

MOST_WEEKS = 6
"""How many weeks the picture shows: as many columns as a phone of 320 px has room for. The table shows all."""


@dataclass(frozen=True)
class Sign:
    """What was noted in one week: short inside the sign, said in full."""

    week: datetime.date
    short: str
    said: str


@dataclass(frozen=True)
class Row:
    """One row of the picture: the step or a habit. A week with nothing noted has no sign."""

    label: str
    signs: tuple[Sign, ...]


def week_of(day: datetime.date) -> datetime.date:
    """Return the Monday of the week of a day (ISO 8601)."""
    return day - datetime.timedelta(days=day.weekday())


def weeks_shown(answers: Answers, today: datetime.date) -> tuple[datetime.date, ...]:
    """Return the Mondays of the picture: from the first check-in to this week or the last one, the latest six."""
    noted = [week_of(check_in.day) for check_in in answers.check_ins if not check_in.empty]
    if not noted:
        return ()
    first, last = min(noted), max(week_of(today), *noted)
    first = max(first, last - datetime.timedelta(weeks=MOST_WEEKS - 1))
    return tuple(first + datetime.timedelta(weeks=n) for n in range((last - first).days // 7 + 1))


def _noted_habits(content: Content, check_ins: tuple[CheckIn, ...]) -> tuple[Habit, ...]:
    return tuple(
        habit
        for habit in content.habits.values()
        if any(habit.option(check_in.habits.get(habit.id, "")) for check_in in check_ins)
    )


def rows(content: Content, answers: Answers, today: datetime.date) -> tuple[Row, ...]:
    """Return the rows of the picture: the small step, then each habit noted in the weeks shown.

    Where a week has more than one check-in, the latest that says something of the row holds.
    """
    weeks = weeks_shown(answers, today)
    shown = tuple(check_in for check_in in answers.check_ins if week_of(check_in.day) in weeks)
    went = {answer.id: answer for answer in content.weeks.went}
    found: list[Row] = []
    latest = {week_of(c.day): went[c.went] for c in shown if c.went in went}
    if latest:
        signs = tuple(Sign(week, answer.short, answer.text) for week, answer in latest.items())
        found.append(Row(content.weeks.page.picture_step, signs))
    for habit in _noted_habits(content, shown):
        options = {week_of(c.day): habit.option(c.habits.get(habit.id, "")) for c in shown if c.habits.get(habit.id)}
        signs = tuple(Sign(week, option.short or "", option.text) for week, option in options.items() if option)
        found.append(Row(f"{habit.label} ({habit.unit})" if habit.unit else habit.label, signs))
    return tuple(found)


def _cells(content: Content, check_in: CheckIn, habits: tuple[Habit, ...]) -> list[str]:
    """Return what was noted, in the order of the columns; an empty text where nothing was."""
    weeks = content.weeks
    went = {answer.id: answer.text for answer in weeks.went}
    hurdles = [hurdle.text for hurdle in weeks.hurdles if hurdle.id in check_in.hurdles]
    options = [habit.option(check_in.habits.get(habit.id, "")) for habit in habits]
    return [
        check_in.step,
        went.get(check_in.went, ""),
        *(option.text if option else "" for option in options),
        check_in.went_well.strip(),
        ", ".join(hurdles),
        check_in.note.strip(),
    ]


def _columns(content: Content, habits: tuple[Habit, ...]) -> list[str]:
    words = content.weeks.page
    return [words.picture_step, words.went, *(h.label for h in habits), words.went_well, words.in_the_way, words.note]


def table(content: Content, answers: Answers, check_in: CheckIn) -> str:
    """Return HTML for one check-in as a table: each thing noted in a row. All that was typed is escaped.

    Rows and not columns: it reads on a phone, and a thing not noted takes no room.
    """
    habits = _noted_habits(content, tuple(answers.check_ins))
    cells = zip(_columns(content, habits), _cells(content, check_in, habits), strict=True)
    lines = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(cell)}</td></tr>' for name, cell in cells if cell
    )
    nothing = f'<tr><td colspan="2">{escape(content.weeks.page.nothing_noted)}</td></tr>'
    return (
        f'<table class="check-in"><caption>{escape(date_words(content.frame, check_in.day))}</caption>'
        f"<tbody>{lines}{nothing if check_in.empty else ''}</tbody></table>"
    )


def as_csv(content: Content, answers: Answers) -> bytes:
    """Return the check-ins as a CSV file, one line for each day. A thing not noted is an empty cell."""
    habits = _noted_habits(content, tuple(answers.check_ins))
    rows = ([check_in.day.isoformat(), *_cells(content, check_in, habits)] for check_in in answers.check_ins)
    return csv_file([content.weeks.page.day, *_columns(content, habits)], rows)
