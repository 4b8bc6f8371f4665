"""Reads the file for a health record back, in the words of the Summary, and checks what no schema checks."""

import json
from collections.abc import Iterator
from typing import Any

from components.answers.model import Answers, OwnQuestion, Plan
from components.care_team.fhir import response
from components.care_team.fhir_questionnaire import Resource
from components.care_team.summary import Summary, build_summary
from components.content.load import Content
from tests.conftest import TODAY

SCRIPTS = (
    "\u0627\u0644\u0646\u0648\u0645",
    "\u6211\u7684\u95ee\u9898",
    "\U0001f9e0\ufe0f",
    "\u0e19\u0e49\u0e33",
)
"""Arabic, Chinese, a picture, and Thai with marks over marks."""

NAME = "Zephyrine Quillfeather"
PDF = b"%PDF-1.7 a stand-in for the sheet"
IDENTITY = {"subject", "patient", "author", "authenticator", "custodian", "identifier", "encounter", "performer"}
"""The elements of FHIR that would say who it is about, or who made it."""

ANSWER_OF = {
    "boolean": "valueBoolean",
    "integer": "valueInteger",
    "string": "valueString",
    "text": "valueString",
    "choice": "valueCoding",
}
"""The type of an item and the element its answer stands in (hl7.org/fhir/R4/questionnaireresponse.html)."""


def full_answers(content: Content, *, warning: bool = False) -> Answers:
    """Return answers to everything, with typed words in many scripts. warning: with signs for which help was got."""
    plain = [caution.id for caution in content.cautions.values() if caution.red_flag == warning]
    step = next(step for step in content.steps.values() if not step.avoid_if and not step.only_if)
    bank, matters, changes = list(content.questions), content.matters.matters, content.changes.changes
    return Answers(
        cautions=dict.fromkeys(plain[:4], True) | {plain[4]: False},
        seen_to=plain[:4],
        habits={habit.id: (*habit.reveals, habit.scale[0].id)[0] for habit in content.habits.values()},
        with_whom=list(content.questions_file.roles)[1],
        matters=[matters[3].id, matters[0].id],
        own_matter=f"My sleep {SCRIPTS[0]}",
        questions=[bank[9], OwnQuestion(own=f"Mine: {SCRIPTS[1]}?"), bank[2], bank[40], OwnQuestion(own="Why <b>?")],
        changes={changes[4].id: f"since May {SCRIPTS[3]}", changes[1].id: ""},
        takes=f"Vitamin D\nIron {SCRIPTS[2]}",
        thinks_of="Inulin",
        understood=f'It is "early" & {SCRIPTS[0]}',
        notes=f"One\n\nTwo {SCRIPTS[2]}",
        name=NAME,
        left_out=[],
        plan=Plan(
            habit=step.habit, step=step.id, when=step.when, will=step.will,
            importance=0, confidence=6, why_not_lower="I like it", raise_it=f"Help {SCRIPTS[1]}",
        ),
    )  # fmt: skip


def summary_of(content: Content, answers: Answers) -> Summary:
    """Return the sheet's model of some answers."""
    return build_summary(content, answers, TODAY)


def answered(content: Content, answers: Answers) -> Resource:
    """Return the answered form of some answers, as a reader of the file gets it."""
    made: Resource = json.loads(json.dumps(response(content, summary_of(content, answers))))
    return made


# Reading back: what the answered form says, in the words of the Summary.


def every_item(items: list[Resource]) -> Iterator[Resource]:
    """Yield items and the items inside them, in their order."""
    for item in items:
        yield item
        yield from every_item(item.get("item", []))


def values(made: Resource) -> dict[str, list[Any]]:
    """Return the answers of an answered form by linkId: a coding as its code and words, all else as it is."""

    def value(answer: Resource) -> Any:
        [(kind, said)] = answer.items()
        return (said["code"], said["display"]) if kind == "valueCoding" else said

    return {
        item["linkId"]: [value(answer) for answer in item["answer"]]
        for item in every_item(made["item"])
        if "answer" in item
    }


