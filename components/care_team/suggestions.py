"""Which questions of the bank are offered, and in which order the bank is shown. No Streamlit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from components.answers.model import Answers
from components.care_team.summary import red_flags_of
from components.content.care_team import ANYONE, Question
from components.content.load import Content
from components.habits.check import answered_habits, ticked
from components.habits.diets import chosen_diets

MOST_SUGGESTED = 7
"""The most questions offered at once: no list in the guide is longer (DESIGN.md, rules of the words)."""


@dataclass(frozen=True)
class Topic:
    """The questions of one topic: those that suit the role the visit is with, and those for others on the team.

    Where no role is chosen, all suit.
    """

    heading: str
    suited: tuple[Question, ...]
    others: tuple[Question, ...]


def suggested_questions(content: Content, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that go with what the person ticked, answered, chose and read: at most seven, none twice.

    What brings questions up, in this order: red flags, habit answers that reveal a risk, the other ticked cautions by
    urgency, what changed, diets beside each other, the other habits answered, chapters opened (the last first). Each in
    turn gives one question, then each the next, so that one answer cannot crowd out the rest. Of these, questions about
    a red flag come first, then those that suit the role the visit is with, then the rest. Questions already chosen stay
    in, so that a list on the screen does not jump. Where nothing fits, the starter questions of care_team.yaml.
    """
    found = {q.id: q for turn in zip_longest(*_turns(content, answers)) for q in turn if q is not None}
    if not found:
        starters = content.care_team.starter_questions
        return tuple(content.questions[name] for name in starters.get(answers.with_whom, starters[ANYONE]))
    ticked_ids = answers.ticked_cautions

    def rank(question: Question) -> int:
        urgent = set(red_flags_of(content, question)) & set(ticked_ids)
        return 0 if urgent else 1 if suits(question, answers.with_whom) else 2

    return tuple(sorted(found.values(), key=rank)[:MOST_SUGGESTED])


def suits(question: Question, role: str) -> bool:
    """Return whether a question is one to ask this role. Every question suits where no role is chosen."""
    return not role or role in question.roles


def by_topic(content: Content, answers: Answers) -> tuple[Topic, ...]:
    """Return the whole bank by topic, each with the questions that suit the role of the visit first."""
    role = answers.with_whom if answers.with_whom in content.questions_file.roles else ""
    topics = []
    for name, heading in content.questions_file.topics.items():
        of_topic = [question for question in content.questions.values() if question.topic == name]
        suited = tuple(question for question in of_topic if suits(question, role))
        topics.append(Topic(heading, suited, tuple(question for question in of_topic if question not in suited)))
    return tuple(topics)


def _turns(content: Content, answers: Answers) -> Iterator[list[Question]]:
    """Yield the questions that each thing said brings up, what matters most first."""
    bank = tuple(content.questions.values())
    cautions = ticked(content, answers)
    habits = tuple(answered_habits(content, answers))
    revealing = [habit.id for habit, option in habits if option.id in habit.reveals]
    by_caution = {caution.id: [q for q in bank if caution.id in q.suggested_by.cautions] for caution in cautions}
    yield from (by_caution[caution.id] for caution in cautions if caution.red_flag)
    yield from ([q for q in bank if habit in q.suggested_by.habits] for habit in revealing)
    yield from (by_caution[caution.id] for caution in cautions if not caution.red_flag)
    for change in content.changes.changes:
        if change.id in answers.changes:
            yield [content.questions[name] for name in change.questions]
    yield from ([content.questions[diet.question]] for diet in chosen_diets(content, answers))
    yield from (
        [q for q in bank if habit.id in q.suggested_by.habits] for habit, _ in habits if habit.id not in revealing
    )
    for name in reversed(answers.opened_chapters):
        if name in content.chapters:
            heard = content.chapters[name].heard
            yield [q for q in bank if set(heard) & set(q.suggested_by.claims)]
