"""My visit: three minutes give a sheet; what is chosen reaches it at once, in the order of the person."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.answers.file import as_file
from components.answers.model import Answers
from components.care_team import keep_view, take_view
from components.content.load import Content
from components.frame.pages import SCRIPTS
from tests.pages.test_pages import answers_of, html_of, open_page, plain


def sheet_of(app: AppTest) -> str:
    """Return the words of the sheet on the page."""
    return plain(html_of(app).split('class="sheet"')[1].split("</section>")[0])


def test_who_the_visit_is_with_stands_on_the_sheet_and_changes_what_is_offered(content: Content) -> None:
    app = open_page("care-team")
    app.radio(key="with-whom").set_value("pharmacist").run()
    assert answers_of(app).with_whom == "pharmacist"
    assert content.questions_file.roles["pharmacist"] in sheet_of(app)
    first = next(box for box in app.checkbox if str(box.key).startswith("question-"))
    assert first.key == f"question-{content.care_team.starter_questions['pharmacist'][0]}"
    app.radio(key="with-whom").set_value("").run()
    assert content.care_team.sheet.prepared_for_team in sheet_of(app)


def test_up_to_three_things_matter_and_a_fourth_is_not_ticked(content: Content) -> None:
    app = open_page("care-team")
    for matter in content.matters.matters[:3]:
        app.checkbox(key=f"matter-{matter.id}").check().run()
        assert matter.text in sheet_of(app)
    fourth = content.matters.matters[3]
    app.checkbox(key=f"matter-{fourth.id}").check().run()
    assert app.checkbox(key=f"matter-{fourth.id}").value is False
    assert fourth.text not in sheet_of(app)
    assert content.care_team.page.matters_full.format(most=3) in html_of(app)


def test_starting_fresh_leaves_nothing_else_to_bring_back() -> None:
    app = open_page("care-team")
    open_answers(app, as_file(Answers(notes="Saved before", questions=["who-to-ask"])))
    app.button(key="remove-who-to-ask").click().run()
    app.button(key="start-fresh").click().run()
    keys = {button.key for button in app.button}
    assert "undo-start-fresh" in keys and not keys & {"undo-open-answers", "put-question-back"}


def test_what_changed_is_told_in_a_few_words_and_reaches_the_sheet(content: Content) -> None:
    app = open_page("care-team")
    app.checkbox(key="change-bowel").check().run()
    assert next(change.said for change in content.changes.changes if change.id == "bowel") in sheet_of(app)
    app.text_input(key="change-note-bowel").set_value("Twice a week").run()
    assert answers_of(app).changes == {"bowel": "Twice a week"}
    assert "Twice a week" in sheet_of(app)


@pytest.mark.parametrize("field", ["takes", "thinks_of", "understood", "notes"])
def test_what_is_typed_reaches_the_sheet_and_survives_leaving_the_page(field: str) -> None:
    app = open_page("care-team")
    app.text_area(key=field).set_value("Typed text").run()
    app.switch_page(SCRIPTS["learn"]).run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert app.text_area(key=field).value == "Typed text"
    assert "Typed text" in sheet_of(app)


def test_a_long_text_that_is_pasted_is_kept_and_what_is_too_long_is_cut_in_sight(content: Content) -> None:
    app = open_page("care-team")
    app.text_area(key="notes").set_value("x" * 10_000).run()
    assert (len(answers_of(app).notes), [*app.warning]) == (10_000, [])
    app.text_area(key="notes").set_value("y" * 10_001).run()
    assert answers_of(app).notes == app.text_area(key="notes").value == "y" * 10_000
    assert [said.value for said in app.warning] == [content.frame.cut.format(most=10_000)]


def test_a_part_with_nothing_in_it_leads_to_its_page(content: Content) -> None:
    app = open_page("care-team")
    assert not [box for box in app.checkbox if str(box.key).startswith("include-")]
    assert all(words in html_of(app) for words in content.care_team.page.nothing_yet.values())


def test_the_page_builds_no_file_that_nobody_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def built(*_: Any, **__: Any) -> bytes:
        raise AssertionError("a file was built")

    for made in ("as_pdf", "as_fhir", "as_text", "as_html_file"):
        monkeypatch.setattr(take_view, made, built)
    monkeypatch.setattr(keep_view, "as_file", built)
    app = open_page("care-team")
    app.checkbox(key="question-who-to-ask").check().run()
    assert not app.exception


def open_answers(app: AppTest, data: bytes) -> AppTest:
    """Open a file of answers, as a person would choose it."""
    return app.file_uploader(key="open-answers").upload("answers.json", data, "application/json").run()


def test_saved_answers_take_the_place_of_those_there_and_can_be_undone(content: Content) -> None:
    app = open_page("care-team")
    app.text_area(key="notes").set_value("Here now").run()
    open_answers(app, as_file(Answers(notes="Saved before", with_whom="dietitian")))
    assert (answers_of(app).notes, app.text_area(key="notes").value) == ("Saved before", "Saved before")
    assert app.radio(key="with-whom").value == "dietitian"
    assert content.care_team.take.opened in [said.value for said in app.success]
    assert app.file_uploader[0].value is None, "the file would be left for the next person"
    answers_of(app).questions = ["who-to-ask"]
    app.run()
    app.button(key="remove-who-to-ask").click().run()
    app.button(key="undo-open-answers").click().run()
    assert answers_of(app) == Answers(notes="Here now")
    assert app.text_area(key="notes").value == "Here now"


@pytest.mark.parametrize(
    ("data", "word"), [(b"{", "not_ours"), (b'{"format": "ms-gut-guide-answers", "version": 9}', "newer")]
)
def test_a_file_that_cannot_be_opened_gives_one_sentence_and_loses_nothing(
    content: Content, data: bytes, word: str
) -> None:
    app = open_page("care-team")
    app.text_area(key="notes").set_value("Here now").run()
    open_answers(app, data)
    assert [said.value for said in app.error] == [getattr(content.care_team.take, word)]
    assert answers_of(app) == Answers(notes="Here now")


def test_a_red_flag_stands_first_on_my_visit_too(content: Content) -> None:
    app = open_page("habits")
    app.checkbox(key="caution-red-stroke").check().run()
    app.switch_page(SCRIPTS["care-team"]).run()
    drawn = html_of(app)
    words = content.care_team.page
    assert drawn.index(content.cautions["red-stroke"].caution) < drawn.index(words.questions_heading)


def test_chosen_questions_reach_the_sheet_and_survive_leaving_the_page(content: Content) -> None:
    app = open_page("care-team")
    app.checkbox(key="question-leaky-gut-me").check().run()
    app.switch_page(SCRIPTS["learn"]).run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert app.checkbox(key="question-leaky-gut-me").value is True
    assert content.questions["leaky-gut-me"].text in html_of(app).split('class="sheet"')[1]


def test_the_caution_ticked_on_habits_stands_on_the_sheet() -> None:
    app = open_page("habits")
    app.checkbox(key="caution-warfarin").check().run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert "warfarin" in html_of(app).split('class="sheet"')[1]


def test_a_part_left_out_is_not_on_the_sheet(content: Content) -> None:
    app = open_page("habits")
    app.radio(key="habit-fruit").set_value("one").run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert content.habits["fruit"].label in html_of(app).split('class="sheet"')[1]
    app.checkbox(key="include-habits").uncheck().run()
    assert content.care_team.sheet.habits_heading not in html_of(app).split('class="sheet"')[1]


def test_starting_fresh_clears_every_answer_and_can_be_undone() -> None:
    app = open_page("care-team")
    assert not [button for button in app.button if button.key == "start-fresh"]
    app.text_input(key="name").set_value("Zoe").run()
    app.checkbox(key="question-who-to-ask").check().run()
    app.button(key="start-fresh").click().run()
    assert answers_of(app) == Answers()
    assert app.text_input(key="name").value == ""
    app.button(key="undo-start-fresh").click().run()
    assert (answers_of(app).name, answers_of(app).questions) == ("Zoe", ["who-to-ask"])
    assert app.text_input(key="name").value == "Zoe"


def test_a_message_is_held_back_until_help_was_got_also_where_the_sheet_leaves_safety_out(content: Content) -> None:
    app = open_page("care-team")
    warning = content.care_team.take.message_urgent
    answers_of(app).cautions = {"red-stroke": True}
    answers_of(app).left_out = ["safety"]
    assert warning in [said.value for said in app.run().warning]
    answers_of(app).seen_to = ["red-stroke"]
    assert warning not in [said.value for said in app.run().warning]


def test_what_may_be_a_warning_sign_says_what_to_do_where_it_is_ticked(content: Content) -> None:
    app = open_page("care-team")
    sign = content.cautions["red-relapse"]
    said = content.care_team.page.change_urgent.format(ask=sign.ask, urgency=content.frame.urgency[sign.urgency])
    assert said not in html_of(app)
    assert said in html_of(app.checkbox(key="change-relapse").check().run())
