"""Habits as a whole: safety stops the page, feedback stands under its answer, and all of it is kept or brought back."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.answers.model import OWN_STEP, Answers
from components.answers.view import KEY
from components.content.habits import SKIP
from components.content.load import Content
from components.frame.pages import SCRIPTS
from components.habits.parts import screens
from tests.pages.test_pages import answers_of, html_of, open_page, plain


def open_part(part: str, answers: Answers | None = None) -> AppTest:
    """Start a visit, with answers if there are some, and open a part of Habits."""
    app = open_page()
    if answers:
        app.session_state[KEY] = answers
    app.query_params["part"] = part
    app = app.switch_page(SCRIPTS["habits"]).run()
    assert not app.exception
    return app


def keys(app: AppTest) -> set[str]:
    """Return the keys of all ticks and choices of a page."""
    return {str(widget.key) for widget in (*app.checkbox, *app.radio)}


def test_habit_and_caution_answers_survive_leaving_the_page() -> None:
    app = open_page("habits")
    app.checkbox(key="caution-warfarin").check().run()
    app.radio(key="habit-vegetables").set_value("two").run()
    app.switch_page(SCRIPTS["about"]).run()
    app.switch_page(SCRIPTS["habits"]).run()
    assert app.checkbox(key="caution-warfarin").value is True
    assert app.radio(key="habit-vegetables").value == "two"
    assert answers_of(app).habits == {"vegetables": "two"}


def test_an_answer_is_not_taken_back_by_a_browser_that_did_not_know_of_it() -> None:
    app = open_page("habits")
    app.radio(key="habit-vegetables").set_value("two").run()
    app.radio(key="habit-vegetables").set_value(None).run()
    assert answers_of(app).habits == {"vegetables": "two"}
    assert app.radio(key="habit-vegetables").value == "two"


def test_none_of_the_others_keeps_a_yes_and_its_tick(content: Content) -> None:
    app = open_page("habits")
    app.checkbox(key="caution-warfarin").check().run()
    assert app.checkbox(key="none-of-medicines").label == content.habits_page.page.none_of_the_others
    app.checkbox(key="none-of-medicines").check().run()
    assert app.checkbox(key="caution-warfarin").value is True
    app.checkbox(key="caution-kidney").check().run()
    assert app.checkbox(key="none-of-medicines").value is True
    assert set(answers_of(app).ticked_cautions) == {"warfarin", "kidney"}
    app.checkbox(key="caution-kidney").uncheck().run()
    assert app.checkbox(key="none-of-medicines").value is False, "kidney is not answered now"
    assert answers_of(app).ticked_cautions == ("warfarin",)


def test_each_paragraph_of_a_red_flag_stands_alone(content: Content) -> None:
    app = open_page("habits")
    app.checkbox(key="caution-red-blocked-bowel").check().run()
    parts = content.cautions["red-blocked-bowel"].caution.split("\n\n")
    assert len(parts) > 1
    for part in parts:
        assert html_of(app).count(f"<p>{part}</p>") == 2


def test_how_sure_we_are_of_a_habit_leads_to_its_claim(content: Content) -> None:
    app = open_page("habits")
    app.radio(key="habit-vegetables").set_value("two").run()
    assert f'href="/evidence?claim={content.habits["vegetables"].claims[0]}"' in html_of(app)


def test_a_ticked_red_flag_is_answered_beside_its_tick(content: Content) -> None:
    app = open_page("habits")
    app.checkbox(key="caution-red-stroke").check().run()
    assert html_of(app).count(content.cautions["red-stroke"].caution) == 2


def test_a_skip_is_kept_when_the_page_is_left_and_gives_no_feedback() -> None:
    app = open_page("habits")
    app.radio(key="habit-fruit").set_value("one").run()
    app.radio(key="habit-fruit").set_value(SKIP).run()
    assert 'class="feedback"' not in html_of(app)
    app.switch_page(SCRIPTS["about"]).run()
    app.switch_page(SCRIPTS["habits"]).run()
    assert app.radio(key="habit-fruit").value == SKIP
    app.switch_page(SCRIPTS["care-team"]).run()
    assert "Fruit:" not in html_of(app)


def test_every_caution_and_habit_is_asked_and_safety_first(content: Content) -> None:
    app = open_page("habits")
    assert {f"caution-{name}" for name in content.cautions} | {f"habit-{name}" for name in content.habits} <= keys(app)
    drawn = html_of(app)
    words = content.habits_page.page
    order = [words.opt_out, words.cautions_heading, words.check_heading, content.steps_file.page.heading]
    assert [drawn.index(part) for part in order] == sorted(drawn.index(part) for part in order)


def test_feedback_has_no_number_that_sums_up(content: Content) -> None:
    app = open_page("habits")
    for habit in content.habits.values():
        app.radio(key=f"habit-{habit.id}").set_value(habit.scale[0].id)
    drawn = html_of(app.run())
    assert drawn.count('class="feedback"') == len(content.habits)
    told = re.sub(r"<details.*?</details>", "", drawn.split("feedback-lead")[1].split("guide-foot")[0], flags=re.DOTALL)
    assert not re.search(r"\b(score|total|grade|points out)\b|\b\d+ (?:out )?of \d+\b|\d+/\d+ ", told, re.IGNORECASE)


FLAGGED = Answers(cautions={"red-choking": True}, habits={"fruit": "one"}, diets=["wahls"])


@pytest.mark.parametrize("part", ["all", "weeks", "diets", "step", "fruit", "safety-red-flag"])
def test_a_red_flag_stops_every_part_until_help_was_got(content: Content, part: str) -> None:
    words = content.habits_page.page
    app = open_part(part, FLAGGED.model_copy(deep=True))
    drawn = html_of(app)
    assert content.cautions["red-choking"].caution in drawn
    for held_back in ('class="feedback"', 'class="compare', words.next_text, words.clear, words.opt_out):
        assert held_back not in drawn, held_back
    assert {key for key in keys(app) if not key.startswith(("caution-red-", "none-of-red-flag"))} == set()
    app.button(key="red-flag-help").click().run()
    assert words.next_text in html_of(app) or content.weeks.page.lead in html_of(app)
    assert answers_of(app).habits == {"fruit": "one"}
    app.switch_page(SCRIPTS["care-team"]).run()
    assert content.cautions["red-choking"].ask in html_of(app).split('class="sheet"')[1]


def test_a_red_flag_ticked_by_mistake_lets_go_when_it_is_unticked() -> None:
    app = open_part("all", FLAGGED.model_copy(deep=True))
    app.checkbox(key="caution-red-choking").uncheck().run()
    assert 'class="feedback"' in html_of(app)


def test_whom_food_rules_worry_sees_no_counts_and_no_steps_unless_they_want_to(content: Content) -> None:
    words = content.habits_page.page
    for part, held_back in (
        ("all", "habit-fruit"),
        ("fruit", "habit-fruit"),
        ("step", "step-habit"),
        ("diets", "diet-wahls"),
    ):
        app = open_part(part, Answers(cautions={"eating-disorder": True}))
        assert held_back not in keys(app) and words.food_worry in html_of(app), part
        next(button for button in app.button if "food-anyway" in str(button.key)).click().run()
        assert held_back in keys(app), part


def test_the_page_stays_where_it_is_when_an_answer_is_given() -> None:
    app = open_page()
    app.session_state[KEY] = Answers(one_at_a_time=True)
    app = app.switch_page(SCRIPTS["habits"]).run()
    heading = app.title[0].value
    app.checkbox(key="none-of-red-flag").check().run()
    assert app.title[0].value == heading


def test_a_ticked_caution_says_what_goes_onto_the_sheet_where_it_was_ticked(content: Content) -> None:
    app = open_page("habits")
    for caution in content.cautions.values():
        if not caution.red_flag:
            app.checkbox(key=f"caution-{caution.id}").check()
    drawn = plain(html_of(app.run())).replace("&#x27;", "'")
    for caution in content.cautions.values():
        if not caution.red_flag:
            assert f"{content.habits_page.page.on_your_sheet} “{caution.question_for_team}”" in drawn, caution.id


@pytest.mark.parametrize("number", range(17))
def test_each_screen_asks_its_own_and_leads_on(content: Content, number: int) -> None:
    every = screens(content)
    screen = every[number]
    app = open_part(screen.id)
    words = content.habits_page.page
    assert [title.value for title in app.title] == [screen.title]
    assert words.place.format(number=number + 1, count=len(every)) in html_of(app)
    if screen.group:
        mine = {f"caution-{c.id}" for c in content.cautions.values() if c.group == screen.group}
        assert {key for key in keys(app) if key.startswith("caution-")} == mine
    else:
        assert {key for key in keys(app) if key.startswith(("caution-", "habit-"))} == (
            {f"habit-{screen.habit}"} if screen.habit else set()
        )
    assert answers_of(app).one_at_a_time
    labels = html_of(app)
    if number + 1 < len(every):
        assert words.next_screen.format(title=every[number + 1].title) in labels
    if number:
        assert words.previous_screen.format(title=every[number - 1].title) in labels


def test_an_address_with_no_such_part_says_so_and_shows_the_page(content: Content) -> None:
    app = open_part("../etc")
    assert [info.value for info in app.info] == [content.habits_page.page.no_such_part]
    assert app.checkbox(key="caution-warfarin")


def choose(app: AppTest, habit: str, step: str) -> AppTest:
    """Choose a small step."""
    app.radio(key="step-habit").set_value(habit).run()
    return app.radio(key="step-choice").set_value(step).run()


def test_a_step_from_choice_to_sheet(content: Content) -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    assert app.text_input(key="step-when").value == "I finish lunch"
    app.text_input(key="step-will").set_value("have <b>half</b> a cup").run()
    app.radio(key="step-importance").set_value("7").run()
    app.radio(key="step-confidence").set_value("8").run()
    assert not [button for button in app.button if "take-fruit" in str(button.key)]
    app.switch_page(SCRIPTS["about"]).run()
    app.switch_page(SCRIPTS["habits"]).run()
    assert app.radio(key="step-choice").value == "fruit-applesauce"
    assert app.radio(key="step-confidence").value == "8"
    app.switch_page(SCRIPTS["care-team"]).run()
    sheet = html_of(app).split('class="sheet"')[1]
    assert "When I finish lunch, I will have &lt;b&gt;half&lt;/b&gt; a cup." in sheet
    assert content.care_team.sheet.step_confidence.format(number=8) in sheet
    app.checkbox(key="include-step").uncheck().run()
    assert "applesauce" not in html_of(app).split('class="sheet"')[1]


def test_who_is_unsure_can_take_a_smaller_step(content: Content) -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    app.radio(key="step-confidence").set_value("4").run()
    app.button(key="take-fruit-easy-to-hold").click().run()
    plan = answers_of(app).plan
    assert (plan.step, plan.confidence, plan.when) == (
        "fruit-easy-to-hold",
        None,
        content.steps["fruit-easy-to-hold"].when,
    )
    assert app.radio(key="step-choice").value == "fruit-easy-to-hold"
    assert app.text_input(key="step-when").value == plan.when


def test_an_own_step_is_shown_literally_and_its_plan_is_kept() -> None:
    app = choose(open_page("habits"), "fruit", OWN_STEP)
    app.text_input(key="step-own").set_value("<script>*a*</script>").run()
    assert "&lt;script&gt;*a*&lt;/script&gt;" in html_of(app)
    assert answers_of(app).plan.own == "<script>*a*</script>"


def test_a_caution_ticked_later_puts_the_step_on_hold_and_off_the_sheet(content: Content) -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    app.checkbox(key="caution-kidney").check().run()
    words = content.steps_file.page
    assert words.paused.format(step=content.steps["fruit-applesauce"].text) in html_of(app)
    assert answers_of(app).plan.step == "fruit-applesauce"
    app.switch_page(SCRIPTS["care-team"]).run()
    assert content.care_team.sheet.step_heading not in html_of(app).split('class="sheet"')[1]


def test_a_step_for_low_energy_and_one_hand_fits_both(content: Content) -> None:
    app = open_page("habits")
    app.radio(key="step-habit").set_value("fruit").run()
    app.checkbox(key="fit-low-energy").check().run()
    app.checkbox(key="fit-one-hand").check().run()
    shown = app.radio(key="step-choice").options
    fitting = [s.text for s in content.steps.values() if s.habit == "fruit" and {"low-energy", "one-hand"} <= {*s.fits}]
    assert sorted(shown) == sorted([*fitting, content.steps_file.page.own_step])


def test_all_of_the_page_can_be_cleared_and_brought_back() -> None:
    app = choose(open_page("habits"), "fruit", "fruit-applesauce")
    app.checkbox(key="caution-warfarin").check().run()
    app.radio(key="habit-vegetables").set_value("two").run()
    before = answers_of(app).model_dump()
    app.button(key="clear-habits").click().run()
    assert answers_of(app) == Answers()
    assert app.checkbox(key="caution-warfarin").value is False
    assert app.radio(key="habit-vegetables").value is None
    app.radio(key="habit-fruit").set_value("two").run()
    app.button(key="undo-clear-habits").click().run()
    before["habits"]["fruit"] = "two"
    assert answers_of(app).model_dump() == before, "what was answered since stays"
    assert app.checkbox(key="caution-warfarin").value is True
    assert app.radio(key="habit-vegetables").value == "two"
    assert app.radio(key="step-choice").value == "fruit-applesauce"


def test_nothing_to_clear_offers_no_button_to_clear() -> None:
    assert not [button for button in open_page("habits").button if button.key == "clear-habits"]
