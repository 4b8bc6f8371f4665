"""Models of the living map: zones, nodes, arrows and the words around them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from components.content.fields import Blanks, ClaimId, Id, Model, NodeId, Passage, Text, ZoneId
from components.content.words import Heading, PageWords

Sign = Literal["raises", "lowers", "changes", "no_effect", "not_known"]
Point = tuple[float, float]


class Span(Model):
    """The band of a zone: the smallest and largest y in each layout, in drawing units."""

    wide: Point
    tall: Point


class Zone(Model):
    """A part of the body or of daily life that the map is divided into."""

    id: Id
    name: Text
    y: Span


class Node(Model):
    """A thing on the map. at: its center in each layout, in drawing units."""

    id: Id
    zone: ZoneId
    name: Text
    medical: Text | None = None
    says: Passage
    wide: Point
    tall: Point


class Arrow(Model):
    """What one thing does to another, and the claim it stands on. verb: read between the two names."""

    id: Id
    start: NodeId = Field(alias="from")
    end: NodeId = Field(alias="to")
    sign: Sign
    verb: Text
    claim: ClaimId


class PathwaysWords(PageWords):
    """The page words of Pathways."""

    how_to_read_heading: Heading
    how_to_read: tuple[Text, ...]
    not_known_heading: Heading
    not_known: tuple[Passage, ...]
    map_title: Text
    map_description: Annotated[Text, AfterValidator(Blanks("nodes", "arrows"))]


class PathwaysFile(Model):
    """data/en/pathways.yaml"""

    page: PathwaysWords
    zones: tuple[Zone, ...] = Field(min_length=1)
    nodes: tuple[Node, ...] = Field(min_length=1)
    arrows: tuple[Arrow, ...] = Field(min_length=1)
