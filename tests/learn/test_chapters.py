"""A chapter is found by its id; an unknown address opens the list and breaks nothing."""

import pytest

from components.content.load import Content
from components.learn.chapters import chapter_named, neighbors


def test_a_chapter_is_found_by_its_id(content: Content) -> None:
    chapter = chapter_named(content, "leaky-gut")
    assert chapter is not None
    assert chapter.id == "leaky-gut"


@pytest.mark.parametrize("name", [None, "", "no-such", "<script>", "../../etc"])
def test_an_unknown_chapter_opens_none(content: Content, name: str | None) -> None:
    assert chapter_named(content, name) is None


def test_next_and_previous_walk_through_all_chapters(content: Content) -> None:
    chapters = list(content.chapters.values())
    assert neighbors(content, chapters[0]) == (None, chapters[1])
    assert neighbors(content, chapters[-1]) == (chapters[-2], None)
    for place in range(1, len(chapters) - 1):
        assert neighbors(content, chapters[place]) == (chapters[place - 1], chapters[place + 1])
