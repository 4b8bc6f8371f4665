"""Draws the weekly check-in: today's form, the picture over the weeks, every check-in, and the file."""

from datetime import date
from html import escape

import streamlit as st

from components.answers.model import MAX_LINE_LENGTH, Answers, CheckIn
from components.answers.view import can_undo, keep_for_undo, my_answers, remember, settled, today, undo, widget_shows
from components.content.habits import SKIP, Habit
from components.content.labels import date_words
from components.content.load import Content
from components.frame.choice_view import choice
from components.frame.focus_view import focus_on, follow_focus
from components.frame.text_view import short_text
from components.frame.view import CALM_CHART, link_to
from components.habits.check import food_is_a_worry
from components.habits.steps import chosen_step
from components.habits.weeks import as_csv, rows, table, weeks_shown
from components.habits.weeks_picture import picture

OPEN = "open-check-in"
"""In session state: the day of the check-in whose form is open. Which one is open is no answer."""

DELETED, DELETED_DAY = "check-in", "deleted-check-in"


def week_by_week(content: Content, answers: Answers) -> None:
    """Draw the part over the weeks. Whom food rules worry is asked for no notes, and can delete those there are."""
    words = content.weeks.page
    if food_is_a_worry(answers):
        st.html(f'<p class="opt-out">{escape(words.food_worry)}</p>')
        if answers.check_ins:
            _list(content, answers)
        return
    if st.session_state.get(OPEN) not in [check_in.day for check_in in answers.check_ins]:
        label = words.go_on if answers.check_in_of(today()) else words.start
        st.button(label, key="start-check-in", type="primary", on_click=_start, args=(content,))
    _picture(content, answers)
    _list(content, answers)


def _day_words(content: Content, day: date) -> str:
    return date_words(content.frame, day)


def _step_words(content: Content, answers: Answers) -> str:
    """Return the step as it is now, in words; empty where there is none or it waits."""
    found = chosen_step(content, answers)
    return found.text if found and not found.waits_for else ""


def _start(content: Content) -> None:
    my_answers().start_check_in(today(), _step_words(content, my_answers()))
    _open(today())


def _open(day: date) -> None:
    st.session_state[OPEN] = day
    focus_on(".st-key-check-in-form h3")


def _close() -> None:
    focus_on(f".st-key-change-{st.session_state.pop(OPEN)} button")


def _form(content: Content, answers: Answers, check_in: CheckIn) -> None:
    words = content.weeks.page
    with st.container(border=True, key="check-in-form"):
        st.subheader(words.form_heading.format(day=_day_words(content, check_in.day)), anchor=False)
        st.write(words.kept)
        _ask(content, answers, check_in)
        st.button(words.done, key="check-in-done", type="primary", on_click=_close)


@st.fragment
def _ask(content: Content, answers: Answers, check_in: CheckIn) -> None:
    """Draw the questions of a check-in. Each answer is kept at once."""
    weeks, words = content.weeks, content.weeks.page
    if check_in.day == today() and not check_in.went:
        check_in.step = _step_words(content, answers)[:MAX_LINE_LENGTH]  # it may have been chosen or put on hold since
    st.html(f"<p>{escape(words.step.format(step=check_in.step) if check_in.step else words.no_step)}</p>")
    if check_in.step:
        _went(content, check_in)
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
            if hurdle.part:
                link_to("habits", words.to_safety, part=hurdle.part)
    _line(words.note, check_in, "note")
    with st.expander(words.other_habits):
        for other in content.habits.values():
            if other.over_weeks and other != own:
                _habit(content, other, check_in)
    remember("weeks")
    follow_focus("weeks")


def _key(check_in: CheckIn, name: str) -> str:
    """Return the key of a widget of one check-in: no two days share one."""
    return f"week-{check_in.day.isoformat()}-{name}"


