"""My visit in a browser: three minutes give one page, and every way to take it along works."""

import io
import json
import re
from pathlib import Path

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from components.care_team.team_page import ADDRESS
from components.content.load import Content
from tests.browser.conftest import OpenPage, Scheme, drawn
from tests.browser.saved import open_saved
from tests.browser.test_accessibility import RULES
from tests.care_team.visits import usual

OWN = 'Is <b>this</b> "safe" for me, 是吗?'


def press(page: Page, key: str, text: str = "") -> None:
    """Press the button, the tick or the choice with a key."""
    part = page.locator(f".st-key-{key} :is(button, label)")
    (part.filter(has_text=text) if text else part).first.click()


def three_minutes(content: Content, page: Page) -> None:
    """Choose what the page asks first: who it is with, what matters, a typed question and a ready one."""
    press(page, "with-whom", content.questions_file.roles["ms-nurse"])
    expect(page.locator(".sheet")).to_contain_text(content.questions_file.roles["ms-nurse"])
    press(page, "matter-more-energy")
    page.locator(".st-key-own-question textarea").fill(OWN)
    press(page, "add-own-question")
    expect(page.locator(".sheet")).to_contain_text(OWN)
    press(page, "question-symptoms-from-ms")
    expect(page.locator(".sheet")).to_contain_text(content.questions["symptoms-from-ms"].text)
    drawn(page)


def taken(page: Page, key: str) -> Path:
    """Press the button of a file, and return where the file is."""
    with page.expect_download() as download:
        page.locator(f".st-key-{key} button").click()
    return Path(download.value.path())


def sides(page: Page, paper: str) -> int:
    """Return how many sides of paper the page prints on."""
    return len(pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False))).pages)


def test_three_minutes_give_one_page_that_says_the_same_in_every_format(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team", width=390)
    three_minutes(content, page)
    role, ready = content.questions_file.roles["ms-nurse"], content.questions["symptoms-from-ms"].text
    with taken(page, "download-pdf").open("rb") as file:
        pdf = pypdf.PdfReader(file)
        paper = " ".join(pdf.pages[0].extract_text().split())
        assert len(pdf.pages) == 1
    assert role in paper and ready in paper and OWN.split(",", maxsplit=1)[0] in paper
    assert content.care_team.take.glyph_warning.split(":")[0] in page.locator(".stAlert").first.inner_text()
    text = " ".join(taken(page, "download-text").read_text("utf-8").split())
    assert role in text and ready in text and OWN in text
    markup = taken(page, "download-html").read_text("utf-8")
    assert role in markup and ready in markup and "&lt;b&gt;this&lt;/b&gt;" in markup
    record = json.dumps(json.loads(taken(page, "download-fhir").read_text("utf-8")), ensure_ascii=False)
    assert role in record and ready in record and json.dumps(OWN, ensure_ascii=False) in record
    saved = json.loads(taken(page, "save-answers").read_text("utf-8"))["answers"]
    assert saved["questions"] == [{"own": OWN}, "symptoms-from-ms"] and saved["with_whom"] == "ms-nurse"


def test_the_usual_sheet_prints_on_one_side_from_the_page_and_from_the_file(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/care-team")
    open_saved(page, usual(content))
    drawn(page)
    expect(page.locator(".sheet")).to_contain_text("Can I keep my yogurt?")
    alone = page.context.new_page()
    alone.set_content(taken(page, "download-html").read_text("utf-8"))
    for printed in (page, alone):
        for paper in ("Letter", "A4"):
            assert sides(printed, paper) == 1, (printed.url, paper)
    alone.close()


def test_the_message_is_copied_as_it_stands(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team")
    three_minutes(content, page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    words = content.care_team.take
    page.get_by_role("button", name=words.copy_one).click()
    expect(page.get_by_text(words.copied)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert OWN in copied and content.questions["symptoms-from-ms"].text in copied
    counted = re.search(r"(\d+) of (\d+)", page.locator(".message-part .count").inner_text())
    assert counted and int(counted[1]) == len(copied) + copied.count("\n")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject() }")
    page.get_by_role("button", name=words.copy_one).click()
    expect(page.get_by_text(words.copy_failed)).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == copied.strip()
    assert page.locator(".message-part pre").evaluate("pre => pre.children.length") == 0


def test_a_question_is_moved_by_keyboard_and_the_focus_goes_with_it(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team")
    for question in content.care_team.starter_questions["anyone"]:
        press(page, f"question-{question}")
        expect(page.locator(f".st-key-asked-{question}")).to_be_visible()
    _, _, third = content.care_team.starter_questions["anyone"]
    words = content.care_team.page
    page.locator(f".st-key-up-{third} button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words.moved.format(number=2, count=3))).to_be_visible()
    expect(page.get_by_role("button", name=words.move_up.format(number=2))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words.moved.format(number=1, count=3))).to_be_visible()
    # Its button is gone, and one press too many must not undo the move.
    expect(page.locator(f".st-key-asked-{third} .asked")).to_be_focused()
    expect(page.locator(".sheet-top-questions li").first).to_contain_text(content.questions[third].text)


def test_what_was_typed_last_is_copied_and_printed(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team", width=390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".stExpander summary").filter(has_text=content.care_team.page.notes_heading).click()
    page.locator(".st-key-name input").press_sequentially("Zoe")
    page.get_by_role("button", name=content.care_team.take.copy_one).click()
    expect(page.get_by_text(content.care_team.take.copied)).to_be_visible()
    assert "Zoe" in page.evaluate("navigator.clipboard.readText()")
    page.evaluate("() => { window.print = () => { document.title = document.querySelector('.sheet').innerText } }")
    page.locator(".st-key-name input").press_sequentially(" Quill")
    page.locator(".st-key-print button").click()
    expect(page).to_have_title(re.compile("Quill"))


def test_what_changed_is_ticked_without_a_line_moving_away_from_the_next(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team")
    page.locator(".stExpander summary").filter(has_text=content.care_team.page.changes_heading).click()
    boxes = [f".st-key-change-{change.id}" for change in content.changes.changes]
    expect(page.locator(boxes[-1])).to_be_visible()
    places = f"() => {json.dumps(boxes)}.map(box => document.querySelector(box).offsetTop)"
    before = page.evaluate(places)
    for change in ("bowel", "mood"):
        press(page, f"change-{change}")
        expect(page.locator(f".st-key-change-note-{change}")).to_be_visible()
    drawn(page)
    after = page.evaluate(places)
    assert [place - after[0] for place in after] == [place - before[0] for place in before]
    mood = next(change for change in content.changes.changes if change.id == "mood")
    said = (mood.urgent or "").format(emergency_number=content.clinic.emergency_number)
    expect(page.locator(".urgent-here").filter(has_text=said)).to_be_visible()


def test_the_print_button_opens_the_browsers_own_dialog(open_page: OpenPage) -> None:
    page = open_page("/care-team")
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.locator(".st-key-print button").click()
    expect(page).to_have_title("printed")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_the_page_for_the_team_is_one_side_of_paper_and_axe_finds_nothing(
    browser: Browser, guide_url: str, width: int, scheme: Scheme
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(guide_url + ADDRESS)
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [sides(page, paper) for paper in ("Letter", "A4")] == [1, 1]
    context.close()
