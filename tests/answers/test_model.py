"""One model holds what a person told us: empty is fine, typed text stays literal, the order of questions is kept."""

import pytest
from pydantic import ValidationError

from components.answers.model import MAX_OWN_QUESTIONS, MAX_QUESTION_LENGTH, Answers, OwnQuestion


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
    assert again.own_questions == (text,)
    assert again.notes == text


@pytest.mark.parametrize("text", ["", "   ", "x" * (MAX_QUESTION_LENGTH + 1)])
def test_an_empty_or_endless_question_is_refused_and_nothing_is_lost(text: str) -> None:
    answers = Answers(questions=[OwnQuestion(own="kept")])
    with pytest.raises(ValidationError):
        answers.add_own_question(text)
    assert answers.own_questions == ("kept",)


def test_one_question_too_many_is_refused_and_nothing_is_lost() -> None:
    answers = Answers(questions=[OwnQuestion(own=str(n)) for n in range(MAX_OWN_QUESTIONS)])
    with pytest.raises(ValidationError):
        answers.add_own_question("one more")
    assert len(answers.own_questions) == MAX_OWN_QUESTIONS


def test_a_question_can_be_taken_off() -> None:
    typed = OwnQuestion(own="b")
    answers = Answers(questions=["a", typed, "c"])
    answers.remove_question(typed)
    answers.remove_question(typed)
    answers.remove_question("c")
    assert answers.questions == ["a"]


def test_own_words_come_first_and_in_the_order_they_were_typed() -> None:
    answers = Answers(questions=["ready"])
    answers.add_own_question("first")
    answers.choose_question("later", True)
    answers.add_own_question("second")
    assert answers.questions == [OwnQuestion(own="first"), OwnQuestion(own="second"), "ready", "later"]


def test_a_question_moves_one_place_and_not_beyond_the_ends() -> None:
    typed = OwnQuestion(own="b")
    answers = Answers(questions=["a", typed, "c"])
    answers.move_question(typed, -1)
    assert answers.questions == [typed, "a", "c"]
    answers.move_question(typed, -1)
    assert answers.questions == [typed, "a", "c"]
    answers.move_question("a", 1)
    answers.move_question("a", 1)
    answers.move_question("gone", 1)
    assert answers.questions == [typed, "c", "a"]


def test_a_typed_question_added_after_one_was_moved_down_still_comes_first() -> None:
    answers = Answers(questions=["a", OwnQuestion(own="moved down")])
    answers.add_own_question("new")
    assert answers.questions == [OwnQuestion(own="new"), "a", OwnQuestion(own="moved down")]


def test_a_fourth_thing_that_matters_is_not_taken_and_own_words_count() -> None:
    answers = Answers(own_matter="My own")
    for matter in ("a", "b", "c"):
        answers.choose_matter(matter, True)
    assert answers.matters == ["a", "b"]
    answers.own_matter = " "
    answers.choose_matter("c", True)
    answers.choose_matter("a", False)
    assert answers.matters == ["b", "c"]


def test_what_was_written_of_a_change_is_kept_while_it_stays() -> None:
    answers = Answers(changes={"bowel": "twice a week"})
    answers.note_change("bowel", True)
    answers.note_change("mood", True)
    assert answers.changes == {"bowel": "twice a week", "mood": ""}
    answers.note_change("bowel", False)
    assert answers.changes == {"mood": ""}


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