def _went(content: Content, check_in: CheckIn) -> None:
    weeks = content.weeks

    def note(said: str) -> None:
        check_in.went = said

    texts = {answer.id: answer.text for answer in weeks.went}
    choice(f"**{weeks.page.went}**", texts, (_key(check_in, "went"), check_in.went), note, horizontal=True)


def _habit(content: Content, habit: Habit, check_in: CheckIn) -> None:
    """Ask for one habit; skipping it leaves a gap."""
    texts = {option.id: option.text for option in habit.scale} | {SKIP: content.habits_page.page.skip}

    def note(said: str) -> None:
        others = {name: value for name, value in check_in.habits.items() if name != habit.id}
        check_in.habits = {**others, habit.id: said} if habit.option(said) else others

    label = f"**{habit.label}.** {habit.question}"
    choice(label, texts, (_key(check_in, habit.id), check_in.habits.get(habit.id)), note, horizontal=True)


def _line(label: str, check_in: CheckIn, field: str) -> None:
    def note(typed: str) -> None:
        setattr(check_in, field, typed)

    short_text(label, _key(check_in, field), getattr(check_in, field), note)


def _picture(content: Content, answers: Answers) -> None:
    words, day = content.weeks.page, today()
    if not rows(content, answers, day):
        return
    weeks = weeks_shown(answers, day)
    entries = sum(not check_in.empty for check_in in answers.check_ins)
    st.header(words.picture_heading, anchor=False)
    st.write(words.picture_lead)
    with st.container(key="weeks-picture"):
        st.plotly_chart(picture(content, answers, day), config=CALM_CHART, key="weeks-chart")
    st.write(words.picture_words.format(weeks=len(weeks), entries=entries))


def _list(content: Content, answers: Answers) -> None:
    """Draw every check-in with its buttons, the latest first; the open one as a form, a deleted one as its Undo."""
    words, worry = content.weeks.page, food_is_a_worry(answers)
    deleted = st.session_state.get(DELETED_DAY) if can_undo(DELETED) else None
    st.header(words.list_heading, anchor=False)
    if not answers.check_ins and not deleted:
        st.write(words.none_yet)
        return
    days = {check_in.day for check_in in answers.check_ins} | ({deleted} if deleted else set())
    for day in sorted(days, reverse=True):
        check_in = answers.check_in_of(day)
        if check_in is None:
            _offer_undo(content, day)
        elif day == st.session_state.get(OPEN) and not worry:
            _form(content, answers, check_in)
        else:
            _entry(content, answers, check_in, changeable=not worry)
    st.write(words.not_on_sheet)
    st.write(words.csv_note)
    st.download_button(
        words.csv,
        data=lambda: as_csv(content, settled(answers)),
        file_name=f"{words.csv_name}-{today().isoformat()}.csv",
        mime="text/csv",
        key="download-weeks",
        on_click="ignore",
    )


def _offer_undo(content: Content, day: date) -> None:
    def undone() -> None:
        undo(DELETED)
        focus_on(f".st-key-change-{day} button")

    st.html(f'<p role="alert">{escape(content.weeks.page.deleted.format(day=_day_words(content, day)))}</p>')
    st.button(content.habits_page.page.undo, key="undo-check-in", on_click=undone)


def _entry(content: Content, answers: Answers, check_in: CheckIn, *, changeable: bool) -> None:
    words, day = content.weeks.page, _day_words(content, check_in.day)

    def delete() -> None:
        keep_for_undo(DELETED, "check_ins")
        my_answers().delete_check_in(check_in.day)
        st.session_state[DELETED_DAY] = check_in.day
        focus_on(".st-key-undo-check-in button")

    st.html(table(content, answers, check_in))
    with st.container(key=f"entry-{check_in.day}", horizontal=True):
        if changeable:
            st.button(words.change.format(day=day), key=f"change-{check_in.day}", on_click=_open, args=(check_in.day,))
        st.button(words.delete.format(day=day), key=f"delete-{check_in.day}", on_click=delete)
