"""Draws the first part of My visit, the three minutes: who it is with, what matters most, and the questions."""

import hashlib
from html import escape

import streamlit as st

from components.answers.model import (
    MAX_DRAFT_LENGTH,
    MAX_MATTERS,
    MAX_OWN_QUESTIONS,
    MAX_QUESTION_LENGTH,
    Answers,
    OwnQuestion,
)
from components.answers.view import can_undo, keep_for_undo, my_answers, show_anew, undo, widget_shows
from components.care_team.suggestions import by_topic, suggested_questions
from components.content.care_team import Matter, Question
from components.content.load import Content
from components.frame.choice_view import choice
from components.frame.focus_view import focus_on
from components.frame.text_view import long_text, short_text

OWN_QUESTION = "own-question"
PROBLEM = "own-question-problem"
MOVED = "moved-question"
"""In session state until said: what keeps a typed question off the list, and the mark of a question that moved."""

TAKEN_OFF = "put-question-back"
"""The name of taking a question off, which can be undone, and the key of the button."""

MANY_QUESTIONS = 5
"""From more questions than this on, the page says that the sheet may not fit on one side."""

FIRST_MATTERS = 7
"""How many matters stand in sight: no list in the guide is longer (DESIGN.md, rules of the words)."""


def choose_role(content: Content, answers: Answers) -> None:
    """Draw the choice of who the visit is with."""
    words = content.care_team.page

    def chosen(role: str) -> None:
        my_answers().with_whom = role

    st.header(words.with_heading, anchor=False)
    with st.container(key="with-whom-box"):
        texts = {**content.questions_file.roles, "": words.with_nobody}
        choice(words.with_label, texts, ("with-whom", answers.with_whom or None), chosen, horizontal=True)


def choose_matters(content: Content, answers: Answers) -> None:
    """Draw the choice of what matters most, with own words for one."""
    words, matters = content.care_team.page, content.matters.matters
    count = len([matter for matter in matters if matter.id in answers.matters]) + bool(answers.own_matter.strip())
    said = words.matters_full if count >= MAX_MATTERS else words.matters_count
    st.header(words.matters_heading, anchor=False)
    st.write(words.matters_lead.format(most=MAX_MATTERS))
    with st.container(key="matters", horizontal=True, gap="small"):
        for matter in matters[:FIRST_MATTERS]:
            _matter_box(matter, answers)
    st.html(f'<p role="status">{escape(said.format(count=count, most=MAX_MATTERS))}</p>')
    with st.expander(words.matters_more), st.container(key="more-matters"):
        for matter in matters[FIRST_MATTERS:]:
            _matter_box(matter, answers)
        if count < MAX_MATTERS or answers.own_matter:
            short_text(words.own_matter, "own-matter", answers.own_matter, _note_matter)


def _matter_box(matter: Matter, answers: Answers) -> None:
    key = f"matter-{matter.id}"

    def changed() -> None:
        my_answers().choose_matter(matter.id, st.session_state[key])
        show_anew(key)  # a fourth one is not taken, and its box must say so

    st.checkbox(matter.text, key=widget_shows(key, matter.id in answers.matters), on_change=changed)


def _note_matter(typed: str) -> None:
    my_answers().own_matter = typed


def choose_questions(content: Content, answers: Answers) -> None:
    """Draw the list of questions in its order, what may be added to it, and the way to the sheet."""
    words = content.care_team.page
    st.header(words.questions_heading, anchor=False)
    st.write(words.questions_lead)
    suggested = suggested_questions(content, answers)
    st.subheader(words.suggested_heading, anchor=False)
    st.write(words.suggested_lead)
    # What has a changing number of parts stands in a box of its own: else Streamlit draws all that follows it anew, and
    # what was opened there falls shut.
    with st.container(key="suggested"):
        for question in suggested:
            _question_box(question, answers)
    _own_question(content, answers)
    _all_questions(content, answers, suggested)
    _chosen_questions(content, answers)
    with st.container(key="enough", border=True):
        if answers.questions:
            st.write(words.enough)
        st.button(words.see_sheet, key="see-sheet", type="primary", on_click=focus_on, args=(".st-key-your-sheet h2",))


def _all_questions(content: Content, answers: Answers, suggested: tuple[Question, ...]) -> None:
    words, role = content.care_team.page, content.questions_file.roles.get(answers.with_whom)
    with st.expander(words.all_heading):
        for topic in by_topic(content, answers):
            suited = [question for question in topic.suited if question not in suggested]
            others = [question for question in topic.others if question not in suggested]
            with st.expander(topic.heading):
                if role and suited and others:
                    st.write(words.all_for.format(role=role))
                for question in suited:
                    _question_box(question, answers)
                if role and others:
                    st.write(words.all_others)
                for question in others:
                    _question_box(question, answers)


def _question_box(question: Question, answers: Answers) -> None:
    key = f"question-{question.id}"

    def changed() -> None:
        my_answers().choose_question(question.id, st.session_state[key])

    st.checkbox(question.text, key=widget_shows(key, question.id in answers.questions), on_change=changed)


