"""The whole map as two tables: every box and every arrow with its sign, how sure, who was studied, and the papers."""

import datetime
from functools import lru_cache
from html import escape

from components.content.evidence import Claim
from components.content.labels import address, authors_and_year, search_address
from components.content.load import Content
from components.pathways.reading import answer_rows, sentence, step_claim


def _papers(content: Content, claims: tuple[Claim, ...]) -> str:
    labels = content.frame.labels
    found: dict[str, str] = {}
    for claim in claims:
        for source in claim.sources:
            paper = content.references[source.ref]
            link = escape(address(paper) or search_address(paper))
            found.setdefault(
                f"{source.ref} {source.role}",
                f'<a href="{link}" target="_blank" rel="noopener noreferrer">'
                f"{escape(authors_and_year(labels, paper))}</a> ({escape(labels.source_role[source.role])})",
            )
    return "; ".join(found.values())


def _row(cells: list[str], row_id: str) -> str:
    head, *rest = cells
    return f'<tr data-row="{row_id}"><th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def _answers(content: Content, claims: tuple[Claim, ...], day: datetime.date) -> list[str]:
    """Return a cell for each question, with a line for each claim."""
    rows = [answer_rows(content, claim, day) for claim in claims]
    return ["<br>".join(escape(answers[n][1]) for answers in rows) for n in range(3)]


def _table(caption: str, heads: list[str], rows: list[str]) -> str:
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="wide-table" role="region" aria-label="{escape(caption)}" tabindex="0">'
        f"<table><caption>{escape(caption)}</caption><thead><tr>{columns}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


@lru_cache(maxsize=2)
def tables(content: Content, day: datetime.date) -> str:
    """Return the tables of the arrows and of the boxes as HTML, every text escaped."""
    words, labels, pathways = content.pathways.page, content.frame.labels, content.pathways
    zones = {zone.id: zone.name for zone in pathways.zones}
    questions = [labels.is_it_true, labels.does_it_change_ms, labels.who_was_studied]
    arrows = []
    for arrow in pathways.arrows:
        claim = (step_claim(content, arrow),)
        sign = words.signs[arrow.sign]
        cells = [escape(sentence(pathways, arrow)), f"{escape(sign.mark)} {escape(sign.means)}"]
        cells.append(escape(claim[0].statement))
        arrows.append(_row([*cells, *_answers(content, claim, day), _papers(content, claim)], arrow.id))
    nodes = []
    for node in pathways.nodes:
        claims = tuple(content.claims[name] for name in node.says.claims)
        cells = [escape(node.full_name), escape(zones[node.zone]), escape(node.says.text)]
        nodes.append(_row([*cells, *_answers(content, claims, day), _papers(content, claims)], node.id))
    table = words.table
    return _table(table.arrows, [table.arrow, table.sign, table.claim, *questions, labels.papers], arrows) + _table(
        table.nodes, [table.node, table.zone, table.says, *questions, labels.papers], nodes
    )
