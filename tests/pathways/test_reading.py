"""The map in words says the same as the drawing, and no arrow says more than its claim."""

import datetime
import re
from html import unescape
from itertools import pairwise

import pytest
import textstat

from components.content.evidence import Claim, Source
from components.content.load import Content
from components.pathways.controls import controls
from components.pathways.drawing import draw
from components.pathways.legend import legend
from components.pathways.panel import claim_html
from components.pathways.reading import as_list, papers_of_claim, sentence
from components.pathways.view import list_html
from tests.conftest import TODAY

MAY = re.compile(r"\bmay\b")
PROBABLY = re.compile(r"\bprobably\b")
IN_MICE = re.compile(r"\bin mice\b")
LIMITED = re.compile(r"\b(in (?:some )?people without MS|in trials of people without MS|in mice)\b")


def test_the_list_holds_every_node_and_arrow_once(content: Content) -> None:
    nodes = [node for part in as_list(content, TODAY) for node in part.nodes]
    assert sorted(node.id for node in nodes) == sorted(node.id for node in content.pathways.nodes)
    told = [arrow.id for node in nodes for arrow in node.out]
    assert sorted(told) == sorted(arrow.id for arrow in content.pathways.arrows)


def test_the_list_says_the_same_as_the_drawing(content: Content) -> None:
    told = {arrow.id: arrow.spoken for part in as_list(content, TODAY) for node in part.nodes for arrow in node.out}
    told |= {node.id: node.spoken for part in as_list(content, TODAY) for node in part.nodes}
    for layout in ("wide", "tall"):
        drawn = re.findall(r'data-id="([^"]+)".*?aria-label="([^"]*)"', draw(content, layout, TODAY))
        assert [name for name, _ in drawn] == _reading_order(content)
        assert {name: unescape(label) for name, label in drawn} == told


def _reading_order(content: Content) -> list[str]:
    nodes = [node for part in as_list(content, TODAY) for node in part.nodes]
    return [name for node in nodes for name in (node.id, *(arrow.id for arrow in node.out))]


def test_the_list_on_the_page_shows_each_sentence_with_both_answers_and_who_was_studied(content: Content) -> None:
    page = "".join(list_html(content, TODAY))
    labels = content.frame.labels
    for arrow in content.pathways.arrows:
        item = re.search(rf'<li data-arrow="{arrow.id}">(.*?)</li>', page)
        assert item, arrow.id
        said = re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", item[1])))
        claim = arrow.narrow(content.claims[arrow.claim])
        assert sentence(content.pathways, arrow) in said
        assert labels.verdict[claim.verdict] in said
        assert (claim.ms_answer or labels.certainty[claim.certainty]) in said
        assert all(labels.studied_in[population] in said for population in claim.studied_in)
    for node in content.pathways.nodes:
        assert f'<h4 data-node="{node.id}">' in page


def test_each_part_of_the_list_is_shut_at_first_under_its_heading(content: Content) -> None:
    for zone, part in zip(content.pathways.zones, list_html(content, TODAY), strict=True):
        assert part.startswith(f'<details class="zone-words"><summary><h3>{zone.name}</h3></summary>')
        assert part.count("<details") == part.count("</details>") == 1


def test_headings_of_the_list_go_down_one_level_at_a_time(content: Content) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", "".join(list_html(content, TODAY)))]
    assert levels[0] == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_feeds_a_node_and_what_it_does_are_the_arrows_that_touch_it(content: Content) -> None:
    for part in as_list(content, TODAY):
        for node in part.nodes:
            assert [a.id for a in node.into] == [a.id for a in content.pathways.arrows if a.end == node.id]
            assert [a.id for a in node.out] == [a.id for a in content.pathways.arrows if a.start == node.id]


def roles(content: Content, claim: Claim) -> list[Source]:
    """Return the sources of a claim as the panel orders them: for it, against it, then the rest."""
    return [source for role in content.frame.labels.source_role for source in claim.sources if source.role == role]


def test_a_paper_whose_record_was_not_seen_says_so(content: Content) -> None:
    unconfirmed = content.frame.labels.unconfirmed
    for claim in content.claims.values():
        for source, paper in zip(roles(content, claim), papers_of_claim(content, claim), strict=True):
            assert (unconfirmed in paper.facts) != content.references[source.ref].verified


def test_no_arrow_says_more_than_its_claim(content: Content) -> None:
    """Plain for well established biology; else as sure as the claim, and very low only with where it was seen."""
    for arrow in content.pathways.arrows:
        claim, says = content.claims[arrow.claim], sentence(content.pathways, arrow)
        if arrow.sign in ("not_known", "no_effect"):
            assert not MAY.search(arrow.verb), says
        elif claim.verdict == "well_established" or claim.certainty == "high":
            continue
        elif claim.certainty == "moderate":
            assert PROBABLY.search(says), says
        else:
            known = claim.certainty == "low" or claim.link_certainty in ("low", "moderate", "high")
            assert MAY.search(says) or IN_MICE.search(says), says
            assert known or LIMITED.search(says), says


def test_no_effect_is_only_said_where_trials_say_no(content: Content) -> None:
    for arrow in content.pathways.arrows:
        assert (arrow.sign == "no_effect") == (content.claims[arrow.claim].verdict == "contradicted"), arrow.id


def test_a_sentence_that_is_not_known_opens_with_that(content: Content) -> None:
    opening = content.pathways.page.sentence_not_known.partition("{")[0]
    for arrow in content.pathways.arrows:
        assert sentence(content.pathways, arrow).startswith(opening) == (arrow.sign == "not_known")


def test_sentences_are_short_and_plain(content: Content) -> None:
    says = [sentence(content.pathways, arrow) for arrow in content.pathways.arrows]
    says += [part for node in content.pathways.nodes for part in re.split(r"(?<=\.)\s+", node.says.text)]
    assert not [text for text in says if len(text.split()) > 20]
    assert textstat.flesch_kincaid_grade(" ".join(says)) <= 6


@pytest.mark.parametrize("table", ["general_certainty", "studied_in"])
def test_the_legend_explains_every_line_and_word(content: Content, table: str) -> None:
    shown = unescape(legend(content))
    assert all(words in shown for words in getattr(content.frame.labels, table).values())
    assert all(sign.mark in shown and sign.means in shown for sign in content.pathways.page.signs.values())
    assert all(word in shown for word in content.pathways.page.pills.values())


def test_one_line_on_the_signs_is_seen_while_the_legend_is_shut(content: Content) -> None:
    seen = re.sub("<details.*?</details>", "", controls(content), flags=re.DOTALL)
    assert content.pathways.page.key in unescape(seen)


def test_a_due_claim_says_so_on_the_map_and_in_its_list(content: Content) -> None:
    words = content.frame.labels.being_rechecked
    later = max(claim.next_check for claim in content.claims.values() if claim.next_check) + datetime.timedelta(days=1)
    for day, said in ((TODAY, False), (later, True)):
        assert (words in draw(content, "wide", day)) is said
        assert (words in "".join(list_html(content, day))) is said
        assert any(words in claim_html(content, claim, day) for claim in content.claims.values()) is said


def test_each_arrow_of_the_list_leads_to_its_claim(content: Content) -> None:
    listed = "".join(list_html(content, TODAY))
    for arrow in content.pathways.arrows:
        item = listed.split(f'data-arrow="{arrow.id}"')[1].split("</li>")[0]
        assert f'href="/evidence?claim={arrow.claim}"' in item
