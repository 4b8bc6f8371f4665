"""The map by keyboard, thumb and mouse: every part can be reached and chosen, and lights up before the server knows."""

import io
import os
from typing import Any

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from components.content.load import Content
from components.pathways.controls import filters
from components.pathways.panel import all_views, question_of
from components.pathways.reading import sentence
from tests.browser.conftest import OpenPage, drawn, go_to
from tests.browser.test_accessibility import RULES
from tests.conftest import TODAY

SOAK = bool(os.environ.get("SOAK"))
PAPERS = ("Letter", "A4") if SOAK else ("Letter",)
EACH = 1 if SOAK else 4
"""Of which parts axe looks at the panel: in `make test` of every fourth one, in `make soak` of each."""

BOTH = pytest.mark.parametrize("width", [1280, 390])

FIND = """
window.mapRoot = [...document.querySelectorAll('.stMain *')].find(e => e.shadowRoot?.querySelector('.map'))
    .shadowRoot.querySelector('.map');
window.parts = () => [...mapRoot.querySelectorAll('[data-id]')].filter(p => p.getClientRects().length);
window.press = (part, key) => {
    part.focus({preventScroll: true});
    part.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
    return mapRoot.getRootNode().activeElement?.dataset.id;
};
null;
"""
"""What a test asks of the map from inside the page. Keys pressed there cost next to no time."""


WALK = """(() => {
    const by = Object.fromEntries(parts().map(p => [p.dataset.id, p]));
    const waiting = [parts()[0].dataset.id], seen = new Set(waiting);
    for (const id of waiting)
        for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
            const to = press(by[id], key);
            if (to && !seen.has(to)) { seen.add(to); waiting.push(to); }
        }
    return [...seen];
})()"""
"""The ids that arrow keys alone lead to from the first box."""


def on_map(page: Page) -> Page:
    """Wait for the drawing and hand the page back, with the questions a test asks of it."""
    page.locator(".map-drawing [data-id]").locator("visible=true").first.wait_for()
    page.evaluate(FIND)
    return page


def part(page: Page, name: str) -> Locator:
    """Return a box or arrow in the layout that is shown."""
    return page.locator(f'svg [data-id="{name}"]').locator("visible=true").first


def ids(content: Content) -> list[str]:
    """Return the ids of every box and arrow."""
    return [node.id for node in content.pathways.nodes] + [arrow.id for arrow in content.pathways.arrows]


@BOTH
def test_arrow_keys_alone_lead_to_every_box_and_arrow(content: Content, open_page: OpenPage, width: int) -> None:
    page = on_map(open_page("/pathways", width=width))
    reached = page.evaluate(f"() => {WALK}")
    assert sorted(reached) == sorted(ids(content))


def test_page_down_walks_the_map_in_reading_order_and_end_and_home_go_to_its_ends(
    content: Content, open_page: OpenPage
) -> None:
    page = on_map(open_page("/pathways"))
    walked = page.evaluate(
        """() => {
            const order = parts().map(p => p.dataset.id), by = Object.fromEntries(parts().map(p => [p.dataset.id, p]));
            const walk = [order[0]];
            while (walk.length < order.length) walk.push(press(by[walk.at(-1)], 'PageDown'));
            return {order, walk, end: press(by[order[0]], 'End'), home: press(by[order[5]], 'Home')};
        }"""
    )
    assert walked["walk"] == walked["order"] and sorted(walked["order"]) == sorted(ids(content))
    assert (walked["end"], walked["home"]) == (walked["order"][-1], walked["order"][0])


@BOTH
def test_every_box_and_arrow_can_be_chosen_by_keyboard_and_its_panel_names_it(
    content: Content, open_page: OpenPage, width: int
) -> None:
    page = on_map(open_page("/pathways", width=width))
    chosen: dict[str, list[Any]] = page.evaluate(
        """() => Object.fromEntries(parts().map(p => {
            press(p, 'Enter');
            const pressed = parts().filter(o => o.getAttribute('aria-pressed') === 'true').map(o => o.dataset.id);
            return [p.dataset.id, [pressed, mapRoot.querySelector('.panel h2').textContent]];
        }))"""
    )
    heading = {a.id: sentence(content.pathways, a) for a in content.pathways.arrows}
    heading |= {n.id: f"{n.name} ({n.medical})" if n.medical else n.name for n in content.pathways.nodes}
    assert chosen == {name: [[name], heading[name]] for name in ids(content)}


