"""Draws the weekly check-in: today's form, the picture over the weeks, every check-in, and the file."""

from datetime import date
from html import escape
from typing import Any

import streamlit as st

from components.answers.model import MAX_LINE_LENGTH, Answers, CheckIn
from components.answers.view import can_undo, keep_for_undo, my_answers, remember, today, undo, widget_shows
from components.content.habits import SKIP, Habit
from components.content.labels import date_words
from components.content.load import Content
from components.habits.check import food_is_a_worry
from components.habits.steps import chosen_step
from components.habits.weeks import as_csv, rows, table, weeks_shown
from components.habits.weeks_picture import picture

OPEN = "open-check-in"
"""In session state: the day of the check-in whose form is open. Which one is open is no answer."""

DELETED = "check-in"
CALM = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""How Plotly behaves: it takes no drag, so that a finger scrolls the page, and shows no row of buttons."""


def week_by_week(content: Content, answers: Answers) -> None:
    """Draw the part over the weeks. Where food rules worry the person, no notes are asked for, and none are shown."""
    words = content.weeks.page
    if food_is_a_worry(answers):
        st.html(f'<p class="opt-out">{escape(words.food_worry)}</p>')
        if answers.check_ins:
            _list(content, answers)
        return
    _form(content, answers)
    _picture(content, answers)
    _list(content, answers)


def _day_words(content: Content, day: date) -> str:
    return date_words(content.frame, day)


def _step_words(content: Content, answers: Answers) -> str:
    """Return the step as it is now, in words; empty where there is none or it waits."""
    found = chosen_step(content, answers)
    return found.text if found and not found.waits_for else ""


def _open(day: date) -> None:
    st.session_state[OPEN] = day


def _form(content: Content, answers: Answers) -> None:
    words, day = content.weeks.page, st.session_state.get(OPEN)
    check_in = answers.check_in_of(day) if day else None
    if check_in is None:

        def start() -> None:
            my_answers().start_check_in(today(), _step_words(content, my_answers()))
            _open(today())

        label = words.go_on if answers.check_in_of(today()) else words.start
        st.button(label, key="start-check-in", type="primary", on_click=start)
        return
    with st.container(border=True, key="check-in-form"):
        st.subheader(words.form_heading.format(day=_day_words(content, check_in.day)), anchor=False)
        st.write(words.kept)
        _ask(content, answers, check_in)
        st.button(words.done, key="check-in-done", type="primary", on_click=lambda: st.session_state.pop(OPEN, None))


@st.fragment
def _ask(content: Content, answers: Answers, check_in: CheckIn) -> None:
    """Draw the questions of a check-in. Each answer is kept at once."""
    weeks, words = content.weeks, content.weeks.page
    st.html(f"<p>{escape(words.step.format(step=check_in.step) if check_in.step else words.no_step)}</p>")
    if check_in.step:
        _choice(words.went, {answer.id: answer.text for answer in weeks.went}, check_in, "went")
    habit = content.habits.get(answers.plan.habit)
    own = habit if habit and habit.over_weeks else None
    if own:
        _habit(content, own, check_in)
    _line(words.went_well, check_in, "went_well")
    st.html(f"<p><b>{escape(words.in_the_way)}</b></p>")
    for hurdle in weeks.hurdles:

        def changed(name: str = hurdle.id) -> None:
            others = [other for other in check_in.hurdles if other != name]
            check_in.hurdles = [*others, name] if st.session_state[_key(check_in, name)] else others

        st.checkbox(
            hurdle.text, key=widget_shows(_key(check_in, hurdle.id), hurdle.id in check_in.hurdles), on_change=changed
        )
        if hurdle.say and hurdle.id in check_in.hurdles:
            st.html(f'<div class="ask-first"><p>{escape(hurdle.say)}</p></div>')
    _line(words.note, check_in, "note")
    with st.expander(words.other_habits):
        for other in content.habits.values():
            if other.over_weeks and other != own:
                _habit(content, other, check_in)
    remember("weeks")


def _key(check_in: CheckIn, name: str) -> str:
    """Return the key of a widget of one check-in: no two days share one."""
    return f"week-{check_in.day.isoformat()}-{name}"


def _choice(label: str, texts: dict[str, str], check_in: CheckIn, field: str) -> None:
    key = _key(check_in, field)

    def changed() -> None:
        setattr(check_in, field, st.session_state[key] or "")

    shown = getattr(check_in, field)
    st.radio(
        f"**{label}**",
        [*texts],
        format_func=texts.__getitem__,
        index=None,
        horizontal=True,
        key=widget_shows(key, shown if shown in texts else None),
        on_change=changed,
    )


def _habit(content: Content, habit: Habit, check_in: CheckIn) -> None:
    """Ask for one habit; skipping it leaves a gap."""
    texts = {option.id: option.text for option in habit.scale} | {SKIP: content.habits_page.page.skip}
    key = _key(check_in, habit.id)

    def changed() -> None:
        said: Any = st.session_state[key]
        others = {name: value for name, value in check_in.habits.items() if name != habit.id}
        check_in.habits = {**others, habit.id: said} if habit.option(said or "") else others

    shown = check_in.habits.get(habit.id)
    st.radio(
        f"**{habit.label}.** {habit.question}",
        [*texts],
        format_func=texts.__getitem__,
        index=None,
        horizontal=True,
        key=widget_shows(key, shown if shown in texts else None),
        on_change=changed,
    )


def _line(label: str, check_in: CheckIn, field: str) -> None:
    key = _key(check_in, field)

    def changed() -> None:
        setattr(check_in, field, st.session_state[key])

    st.text_input(label, key=widget_shows(key, getattr(check_in, field)), max_chars=MAX_LINE_LENGTH, on_change=changed)


def _picture(content: Content, answers: Answers) -> None:
    words, day = content.weeks.page, today()
    if not rows(content, answers, day):
        return
    weeks = weeks_shown(answers, day)
    entries = sum(not check_in.empty for check_in in answers.check_ins)
    st.header(words.picture_heading, anchor=False)
    st.write(words.picture_lead)
    with st.container(key="weeks-picture"):
        st.plotly_chart(picture(content, answers, day), config=CALM, key="weeks-chart")
    st.write(words.picture_words.format(weeks=len(weeks), entries=entries))


def _list(content: Content, answers: Answers) -> None:
    """Draw every check-in with its buttons, as a table, and the file."""
    words = content.weeks.page
    st.header(words.list_heading, anchor=False)
    if can_undo(DELETED):
        st.button(content.habits_page.page.undo, key="undo-check-in", on_click=undo)
    if not answers.check_ins:
        st.write(words.none_yet)
        return
    for check_in in reversed(answers.check_ins):
        _entry(content, answers, check_in)
    st.write(words.csv_note)
    st.download_button(
        words.csv,
        data=lambda: as_csv(content, answers),
        file_name=f"{words.csv_name}-{today().isoformat()}.csv",
        mime="text/csv",
        key="download-weeks",
        on_click="ignore",
    )


def _entry(content: Content, answers: Answers, check_in: CheckIn) -> None:
    words, day = content.weeks.page, _day_words(content, check_in.day)

    def delete() -> None:
        keep_for_undo(DELETED, "check_ins")
        my_answers().delete_check_in(check_in.day)

    st.html(table(content, answers, check_in))
    with st.container(key=f"entry-{check_in.day.isoformat()}", horizontal=True):
        if not food_is_a_worry(answers):
            st.button(words.change.format(day=day), key=f"change-{check_in.day}", on_click=_open, args=(check_in.day,))
        st.button(words.delete.format(day=day), key=f"delete-{check_in.day}", on_click=delete)
