"""What the browser kept for a visit, and how it is brought back. No Streamlit."""

from datetime import date
from typing import Any

from pydantic import ValidationError

from components.answers.model import MAX_DIETS, MAX_MATTERS, MAX_OWN_QUESTIONS, MAX_WEEKS, Answers, CheckIn

LONGEST = 1_000_000
"""Characters of the longest text taken from the browser: ten years of full check-ins fit."""

MOST = {"check_ins": MAX_WEEKS, "diets": MAX_DIETS, "matters": MAX_MATTERS}
"""The lists of the answers that have an end."""


def read(text: object) -> Answers | None:
    """Return the answers that a browser kept, or None for anything that is not sound. Raises nothing.

    A field that is not known is passed over: another version of the guide may have written it.
    """
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
        return None
    try:
        return Answers.model_validate_json(text, extra="ignore")
    except ValidationError:
        return None


def together(kept: Answers, now: Answers) -> Answers:
    """Return what was kept with what was said since: where both say something, what was said since holds.

    A plan is taken whole: half of one step and half of another would be nobody's. Where both together are more than
    there is room for, what was kept goes first. Raises nothing.
    """
    blank = Answers().model_dump()
    before, since = kept.model_dump(), now.model_dump()
    merged = {name: _merged(before[name], since[name], blank[name]) for name in blank}
    merged["plan"] = since["plan"] if since["plan"] != blank["plan"] else before["plan"]
    merged["check_ins"] = _by_day(before["check_ins"], since["check_ins"])
    for name, most in MOST.items():
        merged[name] = merged[name][-most:]
    merged["questions"] = _with_room_for_own(_in_kept_order(before["questions"], since["questions"]))
    return Answers.model_validate(merged)


def _merged(kept: Any, now: Any, blank: Any) -> Any:
    if isinstance(now, dict):
        return {**kept, **now}
    if isinstance(now, list):
        return [*(entry for entry in kept if entry not in now), *now]
    return kept if now == blank else now


def _in_kept_order(kept: list[Any], now: list[Any]) -> list[Any]:
    """Return the questions in the order the person gave them, then new ones: a page that meets a new server tells it
    what is ticked in the order of the page.
    """
    return [*kept, *(question for question in now if question not in kept)]


def _with_room_for_own(questions: list[Any]) -> list[Any]:
    """Return questions with no more typed ones than there is room for; what was kept goes first."""
    typed = [question for question in questions if isinstance(question, dict)]
    too_many = typed[: max(0, len(typed) - MAX_OWN_QUESTIONS)]
    return [question for question in questions if question not in too_many]


def _by_day(kept: list[dict[str, Any]], now: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the check-ins of both; of one day, each thing noted since holds, and the rest as it was kept."""
    blank = CheckIn(day=date.min).model_dump()
    days = {entry["day"]: entry for entry in kept}
    for entry in now:
        before = days.get(entry["day"], entry)
        days[entry["day"]] = {name: _merged(before[name], entry[name], blank[name]) for name in entry}
    return list(days.values())
