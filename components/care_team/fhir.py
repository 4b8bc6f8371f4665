"""The visit sheet for a health record, in FHIR R4: a form, what the person answered, and the same sheet as a PDF.

It names no patient: the person gives the file to the clinic, and only the clinic can say whose record it belongs to.
"""

import base64
import dataclasses
import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.care_team.fhir_questionnaire import Resource, canonical, questionnaire
from components.care_team.pdf import as_pdf
from components.care_team.summary import SheetQuestion, StepLines, Summary
from components.content.load import Content

FILES = uuid.UUID("dcc57aa6-cb62-4245-b475-d0035b66bc1f")
"""Where the resources of a file take their names from."""


@dataclass(frozen=True)
class Chosen:
    """An answer chosen from those of its item, by its code."""

    code: str


Said = Chosen | str | bool | int | None
"""One answer. Empty text and None: nothing was said."""


def response(content: Content, summary: Summary) -> Resource:
    """Return what the sheet says as a FHIR R4 QuestionnaireResponse (hl7.org/fhir/R4/questionnaireresponse.html).

    It holds what the summary holds and nothing else, in the order of the Questionnaire, which is that page's rule. It
    has no subject and no name; source says in words alone that the patient gave the answers.
    """
    form = questionnaire(content)
    return {
        "resourceType": "QuestionnaireResponse",
        "language": content.clinic.language,
        "questionnaire": canonical(form),
        "status": "completed",
        "authored": summary.date.isoformat(),
        "source": {"type": "Patient", "display": content.care_team.record.source},
        "item": _filled(form["item"], _said(summary)),
    }


def document_reference(content: Content, summary: Summary, pdf: bytes) -> Resource:
    """Return the sheet as a document to file, a FHIR R4 DocumentReference (hl7.org/fhir/R4/documentreference.html).

    pdf: the sheet without a name on it. Size and hash are those of the PDF itself, before base64; the hash is SHA-1
    because FHIR R4 says so (hl7.org/fhir/R4/datatypes.html#Attachment). It has no subject and no author.
    """
    words, language = content.care_team, content.clinic.language
    attachment = {
        "contentType": "application/pdf",
        "language": language,
        "data": base64.b64encode(pdf).decode(),
        "size": len(pdf),
        "hash": base64.b64encode(hashlib.sha1(pdf, usedforsecurity=False).digest()).decode(),
        "title": words.sheet.title,
        "creation": summary.date.isoformat(),
    }
    return {
        "resourceType": "DocumentReference",
        "language": language,
        "status": "current",
        "type": {"text": words.record.document_type},
        "content": [{"attachment": attachment}],
    }


def as_fhir(content: Content, summary: Summary) -> bytes:
    """Return the file for a health record: a FHIR R4 Bundle in UTF-8 JSON, the same bytes for the same sheet.

    Neither it nor the PDF in it holds the person's name. Raises what components.care_team.pdf.as_pdf raises.
    """
    pdf = as_pdf(content, dataclasses.replace(summary, name="")).data
    resources = (questionnaire(content), response(content, summary), document_reference(content, summary, pdf))
    entries = [{"fullUrl": _full_url(resource), "resource": resource} for resource in resources]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return (json.dumps(bundle, ensure_ascii=False, indent=2) + "\n").encode()


def _full_url(resource: Resource) -> str:
    """Return a name for a resource that no server holds yet, made from all it says (hl7.org/fhir/R4/bundle.html)."""
    return uuid.uuid5(FILES, json.dumps(resource, sort_keys=True)).urn


def _filled(items: Iterable[Resource], said: Mapping[str, Sequence[Said]]) -> list[Resource]:
    """Return the items of a form that were answered, with their answers; FHIR knows no empty item, list or text."""
    filled = []
    for item in items:
        answers = [_answer(item, one) for one in said.get(item["linkId"], ()) if one is not None and one != ""]
        inner = _filled(item["item"], said) if item["type"] == "group" else []
        if answers or inner:
            parts = {"answer": answers} if answers else {"item": inner}
            filled.append({"linkId": item["linkId"], "text": item["text"], **parts})
    return filled


def _answer(item: Resource, said: Said) -> Resource:
    if isinstance(said, Chosen):
        codings = (option["valueCoding"] for option in item["answerOption"])
        return {"valueCoding": next(coding for coding in codings if coding["code"] == said.code)}
    if isinstance(said, bool):  # before int: Python counts a bool as one
        return {"valueBoolean": said}
    return {"valueInteger": said} if isinstance(said, int) else {"valueString": said}


def _said(summary: Summary) -> dict[str, Sequence[Said]]:
    """Return the answers by the linkId of their items. A habit answer among the safety points is its habit's answer."""
    return {
        "with-whom": [_chosen(summary.with_whom)],
        "safety-state": [summary.safety_words],
        "safety-got-help": [summary.got_help or None],
        **{f"caution-{point.id}": [True] for point in summary.safety if point.source == "caution"},
        **{f"habit-{point.id}": [Chosen(point.answer)] for point in summary.safety if point.source == "habit"},
        "matters": [_chosen(name) or text for name, text in summary.matters],
        "top-questions": [_question(question) for question in summary.top_questions],
        "more-questions": [_question(question) for question in summary.more_questions],
        **{f"change-{change.id}": [change.said] for change in summary.changes},
        "takes": [summary.takes],
        "thinks-of": [summary.thinks_of],
        **{f"habit-{habit.id}": [Chosen(habit.answer_id)] for habit in summary.habits},
        **(_step(summary.step) if summary.step else {}),
        "understood": [summary.understood],
        "notes": [summary.notes],
        "left-out": [Chosen(part) for part in summary.left_out],
    }


def _chosen(code: str) -> Chosen | None:
    return Chosen(code) if code else None


def _question(question: SheetQuestion) -> Said:
    return question.text if question.id is None else Chosen(question.id)


def _step(step: StepLines) -> dict[str, Sequence[Said]]:
    return {
        "step-ask-first": [bool(step.ask_first) or None],
        "step-text": [step.text],
        "step-plan": [step.plan],
        "step-importance": [step.importance],
        "step-confidence": [step.confidence],
        "step-why-not-lower": [step.why_not_lower],
        "step-raise-it": [step.raise_it],
    }
