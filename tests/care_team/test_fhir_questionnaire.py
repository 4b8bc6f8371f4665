"""Promises of the form for a health record: valid FHIR R4, all that the sheet can hold, in its order."""

import dataclasses
import datetime
from typing import Any, get_args

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire

from components.answers.model import Answers
from components.care_team.fhir_questionnaire import Resource, canonical, questionnaire
from components.care_team.sections import SectionId
from components.content.fields import SheetPart
from components.content.habits import Habit
from components.content.load import Content
from tests.care_team.fhir_reading import ANSWER_OF, answered, every_item


def test_the_form_is_valid_fhir(content: Content) -> None:
    Questionnaire.model_validate(questionnaire(content))


def test_the_form_keeps_the_rules_that_no_schema_holds(content: Content) -> None:
    form = questionnaire(content)
    assert form["status"] in ("draft", "active", "retired", "unknown")
    for item in every_item(form["item"]):
        kind, chosen_from = item["type"], "answerOption" in item
        assert kind in (*ANSWER_OF, "group", "display", "open-choice")
        assert ("item" in item) >= (kind == "group")  # que-1
        assert not (kind == "display" and item.keys() & {"item", "code", "repeats"})  # que-1, que-3, que-6
        assert chosen_from == (kind in ("choice", "open-choice"))  # que-5


def test_every_link_id_of_the_form_is_there_once(content: Content) -> None:
    ids = [item["linkId"] for item in every_item(questionnaire(content)["item"])]
    assert len(ids) == len(set(ids))


def test_the_form_asks_all_that_the_sheet_can_hold(content: Content) -> None:
    items = {item["linkId"]: item for item in every_item(questionnaire(content)["item"])}

    def codes(link_id: str) -> list[str]:
        return [option["valueCoding"]["code"] for option in items[link_id]["answerOption"]]

    def under(prefix: str) -> list[str]:
        return [name.removeprefix(prefix) for name in items if name.startswith(prefix)]

    assert under("caution-") == list(content.cautions)
    assert under("change-") == [change.id for change in content.changes.changes]
    assert under("habit-") == list(content.habits)
    for habit in content.habits.values():
        assert codes(f"habit-{habit.id}") == [option.id for option in habit.scale]
    assert codes("top-questions") == codes("more-questions") == list(content.questions)
    assert codes("matters") == [matter.id for matter in content.matters.matters]
    assert codes("with-whom") == list(content.questions_file.roles)
    assert codes("left-out") == list(get_args(SheetPart))


def test_the_form_has_the_order_of_the_sheet(content: Content) -> None:
    asked = [item["linkId"] for item in questionnaire(content)["item"]]
    # What was agreed is written by hand in the visit.
    on_sheet = ["products" if name == "takes" else name for name in get_args(SectionId) if name != "agreed"]
    assert asked == ["not-a-record", "with-whom", *on_sheet, "left-out"]


def test_a_code_means_one_thing(content: Content) -> None:
    options = [
        coding
        for item in every_item(questionnaire(content)["item"])
        for coding in (*item.get("code", []), *(option["valueCoding"] for option in item.get("answerOption", [])))
    ]
    words = {(coding["system"], coding["code"]): coding["display"] for coding in options}
    assert all(words[coding["system"], coding["code"]] == coding["display"] for coding in options)
    assert all(coding["system"].startswith("urn:uuid:") for coding in options)


def test_each_scale_has_codes_of_its_own(content: Content) -> None:
    items = {item["linkId"]: item for item in every_item(questionnaire(content)["item"])}
    scales = [items[f"habit-{habit}"]["answerOption"] for habit in content.habits]
    systems = [{option["valueCoding"]["system"] for option in scale} for scale in scales]
    assert len(set().union(*systems)) == len(systems) == sum(map(len, systems))


def test_what_to_ask_the_team_is_shown_where_its_answer_was_given_and_nowhere_else(content: Content) -> None:
    items = {item["linkId"]: item for item in every_item(questionnaire(content)["item"])}

    def conditions(item: Resource) -> set[tuple[str, str]]:
        return {
            (when["question"], str(when.get("answerBoolean", when.get("answerCoding")))) for when in item["enableWhen"]
        }

    shown_if = {name: conditions(item) for name, item in items.items() if "enableWhen" in item}
    yes = {caution.id: (f"caution-{caution.id}", "True") for caution in content.cautions.values()}
    expected = {f"ask-caution-{name}": {answer} for name, answer in yes.items()}
    expected["safety-urgent"] = {yes[caution.id] for caution in content.cautions.values() if caution.red_flag}
    for habit in content.habits.values():
        if habit.reveals:
            name = f"habit-{habit.id}"
            options = [option["valueCoding"] for option in items[name]["answerOption"]]
            expected[f"ask-{name}"] = {(name, str(option)) for option in options if option["code"] in habit.reveals}
    assert shown_if == expected
    for item in items.values():
        # que-12: more than one condition needs a word on whether all or any must hold.
        assert ("enableBehavior" in item) == (len(item.get("enableWhen", [])) > 1)
    for caution in content.cautions.values():
        text = items[f"ask-caution-{caution.id}"]["text"]
        assert content.frame.urgency[caution.urgency] in text
        assert caution.question_for_team in text


def with_question(content: Content) -> Content:
    """Return content with other words in one question of the bank."""
    first = next(iter(content.questions.values()))
    changed = first.model_copy(update={"text": f"{first.text} Please?"})
    return dataclasses.replace(content, questions={**content.questions, first.id: changed})


def with_one_answer_less(content: Content) -> Content:
    """Return content in which the scale of one habit has lost an answer."""
    habit: Habit = list(content.habits.values())[3]
    changed = habit.model_copy(update={"scale": habit.scale[1:]})
    return dataclasses.replace(content, habits={**content.habits, habit.id: changed})


def with_one_caution_less(content: Content) -> Content:
    """Return content that asks one safety question less."""
    return dataclasses.replace(content, cautions=dict(list(content.cautions.items())[1:]))


@pytest.mark.parametrize("change", [with_question, with_one_answer_less, with_one_caution_less])
def test_another_form_is_another_version_of_the_same_form(content: Content, change: Any) -> None:
    form, other = questionnaire(content), questionnaire(change(content))
    assert form == questionnaire(content)
    assert other["url"] == form["url"]
    assert other["version"] != form["version"]
    assert answered(change(content), Answers())["questionnaire"] == canonical(other)


def test_a_day_on_which_the_content_was_checked_is_a_version(content: Content) -> None:
    later = dataclasses.replace(content, checked_on=content.checked_on + datetime.timedelta(days=1))
    assert questionnaire(later)["version"].startswith(later.checked_on.isoformat())
    assert questionnaire(later)["version"] != questionnaire(content)["version"]
