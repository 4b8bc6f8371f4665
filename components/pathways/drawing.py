"""Draws the map as SVG, from the typed content alone, in two layouts: wide for broad screens, tall for phones."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from itertools import combinations
from pathlib import Path

from components.content.fields import WITH_MS
from components.content.load import Content
from components.content.mistakes import Mistake
from components.content.pathways import Arrow, Layout, PathwaysFile, Point
from components.pathways.ground import PILL_PAD, Route, pill_lines, pill_rect, pill_size
from components.pathways.layout import SCALES, Box, Rect, Scale, boxes, height, text_width, zone_label
from components.pathways.reading import arrow_text, node_text, step_claim
from components.pathways.routing import routes
from components.pathways.scenery import bricks, ground
from components.pathways.symbols import SYMBOLS

FILE = "en/pathways.yaml"
STYLE = Path(__file__).with_name("drawing.css")
HEAD: dict[Layout, tuple[float, float]] = {"wide": (13, 6.5), "tall": (10, 5)}
"""Length and half the breadth of an arrowhead."""


def style() -> str:
    """Return the CSS of the drawing: colors with fallbacks, line styles, chosen and dimmed parts."""
    return STYLE.read_text(encoding="utf-8")


def draw(content: Content, layout: Layout, day: datetime.date, *, to_press: bool = True) -> str:
    """Return the map as one SVG element.

    Every box and arrow is a g with data-id and a name that says it all, in the order of the list below the map: zone by
    zone, each box followed by the arrows that leave it. to_press: whether they can be chosen; on paper they cannot.
    """
    pathways = content.pathways
    ways = _routes(content, layout)
    drawn = boxes(pathways, layout)
    high = height(pathways, layout)
    parts = [_zones(pathways, layout)]
    for zone in pathways.zones:
        for node in pathways.nodes:
            if node.zone != zone.id:
                continue
            spoken = node_text(content, node, day).spoken
            parts.append(node_mark(content, drawn[node.id], layout, _named(spoken, to_press)))
            parts.extend(
                arrow_mark(
                    content, arrow, ways[arrow.id], layout, _named(arrow_text(content, arrow, day).spoken, to_press)
                )
                for arrow in pathways.arrows
                if arrow.start == node.id
            )
    words = pathways.page
    about = words.map_description.format(nodes=len(pathways.nodes), arrows=len(pathways.arrows))
    width = SCALES[layout].width
    return (
        f'<svg class="map-drawing {layout}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {high:g}" '
        f'role="group" aria-labelledby="map-title-{layout}" aria-describedby="map-about-{layout}">'
        f'<title id="map-title-{layout}">{escape(words.map_title)}</title>'
        f'<desc id="map-about-{layout}">{escape(about)}</desc>'
        # Tab stops at one part; from there the arrow keys lead on.
        + "".join(parts).replace('tabindex="-1"', 'tabindex="0"', 1)
        + "</svg>"
    )


def spots(content: Content, layout: Layout) -> dict[str, Rect]:
    """Return the ground of each box and of each arrow's label, by id, in the order they are drawn."""
    ways, drawn, found = _routes(content, layout), boxes(content.pathways, layout), dict[str, Rect]()
    for zone in content.pathways.zones:
        for node in (node for node in content.pathways.nodes if node.zone == zone.id):
            found[node.id] = drawn[node.id].rect
            for arrow in (arrow for arrow in content.pathways.arrows if arrow.start == node.id):
                lines = pill_lines(content.pathways, arrow, step_claim(content, arrow), layout)
                found[arrow.id] = pill_rect(ways[arrow.id].pill, pill_size(lines, layout))
    return found


def check_map(content: Content) -> list[str]:
    """Return why the map cannot be drawn, as "file: place: what is wrong: what to do", one line for each mistake.

    Quick while routes.json fits. Ways are only looked for once every box has ground of its own: it could take long.
    """
    pathways = content.pathways
    mistakes = [*_unknown_symbols(pathways), *(m for layout in SCALES for m in _boxes_in_the_way(pathways, layout))]
    if mistakes:
        return [str(mistake) for mistake in mistakes]
    found = []
    for layout in SCALES:
        try:
            _routes(content, layout)
        except ValueError as error:
            found.append(f"data/{FILE}: {layout}: {error}")
    return found


def _unknown_symbols(pathways: PathwaysFile) -> Iterator[Mistake]:
    for node in pathways.nodes:
        if node.symbol and node.symbol not in SYMBOLS:
            known = ", ".join(sorted(SYMBOLS))
            yield Mistake(
                FILE, f"nodes, {node.id}, symbol", f"there is no symbol {node.symbol}", f"use one of {known}, or none"
            )


