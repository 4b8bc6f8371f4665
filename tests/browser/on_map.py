"""What the tests ask of the map in a browser."""

import pytest
from playwright.sync_api import Locator, Page

from components.content.load import Content

BOTH = pytest.mark.parametrize("width", [1280, 390])
"""Both layouts of the map."""

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
