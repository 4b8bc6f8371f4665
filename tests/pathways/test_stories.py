"""Five guided walks of four to seven steps; each has its own address, and its words on one sheet."""

import re
from html import unescape

import pytest

from components.content.load import Content
from components.pathways.stories import check_stories, lit_arrows, story_named, story_sheet
from tests.conftest import TODAY
from tests.content.reading import sentences

TITLES = (
    "From fiber to calmer immune cells",
    "Two twins, one with MS",
    "When barriers leak",
    "The brain talks back",
    "Pills, broth and transplants: where they would act, and what is known",
)


def test_there_are_the_five_stories_and_each_step_says_two_sentences(content: Content) -> None:
    assert set(TITLES) <= {story.title for story in content.stories.values()}
    for story in content.stories.values():
        for step in story.steps:
            assert len(list(sentences(step.says.text))) == 2, step.says.text


def test_every_story_walks_arrows(content: Content) -> None:
    for story in content.stories.values():
        assert len(lit_arrows(content, story)) >= 3


@pytest.mark.parametrize("step", [None, "", "0", "-1", "8", "99", "1e3", "\u0662", "2 ", "two", "<b>", "9" * 5000])
def test_a_step_that_is_none_means_the_first(content: Content, step: str | None) -> None:
    found = story_named(content, "two-twins", step)
    assert found and (found[0].id, found[1]) == ("two-twins", 1)


def test_an_address_opens_its_story_at_its_step(content: Content) -> None:
    for story in content.stories.values():
        for number in range(1, len(story.steps) + 1):
            assert story_named(content, story.id, str(number)) == (story, number)


@pytest.mark.parametrize("name", [None, "", "no-such-story", "<script>", "Two-Twins"])
def test_an_address_that_names_no_story_opens_none(content: Content, name: str | None) -> None:
    assert story_named(content, name, "1") is None


def test_the_sheet_of_a_story_holds_every_step_with_how_sure_it_is(content: Content) -> None:
    labels = content.frame.labels
    for story in content.stories.values():
        said = re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", story_sheet(content, story, TODAY))))
        for step in story.steps:
            assert step.says.text in said
            for name in step.says.claims:
                claim = content.claims[name]
                assert claim.statement in said
                assert labels.verdict[claim.verdict] in said


def test_the_picture_of_every_story_can_be_drawn(content: Content) -> None:
    assert check_stories(content) == []


def test_a_story_whose_picture_cannot_be_drawn_says_so(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> str:
        raise ValueError("there is no free way for here-to-there")

    monkeypatch.setattr("components.pathways.stories.draw_picture", lost)
    found = check_stories(content)
    assert len(found) == len(content.stories)
    assert all(re.fullmatch(r"data/en/stories\.yaml: [^:]+: [^:]+: [^:]+", line) for line in found)
