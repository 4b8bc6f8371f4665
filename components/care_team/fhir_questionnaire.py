"""The visit sheet as a FHIR R4 Questionnaire: everything it can hold, in the order of the sheet."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from components.content.fields import SheetPart
from components.content.habits import Habit
from components.content.load import Content

Resource = dict[str, Any]
"""A FHIR resource, or a part of one, as it stands in JSON."""

CODES = uuid.UUID("93ebabff-f5aa-41ed-a319-f9a4baab147b")
"""Where our code systems take their names from. We own no domain, so a name claims none; and our codes are our own:
no LOINC or SNOMED CT code means just what one of our questions or answers does."""

URL = "urn:uuid:8915d186-dff0-496d-af0b-8f3c35d999bd"
"""What the form is called in every version of it (Questionnaire.url)."""

MOST = 10
"""The end of the scales from 0 on which a person rates a step."""

HL7 = "http://hl7.org/fhir/StructureDefinition/"


def questionnaire(content: Content) -> Resource:
    """Return the form that a visit sheet answers, as a FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html).

    Its version is the day the content was checked and a fingerprint of the form, so that any other words or questions
    are another version. The words are those of the content; what the team and the person write by hand is not in it.
    """
    form: Resource = {
        "name": "VisitSheet",
        "title": content.care_team.sheet.title,
        "status": "active",
        "experimental": False,
        "subjectType": ["Patient"],
        "date": content.checked_on.isoformat(),
        "item": _items(content),
    }
    head = {"resourceType": "Questionnaire", "language": content.clinic.language, "url": URL}
    fingerprint = hashlib.sha256(json.dumps(head | form, sort_keys=True).encode()).hexdigest()[:8]
    return head | {"version": f"{content.checked_on.isoformat()}-{fingerprint}"} | form


def canonical(form: Resource) -> str:
    """Return how an answered form names this one: its url and version (hl7.org/fhir/R4/references.html#canonical)."""
    return f"{form['url']}|{form['version']}"


def coding(kind: str, code: str, display: str) -> Resource:
    """Return a code of our own with its words. kind: names the code system, in which a code means one thing.

    The system is an absolute URI (hl7.org/fhir/R4/datatypes.html#Coding): a UUID made from the kind, always the same.
    """
    return {"system": uuid.uuid5(CODES, kind).urn, "code": code, "display": display}


def _items(content: Content) -> list[Resource]:
    page, words, record = content.care_team.page, content.care_team.sheet, content.care_team.record
    roles, parts = content.questions_file.roles, {part: words.parts[part] for part in get_args(SheetPart)}
    questions = _options("question", {question.id: question.text for question in content.questions.values()})
    matters = {matter.id: matter.text for matter in content.matters.matters}
    return [
        _item("not-a-record", "display", words.not_a_record),
        _item("with-whom", "choice", page.with_heading, answerOption=_options("role", roles)),
        _group("safety", words.safety_heading, _safety(content)),
        _item("matters", "open-choice", words.matters_heading, repeats=True, answerOption=_options("matter", matters)),
        _item("top-questions", "open-choice", words.top_questions_heading, repeats=True, answerOption=questions),
        _item("more-questions", "open-choice", words.more_questions_heading, repeats=True, answerOption=questions),
        _group("changes", words.changes_heading, _changes(content)),
        _group(
            "products",
            words.takes_heading,
            [_item("takes", "text", page.takes_label), _item("thinks-of", "text", page.thinks_of_label)],
        ),
        _group("habits", words.habits_heading, _habits(content)),
        _group("step", words.step_heading, _step(content)),
        _item("understood", "text", words.understood_heading),
        _item("notes", "text", words.notes_heading),
        _item("left-out", "choice", record.left_out, repeats=True, answerOption=_options("part", parts)),
    ]


def _item(link_id: str, kind: str, text: str, **more: Any) -> Resource:
    return {"linkId": link_id, "text": text, "type": kind, **more}


def _group(link_id: str, text: str, items: Iterable[Resource]) -> Resource:
    return _item(link_id, "group", text, item=list(items))


def _options(kind: str, words: Mapping[str, str]) -> list[Resource]:
    """Return answers to choose from.

    They stand in the item itself: forms read that everywhere, and a contained ValueSet only where it holds an expansion
    as well, so it would not be shorter.
    """
    return [{"valueCoding": coding(kind, code, display)} for code, display in words.items()]


def _shown_if(any_of: Iterable[Resource]) -> Resource:
    """Return the condition of an item: one of these answers was given (hl7.org/fhir/R4/questionnaire.html, que-12)."""
    when = list(any_of)
    return {"enableWhen": when} | ({"enableBehavior": "any"} if len(when) > 1 else {})


def _yes_to(caution_id: str) -> Resource:
    return {"question": f"caution-{caution_id}", "operator": "=", "answerBoolean": True}


def _safety(content: Content) -> list[Resource]:
    """Return how the safety questions were met, what must not wait, and each question with what to ask the team."""
    words, cautions = content.care_team.sheet, content.cautions.values()
    urgent = _shown_if(_yes_to(caution.id) for caution in cautions if caution.red_flag)
    asked = [
        _item(
            f"caution-{caution.id}",
            "boolean",
            caution.ask,
            code=[coding("caution", caution.id, caution.ask)],
            item=[
                _item(
                    f"ask-caution-{caution.id}",
                    "display",
                    f"{content.frame.urgency[caution.urgency]}. {words.ask} {caution.question_for_team}",
                    **_shown_if([_yes_to(caution.id)]),
                )
            ],
        )
        for caution in cautions
    ]
    state = _item("safety-state", "string", content.care_team.record.safety_state)
    ticks = _item("safety-ticks", "display", content.care_team.record.safety_ticks)
    warned = _item("safety-urgent", "display", words.urgent, **urgent)
    return [state, ticks, warned, _item("safety-got-help", "boolean", words.got_help), *asked]


def _changes(content: Content) -> list[Resource]:
    return [
        _item(f"change-{change.id}", "string", change.prompt, code=[coding("change", change.id, change.label)])
        for change in content.changes.changes
    ]


def _habits(content: Content) -> list[Resource]:
    lead = _item("habits-lead", "display", content.care_team.sheet.habits_lead)
    return [lead, *(_habit(content, habit) for habit in content.habits.values())]


def _habit(content: Content, habit: Habit) -> Resource:
    """Return a habit with its scale. Each scale is a code system of its own: "none" is not the same on all of them."""
    words, link_id = content.care_team.sheet, f"habit-{habit.id}"
    options = _options(link_id, {option.id: option.text for option in habit.scale})
    code = [coding("habit", habit.id, habit.label)]
    item = _item(link_id, "choice", habit.question, code=code, answerOption=options)
    revealing = [option["valueCoding"] for option in options if option["valueCoding"]["code"] in habit.reveals]
    if revealing:
        when = _shown_if({"question": link_id, "operator": "=", "answerCoding": answer} for answer in revealing)
        item["item"] = [_item(f"ask-{link_id}", "display", f"{words.ask} {words.reveal_question}", **when)]
    return item


def _step(content: Content) -> list[Resource]:
    words, page = content.care_team.sheet, content.steps_file.page
    return [
        _item("step-ask-first", "boolean", words.step_ask_first),
        _item("step-text", "string", page.step),
        _item("step-plan", "string", page.plan_heading),
        _rating("step-importance", f"{page.importance} {page.importance_ends}"),
        _rating("step-confidence", f"{page.confidence} {page.confidence_ends}"),
        _item("step-why-not-lower", "string", page.why_not_lower),
        _item("step-raise-it", "string", page.raise_it),
    ]


def _rating(link_id: str, text: str) -> Resource:
    """Return a whole number from 0 to MOST (hl7.org/fhir/R4/extension-minvalue.html and -maxvalue.html)."""
    ends = [{"url": f"{HL7}minValue", "valueInteger": 0}, {"url": f"{HL7}maxValue", "valueInteger": MOST}]
    return _item(link_id, "integer", text, extension=ends)
