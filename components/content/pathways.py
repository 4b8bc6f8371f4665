"""Models of the living map: zones, nodes, arrows and the words around them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, FiniteFloat

from components.content.evidence import Claim
from components.content.fields import Blanks, ClaimId, Id, Model, NodeId, Passage, Population, Text, ZoneId, every
from components.content.words import Heading, PageWords

Sign = Literal["raises", "lowers", "changes", "no_effect", "not_known"]
Layout = Literal["wide", "tall"]
Point = tuple[FiniteFloat, FiniteFloat]


class Span(Model):
    """The band of a zone: the smallest and largest y in each layout, in drawing units."""

    wide: Point
    tall: Point


class Zone(Model):
    """A part of the body or of daily life that the map is divided into, from the top of the drawing down."""

    id: Id
    name: Text
    y: Span


class Widths(Model):
    """How broad a node is drawn in each layout, in drawing units."""

    wide: float = Field(gt=0)
    tall: float = Field(gt=0)


class Node(Model):
    """A thing on the map.

    name: on its box. said: the same inside a sentence ("the cover on nerves"); the name in lower case where left out.
    symbol: the name of its small drawing (components/pathways/symbols.py). wide, tall: its center in each layout, in
    drawing units. width: only for a node that is broader than the others.
    """

    id: Id
    zone: ZoneId
    name: Text
    said: Text | None = None
    medical: Text | None = None
    symbol: Id | None = None
    says: Passage
    wide: Point
    tall: Point
    width: Widths | None = None

    @property
    def in_sentence(self) -> str:
        """The name as it stands inside a sentence. Capitals that belong to a name ("MS", "L-glutamine") stay."""
        if self.said:
            return self.said
        return self.name[0].lower() + self.name[1:] if self.name[1:2].islower() else self.name


class Arrow(Model):
    """What one thing does to another, and the claim it stands on.

    verb: read between the two names. tail: read after the second one, for what belongs to the sentence ("in mice").
    studied_in: in whom this step was seen, where that is fewer than the claim as a whole was studied in.
    The sentence of an arrow whose sign is not_known opens with "We do not know if", so its verb has no "may".
    """

    id: Id
    start: NodeId = Field(alias="from")
    end: NodeId = Field(alias="to")
    sign: Sign
    verb: Text
    tail: Text | None = None
    claim: ClaimId
    studied_in: tuple[Population, ...] = ()

    def narrow(self, claim: Claim) -> Claim:
        """Return the arrow's claim with only those studied in whom this very step was seen.

        A claim may rest on a trial that tested another step of it; the arrow must not borrow that trial.
        """
        return claim.model_copy(update={"studied_in": self.studied_in}) if self.studied_in else claim


class SignWords(Model):
    """How a sign looks on an arrow, and what it means."""

    mark: Annotated[str, Field(min_length=1, max_length=1)]
    means: Text


class PathwaysWords(PageWords):
    """The page words of Pathways."""

    how_to_read_heading: Heading
    how_to_read: tuple[Text, ...]
    not_known_heading: Heading
    not_known: tuple[Passage, ...]
    map_title: Text
    map_description: Annotated[Text, AfterValidator(Blanks("nodes", "arrows"))]
    sentence: Annotated[Text, AfterValidator(Blanks("start", "verb", "end"))]
    sentence_not_known: Annotated[Text, AfterValidator(Blanks("start", "verb", "end"))]
    signs: Annotated[dict[Sign, SignWords], AfterValidator(every(Sign))]
    pills: Annotated[dict[Population, Text], AfterValidator(every(Population))]
    legend_lines: Text
    legend_marks: Text
    legend_pills: Text
    key: Text
    choose: Text
    clear: Text
    chosen: Text
    acts_on_it: Text
    it_acts_on: Text
    nothing: Text
    new_tab: Text
    list_heading: Heading
    list_lead: Text
    next_heading: Heading
    next_text: Text
    next_action: Text


class PathwaysFile(Model):
    """data/en/pathways.yaml"""

    page: PathwaysWords
    zones: tuple[Zone, ...] = Field(min_length=1)
    nodes: tuple[Node, ...] = Field(min_length=1)
    arrows: tuple[Arrow, ...] = Field(min_length=1)
