"""The whole journey in a real browser: read, look at the map, answer, choose questions, leave with the sheet."""

import io
import os

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from components.content.load import Content
from components.frame.pages import SCRIPTS, page_words
from tests.browser.conftest import OpenPage, drawn, go_to

TYPED = 'Is #set $x$ *this* <b>literal</b>, "really"? \U0001f600'


def tick(page: Page, key: str) -> None:
    """Tick the box with this key and wait for the server."""
    page.locator(f".st-key-{key} label").click()
    expect(page.locator(f".st-key-{key} input")).to_be_checked()
    drawn(page)


def test_the_whole_journey_ends_with_a_pdf_that_holds_what_was_said(content: Content, open_page: OpenPage) -> None:
    page = open_page("/")
    expect(page.get_by_text(content.home.page.message[1].text)).to_be_in_viewport()
    go_to(page, "Learn")
    page.get_by_role("link", name=content.chapters["leaky-gut"].title).click()
    expect(page.locator("h1")).to_have_text(content.chapters["leaky-gut"].title)
    go_to(page, "Pathways")
    page.locator('svg [data-id="gut-bacteria"]').locator("visible=true").first.click()
    expect(page.locator('svg [data-id="gut-bacteria"]').locator("visible=true").first).to_have_attribute(
        "aria-pressed", "true"
    )
    go_to(page, "Habits")
    tick(page, "caution-warfarin")
    page.locator(".st-key-habit-vegetables label").filter(has_text="2 handfuls").click()
    expect(page.locator(".feedback")).to_contain_text("2 handfuls")
    expect(page.locator(".cautions")).to_contain_text("warfarin")
    expect(page.locator(".feedback .ask-first")).to_contain_text(content.cautions["warfarin"].question_for_team)
    go_to(page, "My visit")
    tick(page, f"question-{next(q.id for q in content.questions.values() if 'warfarin' in q.suggested_by.cautions)}")
    page.get_by_label(content.care_team.page.own_question_label).fill(TYPED)
    page.locator(".st-key-add-own-question button").click()
    expect(page.locator(".sheet")).to_contain_text(TYPED)
    go_to(page, "Evidence")
    go_to(page, "My visit")
    expect(page.locator(".sheet")).to_contain_text(TYPED)
    with page.expect_download() as pdf:
        page.locator(".st-key-download-pdf button").click()
    with page.expect_download() as text:
        page.locator(".st-key-download-text button").click()
    printed = " ".join("".join(p.extract_text() for p in PdfReader(pdf.value.path()).pages).split())
    plain = " ".join(text.value.path().read_text(encoding="utf-8").split())
    for said in (
        "warfarin",
        "2 handfuls",
        content.habits["vegetables"].label,
        TYPED.split(" \U0001f600", maxsplit=1)[0],
    ):
        assert said in plain
        assert "".join(said.split()) in "".join(printed.split())
    assert "\U0001f600" in plain
    assert "\U0001f600" not in printed
    assert pdf.value.suggested_filename.endswith(".pdf")


