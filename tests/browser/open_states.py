"""The states of pages that open only once something is pressed, for the tests that look at all a person may see."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import drawn
from tests.browser.test_learn import OWN_VOICE, VOICES


def red_flag(page: Page) -> None:
    page.locator(".st-key-caution-red-choking label").click()
    expect(page.locator(".red-flags")).to_be_visible()


def feedback(page: Page) -> None:
    page.locator(".st-key-caution-warfarin label").click()
    expect(page.locator(".cautions")).to_be_visible()
    drawn(page)
    page.locator(".st-key-habit-vegetables label").nth(3).click()
    expect(page.locator(".feedback")).to_be_visible()
    for summary in page.locator("details.sources > summary").all():
        summary.click()


def feedback_of_one(page: Page) -> None:
    page.locator(".st-key-habit-vegetables label").nth(3).click()
    expect(page.locator(".feedback")).to_be_visible()


def unsure_of_a_step(page: Page) -> None:
    page.locator(".st-key-caution-kidney label").click()
    expect(page.locator(".st-key-group-medicines .cautions")).to_be_visible()
    drawn(page)
    page.locator(".st-key-step-habit label").filter(has_text="Fruit").first.click()
    page.locator(".st-key-step-choice [role=radiogroup] label").last.click()
    page.locator(".st-key-step-own input").fill("A soft pear")
    page.keyboard.press("Enter")
    page.locator(".st-key-step-confidence [role=radiogroup] label").nth(3).click()
    expect(page.locator(".st-key-smaller-step")).to_be_visible()
    expect(page.locator(".yours")).to_be_visible()


def checked_in(page: Page) -> None:
    page.locator(".st-key-start-check-in button").click()
    page.locator(".st-key-check-in-form summary").click()
    page.locator('[class*="st-key-week-"][class*="-fruit"] label').filter(has_text="2 handfuls").click()
    page.locator('[class*="st-key-week-"][class*="swallowing-belly"] label').click()
    expect(page.locator(".st-key-check-in-form .ask-first")).to_be_visible()
    page.locator(".st-key-check-in-done button").click()
    page.locator(".st-key-weeks-picture .point").first.wait_for()
    page.locator('[class*="st-key-change-"] button').click()
    expect(page.locator(".st-key-check-in-form")).to_be_visible()


def compared_diets(page: Page) -> None:
    for name in ("wahls", "fasting", "dairy-free"):
        page.locator(f".st-key-diet-{name} label").click()
        expect(page.locator(f".st-key-diet-{name} input")).to_be_checked()
        drawn(page)
    expect(page.locator(".compare.of-3 .diet")).to_have_count(3)
    page.locator(".compare summary").first.click()


def open_claims(page: Page) -> None:
    page.locator(".ledger details.topic > summary").first.click()
    for summary in page.locator(".ledger details.topic[open] details.claim > summary").all()[:4]:
        summary.click()
    page.locator("details.checked > summary").first.click()
    page.locator(".diet-papers summary").first.click()
    page.locator(".st-key-glance .point").first.wait_for()


def narrowed(page: Page) -> None:
    page.locator('.filters label:has(input[value="supplements"])').click()
    page.locator('.filters label:has(input[value="very_low"])').click()
    page.locator(".filters input[type=search]").fill("broth")
    expect(page.locator(".clear-filters")).to_be_visible()


def nothing_found(page: Page) -> None:
    page.locator(".filters input[type=search]").fill("zzz")


def answered(page: Page) -> None:
    for summary in page.locator("details.sources > summary").all():
        summary.click()
    page.locator(".st-key-teach-back-leaky-gut [role=radiogroup] label").first.click()
    expect(page.locator(".reply p")).to_be_visible()
    page.locator("details.claim > summary").first.click()


def in_short(page: Page) -> None:
    page.locator(".st-key-short-version label").click()
    expect(page.locator(".in-short")).to_be_visible()


def word_explained(page: Page) -> None:
    page.locator("button.term").first.click()
    expect(page.locator(".word-card:popover-open")).to_be_visible()


def listening(page: Page) -> None:
    page.add_init_script(VOICES % json.dumps(OWN_VOICE))
    page.reload()
    drawn(page)
    page.locator(".listen .play").click()
    expect(page.locator(".listen .stop")).to_be_visible()


def visit_with_all_open(page: Page) -> None:
    page.locator(".st-key-own-question textarea").fill("\U0001f600 why?")
    page.locator(".st-key-add-own-question button").click()
    expect(page.locator(".sheet-top-questions li")).to_have_count(1)
    drawn(page)
    for name in ("with-whom", "matter-more-energy", "question-who-to-ask", "large-print"):
        page.locator(f".st-key-{name} label").last.click()
        drawn(page)
    # From the last to the first: what opens pushes down what stands below, and a press would go beside it.
    parts = (
        "Open answers",
        "What comes",
        "My name",
        "What I take",
        "What has",
        "All questions",
        "My gut and my MS",
        "More to pick",
    )
    for name in parts:
        page.locator(".stExpander > details > summary").filter(has_text=name).click()
    page.locator(".st-key-change-bowel label").click()
    expect(page.locator(".st-key-change-note-bowel")).to_be_visible()
    page.locator(".message-part summary").click()


def chosen_on_the_map(page: Page) -> None:
    page.locator('svg [data-id="gut-bacteria"]').locator("visible=true").first.click()


def changed_map(page: Page) -> None:
    page.locator(".filter > summary").click()
    page.locator('[name="filter"][value="ms"]').check()
    page.locator(".what-if > summary").click()
    page.locator('[name="what-if"][value="what-if/stress"]').check()


def map_in_words(page: Page) -> None:
    for summary in page.locator("details.zone-words > summary").all():
        summary.click()
    expect(page.locator(".wide-table").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "red flag": ("/habits", red_flag),
    "feedback and cautions": ("/habits", feedback),
    "a step one is unsure of": ("/habits", unsure_of_a_step),
    "one question at a time": ("/habits?part=vegetables", feedback_of_one),
    "a check-in": ("/habits?part=weeks", checked_in),
    "three diets side by side": ("/habits?part=diets", compared_diets),
    "claims and the papers of a diet open": ("/evidence?claim=glutamine-heals-gut", open_claims),
    "ledger narrowed": ("/evidence", narrowed),
    "nothing found": ("/evidence", nothing_found),
    "evidence in short": ("/evidence", lambda page: page.locator(".st-key-short-version label").click()),
    "a chapter with all open": ("/learn?chapter=leaky-gut", answered),
    "a chapter in short": ("/learn?chapter=leaky-gut", in_short),
    "a word explained": ("/learn?chapter=leaky-gut", word_explained),
    "a chapter read aloud": ("/learn?chapter=leaky-gut", listening),
    "all words": ("/learn?words=all", lambda page: expect(page.locator(".all-words")).to_be_visible()),
    "my visit with all open": ("/care-team", visit_with_all_open),
    "a node of the map chosen": ("/pathways", chosen_on_the_map),
    "a change tried out on a filtered map": ("/pathways", changed_map),
    "a story, the map in words and its tables": ("/pathways?story=two-twins&step=3", map_in_words),
}
