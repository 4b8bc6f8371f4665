"""Learn in a real browser: links keep the visit, words are explained, the short version holds, one can listen."""

import json

import pytest
from playwright.sync_api import Page, expect

from components.content.load import Content
from tests.browser.conftest import OpenPage, drawn, go_to

VOICES = """
(() => {
  const said = (window.said = []);
  let now = null;
  const speech = {
    getVoices: () => %s,
    speak: (one) => { now = one; said.push({ text: one.text, rate: one.rate, lang: one.lang }); },
    cancel: () => { now = null; },
    addEventListener: () => {}, removeEventListener: () => {},
  };
  window.finish = () => { const done = now; now = null; done?.onend?.(); };
  window.speaking = () => Boolean(now);
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})();
"""
"""A stand-in for the browser's speech, which Chromium on a server does not have."""

OWN_VOICE = [{"lang": "en-US", "localService": True, "name": "Own"}]
FAR_VOICE = [{"lang": "en-US", "localService": False, "name": "Far"}]


def listening(open_page: OpenPage, voices: list[dict[str, object]], path: str = "/learn?chapter=leaky-gut") -> Page:
    """Open a chapter in a browser with these voices."""
    page = open_page("/about")
    page.add_init_script(VOICES % json.dumps(voices))
    page.goto(page.url.replace("/about", path))
    drawn(page)
    return page


def test_a_word_to_know_is_explained_at_a_press_and_closed_by_escape(open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut", width=390)
    word = page.locator("button.term", has_text="leaky gut").first
    card = page.locator("#word-leaky-gut")
    expect(card).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    expect(card).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "term"


def test_the_card_of_a_word_closes_when_focus_goes_on(open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    page.locator("button.term").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".word-card:popover-open")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator(".word-card:popover-open")).to_have_count(0)


def test_all_words_open_from_the_card_of_one(content: Content, open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    page.locator("button.term").first.click()
    page.locator(".word-card:popover-open a").click()
    page.wait_for_url("**/learn?words=all")
    drawn(page)
    expect(page.locator("h1")).to_have_text(content.learn.page.words_heading)
    expect(page.locator(".all-words dt").first).to_be_in_viewport()
    expect(page.locator(".all-words dt")).to_have_count(len(content.glossary.terms))


def test_the_short_version_holds_from_chapter_to_chapter_and_page_to_page(
    content: Content, open_page: OpenPage
) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    page.locator(".st-key-short-version label").click()
    expect(page.locator(".in-short")).to_be_visible()
    expect(page.get_by_text(content.chapters["leaky-gut"].story[0].heading)).to_have_count(0)
    page.locator(".st-key-next-chapter a").click()
    expect(page.locator(".in-short")).to_contain_text(content.chapters["symptoms"].short[0].text[:20])
    go_to(page, "Evidence")
    expect(page.locator(".st-key-short-version input")).to_be_checked()
    expect(page.locator(".ledger")).to_have_count(0)
    go_to(page, "Learn")
    expect(page.locator(".st-key-short-version input")).to_be_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_key_point_of_every_chapter_is_seen_without_scrolling(
    content: Content, open_page: OpenPage, width: int
) -> None:
    page = open_page("/learn", width=width)
    page.set_viewport_size({"width": width, "height": 844})
    for number, chapter in enumerate(content.chapters.values()):
        page.locator(".st-key-chapter-list a").nth(number).click()
        page.wait_for_function("title => document.querySelector('h1')?.innerText === title", arg=chapter.title)
        drawn(page)
        box = page.locator(".message").bounding_box()
        assert box and box["y"] + box["height"] <= 844, (chapter.id, box)


def test_the_reply_to_an_answer_is_shown_and_kept(content: Content, open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    asked = content.chapters["leaky-gut"].teach_back
    option = page.locator(".st-key-teach-back-leaky-gut [role=radiogroup] label").nth(1)
    option.click()
    expect(page.locator(".reply[role=alert]")).to_have_text(asked.options[1].reply.text)
    page.locator(".st-key-next-chapter a").click()
    page.wait_for_url("**/learn?chapter=symptoms")
    page.go_back()
    page.wait_for_url("**/learn?chapter=leaky-gut")
    expect(page.locator(".reply[role=alert]")).to_have_text(asked.options[1].reply.text)
    expect(option.locator("input")).to_be_checked()


def test_a_reader_comes_back_to_the_chapter_left_last(content: Content, open_page: OpenPage) -> None:
    page = open_page("/learn?chapter=leaky-gut")
    go_to(page, "Home")
    go_to(page, "Learn")
    title = content.chapters["leaky-gut"].title
    expect(page.locator(".st-key-next-step a")).to_have_text(content.learn.page.go_on.format(title=title))


def test_a_chapter_is_read_aloud_paused_sped_up_and_stopped(content: Content, open_page: OpenPage) -> None:
    page = listening(open_page, OWN_VOICE)
    words = content.learn.page.listen
    part = page.locator(".listen")
    expect(part).to_be_visible()
    part.get_by_role("button", name=words.play, exact=True).click()
    said = page.evaluate("said")
    assert said[0]["text"] == content.chapters["leaky-gut"].title
    assert said[0]["lang"] == "en"
    page.evaluate("finish()")
    assert content.chapters["leaky-gut"].key_point.text in page.evaluate("said")[1]["text"]
    part.get_by_role("button", name=words.pause, exact=True).click()
    assert not page.evaluate("speaking()")
    part.get_by_text(words.slower, exact=True).click()
    part.get_by_role("button", name=words.go_on, exact=True).click()
    assert page.evaluate("said")[-1] == {**said[0], "text": page.evaluate("said")[1]["text"], "rate": 0.75}
    part.get_by_role("button", name=words.stop, exact=True).click()
    assert not page.evaluate("speaking()")
    expect(part.get_by_role("button", name=words.play, exact=True)).to_be_visible()


def test_reading_aloud_goes_on_while_a_question_is_answered_and_ends_with_the_chapter(
    content: Content, open_page: OpenPage
) -> None:
    page = listening(open_page, OWN_VOICE)
    page.locator(".listen .play").click()
    page.locator(".st-key-teach-back-leaky-gut [role=radiogroup] label").first.click()
    expect(page.locator(".reply p")).to_be_visible()
    assert page.evaluate("speaking()")
    page.locator(".st-key-next-chapter a").click()
    page.wait_for_url("**/learn?chapter=symptoms")
    page.wait_for_function("() => !speaking()")
    page.evaluate("finish()")
    before = len(page.evaluate("said"))
    page.locator(".listen .play").click()
    expect(page.locator(".listen .stop")).to_be_visible()
    assert page.evaluate("said")[before]["text"] == content.chapters["symptoms"].title
    assert len(page.evaluate("said")) == before + 1
    go_to(page, "Home")
    page.wait_for_function("() => !speaking()")


@pytest.mark.parametrize("voices", [[], FAR_VOICE])
def test_nothing_is_shown_where_the_browser_has_no_voice_of_its_own(
    open_page: OpenPage, voices: list[dict[str, object]]
) -> None:
    # A voice that is not of this device would send the text to a server elsewhere.
    expect(listening(open_page, voices).locator(".listen")).to_be_hidden()
