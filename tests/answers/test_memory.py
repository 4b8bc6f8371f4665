"""What a tab kept comes back, what was said since holds, and nothing else than sound answers is taken."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.memory import LONGEST, read, together
from components.answers.model import MAX_OWN_QUESTIONS, Answers, CheckIn, Plan

DAY = datetime.date(2026, 11, 23)
DAYS = (DAY, DAY + datetime.timedelta(days=1))

ANSWERS = st.builds(
    Answers,
    cautions=st.dictionaries(st.sampled_from("abc"), st.booleans()),
    habits=st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz")),
    questions=st.lists(st.sampled_from("abc"), unique=True),
    own_questions=st.lists(st.sampled_from(["q1", "q2"]), unique=True),
    notes=st.sampled_from(["", "one", "two"]),
    one_at_a_time=st.booleans(),
    plan=st.builds(Plan, habit=st.sampled_from(["", "a", "b"]), confidence=st.none() | st.integers(0, 10)),
    check_ins=st.dates(DAY, DAY + datetime.timedelta(days=1)).map(lambda day: [CheckIn(day=day, went="once")])
    | st.just([]),
    diets=st.lists(st.sampled_from("abcd"), unique=True, max_size=3),
)


@given(ANSWERS)
def test_answers_come_back_as_they_were(answers: Answers) -> None:
    assert read(answers.model_dump_json()) == answers
    assert together(answers, Answers()) == answers


@given(ANSWERS, ANSWERS)
def test_nothing_said_since_is_lost_and_nothing_kept_that_was_not_said_anew(kept: Answers, now: Answers) -> None:
    both = together(kept, now)
    assert both.cautions == {**kept.cautions, **now.cautions}
    assert both.habits == {**kept.habits, **now.habits}
    assert set(both.questions) == {*kept.questions, *now.questions}
    assert both.notes == (now.notes or kept.notes)
    assert both.plan.habit == (now.plan.habit or kept.plan.habit)
    expected = now.plan.confidence if now.plan.confidence is not None else kept.plan.confidence
    assert both.plan.confidence == expected
    assert {c.day for c in both.check_ins} == {c.day for c in (*kept.check_ins, *now.check_ins)}
    assert len(both.diets) <= 3


def test_what_fills_a_list_does_not_bring_the_rest_down() -> None:
    kept = Answers(own_questions=[f"q{n}" for n in range(MAX_OWN_QUESTIONS)], notes="kept", diets=["a", "b", "c"])
    both = together(kept, Answers(own_questions=["new"], diets=["d"]))
    assert both.notes == "kept"
    assert "new" in both.own_questions and len(both.own_questions) == MAX_OWN_QUESTIONS
    assert "d" in both.diets


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '{"streak": 3}', '{"cautions": {"a": "maybe"}}', 7, None, b"{}", "x" * (LONGEST + 1),
     '{"plan": {"confidence": 11}}', "[" * 5000, '{"version": 2}'],
)  # fmt: skip
def test_anything_else_is_not_taken(text: object) -> None:
    assert read(text) is None


def test_ten_years_of_full_check_ins_still_fit() -> None:
    check_ins = [
        CheckIn(
            day=DAY - datetime.timedelta(weeks=n), step="\u00e9" * 200, went="most-days", went_well="\u00e9" * 200,
            note="\u00e9" * 200, habits={"whole-grains": "days-1-2"}, hurdles=["tired"],
        )
        for n in range(520, 0, -1)
    ]  # fmt: skip
    assert read(Answers(check_ins=check_ins).model_dump_json()) is not None
