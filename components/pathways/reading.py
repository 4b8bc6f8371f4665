"""What the map says in words: the sentence of each arrow, the panel of each box and arrow, and the map as a list."""

import datetime
from dataclasses import dataclass

from components.content.evidence import Claim
from components.content.labels import (
    address,
    asked,
    does_it_change_ms,
    is_it_true,
    search_address,
    who_was_studied,
)
from components.content.load import Content
from components.content.pathways import Arrow, Node, PathwaysFile, Zone
from components.frame.claims import paper_facts


@dataclass(frozen=True)
class Paper:
    """A paper behind a claim. role: whether it speaks for or against it."""

    role: str
    facts: str
    address: str
    link: str
    """What the link is called: the title, or the words that send to a search where no address was seen."""


@dataclass(frozen=True)
class ArrowText:
    """An arrow in words. claim: narrowed to this step. spoken: all of it in one breath, for a screen reader."""

    id: str
    sentence: str
    claim: Claim
    spoken: str


@dataclass(frozen=True)
class NodeText:
    """A box in words, with the arrows that come in and go out."""

    id: str
    name: str
    says: str
    claims: tuple[str, ...]
    into: tuple[ArrowText, ...]
    out: tuple[ArrowText, ...]
    spoken: str


@dataclass(frozen=True)
class ZoneText:
    """A part of the map in words."""

    zone: Zone
    nodes: tuple[NodeText, ...]


def sentence(pathways: PathwaysFile, arrow: Arrow) -> str:
    """Return the arrow as a sentence. One whose sign is not known opens with the words that say so."""
    names = {node.id: node.in_sentence for node in pathways.nodes}
    tail = arrow.tail or ""
    gap = "" if tail.startswith(",") or not tail else " "
    words = pathways.page
    pattern = words.sentence_not_known if arrow.sign == "not_known" else words.sentence
    filled = pattern.format(
        start=arrow.speaks_of or names[arrow.start], verb=arrow.verb, end=names[arrow.end] + gap + tail
    )
    return filled[0].upper() + filled[1:]


def step_claim(content: Content, arrow: Arrow) -> Claim:
    """Return the claim an arrow stands on, narrowed to those in whom this very step was seen."""
    return arrow.narrow(content.claims[arrow.claim])


def answer_rows(content: Content, claim: Claim, day: datetime.date) -> tuple[tuple[str, str], ...]:
    """Return the two questions and who was studied, each with its answer.

    day: today; the answer of a claim whose next check is over says that it is being checked again.
    """
    labels = content.frame.labels
    changes = does_it_change_ms(labels, claim)
    return (
        (labels.is_it_true, is_it_true(labels, claim)),
        (labels.does_it_change_ms, f"{closed(changes)} {labels.being_rechecked}" if claim.is_due(day) else changes),
        (labels.who_was_studied, "; ".join(who_was_studied(labels, claim))),
    )


def papers_of_claim(content: Content, claim: Claim) -> tuple[Paper, ...]:
    """Return the papers of a claim: those that speak for it, those against, then the rest."""
    labels = content.frame.labels
    papers = []
    for role, says in labels.source_role.items():
        for source in claim.sources:
            if source.role != role:
                continue
            paper = content.references[source.ref]
            seen = address(paper)
            papers.append(
                Paper(
                    role=says,
                    facts=paper_facts(content, paper),
                    address=seen or search_address(paper),
                    link=paper.title if seen else f"{paper.title} ({labels.find_paper})",
                )
            )
    return tuple(papers)


def closed(text: str) -> str:
    """Return a text with the sign that ends a sentence."""
    return text if text[-1] in ".?" else f"{text}."


def rests_on(content: Content, claim: Claim) -> str:
    """Return the words that say on which claim an arrow stands: it is the claim that the answers speak of."""
    return content.pathways.page.rests_on.format(statement=claim.statement)


def arrow_text(content: Content, arrow: Arrow, day: datetime.date) -> ArrowText:
    """Return an arrow in words. day: today, as for answer_rows."""
    says = sentence(content.pathways, arrow)
    claim = step_claim(content, arrow)
    spoken = [says, rests_on(content, claim)]
    for question, answer in answer_rows(content, claim, day):
        spoken.append(f"{asked(question)} {closed(answer)}")
    return ArrowText(arrow.id, says, claim, " ".join(spoken))


def node_text(content: Content, node: Node, day: datetime.date) -> NodeText:
    """Return a box in words, with its arrows."""
    arrows = content.pathways.arrows
    return NodeText(
        id=node.id,
        name=node.full_name,
        says=node.says.text,
        claims=node.says.claims,
        into=tuple(arrow_text(content, arrow, day) for arrow in arrows if arrow.end == node.id),
        out=tuple(arrow_text(content, arrow, day) for arrow in arrows if arrow.start == node.id),
        spoken=f"{node.full_name}. {node.says.text}",
    )


def as_list(content: Content, day: datetime.date) -> tuple[ZoneText, ...]:
    """Return the whole map in words, by zone: every box once, and every arrow once, at the box it leaves."""
    return tuple(
        ZoneText(zone, tuple(node_text(content, node, day) for node in content.pathways.nodes if node.zone == zone.id))
        for zone in content.pathways.zones
    )
