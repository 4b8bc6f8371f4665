"""Measures the guide beside a stock Streamlit app in the same run, and prints one table. Run with `make bench`."""

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from components.content.load import content
from tests.bench.row import ROUNDS, STOCK, Row
from tests.bench.sheet import file_rows, pdf_rows
from tests.browser.conftest import LAUNCH
from tests.browser.get_chromium import chromium_on_this_machine
from tests.serving import serving


@contextmanager
def stock_server() -> Iterator[str]:
    """Serve the stock app from a folder of its own, so that none of our settings reach it."""
    flags = ("--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none")
    with tempfile.TemporaryDirectory() as folder, serving(STOCK, Path(folder), *flags) as url:
        yield url


def cold(browser: Browser, url: str) -> tuple[float, float]:
    """Open a page in an empty browser. Returns bytes received (HTTP bodies and headers as sent, and websocket frames)
    and milliseconds to the first h1."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"])))
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator("h1").wait_for()
    taken = (time.perf_counter() - start) * 1000
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received), taken


def ready(browser: Browser, url: str, *last: str) -> float:
    """Return the milliseconds from opening a page in an empty browser until all its last parts are drawn.

    last: CSS selectors of the parts that are drawn last.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    for part in ("h1", *last):
        page.locator(part).first.wait_for(state="attached")
    taken = (time.perf_counter() - start) * 1000
    context.close()
    return taken


def ready_rows(browser: Browser, url: str) -> list[Row]:
    """Measure when Learn, Pathways and Evidence are ready, in turns with Home, which is their floor."""
    foot = ".guide-foot"
    pathways = (".map-drawing [data-id]", ".st-key-download-map-svg button", foot)
    places = {
        "Home": ("/", (".st-key-way-pathways a", foot)),
        "Pathways": ("/pathways", pathways),
        "Learn": ("/learn?chapter=leaky-gut", (".map-part svg", ".st-key-chapter-list a:last-child", foot)),
        "Evidence": ("/evidence", (".ledger .chip", ".st-key-glance .point", ".st-key-download-papers button", foot)),
    }
    values: dict[str, list[float]] = {name: [] for name in places}
    for turn in range(ROUNDS + 1):
        for name, (path, last) in places.items():
            value = ready(browser, url + path, *last)
            if turn:  # the first visit warms the server
                values[name].append(value)
    return [
        Row(f"{name} ready, cold (Home)", "ms", values[name], values["Home"])
        for name in ("Learn", "Pathways", "Evidence")
    ]


def timed(page: Page, act: str, seen: str) -> float:
    """Return the milliseconds, taken in the page itself, from an action until what it brings is drawn.

    act: JavaScript that presses something. seen: a JavaScript expression that is true once the result is there.
    """
    taken: float = page.evaluate(
        f"""() => new Promise(done => {{
            const start = performance.now();
            const look = () => ({seen}) ? done(performance.now() - start) : requestAnimationFrame(look);
            {act};
            look();
        }})"""
    )
    return taken


def switches(browser: Browser, url: str, names: tuple[str, ...], headings: tuple[str, ...]) -> list[float]:
    """Return the milliseconds of each page switch, going round the pages ROUNDS times."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(url)
    page.locator("h1").wait_for()
    values = []
    for turn in range(ROUNDS + len(names)):
        name, heading = names[turn % len(names)], headings[turn % len(names)]
        link = (
            f"[...document.querySelectorAll('[data-testid=stTopNavLink]')].find(a => a.innerText.trim() === {name!r})"
        )
        seen = f"document.querySelector('h1')?.innerText === {json.dumps(heading)}"
        value = timed(page, f"{link}.click()", seen)
        page.wait_for_timeout(400)
        if turn >= len(names):  # the first round loads what later rounds have
            values.append(value)
    page.context.close()
    return values


def choices(browser: Browser, url: str, radio: str, shown: str, first: str = "") -> list[float]:
    """Return the milliseconds from pressing an answer until the page shows it. first: what is pressed before all."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(url)
    if first:
        page.locator(first).first.click()
    page.locator(radio).first.wait_for()
    page.wait_for_timeout(1500)
    values = []
    for turn in range(ROUNDS + 2):
        place = 1 + turn % 2
        label = f"document.querySelectorAll({radio!r})[{place}]"
        seen = f"document.querySelector({shown!r})?.innerText.includes(window.wanted)"
        value = timed(page, f"window.wanted = {label}.innerText.trim(); {label}.click()", seen)
        page.wait_for_timeout(400)
        if turn >= 2:
            values.append(value)
    page.context.close()
    return values


