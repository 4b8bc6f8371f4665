"""Measures the visit sheet: how long its PDF takes to build, and how long it is from a press to the file."""

import datetime
import time
from collections.abc import Callable

import typst
from playwright.sync_api import Browser, Page

from components.care_team.pdf import PdfLayout, as_pdf
from components.care_team.summary import build_summary
from components.content.load import Content
from tests.bench.row import ROUNDS, STOCK, Row
from tests.browser.saved import open_saved
from tests.care_team.visits import usual

FILES = {"PDF": "download-pdf", "FHIR file": "download-fhir", "plain text": "download-text"}


def warm(build: Callable[[int], object]) -> list[float]:
    """Return the milliseconds of each of 20 calls after two unmeasured ones. Each call is given its number."""
    values = []
    for turn in range(22):
        start = time.perf_counter()
        build(turn)
        if turn >= 2:
            values.append((time.perf_counter() - start) * 1000)
    return values


def pdf_rows(guide: Content) -> list[Row]:
    """Measure the usual sheet as a PDF, beside an empty page made by the same program."""
    day = datetime.date(2026, 11, 22)

    def sheet(layout: PdfLayout) -> Callable[[int], object]:
        def build(turn: int) -> object:
            # Another text each time: Typst remembers what it has set before.
            answers = usual(guide).model_copy(update={"takes": f"vitamin D, {turn}000 units a day"})
            return as_pdf(guide, build_summary(guide, answers, day), layout)

        return build

    blank = typst.Compiler(STOCK.with_name("blank.typ"))
    floor = warm(lambda turn: blank.compile(format="pdf", sys_inputs={"turn": str(turn)}))
    return [
        Row("PDF of the sheet, warm, server", "ms", warm(sheet(PdfLayout())), floor),
        Row("PDF in large print, warm, server", "ms", warm(sheet(PdfLayout(large_print=True))), floor),
    ]


def presses(page: Page, button: str) -> list[float]:
    """Return the milliseconds from pressing the button of a file until the browser has the file."""
    values = []
    for turn in range(ROUNDS + 2):
        start = time.perf_counter()
        with page.expect_download() as download:
            page.locator(button).dispatch_event("click")
        download.value.path()
        if turn >= 2:
            values.append((time.perf_counter() - start) * 1000)
        page.wait_for_timeout(200)
    return values


def file_rows(browser: Browser, ours: str, stock: str, guide: Content) -> list[Row]:
    """Measure from the press to the file of the usual sheet, beside a stock button with a file of one word."""
    plain = browser.new_context().new_page()
    plain.goto(stock)
    plain.locator("[data-testid=stDownloadButton] button").wait_for()
    plain.wait_for_timeout(1500)
    floor = presses(plain, "[data-testid=stDownloadButton] button")
    page = browser.new_context().new_page()
    page.goto(f"{ours}/care-team")
    page.locator(".guide-foot").wait_for()
    open_saved(page, usual(guide))
    page.wait_for_timeout(1500)
    rows = [Row(f"Press to {name}", "ms", presses(page, f".st-key-{key} button"), floor) for name, key in FILES.items()]
    plain.context.close()
    page.context.close()
    return rows
