"""Every page runs, has one h1 and the frame around it, and answers are kept when pages are switched."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.answers.model import Answers
from components.content.labels import date_words
from components.content.load import Content
from components.frame.pages import SCRIPTS, page_words

VISIT = str(Path(__file__).resolve().parents[2] / "components/frame/visit.py")


def open_page(page_id: str = "home") -> AppTest:
    """Start a visit and open a page."""
    app = AppTest.from_file(VISIT, default_timeout=30).run()
    if page_id != "home":
        app = app.switch_page(SCRIPTS[page_id]).run()  # type: ignore[index]
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    """Return all HTML and text a page draws, top to bottom."""
    parts = []
    for element in app:
        proto = getattr(element, "proto", None)
        parts.append(str(getattr(proto, "body", "") or getattr(element, "value", "") or getattr(element, "label", "")))
    return "\n".join(parts)


def plain(markup: str) -> str:
    """Return HTML without its tags."""
    return re.sub(r"<[^>]+>", "", markup)


def answers_of(app: AppTest) -> Answers:
    """Return the answers the visit holds."""
    answers = app.session_state["answers"]
    assert isinstance(answers, Answers)
    return answers


@pytest.mark.parametrize("page_id", SCRIPTS)
def test_every_page_opens_with_one_h1_help_line_minutes_and_date(content: Content, page_id: str) -> None:
    app = open_page(page_id)
    words = page_words(content)[page_id]  # type: ignore[index]
    drawn = html_of(app)
    assert [title.value for title in app.title] == [words.h1]
    assert content.frame.help_line.format(emergency_number=content.clinic.emergency_number) in plain(drawn)
    assert "guide-facts" in drawn
    assert date_words(content.frame, content.checked_on) in drawn
    assert content.frame.footer[1] in drawn


@pytest.mark.parametrize("page_id", ["learn", "evidence"])
@pytest.mark.parametrize("value", ["no-such", "<script>alert(1)</script>", "' OR 1=1", "\u202e"])
def test_an_unknown_query_string_gets_one_sentence_and_loses_nothing(
    content: Content, page_id: str, value: str
) -> None:
    plain = open_page(page_id)
    app = AppTest.from_file(VISIT, default_timeout=30).run()
    for name in ("chapter", "claim", "admin"):
        app.query_params[name] = value
    app = app.switch_page(SCRIPTS[page_id]).run()  # type: ignore[index]
    assert not app.exception
    said = {"learn": content.learn.page.no_such_chapter, "evidence": content.evidence.page.no_such_claim}
    if page_id in said:
        assert html_of(app).count(said[page_id] + "\n") == 1
    assert html_of(app).replace(said.get(page_id, "") + "\n", "") == html_of(plain)


def test_a_chapter_address_opens_the_chapter(content: Content) -> None:
    app = AppTest.from_file(VISIT, default_timeout=30).run()
    app.query_params["chapter"] = "leaky-gut"
    app = app.switch_page(SCRIPTS["learn"]).run()
    assert [title.value for title in app.title] == [content.chapters["leaky-gut"].title]


def test_a_claim_address_opens_the_claim() -> None:
    app = AppTest.from_file(VISIT, default_timeout=30).run()
    app.query_params["claim"] = "fasting"
    app = app.switch_page(SCRIPTS["evidence"]).run()
    assert re.search(r'data-claim="fasting"[^>]* open>', html_of(app))


def test_two_visits_do_not_share_answers() -> None:
    one, other = open_page("habits"), open_page("habits")
    one.checkbox(key="caution-warfarin").check().run()
    other.run()
    assert answers_of(one).ticked_cautions == ("warfarin",)
    assert answers_of(other).ticked_cautions == ()


def test_a_chapter_in_short_leaves_the_story_out_and_the_switch_holds(content: Content) -> None:
    app = open_page("learn")
    app.toggle(key="short-version").set_value(True).run()
    assert answers_of(app).short_version
    app.query_params["chapter"] = "leaky-gut"
    app.run()
    chapter = content.chapters["leaky-gut"]
    drawn = html_of(app)
    assert chapter.story[0].heading not in drawn
    assert all(plain(part.text)[:30] in plain(drawn) for part in chapter.short[:1])
    app.switch_page(SCRIPTS["evidence"]).run()
    assert app.toggle(key="short-version").value is True
    app.switch_page(SCRIPTS["learn"]).run()
    assert app.toggle(key="short-version").value is True


def test_an_answer_to_a_teach_back_is_kept_and_gets_its_reply(content: Content) -> None:
    app = open_page("learn")
    app.query_params["chapter"] = "leaky-gut"
    app.run()
    option = content.chapters["leaky-gut"].teach_back.options[1]
    app.radio(key="teach-back-leaky-gut").set_value(option.id).run()
    assert option.reply.text in plain(html_of(app)).replace("&#x27;", "'")
    app.switch_page(SCRIPTS["about"]).run()
    app.query_params["chapter"] = "leaky-gut"
    app.switch_page(SCRIPTS["learn"]).run()
    assert answers_of(app).teach_back == {"leaky-gut": option.id}
    assert app.radio(key="teach-back-leaky-gut").value == option.id


def test_a_chapter_shows_all_its_parts_in_their_order(content: Content) -> None:
    words = content.learn.page
    for number, chapter in enumerate(content.chapters.values(), start=1):
        app = AppTest.from_file(VISIT, default_timeout=30).run()
        app.query_params["chapter"] = chapter.id
        app = app.switch_page(SCRIPTS["learn"]).run()
        assert not app.exception
        drawn = unescape(plain(html_of(app)))
        parts = [
            words.chapter_place.format(number=number, count=len(content.chapters)),
            chapter.key_point.text,
            words.picture.heading,
            chapter.picture.caption,
            words.picture.how,
            chapter.picture.seen,
            *(passage.text for section in chapter.story for passage in section.passages),
            words.heard_heading,
            *(content.claims[name].heard_in[0].phrase for name in chapter.heard),
            *(passage.text for passage in chapter.not_known),
            words.teach_back_heading,
            chapter.next_step,
            words.claims_heading,
        ]
        places = [drawn.find(part) for part in parts]
        assert -1 not in places, (chapter.id, parts[places.index(-1)])
        assert places[0] < places[1] < places[2] < places[4] < places[6], chapter.id
        assert places == sorted(places) or places[7:] == sorted(places[7:]), chapter.id


def test_the_list_of_chapters_says_which_is_open_and_which_were_opened(content: Content) -> None:
    app = open_page("learn")
    for name in ("leaky-gut", "symptoms"):
        app.query_params["chapter"] = name
        app.run()
    labels = html_of(app)
    words = content.learn.page
    assert re.search(rf"{content.chapters['symptoms'].title} \(\d min\) {re.escape(words.chapter_here)}", labels)
    assert re.search(rf"{content.chapters['leaky-gut'].title} \(\d min\) {re.escape(words.chapter_opened)}", labels)
    assert labels.count(words.chapter_opened) == 1


def test_the_claims_one_hears_come_first_on_evidence_each_with_verdict_why_and_both_answers(content: Content) -> None:
    drawn = unescape(plain(html_of(open_page("evidence"))))
    labels = content.frame.labels
    for heard in content.evidence.heard:
        part = drawn[drawn.index(heard.heard) :][:900]
        for said in (heard.verdict, heard.why, labels.verdict[content.claims[heard.claim].verdict]):
            assert said in part, heard.claim
    assert drawn.index(content.evidence.heard[0].heard) < drawn.index(content.evidence.page.ledger_heading)
    subjects = {
        "pills-fix-leaky-gut",
        "bone-broth-heals-gut",
        "glutamine-heals-gut",
        "l-reuteri-helps-ms",
        "fmt-treats-ms",
    }
    assert subjects < {heard.claim for heard in content.evidence.heard}
