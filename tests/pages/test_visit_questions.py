"""My visit, the questions: picked, typed, put in order, taken off and brought back; none is lost or moved unasked."""

import pytest

from components.answers.model import MAX_OWN_QUESTIONS, OwnQuestion
from components.answers.view import UNDO
from components.content.load import Content
from components.frame.pages import SCRIPTS
from tests.pages.test_my_visit import sheet_of
from tests.pages.test_pages import answers_of, html_of, open_page


def test_questions_move_up_and_down_and_the_sheet_follows(content: Content) -> None:
    app = open_page("care-team")
    answers_of(app).questions = ["who-to-ask", OwnQuestion(own="Mine?"), "check-my-list"]
    app.run()
    mine = next(str(button.key) for button in app.button if str(button.key).startswith("up-own-"))
    app.button(key=mine).click().run()
    assert answers_of(app).questions == [OwnQuestion(own="Mine?"), "who-to-ask", "check-my-list"]
    assert content.care_team.page.moved.format(number=1, count=3) in html_of(app)
    assert mine not in {button.key for button in app.button}
    app.button(key="down-who-to-ask").click().run()
    sheet = sheet_of(app)
    places = [
        sheet.index(text) for text in ("Mine?", *(content.questions[q].text for q in ("check-my-list", "who-to-ask")))
    ]
    assert places == sorted(places)


def test_a_question_taken_off_the_list_is_no_longer_ticked() -> None:
    app = open_page("care-team")
    app.checkbox(key="question-who-to-ask").check().run()
    app.button(key="remove-who-to-ask").click().run()
    assert answers_of(app).questions == []
    assert app.checkbox(key="question-who-to-ask").value is False


def test_a_question_brought_back_stands_where_it_stood_and_nothing_else_comes_with_it() -> None:
    app = open_page("care-team")
    answers_of(app).questions = ["who-to-ask", OwnQuestion(own="Mine?"), "check-my-list", "one-change"]
    app.run()
    own = next(str(button.key) for button in app.button if str(button.key).startswith("remove-own-"))
    app.button(key=own).click().run()
    app.button(key="remove-one-change").click().run()
    app.button(key="put-question-back").click().run()
    assert answers_of(app).questions == ["who-to-ask", "check-my-list", "one-change"]
    app.button(key="remove-who-to-ask").click().run()
    app.checkbox(key="question-check-my-list").uncheck().run()
    app.button(key="put-question-back").click().run()
    assert answers_of(app).questions == ["who-to-ask", "one-change"]
    assert app.checkbox(key="question-who-to-ask").value is True


def test_after_ten_minutes_a_button_left_on_the_screen_brings_nothing_back() -> None:
    app = open_page("care-team")
    app.checkbox(key="question-who-to-ask").check().run()
    app.button(key="remove-who-to-ask").click().run()
    app.session_state[UNDO]["put-question-back"]["until"] = 0
    app.button(key="put-question-back").click().run()
    assert answers_of(app).questions == []


def test_a_typed_question_is_brought_back_only_where_there_is_room(content: Content) -> None:
    app = open_page("care-team")
    typed = [OwnQuestion(own=f"Question {number}?") for number in range(MAX_OWN_QUESTIONS)]
    answers_of(app).questions = [*typed]
    app.run()
    button = next(button for button in app.button if str(button.key).startswith("remove-own-"))
    button.click().run()
    button.click().run()  # pressed once more while it was drawn away
    assert answers_of(app).questions == typed[1:]
    answers_of(app).add_own_question("One more?")
    app.button(key="put-question-back").click().run()
    assert len(answers_of(app).own_questions) == MAX_OWN_QUESTIONS
    assert content.care_team.page.own_question_too_many in [said.value for said in app.warning]


def test_a_question_the_guide_no_longer_has_stands_in_nobodys_way() -> None:
    app = open_page("care-team")
    answers_of(app).questions = ["who-to-ask", "gone", "check-my-list"]
    app.run()
    app.button(key="up-check-my-list").click().run()
    assert answers_of(app).questions == ["check-my-list", "who-to-ask"]


def test_every_question_of_the_bank_can_be_chosen(content: Content) -> None:
    app = open_page("care-team")
    assert {f"question-{name}" for name in content.questions} <= {box.key for box in app.checkbox}


def test_a_typed_question_is_shown_literally_and_the_field_is_emptied() -> None:
    app = open_page("care-team")
    text = "<b>#set</b> $x$ *a* _b_ [c](d)"
    app.text_area(key="own-question").set_value(text)
    app.button(key="add-own-question").click().run()
    assert answers_of(app).own_questions == (text,)
    assert app.text_area(key="own-question").value == ""
    assert "<b>#set" not in html_of(app).split('class="sheet"')[1]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("x" * 301, "own_question_too_long"), ("   ", "own_question_empty"), ("Why?", "own_question_twice")],
)
def test_a_question_that_cannot_be_added_stays_in_its_field_with_the_reason(
    content: Content, typed: str, word: str
) -> None:
    app = open_page("care-team")
    answers_of(app).questions = [OwnQuestion(own="Why?")]
    app.text_area(key="own-question").set_value(typed).run()
    app.button(key="add-own-question").click().run()
    expected = getattr(content.care_team.page, word).format(count=len(typed) - 300)
    assert expected in [warning.value for warning in app.warning]
    assert app.text_area(key="own-question").value == typed
    assert answers_of(app).own_questions == ("Why?",)


def test_a_question_typed_and_not_added_survives_leaving_the_page_and_is_pointed_out(content: Content) -> None:
    app = open_page("care-team")
    app.text_area(key="own-question").set_value("Half a question").run()
    app.switch_page(SCRIPTS["about"]).run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert app.text_area(key="own-question").value == "Half a question"
    assert content.care_team.take.draft_left in [warning.value for warning in app.warning]
    app.button(key="add-question-left").click().run()
    assert answers_of(app).own_questions == ("Half a question",)


def test_a_second_press_on_take_off_takes_off_no_other_question() -> None:
    app = open_page("care-team")
    answers_of(app).questions = [OwnQuestion(own=text) for text in ("First?", "Second?", "Third?")]
    app.run()
    first = next(button for button in app.button if "remove-own" in str(button.key))
    first.click().run()
    assert answers_of(app).own_questions == ("Second?", "Third?")
    assert first.key not in {button.key for button in app.button}


def test_more_than_five_questions_say_that_the_page_may_need_a_second_side(content: Content) -> None:
    app = open_page("care-team")
    answers_of(app).questions = [*list(content.questions)[:6]]
    assert content.care_team.page.many_questions.format(count=6) in html_of(app.run())


def test_an_empty_question_says_what_to_do(content: Content) -> None:
    app = open_page("care-team")
    app.button(key="add-own-question").click().run()
    assert [warning.value for warning in app.warning] == [content.care_team.page.own_question_empty]
