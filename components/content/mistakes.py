"""Turns what is wrong with the content into lines a person can act on: file: place: what is wrong: what to do."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

REMEDIES: dict[str, tuple[str, str]] = {
    "missing": ("{field} is missing", "add it"),
    "extra_forbidden": ("{field} is not a field the guide knows", "correct its spelling or take it out"),
    "string_too_short": ("{field} is empty", "write it"),
    "string_too_long": ("{field} is longer than {max_length} characters", "shorten it"),
    "string_type": ("{field} is {input}, not text", "write text, in quotes if it is a number, a date or yes or no"),
    "literal_error": ("{field} is {input}", "choose one of {expected}"),
    "unknown_id": ("no {kind} has the id {value}", "correct the id, or add the {kind}"),
    "no_verified_source": ("none of its sources is verified", "name a source whose custom.verified is true"),
    "no_claim": ("a sentence of science names no claim", "name the claim it stands on, or take the sentence out"),
    "no_word": ("there is no word for {missing}", "write one"),
    "blanks": ("the blanks do not fit", "use {wanted}, each at least once, and no other"),
    "no_address": ("a web page has no URL", "add its URL"),
    "not_seen": (
        "it is called verified, but seen_at is empty",
        "write where the record was seen, or set verified to false",
    ),
    "author_name": ("an author has no name", "give family, or literal for a group"),
    "claims_or_reason": ("it needs claims or an out_of_scope reason, and not both", "keep one of the two"),
    "red_flag_urgency": (
        "its group and its urgency do not fit",
        "a red_flag is emergency or same_day, and nothing else is",
    ),
    "scale_twice": ("two answers of the scale have the same id", "give each its own id"),
    "too_short": ("{field} has too few entries", "add at least {min_length}"),
    "too_long": ("{field} has more than {max_length} entries", "take some out or split it"),
}
"""For each kind of validation error: what is wrong and what to do, in words."""


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in the content."""

    file: str
    place: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"data/{self.file}: {self.place}: {self.wrong}: {self.remedy}"


class ContentError(Exception):
    """The content cannot be used. Carries every mistake found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))


def _place(raw: Any, loc: tuple[int | str, ...]) -> str:
    """Return where in a file an error is, naming list entries by their id where they have one."""
    parts: list[str] = []
    current = raw
    for step in loc:
        try:
            current = current[step]
        except (KeyError, IndexError, TypeError):
            current = None
        if isinstance(step, int):
            label = current.get("id") if isinstance(current, dict) else None
            parts.append(str(label) if label else f"number {step + 1}")
        else:
            parts.append(str(step))
    return ", ".join(parts) or "the whole file"


def mistakes_in(file: str, raw: Any, error: ValidationError) -> list[Mistake]:
    """Return a mistake for each validation error of one file. raw: the file as parsed from YAML."""
    found = []
    details = error.errors(include_url=False)
    for detail in details:
        loc = tuple(detail["loc"])
        inside = (tuple(other["loc"]) for other in details if len(other["loc"]) > len(loc))
        if detail["type"] == "too_short" and any(other[: len(loc)] == loc for other in inside):
            continue  # the entries are there; their own mistakes are named
        facts: dict[str, Any] = dict(detail.get("ctx") or {})
        field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "it")
        facts.update(field=field, input=repr(detail["input"]))
        wrong, remedy = REMEDIES.get(detail["type"], ("{field} does not fit, " + _plain(detail["msg"]), "correct it"))
        found.append(Mistake(file, _place(raw, loc), wrong.format(**facts), remedy.format(**facts)))
    return found


def _plain(message: str) -> str:
    """Return a validation message so that it can stand in the middle of a sentence and in str.format."""
    return (message[:1].lower() + message[1:]).replace("{", "{{").replace("}", "}}")
