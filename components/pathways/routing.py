"""Finds the way of each arrow: along lanes, around boxes, never along another arrow, with free ground for its pill.

The ways come from a search over a grid of lanes. It takes half a minute for the whole map, so its result is kept in
routes.json: `uv run python -m components.pathways.routing` writes it anew. An arrow that is not in that file, or whose
boxes have moved since, is led through the free ground when the map is drawn; so a new arrow needs only its lines of YAML.
"""

import heapq
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from components.content.evidence import Claim
from components.content.pathways import Arrow, Layout, PathwaysFile, Point
from components.pathways.layout import SCALES, Box, Rect, boxes, height, text_width, zone_label

STORE = Path(__file__).with_name("routes.json")
MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Right, down, left, up; a direction's number plus 2 is the opposite one."""
BEND, CROSSING, BESIDE = 4.0, 5.0, 0.4
"""What a bend, a crossing and a lane right beside another arrow cost, in steps."""
FAR = float("inf")
Cell = tuple[int, int]


@dataclass(frozen=True)
class Route:
    """The way of an arrow: its corners from box to box, and the center of its pill."""

    points: tuple[Point, ...]
    pill: Point

    @property
    def pieces(self) -> tuple[tuple[Point, Point], ...]:
        """Its straight pieces."""
        return tuple(zip(self.points, self.points[1:], strict=False))


def pill_words(pathways: PathwaysFile, claim: Claim) -> str:
    """Return the word on an arrow: the population nearest to people with MS that its claim was studied in."""
    return next(words for population, words in pathways.page.pills.items() if population in claim.studied_in)


def pill_width(words: str, layout: Layout) -> float:
    """Return how broad the pill of an arrow is: its mark, and the word for who was studied."""
    scale = SCALES[layout]
    return text_width(words, scale.small) + scale.pill_height + 8


def pill_rect(route: Route, width: float, layout: Layout) -> Rect:
    """Return the ground that a pill takes."""
    (x, y), high = route.pill, SCALES[layout].pill_height
    return Rect(x - width / 2, y - high / 2, x + width / 2, y + high / 2)


def _along(points: Iterable[Cell]) -> Iterator[Cell]:
    """Return every grid point between the corners, the corners included."""
    corners = list(points)
    yield corners[0]
    for (ax, ay), (bx, by) in zip(corners, corners[1:], strict=False):
        dx, dy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        for n in range(1, abs(bx - ax) + abs(by - ay) + 1):
            yield (ax + dx * n, ay + dy * n)


