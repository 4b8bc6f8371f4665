"""The drawing shows the whole map, in both layouts, no surer than its claims, and nothing on it hides anything else."""

import re
from dataclasses import replace
from html import unescape
from itertools import combinations
from typing import get_args
from xml.etree import ElementTree

import pytest

from components.content.load import Content
from components.content.pathways import Arrow, Layout, PathwaysFile
from components.pathways.drawing import check_map, draw, style
from components.pathways.ground import Route, pill_lines, pill_rect, pill_size
from components.pathways.layout import SCALES, Rect, boxes, far_arrows, zone_label
from components.pathways.routing import ground, routes, stored_ways
from components.pathways.symbols import SYMBOLS
from tests.conftest import TODAY
from tests.frame.test_look import THEME, contrast

LAYOUTS: tuple[Layout, ...] = get_args(Layout)
SVG = "{http://www.w3.org/2000/svg}"
both = pytest.mark.parametrize("layout", LAYOUTS)


def parts(content: Content, layout: Layout) -> dict[str, ElementTree.Element]:
    """Return the groups of the drawing that stand for a node or an arrow, by id."""
    tree = ElementTree.fromstring(draw(content, layout, TODAY))  # noqa: S314 our own drawing
    return {group.attrib["data-id"]: group for group in tree.iter(f"{SVG}g") if "data-id" in group.attrib}


def pills(content: Content, layout: Layout, ways: dict[str, Route]) -> dict[str, Rect]:
    """Return the ground under each arrow's pill."""
    found = {}
    for arrow in content.pathways.arrows:
        lines = pill_lines(content.pathways, arrow, arrow.narrow(content.claims[arrow.claim]), layout)
        found[arrow.id] = pill_rect(ways[arrow.id].pill, pill_size(lines, layout))
    return found


@pytest.fixture(scope="module", params=LAYOUTS)
def laid(request: pytest.FixtureRequest, content: Content) -> tuple[Layout, dict[str, Route]]:
    """A layout and the way of each of its arrows."""
    return request.param, routes(content.pathways, content.claims, request.param)


@both
def test_every_node_and_arrow_is_drawn_once(content: Content, layout: Layout) -> None:
    named = {node.id for node in content.pathways.nodes} | {arrow.id for arrow in content.pathways.arrows}
    assert set(parts(content, layout)) == named
    assert draw(content, layout, TODAY).count("data-id=") == len(named)


@both
def test_every_node_and_arrow_can_be_reached_and_has_a_name_that_says_it_all(content: Content, layout: Layout) -> None:
    drawn, labels = parts(content, layout), content.frame.labels
    for group in drawn.values():
        assert (group.attrib["role"], group.attrib["aria-pressed"]) == ("button", "false")
    first, *others = [group.attrib["tabindex"] for group in drawn.values()]
    assert (first, set(others)) == ("0", {"-1"}), "Tab stops once; from there the arrow keys lead on"
    for node in content.pathways.nodes:
        assert node.name in drawn[node.id].attrib["aria-label"]
        assert node.says.text in drawn[node.id].attrib["aria-label"]
    for arrow in content.pathways.arrows:
        name, claim = drawn[arrow.id].attrib["aria-label"], arrow.narrow(content.claims[arrow.claim])
        assert f"{labels.is_it_true} {labels.verdict[claim.verdict]}" in name
        assert f"{labels.does_it_change_ms} {claim.ms_answer or labels.certainty[claim.certainty]}" in name
        assert all(labels.studied_in[population] in name for population in claim.studied_in)


@both
def test_an_arrows_line_is_as_sure_as_its_claim(content: Content, layout: Layout) -> None:
    drawn = parts(content, layout)
    for arrow in content.pathways.arrows:
        classes = drawn[arrow.id].attrib["class"].split()
        assert [c for c in classes if c.startswith("sure-")] == [f"sure-{content.claims[arrow.claim].certainty}"]


def test_the_four_line_styles_differ_without_color() -> None:
    found = [
        re.search(rf"\.sure-{sure} \.line {{([^}}]*)}}", style()) for sure in ("high", "moderate", "low", "very_low")
    ]
    assert len({match[1] for match in found if match}) == 4


@both
def test_an_arrow_shows_what_it_does_who_was_studied_and_how_sure_in_words(content: Content, layout: Layout) -> None:
    drawn, words = parts(content, layout), content.pathways.page
    far, names = far_arrows(content.pathways, layout), {node.id: node.name for node in content.pathways.nodes}
    for arrow in content.pathways.arrows:
        shown = [text.text or "" for text in drawn[arrow.id].iter(f"{SVG}text")]
        claim = arrow.narrow(content.claims[arrow.claim])
        best = next(population for population in words.pills if population in claim.studied_in)
        mark, *said, sure = shown[:4]
        assert (mark, said) == (words.signs[arrow.sign].mark, [arrow.label, words.pills[best]])
        assert sure == words.sureness[claim.certainty]
        assert " ".join(shown[4:]) == (f"to {names[arrow.end]}" if arrow.id in far else "")


