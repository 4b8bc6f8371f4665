"""Arrow keys follow the paths of the map and lead to every part of it."""

from typing import get_args

import pytest

from components.content.load import Content
from components.content.pathways import FilterId, Layout
from components.pathways.controls import left_by
from components.pathways.drawing import spots
from components.pathways.walk import TOWARDS, reached, walk

both = pytest.mark.parametrize("layout", get_args(Layout))


@both
def test_arrow_keys_lead_from_the_first_box_to_every_box_and_arrow(content: Content, layout: Layout) -> None:
    pathways = content.pathways
    found = walk(pathways, spots(content, layout))
    everything = {node.id for node in pathways.nodes} | {arrow.id for arrow in pathways.arrows}
    assert reached(found, pathways.nodes[0].id) == everything == set(found)


@both
def test_a_key_leads_along_a_path_or_to_the_next_arrow_at_its_end(content: Content, layout: Layout) -> None:
    arrows = {arrow.id: {arrow.start, arrow.end} for arrow in content.pathways.arrows}
    for name, keys in walk(content.pathways, spots(content, layout)).items():
        for to in keys.values():
            if name in arrows:
                assert to in arrows[name] or arrows[name] & arrows[to], (name, to)
            else:
                assert name in arrows[to], (name, to)


@both
def test_most_keys_lead_in_the_direction_they_point(content: Content, layout: Layout) -> None:
    """A few must point aside, so that nothing is left out."""
    ground, astray, count = spots(content, layout), 0, 0
    for name, keys in walk(content.pathways, ground).items():
        for key, to in keys.items():
            (a, b), (dx, dy) = (ground[name], ground[to]), TOWARDS[key]
            ahead = (b.left + b.right - a.left - a.right) * dx + (b.top + b.bottom - a.top - a.bottom) * dy
            astray, count = astray + (ahead <= 0), count + 1
    assert astray / count < 0.1, f"{astray} of {count}"


@both
@pytest.mark.parametrize("chosen", ["people", "ms", "trial"])
def test_under_a_filter_arrow_keys_lead_to_all_that_is_left(content: Content, layout: Layout, chosen: FilterId) -> None:
    """With arrows taken away the map is in pieces; keys then lead across the gaps."""
    ground, nodes = spots(content, layout), {node.id for node in content.pathways.nodes}
    left = {name: ground[name] for name in ground if name in {*nodes, *left_by(content, chosen)}}
    found = walk(content.pathways, left)
    assert reached(found, content.pathways.nodes[0].id) == set(left) == set(found)


@both
def test_from_every_arrow_a_key_leads_on_to_a_box_at_its_end(content: Content, layout: Layout) -> None:
    found = walk(content.pathways, spots(content, layout))
    for arrow in content.pathways.arrows:
        assert {arrow.start, arrow.end} & set(found[arrow.id].values()), arrow.id
