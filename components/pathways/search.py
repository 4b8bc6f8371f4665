"""Searches the best way for one arrow: few bends and crossings, and free ground for its pill."""

import heapq
from collections.abc import Iterator, Mapping

from components.content.pathways import Arrow, Point
from components.pathways.ground import CLEAR, Cell, Ground, Route, Size, pill_rect
from components.pathways.layout import SCALES

MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Right, down, left, up; a direction's number plus 2 is the opposite one."""
BEND, CROSSING, BESIDE = 4.0, 5.0, 0.4
"""What a bend, a crossing and a lane right beside another arrow cost, in steps."""
FAR = float("inf")
Heading = tuple[Cell, int]
Steps = dict[Heading, Heading | None]


class Search:
    """One search: two floods, from either end, that meet at every spot where the pill would fit."""

    def __init__(self, ground: Ground, arrow: Arrow, dear: Mapping[Cell, float] | None = None) -> None:
        """Look at the ground.

        dear: what each grid point costs that another arrow or pill stands on; where given, they may be pushed away.
        """
        self.ground, self.arrow, self.dear = ground, arrow, dear or {}
        self.nx, self.ny = ground.size
        self.used, pills = ground.occupied(arrow.id) if dear is None else ({}, set[Cell]())
        self.shut = ground.taken | pills
        self.rects = list(ground.fixed)
        if dear is None:
            self.rects += [ground.pill(name, route) for name, route in ground.routes.items() if name != arrow.id]

    def _free(self, cell: Cell) -> bool:
        return 0 < cell[0] < self.nx and 0 < cell[1] < self.ny and cell not in self.shut

    def flood(self, node: str) -> tuple[dict[Heading, float], Steps]:
        """Return the cost to come from a box to each grid point in each direction, and the step before it."""
        cost: dict[Heading, float] = {}
        before: Steps = {}
        heap: list[tuple[float, Cell, int, Heading | None]] = []
        for cell, way, off, _ in self.ground.ports(node):
            if self._free(cell) and cell not in self.used:
                heap.append((off, cell, way, None))
        heapq.heapify(heap)
        while heap:
            spent, cell, way, came = heapq.heappop(heap)
            if (cell, way) in cost:
                continue
            cost[cell, way], before[cell, way] = spent, came
            for turn in (0, 1, 3) if cell not in self.used else (0,):  # no bend on another arrow: which goes where?
                new = (way + turn) % 4
                nxt = (cell[0] + MOVES[new][0], cell[1] + MOVES[new][1])
                price = self._price(nxt, new)
                if price < FAR and (nxt, new) not in cost:
                    heapq.heappush(heap, (spent + price + (BEND if turn else 0), nxt, new, (cell, way)))
        return cost, before

    def _price(self, cell: Cell, way: int) -> float:
        """Return what a step to a grid point costs in a direction; FAR where the way is shut."""
        dx, dy = MOVES[way]
        there = self.used.get(cell)
        if not self._free(cell) or (there and there != ("v" if dx else "h")):
            return FAR
        price = 1 + self.dear.get(cell, 0) + (CROSSING if there else 0)
        for side in ((cell[0] + dy, cell[1] + dx), (cell[0] - dy, cell[1] - dx)):
            if self.used.get(side, "") in ("h" if dx else "v", "x"):
                price += BESIDE
        return price

    def _spots(self, size: Size) -> Iterator[tuple[Cell, int, int]]:
        """Return the grid points where the pill would cover nothing: point, direction of the line, half its length."""
        s = self.ground.step
        blocked = [[0] * (self.ny + 2) for _ in range(self.nx + 2)]
        for i, j in (*self.shut, *self.used):
            if 0 <= i <= self.nx and 0 <= j <= self.ny:
                blocked[i][j] = 1
        total = [[0] * (self.ny + 2) for _ in range(self.nx + 2)]
        for i in range(self.nx + 1):
            for j in range(self.ny + 1):
                total[i + 1][j + 1] = blocked[i][j] + total[i][j + 1] + total[i + 1][j] - total[i][j]
        across, down = (int((measure / 2 + CLEAR) // s) for measure in size)
        for i in range(across + 1, self.nx - across):
            for j in range(down + 1, self.ny - down):
                a, b, c, d = i - across, j - down, i + across + 1, j + down + 1
                empty = total[c][d] - total[a][d] - total[c][b] + total[a][b] == 0
                if empty and self._clear((i * s, j * s), size):
                    yield (i, j), 0, across + 1
                    yield (i, j), 1, down + 1

    def _clear(self, center: Point, size: Size) -> bool:
        """Return whether a pill there keeps its distance from the edges, the boxes and the other pills."""
        pill = pill_rect(center, size).grown(CLEAR)
        if pill.left < 0 or pill.right > SCALES[self.ground.layout].width:
            return False
        return not any(pill.meets(rect) for rect in self.rects)

    def _price_under(self, center: Cell) -> float:
        """Return what it costs to push away the arrows under a pill; nothing where none may be pushed."""
        if not self.dear:
            return 0
        s, name = self.ground.step, self.arrow.id
        pill = pill_rect((center[0] * s, center[1] * s), self.ground.pill_sizes[name])
        return sum(self.dear.get(cell, 0) for cell in self.ground.cells_in(pill.grown(CLEAR)))

    def best(self) -> tuple[float, Route] | None:
        """Return the cheapest way on which the pill has free ground, and its cost."""
        far = self.arrow.id in self.ground.far
        there, before = self.flood(self.arrow.start)
        back, after = self.flood(self.arrow.end) if not far else ({}, {})
        choices: list[tuple[float, Cell, int, int]] = []
        for (i, j), line, half in self._spots(self.ground.pill_sizes[self.arrow.id]):
            for way in (line, line + 2):
                dx, dy = MOVES[way]
                enter, leave = ((i - dx * half, j - dy * half), way), ((i + dx * half, j + dy * half), (way + 2) % 4)
                first, second = there.get(enter), 0.0 if far else back.get(leave)
                if first is not None and second is not None:
                    choices.append((first + second + 2 * half + self._price_under((i, j)), (i, j), way, half))
        for cost, center, way, half in heapq.nsmallest(60, choices):
            dx, dy = MOVES[way]
            head = self._walk(before, ((center[0] - dx * half, center[1] - dy * half), way))[::-1]
            rest = self._walk(after, ((center[0] + dx * half, center[1] + dy * half), (way + 2) % 4)) if not far else []
            middle = [(center[0] + dx * n, center[1] + dy * n) for n in range(1 - half, 1 if far else half)]
            cells = [*head, *middle, *rest]
            if len(set(cells)) == len(cells) and not self._under_pill(center, [*head, *rest]):
                return cost, self._route(cells, center)
        return None

    def _walk(self, steps: Steps, at: Heading | None) -> list[Cell]:
        cells = []
        while at is not None:
            cells.append(at[0])
            at = steps[at]
        return cells

    def _under_pill(self, center: Cell, cells: list[Cell]) -> bool:
        s = self.ground.step
        pill = pill_rect((center[0] * s, center[1] * s), self.ground.pill_sizes[self.arrow.id])
        return any(pill.holds((i * s, j * s)) for i, j in cells)

    def _route(self, cells: list[Cell], center: Cell) -> Route:
        s = self.ground.step
        points: list[Point] = [(i * s, j * s) for i, j in cells]
        ends = [(self.arrow.start, 0), (self.arrow.end, -1)][: 1 if self.arrow.id in self.ground.far else 2]
        edges = [next(edge for cell, *_, edge in self.ground.ports(node) if cell == cells[end]) for node, end in ends]
        points = [edges[0], *points, *edges[1:]]
        corners = [points[0]]
        for a, b, c in zip(points, points[1:], points[2:], strict=False):
            if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1]):
                corners.append(b)
        return Route((*corners, points[-1]), (center[0] * s, center[1] * s))