@dataclass
class Ground:
    """The grid of lanes of one layout, and what stands on it already."""

    pathways: PathwaysFile
    layout: Layout
    pill_widths: dict[str, float]
    routes: dict[str, Route] = field(default_factory=dict)

    @cached_property
    def step(self) -> int:
        return SCALES[self.layout].step

    @cached_property
    def boxes(self) -> dict[str, Box]:
        return boxes(self.pathways, self.layout)

    @cached_property
    def size(self) -> Cell:
        return SCALES[self.layout].width // self.step, int(height(self.pathways, self.layout)) // self.step

    @cached_property
    def taken(self) -> frozenset[Cell]:
        """The grid points too near to a box or to the name of a zone."""
        rects = [box.rect.grown(self.step * 0.5) for box in self.boxes.values()]
        rects += [zone_label(zone, self.layout) for zone in self.pathways.zones]
        return frozenset(cell for rect in rects for cell in self._cells(rect))

    def _cells(self, rect: Rect) -> Iterator[Cell]:
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
                for cell, way in self._uses(route).items():
                    used[cell] = way if used.get(cell, way) == way else "x"
                pills |= set(self._cells(self.pill(name, route).grown(self.step * 0.45)))
        return used, pills

    def _uses(self, route: Route) -> dict[Cell, str]:
        """Return how a way uses each of its grid points: h or v, or x where it bends, begins or ends."""
        corners = [self._cell(point) for point in self._inner(route)]
        used = {
            cell: "h" if a[1] == b[1] else "v"
            for a, b in zip(corners, corners[1:], strict=False)
            for cell in _along((a, b))
        }
        return used | dict.fromkeys(corners, "x")

    def pill(self, name: str, route: Route) -> Rect:
        """Return the ground under an arrow's pill."""
        return pill_rect(route, self.pill_widths[name], self.layout)

    def _cell(self, point: Point) -> Cell:
        return round(point[0] / self.step), round(point[1] / self.step)

    def _inner(self, route: Route) -> list[Point]:
        """Return the corners with both ends moved from the edge of the box to the grid point before it."""
        points = list(route.points)
        for end, node in ((0, 1), (-1, -2)):
            (x, y), (nx, ny) = points[end], points[node]
            s = self.step
            if x == nx:
                y = (-(-(y + s * 0.55) // s) if ny > y else (y - s * 0.55) // s) * s
            else:
                x = (-(-(x + s * 0.55) // s) if nx > x else (x - s * 0.55) // s) * s
            points[end] = (x, y)
        return points

    def fits(self, arrow: Arrow, route: Route) -> bool:
        """Return whether a stored way still leads from box to box over free ground."""
        ends = [{edge for *_, edge in self.ports(node)} for node in (arrow.start, arrow.end)]
        if len(route.points) < 2 or route.points[0] not in ends[0] or route.points[-1] not in ends[1]:
            return False
        used, pills = self.occupied(arrow.id)
        own = self._uses(route)
        clash = any(used[cell] in ("x", way) or way == "x" for cell, way in own.items() if cell in used)
        if clash or (self.taken | pills) & own.keys():
            return False
        pill = self.pill(arrow.id, route).grown(4)
        others = [self.pill(name, other) for name, other in self.routes.items() if name != arrow.id]
        rects = [box.rect for box in self.boxes.values()]
        return not any(pill.meets(rect) for rect in (*others, *rects)) and not used.keys() & set(self._cells(pill))

    def lay(self, arrow: Arrow) -> float:
        """Find the best way for an arrow among all others, and keep it. Return what it costs; FAR if there is none."""
        found = _Search(self, arrow, *self.occupied(arrow.id)).best()
        if found is None:
            return FAR
        cost, self.routes[arrow.id] = found
        return cost

    def push(self, arrow: Arrow, sore: Counter[Cell]) -> list[str]:
        """Lead an arrow through the others where it must, take those up, and return their ids.

        sore: how often each grid point was fought over; dearer each time, so that the arrows come to terms.
        """
        used, pills = self.occupied(arrow.id)
        found = _Search(self, arrow, {}, set(), {cell: 6.0 + 3 * sore[cell] for cell in used.keys() | pills}).best()
        if found is None:
            raise ValueError(f"{self.layout}: no way at all for {arrow.id}")
        self.routes[arrow.id] = found[1]
        by_id = {each.id: each for each in self.pathways.arrows}
        lost = []
        for name in [name for name in self.routes if name != arrow.id]:
            others, self.routes = self.routes, {arrow.id: found[1]}
            fits = self.fits(by_id[name], others[name])
            self.routes = others
            if not fits:
                lost.append(name)
                del self.routes[name]
        sore.update(self._uses(found[1]).keys() & (used.keys() | pills))
        return lost


class _Search:
    """One search: two floods, from either end, that meet at every spot where the pill would fit."""

    def __init__(self, ground: Ground, arrow: Arrow, used: dict[Cell, str], pills: set[Cell], dear: Mapping[Cell, float] | None = None) -> None:
        self.ground, self.arrow, self.used, self.dear = ground, arrow, used, dear or {}
        self.nx, self.ny = ground.size
        self.shut = ground.taken | pills
        self.rects = [box.rect for box in ground.boxes.values()]
        self.rects += [zone_label(zone, ground.layout) for zone in ground.pathways.zones]
        if dear is None:
            self.rects += [ground.pill(name, route) for name, route in ground.routes.items() if name != arrow.id]

    def _free(self, cell: Cell) -> bool:
        return 0 < cell[0] < self.nx and 0 < cell[1] < self.ny and cell not in self.shut

    def flood(self, node: str) -> tuple[dict[tuple[Cell, int], float], dict[tuple[Cell, int], tuple[Cell, int] | None]]:
        """Return the cost to come from a box to each grid point in each direction, and the step before it."""
        cost: dict[tuple[Cell, int], float] = {}
        before: dict[tuple[Cell, int], tuple[Cell, int] | None] = {}
        heap: list[tuple[float, Cell, int, tuple[Cell, int] | None]] = []
        for cell, way, off, _ in self.ground.ports(node):
            if self._free(cell) and cell not in self.used:
                heap.append((off, cell, way, None))
        heapq.heapify(heap)
        while heap:
            spent, cell, way, came = heapq.heappop(heap)
            if (cell, way) in cost:
                continue
            cost[cell, way], before[cell, way] = spent, came
            use = self.used.get(cell)
            for turn in (0, 1, 3):
                if turn and use:
                    continue  # no bend on another arrow: one could not tell which goes where
                new = (way + turn) % 4
                dx, dy = MOVES[new]
                nxt = (cell[0] + dx, cell[1] + dy)
                if (nxt, new) in cost or not self._free(nxt):
                    continue
                there = self.used.get(nxt)
                if there and there != ("v" if dx else "h"):
                    continue
                price = spent + 1 + self.dear.get(nxt, 0) + (BEND if turn else 0) + (CROSSING if there else 0)
                for side in ((nxt[0] + dy, nxt[1] + dx), (nxt[0] - dy, nxt[1] - dx)):
                    if self.used.get(side, "") in ("h" if dx else "v", "x"):
                        price += BESIDE
                heapq.heappush(heap, (price, nxt, new, (cell, way)))
        return cost, before

    def _spots(self, width: float) -> Iterator[tuple[Cell, int, int]]:
        """Return the grid points where the pill would cover nothing: point, direction of the line, half its length."""
        ground, s = self.ground, self.ground.step
        blocked = [[0] * (self.ny + 2) for _ in range(self.nx + 2)]
        for i, j in (*self.shut, *self.used):
            if 0 <= i <= self.nx and 0 <= j <= self.ny:
                blocked[i][j] = 1
        total = [[0] * (self.ny + 2) for _ in range(self.nx + 2)]
        for i in range(self.nx + 1):
            for j in range(self.ny + 1):
                total[i + 1][j + 1] = blocked[i][j] + total[i][j + 1] + total[i + 1][j] - total[i][j]
        high = SCALES[ground.layout].pill_height
        across, down = int((width / 2 + 5) // s), int((high / 2 + 5) // s)
        for i in range(across + 1, self.nx - across):
            for j in range(down + 1, self.ny - down):
                a, b, c, d = i - across, j - down, i + across + 1, j + down + 1
                if total[c][d] - total[a][d] - total[c][b] + total[a][b] == 0 and a * s > 2 and (c - 1) * s < self.nx * s:
                    if self._clear((i * s, j * s), width):
                        yield (i, j), 0, across + 1
                        yield (i, j), 1, down + 1

    def _clear(self, center: Point, width: float) -> bool:
        """Return whether a pill there keeps its distance from the edges, the boxes and the other pills."""
        ground = self.ground
        pill = pill_rect(Route((), center), width, ground.layout).grown(5)
        if pill.left < 0 or pill.right > SCALES[ground.layout].width:
            return False
        return not any(pill.meets(rect) for rect in self.rects)

    def _price_under(self, center: Cell) -> float:
        """Return what it costs to push away the arrows under a pill; nothing where none may be pushed."""
        if not self.dear:
            return 0
        s, name = self.ground.step, self.arrow.id
        pill = pill_rect(Route((), (center[0] * s, center[1] * s)), self.ground.pill_widths[name], self.ground.layout)
        return sum(self.dear.get(cell, 0) for cell in self.ground._cells(pill.grown(5)))

    def best(self) -> tuple[float, Route] | None:
        """Return the cheapest way on which the pill has free ground, and its cost."""
        there, before = self.flood(self.arrow.start)
        back, after = self.flood(self.arrow.end)
        choices: list[tuple[float, Cell, int, int]] = []
        for (i, j), line, half in self._spots(self.ground.pill_widths[self.arrow.id]):
            for way in (line, line + 2):
                dx, dy = MOVES[way]
                enter, leave = ((i - dx * half, j - dy * half), way), ((i + dx * half, j + dy * half), (way + 2) % 4)
                first, second = there.get(enter), back.get(leave)
                if first is not None and second is not None:
                    choices.append((first + second + 2 * half + self._price_under((i, j)), (i, j), way, half))
        for cost, center, way, half in heapq.nsmallest(60, choices):
            dx, dy = MOVES[way]
            head = self._walk(before, ((center[0] - dx * half, center[1] - dy * half), way))[::-1]
            rest = self._walk(after, ((center[0] + dx * half, center[1] + dy * half), (way + 2) % 4))
            middle = [(center[0] + dx * n, center[1] + dy * n) for n in range(1 - half, half)]
            cells = [*head, *middle, *rest]
            if len(set(cells)) == len(cells) and not self._under_pill(center, [*head, *rest]):
                return cost, self._route(cells, center)
        return None

    def _walk(
        self, steps: dict[tuple[Cell, int], tuple[Cell, int] | None], at: tuple[Cell, int] | None
    ) -> list[Cell]:
        cells = []
        while at is not None:
            cells.append(at[0])
            at = steps[at]
        return cells

    def _under_pill(self, center: Cell, cells: list[Cell]) -> bool:
        s, width = self.ground.step, self.ground.pill_widths[self.arrow.id]
        pill = pill_rect(Route((), (center[0] * s, center[1] * s)), width, self.ground.layout)
        return any(pill.holds((i * s, j * s)) for i, j in cells)

    def _route(self, cells: list[Cell], center: Cell) -> Route:
        s = self.ground.step
        points: list[Point] = [(i * s, j * s) for i, j in cells]
        ends = []
        for node, end, nxt in ((self.arrow.start, 0, 1), (self.arrow.end, -1, -2)):
            fits = [
                (edge, way) for cell, way, _, edge in self.ground.ports(node) if cell == cells[end]
            ]
            ends.append(fits[0][0])
        points = [ends[0], *points, ends[1]]
        corners = [points[0]]
        for a, b, c in zip(points, points[1:], points[2:], strict=False):
            if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1]):
                corners.append(b)
        return Route((*corners, points[-1]), (center[0] * s, center[1] * s))


def ground(pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout) -> Ground:
    """Return the empty ground of a layout."""
    widths = {a.id: pill_width(pill_words(pathways, claims[a.claim]), layout) for a in pathways.arrows}
    return Ground(pathways, layout, widths)


def routes(pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout) -> dict[str, Route]:
    """Return the way of every arrow: the stored one where it still fits, else one found now through free ground."""
    here = ground(pathways, claims, layout)
    stored = json.loads(STORE.read_text(encoding="utf-8")).get(layout, {}) if STORE.exists() else {}
    for arrow in pathways.arrows:
        if arrow.id in stored:
            *points, pill = (tuple(point) for point in stored[arrow.id])
            route = Route(tuple(points), pill)
            if here.fits(arrow, route):
                here.routes[arrow.id] = route
    for arrow in pathways.arrows:
        if arrow.id not in here.routes:
            here.lay(arrow)
    return {arrow.id: here.routes[arrow.id] for arrow in pathways.arrows if arrow.id in here.routes}


def lay_all(pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout, patience: int = 600, rounds: int = 4) -> Ground:
    """Lead every arrow from nothing: the short ones first, then each anew among all others until little is gained."""
    here = ground(pathways, claims, layout)

    def reach(arrow: Arrow) -> float:
        a, b = here.boxes[arrow.start].rect, here.boxes[arrow.end].rect
        return abs(a.left + a.right - b.left - b.right) + abs(a.top + a.bottom - b.top - b.bottom)

    order = sorted(pathways.arrows, key=reach)
    by_id = {arrow.id: arrow for arrow in order}
    waiting = [arrow.id for arrow in order if here.lay(arrow) == FAR]
    sore: Counter[Cell] = Counter()
    best, lost = dict(here.routes), len(waiting)
    for _ in range(patience):
        if not waiting:
            break
        name = waiting.pop(0)
        if here.lay(by_id[name]) == FAR:
            waiting += here.push(by_id[name], sore)
        if len(waiting) < lost:
            best, lost = dict(here.routes), len(waiting)
            print(f"{layout}: {lost} arrows to go", file=sys.stderr)
    here.routes = best
    for _ in range(rounds):
        costs = [here.lay(arrow) for arrow in order]
        missing = [arrow.id for arrow, cost in zip(order, costs, strict=True) if cost == FAR]
        print(f"{layout}: {sum(cost for cost in costs if cost != FAR):.0f} steps, not laid: {missing}", file=sys.stderr)
    return here


def store(pathways: PathwaysFile, claims: Mapping[str, Claim]) -> None:
    """Lead every arrow of both layouts anew and write routes.json."""
    found = {
        layout: {
            name: [*route.points, route.pill]
            for name, route in sorted(lay_all(pathways, claims, layout).routes.items())
        }
        for layout in SCALES
    }
    STORE.write_text(json.dumps(found, separators=(",", ":")).replace("]],", "]],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    from components.content.load import content

    store(content().pathways, content().claims)
