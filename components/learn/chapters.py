"""Which chapter is open, and which come before and after it. No Streamlit."""

from components.content.learn import Chapter
from components.content.load import Content


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
