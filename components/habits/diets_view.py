"""Draws the special diets: which to read about, side by side or alone, and their questions for the team."""

from html import escape

import streamlit as st

from components.answers.model import MAX_DIETS, Answers
from components.answers.view import my_answers, remember, show_anew, widget_shows
from components.content.load import Content
from components.content.load import content as guide
from components.frame.focus_view import focus_on, follow_focus
from components.habits.check import food_put_away
from components.habits.check_view import show_food_anyway
from components.habits.diets import choose_diet, chosen_diets, compared


def special_diets(content: Content, answers: Answers) -> None:
    """Draw the choice of diets, what is known about the chosen ones, and a question for each."""
    if food_put_away(answers):
        show_food_anyway(content, "diets")
        return
    st.write(content.diets_file.page.how_sure)
    _special_diets(content, answers)


@st.fragment
def _special_diets(content: Content, answers: Answers) -> None:
    words, chosen = content.diets_file.page, chosen_diets(content, answers)
    _choose(content, answers, len(chosen))
    if chosen:
        st.button(words.read, key="read-diets", on_click=focus_on, args=(".st-key-compared h2",))
        with st.container(key="compared"):
            st.header(words.compare_heading, anchor=False)
            st.html(compared(content, answers))
            st.write(words.asks_from)
        st.header(words.ask_heading, anchor=False)
        st.write(words.ask_lead)
        for name in dict.fromkeys(diet.question for diet in chosen):
            _question(content, answers, name)
    remember("diets")
    follow_focus("diets")


def _choose(content: Content, answers: Answers, count: int) -> None:
    words = content.diets_file.page
    said = words.full if count >= MAX_DIETS else words.chosen
    with st.container(key="choose-diets"):
        st.html(
            f"<p><b>{escape(words.choose.format(most=MAX_DIETS))}</b> "
            f'<span role="status">{escape(said.format(count=count, most=MAX_DIETS))}</span></p>'
        )
        for diet in content.diets.values():

            def changed(name: str = diet.id) -> None:
                choose_diet(guide(), my_answers(), name, st.session_state[f"diet-{name}"])
                show_anew(f"diet-{name}")  # a fourth one is not taken, and its box must say so

            st.checkbox(diet.name, key=widget_shows(f"diet-{diet.id}", diet.id in answers.diets), on_change=changed)


def _question(content: Content, answers: Answers, question_id: str) -> None:
    key = f"question-{question_id}"

    def changed() -> None:
        my_answers().choose_question(question_id, st.session_state[key])

    shown = widget_shows(key, question_id in answers.questions)
    st.checkbox(content.questions[question_id].text, key=shown, on_change=changed)
