"""Promises of the file for a health record: valid FHIR R4, the same facts as the sheet, and no word on who it is."""

import base64
import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any, get_args

import pikepdf
import pypdf
import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.documentreference import DocumentReference
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given

from components.answers.model import MAX_LINE_LENGTH, OWN_STEP, Answers, OwnQuestion, Plan
from components.care_team.fhir import as_fhir, document_reference, response
from components.care_team.fhir_questionnaire import Resource, canonical, questionnaire
from components.care_team.pdf import as_pdf
from components.content.fields import SheetPart
from components.content.load import Content
from tests.care_team.fhir_reading import (
    IDENTITY,
    NAME,
    PDF,
    SCRIPTS,
    answered,
    check_fits,
    facts_in,
    facts_of,
    full_answers,
    summary_of,
    values,
)
from tests.care_team.visits import ANYONE
from tests.conftest import TODAY


@given(ANYONE)
def test_any_answers_give_a_valid_form_that_says_what_the_sheet_says(content: Content, answers: Answers) -> None:
    made = answered(content, answers)
    form = questionnaire(content)
    QuestionnaireResponse.model_validate(made)
    check_fits(form["item"], made["item"])
    assert made["questionnaire"] == f"{form['url']}|{form['version']}"
    assert facts_of(content, made) == facts_in(content, summary_of(content, answers))


@pytest.mark.parametrize("warning", [False, True])
def test_everything_answered_gives_a_valid_form_that_says_what_the_sheet_says(content: Content, warning: bool) -> None:
    answers = full_answers(content, warning=warning)
    made, summary = answered(content, answers), summary_of(content, answers)
    QuestionnaireResponse.model_validate(made)
    check_fits(questionnaire(content)["item"], made["item"])
    facts = facts_of(content, made)
    assert facts == facts_in(content, summary)
    empty = {name for name, fact in facts.items() if not fact}
    assert empty == ({"left_out"} if warning else {"got_help", "left_out"})


def test_nothing_answered_gives_a_valid_form_that_says_so(content: Content) -> None:
    made = answered(content, Answers())
    QuestionnaireResponse.model_validate(made)
    assert values(made) == {"safety-state": [content.care_team.sheet.safety_not_answered]}
    assert (made["status"], made["authored"]) == ("completed", TODAY.isoformat())


@pytest.mark.parametrize("part", get_args(SheetPart))
def test_what_is_left_out_of_the_sheet_is_not_in_it(content: Content, part: SheetPart) -> None:
    answers = full_answers(content)
    answers.left_out = [part]
    said = values(answered(content, answers))
    of_part = {"safety": ("safety-", "caution-", "step-ask-first"), "habits": ("habit-",), "step": ("step-",)}[part]
    assert any(name.startswith(of_part) for name in values(answered(content, full_answers(content))))
    assert not any(name.startswith(of_part) for name in said)
    assert said["left-out"] == [(part, content.care_team.sheet.parts[part])]


@pytest.mark.parametrize("script", SCRIPTS)
def test_typed_words_come_through_in_any_script(content: Content, script: str) -> None:
    habit = next(iter(content.habits))
    answers = Answers(
        own_matter=script, questions=[OwnQuestion(own=script)], changes={content.changes.changes[0].id: script},
        takes=script, thinks_of=script, understood=script, notes=f"{script}\n{script}",
        plan=Plan(
            habit=habit, step=OWN_STEP, own=script, when=script, will=script,
            confidence=5, why_not_lower=script, raise_it=script,
        ),
    )  # fmt: skip
    made = response(content, summary_of(content, answers))
    said = values(made)
    typed = ["matters", "top-questions", f"change-{content.changes.changes[0].id}", "takes", "thinks-of", "understood"]
    typed += ["step-text", "step-why-not-lower", "step-raise-it"]
    assert [said[name] for name in typed] == [[script]] * len(typed)
    assert said["notes"] == [f"{script}\n{script}"]
    assert script in said["step-plan"][0]


def test_the_longest_typed_words_come_through_whole(content: Content) -> None:
    note = "\U0001f9e0" * MAX_LINE_LENGTH
    change = content.changes.changes[0].id
    assert values(answered(content, Answers(changes={change: note})))[f"change-{change}"] == [note]


# Promises of the document and of the file.


