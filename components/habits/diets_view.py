"""Draws the special diets: which to read about, side by side or alone, and their questions for the team."""

from html import escape

import streamlit as st

from components.answers.model import MAX_DIETS, Answers
from components.answers.view import my_answers, remember, widget_shows
from components.content.load import Content
from components.habits.diets import chosen_diets, compared


@st.fragment
def special_diets(content: Content, answers: Answers) -> None:
    """Draw the choice of diets, what is known about the chosen ones, and a question for each."""
    words = content.diets_file.page
    st.write(words.how_sure)
    _choose(content, answers)
    chosen = chosen_diets(content, answers)
    if not chosen:
        st.write(words.none_chosen)
    else:
        st.header(words.compare_heading, anchor=False)
        st.html(compared(content, answers))
        st.write(words.asks_from)
        st.header(words.ask_heading, anchor=False)
        st.write(words.ask_lead)
        for name in dict.fromkeys(diet.question for diet in chosen):
            _question(content, answers, name)
    remember("diets")


def _choose(content: Content, answers: Answers) -> None:
    words = content.diets_file.page
    full = len(answers.diets) >= MAX_DIETS
    with st.container(key="choose-diets"):
        st.html(f"<p><b>{escape(words.choose.format(most=MAX_DIETS))}</b></p>")
        if full:
            st.html(f'<p role="status">{escape(words.full.format(most=MAX_DIETS))}</p>')
        for diet in content.diets.values():

            def changed(name: str = diet.id) -> None:
                my_answers().choose_diet(name, st.session_state[f"diet-{name}"])

            chosen = diet.id in answers.diets
            st.checkbox(
                diet.name, key=widget_shows(f"diet-{diet.id}", chosen), on_change=changed, disabled=full and not chosen
            )


def _question(content: Content, answers: Answers, question_id: str) -> None:
    key = f"question-{question_id}"

    def changed() -> None:
        my_answers().choose_question(question_id, st.session_state[key])

    # Given anew at every run: My visit has a box with the same key, whose value goes with that page.
    st.session_state[key] = question_id in answers.questions
    st.checkbox(content.questions[question_id].text, key=key, on_change=changed)