def facts_of(content: Content, made: Resource) -> dict[str, Any]:
    """Return the facts an answered form holds."""
    said = values(made)

    def one(link_id: str) -> Any:
        [value] = said.get(link_id, [None])
        return value

    def under(prefix: str) -> list[tuple[str, Any]]:
        return [(name.removeprefix(prefix), one(name)) for name in said if name.startswith(prefix)]

    def pairs(link_id: str) -> list[tuple[str, str]]:
        return [value if isinstance(value, tuple) else ("", value) for value in said.get(link_id, [])]

    left_out = pairs("left-out")
    kept_safety = "safety" not in [part for part, _ in left_out]
    habits = [(habit, *answer) for habit, answer in under("habit-")]
    revealing = [habit for habit in habits if kept_safety and habit[1] in content.habits[habit[0]].reveals]
    return {
        "date": made["authored"],
        "with_whom": one("with-whom") and one("with-whom")[0],
        "safety_words": one("safety-state"),
        "got_help": one("safety-got-help") is True,
        "cautions": under("caution-"),
        "revealing": revealing,
        "matters": pairs("matters"),
        "top": pairs("top-questions"),
        "more": pairs("more-questions"),
        "changes": under("change-"),
        "takes": one("takes"),
        "thinks_of": one("thinks-of"),
        "habits": [habit for habit in habits if habit not in revealing],
        "step": dict(under("step-")),
        "understood": one("understood"),
        "notes": one("notes"),
        "left_out": left_out,
    }


def facts_in(content: Content, summary: Summary) -> dict[str, Any]:
    """Return the same facts as the Summary holds them. Safety points stand in the order of the questions asked."""
    words, step = content.care_team.sheet, summary.step
    cautions = {point.id for point in summary.safety if point.source == "caution"}
    revealing = {point.id: (point.answer, point.said) for point in summary.safety if point.source == "habit"}
    said_of_step = {
        "ask-first": bool(step.ask_first), "text": step.text, "plan": step.plan, "importance": step.importance,
        "confidence": step.confidence, "why-not-lower": step.why_not_lower, "raise-it": step.raise_it,
    } if step else {}  # fmt: skip
    return {
        "date": summary.date.isoformat(),
        "with_whom": summary.with_whom or None,
        "safety_words": summary.safety_words or None,
        "got_help": f"{content.care_team.sheet.urgent} {content.care_team.sheet.got_help}" == summary.urgent_words,
        "cautions": [(name, True) for name in content.cautions if name in cautions],
        "revealing": [(name, *revealing[name]) for name in content.habits if name in revealing],
        "matters": list(summary.matters),
        "top": [(question.id or "", question.text) for question in summary.top_questions],
        "more": [(question.id or "", question.text) for question in summary.more_questions],
        "changes": [(change.id, change.said) for change in summary.changes],
        "takes": summary.takes or None,
        "thinks_of": summary.thinks_of or None,
        "habits": [(habit.id, habit.answer_id, habit.answer) for habit in summary.habits],
        "step": {
            name: said for name, said in said_of_step.items() if said is not None and said is not False and said != ""
        },
        "understood": summary.understood or None,
        "notes": summary.notes or None,
        "left_out": [(part, words.parts[part]) for part in summary.left_out],
    }


# Whether an answered form fits its form: what no schema checks.


def check_fits(items: list[Resource], filled: list[Resource]) -> None:
    """Check that answered items stand in the form, nested and in order as there, with answers it allows."""
    asked = {item["linkId"]: item for item in items}
    places = [list(asked).index(item["linkId"]) for item in filled]
    assert places == sorted(set(places))
    for item in filled:
        question = asked[item["linkId"]]
        assert item["text"] == question["text"]
        assert question["type"] != "display"
        if question["type"] == "group":
            assert item.keys() == {"linkId", "text", "item"}
            check_fits(question["item"], item["item"])
        else:
            assert item.keys() == {"linkId", "text", "answer"}
            assert len(item["answer"]) == 1 or (item["answer"] and question.get("repeats"))
            for answer in item["answer"]:
                check_answer(question, answer)


def check_answer(question: Resource, answer: Resource) -> None:
    """Check that an answer has the type of its question and stands among the answers to choose from, or in range."""
    [(kind, value)] = answer.items()
    if question["type"] == "open-choice":
        assert kind in ("valueCoding", "valueString")
    else:
        assert kind == ANSWER_OF[question["type"]]
    if kind == "valueCoding":
        assert {"valueCoding": value} in question["answerOption"]
    if kind == "valueString":
        # R4: never empty, and no control characters but line ends (hl7.org/fhir/R4/datatypes.html#string).
        assert value.strip()
        assert not any(ord(char) < 32 and char != "\n" for char in value)
    if kind == "valueInteger":
        least, most = (extension["valueInteger"] for extension in question["extension"])
        assert least <= value <= most
