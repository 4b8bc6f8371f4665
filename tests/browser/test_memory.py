"""What the tab keeps of a visit: the newest answers, handed over once. The script alone, in a page of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from components.answers import view

SCRIPT = Path(view.__file__).with_name("memory.js").read_text("utf-8")
HERE = "http://tab.test/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that has loaded the script, as `memory`, and writes down what it hands over, as `handed`."""
    page = browser.new_page()
    page.route(HERE, lambda route: route.fulfill(body="<p></p>", content_type="text/html"))
    page.goto(HERE)
    script = SCRIPT.replace("export default function", "window.handed = []; window.memory = function")
    page.add_script_tag(content=script, type="module")
    page.wait_for_function("() => window.memory")
    yield page
    page.close()


def draw(tab: Page, **data: Any) -> None:
    """Let the script be called as Streamlit calls it, by a server that has met the tab unless data says otherwise."""
    asked = {"visit": "one", "turn": 1, "answers": "A", "met": True, "asks": True, **data}
    tab.evaluate("data => memory({data, setStateValue: (name, value) => handed.push([name, value])})", asked)


def kept(tab: Page) -> Any:
    """Return what the tab keeps."""
    return tab.evaluate("JSON.parse(sessionStorage.getItem('ms-gut-guide'))")


def test_a_part_drawn_anew_with_older_answers_does_not_take_the_place_of_newer_ones(tab: Page) -> None:
    draw(tab, turn=2, answers="newer")
    draw(tab, turn=1, answers="older")
    assert kept(tab)["answers"] == "newer"
    draw(tab, turn=3, answers="newest")
    assert kept(tab)["answers"] == "newest"


def test_what_a_visit_before_left_is_handed_over_once_and_by_the_page_alone(tab: Page) -> None:
    draw(tab, answers="before")
    draw(tab, visit="two", answers="blank", met=False, asks=False)
    assert tab.evaluate("handed") == []
    draw(tab, visit="two", answers="blank", met=False)
    draw(tab, visit="two", answers="blank", met=False)
    assert tab.evaluate("handed") == [["kept", {"visit": "two", "answers": "before"}]]
    assert kept(tab)["answers"] == "before", "an empty visit takes the place of a full one"
    draw(tab, visit="three", answers="blank", met=False)
    assert [value["visit"] for _, value in tab.evaluate("handed")] == ["two", "three"]
    draw(tab, visit="three", turn=1, answers="both", met=True)
    assert kept(tab) == {"visit": "three", "turn": 1, "answers": "both"}


def test_a_visit_that_knows_what_the_tab_kept_is_not_drawn_anew(tab: Page) -> None:
    draw(tab, answers="blank")
    draw(tab, visit="two", answers="blank", met=False)
    assert tab.evaluate("handed") == []
    draw(tab, visit="two", turn=2, answers="said", met=False)
    assert kept(tab) == {"visit": "two", "turn": 2, "answers": "said"}
