"""Draws the Habits page: safety questions, the ten habits and what the guides say."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, widget_shows
from components.content.habits import Caution, Habit
from components.content.load import Content
from components.content.load import content as guide
from components.frame.claims import paper
from components.frame.links import guide_link
from components.frame.view import call_address, link_to
from components.habits.check import HabitFeedback, feedback, none_of_group, red_flags, tick_caution, ticked


def opt_out(content: Content) -> None:
    """Draw the line for people who find thinking about food hard."""
    st.html(f'<p class="opt-out">{escape(content.habits_page.page.opt_out)}</p>')


def _none_key(group: str) -> str:
    return f"none-of-{group.replace('_', '-')}"


def _note_caution(caution_id: str) -> None:
    tick_caution(my_answers(), caution_id, st.session_state[f"caution-{caution_id}"])
    st.session_state[_none_key(guide().cautions[caution_id].group)] = False


def _note_none(group: str) -> None:
    none = st.session_state[_none_key(group)]
    none_of_group(guide(), my_answers(), group, none)
    for caution in guide().cautions.values():
        if caution.group == group:
            st.session_state[f"caution-{caution.id}"] = False


def ask_cautions(content: Content, answers: Answers) -> None:
    """Draw the safety questions by group, each a yes by a tick, with "none of these" first."""
    words = content.habits_page.page
    st.header(words.cautions_heading, anchor=False)
    st.write(words.cautions_lead)
    for group, heading in words.caution_groups.items():
        cautions = [caution for caution in content.cautions.values() if caution.group == group]
        with st.container(border=True, key=f"group-{group.replace('_', '-')}"):
            st.subheader(heading, anchor=False)
            st.checkbox(
                words.none_of_these,
                key=widget_shows(_none_key(group), all(answers.cautions.get(c.id) is False for c in cautions)),
                on_change=_note_none,
                args=(group,),
            )
            for caution in cautions:
                st.checkbox(
                    caution.ask,
                    key=widget_shows(f"caution-{caution.id}", answers.cautions.get(caution.id, False)),
                    on_change=_note_caution,
                    args=(caution.id,),
                )
                if caution.red_flag and answers.cautions.get(caution.id):
                    # The full message stands at the top, out of sight from here: the tick must be answered in place.
                    urgency = content.frame.urgency[caution.urgency]
                    st.html(
                        f'<div class="urgent-here"><p><b>{escape(urgency)}.</b></p>{_paragraphs(caution.caution)}'
                        f"{_call(content, caution)}</div>"
                    )


def _note_habit(habit_id: str) -> None:
    chosen = st.session_state[f"habit-{habit_id}"]
    others = {name: value for name, value in my_answers().habits.items() if name != habit_id}
    scale = guide().habits[habit_id].scale
    my_answers().habits = {**others, habit_id: chosen} if chosen in {option.id for option in scale} else others


def _ask_habit(content: Content, answers: Answers, habit: Habit) -> None:
    skip = ""
    texts = {option.id: option.text for option in habit.scale} | {skip: content.habits_page.page.skip}
    st.radio(
        f"**{habit.label}.** {habit.question}",
        [*texts],
        format_func=texts.__getitem__,
        index=None,
        key=widget_shows(f"habit-{habit.id}", answers.habits.get(habit.id)),
        on_change=_note_habit,
        args=(habit.id,),
    )


@st.fragment
def check_habits(content: Content, answers: Answers) -> None:
    """Draw the ten habits and what the guides say. An answer here draws this part anew and not the whole page."""
    _ask_habits(content, answers)
    _show_feedback(content, answers)


def _ask_habits(content: Content, answers: Answers) -> None:
    words = content.habits_page.page
    st.header(words.check_heading, anchor=False)
    st.write(words.check_lead)
    for group, heading in content.habits_page.groups.items():
        st.subheader(heading, anchor=False)
        for habit in content.habits.values():
            if habit.group == group:
                with st.container(border=True, key=f"item-{habit.id}"):
                    _ask_habit(content, answers, habit)


def caution_html(content: Content, caution: Caution) -> str:
    """Return HTML for a caution: how fast to act, what is known, the question for the team, its sources."""
    words = content.habits_page.page
    refs = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in caution.sources)
    return (
        f'<div class="caution {caution.urgency.replace("_", "-")}">'
        f'<p class="urgency">{escape(content.frame.urgency[caution.urgency])}</p>'
        f'<p class="asked">{escape(caution.ask)}</p>{_paragraphs(caution.caution)}{_call(content, caution)}'
        f"<p><b>{escape(words.ask_team)}</b> “{escape(caution.question_for_team)}”</p>"
        f"{_sources(content, refs)}</div>"
    )


def _paragraphs(text: str) -> str:
    """Return HTML for a text whose paragraphs are parted by a blank line."""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def _call(content: Content, caution: Caution) -> str:
    """Return HTML for a link that calls the emergency number, for an emergency; else nothing."""
    if caution.urgency != "emergency":
        return ""
    words = content.frame.call.format(emergency_number=content.clinic.emergency_number)
    return f'<p><a class="call" href="{call_address(content)}">{escape(words)}</a></p>'


def _sources(content: Content, refs: str) -> str:
    summary = escape(content.habits_page.page.sources)
    return f'<details class="sources"><summary>{summary}</summary><ul class="papers">{refs}</ul></details>'


def show_urgent(content: Content, answers: Answers) -> None:
    """Draw what to do now for each red flag answered yes, and nothing when there is none."""
    words = content.habits_page.page
    urgent = red_flags(content, answers)
    if urgent:
        cards = "".join(caution_html(content, caution) for caution in urgent)
        st.html(
            f'<section class="red-flags" role="alert"><h2>{escape(words.red_flag_heading)}</h2>{cards}'
            f"<p>{escape(words.red_flag_after)}</p></section>"
        )


def _feedback_html(content: Content, given: HabitFeedback) -> str:
    words, labels, habit = content.habits_page.page, content.frame.labels, given.habit
    first = "".join(
        f"<li><b>{escape(words.ask_first)}:</b> “{escape(caution.question_for_team)}”</li>"
        for caution in given.ask_first
    )
    if habit.ms_certainty:
        claim = content.claims[habit.claims[0]]
        sure = guide_link(
            "evidence", escape(labels.certainty[habit.ms_certainty]), about=claim.statement, claim=claim.id
        )
        rated = f"<p><b>{escape(words.for_ms)}</b> {sure}</p>"
        if habit.general_health_certainty:
            general = labels.general_certainty[habit.general_health_certainty]
            rated = f"<p><b>{escape(words.for_health)}</b> {escape(general)}</p>{rated}"
    else:
        rated = f"<p>{escape(words.not_rated)}</p>"
    steps = "".join(f"<li>{escape(step.text)}</li>" for step in given.steps)
    refs = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in habit.target_sources)
    return (
        f'<section class="feedback"><h3>{escape(habit.label)}</h3>'
        f"<p><b>{escape(words.you_said)}:</b> {escape(given.answer.text)}</p>"
        + (f'<ul class="ask-first">{first}</ul>' if first else "")
        + f"<p><b>{escape(words.guides_say)}:</b> {escape(habit.target)}</p>"
        f"<p><b>{escape(words.why)}:</b> {escape(habit.plain_why)}</p>{rated}"
        + (f"<p><b>{escape(words.small_steps)}:</b></p><ul>{steps}</ul>" if steps else "")
        + f"{_sources(content, refs)}</section>"
    )


def _show_feedback(content: Content, answers: Answers) -> None:
    """Draw what the guides say for each answered habit. A red flag holds all of it back."""
    words = content.habits_page.page
    st.header(words.feedback_heading, anchor=False)
    if red_flags(content, answers):
        points = "".join(f"<li>{escape(caution.ask)}</li>" for caution in red_flags(content, answers))
        st.html(f'<p class="held-back">{escape(words.feedback_held_back)}</p><ul>{points}</ul>')
        return
    others = ticked(content, answers)
    if others:
        cards = "".join(caution_html(content, caution) for caution in others)
        st.html(f'<section class="cautions"><h3>{escape(words.ticked_heading)}</h3>{cards}</section>')
    given = feedback(content, answers)
    if not given:
        st.write(words.nothing_answered)
        return
    st.html(
        f'<p class="feedback-lead">{escape(words.feedback_lead.text)}</p>'
        + "".join(_feedback_html(content, item) for item in given)
    )


def where_next(content: Content) -> None:
    """Draw the way to the sheet."""
    words = content.habits_page.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
