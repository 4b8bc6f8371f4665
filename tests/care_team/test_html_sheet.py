"""The sheet as HTML shows what was typed literally, has room to write, and as a file needs nothing else."""

import datetime
import re
from html import unescape
from itertools import pairwise

from components.answers.model import Answers, OwnQuestion
from components.care_team.html_sheet import as_html, as_html_file
from components.care_team.summary import build_summary
from components.content.load import Content
from tests.care_team.visits import heaviest

DAY = datetime.date(2026, 11, 22)


def words_of(markup: str) -> str:
    """Return what a reader sees of some HTML, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_sheet_of_nothing_has_room_for_questions_and_for_what_was_agreed(content: Content) -> None:
    markup = as_html(content, build_summary(content, Answers(), DAY))
    sheet = content.care_team.sheet
    for heading in (sheet.safety_heading, sheet.top_questions_heading, sheet.understood_heading, sheet.agreed_heading):
        assert heading in words_of(markup)
    assert all(row in words_of(markup) for row in sheet.agreed_rows)
    assert markup.count("sheet-rule") >= 3 + 2 + len(sheet.agreed_rows)


def test_what_was_typed_is_shown_literally(content: Content) -> None:
    typed = '<script>alert(1)</script> & "quotes" <img src=x onerror=y>'
    answers = Answers(
        questions=[OwnQuestion(own=typed)], notes=typed, name=typed[:60], takes=typed, understood=typed,
        own_matter=typed, changes={"bowel": typed},
    )  # fmt: skip
    for markup in (
        as_html(content, build_summary(content, answers, DAY)),
        as_html_file(content, build_summary(content, answers, DAY)).decode(),
    ):
        assert "<script" not in markup
        assert "<img" not in markup
        assert words_of(markup).count(typed) == 7


def test_the_file_is_the_sheet_alone_and_asks_for_nothing_else(content: Content) -> None:
    summary = build_summary(content, heaviest(content), DAY)
    markup = as_html_file(content, summary).decode()
    assert as_html(content, summary, level=1) in markup
    assert not re.search(r"https?:|//|@import|url\(|<script|<link|<img|\bsrc=|\bon[a-z]+=", markup)
    assert markup.count("<h1>") == 1
    assert f'<html lang="{content.clinic.language}">' in markup
    assert f"<title>{content.care_team.sheet.title}</title>" in markup


def test_headings_skip_no_level(content: Content) -> None:
    markup = as_html_file(content, build_summary(content, heaviest(content), DAY)).decode()
    levels = [int(level) for level in re.findall(r"<h(\d)", markup)]
    assert levels[0] == 1 and set(levels) == {1, 2, 3}
    assert all(after - before <= 1 for before, after in pairwise(levels))
