"""Turns what is wrong with the content into lines a person can act on: file: place: what is wrong: what to do."""

import reprlib
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

REMEDIES: dict[str, tuple[str, str]] = {
    "missing": ("{field} is missing", "add it"),
    "extra_forbidden": ("{field} is not a field the guide knows", "correct its spelling or take it out"),
    "invalid_key": ("the name of a field is not text", "correct it, or take the field out"),
    "string_too_short": ("{field} is empty", "write it"),
    "string_too_long": ("{field} is longer than {max_length} characters", "shorten it"),
    "string_type": ("{field} is {input}, not text", "write text, in quotes if it is a number, a date or yes or no"),
    "bool_type": ("{field} is {input}, not true or false", "write true or false, without quotes"),
    "model_type": ("{field} is {input}, not a set of fields", "write its fields, each as name: value"),
    "tuple_type": ("{field} is {input}, not a list", "write a list, each entry after a hyphen"),
    "dict_type": ("{field} is {input}, not a table", "write a table, each entry as id: words"),
    "literal_error": ("{field} is {input}", "choose one of {expected}"),
    "unknown_id": ("no {kind} has the id {value}", "correct the id, or add the {kind}"),
    "no_verified_source": ("none of its sources is verified", "name a source whose custom.verified is true"),
    "why_high": (
        "high certainty and the reason for it do not stand together",
        "write why_high for high certainty, and for no other",
    ),
    "one_fits": ("not just one option fits best", "write fits: true on one option, and on no other"),
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
    "scale_skip": ("an answer of the scale is called skip, which means no answer", "give it another id"),
    "no_short": ("an answer of the scale has no short form", "write short, in at most 5 signs"),
    "no_tiny_step": (
        "{habit} has no tiny step that is free of cautions",
        "write tiny: true on one of its steps with nothing in avoid_if",
    ),
    "too_short": ("{field} has too few entries", "add at least {min_length}"),
    "too_long": ("{field} has more than {max_length} entries", "take some out or split it"),
}
"""For each kind of validation error: what is wrong and what to do, in words."""

SHOWN = reprlib.Repr()
"""Shows a value from a file in a line: shortened, however long or deep it is."""
SHOWN.maxstring = SHOWN.maxother = 60


KEY = "[key]"
"""What pydantic puts last in the place of a mistake that is in a key itself, not in what stands under it."""

NO_NAME = "a field with no name"


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in the content."""

    file: str
    place: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        line = f"data/{self.file}: {self.place}: {self.wrong}: {self.remedy}"
        return " ".join(line.split())


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
        in_list = isinstance(current, list)
        try:
            current = current[step]
        except (KeyError, IndexError, TypeError):
            current = None
        if in_list and isinstance(step, int):
            label = current.get("id") if isinstance(current, dict) else None
            parts.append(label if isinstance(label, str) and label.strip() else f"number {step + 1}")
        elif step != KEY:
            parts.append(str(step).strip() or NO_NAME)
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
        facts.update(field=_field(loc), input=SHOWN.repr(detail["input"]))
        wrong, remedy = REMEDIES.get(detail["type"], ("{field} does not fit, " + _plain(detail["msg"]), "correct it"))
        found.append(Mistake(file, _place(raw, loc), wrong.format(**facts), remedy.format(**facts)))
    return found


def _field(loc: tuple[int | str, ...]) -> str:
    """Return what the mistake is in: a field by its name, the name of an entry, or an entry of a list."""
    last = loc[-1] if loc else None
    if last == KEY:
        return "its name"
    return (last.strip() or NO_NAME) if isinstance(last, str) else "it"


def _plain(message: str) -> str:
    """Return a validation message so that it can stand in the middle of a sentence and in str.format."""
    return (message[:1].lower() + message[1:]).replace("{", "{{").replace("}", "}}")
