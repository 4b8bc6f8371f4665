"""The file for a health record works in a form renderer we did not write: LForms, of the National Library of Medicine.

It reads our form and our answers, shows them, and gives the same answers back. Nothing is asked of another machine.
"""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from components.answers.model import Answers
from components.care_team.fhir import response
from components.care_team.fhir_questionnaire import Resource, questionnaire
from components.care_team.summary import build_summary
from components.content.load import Content
from tests.browser.get_lforms import lforms_folder, unpack
from tests.care_team.fhir_reading import every_item, full_answers
from tests.conftest import TODAY

HERE = "http://127.0.0.1/"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LForms</title>
<link rel="stylesheet" href="webcomponent/styles.css"></head><body><div id="form"></div>
<script src="webcomponent/assets/lib/zone.min.js"></script><script src="webcomponent/lhc-forms.js"></script>
<script src="fhir/R4/lformsFHIR.min.js"></script></body></html>"""

SHOW = """async ([form, answers]) => {
    const read = LForms.Util.convertFHIRQuestionnaireToLForms(form, 'R4');
    const filled = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', answers, read, 'R4');
    await LForms.Util.addFormToPage(filled, 'form');
}"""
GIVE_BACK = "() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')"
SEEN = """item => {
    const row = document.getElementById(item);
    const typed = [...row.querySelectorAll('input, textarea')].map(field => field.value);
    return [row.innerText, ...typed].join('\\n');
}"""
"""All that stands in the row of an item: its words, and what its fields hold."""


def serve(folder: Path, route: Route) -> None:
    """Answer a request from the folder of LForms; any other fails."""
    address = route.request.url
    file = folder / address.removeprefix(HERE)
    if address == HERE:
        route.fulfill(body=PAGE, content_type="text/html")
    elif address.startswith(HERE) and file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()


@pytest.fixture
def said_by_browser() -> list[str]:
    """Errors and warnings of the page, and every address it asks for that is not a file of LForms."""
    return []


@pytest.fixture
def lforms(browser: Browser, said_by_browser: list[str]) -> Iterator[Page]:
    """A page with LForms on it, which sees no other machine."""
    window = browser.new_context()
    window.route("**/*", functools.partial(serve, lforms_folder()))
    page = window.new_page()
    page.on("console", lambda said: said_by_browser.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said_by_browser.append(str(error)))
    page.on("requestfailed", lambda request: said_by_browser.append(request.url))
    page.goto(HERE)
    yield page
    window.close()


def shown(content: Content, page: Page, answers: Answers) -> tuple[Resource, Resource]:
    """Show answers in LForms. Return the form and the answers it was given."""
    form, answered = questionnaire(content), response(content, build_summary(content, answers, TODAY))
    page.evaluate(SHOW, [form, answered])
    expect(page.get_by_text(form["title"])).to_be_visible()
    return form, answered


def words_of(answer: Resource) -> str:
    """Return an answer as a reader sees it."""
    [value] = answer.values()
    return str(value["display"] if isinstance(value, dict) else value)


def see_answers(page: Page, answered: Resource) -> None:
    """Check that every answer is seen in the row of its item."""
    for item in every_item(answered["item"]):
        row = page.locator(f"[id^='item-{item['linkId']}/']")
        for answer in item.get("answer", []):
            if "valueBoolean" in answer:
                yes = row.get_by_role("radiogroup", name=item["text"], exact=True).get_by_role("radio", name="Yes")
                expect(yes).to_be_checked()
            else:
                assert words_of(answer) in page.evaluate(SEEN, row.get_attribute("id"))


def conditional(form: Resource) -> dict[str, Any]:
    """Return the words that stand under a condition, by linkId."""
    return {item["linkId"]: item["text"] for item in every_item(form["item"]) if "enableWhen" in item}


def test_a_form_renderer_shows_form_and_answers_and_gives_the_answers_back(
    content: Content, lforms: Page, said_by_browser: list[str]
) -> None:
    answers = full_answers(content)
    form, answered = shown(content, lforms, answers)
    page = lforms.locator("body").inner_text()
    hidden = conditional(form)
    missing = [item["text"] for item in every_item(form["item"]) if item["text"] not in page]
    assert not [text for text in missing if text not in hidden.values()]
    see_answers(lforms, answered)
    given_back = lforms.evaluate(GIVE_BACK)
    assert given_back["item"] == answered["item"]
    assert given_back["questionnaire"] == answered["questionnaire"]
    assert said_by_browser == []


def test_a_form_renderer_shows_what_a_yes_brings_and_nothing_that_no_answer_brings(
    content: Content, lforms: Page, said_by_browser: list[str]
) -> None:
    answers = full_answers(content, warning=True)
    answers.left_out = ["step"]
    form, answered = shown(content, lforms, answers)
    page = lforms.locator("body").inner_text()
    yes = {f"ask-{item['linkId']}" for item in every_item(answered["item"]) if item["linkId"].startswith("caution-")}
    revealing = {f"ask-habit-{habit.id}" for habit in content.habits.values() if habit.reveals}
    assert yes
    assert {name for name, text in conditional(form).items() if text in page} == {*yes, *revealing, "safety-urgent"}
    see_answers(lforms, answered)
    assert lforms.evaluate(GIVE_BACK)["item"] == answered["item"]
    assert said_by_browser == []


def test_a_package_that_is_not_the_pinned_one_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "package.tgz").write_bytes(b"something else")
    with pytest.raises(RuntimeError, match="is not the lforms"):
        unpack(tmp_path / "package.tgz", tmp_path / "unpacked")
    assert not (tmp_path / "unpacked").exists()


def test_without_npm_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RuntimeError, match="needs npm"):
        lforms_folder(tmp_path / "lforms")
