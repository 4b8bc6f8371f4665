"""What may follow when one thing rises: signs multiply, the weakest link decides, and the map knows where to stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.content.evidence import Claim
from components.content.load import Content
from components.content.pathways import Arrow, PathwaysFile
from components.pathways.what_if import Outcome, Reach, Stop, what_if

SIGNS = ("raises", "lowers", "changes", "no_effect", "not_known")
SUREST_FIRST = ("high", "moderate", "low", "very_low")
VERDICTS = ("well_established", "promising", "mixed", "unproven", "contradicted")


@dataclass(frozen=True)
class TinyMap:
    """A made-up map. Boxes are single letters, in the order of the alphabet; each arrow has a claim of its own."""

    pathways: PathwaysFile
    claims: Mapping[str, Claim]

    def rise(self, start: str) -> Reach:
        return what_if(self.pathways, self.claims, start)

    def outcome(self, start: str, node: str) -> Outcome:
        (found,) = (outcome for outcome in self.rise(start).outcomes if outcome.node == node)
        return found

    def effects(self, start: str) -> dict[str, str]:
        return {outcome.node: outcome.effect for outcome in self.rise(start).outcomes}


def tiny(content: Content, *links: str) -> TinyMap:
    """Return the map of these links: "a raises b", maybe with a certainty and a verdict behind.

    The id of an arrow is its two letters, with a number behind where the same two letters come again.
    """
    node, arrow = content.pathways.nodes[0], content.pathways.arrows[0]
    arrows: dict[str, Arrow] = {}
    claims: dict[str, Claim] = {}
    boxes: set[str] = set()
    for link in links:
        start, sign, end, *labels = link.split()
        certainty, verdict = labels or ("high", "well_established")
        again = sum((one.start, one.end) == (start, end) for one in arrows.values())
        name = f"{start}{end}{again or ''}"
        arrows[name] = arrow.model_copy(update={"id": name, "start": start, "end": end, "sign": sign, "claim": name})
        claims[name] = content.claims[arrow.claim].model_copy(
            update={"id": name, "certainty": certainty, "verdict": verdict}
        )
        boxes |= {start, end}
    nodes = tuple(node.model_copy(update={"id": box}) for box in sorted(boxes))
    return TinyMap(content.pathways.model_copy(update={"nodes": nodes, "arrows": tuple(arrows.values())}), claims)


@pytest.mark.parametrize(
    ("signs", "effect"),
    [
        (("raises",), "rises"),
        (("lowers",), "falls"),
        (("raises", "lowers"), "falls"),
        (("lowers", "raises"), "falls"),
        (("lowers", "lowers"), "rises"),
        (("raises", "raises", "lowers"), "falls"),
        (("lowers", "lowers", "lowers"), "falls"),
    ],
)
def test_signs_multiply_along_a_path(content: Content, signs: tuple[str, ...], effect: str) -> None:
    links = [f"{start} {sign} {end}" for sign, (start, end) in zip(signs, pairwise("abcd"), strict=False)]
    end = "abcd"[len(signs)]
    assert tiny(content, *links).effects("a")[end] == effect


def test_opposing_paths_are_unclear(content: Content) -> None:
    world = tiny(content, "a raises b", "a raises c", "b raises d", "c lowers d")
    assert world.effects("a") == {"b": "rises", "c": "rises", "d": "unclear"}
    assert tiny(content, "a raises b", "a lowers b").effects("a") == {"b": "unclear"}


def test_agreeing_paths_keep_their_direction(content: Content) -> None:
    world = tiny(content, "a raises b", "a lowers c", "b lowers d", "c raises d")
    assert world.effects("a")["d"] == "falls"


def test_a_change_makes_all_after_it_go_either_way(content: Content) -> None:
    world = tiny(content, "a lowers b", "b changes c", "c raises d", "d lowers e")
    assert world.effects("a") == {"b": "falls", "c": "either", "d": "either", "e": "either"}


@pytest.mark.parametrize("others", [("raises",), ("lowers",), ("raises", "lowers")])
def test_one_path_of_unknown_direction_makes_the_node_go_either_way(content: Content, others: tuple[str, ...]) -> None:
    world = tiny(content, *(f"a {sign} b" for sign in others), "a changes b")
    assert world.effects("a") == {"b": "either"}


def test_a_path_is_as_certain_as_its_weakest_link(content: Content) -> None:
    world = tiny(
        content, "a raises b high promising", "b raises c low well_established", "c raises d moderate well_established"
    )
    found = world.rise("a").outcomes
    assert [(one.node, one.certainty, one.verdict, one.weakest) for one in found] == [
        ("b", "high", "promising", "ab"),
        ("c", "low", "promising", "bc"),
        ("d", "low", "promising", "bc"),
    ]


def test_of_equally_certain_links_the_weaker_verdict_is_the_weakest(content: Content) -> None:
    world = tiny(content, "a raises b low well_established", "b raises c low promising", "c raises d low promising")
    assert [one.weakest for one in world.rise("a").outcomes] == ["ab", "bc", "bc"]


def test_of_equally_weak_links_the_first_from_the_start_is_named(content: Content) -> None:
    world = tiny(content, "z raises y", "y raises x", "x raises w high well_established")
    assert world.outcome("z", "w").weakest == "zy"


@pytest.mark.parametrize(
    ("other", "path"),
    [
        (("a raises b high promising", "b raises d high promising"), ("ab", "bd")),  # certainty before verdict
        (("a raises b low well_established", "b raises d low well_established"), ("ab", "bd")),  # then the verdict
        (("a raises b very_low well_established", "b raises d very_low well_established"), ("ac", "cd")),
        (("a raises d low promising",), ("ad",)),  # then the shorter
        (("a raises b low promising", "b raises d low promising"), ("ab", "bd")),  # then the arrow ids
        (("a raises e low promising", "e raises d low promising"), ("ac", "cd")),
    ],
)
def test_of_agreeing_paths_the_surer_speaks(content: Content, other: tuple[str, ...], path: tuple[str, ...]) -> None:
    first = ("a raises c low promising", "c raises d low promising")
    for links in ((*first, *other), (*other, *first)):
        assert tiny(content, *links).outcome("a", "d").path == path


def test_where_paths_disagree_the_surest_of_all_of_them_speaks(content: Content) -> None:
    opposing = tiny(content, "a raises b very_low promising", "a lowers b moderate promising")
    assert opposing.outcome("a", "b") == Outcome("b", "unclear", ("ab1",), "ab1", "moderate", "promising")
    either = tiny(content, "a changes b very_low promising", "a lowers b moderate promising")
    assert either.outcome("a", "b") == Outcome("b", "either", ("ab1",), "ab1", "moderate", "promising")


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("b not_known c", "not_known"),
        ("b not_known c very_low mixed", "not_known"),
        ("b raises c low mixed", "mixed"),
        ("b lowers c low unproven", "not_shown"),
        ("b changes c low contradicted", "not_shown"),
        ("b no_effect c", "no_effect"),
        ("b no_effect c very_low contradicted", "no_effect"),
    ],
)
def test_what_is_not_known_or_not_shown_ends_the_way_and_says_why(content: Content, link: str, why: str) -> None:
    reach = tiny(content, "a raises b", link, "c raises d", "c not_known d").rise("a")
    assert [outcome.node for outcome in reach.outcomes] == ["b"]
    assert [(stop.arrow, stop.why) for stop in reach.stops] == [("bc", why)]
    assert reach.lights == {"a", "ab", "b", "bc"}


def test_a_start_that_leads_nowhere_still_says_where_it_stops(content: Content) -> None:
    reach = tiny(content, "a not_known b", "b raises c").rise("a")
    assert reach == Reach("a", (), (), (Stop("ab", "not_known"),))
    assert reach.lights == {"a", "ab"}


def test_a_stop_stays_a_stop_where_another_way_reaches_its_end(content: Content) -> None:
    reach = tiny(content, "a no_effect c", "a raises b", "b raises c").rise("a")
    assert [outcome.path for outcome in reach.outcomes] == [("ab",), ("ab", "bc")]
    assert reach.stops == (Stop("ac", "no_effect"),)


def test_a_loop_ends_and_the_start_is_never_an_outcome(content: Content) -> None:
    world = tiny(content, "a raises b", "b lowers a", "b raises c", "c lowers b", "a lowers a", "c raises c")
    reach = world.rise("a")
    assert world.effects("a") == {"b": "rises", "c": "rises"}
    assert reach.stops == ()
    assert reach.followed == ("ab", "bc")
    assert reach.lights == {"a", "b", "c", "ab", "bc"}


def test_every_arrow_of_a_followed_path_is_lit_not_only_of_those_that_speak(content: Content) -> None:
    reach = tiny(content, "a raises c very_low promising", "a raises b", "b raises c", "d raises c").rise("a")
    assert [outcome.path for outcome in reach.outcomes] == [("ab",), ("ab", "bc")]
    assert reach.followed == ("ac", "ab", "bc")
    assert reach.lights == {"a", "b", "c", "ac", "ab", "bc"}


def test_near_outcomes_come_first_then_the_order_of_the_map(content: Content) -> None:
    world = tiny(content, "m raises z", "z raises b", "m raises c", "c raises a", "z not_known y", "m not_known x")
    assert [outcome.node for outcome in world.rise("m").outcomes] == ["c", "z", "a", "b"]
    assert [stop.arrow for stop in world.rise("m").stops] == ["zy", "mx"]


def test_an_unknown_start_is_told_in_one_clear_sentence(content: Content) -> None:
    with pytest.raises(ValueError, match=r"^The map has no box with the id “fibre”\.$"):
        what_if(content.pathways, content.claims, "fibre")


def can_be_followed(arrow: Arrow, claims: Mapping[str, Claim]) -> bool:
    known = arrow.sign in ("raises", "lowers", "changes")
    return known and claims[arrow.claim].verdict in ("well_established", "promising")


def is_a_way(arrows: tuple[Arrow, ...], start: str) -> bool:
    """Return whether each arrow begins where the one before it ended, from the start on, and no box comes twice."""
    boxes = [start, *(arrow.end for arrow in arrows)]
    return [arrow.start for arrow in arrows] == boxes[:-1] and len(set(boxes)) == len(boxes)


def by_hand(world: TinyMap, start: str) -> Reach:
    """Return the same answer the long way: every ordering of every few arrows is tried, most are no way at all.

    For the maps drawn below: no way on them is longer than four arrows.
    """
    arrows, claims = world.pathways.arrows, world.claims
    useful = [arrow for arrow in arrows if can_be_followed(arrow, claims)]
    ways = [way for n in range(1, 5) for way in permutations(useful, n) if is_a_way(way, start)]

    outcomes = []
    for node in (node.id for node in world.pathways.nodes):
        here = sorted((way for way in ways if way[-1].end == node), key=lambda way: [arrow.id for arrow in way])
        if not here:
            continue
        signs = [[arrow.sign for arrow in way] for way in here]
        falls = {each.count("lowers") % 2 == 1 for each in signs}
        effect = "unclear" if len(falls) == 2 else "falls" if True in falls else "rises"
        if any("changes" in each for each in signs):
            effect = "either"

        doubts = {arrow.id: _doubts(claims[arrow.claim]) for arrow in useful}
        sureness = [(max(doubts[a.id][0] for a in way), max(doubts[a.id][1] for a in way), len(way)) for way in here]
        path = [arrow.id for arrow in here[sureness.index(min(sureness))]]
        certainty, verdict, _ = min(sureness)
        weakest = next(name for name in path if doubts[name] == max(doubts[each] for each in path))
        outcomes.append(
            (
                min(map(len, here)),
                Outcome(node, effect, tuple(path), weakest, SUREST_FIRST[certainty], VERDICTS[verdict]),  # type: ignore[arg-type]
            )
        )
    met = {start} | {outcome.node for _, outcome in outcomes}
    stops = []
    for arrow in arrows:
        if arrow.start in met and not can_be_followed(arrow, claims):
            why = {"unproven": "not_shown", "contradicted": "not_shown"}.get(claims[arrow.claim].verdict, "mixed")
            stops.append(Stop(arrow.id, arrow.sign if arrow.sign in ("no_effect", "not_known") else why))  # type: ignore[arg-type]
    return Reach(
        start=start,
        outcomes=tuple(outcome for _, outcome in sorted(outcomes, key=lambda pair: pair[0])),
        followed=tuple(arrow.id for arrow in arrows if any(arrow in way for way in ways)),
        stops=tuple(stops),
    )


def _doubts(claim: Claim) -> tuple[int, int]:
    return SUREST_FIRST.index(claim.certainty), VERDICTS.index(claim.verdict)


# Few boxes, many arrows, and mostly ones that can be followed: else few boxes are reached in more than one way.
LINKS = st.tuples(
    st.sampled_from("abcd"),
    st.sampled_from((*SIGNS, *("raises", "lowers") * 5)),
    st.sampled_from("abcd"),
    st.sampled_from(SUREST_FIRST),
    st.sampled_from((*VERDICTS, *("well_established", "promising") * 5)),
).map(" ".join)


@given(links=st.lists(LINKS, min_size=5, max_size=9), start=st.sampled_from("abcd"))
def test_on_any_small_map_the_answer_is_the_one_found_by_trying_everything(
    content: Content, links: list[str], start: str
) -> None:
    world = tiny(content, f"{start} raises e", *links)
    assert world.rise(start) == by_hand(world, start)


def test_on_the_real_map_every_path_leads_from_the_start_to_the_node_over_arrows_that_can_be_followed(
    content: Content,
) -> None:
    arrows = {arrow.id: arrow for arrow in content.pathways.arrows}
    reaches = [what_if(content.pathways, content.claims, node.id) for node in content.pathways.nodes]
    for reach in reaches:
        for outcome in reach.outcomes:
            path = tuple(arrows[name] for name in outcome.path)
            assert all(can_be_followed(arrow, content.claims) for arrow in path), outcome
            assert is_a_way(path, reach.start), outcome
            assert path[-1].end == outcome.node, outcome
            assert outcome.weakest in outcome.path
        assert not [stop for stop in reach.stops if can_be_followed(arrows[stop.arrow], content.claims)]
    assert any(len(outcome.path) > 1 for reach in reaches for outcome in reach.outcomes)
    assert any(reach.stops for reach in reaches)
