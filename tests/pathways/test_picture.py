"""A chapter's picture shows its arrows and nothing else, in a size one can read, and says the same in words."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest

from components.content.load import Content
from components.pathways.layout import SCALES
from components.pathways.picture import arrows_of, draw_picture, in_words, rows
from components.pathways.reading import sentence
from tests.conftest import TODAY


def test_every_chapter_has_a_picture_of_its_arrows_and_their_boxes(content: Content) -> None:
    for chapter in content.chapters.values():
        tree = ElementTree.fromstring(draw_picture(content, chapter.picture.arrows))  # noqa: S314 our own drawing
        drawn = [part.get("data-id") for part in tree.iter() if part.get("data-id")]
        arrows = arrows_of(content, chapter.picture.arrows)
        ends = {end for arrow in arrows for end in (arrow.start, arrow.end)}
        assert sorted(filter(None, drawn)) == sorted({*ends, *chapter.picture.arrows}), chapter.id


def test_a_picture_is_one_image_with_a_name_that_says_it_all(content: Content) -> None:
    for chapter in content.chapters.values():
        svg = draw_picture(content, chapter.picture.arrows)
        head = unescape(svg.split(">")[0])
        assert 'role="img"' in head
        for arrow in arrows_of(content, chapter.picture.arrows):
            assert sentence(content.pathways, arrow) in head
        assert "tabindex" not in svg
        assert 'role="button"' not in svg


def test_nothing_leaves_the_picture_and_no_two_boxes_meet(content: Content) -> None:
    width = SCALES["tall"].width
    for chapter in content.chapters.values():
        svg = draw_picture(content, chapter.picture.arrows)
        high = float(re.findall(r'viewBox="0 0 \d+ ([\d.]+)"', svg)[0])
        found = re.findall(r'class="box" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"', svg)
        boxes = [tuple(map(float, box)) for box in found]
        assert len(boxes) >= 2
        for n, (x, y, w, h) in enumerate(boxes):
            assert x >= 0 and y >= 0 and x + w <= width and y + h <= high, chapter.id
            for ox, oy, ow, oh in boxes[n + 1 :]:
                assert x + w <= ox or ox + ow <= x or y + h <= oy or oy + oh <= y, chapter.id


def test_what_acts_stands_below_what_it_acts_on(content: Content) -> None:
    chapter = content.chapters["short-chain-fats"]
    arrows = arrows_of(content, chapter.picture.arrows)
    ends = {end for arrow in arrows for end in (arrow.start, arrow.end)}
    level = {
        name: place
        for place, row in enumerate(rows([node for node in content.pathways.nodes if node.id in ends], arrows))
        for name in row
    }
    assert all(level[arrow.start] < level[arrow.end] for arrow in arrows)


def test_the_words_of_a_picture_lead_to_its_claims(content: Content) -> None:
    for chapter in content.chapters.values():
        told = in_words(content, chapter.picture, TODAY)
        for arrow in arrows_of(content, chapter.picture.arrows):
            assert f'href="/evidence?claim={arrow.claim}"' in told


def test_a_picture_with_no_way_for_an_arrow_says_which(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    chapter = content.chapters["leaky-gut"]
    draw_picture.cache_clear()
    monkeypatch.setattr("components.pathways.picture.settle", lambda *_: ["stress-loosens-gut-wall"])
    with pytest.raises(ValueError, match="stress-loosens-gut-wall"):
        draw_picture(content, chapter.picture.arrows)
