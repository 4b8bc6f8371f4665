"""Draws one small step: what to add to, the step, the if-then plan, how sure one is, and a smaller step."""

from html import escape

import streamlit as st

from components.answers.model import OWN_STEP, Answers, Plan
from components.answers.view import my_answers, remember, show_anew, widget_shows
from components.content.habits import Caution, Habit
from components.content.load import Content
from components.frame.choice_view import choice
from components.frame.focus_view import focus_on, follow_focus
from components.frame.text_view import short_text
from components.habits.check import ask_first, food_put_away
from components.habits.check_view import show_food_anyway
from components.habits.steps import (
    MOST_SURE,
    ChosenStep,
    asks_what_would_raise_it,
    asks_why_not_lower,
    choose_habit,
    choose_step,
    chosen_step,
    habits_to_add_to,
    offer,
    smaller,
    unsure,
)

RATINGS = {str(number): str(number) for number in range(MOST_SURE + 1)}
KEYS = ("step-choice", "step-when", "step-will", "step-importance", "step-confidence", "step-why", "step-raise")
"""The widgets that show another step's plan once another step is chosen."""


def small_step(content: Content, answers: Answers, *, headed: bool = True) -> None:
    """Draw the part where one small step is chosen. headed: whether it has a heading of its own."""
    if headed:
        st.header(content.steps_file.page.heading, anchor=False)
    if food_put_away(answers):
        show_food_anyway(content, "step")
        return
    _small_step(content, answers)


@st.fragment
def _small_step(content: Content, answers: Answers) -> None:
    words, plan = content.steps_file.page, answers.plan
    st.write(words.lead)
    _choose_habit(content, answers)
    habit = content.habits.get(plan.habit)
    if habit:
        _ask_first(content, ask_first(content, answers, habit))
        _choose_fits(content, plan)
        _step_and_plan(content, answers, habit)
    remember("step-habit")
    follow_focus("step-habit")


@st.fragment
def _step_and_plan(content: Content, answers: Answers, habit: Habit) -> None:
    """Draw the steps and the plan: a fragment of its own, so that a press draws anew only what follows from it."""
    _choose_step(content, answers, habit)
    _show_chosen(content, answers)
    remember("step")
    follow_focus("step")


def _choose_habit(content: Content, answers: Answers) -> None:
    words = content.steps_file.page
    texts = {"": words.no_habit} | {habit.id: habit.to_add for habit in habits_to_add_to(content, answers)}

    def chosen(habit_id: str) -> None:
        choose_habit(my_answers(), habit_id)
        show_anew(*KEYS)

    choice(words.habit, texts, ("step-habit", answers.plan.habit), chosen)


def _choose_step(content: Content, answers: Answers, habit: Habit) -> None:
    words, plan = content.steps_file.page, answers.plan
    found = offer(content, answers, habit)
    texts = {step.id: step.text for step in found.steps} | {OWN_STEP: words.own_step}
    if not found.steps:
        st.write(words.none_fit)

    def chosen(step_id: str) -> None:
        choose_step(content, my_answers(), step_id)
        show_anew(*KEYS)

    choice(words.step, texts, ("step-choice", plan.step), chosen)
    if found.held_back:
        st.write(words.held_back.format(count=found.held_back))
    if plan.step == OWN_STEP:
        st.write(words.own_note)
        _line(words.own_label, "own", "step-own")


def _choose_fits(content: Content, plan: Plan) -> None:
    with st.container(key="step-fits", horizontal=True, gap="small"):
        st.html(f"<p>{escape(content.steps_file.page.fits)}</p>")
        for fit, label in content.steps_file.fits.items():

            def changed(fit: str = fit) -> None:
                others = [other for other in my_answers().plan.fits if other != fit]
                my_answers().plan.fits = [*others, fit] if st.session_state[f"fit-{fit}"] else others

            st.checkbox(label, key=widget_shows(f"fit-{fit}", fit in plan.fits), on_change=changed)