def _boxes_in_the_way(pathways: PathwaysFile, layout: Layout) -> Iterator[Mistake]:
    drawn, width = boxes(pathways, layout), SCALES[layout].width
    zones = {zone.id: zone for zone in pathways.zones}
    for name, box in drawn.items():
        place, rect, (top, bottom) = f"nodes, {name}, {layout}", box.rect, getattr(zones[box.node.zone].y, layout)
        if rect.left < 0 or rect.right > width or rect.top < top or rect.bottom > bottom:
            yield Mistake(
                FILE, place, f"its box leaves the drawing or the zone {box.node.zone}", "move the node inward"
            )
        for zone in pathways.zones:
            if rect.meets(zone_label(zone, layout)):
                yield Mistake(FILE, place, f"its box covers the name of the zone {zone.id}", "move the node")
    for one, two in combinations(drawn.values(), 2):
        if one.rect.meets(two.rect):
            place = f"nodes, {one.node.id}, {layout}"
            yield Mistake(FILE, place, f"its box covers the box of {two.node.id}", "move one of the two")


@lru_cache(maxsize=8)
def _routes(content: Content, layout: Layout) -> dict[str, Route]:
    used = {arrow.claim for arrow in content.pathways.arrows}
    return routes(content.pathways, {name: content.claims[name] for name in used}, layout)


def _zones(pathways: PathwaysFile, layout: Layout) -> str:
    scale = SCALES[layout]
    parts, wall = [], ""
    for number, zone in enumerate(pathways.zones):
        top, bottom = getattr(zone.y, layout)
        parts.append(
            f'<g class="zone zone-{number % 5}" aria-hidden="true">'
            f'<path class="ground" d="{ground(zone.edge, top, bottom, scale.width)}"/>'
            f'<text x="12" y="{top + scale.text + 8:g}" font-size="{scale.text}">{escape(zone.name)}</text></g>'
        )
        wall += bricks(zone.edge, top, bottom, scale.width)
    return "".join(parts) + f'<path class="bricks" d="{wall}"/>'


def _lines(lines: tuple[str, ...], at: Point, step: int, kind: str, size: int) -> str:
    return "".join(
        f'<text class="{kind}" x="{at[0]:g}" y="{at[1] + n * step:g}" font-size="{size}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )


def _named(name: str, to_press: bool) -> str:
    """Return the attributes that give a part its name, and make it a button where it can be chosen."""
    button = ' tabindex="-1" role="button" aria-pressed="false"' if to_press else ' role="img"'
    return f'{button} aria-label="{escape(name)}"'


def node_mark(content: Content, box: Box, layout: Layout, attributes: str = "") -> str:
    """Return SVG for a box. attributes: those of its group, such as its name, where it has one of its own."""
    scale, rect, node = SCALES[layout], box.rect, box.node
    middle = (rect.top + rect.bottom) / 2
    longest = max(
        [text_width(line, scale.text) for line in box.name] + [text_width(line, scale.small) for line in box.small]
    )
    gap = scale.symbol * 0.28
    free = rect.right - rect.left - scale.symbol - gap - longest * 1.03
    left = rect.left + max(6.0, free / 2)
    x = left + scale.symbol + gap
    y = middle - (len(box.name) + len(box.small)) * scale.line / 2 + scale.line * 0.76
    zone = next(n for n, zone in enumerate(content.pathways.zones) if zone.id == node.zone)
    grow = scale.symbol / 24
    symbol = SYMBOLS[node.symbol] if node.symbol else ""
    return (
        f'<g class="node in-zone-{zone % 5}" data-id="{node.id}"{attributes}>'
        f'<rect class="box" x="{rect.left:g}" y="{rect.top:g}" width="{rect.right - rect.left:g}" '
        f'height="{rect.bottom - rect.top:g}" rx="12"/>'
        + (
            f'<path class="symbol" transform="translate({left:g} {middle - scale.symbol / 2:g}) scale({grow:g})" '
            f'd="{symbol}"/>'
            if symbol
            else ""
        )
        + _lines(box.name, (x, y), scale.line, "name", scale.text)
        + _lines(box.small, (x, y + len(box.name) * scale.line), scale.line, "medical", scale.small)
        + _effect(rect.right, rect.top, scale)
        + "</g>"
    )


def _effect(x: float, y: float, scale: Scale) -> str:
    """Return the place for the sign of what becomes of a box, empty at first."""
    return (
        f'<g class="effect" aria-hidden="true"><circle cx="{x:g}" cy="{y:g}" r="{scale.text * 0.8:g}"/>'
        f'<text x="{x:g}" y="{y + scale.text * 0.35:g}" font-size="{scale.text}"></text></g>'
    )


def rounded(points: tuple[Point, ...], radius: float, cut: float) -> str:
    """Return SVG path data through the corners, each rounded, the end cut short by the length of the arrowhead."""
    *body, last = points
    before = body[-1]
    length = abs(last[0] - before[0]) + abs(last[1] - before[1])
    last = _towards(last, before, min(cut, length))
    path = [f"M{points[0][0]:g} {points[0][1]:g}"]
    corners = [*body, last]
    for a, b, c in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, (abs(b[0] - a[0]) + abs(b[1] - a[1])) / 2, (abs(c[0] - b[0]) + abs(c[1] - b[1])) / 2)
        into, out = _towards(b, a, reach), _towards(b, c, reach)
        path.append(f"L{into[0]:g} {into[1]:g}Q{b[0]:g} {b[1]:g} {out[0]:g} {out[1]:g}")
    path.append(f"L{last[0]:g} {last[1]:g}")
    return "".join(path)


