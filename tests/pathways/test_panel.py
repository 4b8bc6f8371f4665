"""The panel says what a part of the map is, what acts on it and what it acts on, how sure that is, and what to ask."""

import re
from dataclasses import asdict, replace
from html import unescape

import pytest

from components.content.evidence import Claim
from components.content.load import Content
from components.content.pathways import Arrow, Node
from components.frame.claims import paper_facts
from components.pathways.panel import View, all_views, claim_html, question_of
from components.pathways.reading import sentence
from components.pathways.what_if import what_if
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def views(content: Content) -> dict[str, View]:
    """Everything the panel can show."""
    return all_views(content, TODAY)


def words(html: str) -> str:
    """Return HTML as the words a person reads."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html)))


def parts(content: Content) -> list[Node | Arrow]:
    """Return every box and arrow of the map."""
    return [*content.pathways.nodes, *content.pathways.arrows]


def test_every_box_arrow_step_and_change_has_a_view(content: Content, views: dict[str, View]) -> None:
    steps = {f"story/{s.id}/{n}" for s in content.stories.values() for n in range(1, len(s.steps) + 1)}
    changes = {f"what-if/{change.id}" for change in content.pathways.changes}
    assert views.keys() == {part.id for part in parts(content)} | steps | changes


def test_an_arrow_says_its_sentence_and_its_answers_narrowed_to_its_own_step(
    content: Content, views: dict[str, View]
) -> None:
    labels = content.frame.labels
    for arrow in content.pathways.arrows:
        said, claim = words(views[arrow.id].gist), arrow.narrow(content.claims[arrow.claim])
        assert sentence(content.pathways, arrow) in said
        assert labels.verdict[claim.verdict] in said
        assert (claim.ms_answer or labels.certainty[claim.certainty]) in said
        answer = said.partition(labels.who_was_studied)[2]
        assert {who for who, name in labels.studied_in.items() if name in answer} == set(claim.studied_in), arrow.id


def test_a_box_says_what_it_is_and_every_arrow_that_touches_it_can_be_gone_to(
    content: Content, views: dict[str, View]
) -> None:
    for node in content.pathways.nodes:
        view = views[node.id]
        assert node.name in words(view.gist) and node.says.text in words(view.gist)
        into, out = view.rest.split(content.pathways.page.it_acts_on)
        assert re.findall(r'data-go="([^"]+)"', into) == [a.id for a in content.pathways.arrows if a.end == node.id]
        assert re.findall(r'data-go="([^"]+)"', out) == [a.id for a in content.pathways.arrows if a.start == node.id]


def test_every_view_names_the_claims_it_stands_on(content: Content, views: dict[str, View]) -> None:
    for part in parts(content):
        assert views[part.id].claims == (part.says.claims if isinstance(part, Node) else (part.claim,))
    for story in content.stories.values():
        for number, step in enumerate(story.steps, 1):
            assert views[f"story/{story.id}/{number}"].claims == step.says.claims
    for change in content.pathways.changes:
        assert views[f"what-if/{change.id}"].claims == change.says.claims


def test_a_claim_shows_both_answers_and_every_paper_with_its_role_and_address(content: Content) -> None:
    labels = content.frame.labels
    for claim in content.claims.values():
        shown = claim_html(content, claim, TODAY)
        questions = (labels.is_it_true, labels.does_it_change_ms, labels.who_was_studied)
        assert re.findall("<dt>(.*?)</dt>", shown) == list(questions)
        rows = re.findall(r'<li><a href="(http[^"]+)"(.*?)</li>', shown)
        assert len(rows) == len(claim.sources)
        for source in claim.sources:
            assert any(_tells(content, source.ref, labels.source_role[source.role], row) for _, row in rows), source


def _tells(content: Content, ref: str, role: str, row: str) -> bool:
    return paper_facts(content, content.references[ref]) in unescape(row) and f"{role}." in unescape(row)


def test_every_box_and_arrow_brings_up_a_question_that_one_press_can_choose(
    content: Content, views: dict[str, View]
) -> None:
    for part in parts(content):
        question = question_of(content, part)
        assert f'data-ask="{question.id}"' in views[part.id].rest
        assert question.text in words(views[part.id].rest)


def test_an_arrow_leads_on_to_both_its_ends(content: Content, views: dict[str, View]) -> None:
    for arrow in content.pathways.arrows:
        assert re.findall(r'data-go="([^"]+)"', views[arrow.id].rest) == [arrow.start, arrow.end]


def test_a_part_without_its_own_question_takes_the_first_its_claims_suggest(content: Content) -> None:
    arrow = next(arrow for arrow in content.pathways.arrows if not arrow.ask)
    first = next(q for q in content.questions.values() if arrow.claim in q.suggested_by.claims)
    assert question_of(content, arrow) is first
    with pytest.raises(LookupError, match=f"no question for {arrow.id}"):
        question_of(replace(content, questions={}), arrow)


def test_a_step_leads_to_the_one_before_and_the_one_after(content: Content, views: dict[str, View]) -> None:
    for story in content.stories.values():
        last = len(story.steps)
        for number in range(1, last + 1):
            bar = views[f"story/{story.id}/{number}"].bar
            near = [n for n in (number - 1, number + 1) if 1 <= n <= last]
            assert re.findall(r'data-go="story/([^"]+)">', bar) == [f"{story.id}/{n}" for n in near]
            assert bar.count("disabled") == 2 - len(near), "where there is no step, its button keeps its place"
            assert views[f"story/{story.id}/{number}"].address == f"/pathways?story={story.id}&step={number}"


def test_a_step_says_its_two_sentences_and_lights_its_arrows_with_their_ends(
    content: Content, views: dict[str, View]
) -> None:
    arrows = {arrow.id: arrow for arrow in content.pathways.arrows}
    for story in content.stories.values():
        for number, step in enumerate(story.steps, 1):
            view = views[f"story/{story.id}/{number}"]
            assert step.says.text in words(view.gist)
            assert f"step {number} of {len(story.steps)}" in words(view.gist)
            ends = {end for name in step.lights if name in arrows for end in (arrows[name].start, arrows[name].end)}
            assert set(view.lights) == set(step.lights) | ends


def test_a_change_marks_what_it_reaches_and_says_where_the_map_stops(content: Content, views: dict[str, View]) -> None:
    said = content.pathways.page.what_if
    arrows = {arrow.id: arrow for arrow in content.pathways.arrows}
    for change in content.pathways.changes:
        reach, view = what_if(content.pathways, content.claims, change.node), views[f"what-if/{change.id}"]
        assert dict(view.marks) == {change.node: said.lines["rises"].mark} | {
            outcome.node: said.lines[outcome.effect].mark for outcome in reach.outcomes
        }
        assert change.says.text in words(view.gist)
        assert said.worked_out in words(view.rest)
        for outcome in reach.outcomes:
            node = next(node for node in content.pathways.nodes if node.id == outcome.node)
            says = said.lines[outcome.effect].says.format(node=node.name)
            assert ((node.falls if outcome.effect == "falls" else None) or says) in words(view.rest)
            assert sentence(content.pathways, arrows[outcome.weakest]) in words(view.rest)
        assert re.findall(r'data-go="([^"]+)"', view.rest) == [stop.arrow for stop in reach.stops]
        assert "data-go=" in view.bar, "one change leads to the next"
        assert set(view.lights) == set(reach.lights)


def test_no_change_is_followed_to_the_cover_on_nerves(content: Content, views: dict[str, View]) -> None:
    """What is known today ends before MS itself. If a new arrow changes that, look at every word again."""
    for change in content.pathways.changes:
        assert "nerve-cover" not in views[f"what-if/{change.id}"].marks, change.id


def test_what_the_content_says_is_escaped(content: Content) -> None:
    hostile = "<script>\"&'"
    node = content.pathways.nodes[0].model_copy(update={"name": f"Nerve {hostile}"})
    arrow = content.pathways.arrows[0].model_copy(update={"verb": hostile})
    claim: Claim = content.claims[arrow.claim].model_copy(update={"statement": hostile})
    change = content.pathways.changes[0].model_copy(update={"label": hostile})
    pathways = content.pathways.model_copy(
        update={
            "nodes": (node, *content.pathways.nodes[1:]),
            "arrows": (arrow, *content.pathways.arrows[1:]),
            "changes": (change, *content.pathways.changes[1:]),
        }
    )
    told = replace(content, pathways=pathways, claims=content.claims | {claim.id: claim})
    shown = [claim_html(told, claim, TODAY), *(str(asdict(view)) for view in all_views(told, TODAY).values())]
    assert not [html for html in shown if "<script>" in html]
