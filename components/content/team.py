"""Model of the page for the care team: what the sheet is, and how to use it in two minutes."""

from typing import Annotated

from pydantic import AfterValidator, Field

from components.content.fields import Blanks, Model, Text
from components.content.words import Heading


class TeamFile(Model):
    """data/en/team.yaml"""

    title: Heading
    lead: Text
    what_heading: Heading
    what: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    use_heading: Heading
    use: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    verdicts_heading: Heading
    verdicts_lead: Text
    claim_column: Text
    verdict_column: Text
    certainty_column: Text
    evidence_heading: Heading
    evidence: Text
    checked: Annotated[Text, AfterValidator(Blanks("date"))]
    limits: Text
