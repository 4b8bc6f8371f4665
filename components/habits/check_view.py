"""Draws the habit check: each item with its answers, and under it what the guides say."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, remember, widget_shows
from components.content.habits import SKIP, Habit
from components.content.load import Content
from components.content.load import content as guide
from components.frame.claims import paper
from components.frame.links import guide_link
from components.habits.check import HabitFeedback, answer_habit, feedback


def _note_habit(habit_id: str) -> None:
    answer_habit(guide(), my_answers(), habit_id, st.session_state[f"habit-{habit_id}"])


def check_habits(content: Content, answers: Answers) -> None:
    """Draw the ten items by group. An answer draws its own item anew and not the whole page."""
    words = content.habits_page.page
    st.header(words.check_heading, anchor=False)
    st.write(words.check_lead)
    st.html(f'<p class="feedback-lead">{escape(words.feedback_lead.text)}</p>')
    for group, heading in content.habits_page.groups.items():
        st.subheader(heading, anchor=False)
        for habit in content.habits.values():
            if habit.group == group:
                check_habit(content, answers, habit)


@st.fragment
def check_habit(content: Content, answers: Answers, habit: Habit) -> None:
    """Draw one item: the question, its answers, and once it is answered what the guides say."""
    texts = {option.id: option.text for option in habit.scale} | {SKIP: content.habits_page.page.skip}
    with st.container(border=True, key=f"item-{habit.id}"):
        st.radio(
            f"**{habit.label}.** {habit.question}",
            [*texts],
            format_func=texts.__getitem__,
            index=None,
            horizontal=True,
            key=widget_shows(f"habit-{habit.id}", answers.habits.get(habit.id)),
            on_change=_note_habit,
            args=(habit.id,),
        )
        given = feedback(content, answers, habit)
        if given:
            st.html(_feedback_html(content, given))
    remember(f"habit-{habit.id}")


def _feedback_html(content: Content, given: HabitFeedback) -> str:
    """Return HTML for what an answer brings: what to ask first, what guides say, for what benefit; why and sources."""
    words, habit = content.habits_page.page, given.habit
    first = "".join(
        f"<li><b>{escape(words.ask_first)}:</b> “{escape(caution.question_for_team)}”</li>"
        for caution in given.ask_first
    )
    refs = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in habit.target_sources)
    return (
        f'<section class="feedback" aria-label="{escape(habit.label)}">'
        f"<p><b>{escape(words.you_said)}:</b> {escape(given.answer.text)}</p>"
        + (f'<ul class="ask-first">{first}</ul>' if first else "")
        + f"<p><b>{escape(words.guides_say)}:</b> {escape(habit.target)}</p>{_rated(content, habit)}"
        f'<details class="sources"><summary>{escape(words.sources)}</summary>'
        f'<p>{escape(habit.plain_why)}</p><ul class="papers">{refs}</ul></details></section>'
    )


def _rated(content: Content, habit: Habit) -> str:
    """Return HTML for how sure we are that a habit helps: health in general, and apart from that MS."""
    words, labels = content.habits_page.page, content.frame.labels
    if not habit.ms_certainty:
        return f"<p>{escape(words.not_rated)}</p>"
    claim = content.claims[habit.claims[0]]
    sure = guide_link("evidence", escape(labels.certainty[habit.ms_certainty]), about=claim.statement, claim=claim.id)
    rated = f"<p><b>{escape(words.for_ms)}</b> {sure}</p>"
    if habit.general_health_certainty:
        general = labels.general_certainty[habit.general_health_certainty]
        rated = f"<p><b>{escape(words.for_health)}</b> {escape(general)}</p>{rated}"
    return rated
