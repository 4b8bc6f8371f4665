"""axe-core finds nothing on any page, light and dark, wide and narrow; targets are large; nothing scrolls sideways."""

import json
import os
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from components.content.load import Content
from components.frame.pages import SCRIPTS
from tests.browser.conftest import OpenPage, Scheme, drawn
from tests.browser.open_states import STATES, checked_in, compared_diets

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]
SEEN_LOOKS = LOOKS if os.environ.get("SOAK") else LOOKS[:2]
"""In `make test` a page and an open state are seen once at each width and in each theme; in `make soak` in all four."""
PATHS = ["/" if name == "home" else f"/{name}" for name in SCRIPTS]


def findings(page: Page) -> list[str]:
    """Return what axe finds on the page: rule, what it says, the elements.

    The window is first made as high as the page: axe passes over the contrast of what is scrolled out of sight.
    """
    width = page.evaluate("innerWidth")
    height = page.evaluate("document.querySelector('.stMain').scrollHeight")
    page.set_viewport_size({"width": width, "height": height + 200})
    drawn(page)
    result: dict[str, Any] = Axe().run(page, options=RULES).response
    assert len(result["passes"]) > 10, "axe did not run"
    return [
        f"{found['id']}: {found['help']}: {json.dumps([node['target'] for node in found['nodes']][:4])}"
        for found in result["violations"]
    ]


@pytest.mark.parametrize(("width", "scheme"), SEEN_LOOKS)
@pytest.mark.parametrize("path", [*PATHS, "/learn?chapter=leaky-gut"])
def test_axe_finds_nothing_on_any_page(open_page: OpenPage, path: str, width: int, scheme: Scheme) -> None:
    assert findings(open_page(path, width=width, scheme=scheme)) == []


KNOWN = {"my visit with all open": "presentation-role-conflict: "}
"""The one known finding: Streamlit's own field for a file (docs/decisions/0021-the-sheet-and-its-formats.md)."""


@pytest.mark.parametrize(("width", "scheme"), SEEN_LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_open_states(open_page: OpenPage, state: str, width: int, scheme: Scheme) -> None:
    path, act = STATES[state]
    page = open_page(path, width=width, scheme=scheme)
    act(page)
    drawn(page)
    assert [found for found in findings(page) if not found.startswith(KNOWN.get(state, "none"))] == []


@pytest.mark.parametrize("path", [*PATHS, "weeks", "diets", "step"])
def test_nothing_scrolls_sideways_at_320_pixels(open_page: OpenPage, path: str) -> None:
    page = open_page(path if path in PATHS else f"/habits?part={path}", width=320)
    for name, act in (("weeks", checked_in), ("diets", compared_diets)):
        if path == name:
            act(page)
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMain *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).visibility !== 'hidden'
                && !e.closest('svg') && !e.parentElement.closest('.wide-table') && e.getBoundingClientRect().width > 1)
            .map(e => e.className || e.tagName).slice(0, 5)"""
    )
    assert wide == []


SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    '.stPageLink a, .stCheckbox label, .stRadio [role=radiogroup] label, .stButton button, .stDownloadButton button,'
    + ' summary, .stTextInput input, .call, .chip, .filters input[type=search], .badge, .listen button, .listen label,'
    + ' .plain, .team-link')]
  .filter(e => e.checkVisibility())
  .map(e => ({name: (e.innerText || e.className).slice(0, 40), height: e.getBoundingClientRect().height}))
  .filter(e => e.height < least)"""


@pytest.mark.parametrize("path", [*PATHS, "/learn?chapter=leaky-gut", "/habits?part=diets", "/habits?part=fruit"])
def test_targets_are_at_least_44_pixels_high(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=390).evaluate(SMALL_TARGETS, 43.5) == []


def test_the_main_message_is_seen_without_scrolling_on_a_phone(content: Content, open_page: OpenPage) -> None:
    page = open_page("/", width=390)
    expect(page.get_by_text(content.home.page.message[1].text)).to_be_in_viewport()


def test_every_page_can_be_reached_on_a_phone_without_opening_a_menu(open_page: OpenPage) -> None:
    page = open_page("/", width=390)
    names = page.locator(".st-key-guide-nav a").all_inner_texts()
    assert len(names) == len(SCRIPTS)
    expect(page.locator(".st-key-guide-nav a").first).to_be_in_viewport()


def test_a_ticked_box_differs_from_an_unticked_one_in_forced_colors(browser: Browser, guide_url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page = context.new_page()
    page.goto(f"{guide_url}/habits")
    drawn(page)
    for key, target in (("caution-warfarin", "label"), ("habit-vegetables", "[role=radiogroup] label")):
        part = page.locator(f".st-key-{key} {target}").nth(0 if target == "label" else 2)
        part.scroll_into_view_if_needed()
        before = part.screenshot()
        part.click()
        drawn(page)
        page.mouse.move(0, 0)
        page.locator("h1").evaluate("h => document.activeElement.blur()")
        assert part.screenshot() != before, key
        marks = part.evaluate(
            "e => [...e.querySelectorAll('span, div')].map(x => getComputedStyle(x).outlineStyle).includes('solid')"
        )
        assert marks, key
    context.close()


def test_keyboard_focus_is_seen_on_links_buttons_and_ticks(open_page: OpenPage) -> None:
    # Streamlit loads each kind of widget when the first of it is shown; the last one there means all are.
    for path, last, steps in (
        ("/", ".st-key-way-evidence a", 14),
        ("/habits", ".st-key-habit-asked-team input", 14),
        ("/learn", ".st-key-chapter-list a", 14),
        ("/learn?chapter=leaky-gut", ".st-key-teach-back-leaky-gut input", 24),
        ("/evidence", ".ledger .chip", 44),
    ):
        page = open_page(path)
        page.locator(last).first.wait_for(state="attached")
        for _ in range(steps):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => { let e = document.activeElement; if (!e || e === document.body) return 'nothing';
                    const parts = [e, e.closest('label'), e.parentElement].filter(Boolean);
                    return parts.some(p => getComputedStyle(p).outlineStyle !== 'none' &&
                        parseFloat(getComputedStyle(p).outlineWidth) >= 2) || e.outerHTML.slice(0, 120); }"""
            )
            assert seen is True, (path, seen)
