"""Week by week and special diets as a whole: kept as they are filled in, and brought back when deleted."""

from datetime import date

from components.answers.model import Answers
from components.content.load import Content
from components.frame.pages import SCRIPTS
from tests.pages.test_habits import choose, open_part
from tests.pages.test_pages import answers_of, html_of, open_page


def test_a_check_in_is_kept_as_it_is_filled_in_and_can_be_deleted_and_brought_back(content: Content) -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    app.query_params["part"] = "weeks"
    app.run()
    app.button(key="start-check-in").click().run()
    (check_in,) = answers_of(app).check_ins
    day = check_in.day.isoformat()
    app.radio(key=f"week-{day}-went").set_value("some-days").run()
    app.radio(key=f"week-{day}-fruit").set_value("two").run()
    app.text_input(key=f"week-{day}-went_well").set_value("It was <i>nice</i>").run()
    app.checkbox(key=f"week-{day}-swallowing-belly").check().run()
    hurdle = next(hurdle for hurdle in content.weeks.hurdles if hurdle.id == "swallowing-belly")
    assert str(hurdle.say) in html_of(app)
    app.button(key="check-in-done").click().run()
    app.switch_page(SCRIPTS["about"]).run()
    app.query_params["part"] = "weeks"
    app.switch_page(SCRIPTS["habits"]).run()
    (check_in,) = answers_of(app).check_ins
    assert (check_in.went, check_in.habits, check_in.step) == (
        "some-days",
        {"fruit": "two"},
        content.steps["fruit-applesauce"].text,
    )
    assert "It was &lt;i&gt;nice&lt;/i&gt;" in html_of(app)
    app.button(key=f"delete-{day}").click().run()
    assert answers_of(app).check_ins == []
    app.button(key="undo-check-in").click().run()
    assert answers_of(app).check_ins == [check_in]


def test_a_step_put_on_hold_since_is_not_asked_for_in_the_check_in(content: Content) -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    app.query_params["part"] = "weeks"
    app.run()
    app.button(key="start-check-in").click().run()
    answers_of(app).cautions = {"swallowing": True}
    app.run()
    assert content.weeks.page.no_step in html_of(app)
    assert "applesauce" not in html_of(app).split("check-in")[-1]


def test_nobody_who_said_that_food_rules_worry_them_is_asked_for_notes(content: Content) -> None:
    kept = Answers(cautions={"eating-disorder": True})
    kept.start_check_in(date(2026, 11, 23), "")
    app = open_part("weeks", kept)
    assert content.weeks.page.food_worry in html_of(app)
    assert {str(button.key) for button in app.button} == {"delete-2026-11-23", "clear-habits"}
    assert len(app.get("plotly_chart")) == 0


def test_a_question_about_a_diet_goes_onto_the_sheet(content: Content) -> None:
    app = open_part("diets")
    app.checkbox(key="diet-wahls").check().run()
    assert content.diets["wahls"].bottom_line in html_of(app)
    app.checkbox(key="question-diet-wahls").check().run()
    app.switch_page(SCRIPTS["care-team"]).run()
    assert app.checkbox(key="question-diet-wahls").value is True
    assert content.questions["diet-wahls"].text in html_of(app).split('class="sheet"')[1]
    app.checkbox(key="question-diet-wahls").uncheck().run()
    app.query_params["part"] = "diets"
    app.switch_page(SCRIPTS["habits"]).run()
    assert app.checkbox(key="question-diet-wahls").value is False


def test_a_fourth_diet_waits_until_one_is_taken_off(content: Content) -> None:
    app = open_part("diets", Answers(diets=["wahls", "swank", "fasting"]))
    app.checkbox(key="diet-ketogenic").check().run()
    assert app.checkbox(key="diet-ketogenic").value is False
    assert content.diets_file.page.full.format(most=3) in html_of(app)
    app.checkbox(key="diet-swank").uncheck().run()
    app.checkbox(key="diet-ketogenic").check().run()
    assert answers_of(app).diets == ["wahls", "fasting", "ketogenic"]
