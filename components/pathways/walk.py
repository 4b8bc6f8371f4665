"""Where each arrow key leads from each box and arrow of the drawing: along the paths, and in the end everywhere."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from components.content.pathways import PathwaysFile
from components.pathways.layout import Rect

Key = Literal["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]
TOWARDS: dict[Key, tuple[int, int]] = {
    "ArrowUp": (0, -1),
    "ArrowRight": (1, 0),
    "ArrowDown": (0, 1),
    "ArrowLeft": (-1, 0),
}
Walk = dict[str, dict[Key, str]]
"""For each box and arrow, the id that each key leads to; a key that leads nowhere is left out."""


def walk(pathways: PathwaysFile, spots: Mapping[str, Rect]) -> Walk:
    """Return where the arrow keys lead in a layout.

    From a box a key leads to the nearest of its arrows in that direction; from an arrow to the end that lies there,
    else to another arrow of one of its ends. What no key would lead to is then given one that can be spared, of a part
    that touches it where there is such a part. spots: the ground of each box, and that of each arrow's label; an arrow
    that a filter takes away is not among them.
    """
    arrows = [arrow for arrow in pathways.arrows if arrow.id in spots]
    touching = {node.id: [a.id for a in arrows if node.id in (a.start, a.end)] for node in pathways.nodes}
    found: Walk = {name: _nearest(name, beside, spots) for name, beside in touching.items()}
    for arrow in arrows:
        ends = (arrow.start, arrow.end)
        beside = [other for end in ends for other in touching[end] if other != arrow.id]
        found[arrow.id] = _nearest(arrow.id, beside, spots) | _nearest(arrow.id, ends, spots)
        touching[arrow.id] = [*ends, *beside]
    first = pathways.nodes[0].id
    while lost := [name for name in spots if name not in reached(found, first)]:
        any(_lead_to(name, found, touching, spots, first) for name in lost) or _lead_to(
            lost[0], found, dict.fromkeys(found, lost), spots, first
        )
    return found


def reached(found: Walk, first: str) -> set[str]:
    """Return the ids that arrow keys alone lead to from the first one."""
    seen, waiting = {first}, [first]
    for name in waiting:
        new = set(found[name].values()) - seen
        seen |= new
        waiting += sorted(new)
    return seen


def _cost(name: str, other: str, key: Key, spots: Mapping[str, Rect]) -> float:
    """Return how far another part is in a direction, aside counting double; endless where it does not lie there."""
    a, b, (dx, dy) = spots[name], spots[other], TOWARDS[key]
    x, y = (b.left + b.right - a.left - a.right) / 2, (b.top + b.bottom - a.top - a.bottom) / 2
    ahead, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
    return ahead + 2 * aside if ahead > 1 else float("inf")


def _nearest(name: str, others: Iterable[str], spots: Mapping[str, Rect]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for key in get_args(Key):
        costs = {other: _cost(name, other, key, spots) for other in others}
        best = min(costs, key=costs.__getitem__, default="")
        if best and costs[best] < float("inf"):
            found[key] = best
    return found


def _lead_to(lost: str, found: Walk, touching: Mapping[str, list[str]], spots: Mapping[str, Rect], first: str) -> bool:
    """Give a key of a part that is reached to one that is not, where nothing is lost by it. Return whether one was."""
    here = reached(found, first)
    choices = sorted(
        (_cost(name, lost, key, spots), name, key) for name in here for key in get_args(Key) if lost in touching[name]
    )
    for _, name, key in choices:
        before = dict(found[name])
        found[name] = before | {key: lost}
        if reached(found, first) >= here | {lost}:
            return True
        found[name] = before
    return False
