"""Which chapter is open, what comes before and after it, and how far a person has come. No Streamlit."""

from components.answers.model import Answers
from components.content.learn import Chapter
from components.content.load import Content

SHORT_MINUTES = 1
"""How long the short version of a chapter takes: it has at most 130 words, which most people read in a minute."""


def chapter_named(content: Content, chapter_id: str | None) -> Chapter | None:
    """Return the chapter with this id, or None when there is none with it."""
    return content.chapters.get(chapter_id or "")


def neighbors(content: Content, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
    """Return the chapters before and after this one; None at either end."""
    chapters = list(content.chapters.values())
    place = chapters.index(chapter)
    before = chapters[place - 1] if place > 0 else None
    after = chapters[place + 1] if place + 1 < len(chapters) else None
    return before, after


def minutes_of(content: Content, chapter: Chapter | None, *, short: bool) -> int:
    """Return how many minutes a chapter takes, or all of them where none is open."""
    chapters = (chapter,) if chapter else tuple(content.chapters.values())
    return sum(SHORT_MINUTES if short else each.minutes for each in chapters)


def where_to_go_on(content: Content, answers: Answers) -> Chapter | None:
    """Return the chapter that was open last, or None when none was opened yet."""
    return next(
        (content.chapters[name] for name in reversed(answers.opened_chapters) if name in content.chapters), None
    )


def opened_words(content: Content, answers: Answers) -> str:
    """Return in words how many chapters were opened."""
    words, count = content.learn.page, len(content.chapters)
    opened = len(content.chapters.keys() & set(answers.opened_chapters))
    if opened == count:
        return words.opened_all.format(count=count)
    return words.opened_some.format(opened=opened, count=count) if opened else words.opened_none.format(count=count)


def read_aloud(content: Content, chapter: Chapter, *, short: bool) -> tuple[str, ...]:
    """Return what is read aloud, paragraph by paragraph, in the order it stands on the page."""
    words = content.learn.page
    key = (chapter.title, f"{words.key_point}. {chapter.key_point.text}")
    not_known = f"{words.not_known}."
    following = f"{words.next_step}. {chapter.next_step}"
    if short:
        return (*key, *(passage.text for passage in chapter.short), not_known, chapter.short_not_known.text, following)
    story = (text for part in chapter.story for text in (f"{part.heading}.", *(p.text for p in part.passages)))
    heard = tuple(
        line
        for claim in (content.claims[name] for name in chapter.heard)
        for line in (f"{words.heard_heading}: {claim.heard_in[0].phrase}.", f"{words.heard_known}: {claim.bottom_line}")
    )
    unknown = (passage.text for passage in chapter.not_known)
    return (*key, *story, *heard, not_known, *unknown, following)
