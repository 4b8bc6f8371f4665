"""Models of the living map: zones, nodes, arrows and the words around them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, FiniteFloat

from components.content.evidence import Claim
from components.content.fields import (
    Blanks,
    Certainty,
    ClaimId,
    Id,
    Model,
    NodeId,
    PartId,
    Passage,
    Population,
    QuestionId,
    Text,
    ZoneId,
    every,
)
from components.content.words import Heading, PageWords

Sign = Literal["raises", "lowers", "changes", "no_effect", "not_known"]
Effect = Literal["rises", "falls", "either", "unclear"]
"""What becomes of a node when another one changes."""
Halt = Literal["not_known", "mixed", "not_shown", "no_effect"]
"""Why an arrow leads no further when another node changes."""
FilterId = Literal["everything", "people", "ms", "trial"]
Layout = Literal["wide", "tall"]
Edge = Literal["plain", "bricks", "villi", "hills"]
"""How the upper edge of a zone is drawn."""
Point = tuple[FiniteFloat, FiniteFloat]


class Span(Model):
    """The band of a zone: the smallest and largest y in each layout, in drawing units."""

    wide: Point
    tall: Point


class Zone(Model):
    """A part of the body or of daily life that the map is divided into, from the top of the drawing down."""

    id: Id
    name: Text
    edge: Edge = "plain"
    y: Span


class Widths(Model):
    """How broad a node is drawn in each layout, in drawing units."""

    wide: float = Field(gt=0)
    tall: float = Field(gt=0)


class Node(Model):
    """A thing on the map.

    name: on its box. said: the same inside a sentence ("the cover on nerves"); the name in lower case where left out.
    symbol: the name of its small drawing (components/pathways/symbols.py). wide, tall: its center in each layout, in
    drawing units. falls: what "what if" says where less of it, or harm to it, may come.
    width: only for a node that is broader than the others. ask: the question it brings up, where it is
    not the first one that its first claim suggests.
    """

    id: Id
    zone: ZoneId
    name: Text
    said: Text | None = None
    medical: Text | None = None
    symbol: Id | None = None
    says: Passage
    ask: QuestionId | None = None
    falls: Text | None = None
    wide: Point
    tall: Point
    width: Widths | None = None

    @property
    def full_name(self) -> str:
        """The name, with the medical one in brackets where there is one."""
        return f"{self.name} ({self.medical})" if self.medical else self.name

    @property
    def in_sentence(self) -> str:
        """The name as it stands inside a sentence. Capitals that belong to a name ("MS", "L-glutamine") stay."""
        if self.said:
            return self.said
        return self.name[0].lower() + self.name[1:] if self.name[1:2].islower() else self.name


class Arrow(Model):
    """What one thing does to another, and the claim it stands on.

    speaks_of: the part of a node of several things that it starts from, in its sentence.
    label: what it does, in a word or two on the drawing. verb: the same in a sentence, read between the two names.
    tail: read after the second one, for what belongs to the sentence ("in mice").
    studied_in: in whom this step was seen, where that is fewer than the claim as a whole was studied in.
    The sentence of an arrow whose sign is not_known opens with "We do not know if", so its verb has no "may".
    ask: as for a node.
    """

    id: Id
    start: NodeId = Field(alias="from")
    end: NodeId = Field(alias="to")
    speaks_of: Text | None = None
    sign: Sign
    label: Annotated[Text, Field(max_length=14)]
    verb: Text
    tail: Text | None = None
    claim: ClaimId
    studied_in: tuple[Population, ...] = ()
    ask: QuestionId | None = None

    def narrow(self, claim: Claim) -> Claim:
        """Return the arrow's claim with only those studied in whom this very step was seen.

        A claim may rest on a trial that tested another step of it; the arrow must not borrow that trial.
        """
        return claim.model_copy(update={"studied_in": self.studied_in}) if self.studied_in else claim


class SignWords(Model):
    """How a sign looks on an arrow, and what it means."""

    mark: Annotated[str, Field(min_length=1, max_length=1)]
    means: Text


class EffectWords(Model):
    """How the map marks what becomes of a node, and what it says."""

    mark: Annotated[str, Field(min_length=1, max_length=1)]
    says: Annotated[Text, AfterValidator(Blanks("node"))]


class WhatIfWords(Model):
    """The words of "what if". lines: for a node that is reached. halts: for an arrow where the map stops."""

    heading: Heading
    none: Text
    asks: Annotated[Text, AfterValidator(Blanks("change"))]
    nothing: Text
    worked_out: Text
    lines: Annotated[dict[Effect, EffectWords], AfterValidator(every(Effect))]
    weakest: Annotated[Text, AfterValidator(Blanks("step"))]
    stops: Text
    halts: Annotated[dict[Halt, Text], AfterValidator(every(Halt))]


class AskWords(Model):
    """The words around the question that a part of the map brings up."""

    action: Text
    asked: Text
    see: Text


class TableWords(Model):
    """The words of the map as tables."""

    open: Heading
    arrows: Text
    nodes: Text
    arrow: Text
    sign: Text
    claim: Text
    node: Text
    zone: Text
    says: Text


class PaperMapWords(Model):
    """The words around the map as a file. file: its name without the ending."""

    heading: Heading
    lead: Text
    pdf: Text
    svg: Text
    file: Id
    foot: Annotated[Text, AfterValidator(Blanks("product", "date"))]


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
    sureness: Annotated[dict[Certainty, Text], AfterValidator(every(Certainty))]
    leads_to: Annotated[Text, AfterValidator(Blanks("node"))]
    far_in: Annotated[Text, AfterValidator(Blanks("count"))]
    far_in_one: Text
    legend_lines: Text
    legend_marks: Text
    legend_pills: Text
    filter_heading: Text
    filters: Annotated[dict[FilterId, Text], AfterValidator(every(FilterId))]
    filter_result: Annotated[Text, AfterValidator(Blanks("shown", "count"))]
    what_if: WhatIfWords
    ask: AskWords
    key: Text
    choose: Text
    clear: Text
    chosen: Text
    starts_at: Text
    leads_on_to: Text
    rests_on: Annotated[Text, AfterValidator(Blanks("statement"))]
    acts_on_it: Text
    it_acts_on: Text
    nothing: Text
    new_tab: Text
    list_heading: Heading
    list_lead: Text
    table: TableWords
    paper: PaperMapWords
    next_heading: Heading
    next_text: Text
    next_action: Text


class Change(Model):
    """A change to try out on the map: more of one node. says: what is known of it in MS, said before all else."""

    id: Id
    label: Text
    node: NodeId
    says: Passage


class PathwaysFile(Model):
    """data/en/pathways.yaml"""

    page: PathwaysWords
    zones: tuple[Zone, ...] = Field(min_length=1)
    nodes: tuple[Node, ...] = Field(min_length=1)
    arrows: tuple[Arrow, ...] = Field(min_length=1)
    changes: tuple[Change, ...] = Field(min_length=1)

    @property
    def node_by_id(self) -> dict[str, Node]:
        """Every node by its id."""
        return {node.id: node for node in self.nodes}

    @property
    def arrow_by_id(self) -> dict[str, Arrow]:
        """Every arrow by its id."""
        return {arrow.id: arrow for arrow in self.arrows}


class Step(Model):
    """A step of a story: what it says, and the nodes and arrows it lights meanwhile."""

    lights: tuple[PartId, ...] = Field(min_length=1)
    says: Passage


class Story(Model):
    """A guided walk over the map."""

    id: Id
    title: Text
    steps: tuple[Step, ...] = Field(min_length=4, max_length=7)


class StoriesWords(Model):
    """The words around the stories."""

    heading: Heading
    lead: Text
    place: Annotated[Text, AfterValidator(Blanks("number", "count", "title"))]
    previous: Text
    next: Text
    end: Text
    print: Text
    how_sure: Text
    back_to_map: Text
    unknown: Text


class StoriesFile(Model):
    """data/en/stories.yaml"""

    page: StoriesWords
    stories: tuple[Story, ...] = Field(min_length=1)
