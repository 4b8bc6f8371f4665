"""Draws Habits: its parts and screens, what to clear, and the way on."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.content.load import Content
from components.frame.clearing_view import Clearing, offer_clearing
from components.frame.view import link_to, page_head, page_top
from components.habits.check import food_put_away, red_flags
from components.habits.check_view import check_habit, check_habits, show_food_anyway
from components.habits.diets_view import special_diets
from components.habits.parts import (
    ALL,
    DIETS,
    WEEKS,
    Screen,
    first_open,
    keep_way,
    neighbors,
    part_to_show,
    screen_named,
    screens,
)
from components.habits.safety_view import ask_all_cautions, ask_cautions, show_urgent
from components.habits.step_view import small_step
from components.habits.weeks_view import week_by_week

PART = "part"
"""The query parameter that names a part or a screen. A part is no answer, so it may stand in the address."""

HERE = "screen-here"
"""In session state: the screen one came to without an address of its own."""

FIELDS = ("cautions", "seen_to", "habits", "food_anyway", "plan", "check_ins", "diets")
"""The fields of the answers that this page asks for."""


def chosen_part(content: Content, answers: Answers) -> str:
    """Return the part of the page that the address names, or the one to show where it names none.

    Where it names none, the screen one came to stays until one goes on: an answer must not lead on by itself. It is
    kept here and not written into the address, from which Back would lead to the same page again.
    """
    asked = st.query_params.get(PART)
    if asked is not None or not answers.one_at_a_time:
        st.session_state.pop(HERE, None)
    part = st.session_state.get(HERE) or part_to_show(content, answers, asked)
    screen = screen_named(content, part or "")
    if part is not None:
        keep_way(answers, asked, screen)
    if screen and asked is None:
        st.session_state[HERE] = screen.id
    return part or ALL


def show_top(content: Content, answers: Answers, part: str) -> None:
    """Draw the top of a part. Above one question, and above a red flag, stand but the help line and the heading."""
    screen = screen_named(content, part)
    weeks, diets = content.weeks.page, content.diets_file.page
    heading = {WEEKS: weeks.heading, DIETS: diets.heading}.get(part, screen.title if screen else "")
    if screen or red_flags(content, answers):
        page_head(content, "habits", heading=heading, at=part)
    else:
        takes = {WEEKS: weeks.minutes, DIETS: diets.minutes}.get(part, 0)
        page_top(content, "habits", heading=heading, at=part, takes=takes)


def choose_part(content: Content, part: str) -> None:
    """Draw the ways to the other parts of the page. An address with no such part says so."""
    words = content.habits_page.page
    asked = st.query_params.get(PART)
    if asked is not None and asked != part:
        st.info(words.no_such_part)
    here = part if part in (WEEKS, DIETS) else ALL
    parts = {
        ALL: words.part_check,
        WEEKS: content.weeks.page.nav,
        DIETS: content.diets_file.page.nav,
    }
    with st.container(key="habit-parts", horizontal=True, gap=None):
        for name, label in parts.items():
            query = {} if name == ALL else {PART: name}
            link_to("habits", f"**{label}**" if name == here else label, **query)


def show_part(content: Content, answers: Answers, part: str) -> None:
    """Draw a part and the way on. A red flag comes before all of it, and stops the page until help was got."""
    screen = screen_named(content, part)
    if show_urgent(content, answers):
        _show_stopped(content, answers, part)
        return
    if screen:
        _show_screen(content, answers, screen)
        if screen != screens(content)[0]:
            _opt_out(content)
        choose_part(content, part)
    else:
        choose_part(content, part)
        _opt_out(content)
        {WEEKS: _show_weeks, DIETS: _show_diets}.get(part, _show_all)(content, answers)
    if part != WEEKS:
        _where_next(content)
    _offer_clearing(content)


def _show_stopped(content: Content, answers: Answers, part: str) -> None:
    """Draw the page that a red flag stops: the questions that brought it, or the way to them."""
    words = content.habits_page.page
    first = screens(content)[0]
    if part in (ALL, first.id) and first.group:
        st.write(words.cautions_lead)
        ask_cautions(content, answers, first.group, "" if part == first.id else first.title)
    else:
        link_to("habits", words.red_flag_change, part=first.id)


def _show_weeks(content: Content, answers: Answers) -> None:
    _lead(content.weeks.page.lead)
    week_by_week(content, answers)


def _show_diets(content: Content, answers: Answers) -> None:
    _lead(content.diets_file.page.lead)
    special_diets(content, answers)


def _opt_out(content: Content) -> None:
    """Draw the line for people who find thinking about food hard."""
    st.html(f'<p class="opt-out">{escape(content.habits_page.page.opt_out)}</p>')


def _lead(text: str) -> None:
    st.html(f'<p class="guide-lead">{escape(text)}</p>')


def _show_all(content: Content, answers: Answers) -> None:
    with st.container(key="one-at-a-time"):
        link_to("habits", content.habits_page.page.one_at_a_time, part=first_open(content, answers).id)
    ask_all_cautions(content, answers)
    check_habits(content, answers)
    small_step(content, answers)


def _show_screen(content: Content, answers: Answers, screen: Screen) -> None:
    words = content.habits_page.page
    every = screens(content)
    place = words.place.format(number=every.index(screen) + 1, count=len(every))
    st.html(f'<p class="guide-facts"><span>{escape(place)}</span></p>')
    if screen == every[0]:
        _opt_out(content)
    if screen.group:
        st.write(words.cautions_lead)
        ask_cautions(content, answers, screen.group, "")
    elif screen.habit and food_put_away(answers):
        show_food_anyway(content, "screen")
    elif screen.habit:
        check_habit(content, answers, content.habits[screen.habit], named=False)
    else:
        small_step(content, answers, headed=False)
    before, after = neighbors(content, screen)
    if after:
        with st.container(key="next-screen"):
            link_to("habits", words.next_screen.format(title=after.title), part=after.id)
    if before:
        link_to("habits", words.previous_screen.format(title=before.title), part=before.id)
    with st.container(key="all-at-once"):
        link_to("habits", words.all_at_once, part=ALL)


def _offer_clearing(content: Content) -> None:
    words = content.habits_page.page
    offer_clearing(Clearing("clear-habits", FIELDS, words.clear, words.clear_note, words.cleared, words.undo))


def _where_next(content: Content) -> None:
    words = content.habits_page.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
