"""What if one thing rises: what may rise or fall with it, how sure that is, and where nothing is known.

The map is a signed graph. A rise at the start is followed along its arrows, by four rules:

- Only an arrow with a known effect, on a claim that holds, is followed. Elsewhere the map stops and says why: a guess
  passed on to the next box would look like knowledge.
- The signs along a way multiply: what lowers a thing that lowers another raises it. Signs multiply and add up as in
  qualitative probabilistic networks (Wellman 1990).
- A way is as sure as its weakest link, as GRADE rates indirect evidence by the lowest of its comparisons (Puhan 2014).
  Both labels of a claim are kept, as in all of the guide: does it change MS (certainty), and is it true (verdict).
- No box is met twice, so the start is never an outcome and no feedback loop is followed. The arrows do not say how
  strong or how fast an effect is, so the map cannot tell what comes of a loop.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import networkx as nx

from components.content.evidence import Claim
from components.content.fields import Certainty, Verdict
from components.content.pathways import Arrow, Effect, Halt, PathwaysFile, Sign

DIRECTION: dict[Sign, int] = {"raises": 1, "lowers": -1, "changes": 0}
"""The signs that are followed. Zero is a direction not known; as a factor it stays so to the end of the way."""

SIGN_STOPS: dict[Sign, Halt] = {"no_effect": "no_effect", "not_known": "not_known"}
VERDICT_STOPS: dict[Verdict, Halt] = {"mixed": "mixed", "unproven": "not_shown", "contradicted": "not_shown"}
"""What is not followed, and why. Of an arrow that has both, the sign speaks."""

CERTAINTIES: tuple[Certainty, ...] = ("high", "moderate", "low", "very_low")
VERDICTS: tuple[Verdict, ...] = ("well_established", "promising")
"""The labels of what is followed, the surest first."""


@dataclass(frozen=True)
class Outcome:
    """What may happen to a box, and how sure the surest way to it is.

    path: the arrows of that way. weakest: its least certain arrow; of several, the weaker verdict, then the first.
    certainty, verdict: each the lowest along the way; they may come from two different arrows.
    """

    node: str
    effect: Effect
    path: tuple[str, ...]
    weakest: str
    certainty: Certainty
    verdict: Verdict


@dataclass(frozen=True)
class Stop:
    """An arrow that cannot be followed: not known, studies do not agree, not shown, or no clear effect when tested."""

    arrow: str
    why: Halt


@dataclass(frozen=True)
class Reach:
    """All that a rise of one box may lead to.

    outcomes: the fewest steps from the start first, then as on the map. followed: every arrow on any of the ways.
    stops: the arrows that leave the start or an outcome and cannot be followed. Both as on the map.
    """

    start: str
    outcomes: tuple[Outcome, ...]
    followed: tuple[str, ...]
    stops: tuple[Stop, ...]

    @property
    def lights(self) -> frozenset[str]:
        """The ids of the boxes and arrows to light up. A box that only a stop leads to stays dark."""
        boxes = (self.start, *(outcome.node for outcome in self.outcomes))
        return frozenset((*boxes, *self.followed, *(stop.arrow for stop in self.stops)))


def what_if(pathways: PathwaysFile, claims: Mapping[str, Claim], start: str) -> Reach:
    """Return what may follow when the start rises. Raises ValueError when the map has no such box."""
    order = [node.id for node in pathways.nodes]
    if start not in order:
        raise ValueError(f"The map has no box with the id “{start}”.")
    arrows = {arrow.id: arrow for arrow in pathways.arrows}
    blocked = {a.id: SIGN_STOPS.get(a.sign) or VERDICT_STOPS.get(claims[a.claim].verdict) for a in pathways.arrows}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(order)
    for arrow in pathways.arrows:
        if blocked[arrow.id] is None:
            graph.add_edge(arrow.start, arrow.end, key=arrow.id)

    steps: dict[str, int] = dict(nx.single_source_shortest_path_length(graph, start))
    reached = sorted((node for node in order if node in steps and node != start), key=steps.__getitem__)
    ways: dict[str, list[list[Arrow]]] = {node: [] for node in reached}
    for edges in nx.all_simple_edge_paths(graph, start, set(ways)):
        ways[edges[-1][1]].append([arrows[edge[-1]] for edge in edges])

    followed = {arrow.id for found in ways.values() for way in found for arrow in way}
    return Reach(
        start=start,
        outcomes=tuple(_outcome(node, found, claims) for node, found in ways.items()),
        followed=tuple(name for name in arrows if name in followed),
        stops=tuple(Stop(name, why) for name, why in blocked.items() if why and arrows[name].start in steps),
    )


def _effect(directions: Iterable[int]) -> Effect:
    """Return what the ways to a box say together.

    Ways that oppose each other are unclear: the arrows do not say which one is stronger. One way of unknown direction
    makes it either, whatever the others say: it may go against them, and "either" claims the least.
    """
    found = set(directions)
    if 0 in found:
        return "either"
    return "unclear" if len(found) > 1 else "rises" if 1 in found else "falls"


def _outcome(node: str, ways: Sequence[Sequence[Arrow]], claims: Mapping[str, Claim]) -> Outcome:
    """Return the outcome at a box. The surest way to it speaks, then the shortest, then the first by arrow ids."""

    def doubts(arrow: Arrow) -> tuple[int, int]:
        claim = claims[arrow.claim]
        return CERTAINTIES.index(claim.certainty), VERDICTS.index(claim.verdict)

    def rank(way: Sequence[Arrow]) -> tuple[int, int, int, list[str]]:
        certainty, verdict = (max(each) for each in zip(*map(doubts, way), strict=True))
        return certainty, verdict, len(way), [arrow.id for arrow in way]

    path = min(ways, key=rank)
    certainty, verdict, *_ = rank(path)
    return Outcome(
        node=node,
        effect=_effect(prod(DIRECTION[arrow.sign] for arrow in way) for way in ways),
        path=tuple(arrow.id for arrow in path),
        weakest=max(path, key=doubts).id,  # of equals, max takes the first
        certainty=CERTAINTIES[certainty],
        verdict=VERDICTS[verdict],
    )
