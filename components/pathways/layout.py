"""Where the boxes of the map stand: sizes, line breaks and free ground of both layouts, before any arrow is drawn."""

from collections import Counter
from dataclasses import dataclass

from components.content.pathways import Layout, Node, PathwaysFile, Point, Zone

NARROW = frozenset("iljtf.,'’()|:;!I ")
BROAD = frozenset("mwMWQO@~")


@dataclass(frozen=True)
class Scale:
    """The measures of a layout, in drawing units (1 unit is 1 px when shown 1:1)."""

    layout: Layout
    width: int
    step: int
    """Distance between the lanes that arrows run on."""
    text: int
    small: int
    node_width: int
    pill_line: int
    """Height of a line of text on a pill."""
    target: int
    """The least height of what a finger is to hit: 44 px, and more where the drawing is shown smaller than 1:1."""
    symbol: int
    line: int
    """Height of a line of text."""


SCALES: dict[Layout, Scale] = {
    "wide": Scale("wide", 1400, 20, 18, 16, 176, 19, 48, 30, 21),
    "tall": Scale("tall", 360, 12, 15, 14, 112, 16, 44, 20, 18),
}


@dataclass(frozen=True)
class Rect:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Rect":
        """Return the rectangle with a margin on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Rect") -> bool:
        """Return whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


SCREEN = 640.0
"""How far apart two nodes may stand on the tall layout for an eye to follow the arrow: about a phone's screen."""


@dataclass(frozen=True)
class Box:
    """A node as it is drawn: its rectangle, and its name and its small print broken into lines.

    small: the medical name, and on the tall layout how many arrows lead here from far away.
    """

    node: Node
    rect: Rect
    name: tuple[str, ...]
    small: tuple[str, ...]


def text_width(text: str, size: float) -> float:
    """Return about how broad a text is at a font size; on the broad side, so that a fallback font fits as well."""
    em = sum(0.32 if c in NARROW else 0.86 if c in BROAD else 0.68 if c.isupper() else 0.56 for c in text)
    return em * size


def break_lines(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the text as lines no broader than width where its words allow."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def far_arrows(pathways: PathwaysFile, layout: Layout) -> frozenset[str]:
    """Return the ids of the arrows that end at a sign that names where they lead, in place of the node itself.

    Only on the tall layout, where many an arrow would be longer than a screen and pass behind half of the map. A
    chapter's picture, which is a map of one zone, has none.
    """
    if layout == "wide" or len(pathways.zones) == 1:
        return frozenset()
    y = {node.id: node.tall[1] for node in pathways.nodes}
    return frozenset(arrow.id for arrow in pathways.arrows if abs(y[arrow.start] - y[arrow.end]) > SCREEN)


def _box(node: Node, scale: Scale, more: str) -> Box:
    width = getattr(node.width, scale.layout) if node.width else scale.node_width
    room = width - scale.symbol - 16
    name = break_lines(node.name, scale.text, room)
    small = [*break_lines(node.medical or "", scale.small, room), *break_lines(more, scale.small, room)]
    height = max(scale.target + 4.0, (len(name) + len(small)) * scale.line + 14)
    x, y = getattr(node, scale.layout)
    return Box(node, Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2), name, tuple(small))


def boxes(pathways: PathwaysFile, layout: Layout) -> dict[str, Box]:
    """Return every node's box in a layout, by node id."""
    far, words = far_arrows(pathways, layout), pathways.page
    count = Counter(arrow.end for arrow in pathways.arrows if arrow.id in far)
    more = {name: words.far_in.format(count=n) if n > 1 else words.far_in_one for name, n in count.items()}
    return {node.id: _box(node, SCALES[layout], more.get(node.id, "")) for node in pathways.nodes}


def zone_label(zone: Zone, layout: Layout) -> Rect:
    """Return the ground that the name of a zone takes, at the top left of its band."""
    scale = SCALES[layout]
    top = getattr(zone.y, layout)[0]
    return Rect(0, top, text_width(zone.name, scale.text) * 1.08 + 22, top + scale.text + 16)


def height(pathways: PathwaysFile, layout: Layout) -> float:
    """Return how high the drawing is."""
    return max(float(getattr(zone.y, layout)[1]) for zone in pathways.zones)