def _towards(a: Point, b: Point, by: float) -> Point:
    dx, dy = (b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1])
    return a[0] + dx * by, a[1] + dy * by


def _head(tip: Point, before: Point, layout: Layout) -> str:
    length, half = HEAD[layout]
    x, y = _towards(tip, before, length)
    flat = tip[1] == before[1]
    one, two = ((x, y - half), (x, y + half)) if flat else ((x - half, y), (x + half, y))
    return f'<path class="head" d="M{tip[0]:g} {tip[1]:g}L{one[0]:g} {one[1]:g}L{two[0]:g} {two[1]:g}Z"/>'


def _to_the_sign(route: Route, pill: Rect) -> tuple[Point, ...]:
    """Return the corners of a way that ends at its pill, cut at the edge of the pill."""
    *body, before, (x, y) = route.points
    if before[0] == x:
        return (*body, before, (x, pill.top if before[1] < y else pill.bottom))
    return (*body, before, (pill.left if before[0] < x else pill.right, y))


def arrow_mark(content: Content, arrow: Arrow, route: Route, layout: Layout, attributes: str = "") -> str:
    """Return SVG for an arrow with its line, head and pill. attributes: as for a box."""
    scale, claim = SCALES[layout], step_claim(content, arrow)
    lines = pill_lines(content.pathways, arrow, claim, layout)
    rect = pill_rect(route.pill, pill_size(lines, layout))
    points = _to_the_sign(route, rect) if route.points[-1] == route.pill else route.points
    way = rounded(points, scale.step * 0.9, HEAD[layout][0] - 1)
    with_ms = " with-ms" if WITH_MS & set(claim.studied_in) else ""
    return (
        f'<g class="arrow sure-{claim.certainty}{with_ms}" data-id="{arrow.id}" data-from="{arrow.start}" '
        f'data-to="{arrow.end}"{attributes}>'
        f'<path class="hit" d="{way}" stroke-width="{scale.step + 2}"/><path class="line" d="{way}"/>'
        f"{_head(points[-1], points[-2], layout)}"
        f"{_pill(content.pathways.page.signs[arrow.sign].mark, lines, rect, layout)}</g>"
    )


def _pill(mark: str, lines: tuple[str, ...], rect: Rect, layout: Layout) -> str:
    scale = SCALES[layout]
    radius, left = scale.pill_line / 2, rect.left + PILL_PAD
    base = rect.top + 4 + scale.pill_line * 0.74
    does, *rest = lines
    return (
        f'<g class="pill"><rect x="{rect.left:g}" y="{rect.top:g}" width="{rect.right - rect.left:g}" '
        f'height="{rect.bottom - rect.top:g}" rx="9"/>'
        f'<circle cx="{left + radius - 2:g}" cy="{rect.top + 4 + radius:g}" r="{radius:g}"/>'
        f'<text class="mark" x="{left + radius - 2:g}" y="{base:g}" font-size="{scale.small}">{escape(mark)}</text>'
        f'<text class="does" x="{left + scale.pill_line + 2:g}" y="{base:g}" font-size="{scale.small}">{escape(does)}'
        f"</text>{_lines(tuple(rest), (left, base + scale.pill_line), scale.pill_line, 'seen', scale.small)}</g>"
    )
