"""Finds the way of each arrow: along lanes, around boxes, never along another arrow, with free ground for its pill.

The ways come from a search over a grid of lanes. It takes minutes for the whole map, so its result is kept in
routes.json: `uv run python -m components.pathways.routing` writes it anew. An arrow that is not in that file, or whose
boxes have moved since, is led through the free ground when the map is drawn: a new arrow needs only its line of YAML.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random

from components.content.evidence import Claim
from components.content.pathways import Arrow, Layout, PathwaysFile
from components.pathways.ground import Cell, Ground, Route, pill_lines, pill_size
from components.pathways.layout import SCALES
from components.pathways.search import BEND, CROSSING, FAR, Search

PATIENCE = 20
"""How many times arrows may push each other while the guide starts: each costs up to a second or so."""

NEAR = 150.0
"""How long an arrow counts that ends at a sign: the sign stands close by, so it is laid before most others."""

STORE = Path(__file__).with_name("routes.json")


def ground(pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout) -> Ground:
    """Return the empty ground of a layout."""
    sizes = {
        arrow.id: pill_size(pill_lines(pathways, arrow, arrow.narrow(claims[arrow.claim]), layout), layout)
        for arrow in pathways.arrows
    }
    return Ground(pathways, layout, sizes)


def stored_ways(layout: Layout) -> dict[str, Route]:
    """Return the ways kept in routes.json, whether or not they still fit."""
    kept = json.loads(STORE.read_text(encoding="utf-8")).get(layout, {}) if STORE.exists() else {}
    ways = {name: [(x, y) for x, y in points] for name, points in kept.items()}
    return {name: Route(tuple(points), pill) for name, (*points, pill) in ways.items()}


def keep_stored(here: Ground) -> None:
    """Lay the arrows whose stored way still fits."""
    stored = stored_ways(here.layout)
    for arrow in here.pathways.arrows:
        if arrow.id in stored and here.fits(arrow, stored[arrow.id]):
            here.routes[arrow.id] = stored[arrow.id]


def routes(pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout) -> dict[str, Route]:
    """Return the way of every arrow: the stored one where it still fits, else one found now.

    Raises ValueError where an arrow finds no way: the boxes then stand too close.
    """
    here = ground(pathways, claims, layout)
    keep_stored(here)
    lost = settle(here, [arrow for arrow in pathways.arrows if arrow.id not in here.routes], PATIENCE)
    if lost:
        raise ValueError(
            f"no free way for {', '.join(lost)}: "
            "lay all anew (uv run python -m components.pathways.routing) or move their nodes apart"
        )
    return {arrow.id: here.routes[arrow.id] for arrow in pathways.arrows}


def lay(here: Ground, arrow: Arrow) -> float:
    """Find the best way for an arrow among all others, and keep it. Return what it costs; FAR if there is none."""
    found = Search(here, arrow).best()
    if found is None:
        return FAR
    cost, here.routes[arrow.id] = found
    return cost


def push(here: Ground, arrow: Arrow, sore: Counter[Cell]) -> list[str]:
    """Lead an arrow through the others where it must, take those up, and return their ids.

    sore: how often each grid point was fought over; dearer each time, so that the arrows come to terms.
    """
    used, pills = here.occupied(arrow.id)
    fought = used.keys() | pills
    found = Search(here, arrow, {cell: 6.0 + 3 * sore[cell] for cell in fought}).best()
    if found is None:
        raise ValueError(f"no way at all for {arrow.id}: move its nodes apart")
    arrows = {each.id: each for each in here.pathways.arrows}
    others = {name: route for name, route in here.routes.items() if name != arrow.id}
    here.routes = {arrow.id: found[1]}
    lost = [name for name, route in others.items() if not here.fits(arrows[name], route)]
    here.routes |= {name: route for name, route in others.items() if name not in lost}
    sore.update(here.uses(found[1]).keys() & fought)
    return lost


def settle(here: Ground, arrows: list[Arrow], patience: int) -> list[str]:
    """Lead some arrows among those that lie already, which give way where they must. Return the ids of those left over.

    patience: how many times arrows may push each other before the best state so far is kept.
    """
    by_id = {arrow.id: arrow for arrow in here.pathways.arrows}
    waiting = [arrow.id for arrow in arrows if lay(here, arrow) == FAR]
    sore: Counter[Cell] = Counter()
    best, left = dict(here.routes), list(waiting)
    for _ in range(patience):
        if not waiting:
            break
        name = waiting.pop(0)
        if lay(here, by_id[name]) == FAR:
            waiting += push(here, by_id[name], sore)
        if len(waiting) < len(left):
            best, left = dict(here.routes), list(waiting)
    here.routes = best
    return left


def price(here: Ground) -> float:
    """Return what all ways cost together, in steps: their length, their bends, and where one crosses another."""
    met = Counter(cell for route in here.routes.values() for cell in here.uses(route))
    bends = sum(len(route.points) - 2 for route in here.routes.values())
    return met.total() + BEND * bends + CROSSING * sum(count - 1 for count in met.values())


def calm(here: Ground, rounds: int, lot: Random) -> None:
    """Take up a long arrow and some that lie near it, lay them anew, the long one first, and keep what costs less.

    Does so as often as rounds says; lot decides which, and in what order.
    """
    by_id = {arrow.id: arrow for arrow in here.pathways.arrows}
    for _ in range(rounds):
        state, before = dict(here.routes), price(here)
        longest = sorted(state, key=lambda name: len(here.uses(state[name])), reverse=True)
        chosen = lot.choice(longest[: len(longest) * 2 // 3])
        x, y = lot.choice(state[chosen].points)
        near = sorted(state, key=lambda name: min(abs(px - x) + abs(py - y) for px, py in state[name].points))
        others = [name for name in near[: lot.randint(3, 7)] if name != chosen]
        lot.shuffle(others)
        for name in (chosen, *others):
            del here.routes[name]
        if settle(here, [by_id[name] for name in (chosen, *others)], 10) or price(here) >= before:
            here.routes = state


def lay_all(
    pathways: PathwaysFile, claims: Mapping[str, Claim], layout: Layout, tries: int = 3, rounds: int = 120
) -> dict[str, Route]:
    """Return short and calm ways for every arrow, the best of several tries.

    The first try starts from the stored ways, so that a map known by heart stays as it is; the others start from
    nothing, in an order drawn by lot, the same at each run.
    """

    def reach(arrow: Arrow) -> float:
        a, b = here.boxes[arrow.start].rect, here.boxes[arrow.end].rect
        if arrow.id in here.far:
            return NEAR
        return abs(a.left + a.right - b.left - b.right) + abs(a.top + a.bottom - b.top - b.bottom)

    best, least = dict[str, Route](), FAR
    for turn in range(tries):
        here, lot = ground(pathways, claims, layout), Random(turn)  # noqa: S311 the lot decides an order of drawing
        if turn:
            order = list(pathways.arrows)
            lot.shuffle(order)
        else:
            keep_stored(here)
            order = sorted((arrow for arrow in pathways.arrows if arrow.id not in here.routes), key=reach)
        left = settle(here, order, 300)
        if not left:
            calm(here, rounds, lot)
        cost = FAR if left else price(here)
        print(f"{layout}, try {turn}: {cost:.0f} steps, no way: {left}", file=sys.stderr)
        if cost < least:
            best, least = dict(here.routes), cost
    return best


def store(pathways: PathwaysFile, claims: Mapping[str, Claim]) -> None:
    """Lead every arrow of both layouts anew and write routes.json."""
    found = {
        layout: {name: [*route.points, route.pill] for name, route in sorted(lay_all(pathways, claims, layout).items())}
        for layout in SCALES
    }
    STORE.write_text(json.dumps(found, separators=(",", ":")).replace("]],", "]],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    from components.content.load import content

    store(content().pathways, content().claims)
