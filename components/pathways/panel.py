"""What the panel under the map says, as HTML: of each box and arrow, each step of a story, and each change to try out.

Every word is escaped here, so the browser may take it as it is.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from components.content.care_team import Question
from components.content.evidence import Claim
from components.content.load import Content
from components.content.pathways import Arrow, Node
from components.frame.links import address_of, guide_link
from components.pathways.reading import (
    ArrowText,
    answer_rows,
    arrow_text,
    node_text,
    papers_of_claim,
    rests_on,
    sentence,
)
from components.pathways.what_if import Outcome, Reach, what_if


@dataclass(frozen=True)
class View:
    """One thing the panel can show.

    gist: HTML that is read out. rest: HTML that is not. bar: HTML that stays in sight above both. claims: whose papers
    stand under it. lights: ids of the parts that stay bright; empty for a box or arrow, which lights what it touches.
    marks: a sign to set on boxes, by id. address: what the address bar says meanwhile.
    """

    gist: str
    rest: str = ""
    bar: str = ""
    claims: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    address: str = ""


def question_of(content: Content, part: Node | Arrow) -> Question:
    """Return the question for the care team that a box or arrow brings up: its own, or the first its claims suggest.

    Raises LookupError where there is none; the rules of the content keep that from happening.
    """
    if part.ask:
        return content.questions[part.ask]
    claims = part.says.claims if isinstance(part, Node) else (part.claim,)
    for claim in claims:
        for question in content.questions.values():
            if claim in question.suggested_by.claims:
                return question
    raise LookupError(f"no question for {part.id}")


def _answers(content: Content, claim: Claim, day: datetime.date) -> str:
    rows = "".join(
        f"<div><dt>{escape(question)}</dt><dd>{escape(answer)}</dd></div>"
        for question, answer in answer_rows(content, claim, day)
    )
    own = guide_link("evidence", escape(content.frame.labels.own_address), about=claim.statement, claim=claim.id)
    return f'<div class="answers"><dl>{rows}</dl>{own}</div>'


def claim_html(content: Content, claim: Claim, day: datetime.date) -> str:
    """Return a claim with its answers and its papers, those that speak for it first."""
    labels, words = content.frame.labels, content.pathways.page
    papers = "".join(
        f'<li><a href="{escape(paper.address)}" target="_blank" rel="noopener">{escape(paper.link)}'
        f'<span class="unseen"> ({escape(words.new_tab)})</span></a> {escape(paper.facts)} {escape(paper.role)}.</li>'
        for paper in papers_of_claim(content, claim)
    )
    return (
        f"<h3>{escape(claim.statement)}</h3>{_answers(content, claim, day)}"
        f"<h4>{escape(labels.papers)}</h4><ul>{papers}</ul>"
    )


def _ask(content: Content, part: Node | Arrow) -> str:
    words, question = content.pathways.page.ask, question_of(content, part)
    return (
        f'<div class="ask"><button type="button" aria-pressed="false" data-ask="{question.id}">{escape(words.action)}'
        f'</button><div><p class="on-sheet" role="status"><b>{escape(words.asked)}</b> '
        f"{guide_link('care-team', escape(words.see))}</p><p>“{escape(question.text)}”</p></div></div>"
    )


def _arrows(label: str, arrows: tuple[ArrowText, ...], none: str) -> str:
    rows = "".join(
        f'<li><button type="button" class="jump" data-go="{arrow.id}">{escape(arrow.sentence)}</button></li>'
        for arrow in arrows
    )
    return f"<h3>{escape(label)}</h3>" + (f"<ul>{rows}</ul>" if rows else f"<p>{escape(none)}</p>")


def _ends(content: Content, arrow: Arrow) -> str:
    words, nodes = content.pathways.page, content.pathways.node_by_id
    rows = "".join(
        f"<li>{escape(label)} "
        f'<button type="button" class="jump" data-go="{end}">{escape(nodes[end].name)}</button></li>'
        for label, end in ((words.starts_at, arrow.start), (words.leads_on_to, arrow.end))
    )
    return f'<ul class="ends">{rows}</ul>'


def node_view(content: Content, node: Node, day: datetime.date) -> View:
    """Return what the panel says of a box: what it is, what acts on it, what it acts on."""
    words, text = content.pathways.page, node_text(content, node, day)
    return View(
        gist=f"<h2>{escape(text.name)}</h2><p>{escape(text.says)}</p>",
        rest=_ask(content, node)
        + _arrows(words.acts_on_it, text.into, words.nothing)
        + _arrows(words.it_acts_on, text.out, words.nothing),
        claims=text.claims,
    )


def arrow_view(content: Content, arrow: Arrow, day: datetime.date) -> View:
    """Return what the panel says of an arrow: its sentence, and its claim narrowed to this very step."""
    text = arrow_text(content, arrow, day)
    return View(
        gist=f"<h2>{escape(text.sentence)}</h2><p>{escape(rests_on(content, text.claim))}</p>"
        f'<div class="narrow">{_answers(content, text.claim, day)}</div>',
        rest=_ask(content, arrow) + _ends(content, arrow),
        claims=(arrow.claim,),
    )


def _steps(content: Content, keys: list[str], here: int) -> str:
    """Return the buttons to the view before and to the one after. Where there is none, its button stays, shut."""
    words = content.stories_file.page
    buttons = []
    for label, css, to in ((words.previous, "previous", here - 1), (words.next, "next", here + 1)):
        is_there = 0 <= to < len(keys)
        leads = f' data-go="{keys[to]}"' if is_there else " disabled"
        buttons.append(f'<button type="button" class="{css}" data-stay="{css}"{leads}>{escape(label)}</button>')
    return "".join(buttons)


def story_views(content: Content) -> dict[str, View]:
    """Return what the panel says at each step of each story, by story/<id>/<number of the step>."""
    words, found = content.stories_file.page, {}
    for story in content.stories.values():
        keys = [f"story/{story.id}/{number}" for number in range(1, len(story.steps) + 1)]
        for number, step in enumerate(story.steps, 1):
            place = words.place.format(number=number, count=len(story.steps), title=story.title)
            found[keys[number - 1]] = View(
                gist=f"<h2>{escape(place)}</h2><p>{escape(step.says.text)}</p>",
                rest=f'<button type="button" class="print" data-print>{escape(words.print)}</button>'
                f"<h3>{escape(words.how_sure)}</h3>",
                bar=_steps(content, keys, number - 1) + guide_link("pathways", escape(words.end)),
                claims=step.says.claims,
                lights=_with_ends(content, step.lights),
                address=address_of("pathways", {"story": story.id, "step": str(number)}),
            )
    return found


def _with_ends(content: Content, lights: Iterable[str]) -> tuple[str, ...]:
    """Return the parts with the boxes at either end of each arrow among them."""
    arrows = content.pathways.arrow_by_id
    found: dict[str, None] = {}
    for name in lights:
        ends = (arrows[name].start, name, arrows[name].end) if name in arrows else (name,)
        found |= dict.fromkeys(ends)
    return tuple(found)


def what_if_views(content: Content, day: datetime.date) -> dict[str, View]:
    """Return what the panel says of each change to try out, by what-if/<id>."""
    words, found = content.pathways.page.what_if, {}
    keys = [f"what-if/{change.id}" for change in content.pathways.changes]
    for number, change in enumerate(content.pathways.changes):
        reach = what_if(content.pathways, content.claims, change.node)
        found[keys[number]] = View(
            bar=_steps(content, keys, number),
            gist=f"<h2>{escape(words.asks.format(change=change.label))}</h2><p>{escape(change.says.text)}</p>",
            rest=f"<p>{escape(words.worked_out)}</p>{_reached(content, reach, day)}{_stops(content, reach)}",
            claims=change.says.claims,
            lights=tuple(sorted(reach.lights)),
            marks={change.node: words.lines["rises"].mark}
            | {outcome.node: words.lines[outcome.effect].mark for outcome in reach.outcomes},
        )
    return found


def _reached(content: Content, reach: Reach, day: datetime.date) -> str:
    """Return what is reached, those with the same weakest step together, and that step with its answers."""
    words = content.pathways.page.what_if
    nodes = content.pathways.node_by_id
    arrows = content.pathways.arrow_by_id
    groups: dict[str, list[Outcome]] = {}
    for outcome in reach.outcomes:
        groups.setdefault(outcome.weakest, []).append(outcome)
    parts = []
    for weakest, outcomes in groups.items():
        rows = []
        for outcome in outcomes:
            node, line = nodes[outcome.node], words.lines[outcome.effect]
            says = (node.falls if outcome.effect == "falls" else None) or line.says.format(node=node.name)
            rows.append(f"<li><b>{escape(line.mark)} {escape(says)}</b></li>")
        step = words.weakest.format(step=arrow_text(content, arrows[weakest], day).spoken)
        parts.append(f'<ul class="outcomes">{"".join(rows)}</ul><p>{escape(step)}</p>')
    return "".join(parts) or f"<p>{escape(words.nothing)}</p>"


def _stops(content: Content, reach: Reach) -> str:
    words = content.pathways.page.what_if
    arrows = content.pathways.arrow_by_id
    rows = "".join(
        f'<li><button type="button" class="jump" data-go="{stop.arrow}">'
        f"{escape(sentence(content.pathways, arrows[stop.arrow]))}</button> {escape(words.halts[stop.why])}</li>"
        for stop in reach.stops
    )
    return f"<h3>{escape(words.stops)}</h3><ul>{rows}</ul>" if rows else ""


def all_views(content: Content, day: datetime.date) -> dict[str, View]:
    """Return everything the panel can show, by the id of a box or arrow, or by the key of a step or change."""
    nodes = {node.id: node_view(content, node, day) for node in content.pathways.nodes}
    arrows = {arrow.id: arrow_view(content, arrow, day) for arrow in content.pathways.arrows}
    return nodes | arrows | story_views(content) | what_if_views(content, day)
