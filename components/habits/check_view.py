"""Draws the habit check: each item with its answers, and under it what the guides say."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, remember
from components.content.habits import SKIP, Habit
from components.content.load import Content
from components.frame.choice_view import choice
from components.frame.claims import paper
from components.frame.links import guide_link
from components.habits.check import HabitFeedback, answer_habit, feedback, food_put_away


def check_habits(content: Content, answers: Answers) -> None:
    """Draw the ten items by group. An answer draws its own item anew and not the whole page."""
    words = content.habits_page.page
    st.header(words.check_heading, anchor=False)
    if food_put_away(answers):
        show_food_anyway(content, "check")
        return
    st.write(words.check_lead)
    st.html(f'<p class="feedback-lead">{escape(words.feedback_lead.text)}</p>')
    for group, heading in content.habits_page.groups.items():
        st.subheader(heading, anchor=False)
        for habit in content.habits.values():
            if habit.group == group:
                check_habit(content, answers, habit)


def show_food_anyway(content: Content, where: str) -> None:
    """Say kindly that a part is put away from those whom food rules worry, and let them see it if they want."""

    def wanted() -> None:
        my_answers().food_anyway = True

    words = content.habits_page.page
    st.html(f'<p class="opt-out">{escape(words.food_worry)}</p>')
    st.button(words.food_anyway, key=f"food-anyway-{where}", on_click=wanted)


@st.fragment
def check_habit(content: Content, answers: Answers, habit: Habit, *, named: bool = True) -> None:
    """Draw one item: the question, its answers, and once it is answered what the guides say.

    named: whether its name stands before the question; it does not where the page's own heading says it.
    """
    texts = {option.id: option.text for option in habit.scale} | {SKIP: content.habits_page.page.skip}
    with st.container(border=True, key=f"item-{habit.id}"):
        choice(
            f"**{habit.label}.** {habit.question}" if named else habit.question,
            texts,
            (f"habit-{habit.id}", answers.habits.get(habit.id)),
            lambda said: answer_habit(content, my_answers(), habit.id, said),
            horizontal=True,
        )
        given = feedback(content, answers, habit)
        if given:
            st.html(_feedback_html(content, given))
    remember(f"habit-{habit.id}")


def _feedback_html(content: Content, given: HabitFeedback) -> str:
    """Return HTML for what an answer brings: what to ask the team, what guides say, for what benefit; why and sources.

    What guides tell most adults is left out where a talk with the team comes first.
    """
    words, habit = content.habits_page.page, given.habit
    refs = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in habit.target_sources)
    goal = f"<p><b>{escape(words.own_idea)}:</b> {escape(habit.own_goal)}</p>" if habit.own_goal else ""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in habit.target.split("\n\n")[1:])
    said = (
        f"<p><b>{escape(words.guides_say)}:</b> {escape(habit.target.split(chr(10))[0])}</p>{paragraphs}{goal}"
        if given.for_most
        else f"<p>{escape(words.may_not_fit)}</p>"
    )
    why = f"<p>{escape(habit.plain_why)}</p>" if given.for_most else ""
    return (
        f'<section class="feedback" aria-label="{escape(habit.label)}">'
        f"<p><b>{escape(words.you_said)}:</b> {escape(given.answer.text)}</p>"
        f"{_to_ask(content, given)}{said}{_rated(content, habit)}"
        f'<details class="sources"><summary>{escape(words.sources if why else words.caution_sources)}</summary>'
        f'{why}<ul class="papers">{refs}</ul></details></section>'
    )


def _to_ask(content: Content, given: HabitFeedback) -> str:
    """Return HTML for the questions that ticked cautions bring, each with when to ask it."""
    words, urgency = content.habits_page.page, content.frame.urgency
    rows = "".join(
        f"<li><b>{escape(urgency['routine'] if caution.urgency == 'routine' else words.ask_first)}:</b> "
        f"“{escape(caution.question_for_team)}”</li>"
        for caution in given.ask_first
    )
    return f'<ul class="ask-first">{rows}</ul>' if rows else ""


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
