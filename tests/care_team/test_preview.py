"""The sheet on the page says the same as the sheet on paper, and shows what was typed literally."""

import datetime
import html
import re

from components.answers.model import Answers
from components.care_team.preview import as_html
from components.care_team.summary import build_summary
from components.content.load import Content

DAY = datetime.date(2026, 11, 22)


def words_of(markup: str) -> str:
    """Return what a reader sees of some HTML, white space folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_preview_holds_every_fact_of_the_summary_in_order(content: Content) -> None:
    answers = Answers(
        cautions={"warfarin": True, "red-relapse": True, "kidney": False},
        habits={"fruit": "one", "asked-team": "not-sure"},
        questions=list(content.questions)[:4],
        own_questions=["My own?"],
        notes="First line\nsecond line",
        name="Ana",
    )
    summary = build_summary(content, answers, DAY)
    shown = words_of(as_html(content, summary))
    facts = [
        summary.date_words,
        summary.name,
        summary.safety_words,
        *(point.question for point in summary.safety),
        *(question.text for question in summary.questions),
        *(f"{line.label}: {line.answer}" for line in summary.habits),
        "First line second line",
    ]
    places = [shown.find(" ".join(fact.split())) for fact in facts]
    assert -1 not in places, facts[places.index(-1)]
    assert places == sorted(places)


def test_the_preview_of_nothing_has_room_for_everything(content: Content) -> None:
    shown = words_of(as_html(content, build_summary(content, Answers(), DAY)))
    sheet = content.care_team.sheet
    for heading in (sheet.safety_heading, sheet.top_questions_heading, sheet.habits_heading, sheet.agreed_heading):
        assert heading in shown


def test_what_was_typed_is_shown_literally(content: Content) -> None:
    typed = '<script>alert(1)</script> & "quotes" <img src=x onerror=y>'
    answers = Answers(own_questions=[typed], notes=typed, name=typed[:60])
    markup = as_html(content, build_summary(content, answers, DAY))
    assert "<script" not in markup
    assert "<img" not in markup
    assert typed in words_of(markup)
