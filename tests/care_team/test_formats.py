"""Every format of the sheet says the same, in the same order of importance: each is read back and compared."""

import dataclasses
import datetime
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers
from components.care_team.html_sheet import as_html
from components.care_team.message import as_messages, length
from components.care_team.pdf import as_pdf
from components.care_team.plain_text import as_text
from components.care_team.sections import sections
from components.care_team.summary import Summary, build_summary
from components.care_team.typed import clean
from components.content.load import Content
from tests.care_team.said import Said, folded, said
from tests.care_team.visits import ANYONE, all_left_out, heaviest, longest_step, nothing, safety_left_out, usual

TODAY = datetime.date(2026, 11, 22)
CASES = [nothing, usual, heaviest, longest_step, all_left_out, safety_left_out]


LINE = re.compile(r'<li>(.*?)</li>|<tr>(.*?)</tr>|<p class="(?:typed|sheet-warning)">(.*?)</p>')
SECTION = re.compile(
    r'<div class="sheet-([a-z-]+)"><div class="sheet-title">(.*?)</div>(.*?)(?=<div class="sheet-|</section>)'
)


def read_html(content: Content, summary: Summary) -> list[Said]:
    """Return the lines of the sheet on the page: list items, rows of the table, paragraphs of typed text."""
    found: list[Said] = []
    number = 0
    for place, title, inside in SECTION.findall(as_html(content, summary)):
        remark = re.findall(r'<p class="sheet-remark">(.*?)</p>', title)
        lines = ["".join(line) for line in LINE.findall(re.sub(r"<thead>.*?</thead>", "", inside))]
        if place.endswith("questions"):
            lines = [f"{number + at}.{line}" for at, line in enumerate(lines, 1)]
            number += len(lines)
        elif place != "agreed":
            lines = [*remark, *lines]
        found += [(place, plain(line)) for line in lines]
    return found


def plain(markup: str) -> str:
    """Return some HTML as a reader hears it, without spaces."""
    return folded(unescape(re.sub(r"<[^>]+>", "", markup.replace("</th>", ":"))))


def read_text(content: Content, summary: Summary) -> list[Said]:
    """Return the lines of the plain text."""
    found: list[Said] = []
    headings = {section.heading: section.id for section in sections(content, summary)}
    ours = {folded(section.team) for section in sections(content, summary)}
    ours |= {folded(f"{urgency}:") for urgency in content.frame.urgency.values()}
    ours |= {folded(row) for section in sections(content, summary) for row in section.rows}
    ours.add(folded(content.care_team.sheet.no_questions))
    place = ""
    for block in re.split(r"\n\n(?=\S)", as_text(content, summary)):
        heading, _, inside = block.partition("\n")
        place, inside = (headings[heading], inside.partition("\n")[2]) if heading in headings else (place, block)
        for line in re.split(r"\n(?! )", inside) if place not in ("", "agreed") else ():
            said_here = re.sub(r"^\* ", "", line)
            if folded(line) and folded(line) not in ours:
                found.append((place, folded(said_here)))
    return found


def read_messages(content: Content, summary: Summary) -> list[Said]:
    """Return the lines of the message, its parts put together. A line cut in two by a part stands whole again."""
    found: list[Said] = []
    headings = {section.heading: section.id for section in sections(content, summary)}
    place, lines = "", []
    for part in as_messages(content, summary):
        _, *blocks = part.split("\n\n")
        lines += [line for block in blocks for line in block.split("\n")]
    for line in lines:
        if line.endswith(":") and line[:-1] in headings:
            place = headings[line[:-1]]
        elif place and (re.match(r"- |\d+\. ", line) or not found or found[-1][0] != place):
            found.append((place, line.removeprefix("- ")))
        elif place:
            found[-1] = (place, found[-1][1] + line)
    return [(place, folded(text)) for place, text in found]


def as_said_in_message(content: Content, summary: Summary) -> list[list[Said]]:
    """Return what a message may say: with the questions in full, or, in the end, in short."""
    return [said(content, summary, message=True, in_short=in_short) for in_short in (False, True)]


def with_limit(content: Content, limit: int) -> Content:
    """Return the guide of a clinic whose portal takes messages of so many characters."""
    return dataclasses.replace(content, clinic=content.clinic.model_copy(update={"portal_message_limit": limit}))


@pytest.mark.parametrize("case", CASES)
def test_the_page_says_what_the_person_said_and_no_more(content: Content, case: Any) -> None:
    summary = build_summary(content, case(content), TODAY)
    assert read_html(content, summary) == said(content, summary)


@given(ANYONE)
def test_the_page_says_any_answers(content: Content, answers: Answers) -> None:
    summary = build_summary(content, answers, TODAY)
    assert read_html(content, summary) == said(content, summary)


@pytest.mark.parametrize("case", CASES)
def test_the_plain_text_says_what_the_person_said_and_no_more(content: Content, case: Any) -> None:
    summary = build_summary(content, case(content), TODAY)
    assert read_text(content, summary) == said(content, summary)


@given(ANYONE)
def test_the_plain_text_says_any_answers(content: Content, answers: Answers) -> None:
    summary = build_summary(content, answers, TODAY)
    assert read_text(content, summary) == said(content, summary)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("limit", [1000, 1500, 20000])
def test_the_message_says_what_the_person_said_and_no_more(content: Content, case: Any, limit: int) -> None:
    content = with_limit(content, limit)
    summary = build_summary(content, case(content), TODAY)
    assert read_messages(content, summary) in as_said_in_message(content, summary)


@given(ANYONE, st.sampled_from([1000, 1500]))
def test_the_message_says_any_answers_within_the_limit(content: Content, answers: Answers, limit: int) -> None:
    content = with_limit(content, limit)
    summary = build_summary(content, answers, TODAY)
    assert read_messages(content, summary) in as_said_in_message(content, summary)
    assert all(length(part) <= limit for part in as_messages(content, summary))


SCRIPTS = {
    "Arabic": "هل يمكنني أكل الزبادي؟ ",
    "Chinese": "我可以吃酸奶吗。",
    "Hindi": "क्या मैं दही खा सकता हूँ? ",
    "emoji": "🙂👩‍⚕️👍🏽🇺🇸",
    "control characters": "a\x00b\x1bc\u202ed\u2066e ",
    "one word without end": "w",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_ten_thousand_characters_in_any_script_are_whole_in_every_format_of_text(content: Content, script: str) -> None:
    typed = (SCRIPTS[script] * 10_000)[:10_000]
    summary = build_summary(content, Answers(notes=typed), TODAY)
    wanted = ("notes", folded(clean(typed)))
    assert read_html(content, summary)[-1] == wanted
    assert read_text(content, summary)[-1] == wanted
    assert read_messages(content, summary)[-1] == wanted
    assert all(length(part) <= content.clinic.portal_message_limit for part in as_messages(content, summary))
    assert as_pdf(content, summary).data.startswith(b"%PDF")
