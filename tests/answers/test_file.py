"""The file of answers opens again as it was saved, follows its published schema, and nothing else is taken for one."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.file import LONGEST, as_file, open_file, schema
from components.answers.model import Answers, OwnQuestion, Plan
from tests.answers.test_memory import ANSWERS

SCHEMA = Path(__file__).resolve().parents[2] / "static" / "answers.schema.json"


@given(ANSWERS)
def test_answers_open_again_as_they_were_saved(answers: Answers) -> None:
    assert open_file(as_file(answers)) == answers


@given(st.text(max_size=80))
def test_any_script_opens_again(typed: str) -> None:
    answers = Answers(name=typed, questions=[OwnQuestion(own=f"q {typed}")], plan=Plan(own=typed))
    found = open_file(as_file(answers))
    assert isinstance(found, Answers)
    assert found.name == typed.encode("utf-8", "replace").decode()


def test_the_published_schema_is_the_one_of_the_file() -> None:
    assert SCHEMA.read_text("utf-8") == schema()


@given(ANSWERS)
def test_a_saved_file_follows_the_schema_and_another_does_not(answers: Answers) -> None:
    published, saved = json.loads(SCHEMA.read_text("utf-8")), json.loads(as_file(answers))
    jsonschema.validate(saved, published)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**saved, "answers": {**saved["answers"], "questions": 3}}, published)


def test_the_file_says_what_it_is_in_plain_json() -> None:
    saved = json.loads(as_file(Answers(notes="Zoë")))
    assert list(saved) == ["format", "version", "answers"]
    assert (saved["format"], saved["version"], saved["answers"]["notes"]) == ("ms-gut-guide-answers", 1, "Zoë")


def test_a_file_of_a_newer_guide_is_told_from_one_that_is_not_ours() -> None:
    newer = {"format": "ms-gut-guide-answers", "version": 2, "answers": {"mood": 3}}
    assert open_file(json.dumps(newer).encode()) == "newer"
    assert open_file(json.dumps({**newer, "format": "other"}).encode()) == "not_ours"


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b"{", b"[" * 5000, b'{"format": "ms-gut-guide-answers"}', b"\xff\xfe", b"PK\x03\x04",
     b'{"format": "ms-gut-guide-answers", "version": 1, "answers": {"plan": {"confidence": 11}}}',
     b'{"format": "ms-gut-guide-answers", "version": "one", "answers": {}}',
     b'{"format": "ms-gut-guide-answers", "version": NaN, "answers": {}}',
     as_file(Answers(notes="cut off"))[:-20]],
)  # fmt: skip
def test_a_file_that_is_broken_or_not_ours_gives_no_answers(data: bytes) -> None:
    assert open_file(data) == "not_ours"


def test_a_field_of_another_version_is_passed_over_and_a_question_in_it_twice_comes_once() -> None:
    questions = ["a", {"own": "x"}, "a", {"own": " x "}]
    saved = {"format": "ms-gut-guide-answers", "version": 1, "answers": {"streak": 3, "questions": questions}}
    assert open_file(json.dumps(saved).encode()) == Answers(questions=["a", OwnQuestion(own="x")])


def test_a_huge_file_is_not_read() -> None:
    assert open_file(as_file(Answers()) + b" " * LONGEST) == "too_big"
