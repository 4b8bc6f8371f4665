"""Going from page to page: links keep the visit, Back comes back to the place one left, nothing typed is lost."""

import pytest
from playwright.sync_api import Browser, Page, expect

from components.content.load import Content
from components.habits.parts import screens
from tests.browser.conftest import OpenPage, drawn, go_to

BADGE = ".heard-claim a.badge"


def press_badge(page: Page) -> float:
    """Press the first link to a claim in a chapter; return how far the page was scrolled down at that moment."""
    page.locator(".map-part svg").wait_for()
    link = page.locator(BADGE).first
    link.scroll_into_view_if_needed()
    page.evaluate(
        """() => window.addEventListener('click', () => {
            window.leftAt = document.querySelector('.stMain').scrollTop; }, {capture: true, once: true})"""
    )
    link.click()
    page.wait_for_url("**/evidence?claim=*")
    left_at: float = page.evaluate("leftAt")
    return left_at


def claim_drawn(page: Page, content: Content) -> None:
    """Wait until Evidence has taken the place of the page before; its address is there at once."""
    expect(page.locator("h1")).to_have_text(content.evidence.page.h1)
    drawn(page)


def at_the_top(page: Page) -> None:
    """Wait until the page is scrolled to its top."""
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 0")


def turn_back(page: Page, content: Content, chapter: str, left_at: float) -> None:
    """Go one step back, and wait until the chapter is shown at the place where it was left."""
    page.go_back()
    page.wait_for_url(f"**/learn?chapter={chapter}")
    expect(page.locator("h1")).to_have_text(content.chapters[chapter].title)
    page.wait_for_function("at => Math.abs(document.querySelector('.stMain').scrollTop - at) < 40", arg=left_at)


def test_a_link_in_a_text_keeps_the_visit_and_its_answers(open_page: OpenPage) -> None:
    page = open_page("/habits")
    page.locator(".st-key-caution-warfarin label").click()
    drawn(page)
    go_to(page, "Learn")
    page.locator(".st-key-next-step a").click()
    page.locator(BADGE).first.click()
    page.wait_for_url("**/evidence?claim=*")
    drawn(page)
    expect(page.locator("details.claim[open]").first).to_be_visible()
    go_to(page, "Habits")
    expect(page.locator(".st-key-caution-warfarin input")).to_be_checked()


