"""Model of the Evidence page's own words and the ten checked references."""

from pydantic import Field

from components.content.evidence import CheckedReference
from components.content.fields import Model
from components.content.words import EvidenceWords


class EvidenceFile(Model):
    """data/en/evidence.yaml"""

    page: EvidenceWords
    checked_references: tuple[CheckedReference, ...] = Field(min_length=1)
