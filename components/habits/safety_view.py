"""Draws the safety questions, and what follows from each yes in the place where it was ticked."""

from html import escape

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, remember, widget_shows
from components.content.fields import CautionGroup
from components.content.habits import Caution
from components.content.load import Content
from components.content.load import content as guide
from components.frame.claims import paper
from components.frame.view import call_address
from components.habits.check import none_of_group, red_flags, tick_caution

TICKED = "just-ticked"
"""In session state from a tick until all of the page is drawn anew: what stands elsewhere follows from it too."""


def _none_key(group: str) -> str:
    return f"none-of-{group.replace('_', '-')}"


def _note_caution(caution_id: str) -> None:
    tick_caution(my_answers(), caution_id, st.session_state[f"caution-{caution_id}"])
    st.session_state[_none_key(guide().cautions[caution_id].group)] = False
    st.session_state[TICKED] = True


def _note_none(group: CautionGroup) -> None:
    none_of_group(guide(), my_answers(), group, st.session_state[_none_key(group)])
    for caution in guide().cautions.values():
        if caution.group == group:
            st.session_state[f"caution-{caution.id}"] = False
    st.session_state[TICKED] = True


def show_urgent(content: Content, answers: Answers) -> bool:
    """Draw what to do now for each red flag answered yes. Returns whether there is one: then the page stops."""
    words = content.habits_page.page
    st.session_state.pop(TICKED, None)  # all of the page is drawn now
    urgent = red_flags(content, answers)
    if urgent:
        cards = "".join(_caution_card(content, caution) for caution in urgent)
        st.html(
            f'<section class="red-flags" role="alert"><h2>{escape(words.red_flag_heading)}</h2>{cards}'
            f"<p>{escape(words.red_flag_after)}</p></section>"
        )
    return bool(urgent)


def hold_back(content: Content, answers: Answers) -> None:
    """Say that the rest of the page waits, and for what."""
    points = "".join(f"<li>{escape(caution.ask)}</li>" for caution in red_flags(content, answers))
    st.html(f'<p class="held-back">{escape(content.habits_page.page.feedback_held_back)}</p><ul>{points}</ul>')


def ask_all_cautions(content: Content, answers: Answers) -> None:
    """Draw the safety questions by group, each a yes by a tick, with "none of these" first."""
    words = content.habits_page.page
    st.header(words.cautions_heading, anchor=False)
    st.write(words.cautions_lead)
    for group, heading in words.caution_groups.items():
        ask_cautions(content, answers, group, heading)


@st.fragment
def ask_cautions(content: Content, answers: Answers, group: CautionGroup, heading: str) -> None:
    """Draw one group of safety questions. A tick is answered here at once; then the rest of the page follows.

    heading: empty where the page's own heading names the group.
    """
    words = content.habits_page.page
    cautions = [caution for caution in content.cautions.values() if caution.group == group]
    with st.container(border=True, key=f"group-{group.replace('_', '-')}"):
        if heading:
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
            if answers.cautions.get(caution.id):
                st.html(_answered_here(content, caution))
    if st.session_state.pop(TICKED, False):
        remember(f"safety-{group}")
        st.rerun()


def _answered_here(content: Content, caution: Caution) -> str:
    """Return HTML for what follows from a tick. The full message of a red flag stands at the top, out of sight here."""
    if not caution.red_flag:
        return f'<div class="cautions">{_caution_card(content, caution, asked=False)}</div>'
    urgency = content.frame.urgency[caution.urgency]
    return (
        f'<div class="urgent-here"><p><b>{escape(urgency)}.</b></p>{_paragraphs(caution.caution)}'
        f"{_call(content, caution)}</div>"
    )


def _caution_card(content: Content, caution: Caution, *, asked: bool = True) -> str:
    """Return HTML for a caution: how fast to act, what is known, the question that goes onto the sheet, its sources."""
    words = content.habits_page.page
    refs = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in caution.sources)
    question = words.ask_team if caution.red_flag else words.on_your_sheet
    return (
        f'<div class="caution {caution.urgency.replace("_", "-")}">'
        f'<p class="urgency">{escape(content.frame.urgency[caution.urgency])}</p>'
        + (f'<p class="asked">{escape(caution.ask)}</p>' if asked else "")
        + f"{_paragraphs(caution.caution)}{_call(content, caution)}"
        f"<p><b>{escape(question)}</b> “{escape(caution.question_for_team)}”</p>"
        f'<details class="sources"><summary>{escape(words.caution_sources)}</summary>'
        f'<ul class="papers">{refs}</ul></details></div>'
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
