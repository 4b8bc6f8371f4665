"""Special diets stand side by side with the same questions, and none of them wins."""

import re

from components.answers.model import MAX_DIETS, Answers
from components.content.load import Content
from components.frame.diets import papers_count, sources, studies, sure
from components.habits.diets import choose_diet, chosen_diets, compared, diet_parts, ticked_for
from tests.pages.test_pages import plain


def test_every_diet_answers_the_same_questions_in_the_same_order(content: Content) -> None:
    headings = {tuple(name for name, _ in diet_parts(content, Answers(), diet)) for diet in content.diets.values()}
    assert len(content.diets) == 12
    assert len(headings) == 1


def test_diets_stand_in_the_order_of_the_file_however_they_were_chosen(content: Content) -> None:
    for order in (["wahls", "fasting"], ["fasting", "wahls", "gone"]):
        assert [diet.id for diet in chosen_diets(content, Answers(diets=order))] == ["wahls", "fasting"]


def test_all_that_is_known_of_a_diet_is_told(content: Content) -> None:
    for diet in content.diets.values():
        drawn = compared(content, Answers(diets=[diet.id]))
        told = " ".join(plain(drawn).replace("&#x27;", "'").replace("&quot;", '"').split())
        lines = [diet.name, diet.asks, diet.bottom_line, diet.who_should_not, diet.what_we_do_not_know, *diet.may_miss]
        lines += [diet.fits_food_guides.why, diet.effort.why, diet.cost.why]
        for study in (*diet.trials_in_ms, *diet.observational):
            lines += [study.result, study.limits, *filter(None, (study.n, study.design))]
        for line in lines:
            assert line in told, (diet.id, line)
        assert drawn.count(content.diets_file.page.our_judgment) == 2


def test_how_sure_we_are_is_said_apart_for_ms_and_for_how_one_feels(content: Content) -> None:
    labels, words = content.frame.labels.certainty, content.diets_file.page
    for diet in content.diets.values():
        drawn = plain(sure(content, diet))
        assert f"{words.sure_ms} {labels[diet.certainty.relapses_scans_disability]}" in drawn
        assert f"{words.sure_feel} {labels[diet.certainty.fatigue_quality_of_life]}" in drawn


def test_a_ticked_caution_is_named_at_each_diet_that_asks_for_it_and_at_no_other(content: Content) -> None:
    for caution in content.cautions.values():
        answers = Answers(cautions={caution.id: True})
        for diet in content.diets.values():
            assert bool(ticked_for(content, answers, diet)) is (caution.id in diet.ask_first), (caution.id, diet.id)


def test_no_diet_is_called_the_best(content: Content) -> None:
    for diet in content.diets.values():
        assert not re.search(r"\b(best|winner|top|rank(ed)?|better than all)\b", diet.bottom_line, re.IGNORECASE)


def test_at_most_three_diets_stand_side_by_side() -> None:
    answers = Answers()
    for name in ("a", "b", "c"):
        answers.choose_diet(name, True)
    answers.choose_diet("c", True)
    assert answers.diets == ["a", "b", "c"]
    answers.choose_diet("d", True)
    assert answers.diets == ["a", "b", "c"] and MAX_DIETS == 3
    answers.choose_diet("a", False)
    assert answers.diets == ["b", "c"]


def test_a_diet_that_is_no_longer_there_takes_no_room(content: Content) -> None:
    answers = Answers(diets=["gone", "lost", "away"])
    choose_diet(content, answers, "wahls", True)
    assert answers.diets == ["wahls"]


def test_every_paper_of_a_diet_was_seen_and_is_counted_once(content: Content) -> None:
    refs = set()
    for diet in content.diets.values():
        told = {study.ref for study in (*diet.trials_in_ms, *diet.observational)}
        assert told <= set(diet.sources), diet.id
        refs |= set(diet.sources)
        drawn = studies(content, (*diet.trials_in_ms, *diet.observational), "") + sources(content, diet)
        for ref in diet.sources:
            assert drawn.count(content.references[ref].title.replace("&", "&amp;").replace("'", "&#x27;")) >= 1, ref
    assert all(content.references[ref].verified for ref in refs)
    assert papers_count(content) == len(refs)


def test_every_diet_has_a_question_for_the_team(content: Content) -> None:
    assert all(diet.question in content.questions for diet in content.diets.values())
