"""Questions are offered that fit what a person said and who the visit is with; none crowds out the rest."""

from components.answers.model import Answers
from components.care_team.suggestions import MOST_SUGGESTED, by_topic, suggested_questions
from components.content.load import Content
from tests.care_team.test_summary import middle_answers, revealing


def test_with_nothing_answered_the_starter_questions_are_offered(content: Content) -> None:
    starters = content.care_team.starter_questions
    assert {"anyone", *content.questions_file.roles} == set(starters)
    for role, ids in starters.items():
        answers = Answers(with_whom="" if role == "anyone" else role)
        assert [question.id for question in suggested_questions(content, answers)] == list(ids)
        assert len(ids) == 3
        assert role == "anyone" or all(role in content.questions[name].roles for name in ids)


def test_suggestions_fit_what_was_said_and_are_at_most_seven(content: Content) -> None:
    habit, answer = revealing(content)
    cautions = [caution.id for caution in content.cautions.values() if caution.red_flag]
    answers = Answers(
        cautions=dict.fromkeys([*content.cautions], True), habits={**middle_answers(content), habit: answer}
    )
    offered = suggested_questions(content, answers)
    assert len(offered) == len({question.id for question in offered}) == MOST_SUGGESTED
    assert set(offered[0].suggested_by.cautions) & set(cautions)
    assert offered == suggested_questions(content, answers)


def test_revealing_answers_bring_the_first_suggestion(content: Content) -> None:
    habit, answer = revealing(content)
    offered = suggested_questions(content, Answers(habits={**middle_answers(content), habit: answer}))
    assert habit in offered[0].suggested_by.habits
    others = [question for question in offered if habit not in question.suggested_by.habits]
    assert len(others) >= 3, "one revealing answer must not crowd out the rest"


def test_urgent_cautions_bring_their_questions_before_routine_ones(content: Content) -> None:
    brings = {caution for question in content.questions.values() for caution in question.suggested_by.cautions}
    known = [caution for caution in content.cautions.values() if caution.id in brings]
    routine = next(caution for caution in known if caution.urgency == "routine")
    later = [caution for caution in known[known.index(routine) :] if caution.urgency == "before_change"]
    offered = suggested_questions(content, Answers(cautions={routine.id: True, later[-1].id: True}))
    assert later[-1].id in offered[0].suggested_by.cautions
    assert routine.id in offered[1].suggested_by.cautions


def test_a_chosen_suggestion_stays_in_its_place(content: Content) -> None:
    answers = Answers(cautions=dict.fromkeys(list(content.cautions)[10:13], True))
    before = suggested_questions(content, answers)
    answers.choose_question(before[0].id, True)
    assert suggested_questions(content, answers) == before


def offered_to(content: Content, answers: Answers) -> list[str]:
    """Return the ids of the questions offered."""
    return [question.id for question in suggested_questions(content, answers)]


def test_what_was_read_ticked_and_chosen_brings_questions_up(content: Content) -> None:
    assert offered_to(content, Answers(opened_chapters=["stool-transplant"])) != offered_to(content, Answers())
    assert "fmt-known" in offered_to(content, Answers(opened_chapters=["stool-transplant"]))
    assert "swallow-check" in offered_to(content, Answers(changes={"swallowing": ""}))
    assert "diet-wahls" in offered_to(content, Answers(diets=["wahls"]))
    assert "greens-warfarin" in offered_to(content, Answers(cautions={"warfarin": True}))
    assert "kidney-foods" not in offered_to(content, Answers(cautions={"kidney": False}))


def test_the_chapter_read_last_brings_the_first_of_what_was_read(content: Content) -> None:
    last, before = (
        offered_to(content, Answers(opened_chapters=[name]))[0] for name in ("stool-transplant", "probiotics")
    )
    both = offered_to(content, Answers(opened_chapters=["probiotics", "stool-transplant"]))
    assert both.index(last) < both.index(before)


def test_questions_that_suit_who_the_visit_is_with_come_first(content: Content) -> None:
    answers = Answers(cautions={"warfarin": True, "swallowing": True}, opened_chapters=["probiotics"])
    for role in content.questions_file.roles:
        answers.with_whom = role
        suits = [role in question.roles for question in suggested_questions(content, answers)]
        assert suits == sorted(suits, reverse=True), role
        assert any(suits), role


def test_a_question_about_a_warning_sign_comes_first_whoever_the_visit_is_with(content: Content) -> None:
    answers = Answers(cautions={"red-blood-stool": True, "warfarin": True}, with_whom="pharmacist")
    first = suggested_questions(content, answers)[0]
    assert "red-blood-stool" in first.suggested_by.cautions and "pharmacist" not in first.roles


def test_the_whole_bank_stands_by_topic_with_what_suits_first(content: Content) -> None:
    for role in ("", "dietitian", "gone"):
        topics = by_topic(content, Answers(with_whom=role))
        assert [topic.heading for topic in topics] == list(content.questions_file.topics.values())
        ids = [question.id for topic in topics for question in (*topic.suited, *topic.others)]
        assert sorted(ids) == sorted(content.questions)
        known = role == "dietitian"
        assert all((role in question.roles) is known or not known for topic in topics for question in topic.suited)
        assert not any(role in question.roles for topic in topics for question in topic.others)
        assert any(topic.others for topic in topics) is known
