"""Draws the map as SVG, from the typed content alone, in two layouts: wide for broad screens, tall for phones."""

import datetime
from collections.abc import Iterator
from html import escape
from itertools import combinations
from pathlib import Path

from components.content.evidence import Claim
from components.content.load import Content
from components.content.mistakes import Mistake
from components.content.pathways import Arrow, Layout, PathwaysFile, Point
from components.pathways.ground import Route, hit_rect, pill_rect, pill_width, pill_words
from components.pathways.layout import SCALES, Box, Rect, boxes, height, text_width, zone_label
from components.pathways.reading import arrow_text, node_text
from components.pathways.routing import routes
from components.pathways.symbols import SYMBOLS

FILE = "en/pathways.yaml"
STYLE = Path(__file__).with_name("drawing.css")
HEAD: dict[Layout, tuple[float, float]] = {"wide": (13, 6.5), "tall": (10, 5)}
"""Length and half the breadth of an arrowhead."""


def style() -> str:
    """Return the CSS of the drawing: colors with fallbacks, line styles, chosen and dimmed parts."""
    return STYLE.read_text(encoding="utf-8")


def draw(content: Content, layout: Layout, day: datetime.date) -> str:
    """Return the map as one SVG element.

    Every box and arrow is a g with data-id and a name that says it all, in the order of the list below the map: zone by
    zone, each box followed by the arrows that leave it.
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
            parts.append(node_mark(content, drawn[node.id], layout, pressed_as=spoken))
            parts.extend(
                arrow_mark(content, arrow, ways[arrow.id], layout, pressed_as=arrow_text(content, arrow, day).spoken)
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
        f'<desc id="map-about-{layout}">{escape(about)}</desc>' + "".join(parts) + "</svg>"
    )


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
            found.append(str(error))
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


def _routes(content: Content, layout: Layout) -> dict[str, Route]:
    used = {arrow.claim for arrow in content.pathways.arrows}
    return routes(content.pathways, {name: content.claims[name] for name in used}, layout)


def _zones(pathways: PathwaysFile, layout: Layout) -> str:
    scale = SCALES[layout]
    parts = []
    for number, zone in enumerate(pathways.zones):
        top, bottom = getattr(zone.y, layout)
        parts.append(
            f'<g class="zone zone-{number % 5}" aria-hidden="true">'
            f'<rect x="0" y="{top:g}" width="{scale.width}" height="{bottom - top:g}"/>'
            f'<text x="12" y="{top + scale.text + 8:g}" font-size="{scale.text}">{escape(zone.name)}</text></g>'
        )
    return "".join(parts)


def _lines(lines: tuple[str, ...], at: Point, step: int, kind: str, size: int) -> str:
    return "".join(
        f'<text class="{kind}" x="{at[0]:g}" y="{at[1] + n * step:g}" font-size="{size}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )


def _pressed_as(name: str) -> str:
    """Return the attributes of a part that can be chosen, or none for a part of a picture."""
    return f' tabindex="0" role="button" aria-pressed="false" aria-label="{escape(name)}"' if name else ""


def node_mark(content: Content, box: Box, layout: Layout, *, pressed_as: str = "") -> str:
    """Return SVG for a box. pressed_as: its name where it can be chosen."""
    scale, rect, node = SCALES[layout], box.rect, box.node
    middle = (rect.top + rect.bottom) / 2
    longest = max(
        [text_width(line, scale.text) for line in box.name] + [text_width(line, scale.small) for line in box.medical]
    )
    gap = scale.symbol * 0.28
    free = rect.right - rect.left - scale.symbol - gap - longest * 1.03
    left = rect.left + max(6.0, free / 2)
    x = left + scale.symbol + gap
    y = middle - (len(box.name) + len(box.medical)) * scale.line / 2 + scale.line * 0.76
    zone = next(n for n, zone in enumerate(content.pathways.zones) if zone.id == node.zone)
    grow = scale.symbol / 24
    symbol = SYMBOLS[node.symbol] if node.symbol else ""
    return (
        f'<g class="node in-zone-{zone % 5}" data-id="{node.id}"{_pressed_as(pressed_as)}>'
        f'<rect class="box" x="{rect.left:g}" y="{rect.top:g}" width="{rect.right - rect.left:g}" '
        f'height="{rect.bottom - rect.top:g}" rx="12"/>'
        + (
            f'<path class="symbol" transform="translate({left:g} {middle - scale.symbol / 2:g}) scale({grow:g})" '
            f'd="{symbol}"/>'
            if symbol
            else ""
        )
        + _lines(box.name, (x, y), scale.line, "name", scale.text)
        + _lines(box.medical, (x, y + len(box.name) * scale.line), scale.line, "medical", scale.small)
        + "</g>"
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


def _head(route: Route, layout: Layout) -> str:
    tip, before = route.points[-1], route.points[-2]
    length, half = HEAD[layout]
    x, y = _towards(tip, before, length)
    flat = tip[1] == before[1]
    one, two = ((x, y - half), (x, y + half)) if flat else ((x - half, y), (x + half, y))
    return f'<path class="head" d="M{tip[0]:g} {tip[1]:g}L{one[0]:g} {one[1]:g}L{two[0]:g} {two[1]:g}Z"/>'


def arrow_mark(content: Content, arrow: Arrow, route: Route, layout: Layout, *, pressed_as: str = "") -> str:
    """Return SVG for an arrow with its line, head and pill. pressed_as: its name where it can be chosen."""
    scale, claim = SCALES[layout], arrow.narrow(content.claims[arrow.claim])
    way = rounded(route.points, scale.step * 0.9, HEAD[layout][0] - 1)
    return (
        f'<g class="arrow sure-{claim.certainty}" data-id="{arrow.id}" data-from="{arrow.start}" data-to="{arrow.end}"'
        f"{_pressed_as(pressed_as)}>"
        f'<path class="hit" d="{way}" stroke-width="{scale.step + 2}"/>'
        f'<path class="line" d="{way}"/>{_head(route, layout)}{_pill(content, arrow, claim, route, layout)}</g>'
    )


def _pill(content: Content, arrow: Arrow, claim: Claim, route: Route, layout: Layout) -> str:
    scale, words = SCALES[layout], pill_words(content.pathways, claim)
    rect: Rect = pill_rect(route, pill_width(words, layout), layout)
    mark = content.pathways.page.signs[arrow.sign].mark
    y, radius = route.pill[1], scale.pill_height / 2
    base = y + scale.small * 0.34
    hit = hit_rect(route, pill_width(words, layout), layout)
    with_ms = " with-ms" if set(claim.studied_in) & {"ms_trial", "ms_observational"} else ""
    return (
        f'<rect class="hit" x="{hit.left:g}" y="{hit.top:g}" width="{hit.right - hit.left:g}" '
        f'height="{hit.bottom - hit.top:g}"/>'
        f'<g class="pill{with_ms}"><rect x="{rect.left:g}" y="{rect.top:g}" width="{rect.right - rect.left:g}" '
        f'height="{scale.pill_height}" rx="{radius:g}"/>'
        f'<circle cx="{rect.left + radius:g}" cy="{y:g}" r="{radius - 3:g}"/>'
        f'<text class="mark" x="{rect.left + radius:g}" y="{base:g}" font-size="{scale.small}">{escape(mark)}</text>'
        f'<text x="{rect.left + radius * 2 + 2:g}" y="{base:g}" font-size="{scale.small}">{escape(words)}</text></g>'
    )
