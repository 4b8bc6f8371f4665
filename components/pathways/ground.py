"""The ground of the map: a grid of lanes around the boxes, the ways that lie on it, and the pills."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from components.content.evidence import Claim
from components.content.pathways import Arrow, Layout, PathwaysFile, Point
from components.pathways.layout import SCALES, Box, Rect, boxes, break_lines, far_arrows, height, text_width, zone_label

Cell = tuple[int, int]
Size = tuple[float, float]
"""Width and height."""

PILL_PAD = 8.0
BOLD = 1.06
"""How much broader a bold text is than a plain one."""
TIP = 10.0
"""The least distance between a pill and either end of its own arrow, so that the head is seen."""
CLEAR = 4.0
"""The least distance between a pill and another arrow or pill."""


@dataclass(frozen=True)
class Route:
    """The way of an arrow: its corners from box to box, and the center of its pill.

    The way of an arrow that ends at a sign ends at the center of its pill, which is the sign.
    """

    points: tuple[Point, ...]
    pill: Point

    @property
    def pieces(self) -> tuple[tuple[Point, Point], ...]:
        """Its straight pieces."""
        return tuple(pairwise(self.points))


def pill_lines(pathways: PathwaysFile, arrow: Arrow, claim: Claim, layout: Layout) -> tuple[str, ...]:
    """Return the words on an arrow: what it does, who was studied, how sure we are that it matters in MS.

    Of those studied it names the ones nearest to people with MS. An arrow that ends at a sign says where it leads.
    claim: narrowed to the arrow.
    """
    words = pathways.page
    who = next(said for population, said in words.pills.items() if population in claim.studied_in)
    lines = (arrow.label, who, words.sureness[claim.certainty])
    if arrow.id not in far_arrows(pathways, layout):
        return lines
    end = next(node for node in pathways.nodes if node.id == arrow.end)
    size, room = SCALES[layout].small, pill_size(lines, layout)[0] - 2 * PILL_PAD
    return (*lines, *break_lines(words.leads_to.format(node=end.name), size, room))


def pill_size(lines: tuple[str, ...], layout: Layout) -> Size:
    """Return how broad and how high the pill of an arrow is. The first line is bold, with the mark before it."""
    scale = SCALES[layout]
    first, *others = (text_width(line, scale.small) for line in lines)
    width = max(first * BOLD + scale.pill_line + 4, *others) + 2 * PILL_PAD
    return width, len(lines) * scale.pill_line + 8


def pill_rect(center: Point, size: Size) -> Rect:
    """Return the ground that a pill takes, which is also where a finger chooses the arrow."""
    (x, y), (width, high) = center, size
    return Rect(x - width / 2, y - high / 2, x + width / 2, y + high / 2)


def _along(points: Iterable[Cell]) -> Iterator[Cell]:
    """Return every grid point between the corners, the corners included."""
    corners = list(points)
    yield corners[0]
    for (ax, ay), (bx, by) in pairwise(corners):
        dx, dy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        for n in range(1, abs(bx - ax) + abs(by - ay) + 1):
            yield (ax + dx * n, ay + dy * n)


@dataclass
class Ground:
    """The grid of lanes of one layout, and what stands on it already."""

    pathways: PathwaysFile
    layout: Layout
    pill_sizes: dict[str, Size]
    routes: dict[str, Route] = field(default_factory=dict)

    @cached_property
    def step(self) -> int:
        """The distance between two lanes."""
        return SCALES[self.layout].step

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Every node's box, by node id."""
        return boxes(self.pathways, self.layout)

    @cached_property
    def far(self) -> frozenset[str]:
        """The ids of the arrows that end at a sign."""
        return far_arrows(self.pathways, self.layout)

    @cached_property
    def size(self) -> Cell:
        """The last column and the last row of the grid."""
        return SCALES[self.layout].width // self.step, int(height(self.pathways, self.layout)) // self.step

    @cached_property
    def taken(self) -> frozenset[Cell]:
        """The grid points too near to a box or to the name of a zone."""
        rects = [box.rect.grown(self.step * 0.5) for box in self.boxes.values()]
        rects += [zone_label(zone, self.layout) for zone in self.pathways.zones]
        return frozenset(cell for rect in rects for cell in self.cells_in(rect))

    @cached_property
    def fixed(self) -> tuple[Rect, ...]:
        """The boxes and the names of the zones."""
        labels = (zone_label(zone, self.layout) for zone in self.pathways.zones)
        return (*(box.rect for box in self.boxes.values()), *labels)

    def cells_in(self, rect: Rect) -> Iterator[Cell]:
        """Return the grid points in a rectangle."""
        s = self.step
        for i in range(int(-(-rect.left // s)), int(rect.right // s) + 1):
            for j in range(int(-(-rect.top // s)), int(rect.bottom // s) + 1):
                yield i, j

    def ports(self, node: str) -> Iterator[tuple[Cell, int, float, Point]]:
        """Return where an arrow may leave a box: grid point, direction outward, cost, point on the edge of the box."""
        rect, s = self.boxes[node].rect, self.step
        x, y = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
        columns = range(int(-(-(rect.left + 10) // s)), int((rect.right - 10) // s) + 1)
        rows = range(int(-(-(rect.top + 10) // s)), int((rect.bottom - 10) // s) + 1)
        for i in columns:
            off = abs(i * s - x) / s * 0.25
            top, bottom = int((rect.top - s * 0.55) // s), int(-(-(rect.bottom + s * 0.55) // s))
            yield (i, top), 3, off, (i * s, rect.top)
            yield (i, bottom), 1, off, (i * s, rect.bottom)
        for j in rows:
            off = abs(j * s - y) / s * 0.25 + 1
            left, right = int((rect.left - s * 0.55) // s), int(-(-(rect.right + s * 0.55) // s))
            yield (left, j), 2, off, (rect.left, j * s)
            yield (right, j), 0, off, (rect.right, j * s)

    def occupied(self, without: str) -> tuple[dict[Cell, str], set[Cell]]:
        """Return how each grid point is used by the other arrows, and the grid points under their pills."""
        used: dict[Cell, str] = {}
        pills: set[Cell] = set()
        for name, route in self.routes.items():
            if name != without:
                for cell, way in self.uses(route).items():
                    used[cell] = way if used.get(cell, way) == way else "x"
                pills |= set(self.cells_in(self.pill(name, route).grown(CLEAR)))
        return used, pills

    def uses(self, route: Route) -> dict[Cell, str]:
        """Return how a way uses each of its grid points: h or v, or x where it bends, begins or ends."""
        corners = [self.cell(point) for point in self._inner(route)]
        used = {cell: "h" if a[1] == b[1] else "v" for a, b in pairwise(corners) for cell in _along((a, b))}
        return used | dict.fromkeys(corners, "x")

    def pill(self, name: str, route: Route) -> Rect:
        """Return the ground under an arrow's pill."""
        return pill_rect(route.pill, self.pill_sizes[name])

    def cell(self, point: Point) -> Cell:
        """Return the grid point nearest to a point."""
        return round(point[0] / self.step), round(point[1] / self.step)

    def _inner(self, route: Route) -> list[Point]:
        """Return the corners with both ends moved from the edge of the box to the grid point before it."""
        points = list(route.points)
        for end, node in ((0, 1), (-1, -2)):
            (x, y), (nx, ny) = points[end], points[node]
            s = self.step
            if points[end] == route.pill:
                continue
            if x == nx:
                y = (-(-(y + s * 0.55) // s) if ny > y else (y - s * 0.55) // s) * s
            else:
                x = (-(-(x + s * 0.55) // s) if nx > x else (x - s * 0.55) // s) * s
            points[end] = (x, y)
        return points

    def fits(self, arrow: Arrow, route: Route) -> bool:
        """Return whether a stored way still leads from box to box over free ground."""
        edges = [{edge for *_, edge in self.ports(node)} for node in (arrow.start, arrow.end)]
        last = {route.pill} if arrow.id in self.far else edges[1]
        if len(route.points) < 2 or route.points[0] not in edges[0] or route.points[-1] not in last:
            return False
        used, pills = self.occupied(arrow.id)
        own = self.uses(route)
        clash = any(used[cell] in ("x", way) or way == "x" for cell, way in own.items() if cell in used)
        if clash or (self.taken | pills) & own.keys():
            return False
        pill = self.pill(arrow.id, route).grown(CLEAR)
        ends = route.points[:1] if arrow.id in self.far else (route.points[0], route.points[-1])
        if pill.left < 0 or pill.right > SCALES[self.layout].width or any(map(pill.grown(TIP - CLEAR).holds, ends)):
            return False
        others = [self.pill(name, other) for name, other in self.routes.items() if name != arrow.id]
        if any(pill.meets(rect) for rect in (*others, *self.fixed)):
            return False
        return not used.keys() & set(self.cells_in(pill))
