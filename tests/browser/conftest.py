"""A real server and a real browser for the browser tests."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.get_chromium import chromium_on_this_machine
from tests.serving import serving

LAUNCH = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium that is on this machine."""
    return {**browser_type_launch_args, "executable_path": chromium_on_this_machine(), "args": list(LAUNCH)}


@pytest.fixture
def fresh_server() -> Iterator[str]:
    """The address of a server that no one has visited yet."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def guide_url() -> Iterator[str]:
    """The address of one server that the tests share."""
    with serving() as url:
        yield url


Scheme = Literal["light", "dark"]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[[int, Scheme], BrowserContext]]:
    """One browser window for each width and theme, shared so that scripts and fonts are fetched once.

    A visit belongs to a page and not to a window, so tests that share a window share no answers.
    """
    opened: dict[tuple[int, Scheme], BrowserContext] = {}

    def window(width: int, scheme: Scheme) -> BrowserContext:
        if (width, scheme) not in opened:
            size: ViewportSize = {"width": width, "height": 900}
            opened[width, scheme] = browser.new_context(viewport=size, color_scheme=scheme, accept_downloads=True)
        return opened[width, scheme]

    yield window
    for context in opened.values():
        context.close()


@pytest.fixture
def open_page(guide_url: str, windows: Callable[[int, Scheme], BrowserContext]) -> Iterator[OpenPage]:
    """Open an address of the guide and wait until the page is drawn to its foot."""
    pages: list[Page] = []

    def open_(path: str = "/", *, width: int = 1280, scheme: Scheme = "light") -> Page:
        page = windows(width, scheme).new_page()
        pages.append(page)
        page.goto(guide_url + path)
        drawn(page)
        return page

    yield open_
    for page in pages:
        page.close()


def drawn(page: Page) -> None:
    """Wait until the page is drawn to its foot, its links are listened to and the server has nothing more to say."""
    # While a page is replaced, the foot of the one before can still stand beside the new one.
    page.wait_for_function(
        """() => document.querySelectorAll('.guide-foot').length === 1
            && document.documentElement.dataset.guideAt !== undefined
            && !document.querySelector('[data-test-script-state="running"]')""",
        timeout=30_000,
    )


def go_to(page: Page, name: str) -> None:
    """Press a page's name in the navigation and wait for the page."""
    before = page.locator("h1").inner_text()
    page.get_by_role("link", name=name, exact=True).locator("visible=true").first.click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
    drawn(page)