def test_a_link_in_a_text_brings_to_the_top_and_to_the_heading(open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    page.locator(BADGE).first.click()
    page.wait_for_url("**/evidence?claim=*")
    drawn(page)
    page.wait_for_function("() => document.activeElement?.tagName === 'H1'")
    at_the_top(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_one_step_back_from_a_link_in_a_text_leads_to_the_place_in_the_chapter_it_stood_at(
    content: Content, open_page: OpenPage, width: int
) -> None:
    page = open_page("/learn?chapter=leaky-gut", width=width)
    left_at = press_badge(page)
    assert left_at > 200
    claim_drawn(page, content)
    turn_back(page, content, "leaky-gut", left_at)
    page.go_forward()
    page.wait_for_url("**/evidence?claim=*")
    expect(page.locator("details.claim[open]").first).to_be_visible()


def test_who_turns_back_before_the_next_page_is_drawn_comes_back_to_the_same_place(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    left_at = press_badge(page)
    turn_back(page, content, "leaky-gut", left_at)


def test_a_swipe_back_on_a_trackpad_whose_wheel_still_turns_comes_back_to_the_same_place(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    left_at = press_badge(page)
    claim_drawn(page, content)
    page.evaluate("addEventListener('popstate', () => dispatchEvent(new WheelEvent('wheel')), {once: true})")
    turn_back(page, content, "leaky-gut", left_at)


ON_ARRIVAL = """event => {
    const focus = HTMLElement.prototype.focus;
    HTMLElement.prototype.focus = function (...how) {  // the first thing done on arrival
        HTMLElement.prototype.focus = focus;
        focus.apply(this, how);
        queueMicrotask(() => dispatchEvent(new Event(event)));
        window.arrived = true;
    };
}"""
"""Lets an event of a hand fall between the arrival and the first frame that is drawn."""


def test_a_press_while_one_comes_back_is_not_lost_under_a_page_that_moves(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/habits?part=safety-swallow-gut", width=390)
    page.locator(".st-key-next-screen a").scroll_into_view_if_needed()
    assert page.evaluate("document.querySelector('.stMain').scrollTop") > 100
    page.locator(".st-key-next-screen a").click()
    expect(page.locator("h1")).to_have_text(screens(content)[2].title)
    drawn(page)
    at_the_top(page)
    page.evaluate(ON_ARRIVAL, "pointerdown")
    page.go_back()
    expect(page.locator("h1")).to_have_text(screens(content)[1].title)
    page.wait_for_function("() => window.arrived")
    drawn(page)
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 0


def test_a_wheel_that_still_turns_does_not_keep_a_page_from_its_top(content: Content, open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=short-chain-fats")
    page.locator(".st-key-next-chapter a").scroll_into_view_if_needed()
    page.evaluate(ON_ARRIVAL, "wheel")
    page.locator(".st-key-next-chapter a").click()
    expect(page.locator("h1")).to_have_text(content.chapters["leaky-gut"].title)
    page.wait_for_function("() => window.arrived")
    at_the_top(page)


def test_a_walk_through_chapters_to_a_claim_and_back_and_on_makes_one_step_for_each_press(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/learn?chapter=short-chain-fats")
    for chapter in ("leaky-gut", "symptoms"):
        page.locator(".st-key-next-chapter a").click()
        page.wait_for_url(f"**/learn?chapter={chapter}")
        expect(page.locator("h1")).to_have_text(content.chapters[chapter].title)
        drawn(page)
    left_at = press_badge(page)
    claim_drawn(page, content)
    turn_back(page, content, "symptoms", left_at)
    page.go_back()
    page.wait_for_url("**/learn?chapter=leaky-gut")
    expect(page.locator("h1")).to_have_text(content.chapters["leaky-gut"].title)
    page.go_forward()
    page.go_forward()
    page.wait_for_url("**/evidence?claim=*")
    at_the_top(page)


def test_a_link_of_the_guide_is_a_true_link_that_opens_in_a_tab_of_its_own(open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    with page.context.expect_page() as opened:
        page.locator(BADGE).first.click(modifiers=["Control"])
    drawn(opened.value)
    assert "/evidence?claim=" in opened.value.url
    assert "/learn?chapter=leaky-gut" in page.url
    opened.value.close()


def test_a_link_to_what_is_open_already_brings_to_its_top(open_page: OpenPage) -> None:
    page = open_page("/evidence?claim=bone-broth-heals-gut")
    link = page.locator('.heard-claim a[href="/evidence?claim=bone-broth-heals-gut"]')
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_function("() => document.activeElement?.tagName === 'H1'")
    at_the_top(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_navigation_leaves_the_chapter_one_is_in(content: Content, open_page: OpenPage, width: int) -> None:
    page = open_page("/learn?chapter=leaky-gut", width=width)
    go_to(page, "Learn")
    expect(page.locator("h1")).to_have_text(content.learn.page.h1)
    assert page.url.endswith("/learn")


def test_the_claims_of_a_box_of_the_map_lead_to_their_own_addresses(content: Content, open_page: OpenPage) -> None:
    page = open_page("/pathways")
    page.locator(f'svg [data-id="{content.pathways.nodes[0].id}"]').locator("visible=true").first.click()
    page.locator(".panel .answers a.guide-link").first.click()
    page.wait_for_url(f"**/evidence?claim={content.pathways.nodes[0].says.claims[0]}")


def test_a_tap_on_a_link_while_typing_goes_there_and_loses_nothing(
    content: Content, browser: Browser, guide_url: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{guide_url}/care-team")
    drawn(page)
    question = page.locator('[class*="st-key-question-"]').locator("visible=true").first
    key = question.evaluate("part => [...part.classList].find(name => name.startsWith('st-key-question-'))")
    question.locator("label").tap()
    drawn(page)
    page.locator(".stExpander summary").filter(has_text=content.care_team.page.notes_heading).tap()
    field = page.locator(".st-key-notes textarea")
    field.tap()
    page.keyboard.type("Typed last")
    link = page.locator(".st-key-guide-nav a", has_text="Learn")
    link.scroll_into_view_if_needed()
    link.tap()
    page.wait_for_url("**/learn")
    drawn(page)
    go_to(page, "My visit")
    expect(page.locator(".st-key-notes textarea")).to_have_value("Typed last")
    expect(page.locator(f".{key} input")).to_be_checked()
    expect(page.locator(".sheet")).to_contain_text("Typed last")
    context.close()
