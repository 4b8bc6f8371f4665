"""The tables hold every node, arrow, sign, certainty, population and paper, the same as the drawing."""

import re
from html import unescape

from components.content.labels import address, search_address
from components.content.load import Content
from components.pathways.drawing import draw
from components.pathways.reading import sentence
from components.pathways.table import tables
from tests.conftest import TODAY


def rows(content: Content) -> dict[str, str]:
    """Return the rows of both tables by the id of what they tell of."""
    return {
        name: unescape(row) for name, row in re.findall(r'<tr data-row="([^"]+)">(.*?)</tr>', tables(content, TODAY))
    }


def test_the_tables_hold_just_what_is_drawn(content: Content) -> None:
    for layout in ("wide", "tall"):
        drawn = re.findall(r'data-id="([^"]+)"', draw(content, layout, TODAY))
        assert sorted(rows(content)) == sorted(drawn)


def test_the_row_of_an_arrow_holds_its_sign_and_all_that_its_name_on_the_drawing_says(content: Content) -> None:
    found, labels, signs = rows(content), content.frame.labels, content.pathways.page.signs
    for arrow in content.pathways.arrows:
        claim = arrow.narrow(content.claims[arrow.claim])
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", found[arrow.id])
        said, sign, claimed, true, changes, who, papers = cells
        assert said == sentence(content.pathways, arrow)
        assert sign == f"{signs[arrow.sign].mark} {signs[arrow.sign].means}"
        assert claimed == claim.statement
        assert true == labels.verdict[claim.verdict]
        assert changes.startswith(claim.ms_answer or labels.certainty[claim.certainty])
        assert who.split("; ") == [name for key, name in labels.studied_in.items() if key in claim.studied_in]
        assert len(papers.split("; <a")) == len(claim.sources)


def test_the_row_of_a_box_says_what_it_is_and_where_it_stands(content: Content) -> None:
    found = rows(content)
    zones = {zone.id: zone.name for zone in content.pathways.zones}
    for node in content.pathways.nodes:
        assert node.name in found[node.id] and node.says.text in found[node.id]
        assert f"<td>{zones[node.zone]}</td>" in found[node.id]


def test_every_paper_of_a_row_is_a_link_to_it(content: Content) -> None:
    found = rows(content)
    claims: dict[str, tuple[str, ...]] = {arrow.id: (arrow.claim,) for arrow in content.pathways.arrows}
    claims |= {node.id: node.says.claims for node in content.pathways.nodes}
    for name, ids in claims.items():
        for source in (source for claim in ids for source in content.claims[claim].sources):
            paper = content.references[source.ref]
            assert f'href="{address(paper) or search_address(paper)}"' in found[name], (name, source.ref)
