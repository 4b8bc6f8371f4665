"""The filter, the stories and "what if" on the map, in a browser; what is printed and taken along."""

import io
import os

import pypdf
import pytest
from playwright.sync_api import expect

from components.content.load import Content
from components.pathways.controls import filters
from components.pathways.panel import all_views
from tests.browser.conftest import OpenPage, drawn
from tests.browser.on_map import BOTH, WALK, on_map, part
from tests.conftest import TODAY

PAPERS = ("Letter", "A4") if os.environ.get("SOAK") else ("Letter",)


def test_a_filter_leaves_just_its_arrows_and_says_how_many(content: Content, open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".filter > summary").click()
    visible = """() => parts().filter(p => p.dataset.from && getComputedStyle(p).visibility === 'visible')
        .map(p => p.dataset.id)"""
    for chosen, left in reversed(filters(content).items()):
        page.locator(f'[name="filter"][value="{chosen}"]').check()
        expect(page.locator(".count")).to_have_text(left["says"])
        assert sorted(page.evaluate(visible)) == sorted(left["shown"])


def test_a_filter_closes_the_panel_of_an_arrow_it_takes_away_and_tab_still_finds_the_map(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    part(page, "gut-fats-reach-guard-cells").locator(".pill").click()
    page.evaluate("parts().find(p => p.dataset.id === 'gut-fats-reach-guard-cells').focus()")
    page.locator(".filter > summary").click()
    page.locator('[name="filter"][value="trial"]').check()
    expect(page.locator(".map.has-choice")).to_have_count(0)
    stops = "() => parts().filter(p => p.getAttribute('tabindex') === '0').map(p => p.dataset.id)"
    assert page.evaluate(stops) == ["gut-fats"]


@pytest.mark.parametrize("change", ["more-fiber", "stress"])
def test_a_change_sets_its_signs_and_closing_takes_them_away(
    content: Content, open_page: OpenPage, change: str
) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".what-if > summary").click()
    page.locator(f'[name="what-if"][value="what-if/{change}"]').check()
    view = all_views(content, TODAY)[f"what-if/{change}"]
    marks = """() => Object.fromEntries(parts().filter(p => p.matches('.marked'))
        .map(p => [p.dataset.id, p.querySelector('.effect text').textContent]))"""
    assert page.evaluate(marks) == dict(view.marks)
    expect(page.locator(".panel h2")).to_contain_text("What if")
    page.locator(".clear").click()
    assert page.evaluate(marks) == {}
    expect(page.locator('[name="what-if"][value=""]')).to_be_checked()


def test_the_next_change_is_one_press_away_and_keys_stay_with_the_choices(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".what-if > summary").click()
    page.locator('[name="what-if"]').first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".panel h2")).to_have_text("What if: More fiber")
    expect(page.locator('[name="what-if"]').nth(1)).to_be_in_viewport()
    page.locator(".steps .next").click()
    expect(page.locator(".panel h2")).to_have_text("What if: More highly processed food")
    expect(page.locator('[name="what-if"]').nth(2)).to_be_checked()


def test_what_a_filter_hides_comes_back_when_it_is_asked_for(content: Content, open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".filter > summary").click()
    page.locator('[name="filter"][value="trial"]').check()
    part(page, "gut-fats").click()
    page.locator('.jump[data-go="gut-fats-reach-guard-cells"]').click()
    expect(part(page, "gut-fats-reach-guard-cells")).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[name="filter"][value="everything"]')).to_be_checked()
    expect(page.locator(".count")).to_have_text(filters(content)["everything"]["says"])


def test_under_a_filter_keys_still_lead_to_every_part_that_is_left(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".filter > summary").click()
    page.locator('[name="filter"][value="trial"]').check()
    reached, left = page.evaluate(f"() => [{WALK}, parts().filter(p => !p.matches('.gone')).map(p => p.dataset.id)]")
    assert sorted(reached) == sorted(left)


