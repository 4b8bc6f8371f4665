"""Draws Habits: its parts and screens, what to clear, and the way on."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import can_undo, clear, undo
from components.content.load import Content
from components.frame.view import link_to, page_head, page_top
from components.habits.check_view import check_habit, check_habits
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
from components.habits.safety_view import ask_all_cautions, ask_cautions, hold_back, show_urgent
from components.habits.step_view import small_step
from components.habits.weeks_view import week_by_week

PART = "part"
"""The query parameter that names a part or a screen. A part is no answer, so it may stand in the address."""

CLEARED = "habits"
FIELDS = ("cautions", "habits", "plan", "check_ins", "diets")
"""The fields of the answers that this page asks for."""


def chosen_part(content: Content, answers: Answers) -> str:
    """Return the part of the page that the address names, or the one to show where it names none."""
    asked = st.query_params.get(PART)
    part = part_to_show(content, answers, asked)
    if part is not None:
        keep_way(answers, asked, screen_named(content, part))
    return part or ALL


def show_top(content: Content, part: str) -> None:
    """Draw the top of a part. A screen has nothing above its question but the help line and its heading."""
    screen = screen_named(content, part)
    weeks, diets = content.weeks.page, content.diets_file.page
    if screen:
        page_head(content, "habits", heading=screen.title, at=part)
    elif part in (WEEKS, DIETS):
        words = weeks if part == WEEKS else diets
        page_top(content, "habits", heading=words.heading, at=part, takes=words.minutes)
    else:
        page_top(content, "habits", at=part)


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
    """Draw a part. A red flag comes before all of it, and stops the page until it is cleared up."""
    urgent = show_urgent(content, answers)
    screen = screen_named(content, part)
    if screen:
        _show_screen(content, answers, screen, urgent=urgent)
        _opt_out(content)
        choose_part(content, part)
        return
    choose_part(content, part)
    _opt_out(content)
    if urgent:
        ask_all_cautions(content, answers)
        hold_back(content, answers)
    elif part == WEEKS:
        _lead(content.weeks.page.lead)
        week_by_week(content, answers)
    elif part == DIETS:
        _lead(content.diets_file.page.lead)
        special_diets(content, answers)
    else:
        _show_all(content, answers)


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


def _show_screen(content: Content, answers: Answers, screen: Screen, *, urgent: bool) -> None:
    words = content.habits_page.page
    every = screens(content)
    place = words.place.format(number=every.index(screen) + 1, count=len(every))
    st.html(f'<p class="guide-facts"><span>{escape(place)}</span></p>')
    before, after = neighbors(content, screen)
    if urgent and screen.group != "red_flag":
        hold_back(content, answers)
        after = None
        before = every[0]
    elif screen.group:
        st.write(words.cautions_lead)
        ask_cautions(content, answers, screen.group, "")
        after = None if urgent else after
    elif screen.habit:
        check_habit(content, answers, content.habits[screen.habit])
    else:
        small_step(content, answers, headed=False)
    if after:
        with st.container(key="next-screen"):
            link_to("habits", words.next_screen.format(title=after.title), part=after.id)
    if before:
        link_to("habits", words.previous_screen.format(title=before.title), part=before.id)
    with st.container(key="all-at-once"):
        link_to("habits", words.all_at_once, part=ALL)


def clear_answers(content: Content, answers: Answers) -> None:
    """Offer to clear what this page holds, and to bring it back."""
    words = content.habits_page.page
    if can_undo(CLEARED):
        st.html(f'<p role="alert">{escape(words.cleared)}</p>')
        st.button(words.undo, key="undo-clear", on_click=undo)
    elif any(getattr(answers, field) != getattr(Answers(), field) for field in FIELDS):
        st.write(words.clear_note)
        st.button(words.clear, key="clear-habits", on_click=clear, args=(CLEARED, *FIELDS))


def where_next(content: Content) -> None:
    """Draw the way to the sheet."""
    words = content.habits_page.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
