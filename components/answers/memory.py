"""What the browser kept for a visit, and how it is brought back. No Streamlit."""

from typing import Any

from pydantic import ValidationError

from components.answers.model import MAX_DIETS, MAX_OWN_QUESTIONS, MAX_WEEKS, Answers

LONGEST = 400_000
"""Characters of the longest text taken from the browser: ten years of check-ins fit, and nothing larger is read."""

MOST = {"own_questions": MAX_OWN_QUESTIONS, "check_ins": MAX_WEEKS, "diets": MAX_DIETS}
"""The lists of the answers that have an end."""


def read(text: object) -> Answers | None:
    """Return the answers that a browser kept, or None for anything that is not sound. Raises nothing."""
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
        return None
    try:
        return Answers.model_validate_json(text)
    except ValidationError:
        return None


def together(kept: Answers, now: Answers) -> Answers:
    """Return what was kept with what was said since: where both say something, what was said since holds.

    Where both together are more than there is room for, what was kept goes first. Raises nothing.
    """
    merged = _merged(kept.model_dump(), now.model_dump(), Answers().model_dump())
    for name, most in MOST.items():
        merged[name] = merged[name][-most:]
    return Answers.model_validate(merged)


def _merged(kept: Any, now: Any, blank: Any) -> Any:
    if isinstance(now, dict) and isinstance(kept, dict):
        empty = blank if isinstance(blank, dict) else {}
        names = [*kept, *(name for name in now if name not in kept)]
        return {name: _merged(kept.get(name), now.get(name, empty.get(name)), empty.get(name)) for name in names}
    if isinstance(now, list) and isinstance(kept, list):
        days = {entry["day"] for entry in now if isinstance(entry, dict)}
        first = [entry for entry in kept if entry not in now and not (isinstance(entry, dict) and entry["day"] in days)]
        joined = first + now
        return sorted(joined, key=lambda entry: entry["day"]) if days else joined
    return kept if now == blank and kept is not None else now