def ticks(browser: Browser, url: str, box: str, shown: str) -> list[float]:
    """Return the milliseconds from a tick until what it brings is drawn. Between two ticks the box is unticked."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(url)
    page.locator(box).wait_for(state="attached")
    page.wait_for_timeout(1500)
    values = []
    for turn in range(ROUNDS + 2):
        press = f"document.querySelector({box!r}).click()"
        value = timed(page, press, f"document.querySelector({shown!r})")
        page.wait_for_timeout(600)
        timed(page, press, f"!document.querySelector({shown!r})")
        page.wait_for_timeout(600)
        if turn >= 2:
            values.append(value)
    page.context.close()
    return values


def click_rows(browser: Browser, ours: str, stock: str) -> list[Row]:
    """Measure the three kinds of press on Habits until each is answered, beside the one press of the stock app."""
    habits = f"{ours}/habits"
    floor = choices(browser, stock, "[role=radiogroup] label", "[data-testid=stMarkdown]")
    step = ".st-key-step-choice [role=radiogroup] label"
    fruit = ".st-key-step-habit label:has-text('Fruit')"
    vegetables = ".st-key-habit-vegetables [role=radiogroup] label"
    presses = {
        "Habit answer to seen": choices(browser, habits, vegetables, ".feedback"),
        "Step choice to seen": choices(browser, habits, step, ".yours", fruit),
        "Caution tick to seen": ticks(
            browser, habits, ".st-key-caution-warfarin input", ".st-key-group-medicines .caution"
        ),
    }
    return [Row(name, "ms", values, floor) for name, values in presses.items()]


PAINTED = """(act) => new Promise(done => requestAnimationFrame(() => {
    const start = performance.now(), after = new MessageChannel();
    act();
    after.port1.onmessage = () => done(performance.now() - start);
    after.port2.postMessage(0);
}))"""
"""Milliseconds from an action at the start of a frame until that frame is painted: the message is read only then."""

ON_MAP = """
const root = [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector('.map')).shadowRoot;
const parts = [...root.querySelectorAll('[data-id]')].filter(p => p.getClientRects().length);
"""


def highlights(browser: Browser, url: str, width: int) -> Row:
    """Measure from choosing a part of the map until it and its neighbors are seen lit.

    Each of the map's parts is chosen once, in turns with the floor: one class on one part of the same map.
    """
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(f"{url}/pathways")
    page.locator(".map-drawing [data-id]").locator("visible=true").first.wait_for()
    page.wait_for_timeout(1500)
    values = page.evaluate(
        f"""async () => {{
            const painted = {PAINTED}, values = [];
            {ON_MAP}
            const rest = () => new Promise(done => setTimeout(done, 30));
            for (const part of parts) {{
                const floor = await painted(() => part.classList.toggle('measured'));
                await rest();
                const lit = await painted(() => part.querySelector('.box, .pill').dispatchEvent(
                    new MouseEvent('click', {{bubbles: true, composed: true}})));
                if (part.getAttribute('aria-pressed') !== 'true' || !part.matches('.near')) throw Error('not lit');
                values.push([lit, floor]);
                await rest();
            }}
            return values;
        }}"""
    )
    page.context.close()
    return Row(f"Map choice to painted, {width} px", "ms", [v[0] for v in values], [v[1] for v in values])


def main() -> None:
    """Print the table."""
    guide = content()
    from components.frame.pages import page_words

    words = list(page_words(guide).values())
    with sync_playwright() as playwright, serving() as ours, stock_server() as stock:
        browser = playwright.chromium.launch(executable_path=chromium_on_this_machine(), args=list(LAUNCH))
        cold(browser, ours), cold(browser, stock)
        pairs = [(cold(browser, ours), cold(browser, stock)) for _ in range(ROUNDS)]
        rows = [
            Row("Bytes, cold, Home", "kB", [p[0][0] / 1000 for p in pairs], [p[1][0] / 1000 for p in pairs]),
            Row("First heading, cold, Home", "ms", [p[0][1] for p in pairs], [p[1][1] for p in pairs]),
            Row(
                "Page switch, all pages",
                "ms",
                switches(browser, ours, tuple(w.nav for w in words), tuple(w.h1 for w in words)),
                switches(browser, stock, ("Two", "One"), ("Other", "Hello")),
            ),
            *click_rows(browser, ours, stock),
            *ready_rows(browser, ours),
            *(highlights(browser, ours, width) for width in (1280, 390)),
            *file_rows(browser, ours, stock, guide),
            *pdf_rows(guide),
        ]
        browser.close()
    print(f"{'':<34}{'guide':>9} {'middle half':>15}{'floor':>9} {'middle half':>15}  {'unit':<4}{'ratio':>7}")
    for row in rows:
        print(row)
    print(
        f"\nMedians of {ROUNDS} (PDF: 20; map: each part once). Floor: a stock app in the same run; (Home): our Home;"
    )
    print("PDF: a blank page; map: one class on one part.")


if __name__ == "__main__":
    main()