def test_tab_stops_once_at_the_map_then_at_its_panel_and_leaves(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    focused = "() => { const e = mapRoot.getRootNode().activeElement; return e && (e.dataset.id ?? e.className); }"
    page.locator(".how > summary").focus()
    page.keyboard.press("Tab")
    first = page.evaluate(focused)
    page.keyboard.press("Tab")
    assert page.evaluate(focused) is None, "nothing is chosen, so there is no panel to stop at"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == first
    page.keyboard.press("ArrowDown")
    last = page.evaluate(focused)
    assert last != first
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "clear"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == last, "Tab comes back to where the person was"
    page.keyboard.press("Escape")
    expect(part(page, last)).to_have_attribute("aria-pressed", "false")


def test_choosing_lights_the_neighbors_without_a_word_to_the_server(content: Content, open_page: OpenPage) -> None:
    page = open_page("/pathways")
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.reload()
    drawn(page)
    on_map(page)
    before = len(sent)
    assert before, "the websocket is not listened to"
    part(page, "gut-wall").click()
    arrows = [arrow for arrow in content.pathways.arrows if "gut-wall" in (arrow.start, arrow.end)]
    near = {"gut-wall"} | {name for arrow in arrows for name in (arrow.id, arrow.start, arrow.end)}
    assert set(page.evaluate("() => parts().filter(p => p.matches('.near')).map(p => p.dataset.id)")) == near
    page.wait_for_timeout(500)
    assert len(sent) == before


@BOTH
def test_one_press_puts_the_question_on_the_sheet_and_the_choice_stays(
    content: Content, open_page: OpenPage, width: int
) -> None:
    arrow = next(arrow for arrow in content.pathways.arrows if arrow.id == "gut-fats-reach-guard-cells")
    question = question_of(content, arrow)
    page = on_map(open_page("/pathways", width=width))
    part(page, arrow.id).locator(".pill").click()
    page.evaluate("parts().forEach(p => p.sameNode = true)")
    ask = page.locator(f'[data-ask="{question.id}"]')
    ask.click()
    expect(ask).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".on-sheet")).to_be_visible()
    drawn(page)
    expect(part(page, arrow.id)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("parts().every(p => p.sameNode)"), "the map was drawn anew"
    go_to(page, "My visit")
    expect(page.locator(".sheet")).to_contain_text(question.text)
    go_to(page, "Pathways")
    on_map(page)
    part(page, arrow.id).locator(".pill").click()
    expect(ask).to_have_attribute("aria-pressed", "true")
    ask.click()
    expect(ask).to_have_attribute("aria-pressed", "false")


def test_a_part_in_the_panel_leads_on_and_focus_goes_with_it(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    part(page, "gut-fats").focus()
    page.keyboard.press("Enter")
    page.locator('.jump[data-go="gut-fats-reach-guard-cells"]').press("Enter")
    arrow = part(page, "gut-fats-reach-guard-cells")
    expect(arrow).to_have_attribute("aria-pressed", "true")
    expect(arrow).to_be_focused()
    page.keyboard.press("Escape")
    expect(arrow).to_be_focused()


def test_a_filter_leaves_just_its_arrows_and_says_how_many(content: Content, open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    page.locator(".filter > summary").click()
    visible = """() => parts().filter(p => p.dataset.from && getComputedStyle(p).visibility === 'visible')
        .map(p => p.dataset.id)"""
    for chosen, left in reversed(filters(content).items()):
        page.locator(f'[name="filter"][value="{chosen}"]').check()
        expect(page.locator(".count")).to_have_text(str(left["says"]))
        assert sorted(page.evaluate(visible)) == sorted(left["shown"])  # type: ignore[call-overload]


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
    expect(page.locator(".count")).to_have_text(str(filters(content)["everything"]["says"]))


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


def test_targets_on_the_map_are_at_least_44_pixels_on_a_phone(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways?story=two-twins", width=390))
    small = page.evaluate(
        """() => [...parts().map(p => p.querySelector('.box, .pill rect')),
                  ...mapRoot.querySelectorAll('.chip, summary, .controls a, .steps *, .print')]
            .filter(e => e.checkVisibility()).map(e => [e.closest('[data-id]')?.dataset.id ?? e.textContent,
                e.getBoundingClientRect()]).filter(([, r]) => Math.min(r.width, r.height) < 44).map(([name]) => name)"""
    )
    assert small == []


def test_axe_finds_nothing_in_the_panel_of_any_part_or_change(open_page: OpenPage) -> None:
    page = on_map(open_page("/pathways"))
    Axe().run(page)  # brings axe into the page
    found = page.evaluate(
        """async ([rules, each]) => {
            const found = [];
            const steps = [...mapRoot.querySelectorAll('[name="what-if"]')].filter(i => i.value);
            for (const one of [...parts(), ...steps].filter((_, n) => n % each === 0)) {
                if (one.dataset.id) press(one, 'Enter'); else one.click();
                const result = await axe.run(mapRoot.querySelector('.panel'), rules);
                if (!result.passes.length) found.push('axe did not run');
                found.push(...result.violations.map(v => `${one.dataset.id ?? one.value}: ${v.id}`));
            }
            return found;
        }""",
        [RULES, EACH],
    )
    assert found == []
