"""What is pressed while a page is drawn anew stays."""

import pytest

from components.answers.model import Answers, Plan
from components.answers.view import KEY
from components.frame.pages import SCRIPTS
from tests.pages.test_pages import open_page

PARTS = [(page_id, "") for page_id in SCRIPTS] + [("habits", part) for part in ("weeks", "diets", "step", "vegetables")]


@pytest.mark.parametrize(("page_id", "part"), PARTS)
def test_a_page_drawn_anew_takes_back_nothing_that_was_pressed_meanwhile(page_id: str, part: str) -> None:
    """A value that is sent to the browser again takes the place of what the person chose while it was on its way."""
    app = open_page()
    plan = Plan(habit="vegetables", step="vegetables-canned-pumpkin", confidence=5)
    app.session_state[KEY] = Answers(habits={"fruit": "two"}, plan=plan, diets=["mediterranean"], notes="A note")
    if part:
        app.query_params["part"] = part
    app = app.switch_page(SCRIPTS[page_id]).run()  # type: ignore[index]
    assert not app.run().exception
    sent = [element.proto.id for element in app if getattr(getattr(element, "proto", None), "set_value", False)]
    assert sent == []
