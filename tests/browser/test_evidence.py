"""Evidence in a real browser: filters and search, the claim one came for, the chart and its table, the downloads."""

import csv
import json
from pathlib import Path

from playwright.sync_api import Page, expect

from components.content.load import Content
from tests.browser.conftest import OpenPage, drawn

EVERY_WORD_OF_THE_CHART = """ink => {
  const words = [...document.querySelectorAll('.st-key-glance text')];
  return words.length && words.every(word => getComputedStyle(word).fill === ink);
}"""


def shown(page: Page) -> int:
    """Return how many claims of the ledger are in sight or in a topic that can be opened."""
    page.locator(".ledger .shown:not(:empty)").wait_for()
    return page.locator(".ledger details.claim:not([hidden])").count()


def tick(page: Page, name: str, value: str) -> None:
    """Press a tick of the filters."""
    page.locator(f'.filters label:has(input[name="{name}"][value="{value}"])').click()


def test_ticks_leave_only_the_claims_that_fit_and_say_how_many(content: Content, open_page: OpenPage) -> None:
    page = open_page("/evidence")
    claims = content.claims.values()
    assert shown(page) == len(claims)
    tick(page, "topic", "food")
    food = [claim for claim in claims if claim.topic == "food"]
    assert shown(page) == len(food)
    tick(page, "who", "ms_trial")
    in_trials = [claim for claim in food if "ms_trial" in claim.studied_in]
    assert shown(page) == len(in_trials) > 0
    tick(page, "topic", "supplements")
    both = [c for c in claims if c.topic in ("food", "supplements") and "ms_trial" in c.studied_in]
    assert shown(page) == len(both)
    tick(page, "sure", "low")
    left = [claim for claim in both if claim.certainty == "low"]
    counts = page.locator(".ledger details.topic:not([hidden]) .count").all_inner_texts()
    assert sum(int(count.split()[0]) for count in counts) == len(left)
    page.locator(".to-claims").click()
    expect(page.locator(".ledger details.claim:not([hidden]) > summary").first).to_be_focused()
    expect(page.locator(".ledger details.claim:not([hidden]) > summary").first).to_be_in_viewport()
    said = content.evidence.page.shown_some.format(shown=len(left), count=len(claims))
    expect(page.locator(".shown")).to_have_text(said)
    expect(page.locator(".ledger details.claim:not([hidden]) summary").first).to_be_visible()


def test_a_word_finds_claims_by_any_part_of_what_they_say(content: Content, open_page: OpenPage) -> None:
    page = open_page("/evidence")
    field = page.locator(".filters input[type=search]")
    field.press_sequentially("Bone broth")
    assert 0 < shown(page) < 6
    expect(page.locator('.ledger [data-claim="bone-broth-heals-gut"]')).to_be_visible()
    field.fill("bone-BROTH")
    assert 0 < shown(page) < 6
    field.fill("one broth")  # a word is found from its beginning
    assert shown(page) == 0
    for label in (content.frame.labels.own_address, content.frame.labels.limits):
        field.fill(label)  # what stands on every claim is no find
        assert shown(page) == 0, label
    field.fill("broth")
    field.press("Enter")
    expect(page.locator(".ledger details.claim:not([hidden]) > summary").first).to_be_focused()
    field.fill("zzz")
    expect(page.locator(".shown")).to_have_text(content.evidence.page.shown_none)
    page.locator(".clear-filters").click()
    expect(field).to_be_focused()
    expect(page.locator(".shown")).to_have_text(content.evidence.page.shown_all.format(count=len(content.claims)))
    assert shown(page) == len(content.claims)


def test_filters_work_by_keyboard_alone_and_without_asking_the_server(content: Content, open_page: OpenPage) -> None:
    page = open_page("/about")
    frames: list[object] = []

    def note(frame: object) -> None:  # Playwright takes no method of a list
        frames.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.goto(page.url.replace("/about", "/evidence"))
    drawn(page)
    page.locator(".st-key-glance .point").first.wait_for()
    assert frames, "no word to the server was seen"
    frames.clear()
    page.locator(".filters input[type=search]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked") is True
    assert page.evaluate("getComputedStyle(document.activeElement.closest('label')).outlineStyle") == "solid"
    assert frames == []
    assert shown(page) == sum(claim.topic == "basics" for claim in content.claims.values())


def test_the_claim_of_the_address_stands_first_and_open_with_all_there_is_to_know(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/evidence?claim=propionate-pills")
    claim = content.claims["propionate-pills"]
    card = page.locator("details.claim[open]").first
    expect(card).to_be_in_viewport()
    for words in (claim.bottom_line, claim.what_we_do_not_know, claim.what_would_change):
        expect(card.get_by_text(words)).to_be_visible()
    for source in claim.sources:
        expect(card.get_by_text(content.papers[source.ref].finding)).to_be_visible()


def test_an_address_with_no_such_claim_says_so_and_shows_the_rest(content: Content, open_page: OpenPage) -> None:
    page = open_page("/evidence?claim=no-such-claim")
    expect(page.get_by_text(content.evidence.page.no_such_claim)).to_be_visible()
    assert shown(page) == len(content.claims)


def test_the_chart_has_a_sign_for_each_claim_and_the_table_the_same_count(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/evidence")
    page.locator(".st-key-glance .point").first.wait_for()
    expect(page.locator(".st-key-glance .point")).to_have_count(len(content.claims))
    page.locator("details:has(table.glance) > summary").click()
    cells = page.locator("table.glance td:last-child").all_inner_texts()
    counts = [int(part.split()[0]) for cell in cells for part in cell.split(",")]
    assert sum(counts) == len(content.claims)


def test_plotly_is_loaded_on_the_evidence_page_alone(open_page: OpenPage) -> None:
    for path, wanted in (("/", False), ("/learn?chapter=leaky-gut", False), ("/pathways", False), ("/evidence", True)):
        page = open_page("/about")
        page.goto(page.url.replace("/about", path))
        drawn(page)
        if wanted:
            page.locator(".st-key-glance .point").first.wait_for()
        asked = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name.toLowerCase())")
        assert any("plotly" in url for url in asked) is wanted, path


def test_the_ledger_and_the_papers_are_one_press_each(content: Content, open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/evidence")
    for key, name in (("download-ledger", "claims.csv"), ("download-papers", "papers.json")):
        with page.expect_download() as download:
            page.locator(f".st-key-{key} button").click()
        download.value.save_as(tmp_path / name)
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == list(content.claims)
    papers = json.loads((tmp_path / "papers.json").read_text(encoding="utf-8"))
    assert {paper["id"] for paper in papers} == set(content.references)


def test_on_paper_every_claim_is_listed_and_nothing_to_press_is_printed(content: Content, open_page: OpenPage) -> None:
    page = open_page("/evidence", scheme="dark")
    page.locator(".ledger .chip").first.wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".filters", ".st-key-short-version", ".stDownloadButton"):
        expect(page.locator(part).first).to_be_hidden()
    seen = page.locator(".ledger .statement").evaluate_all("all => all.filter(e => e.checkVisibility()).length")
    assert seen == len(content.claims)
    expect(page.locator(".st-key-glance text").first).to_have_css("fill", "rgb(0, 0, 0)")


def test_the_words_of_the_chart_have_the_ink_of_the_theme(open_page: OpenPage) -> None:
    for scheme, ink in (("light", "rgb(27, 31, 35)"), ("dark", "rgb(241, 239, 234)")):
        page = open_page("/evidence", scheme=scheme)
        page.locator(".st-key-glance .point").first.wait_for()
        page.wait_for_function(EVERY_WORD_OF_THE_CHART, arg=ink)
