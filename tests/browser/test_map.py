"""The map by keyboard, thumb and mouse: every part can be reached and chosen, and lights up before the server knows."""

import os
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from components.content.load import Content
from components.pathways.panel import question_of
from components.pathways.reading import sentence
from tests.browser.conftest import OpenPage, drawn, go_to
from tests.browser.on_map import BOTH, WALK, ids, on_map, part
from tests.browser.test_accessibility import RULES

EACH = 1 if os.environ.get("SOAK") else 6
"""Of which parts axe looks at the panel: in `make test` of every sixth one, in `make soak` of each."""


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
    heading |= {node.id: node.full_name for node in content.pathways.nodes}
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


SMALL = """() => [...parts().map(p => p.querySelector('.box, .pill rect')),
        ...mapRoot.querySelectorAll('.chip, summary, .controls a, .panel button, .steps a, .panel .guide-link')]
    .filter(e => e.checkVisibility()).map(e => [e.closest('[data-id]')?.dataset.id ?? e.textContent,
        e.getBoundingClientRect()]).filter(([, r]) => Math.min(r.width, r.height) < 43.9).map(([name]) => name)"""
"""What can be pressed on the map and is smaller than 44 px, but for the last bits of a fraction."""


@pytest.mark.parametrize("chosen", ["", "gut-fats", "gut-fats-reach-guard-cells"])
def test_targets_on_the_map_are_at_least_44_pixels_on_a_phone(open_page: OpenPage, chosen: str) -> None:
    page = on_map(open_page("/pathways" if chosen else "/pathways?story=two-twins", width=390))
    if chosen:
        part(page, chosen).locator(".box, .pill").click()
        expect(page.locator(".panel .ask")).to_be_visible()
    assert page.evaluate(SMALL) == []


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
