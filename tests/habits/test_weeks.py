"""The weeks show what was noted and nothing else: a gap is a gap, and the file starts no formula."""

import csv
import datetime
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.answers.model import Answers, CheckIn
from components.content.load import Content, load_content
from components.habits.weeks import MOST_WEEKS, as_csv, rows, table, week_of, weeks_shown
from components.habits.weeks_picture import picture

CONTENT = load_content()
MONDAY = datetime.date(2026, 11, 23)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "=cmd|' /C calc'!A0", "\n=1", "\x0c=1", "\uff1d1"]
FORMULAS += ["\u200b=1"]
HOSTILE = [*FORMULAS, "<b>x</b>", "a,b", '"q"']


def on(days_ago: int, **noted: object) -> CheckIn:
    """Return a check-in so many days before the Monday of these tests."""
    return CheckIn.model_validate({"day": MONDAY - datetime.timedelta(days=days_ago), **noted})


def any_check_ins() -> st.SearchStrategy[list[CheckIn]]:
    """Any check-ins, with answers that the content knows and some it does not."""
    line = st.text(max_size=30) | st.sampled_from(HOSTILE)
    habits = st.dictionaries(
        st.sampled_from([*CONTENT.habits, "gone"]), st.sampled_from(["days-0", "two", "every-day", "gone"]), max_size=4
    )
    check_in = st.builds(
        CheckIn,
        day=st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)),
        step=line, went=st.sampled_from(["", "once", "gone"]), habits=habits, went_well=line,
        hurdles=st.lists(st.sampled_from(["tired", "gone"]), max_size=2), note=line,
    )  # fmt: skip
    return st.lists(check_in, max_size=8, unique_by=lambda c: c.day).map(lambda c: sorted(c, key=lambda x: x.day))


def test_a_week_with_nothing_noted_is_a_gap_and_not_a_zero(content: Content) -> None:
    answers = Answers(check_ins=[on(21, habits={"fruit": "none"}), on(7), on(0, habits={"fruit": "two"})])
    (row,) = rows(content, answers, MONDAY)
    assert len(weeks_shown(answers, MONDAY)) == 4
    assert [(sign.week, sign.short) for sign in row.signs] == [
        (MONDAY - datetime.timedelta(days=21), "0"),
        (MONDAY, "2"),
    ]


def test_a_row_for_the_step_and_for_each_habit_noted(content: Content) -> None:
    noted = on(0, went="once", habits={"vegetables": "two", "fruit": "one", "gone": "x"})
    labels = [row.label for row in rows(content, Answers(check_ins=[noted]), MONDAY)]
    habits = content.habits["vegetables"], content.habits["fruit"]
    assert labels == [content.weeks.page.picture_step, *(f"{habit.label} ({habit.unit})" for habit in habits)]


def test_of_two_check_ins_in_one_week_the_later_one_holds(content: Content) -> None:
    answers = Answers(check_ins=[on(-1, went="once"), on(-3, went="most-days"), on(-4, habits={"fruit": "one"})])
    step, _fruit = rows(content, answers, MONDAY)
    assert [sign.said for sign in step.signs] == ["On most days"]


def test_the_picture_shows_the_latest_weeks_and_no_more(content: Content) -> None:
    answers = Answers(check_ins=[on(7 * n, went="once") for n in range(20, -1, -1)])
    weeks = weeks_shown(answers, MONDAY)
    assert len(weeks) == MOST_WEEKS
    assert weeks[-1] == MONDAY
    assert len(picture(content, answers, MONDAY).data[0].x) == MOST_WEEKS


def test_weeks_begin_on_monday() -> None:
    assert week_of(datetime.date(2026, 11, 29)) == MONDAY == week_of(MONDAY)


def test_every_sign_looks_the_same_so_that_nothing_is_judged(content: Content) -> None:
    answers = Answers(check_ins=[on(7, habits={"fruit": "none"}), on(0, habits={"fruit": "four-or-more"})])
    looks = {(str(trace.marker.symbol), str(trace.marker.color), trace.marker.size)
             for trace in picture(content, answers, MONDAY).data}  # fmt: skip
    assert len(looks) == 1


@given(any_check_ins())
def test_any_check_ins_give_a_picture_a_table_and_a_file(check_ins: list[CheckIn]) -> None:
    answers = Answers(check_ins=check_ins)
    figure = picture(CONTENT, answers, MONDAY)
    assert len(figure.data) == len(rows(CONTENT, answers, MONDAY))
    read = [*csv.reader(io.StringIO(as_csv(CONTENT, answers).decode("utf-8-sig")))]
    assert [row[0] for row in read[1:]] == [check_in.day.isoformat() for check_in in check_ins]
    assert all(len(row) == len(read[0]) for row in read)
    for check_in in check_ins:
        drawn = table(CONTENT, answers, check_in)
        assert "<b>x" not in drawn


@given(any_check_ins())
def test_no_cell_of_the_file_starts_a_formula(check_ins: list[CheckIn]) -> None:
    for row in csv.reader(io.StringIO(as_csv(CONTENT, Answers(check_ins=check_ins)).decode("utf-8-sig"))):
        seen = [unicodedata.normalize("NFKC", cell.replace("\u200b", "")).strip() for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in seen)


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_formula_one_typed_opens_as_text(content: Content, typed: str) -> None:
    answers = Answers(check_ins=[on(0, step=typed, went_well=typed, note=typed)])
    _, row = csv.reader(io.StringIO(as_csv(content, answers).decode("utf-8-sig")))
    typed_cells = [cell for cell in row[1:] if cell]
    assert len(typed_cells) == 3
    assert all(cell.startswith("'") for cell in typed_cells)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_stands_in_the_file_and_in_the_table(content: Content, typed: str) -> None:
    answers = Answers(check_ins=[on(0, went_well=typed)])
    assert typed.strip() in next(
        cell for row in csv.reader(io.StringIO(as_csv(content, answers).decode("utf-8-sig"))) for cell in row
        if typed.strip() in cell
    )  # fmt: skip


def test_the_table_of_a_day_says_all_that_was_noted_and_names_no_gap(content: Content) -> None:
    noted = on(0, step="A pear", went="once", habits={"fruit": "two"}, went_well="It was nice", hurdles=["tired"])
    drawn = table(content, Answers(check_ins=[noted]), noted)
    hurdle = next(hurdle for hurdle in content.weeks.hurdles if hurdle.id == "tired")
    for said in ("November 23, 2026", "A pear", "Once", "2 handfuls", "It was nice", hurdle.text):
        assert said in drawn
    assert content.weeks.page.note not in drawn
    assert content.weeks.page.nothing_noted in table(content, Answers(check_ins=[on(0)]), on(0))


def test_a_check_in_can_be_begun_once_a_day_changed_and_deleted() -> None:
    answers = Answers()
    begun = answers.start_check_in(MONDAY, "A pear")
    begun.went = "once"
    assert answers.start_check_in(MONDAY, "Another step").went == "once"
    assert [check_in.step for check_in in answers.check_ins] == ["A pear"]
    earlier = answers.start_check_in(MONDAY - datetime.timedelta(days=8), "x" * 500)
    assert answers.check_ins[0] is earlier and len(earlier.step) == 200
    answers.delete_check_in(MONDAY)
    answers.delete_check_in(MONDAY)
    assert answers.check_ins == [earlier]


def test_the_oldest_check_in_gives_way_when_there_is_no_more_room() -> None:
    answers = Answers(check_ins=[on(n) for n in range(520, 0, -1)])
    answers.start_check_in(MONDAY, "")
    assert len(answers.check_ins) == 520
    assert answers.check_in_of(MONDAY)
