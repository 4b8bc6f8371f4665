"""A chapter is found by its id; an unknown address opens the list and breaks nothing."""

import pytest

from components.answers.model import Answers
from components.content.load import Content
from components.learn.chapters import (
    chapter_named,
    minutes_of,
    neighbors,
    opened_words,
    read_aloud,
    where_to_go_on,
)


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


def test_the_short_version_takes_a_minute_and_all_chapters_their_sum(content: Content) -> None:
    chapter = content.chapters["leaky-gut"]
    assert minutes_of(content, chapter, short=False) == chapter.minutes
    assert minutes_of(content, chapter, short=True) == 1
    assert minutes_of(content, None, short=True) == len(content.chapters)
    assert minutes_of(content, None, short=False) == content.learn.page.minutes


def test_the_short_version_of_every_chapter_is_read_in_a_minute(content: Content) -> None:
    # 130 words a minute is slow reading aloud, which leaves room for tired eyes.
    for chapter in content.chapters.values():
        words = sum(len(passage.text.split()) for passage in chapter.short_passages)
        assert words <= 130, (chapter.id, words)


def test_a_chapter_takes_the_minutes_its_words_take(content: Content) -> None:
    # 150 words a minute: slower than most people read in silence, about as fast as one reads aloud.
    for chapter in content.chapters.values():
        words = sum(len(text.split()) for text in read_aloud(content, chapter, short=False))
        assert abs(chapter.minutes - words / 150) <= 0.5, (chapter.id, words / 150)


def test_one_goes_on_where_one_left_and_sees_what_was_opened(content: Content) -> None:
    answers, words = Answers(), content.learn.page
    assert where_to_go_on(content, answers) is None
    assert opened_words(content, answers) == words.opened_none.format(count=len(content.chapters))
    for name in ("leaky-gut", "symptoms", "leaky-gut"):
        answers.open_chapter(name)
    assert answers.opened_chapters == ["symptoms", "leaky-gut"]
    assert where_to_go_on(content, answers) == content.chapters["leaky-gut"]
    assert opened_words(content, answers) == words.opened_some.format(opened=2, count=len(content.chapters))
    for name in content.chapters:
        answers.open_chapter(name)
    assert opened_words(content, answers) == words.opened_all.format(count=len(content.chapters))


def test_a_chapter_that_is_gone_since_is_passed_over(content: Content) -> None:
    answers = Answers(opened_chapters=["leaky-gut", "no-longer-there"])
    assert where_to_go_on(content, answers) == content.chapters["leaky-gut"]
    assert opened_words(content, answers) == content.learn.page.opened_some.format(
        opened=1, count=len(content.chapters)
    )


def test_all_that_a_chapter_says_is_read_aloud_in_its_order(content: Content) -> None:
    for chapter in content.chapters.values():
        for short, passages in ((True, chapter.short_passages), (False, chapter.passages)):
            said = "\n".join(read_aloud(content, chapter, short=short))
            places = [said.index(passage.text) for passage in passages]
            assert places == sorted(places), chapter.id
        assert chapter.next_step in said


def test_every_answer_to_a_question_gets_a_kind_word_and_no_verdict(content: Content) -> None:
    for chapter in content.chapters.values():
        for option in chapter.teach_back.options:
            first = option.reply.text.split()[0].lower().strip(",.")
            assert first not in {"wrong", "no", "incorrect", "sorry", "false", "correct", "right"}, option.reply.text
            judged = ("wrong", "incorrect", "your score", "well done")
            assert not any(word in option.reply.text.lower() for word in judged)
