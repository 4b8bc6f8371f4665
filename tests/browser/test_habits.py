"""Habits in a real browser: nothing is lost by a reload, and the way from a tick to a step works by keyboard alone."""

import csv

import pytest
from playwright.sync_api import Page, expect

from components.content.load import Content
from components.habits.parts import screens
from tests.browser.conftest import OpenPage, drawn, go_to
from tests.browser.test_journey import tick
from tests.serving import free_port, serving

VISIT = "JSON.parse(sessionStorage.getItem('ms-gut-guide')).visit"
"""The name of the server's visit that the tab's copy belongs to."""


def choose(page: Page, key: str, text: str) -> None:
    """Press an answer and wait until it is marked."""
    label = page.locator(f".st-key-{key} [role=radiogroup] label").filter(has_text=text).first
    label.click()
    expect(label.locator("input")).to_be_checked()
    drawn(page)


def chosen(page: Page, key: str) -> str:
    """Return the text of the marked answer."""
    return page.locator(f".st-key-{key} [role=radiogroup] label:has(input:checked)").inner_text().strip()


def kept_in_tab(page: Page, field: str, value: str) -> None:
    """Wait until the tab keeps a value: the way to the server and back takes a moment."""
    page.wait_for_function(
        """([field, value]) => {
            const kept = JSON.parse(sessionStorage.getItem("ms-gut-guide") ?? "{}").answers ?? "";
            return kept.includes(`"${field}":${value}`);
        }""",
        arg=[field, value],
    )


def taken_over(page: Page, before: str) -> str:
    """Wait until a new visit has taken over the answers of the visit before and is drawn; return the new one's name."""
    page.wait_for_function(f"before => {VISIT} !== before", arg=before, timeout=60_000)
    drawn(page)
    visit: str = page.evaluate(VISIT)
    return visit