def _chosen_questions(content: Content, answers: Answers) -> None:
    """Draw the questions that are on the sheet, with what moves each and takes it off."""
    words = content.care_team.page
    known = [asked for asked in answers.questions if _is_known(content, asked)]
    moved = st.session_state.pop(MOVED, None)
    with st.container(key="asked-list"):
        st.subheader(words.list_heading, anchor=False)
        if not known:
            st.write(words.list_none)
        for number, asked in enumerate(known, 1):
            mark = _mark(asked)
            with st.container(key=f"asked-{mark}", border=True):
                _text_of(content, asked, number)
                if moved == mark:
                    st.html(f'<p role="status">{escape(words.moved.format(number=number, count=len(known)))}</p>')
                _moving(content, asked, number, len(known))
        if can_undo(TAKEN_OFF):
            st.button(words.put_back, key=TAKEN_OFF, on_click=undo, args=(TAKEN_OFF,))
        if len(known) > MANY_QUESTIONS:
            st.write(words.many_questions.format(count=len(known)))


def _is_known(content: Content, asked: str | OwnQuestion) -> bool:
    return isinstance(asked, OwnQuestion) or asked in content.questions


def _mark(asked: str | OwnQuestion) -> str:
    """Return a name for a question that may stand in a key: the same wherever it stands in the list, so that a second
    press on a button that has moved does not move or take off the next question.
    """
    if isinstance(asked, str):
        return asked
    return "own-" + hashlib.sha256(asked.own.encode("utf-8", "replace")).hexdigest()[:12]


def _text_of(content: Content, asked: str | OwnQuestion, number: int) -> None:
    text = asked.own if isinstance(asked, OwnQuestion) else content.questions[asked].text
    st.html(f'<p class="asked"><b>{number}.</b> {escape(text)}</p>')


def _moving(content: Content, asked: str | OwnQuestion, number: int, count: int) -> None:
    words, mark = content.care_team.page, _mark(asked)

    def move(by: int) -> None:
        answers = my_answers()
        # A question that the guide no longer has is not seen, and must not take the place of one that is.
        answers.questions = [other for other in answers.questions if _is_known(content, other)]
        answers.move_question(asked, -1 if by < 0 else 1)
        st.session_state[MOVED] = mark
        # At the end of the list the pressed button is gone. Its neighbor would undo the move at one press too many.
        pressed = f".st-key-{'up' if by < 0 else 'down'}-{mark} button"
        focus_on(f".st-key-asked-{mark} .asked" if number + by in (1, count) else pressed)

    def take_off() -> None:
        if asked not in my_answers().questions:  # a second press, on its way while the first was answered
            return
        place = my_answers().questions.index(asked)

        def put_back(_: Answers, now: Answers) -> Answers:
            if isinstance(asked, OwnQuestion) and len(now.own_questions) >= MAX_OWN_QUESTIONS:
                st.session_state[PROBLEM] = "full"
            else:
                now.put_question(asked, place)
            return now

        keep_for_undo(TAKEN_OFF, "questions", bring_back=put_back)
        my_answers().remove_question(asked)
        show_anew(f"question-{mark}")
        focus_on(".st-key-asked-list h3")

    with st.container(horizontal=True, gap="small"):
        if number > 1:
            st.button(words.move_up.format(number=number), key=f"up-{mark}", on_click=move, args=(-1,))
        if number < count:
            st.button(words.move_down.format(number=number), key=f"down-{mark}", on_click=move, args=(1,))
        st.button(words.remove.format(number=number), key=f"remove-{mark}", on_click=take_off)


def _own_question(content: Content, answers: Answers) -> None:
    words = content.care_team.page

    def typed(text: str) -> None:
        my_answers().draft = text

    with st.container(border=True, key="own-question-box"):
        long_text(words.own_question_label, OWN_QUESTION, answers.draft, MAX_DRAFT_LENGTH, typed)
        st.write(words.own_question_hint)
        st.button(words.own_question_add, key="add-own-question", on_click=add_own_question)
        _own_question_problem(content)


def _own_question_problem(content: Content) -> None:
    """Say what keeps the typed question off the sheet, in the place where it was typed. Nothing typed is lost."""
    words, draft = content.care_team.page, my_answers().draft
    problem = st.session_state.pop(PROBLEM, None)
    if problem == "full":
        st.warning(words.own_question_too_many)
    elif problem == "empty":
        st.warning(words.own_question_empty)
    elif problem == "twice":
        st.warning(words.own_question_twice)
    elif problem == "long" or len(draft) > MAX_QUESTION_LENGTH:
        st.warning(words.own_question_too_long.format(count=len(draft) - MAX_QUESTION_LENGTH))


def add_own_question() -> None:
    """Put the typed question on the list, or note what keeps it off."""
    answers = my_answers()
    text = answers.draft.strip()
    if not text:
        st.session_state[PROBLEM] = "empty"
    elif len(text) > MAX_QUESTION_LENGTH:
        st.session_state[PROBLEM] = "long"
    elif text in answers.own_questions:
        st.session_state[PROBLEM] = "twice"
    elif len(answers.own_questions) >= MAX_OWN_QUESTIONS:
        st.session_state[PROBLEM] = "full"
    else:
        answers.add_own_question(text)
        answers.draft = st.session_state[OWN_QUESTION] = ""
