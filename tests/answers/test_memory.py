"""What a tab kept comes back, what was said since holds, and nothing else than sound answers is taken."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.memory import LONGEST, read, together
from components.answers.model import MAX_OWN_QUESTIONS, Answers, CheckIn, OwnQuestion, Plan

DAY = datetime.date(2026, 11, 23)
DAYS = (DAY, DAY + datetime.timedelta(days=1))

ANSWERS = st.builds(
    Answers,
    cautions=st.dictionaries(st.sampled_from("abc"), st.booleans()),
    habits=st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz")),
    questions=st.lists(st.sampled_from(["a", "b", OwnQuestion(own="q1"), OwnQuestion(own="q2")]), unique_by=str),
    matters=st.lists(st.sampled_from("abc"), unique=True),
    changes=st.dictionaries(st.sampled_from("abc"), st.sampled_from(["", "note"])),
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
    assert sorted(map(str, both.questions)) == sorted({str(q) for q in (*kept.questions, *now.questions)})
    assert both.changes == {**kept.changes, **now.changes}
    assert both.notes == (now.notes or kept.notes)
    assert both.plan == (now.plan if now.plan != Plan() else kept.plan)
    assert {c.day for c in both.check_ins} == {c.day for c in (*kept.check_ins, *now.check_ins)}
    assert len(both.diets) <= 3


def test_what_fills_a_list_does_not_bring_the_rest_down() -> None:
    typed = [OwnQuestion(own=f"q{n}") for n in range(MAX_OWN_QUESTIONS)]
    kept = Answers(questions=["ready", *typed], notes="kept", diets=["a", "b", "c"], matters=["a", "b", "c"])
    both = together(kept, Answers(questions=[OwnQuestion(own="new")], diets=["d"], matters=["d"]))
    assert both.notes == "kept"
    assert "new" in both.own_questions and len(both.own_questions) == MAX_OWN_QUESTIONS
    assert "ready" in both.questions
    assert "d" in both.diets
    assert both.matters == ["b", "c", "d"]


def test_the_order_a_person_gave_the_questions_outlasts_a_new_server() -> None:
    kept = Answers(questions=["c", OwnQuestion(own="mine"), "a"])
    assert together(kept, Answers(questions=["a", "b", "c"])).questions == ["c", OwnQuestion(own="mine"), "a", "b"]


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '{"cautions": {"a": "maybe"}}', 7, None, b"{}", "x" * (LONGEST + 1),
     '{"plan": {"confidence": 11}}', "[" * 5000, '{"version": 2}'],
)  # fmt: skip
def test_anything_else_is_not_taken(text: object) -> None:
    assert read(text) is None


def test_a_field_of_another_version_is_passed_over() -> None:
    kept = read('{"streak": 3, "notes": "kept", "plan": {"habit": "a", "mood": "b"}}')
    assert kept == Answers(notes="kept", plan=Plan(habit="a"))


def test_of_one_day_what_was_noted_since_holds_and_the_rest_stays() -> None:
    kept = Answers(check_ins=[CheckIn(day=DAY, went="once", note="kept"), CheckIn(day=DAYS[1], went="once")])
    both = together(kept, Answers(check_ins=[CheckIn(day=DAY, went="most-days")]))
    assert [(c.day, c.went, c.note) for c in both.check_ins] == [(DAY, "most-days", "kept"), (DAYS[1], "once", "")]


def test_two_check_ins_of_one_day_become_one() -> None:
    kept = read('{"check_ins": [{"day": "2026-11-24"}, {"day": "2026-11-23"}, {"day": "2026-11-24", "note": "b"}]}')
    assert kept and [(c.day, c.note) for c in kept.check_ins] == [(DAY, ""), (DAYS[1], "b")]


def test_ten_years_of_full_check_ins_still_fit() -> None:
    line = "\u00e9" * 200
    full = CheckIn(
        day=DAY, step=line, went="most-days", went_well=line, note=line, hurdles=["swallowing-belly"] * 7,
        habits={f"a-habit-with-a-long-name-{n}": "four-or-more" for n in range(9)},
    )  # fmt: skip
    days = [DAY - datetime.timedelta(weeks=n) for n in range(520)]
    assert read(Answers(check_ins=[full.model_copy(update={"day": day}) for day in days]).model_dump_json()) is not None