def test_the_document_is_valid_and_holds_the_pdf_as_it_is(content: Content) -> None:
    made = document_reference(content, summary_of(content, Answers()), PDF)
    DocumentReference.model_validate(made)
    attachment = made["content"][0]["attachment"]
    assert base64.b64decode(attachment["data"], validate=True) == PDF
    assert attachment["size"] == len(PDF)
    assert base64.b64decode(attachment["hash"]) == hashlib.sha1(PDF, usedforsecurity=False).digest()
    assert (made["status"], attachment["contentType"]) == ("current", "application/pdf")
    assert attachment["creation"] == TODAY.isoformat()


@pytest.fixture(scope="module")
def bundle(content: Content) -> bytes:
    """The file made from answers to everything, with a name."""
    return as_fhir(content, summary_of(content, full_answers(content)))


def resources(made: bytes) -> list[Resource]:
    """Return the resources of a file."""
    return [entry["resource"] for entry in json.loads(made)["entry"]]


def pdf_in(made: bytes) -> bytes:
    """Return the PDF of a file."""
    return base64.b64decode(resources(made)[2]["content"][0]["attachment"]["data"], validate=True)


def told_by(pdf: bytes) -> str:
    """Return all words of a PDF: on its pages, and of what it says about itself."""
    read = pypdf.PdfReader(io.BytesIO(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        parts = [part.read_bytes() if isinstance(part, pikepdf.Stream) else part.unparse() for part in opened.objects]
    inside = (part.decode("utf-8", "replace") for part in parts)
    return " ".join((str(read.metadata), *inside, *(page.extract_text() for page in read.pages)))


def test_the_file_is_a_valid_bundle_of_form_answers_and_document(content: Content, bundle: bytes) -> None:
    read = json.loads(bundle)
    Bundle.model_validate(read)
    form, made, document = resources(bundle)
    assert [part["resourceType"] for part in (read, form, made, document)] == [
        "Bundle", "Questionnaire", "QuestionnaireResponse", "DocumentReference",
    ]  # fmt: skip
    assert read["type"] == "collection"
    names = [entry["fullUrl"] for entry in read["entry"]]
    assert len(set(names)) == 3
    assert all(name.startswith("urn:uuid:") for name in names)
    assert made["questionnaire"] == canonical(form)
    assert made == response(content, summary_of(content, full_answers(content)))


def test_the_file_is_utf_8_that_a_person_can_read(bundle: bytes) -> None:
    assert SCRIPTS[0] in bundle.decode()
    assert bundle.endswith(b"\n}\n")


def test_the_same_sheet_gives_the_same_file_and_another_sheet_other_names(content: Content, bundle: bytes) -> None:
    assert as_fhir(content, summary_of(content, full_answers(content))) == bundle
    empty = as_fhir(content, summary_of(content, Answers()))
    names = [{entry["fullUrl"] for entry in json.loads(made)["entry"]} for made in (bundle, empty)]
    form = json.loads(bundle)["entry"][0]["fullUrl"]
    assert names[0] & names[1] == {form}


def test_the_pdf_in_the_file_is_the_sheet(content: Content, bundle: bytes) -> None:
    pdf = pdf_in(bundle)
    attachment = resources(bundle)[2]["content"][0]["attachment"]
    assert pdf.startswith(b"%PDF")
    assert attachment["size"] == len(pdf)
    assert base64.b64decode(attachment["hash"]) == hashlib.sha1(pdf, usedforsecurity=False).digest()
    assert content.care_team.sheet.safety_heading in told_by(pdf)


def test_the_name_is_nowhere_in_the_file_nor_in_its_pdf(content: Content, bundle: bytes) -> None:
    summary = summary_of(content, full_answers(content))
    with_name = told_by(as_pdf(content, summary).data)
    for name in NAME.split():
        assert name in with_name
        assert name not in bundle.decode()
        assert name not in told_by(pdf_in(bundle))


def keys(part: Any) -> Iterator[str]:
    """Yield the name of every element inside a part of a resource."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from keys(value)
    elif isinstance(part, list):
        for entry in part:
            yield from keys(entry)


def test_nothing_in_the_file_says_whose_it_is(content: Content, bundle: bytes) -> None:
    assert not IDENTITY & set(keys(json.loads(bundle)))
    assert resources(bundle)[1]["source"] == {"type": "Patient", "display": content.care_team.record.source}
