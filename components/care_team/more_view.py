"""Draws what may be added to the sheet: what changed, what one takes, what one understood, and what is shared."""

from html import escape
from typing import get_args

import streamlit as st

from components.answers.model import MAX_LIST_LENGTH, MAX_NAME_LENGTH, MAX_NOTE_LENGTH, Answers
from components.answers.view import my_answers, widget_shows
from components.content.care_team import Change
from components.content.fields import SheetPart
from components.content.load import Content
from components.frame.text_view import long_text, short_text
from components.frame.view import link_to
from components.habits.check import URGENCY_ORDER, answered_habits
from components.habits.steps import chosen_step


def add_more(content: Content, answers: Answers) -> None:
    """Draw the parts that are optional, each behind its own name."""
    words = content.care_team.page
    st.header(words.more_heading, anchor=False)
    st.write(words.more_lead)
    with st.expander(words.changes_heading):
        st.write(words.changes_lead)
        _changes(content, answers)
    with st.expander(words.takes_heading):
        _text(words.takes_label, "takes", answers.takes, MAX_LIST_LENGTH)
        _text(words.thinks_of_label, "thinks_of", answers.thinks_of, MAX_LIST_LENGTH)
    with st.expander(words.understood_heading):
        _text(words.understood_label, "understood", answers.understood, MAX_LIST_LENGTH)
        st.write(words.understood_hint)
    with st.expander(words.notes_heading):
        _name(content, answers)
        _text(words.notes_label, "notes", answers.notes, MAX_NOTE_LENGTH)
    with st.expander(words.include_heading):
        st.write(words.include_lead)
        for part in get_args(SheetPart):
            _part(content, answers, part)


def _changes(content: Content, answers: Answers) -> None:
    """Draw what may have changed, and below all of it a field for each: so that no line moves under the hand."""
    for change in content.changes.changes:
        _change_box(answers, change)
    with st.container(key="change-notes"):
        for change in content.changes.changes:
            if change.id in answers.changes:
                _change_note(content, answers, change)


def _change_box(answers: Answers, change: Change) -> None:
    key = f"change-{change.id}"

    def changed() -> None:
        my_answers().note_change(change.id, st.session_state[key])

    st.checkbox(change.prompt, key=widget_shows(key, change.id in answers.changes), on_change=changed)


def _change_note(content: Content, answers: Answers, change: Change) -> None:
    def note(typed: str) -> None:
        answers = my_answers()
        if change.id in answers.changes:
            answers.changes = {**answers.changes, change.id: typed}

    _urgent(content, change)
    label = content.care_team.page.change_note.format(change=change.label)
    short_text(label, f"change-note-{change.id}", answers.changes[change.id], note)


def _urgent(content: Content, change: Change) -> None:
    """Draw what comes before any sheet: what to do about the warning signs a change may be."""
    words, urgency = content.care_team.page, content.frame.urgency
    named = (content.cautions[name] for name in change.cautions)
    cautions = sorted(named, key=lambda caution: URGENCY_ORDER.index(caution.urgency))
    signs = (caution for caution in cautions if caution.red_flag)
    lines = [words.change_urgent.format(ask=sign.ask, urgency=urgency[sign.urgency]) for sign in signs]
    if change.urgent:
        lines.append(change.urgent.format(emergency_number=content.clinic.emergency_number))
    if lines:
        st.html("".join(f'<p class="urgent-here">{escape(line)}</p>' for line in lines))


def _text(label: str, field: str, value: str, most: int) -> None:
    """Draw a field for some lines. field: of Answers, and the key."""

    def note(typed: str) -> None:
        setattr(my_answers(), field, typed)

    long_text(label, field, value, most, note)


def _name(content: Content, answers: Answers) -> None:
    words = content.care_team.page

    def note(typed: str) -> None:
        my_answers().name = typed

    short_text(words.name_label, "name", answers.name, note, MAX_NAME_LENGTH)
    st.write(words.name_hint)


def _part(content: Content, answers: Answers, part: SheetPart) -> None:
    """Draw the choice to share a part, or the way to the page it comes from where there is nothing yet."""
    words, key = content.care_team.page, f"include-{part}"

    def changed() -> None:
        my_answers().include(part, st.session_state[key])

    there = {
        "safety": bool(answers.cautions),
        "habits": any(True for _ in answered_habits(content, answers)),
        "step": chosen_step(content, answers) is not None,
    }
    if there[part] or part in answers.left_out:
        st.checkbox(words.include[part], key=widget_shows(key, part not in answers.left_out), on_change=changed)
    else:
        query = {"part": "step"} if part == "step" else {}
        link_to("habits", words.nothing_yet[part], **query)