@BOTH
def test_a_story_is_walked_step_by_step_and_its_address_says_where(
    content: Content, open_page: OpenPage, width: int
) -> None:
    story = content.stories["when-barriers-leak"]
    page = on_map(open_page("/pathways?story=when-barriers-leak", width=width))
    for number, step in enumerate(story.steps, 1):
        expect(page.locator(".panel h2")).to_have_text(f"{story.title}: step {number} of {len(story.steps)}")
        expect(page.locator(".panel .gist p")).to_have_text(step.says.text)
        page.wait_for_function("n => location.search.endsWith(`&step=${n}`)", arg=number)
        lit = page.evaluate("() => parts().filter(p => p.matches('.near')).map(p => p.dataset.id)")
        assert set(step.lights) <= set(lit)
        if number < len(story.steps):
            page.locator(".steps .next").click()
    expect(page.locator(".steps .next")).to_be_disabled()
    page.reload()
    drawn(page)
    expect(page.locator(".panel h2")).to_have_text(f"{story.title}: step {number} of {len(story.steps)}")
    page.locator(".steps .guide-link").click()
    expect(page.locator(".story")).to_have_count(0)
    expect(page.locator(".map.has-choice")).to_have_count(0)


def test_each_story_prints_on_one_page_with_all_its_steps(content: Content, open_page: OpenPage) -> None:
    margin = {"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"}
    for story in content.stories.values():
        page = open_page(f"/pathways?story={story.id}")
        page.locator(".story svg").wait_for(state="attached")
        for paper in PAPERS:
            pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, margin=margin)))  # type: ignore[arg-type]
            assert len(pdf.pages) == 1, (story.id, paper)
        said = " ".join(pdf.pages[0].extract_text().split())
        assert all(step.says.text.split(".")[0] in said for step in story.steps), story.id


@pytest.mark.parametrize(
    "path", ["/pathways?story=none&step=9", "/pathways?story=two-twins&step=999", "/pathways?step=2"]
)
def test_an_address_that_names_no_story_or_step_still_shows_the_map(open_page: OpenPage, path: str) -> None:
    page = on_map(open_page(path))
    expect(page.get_by_text("There is no such story")).to_have_count(1 if "none" in path else 0)


def test_keys_and_tab_go_on_where_a_story_lights_what_a_filter_hides(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways?story=two-twins&step=2"))
    failed: list[str] = []

    def note(error: object) -> None:
        failed.append(str(error))

    page.on("pageerror", note)
    page.locator(".filter > summary").click()
    page.locator('[name="filter"][value="trial"]').check()
    lit = part(page, "gut-bacteria-set-off-harm")
    expect(lit).to_be_visible()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
        lit.focus()
        page.keyboard.press(key)
    lit.focus()
    page.evaluate("mapRoot.querySelector('.steps .next').click()")
    stops = "() => parts().filter(p => p.tabIndex === 0 && getComputedStyle(p).visibility === 'visible').length"
    assert page.evaluate(stops) == 1
    assert failed == []


def test_what_is_chosen_in_a_story_outlives_two_presses_on_ask(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways?story=two-twins&step=3"))
    part(page, "gut-fats").click()
    for wanted in ("true", "false", "true"):
        ask = page.locator(".ask button")
        ask.click()
        expect(ask).to_have_attribute("aria-pressed", wanted)
    drawn(page)
    expect(part(page, "gut-fats")).to_have_attribute("aria-pressed", "true")
    page.locator(".clear").click()
    expect(page.locator(".panel h2")).to_contain_text("step 3 of")


def test_the_link_of_the_open_story_leads_back_to_its_first_step(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways?story=two-twins&step=3"))
    page.locator(".stories > summary").click()
    page.locator('.stories a[href$="story=two-twins"]').click()
    expect(page.locator(".panel h2")).to_contain_text("step 1 of")


def test_a_story_can_be_printed_and_the_map_be_taken_along(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways?story=two-twins"))
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")
    for ending, start in (("pdf", b"%PDF"), ("svg", b"<svg")):
        with page.expect_download() as waiting:
            page.locator(f".st-key-download-map-{ending} button").click()
        assert waiting.value.suggested_filename == f"ms-gut-guide-map.{ending}"
        assert waiting.value.path().read_bytes().startswith(start)
