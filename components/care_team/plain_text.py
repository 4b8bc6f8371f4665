"""The visit sheet as plain text: the same facts in the same order as the PDF, to read, to print or to send."""

import re
from collections.abc import Iterator
from itertools import groupby

from components.care_team.sections import Line, Section, sections
from components.care_team.summary import Summary
from components.care_team.typed import pieces
from components.content.load import Content

WIDTH = 78
BLANK = "_" * 40


def as_text(content: Content, summary: Summary) -> str:
    """Return the sheet as plain text in lines of at most 78 characters, closed by a newline. Raises nothing.

    Typed text stands in full and literally; only spaces may turn into line ends. It is indented, so that no typed line
    can pass for a heading of the sheet.
    """
    words = content.care_team.sheet
    lines = [
        *_heading(words.title, "="),
        *_wrap(summary.name),
        *_wrap(f"{summary.made_for}. {summary.date_words}."),
        *_wrap(f"{summary.made_by}."),
        *_wrap(summary.left_out_words),
        *(line for section in sections(content, summary) for line in _section(content, section)),
        "",
        *_wrap(words.not_a_record),
        *_wrap(content.frame.help_line.format(emergency_number=content.clinic.emergency_number)),
    ]
    return "\n".join(lines).lstrip("\n") + "\n"


def _heading(text: str, line: str) -> Iterator[str]:
    yield from ("", text, line * min(len(text), WIDTH))


def _section(content: Content, section: Section) -> Iterator[str]:
    yield from _heading(section.heading, "-")
    yield from _wrap(section.remark, "", "  ")
    yield from _wrap(section.warning, "", "  ")
    for group, lines in groupby(section.lines, key=lambda line: line.group):
        if group:
            yield from ("", *_wrap(f"{group}:"))
        for number, line in enumerate(lines, section.first):
            yield from _line(content, section, line, f"{number}. " if section.first else "* ")
    if not (section.first and section.lines):
        for row in section.rows:
            yield from (*_wrap(row), f"  {BLANK}")
    yield from _wrap(section.team, "", "  ")


def _line(content: Content, section: Section, line: Line, mark: str) -> Iterator[str]:
    indent = " " * len(mark)
    label = f"{line.label}: " if line.label else ""
    ask = f" ({content.care_team.sheet.for_team})" if line.marked else ""
    yield from _wrap(f"{label}{line.text}{ask}", mark, indent)
    yield from _wrap(line.below, indent)
    yield from _wrap(line.team, indent)
    if section.first:
        yield from (f"{indent}{row} {BLANK}" for row in section.rows)


def _wrap(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield text in lines of at most WIDTH characters, broken at plain spaces only; nothing for empty text.

    textwrap is not used: it breaks at hyphens and cuts a long word anywhere, also between a letter and its accent.
    """
    indent = first if rest is None else rest
    line = ""
    lead = first
    for word in re.split(r"[ \n]+", text.strip(" \n")) if text.strip(" \n") else ():
        for piece in pieces(word, WIDTH - len(indent)):
            if line and len(lead) + len(line) + 1 + len(piece) > WIDTH:
                yield lead + line
                line, lead = "", indent
            line = f"{line} {piece}" if line else piece
    if line:
        yield lead + line