def test_only_on_phones_an_arrow_may_end_at_a_sign_and_its_end_says_how_many_do(content: Content) -> None:
    assert not far_arrows(content.pathways, "wide")
    far, drawn = far_arrows(content.pathways, "tall"), boxes(content.pathways, "tall")
    for node in content.pathways.nodes:
        count = len([arrow for arrow in content.pathways.arrows if arrow.id in far and arrow.end == node.id])
        says = {0: "", 1: "1 more leads here"}.get(count, f"{count} more lead here")
        assert " ".join(drawn[node.id].small).removeprefix(node.medical or "").strip() == says, node.id


def test_nodes_stay_in_their_zone_and_inside_the_drawing(content: Content) -> None:
    zones = {zone.id: zone for zone in content.pathways.zones}
    for layout in LAYOUTS:
        for box in boxes(content.pathways, layout).values():
            top, bottom = getattr(zones[box.node.zone].y, layout)
            assert top <= box.rect.top and box.rect.bottom <= bottom, (layout, box.node.id)
            assert box.rect.left >= 0 and box.rect.right <= SCALES[layout].width, (layout, box.node.id)


def test_nodes_cover_neither_each_other_nor_the_name_of_a_zone(content: Content) -> None:
    for layout in LAYOUTS:
        rects = [box.rect for box in boxes(content.pathways, layout).values()]
        rects += [zone_label(zone, layout) for zone in content.pathways.zones]
        assert not [pair for pair in combinations(rects, 2) if pair[0].meets(pair[1])], layout


def test_pills_cover_neither_each_other_nor_a_node_nor_the_name_of_a_zone(
    content: Content, laid: tuple[Layout, dict[str, Route]]
) -> None:
    layout, ways = laid
    rects = {**pills(content, layout, ways), **{i: b.rect for i, b in boxes(content.pathways, layout).items()}}
    rects |= {f"zone {zone.id}": zone_label(zone, layout) for zone in content.pathways.zones}
    assert not [(a, b) for a, b in combinations(rects, 2) if rects[a].meets(rects[b])]
    assert all(rect.left >= 0 and rect.right <= SCALES[layout].width for rect in rects.values())


def test_a_pill_covers_no_other_arrow(content: Content, laid: tuple[Layout, dict[str, Route]]) -> None:
    layout, ways = laid
    for name, pill in pills(content, layout, ways).items():
        for other, route in ways.items():
            if other != name:
                assert not [piece for piece in route.pieces if _line(piece).meets(pill)], (name, other)


def test_no_arrow_runs_through_a_node(content: Content, laid: tuple[Layout, dict[str, Route]]) -> None:
    layout, ways = laid
    for name, route in ways.items():
        for node, box in boxes(content.pathways, layout).items():
            inside = Rect(box.rect.left + 1, box.rect.top + 1, box.rect.right - 1, box.rect.bottom - 1)
            assert not [piece for piece in route.pieces if _line(piece).meets(inside)], (name, node)


def test_no_two_arrows_share_a_stretch_of_their_way(laid: tuple[Layout, dict[str, Route]]) -> None:
    _, ways = laid
    for (name, one), (other, two) in combinations(ways.items(), 2):
        for a in one.pieces:
            for b in two.pieces:
                both_flat = (a[0][1] == a[1][1]) == (b[0][1] == b[1][1])
                assert not (both_flat and _line(a).meets(_line(b))), (name, other)


def _line(piece: tuple[tuple[float, float], tuple[float, float]]) -> Rect:
    (ax, ay), (bx, by) = piece
    return Rect(min(ax, bx) - 1, min(ay, by) - 1, max(ax, bx) + 1, max(ay, by) + 1)


def test_each_arrow_leads_from_its_start_to_its_end(content: Content, laid: tuple[Layout, dict[str, Route]]) -> None:
    layout, ways = laid
    drawn = boxes(content.pathways, layout)
    for arrow in content.pathways.arrows:
        route = ways[arrow.id]
        far = arrow.id in far_arrows(content.pathways, layout)
        assert drawn[arrow.start].rect.holds(route.points[0])
        assert route.points[-1] == route.pill if far else drawn[arrow.end].rect.holds(route.points[-1])
        assert any(_line(piece).holds(route.pill) for piece in route.pieces), arrow.id


def test_targets_are_big_enough_for_a_thumb(content: Content, laid: tuple[Layout, dict[str, Route]]) -> None:
    layout, ways = laid
    for box in boxes(content.pathways, layout).values():
        assert min(box.rect.bottom - box.rect.top, box.rect.right - box.rect.left) >= 44
    targets = list(pills(content, layout, ways).values())
    assert all(min(t.bottom - t.top, t.right - t.left) >= 44 for t in targets)
    assert not [pair for pair in combinations(targets, 2) if pair[0].meets(pair[1])]


