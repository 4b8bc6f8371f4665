"""Draws the safety questions, and what follows from each yes in the place where it was ticked."""

from html import escape
from time import sleep

import streamlit as st

from components.answers.model import Answers
from components.answers.view import my_answers, remember, show_anew, widget_shows
from components.content.fields import CautionGroup
from components.content.habits import Caution
from components.content.load import Content
from components.content.load import content as guide
from components.frame.claims import paper
from components.frame.focus_view import focus_on
from components.frame.view import call_address
from components.habits.check import all_answered, none_of_group, red_flags, see_to_red_flags, tick_caution

MOMENT = 0.02
"""Seconds between the answer to a tick and the rest of the page: else the rest is drawn before the answer is sent."""

URGENT = "urgent-drawn"
"""In session state: the red flags that the page was drawn with."""

TICKED = "just-ticked"
"""In session state from a tick until all of the page is drawn anew: what stands elsewhere follows from it too."""


def _none_key(group: str) -> str:
    return f"none-of-{group.replace('_', '-')}"


def _note_caution(caution_id: str) -> None:
    tick_caution(my_answers(), caution_id, st.session_state[f"caution-{caution_id}"])
    show_anew(_none_key(guide().cautions[caution_id].group))
    st.session_state[TICKED] = True


def _note_none(group: CautionGroup) -> None:
    none_of_group(guide(), my_answers(), group, st.session_state[_none_key(group)])
    st.session_state[TICKED] = True


def show_urgent(content: Content, answers: Answers, *, stops: bool = True) -> bool:
    """Draw what to do now for each red flag answered yes, and return whether there is one.

    stops: whether the page stops then, so that it says so and offers to go on once help was got.
    """
    words = content.habits_page.page
    st.session_state.pop(TICKED, None)  # all of the page is drawn now
    urgent = st.session_state[URGENT] = red_flags(content, answers)
    if urgent:
        cards = "".join(_caution_card(content, caution) for caution in urgent)
        st.html(
            f'<section class="red-flags" role="alert"><h2>{escape(words.red_flag_heading)}</h2>{cards}'
            + (f"<p>{escape(words.red_flag_after)}</p>" if stops else "")
            + "</section>"
        )
        if stops:
            st.button(words.red_flag_help, key="red-flag-help", on_click=_see_to)
    return bool(urgent)


def _see_to() -> None:
    see_to_red_flags(guide(), my_answers())
    show_anew()
    focus_on("h1")


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
        some_yes = any(answers.cautions.get(caution.id) for caution in cautions)
        st.checkbox(
            words.none_of_the_others if some_yes else words.none_of_these,
            key=widget_shows(_none_key(group), all_answered(content, answers, group)),
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
                st.html(_answered_here(content, answers, caution))
    if st.session_state.pop(TICKED, False):
        remember(f"safety-{group}")
        # A group that stands alone on its screen changes nothing beside it, unless a red flag comes or goes.
        if heading or st.session_state.get(URGENT) != red_flags(content, answers):
            sleep(MOMENT)
            st.empty()  # gives way to a link pressed meanwhile: drawing anew would take the place of where it leads
            st.rerun()


def _answered_here(content: Content, answers: Answers, caution: Caution) -> str:
    """Return HTML for what follows from a tick. The full message of a red flag stands at the top, out of sight here."""
    if caution.id in answers.seen_to:
        return f'<div class="ask-first"><p>{escape(content.habits_page.page.seen_to)}</p></div>'
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