def test_the_sheet_can_be_taken_when_nothing_was_filled_in(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team")
    with page.expect_download() as pdf:
        page.locator(".st-key-download-pdf button").click()
    reader = PdfReader(io.BytesIO(pdf.value.path().read_bytes()))
    assert len(reader.pages) == 1
    assert content.care_team.sheet.top_questions_heading in reader.pages[0].extract_text()


@pytest.mark.parametrize("page_id", SCRIPTS)
def test_every_page_has_its_own_title_and_one_h1(content: Content, open_page: OpenPage, page_id: str) -> None:
    words = page_words(content)[page_id]  # type: ignore[index]
    page = open_page("/" if page_id == "home" else f"/{page_id}")
    expect(page).to_have_title(f"{words.nav} - {content.frame.product}")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_have_text(words.h1)


DEEP = [name for name in SCRIPTS if name != "home"]
DEEP_SEEN = DEEP if os.environ.get("SOAK") else ["habits"]
"""Each needs a server of its own, which takes seconds to start; what a first deep link meets is the same for all."""


@pytest.mark.parametrize("page_id", DEEP_SEEN)
def test_a_deep_link_on_a_fresh_server_opens_the_page_in_its_frame(
    content: Content, fresh_server: str, page: Page, page_id: str
) -> None:
    page.goto(f"{fresh_server}/{page_id}")
    drawn(page)
    words = page_words(content)[page_id]  # type: ignore[index]
    expect(page.locator("h1")).to_have_text(words.h1)
    names = [words.nav for words in page_words(content).values()]
    shown = page.locator('[data-testid="stTopNavLink"]').all_inner_texts()
    assert [name.strip() for name in shown] == names


def test_the_browser_talks_to_this_server_alone(open_page: OpenPage, guide_url: str) -> None:
    asked: list[str] = []
    violations: list[str] = []
    page = open_page("/")
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: violations.append(message.text) if "Content Security" in message.text else None)
    page.reload()
    drawn(page)
    for name in ("Learn", "Pathways", "Habits", "Evidence", "My visit", "About"):
        go_to(page, name)
    go_to(page, "My visit")
    with page.expect_download():
        page.locator(".st-key-download-pdf button").click()
    outside = [url for url in asked if not url.startswith((guide_url, "data:", "blob:"))]
    assert asked
    assert outside == []
    assert violations == []


def test_no_answer_ever_stands_in_the_address(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits")
    tick(page, "caution-warfarin")
    page.locator(".st-key-habit-vegetables label").filter(has_text="2 handfuls").click()
    expect(page.locator(".feedback")).to_be_visible()
    assert "?" not in page.url
    go_to(page, "My visit")
    page.get_by_label(content.care_team.page.own_question_label).fill("Is this private?")
    page.locator(".st-key-add-own-question button").click()
    expect(page.locator(".sheet")).to_contain_text("Is this private?")
    assert "?" not in page.url


def test_a_new_page_and_a_new_chapter_open_at_their_top_with_the_heading_in_focus(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/learn?chapter=microbiome", width=390)
    for link, title in (
        (".st-key-next-chapter a", content.chapters["twin-study"].title),
        (".st-key-guide-nav a >> text=About", content.about.page.h1),
    ):
        page.locator(".stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
        page.locator(link).click()
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("h1")).to_be_focused()
        page.wait_for_function("document.querySelector('.stMain').scrollTop < 5")
        expect(page.locator("h1")).to_be_in_viewport()


def test_a_chapter_has_its_own_address_and_title(content: Content, open_page: OpenPage) -> None:
    page = open_page("/learn")
    chapter = content.chapters["probiotics"]
    page.get_by_role("link", name=chapter.title).click()
    expect(page.locator("h1")).to_have_text(chapter.title)
    expect(page).to_have_title(f"{chapter.title} - {content.frame.product}")
    assert page.url.endswith("/learn?chapter=probiotics")


def test_a_page_that_does_not_exist_leads_home(content: Content, open_page: OpenPage) -> None:
    page = open_page("/my-visit")
    expect(page.locator("h1")).to_have_text(content.home.page.h1)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_was_typed_last_is_in_the_file(content: Content, open_page: OpenPage) -> None:
    page = open_page("/care-team")
    page.locator(".stExpander summary").filter(has_text=content.care_team.page.notes_heading).click()
    page.locator(".st-key-name input").press_sequentially("Zoe")
    with page.expect_download() as text:
        page.locator(".st-key-download-text button").click()
    assert "Zoe" in text.value.path().read_text(encoding="utf-8")


def test_the_printed_page_is_the_sheet_in_black_on_white(open_page: OpenPage) -> None:
    page = open_page("/care-team", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(".st-key-download-pdf")).to_be_hidden()
    expect(page.locator('[class*="st-key-question-"]').first).to_be_hidden()
    colors = page.locator(".sheet h3").evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
    )
    assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
