"""One model holds what a person told us: empty is fine, typed text stays literal, the order of questions is kept."""

import pytest
from pydantic import ValidationError

from components.answers.model import MAX_OWN_QUESTIONS, MAX_QUESTION_LENGTH, Answers


def test_nothing_answered_is_a_valid_state() -> None:
    assert Answers().model_dump()["cautions"] == {}


def test_questions_keep_the_order_they_were_chosen_in() -> None:
    answers = Answers()
    for question in ("b", "a", "c", "a"):
        answers.choose_question(question, True)
    answers.choose_question("b", False)
    assert answers.questions == ["a", "c"]


def test_typed_text_is_kept_literally() -> None:
    text = "#set page(fill: red) $x$ *a* <b>\u202e \U0001f600 {{}} \\n"
    answers = Answers(name=text[:20], notes=text)
    answers.add_own_question(text)
    again = Answers.model_validate_json(answers.model_dump_json())
    assert again.own_questions == [text]
    assert again.notes == text


@pytest.mark.parametrize("text", ["", "   ", "x" * (MAX_QUESTION_LENGTH + 1)])
def test_an_empty_or_endless_question_is_refused_and_nothing_is_lost(text: str) -> None:
    answers = Answers(own_questions=["kept"])
    with pytest.raises(ValidationError):
        answers.add_own_question(text)
    assert answers.own_questions == ["kept"]


def test_one_question_too_many_is_refused_and_nothing_is_lost() -> None:
    answers = Answers(own_questions=[str(n) for n in range(MAX_OWN_QUESTIONS)])
    with pytest.raises(ValidationError):
        answers.add_own_question("one more")
    assert len(answers.own_questions) == MAX_OWN_QUESTIONS


def test_a_typed_question_can_be_taken_off() -> None:
    answers = Answers(own_questions=["a", "b", "c"])
    answers.remove_own_question("b")
    answers.remove_own_question("b")
    assert answers.own_questions == ["a", "c"]


def test_a_part_of_the_sheet_can_be_left_out_and_put_back() -> None:
    answers = Answers()
    answers.include("habits", False)
    answers.include("habits", False)
    assert answers.left_out == ["habits"]
    answers.include("habits", True)
    assert answers.left_out == []


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        Answers.model_validate({"streak": 3})
