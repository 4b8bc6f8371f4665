"""The building blocks of the content models: ids, texts, enumerations and the passage."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

Certainty = Literal["high", "moderate", "low", "very_low"]
Verdict = Literal["well_established", "promising", "mixed", "unproven", "contradicted"]
Population = Literal["ms_trial", "ms_observational", "people_without_ms", "animals", "lab"]
WITH_MS: frozenset[Population] = frozenset({"ms_trial", "ms_observational"})
"""People with MS, in a trial or watched."""

SourceRole = Literal["supports", "contradicts", "context"]
SheetPart = Literal["safety", "habits", "step"]
"""A part of the visit sheet that comes from another page and that the person may leave out."""

Paper = Literal["us-letter", "a4"]

Urgency = Literal["emergency", "same_day", "before_change", "routine"]
CautionGroup = Literal["red_flag", "swallow_gut", "immune", "medicines", "body", "supplements"]
ClaimTopic = Literal["basics", "bacteria", "immune", "barriers", "nerves", "food", "supplements", "procedures", "care"]
Outcome = Literal["real", "altered", "not_found"]
"""What came of looking for a reference that an article lists."""

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=KEBAB)]
"""The id of an entry, where the entry itself stands: lower case words joined by hyphens."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words a person reads. Never empty."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


KnownIds = Mapping[str, frozenset[str] | None]
"""The validation context: the ids of each kind, or None where the list that defines them cannot be read."""


class Model(BaseModel):
    """A part of the content: read once, never changed, with no field the app does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    """Return a check that an id exists. It passes where nobody can say: the list of this kind has its own mistake."""

    def check(value: str, info: ValidationInfo) -> str:
        context: KnownIds | None = info.context
        known = context[kind] if context is not None else None
        if known is not None and value not in known:
            raise PydanticCustomError(
                "unknown_id", "no {kind} has the id {value}", {"kind": kind.replace("_", " "), "value": value}
            )
        return value

    return check


ReferenceId = Annotated[str, AfterValidator(_known("reference"))]
ClaimId = Annotated[str, AfterValidator(_known("claim"))]
CautionId = Annotated[str, AfterValidator(_known("caution"))]
HabitId = Annotated[str, AfterValidator(_known("habit"))]
CautionTarget = Annotated[str, AfterValidator(_known("habit_or_product"))]
HabitGroupId = Annotated[str, AfterValidator(_known("habit_group"))]
QuestionId = Annotated[str, AfterValidator(_known("question"))]
TopicId = Annotated[str, AfterValidator(_known("question_topic"))]
RoleId = Annotated[str, AfterValidator(_known("role"))]
MatterId = Annotated[str, AfterValidator(_known("matter"))]
ChangeId = Annotated[str, AfterValidator(_known("change"))]
StepId = Annotated[str, AfterValidator(_known("step"))]
FitId = Annotated[str, AfterValidator(_known("fit"))]
ArticleId = Annotated[str, AfterValidator(_known("article"))]
ZoneId = Annotated[str, AfterValidator(_known("zone"))]
ArrowId = Annotated[str, AfterValidator(_known("arrow"))]
NodeId = Annotated[str, AfterValidator(_known("node"))]
PartId = Annotated[str, AfterValidator(_known("map_part"))]
"""The id of a node or of an arrow."""


class Blanks:
    """Marks a text whose {blanks} the app fills in: exactly the named ones must stand in it."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def __call__(self, value: str) -> str:
        """Return the text when its blanks are the named ones. Raises a validation error when they are not."""
        try:
            blanks = [blank for blank in Formatter().parse(value) if blank[1] is not None]
        except ValueError:
            blanks = [(value, "{", None, None)]
        plain = not any(spec or conversion for _, _, spec, conversion in blanks)
        if not plain or {name for _, name, _, _ in blanks} != self.names:
            wanted = ", ".join("{" + name + "}" for name in sorted(self.names))
            raise PydanticCustomError("blanks", "the text must hold just these blanks: {wanted}", {"wanted": wanted})
        return value


def every(choices: object) -> Callable[[dict[Any, Any]], dict[Any, Any]]:
    """Return a check that a table has an entry for every value of an enumeration."""

    def check(table: dict[Any, Any]) -> dict[Any, Any]:
        missing = [choice for choice in get_args(choices) if choice not in table]
        if missing:
            raise PydanticCustomError("no_word", "there is no word for: {missing}", {"missing": ", ".join(missing)})
        return table

    return check


def _not_empty(ids: tuple[str, ...]) -> tuple[str, ...]:
    if not ids:
        raise PydanticCustomError("no_claim", "a sentence of science names no claim", {})
    return ids


class Passage(Model):
    """One paragraph of science and the claims that carry every statement in it."""

    text: Text
    claims: Annotated[tuple[ClaimId, ...], AfterValidator(_not_empty)]