def test_answers_outlast_a_reload_on_the_page_and_on_the_sheet(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits")
    tick(page, "caution-warfarin")
    expect(page.locator(".st-key-group-medicines .cautions")).to_be_visible()
    choose(page, "habit-vegetables", "2 handfuls")
    kept_in_tab(page, "vegetables", '"two"')
    choose(page, "habit-fruit", "Skip")
    choose(page, "step-habit", "Vegetables")
    choose(page, "step-choice", "canned pumpkin")
    choose(page, "step-confidence", "8")
    expect(page.locator(".yours")).to_contain_text(content.steps["vegetables-canned-pumpkin"].text)
    kept_in_tab(page, "confidence", "8")
    before = page.evaluate(VISIT)
    page.reload()
    before = taken_over(page, before)
    expect(page.locator(".st-key-caution-warfarin input")).to_be_checked()
    expect(page.locator(".feedback")).to_contain_text("2 handfuls")
    expect(page.locator(".yours")).to_contain_text("canned pumpkin")
    assert chosen(page, "habit-fruit") == "Skip"
    assert chosen(page, "step-confidence") == "8"
    go_to(page, "My visit")
    page.reload()
    taken_over(page, before)
    expect(page.locator(".sheet")).to_contain_text("warfarin")
    expect(page.locator(".sheet")).to_contain_text("2 handfuls")
    expect(page.locator(".sheet")).to_contain_text("canned pumpkin")
    assert "?" not in page.url


def test_answers_outlast_a_killed_server_and_the_next_tick_counts(page: Page) -> None:
    port = free_port()
    with serving(port=port) as url:
        page.goto(f"{url}/habits")
        drawn(page)
        tick(page, "caution-warfarin")
        expect(page.locator(".st-key-group-medicines .cautions")).to_be_visible()
        kept_in_tab(page, "warfarin", "true")
        before = page.evaluate(VISIT)
        page.reload()  # the answers are handed over here once; the next server must still be given them
        before = taken_over(page, before)
        expect(page.locator(".st-key-caution-warfarin input")).to_be_checked()
    with serving(port=port):
        taken_over(page, before)
        expect(page.locator(".st-key-caution-warfarin input")).to_be_checked()
        page.locator(".st-key-caution-kidney label").click()
        kept_in_tab(page, "kidney", "true")
        expect(page.locator(".st-key-group-medicines .caution")).to_have_count(2)


def test_one_tab_knows_nothing_of_another(open_page: OpenPage) -> None:
    one = open_page("/habits")
    tick(one, "caution-warfarin")
    kept_in_tab(one, "warfarin", "true")
    other = open_page("/habits")
    expect(other.locator(".st-key-caution-warfarin input")).not_to_be_checked()
    one.reload()
    drawn(one)
    expect(one.locator(".st-key-caution-warfarin input")).to_be_checked()


def test_what_was_cleared_stays_cleared_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("/habits")
    tick(page, "caution-warfarin")
    page.locator(".st-key-clear-habits button").click()
    expect(page.locator(".st-key-undo-clear-habits button")).to_be_visible()
    expect(page.locator(".st-key-caution-warfarin input")).not_to_be_checked()
    drawn(page)
    before = page.evaluate(VISIT)
    page.reload()
    taken_over(page, before)
    expect(page.locator(".st-key-caution-warfarin input")).not_to_be_checked()


def test_a_tick_marks_a_habit_answered_before_it(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits")
    choose(page, "habit-vegetables", "2 handfuls")
    expect(page.locator(".feedback")).to_be_visible()
    tick(page, "caution-warfarin")
    expect(page.locator(".feedback .ask-first")).to_contain_text(content.cautions["warfarin"].question_for_team)


def test_one_question_at_a_time_leads_on_with_the_heading_in_focus(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits", width=390)
    page.locator(".st-key-one-at-a-time a").click()
    every = screens(content)
    for screen in every[:2]:
        expect(page.locator("h1")).to_have_text(screen.title)
        drawn(page)
        assert page.url.endswith(f"/habits?part={screen.id}")
        page.locator(f".st-key-none-of-{screen.id.removeprefix('safety-')} label").click()
        drawn(page)
        expect(page.locator("h1")).to_have_text(screen.title)
        page.locator(".st-key-next-screen a").click()
    expect(page.locator("h1")).to_have_text(every[2].title)
    expect(page.locator("h1")).to_be_focused()
    page.go_back()
    expect(page.locator("h1")).to_have_text(every[1].title)
    go_to(page, "About")
    go_to(page, "Habits")
    expect(page.locator("h1")).to_have_text(every[2].title)
    page.go_back()
    expect(page.locator("h1")).to_have_text(content.about.page.h1)
    page.go_forward()
    page.locator(".st-key-all-at-once a").click()
    expect(page.locator("h1")).to_have_text(content.habits_page.page.h1)


@pytest.mark.parametrize(
    ("part", "first"),
    [
        ("vegetables", ".st-key-habit-vegetables [role=radiogroup] label"),
        ("safety-immune", ".st-key-none-of-immune label"),
    ],
)
def test_the_question_is_in_sight_on_a_phone_without_scrolling(open_page: OpenPage, part: str, first: str) -> None:
    expect(open_page(f"/habits?part={part}", width=390).locator(first).first).to_be_in_viewport()


def test_from_a_tick_to_a_step_by_keyboard_alone(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits")
    page.locator(".st-key-habit-asked-team input").first.wait_for(state="attached")

    def walk_to(target: str) -> None:
        for _ in range(90):
            page.keyboard.press("Tab")
            if page.evaluate("target => !!document.activeElement.closest(target)", target):
                return
        raise AssertionError(f"the keyboard does not reach {target}")

    walk_to(".st-key-caution-warfarin")
    page.keyboard.press("Space")
    expect(page.locator(".st-key-group-medicines .cautions")).to_be_visible()
    drawn(page)
    walk_to(".st-key-habit-vegetables")
    page.keyboard.press("Space")
    expect(page.locator(".feedback")).to_be_visible()
    drawn(page)
    walk_to(".st-key-step-habit")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".st-key-step-choice")).to_be_visible()
    drawn(page)
    walk_to(".st-key-step-choice")
    page.keyboard.press("Space")
    expect(page.locator(".yours")).to_contain_text(content.steps["whole-grains-oats-in-soup"].text)


def test_the_focus_follows_each_action_and_the_part_stays(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits")
    page.get_by_role("link", name=content.weeks.page.nav, exact=True).click()
    expect(page.locator("h1")).to_have_text(content.weeks.page.heading)
    drawn(page)
    assert page.url.endswith("/habits?part=weeks")
    for press, lands in (
        (".st-key-start-check-in button", ".st-key-check-in-form h3"),
        (".st-key-check-in-done button", '[class*="st-key-change-"] button'),
        ('[class*="st-key-delete-"] button', ".st-key-undo-check-in button"),
        (".st-key-undo-check-in button", '[class*="st-key-change-"] button'),
        (".st-key-clear-habits button", ".st-key-undo-clear-habits button"),
    ):
        page.locator(press).click()
        expect(page.locator(lands)).to_be_focused()
        expect(page.locator("h1")).to_have_text(content.weeks.page.heading)
        drawn(page)


def test_the_check_ins_come_as_a_table_one_can_open_elsewhere(content: Content, open_page: OpenPage) -> None:
    page = open_page("/habits?part=weeks")
    page.locator(".st-key-start-check-in button").click()
    well = page.locator('[class*="-went_well"] input')
    well.fill("=1+1 went well")
    page.keyboard.press("Enter")
    drawn(page)
    page.locator(".st-key-check-in-done button").click()
    expect(page.locator("table.check-in")).to_contain_text("=1+1 went well")
    with page.expect_download() as file:
        page.locator(".st-key-download-weeks button").click()
    with file.value.path().open(encoding="utf-8-sig", newline="") as text:
        head, row = csv.reader(text)
    assert head[0] == content.weeks.page.day
    assert "'=1+1 went well" in row
    page.locator('[class*="st-key-delete-"] button').click()
    expect(page.locator("table.check-in")).to_have_count(0)
    page.locator(".st-key-undo-check-in button").click()
    expect(page.locator("table.check-in")).to_contain_text("=1+1 went well")


def test_the_day_of_a_check_in_is_the_persons_own(guide_url: str, page: Page, content: Content) -> None:
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # 25 hours apart: never the same day
        browser = page.context.browser
        assert browser
        context = browser.new_context(timezone_id=zone)
        tab = context.new_page()
        tab.goto(f"{guide_url}/habits?part=weeks")
        drawn(tab)
        tab.locator(".st-key-start-check-in button").click()
        days.append(tab.locator(".st-key-check-in-form h3").inner_text())
        context.close()
    assert len(set(days)) == 2
    assert all(any(month in day for month in content.frame.months) for day in days)
