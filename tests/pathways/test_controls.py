"""The filter leaves just the arrows that were seen in those chosen, and says how many."""

import re

from components.content.load import Content
from components.pathways.controls import controls, filters, remains

IN_PEOPLE = {"ms_trial", "ms_observational", "people_without_ms"}
IN_MS = {"ms_trial", "ms_observational"}


def test_a_filter_leaves_just_the_arrows_seen_in_those_chosen(content: Content) -> None:
    shown = {name: found["shown"] for name, found in filters(content).items()}
    seen = {a.id: set(a.narrow(content.claims[a.claim]).studied_in) for a in content.pathways.arrows}
    assert shown == {
        "everything": list(seen),
        "people": [name for name, who in seen.items() if who & IN_PEOPLE],
        "ms": [name for name, who in seen.items() if who & IN_MS],
        "trial": [name for name, who in seen.items() if "ms_trial" in who],
    }


def test_each_filter_leaves_fewer_arrows_than_the_one_before_and_never_none(content: Content) -> None:
    counts = [len(found["shown"]) for found in filters(content).values()]
    assert counts == sorted(counts, reverse=True) and len(set(counts)) == len(counts) and counts[-1] > 0


def test_a_filter_says_in_words_how_many_arrows_remain(content: Content) -> None:
    for found in filters(content).values():
        assert found["says"] == f"{len(found['shown'])} of {len(content.pathways.arrows)} arrows are shown."


def test_an_arrow_does_not_borrow_the_population_of_its_claim(content: Content) -> None:
    arrow = next(a for a in content.pathways.arrows if a.id == "attack-cells-loosen-brain-wall")
    claim = content.claims[arrow.claim]
    assert remains(claim, "trial") and not remains(arrow.narrow(claim), "trial")


def test_every_filter_story_and_change_can_be_chosen(content: Content) -> None:
    html = controls(content)
    assert re.findall(r'name="filter" value="([^"]*)"', html) == list(content.pathways.page.filters)
    changes = [f"what-if/{change.id}" for change in content.pathways.changes]
    assert re.findall(r'name="what-if" value="([^"]*)"', html) == ["", *changes]
    assert re.findall(r'href="/pathways\?story=([^"]+)"', html) == list(content.stories)