@both
def test_no_text_is_smaller_than_14_px_at_full_size(content: Content, layout: Layout) -> None:
    assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', draw(content, layout, TODAY))) >= 14


@both
def test_what_the_content_says_is_escaped(content: Content, layout: Layout) -> None:
    hostile = "<script>\"&'"
    node = content.pathways.nodes[0].model_copy(update={"name": f"Nerve {hostile}"})
    told = replace(content, pathways=_with(content.pathways, nodes=(node, *content.pathways.nodes[1:])))
    svg = draw(told, layout, TODAY)
    assert "<script>" not in svg
    assert hostile in unescape(svg)
    assert ElementTree.fromstring(svg).tag == f"{SVG}svg"  # noqa: S314 our own drawing


def _with(pathways: PathwaysFile, **parts: object) -> PathwaysFile:
    return pathways.model_copy(update=parts)


@both
def test_a_new_arrow_finds_its_own_way(content: Content, layout: Layout) -> None:
    new = Arrow(
        **{"id": "new", "from": "gut-fats", "to": "food-signals", "sign": "changes", "label": "meet", "verb": "meet"},
        claim="little-butyrate-reaches-blood",
    )
    pathways = _with(content.pathways, arrows=(*content.pathways.arrows, new))
    ways = routes(pathways, content.claims, layout)
    here = ground(pathways, content.claims, layout)
    here.routes = ways
    assert all(here.fits(arrow, ways[arrow.id]) for arrow in pathways.arrows)


@both
def test_the_stored_ways_still_fit_so_the_map_is_drawn_at_once(content: Content, layout: Layout) -> None:
    here = ground(content.pathways, content.claims, layout)
    here.routes = stored_ways(layout)
    assert here.routes.keys() <= {arrow.id for arrow in content.pathways.arrows}, "ways of arrows that are gone"
    kept = [arrow for arrow in content.pathways.arrows if arrow.id in here.routes]
    assert [arrow.id for arrow in kept if not here.fits(arrow, here.routes[arrow.id])] == []


def test_the_map_can_be_drawn(content: Content) -> None:
    assert check_map(content) == []


MISPLACED: dict[str, tuple[int, dict[str, object], str]] = {
    "two nodes on one spot": (0, {"wide": (400, 120)}, "nodes, gut-brain-nerve, wide: its box covers the box of how-"),
    "node over the edge": (0, {"tall": (20, 280)}, "nodes, gut-brain-nerve, tall: its box leaves the drawing or the"),
    "node on the name of a zone": (0, {"wide": (130, 40)}, "wide: its box covers the name of the zone brain: move"),
    "unknown symbol": (0, {"symbol": "nerv"}, "nodes, gut-brain-nerve, symbol: there is no symbol nerv: use one of"),
}


@pytest.mark.parametrize("mistake", MISPLACED)
def test_a_map_that_cannot_be_drawn_says_where_and_what_to_do(content: Content, mistake: str) -> None:
    number, change, says = MISPLACED[mistake]
    nodes = list(content.pathways.nodes)
    nodes[number] = nodes[number].model_copy(update=change)
    found = check_map(replace(content, pathways=_with(content.pathways, nodes=tuple(nodes))))
    assert [line for line in found if says in line], found
    assert all(re.fullmatch(r"data/en/pathways\.yaml: [^:]+: [^:]+: [^:]+", line) for line in found)


def test_an_arrow_with_no_way_says_so(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.pathways.routing.settle", lambda *_: ["new"])
    found = check_map(replace(content))  # a copy, for which no ways are kept yet
    assert len(found) == len(LAYOUTS)
    assert all(re.fullmatch(r"data/en/pathways\.yaml: [^:]+: [^:]+: [^:]+", line) for line in found)


def test_every_symbol_named_in_the_content_is_drawn(content: Content) -> None:
    assert {node.symbol for node in content.pathways.nodes if node.symbol} <= SYMBOLS.keys()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_faded_can_still_be_read(theme: str) -> None:
    share = re.search(r"text:not\(\.mark\).*?var\(--ink\) (\d+)%, var\(--paper\)", style())
    assert share, "nothing is faded"
    ink, paper = (THEME[theme][name] for name in ("textColor", "backgroundColor"))
    parts_of = [(int(ink[n : n + 2], 16), int(paper[n : n + 2], 16)) for n in (1, 3, 5)]
    mixed = "#" + "".join(f"{round(a * int(share[1]) / 100 + b * (1 - int(share[1]) / 100)):02x}" for a, b in parts_of)
    assert contrast(mixed, paper) >= 4.5
