"""Draws the part of the map that a chapter speaks of: a few boxes in rows, from causes below to effects above."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from html import escape

from components.content.learn import Picture
from components.content.load import Content
from components.content.pathways import Arrow, Layout, Node, PathwaysFile, Span, Zone
from components.frame.claims import claim_badge
from components.pathways.drawing import arrow_mark, node_mark
from components.pathways.layout import SCALES, boxes
from components.pathways.reading import arrow_text, sentence
from components.pathways.routing import ground, settle

LAYOUT: Layout = "tall"
MARGIN = 20.0
GAPS = (112.0, 132.0, 160.0, 200.0)
"""The free ground between two rows, in drawing units: the first in which every arrow finds a way. With less than 112
most arrows must bend to make room for their words."""

PLACES = {1: (180.0,), 2: (78.0, 282.0)}
"""Where the boxes of a row stand across the drawing, by how many there are."""

BROADEST = 140.0
"""How broad a box may be to stand in a row of two, in drawing units."""

PATIENCE = 200


def arrows_of(content: Content, names: Iterable[str]) -> tuple[Arrow, ...]:
    """Return arrows by their ids, in the order they are named."""
    by_id = content.pathways.arrow_by_id
    return tuple(by_id[name] for name in names)


def rows(nodes: list[Node], arrows: tuple[Arrow, ...]) -> list[list[str]]:
    """Return the ids of the boxes in rows of at most two, the lowest first: what acts stands under what it acts on."""
    level = dict.fromkeys((node.id for node in nodes), 0)
    for _ in nodes:  # longest way from below; an arrow that leads back where it came from is left out of the count
        for arrow in arrows:
            if level[arrow.end] <= level[arrow.start] < len(nodes) - 1 and not _leads_back(arrow, arrows):
                level[arrow.end] = level[arrow.start] + 1
    across = {node.id: node.wide[0] for node in nodes}
    found: list[list[str]] = []
    for step in sorted(set(level.values())):
        names = sorted((name for name, at in level.items() if at == step), key=lambda name: across[name])
        found += [names[at : at + 2] for at in range(0, len(names), 2)]
    return found


def _leads_back(arrow: Arrow, arrows: tuple[Arrow, ...]) -> bool:
    """Return whether an earlier arrow of the picture leads the other way, directly or by way of others."""
    reached, earlier = {arrow.end}, arrows[: arrows.index(arrow)]
    for _ in earlier:
        reached |= {other.end for other in earlier if other.start in reached}
    return arrow.start in reached


def _is_broad(node: Node) -> bool:
    """Return whether a box is too broad to stand beside another one in a row."""
    return node.width is not None and node.width.tall > BROADEST


def _laid_out(content: Content, names: tuple[str, ...], gap: float) -> PathwaysFile:
    """Return the part of the map as a map of its own, its boxes in rows this far apart."""
    arrows = arrows_of(content, names)
    ends = {end for arrow in arrows for end in (arrow.start, arrow.end)}
    shown = [node for node in content.pathways.nodes if node.id in ends]
    nodes = [node.model_copy(update={"width": None}) if _is_broad(node) else node for node in shown]
    part = content.pathways.model_copy(update={"nodes": tuple(nodes), "arrows": arrows})
    high = {name: box.rect.bottom - box.rect.top for name, box in boxes(part, LAYOUT).items()}
    places: dict[str, tuple[float, float]] = {}
    y = MARGIN
    for row in reversed(rows(nodes, arrows)):
        tallest = max(high[name] for name in row)
        for name, x in zip(row, PLACES[len(row)], strict=True):
            places[name] = (x, round(y + tallest / 2))
        y += tallest + gap
    ground_zone = Zone.model_construct(id="picture", name="", y=Span(wide=(0, 0), tall=(0, y - gap + MARGIN)))
    moved = tuple(node.model_copy(update={"tall": places[node.id]}) for node in nodes)
    return part.model_copy(update={"nodes": moved, "zones": (ground_zone,)})


@lru_cache(maxsize=64)
def draw_picture(content: Content, names: tuple[str, ...]) -> str:
    """Return a picture of some arrows, by their ids, as one SVG element, with the arrows in words as its name.

    Raises ValueError where an arrow finds no way.
    """
    for gap in GAPS:
        part = _laid_out(content, names, gap)
        here = ground(part, content.claims, LAYOUT)
        lost = settle(here, list(part.arrows), PATIENCE)
        if not lost:
            break
    else:
        raise ValueError(f"there is no free way for {', '.join(lost)}")
    drawn = boxes(part, LAYOUT)
    shown = replace(content, pathways=part)
    marks = [node_mark(content, drawn[node.id], LAYOUT) for node in part.nodes]
    marks += [arrow_mark(shown, arrow, here.routes[arrow.id], LAYOUT) for arrow in part.arrows]
    name = " ".join(sentence(content.pathways, arrow) for arrow in part.arrows)
    return (
        f'<svg class="map-drawing part" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {SCALES[LAYOUT].width} {part.zones[0].y.tall[1]:g}" role="img" aria-label="{escape(name)}">'
        + "".join(marks)
        + "</svg>"
    )


def check_pictures(content: Content) -> list[str]:
    """Return why a chapter's picture cannot be drawn: file, place, what is wrong and what to do, a line for each."""
    found = []
    for chapter in content.chapters.values():
        try:
            draw_picture(content, chapter.picture.arrows)
        except ValueError as error:
            found.append(f"data/en/learn.yaml: chapters, {chapter.id}, picture: {error}: name fewer or other arrows")
    return found


def in_words(content: Content, picture: Picture, day: datetime.date) -> str:
    """Return HTML that says what a picture shows, arrow by arrow, each with its answers as a link to its claim."""
    texts = [(arrow, arrow_text(content, arrow, day)) for arrow in arrows_of(content, picture.arrows)]
    items = "".join(
        f"<li>{escape(text.sentence)} "
        f"{claim_badge(content, content.claims[arrow.claim], day, shown_as=text.claim)}</li>"
        for arrow, text in texts
    )
    return f"<ul>{items}</ul>"
