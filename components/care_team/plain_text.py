"""The visit sheet as plain text: the same facts in the same order as the PDF, for a message or a screen."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from components.care_team.summary import SafetyPoint, SheetQuestion, Summary
from components.content.care_team import SheetWords
from components.content.load import Content

WIDTH = 78
JOINER = "\u200d"
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
        *_safety(words, summary),
        *_questions(words, summary),
        *_habits(words, summary),
        *_step(words, summary),
        *_notes(words, summary),
        *_heading(words.agreed_heading, "-"),
        *_wrap(f"{words.agreed_lead}:"),
        *(f"  {BLANK}" for _ in range(3)),
        "",
        *_wrap(words.not_a_record),
        *_wrap(content.frame.help_line.format(emergency_number=content.clinic.emergency_number)),
    ]
    return "\n".join(lines).lstrip("\n") + "\n"


def _heading(text: str, line: str) -> Iterator[str]:
    yield from ("", text, line * min(len(text), WIDTH))


def _safety(words: SheetWords, summary: Summary) -> Iterator[str]:
    if summary.safety_state == "left_out":
        return
    yield from _heading(words.safety_heading, "-")
    yield from _wrap(summary.safety_words)
    yield from _wrap(summary.urgent_words)
    for urgency, points in groupby(summary.safety, key=lambda point: point.urgency_words):
        yield from ("", *_wrap(f"{urgency}:"))
        for point in points:
            yield from _safety_point(words, point)


def _safety_point(words: SheetWords, point: SafetyPoint) -> Iterator[str]:
    yield from _wrap(f"{point.asked} {point.said}", "* ", "  ")
    yield from _wrap(f"{words.ask} {point.question}", "  ")
    yield from _wrap(f"{words.guide_says} {point.guide_says}", "  ")


def _questions(words: SheetWords, summary: Summary) -> Iterator[str]:
    yield from _heading(words.top_questions_heading, "-")
    if not summary.questions:
        yield from _wrap(words.no_questions)
        yield from (f"  {BLANK}" for _ in range(3))
    yield from _numbered(summary.top_questions, 1, words.answer)
    if summary.more_questions:
        yield from _heading(words.more_questions_heading, "-")
        yield from _numbered(summary.more_questions, len(summary.top_questions) + 1)


def _numbered(questions: tuple[SheetQuestion, ...], first: int, answer: str = "") -> Iterator[str]:
    for number, question in enumerate(questions, first):
        mark = f"{number}. "
        yield from _wrap(question.text, mark, " " * len(mark))
        if answer:
            yield f"{' ' * len(mark)}{answer} {BLANK}"


def _habits(words: SheetWords, summary: Summary) -> Iterator[str]:
    if not summary.habits and not summary.habits_words:
        return
    yield from _heading(words.habits_heading, "-")
    yield from _wrap(summary.habits_words or words.habits_lead)
    for habit in summary.habits:
        mark = f" ({words.for_team})" if habit.for_team else ""
        yield from _wrap(f"{habit.label}: {habit.answer}{mark}", "* ", "  ")


def _step(words: SheetWords, summary: Summary) -> Iterator[str]:
    if summary.step is None:
        return
    yield from _heading(words.step_heading, "-")
    yield from _wrap(summary.step.ask_first)
    for line in (summary.step.text, *summary.step.said):
        yield from _wrap(line, "* ", "  ")


def _notes(words: SheetWords, summary: Summary) -> Iterator[str]:
    if "notes" in summary.left_out:
        return
    yield from _heading(words.notes_heading, "-")
    if not summary.notes:
        yield from (*_wrap(words.notes_none), f"  {BLANK}")
    for line in summary.notes.split("\n") if summary.notes else ():
        yield from _wrap(line, "  ") if line.strip() else ("",)


def _wrap(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield text in lines of at most WIDTH characters, broken at plain spaces only; nothing for empty text.

    textwrap is not used: it breaks at hyphens and cuts a long word anywhere, also between a letter and its accent.
    """
    indent = first if rest is None else rest
    line = ""
    lead = first
    for word in re.split(r"[ \n]+", text.strip(" \n")) if text.strip(" \n") else ():
        for piece in _pieces(word, WIDTH - len(indent)):
            if line and len(lead) + len(line) + 1 + len(piece) > WIDTH:
                yield lead + line
                line, lead = "", indent
            line = f"{line} {piece}" if line else piece
    if line:
        yield lead + line


def _pieces(word: str, room: int) -> Iterator[str]:
    """Yield a word in pieces that fit the room, never cutting between a character and the marks that belong to it."""
    while len(word) > room:
        cut = next((at for at in range(room, 0, -1) if not _belongs(word[at - 1], word[at])), room)
        yield word[:cut]
        word = word[cut:]
    yield word


def _belongs(before: str, after: str) -> bool:
    """Return whether a character forms one sign with the one before it (marks, joiners, skin tones, variants)."""
    joined = unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf") or before == JOINER
    return joined or "\U0001f3fb" <= after <= "\U0001f3ff"