def _ask_first(content: Content, cautions: tuple[Caution, ...]) -> None:
    if cautions:
        lines = "".join(f"<li>“{escape(caution.question_for_team)}”</li>" for caution in cautions)
        lead = escape(content.steps_file.page.ask_first)
        st.html(f'<div class="ask-first"><p><b>{lead}</b></p><ul>{lines}</ul></div>')


def _show_chosen(content: Content, answers: Answers) -> None:
    """Draw what belongs to the chosen step: why it waits, or its plan and how sure one is."""
    found = chosen_step(content, answers)
    if found is None:
        return
    if found.waits_for:
        _show_waiting(content, found)
        return
    _show_yours(content, found)
    _plan(content)
    _ratings(content, answers)
    _take_off(content)


def _show_waiting(content: Content, found: ChosenStep) -> None:
    words = content.steps_file.page
    lines = "".join(f"<li>{escape(caution.ask)}</li>" for caution in found.waits_for)
    st.html(
        f'<div class="ask-first"><p>{escape(words.paused.format(step=found.text))}</p>'
        f"<p>{escape(words.paused_why)}</p><ul>{lines}</ul></div>"
    )


def _plan(content: Content) -> None:
    words = content.steps_file.page
    st.subheader(words.plan_heading, anchor=False)
    st.write(words.plan_lead)
    _line(words.when, "when", "step-when")
    _line(words.will, "will", "step-will")


def _line(label: str, field: str, key: str) -> None:
    """Draw a short text of the plan."""

    def note(typed: str) -> None:
        setattr(my_answers().plan, field, typed)

    short_text(label, key, getattr(my_answers().plan, field), note)


def _ratings(content: Content, answers: Answers) -> None:
    words, plan = content.steps_file.page, answers.plan
    _rating(words.importance, words.importance_ends, "importance", "step-importance")
    _rating(words.confidence, words.confidence_ends, "confidence", "step-confidence")
    if asks_why_not_lower(plan):
        _line(words.why_not_lower, "why_not_lower", "step-why")
    if asks_what_would_raise_it(plan):
        _line(words.raise_it, "raise_it", "step-raise")
    if unsure(answers):
        _offer_smaller(content, answers)


def _rating(label: str, ends: str, field: str, key: str) -> None:
    said = getattr(my_answers().plan, field)

    def note(number: str) -> None:
        setattr(my_answers().plan, field, int(number))

    choice(f"**{label}** {ends}", RATINGS, (key, None if said is None else str(said)), note, horizontal=True)


def _offer_smaller(content: Content, answers: Answers) -> None:
    words = content.steps_file.page
    ways = "".join(f"<li>{escape(way)}</li>" for way in words.smaller_ways)
    with st.container(border=True, key="smaller-step"):
        st.subheader(words.smaller_heading, anchor=False)
        st.html(f"<p>{escape(words.smaller_lead)}</p><ul>{ways}</ul>")
        for step in smaller(content, answers):

            def taken(step_id: str = step.id) -> None:
                choose_step(content, my_answers(), step_id)
                show_anew(*KEYS)
                focus_on(".yours h3")

            st.button(words.take_smaller.format(step=step.text), key=f"take-{step.id}", on_click=taken)


def _show_yours(content: Content, found: ChosenStep) -> None:
    words = content.steps_file.page
    plan = f"<p>{escape(found.plan)}</p>" if found.plan else ""
    heading = escape(words.yours_heading)
    st.html(
        f'<section class="message yours"><h3>{heading}</h3>'
        f"<p><b>{escape(found.text)}</b></p>{plan}<p>{escape(words.on_sheet)}</p></section>"
    )


def _take_off(content: Content) -> None:
    def take_off() -> None:
        choose_step(content, my_answers(), "")
        show_anew(*KEYS)
        focus_on(".st-key-step-choice input")

    st.button(content.steps_file.page.take_off, key="take-off-step", on_click=take_off)
