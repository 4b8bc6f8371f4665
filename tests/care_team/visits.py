"""Answers of people who make a sheet: nobody's, the usual, the heaviest, and any at all."""

from hypothesis import strategies as st

from components.answers.model import (
    MAX_LINE_LENGTH,
    MAX_LIST_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_OWN_QUESTIONS,
    OWN_STEP,
    Answers,
    OwnQuestion,
    Plan,
)
from components.content.load import Content, content

GUIDE = content()
MATTERS = tuple(matter.id for matter in GUIDE.matters.matters)
CHANGES = tuple(change.id for change in GUIDE.changes.changes)
OPTIONS = {habit.id: [option.id for option in habit.scale] for habit in GUIDE.habits.values()}


def nothing(_content: Content) -> Answers:
    """Return the answers of a person who filled in nothing."""
    return Answers()


def three_minutes(content: Content) -> Answers:
    """Return the answers of a person who chose what the page asks first, and no more."""
    return Answers(with_whom="ms-nurse", matters=list(MATTERS[:2]), questions=list(content.questions)[:3])


def usual(content: Content) -> Answers:
    """Return the answers the sheet is laid out for: a little of everything."""
    step = content.steps["drinks-ask-drinks"]
    ticked = ("swallowing", "immune-treatment-probiotics", "warfarin")
    return Answers(
        with_whom="neurologist",
        matters=list(MATTERS[:2]),
        cautions={caution: caution in ticked for caution in content.cautions},
        habits={habit.id: habit.scale[0].id for habit in content.habits.values()},
        questions=[OwnQuestion(own="Can I keep my yogurt?"), *list(content.questions)[:4]],
        changes={"bowel": "I go about twice a week.", "tiredness": ""},
        takes="vitamin D, 2000 units a day",
        plan=Plan(habit=step.habit, step=step.id, when=step.when, will=step.will, importance=7, confidence=8),
        name="Ana Example",
    )


def heaviest(content: Content) -> Answers:
    """Return answers with everything in them, and much of it, in ordinary words."""

    def long(most: int) -> str:
        return ("This is what I would like to say about my days. " * 40)[:most].strip()

    return Answers(
        with_whom="gastroenterologist",
        matters=list(MATTERS),
        own_matter=long(MAX_LINE_LENGTH),
        cautions=dict.fromkeys(content.cautions, True),
        seen_to=[caution.id for caution in content.cautions.values() if caution.red_flag],
        habits={habit.id: habit.scale[-1].id for habit in content.habits.values()},
        questions=[
            *(OwnQuestion(own=f"{number} {long(290)}") for number in range(MAX_OWN_QUESTIONS)), *content.questions
        ],
        changes=dict.fromkeys(CHANGES, long(MAX_LINE_LENGTH)),
        takes=long(400),
        thinks_of=long(400),
        understood=long(400),
        name="Bartholomew " * 6,
        notes=long(1500),
    )  # fmt: skip


def longest_step(_content: Content) -> Answers:
    """Return answers whose small step is as long as it may be, beside a caution that touches its habit."""
    long = ("one more word " * 20)[:MAX_LINE_LENGTH].strip()
    texts = {"own": long, "when": long, "will": long, "why_not_lower": long, "raise_it": long}
    return Answers(
        cautions={"kidney": True}, plan=Plan(habit="fruit", step=OWN_STEP, importance=10, confidence=6, **texts)
    )


def all_left_out(content: Content) -> Answers:
    """Return full answers with every part left out that can be."""
    return heaviest(content).model_copy(update={"left_out": ["safety", "habits", "step"]})


def safety_left_out(content: Content) -> Answers:
    """Return full answers without the safety points, so that an answer for the team is marked among the habits."""
    return heaviest(content).model_copy(update={"left_out": ["safety"]})


def _typed(most: int) -> st.SearchStrategy[str]:
    hostile = st.sampled_from(
        [
            "<script>alert(1)</script>",
            "#set text(red) $x$ *a*",
            "* \n1. \n---",
            "هل يمكنني",
            "我的肠道",
            "क्या",
            "🙂👩‍⚕️",
            "\u202eevil",
        ]
    )
    return (st.text(max_size=60) | hostile).map(lambda text: text[:most])


def _ids(*known: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*known, "gone"])


ANYONE = st.builds(
    Answers,
    with_whom=_ids("", *GUIDE.questions_file.roles),
    matters=st.lists(_ids(*MATTERS), unique=True, max_size=3),
    own_matter=_typed(MAX_LINE_LENGTH),
    cautions=st.dictionaries(_ids(*GUIDE.cautions), st.booleans(), max_size=6),
    seen_to=st.lists(_ids(*GUIDE.cautions), max_size=3),
    habits=st.fixed_dictionaries({}, optional={name: _ids("skip", *options) for name, options in OPTIONS.items()}),
    questions=st.lists(
        _ids(*GUIDE.questions) | _typed(300).filter(str.strip).map(lambda text: OwnQuestion(own=text)),
        max_size=8,
    ),
    changes=st.dictionaries(_ids(*CHANGES), _typed(MAX_LINE_LENGTH), max_size=4),
    takes=_typed(MAX_LIST_LENGTH),
    thinks_of=_typed(MAX_LIST_LENGTH),
    understood=_typed(MAX_LIST_LENGTH),
    name=_typed(80),
    notes=_typed(MAX_NOTE_LENGTH),
    left_out=st.lists(st.sampled_from(["safety", "habits", "step"]), unique=True),
    plan=st.builds(
        Plan,
        habit=st.just("vegetables"),
        step=_ids("", OWN_STEP, "vegetables-canned-pumpkin"),
        own=_typed(MAX_LINE_LENGTH),
        when=_typed(MAX_LINE_LENGTH),
        will=_typed(MAX_LINE_LENGTH),
        importance=st.none() | st.integers(0, 10),
        confidence=st.none() | st.integers(0, 10),
        why_not_lower=_typed(MAX_LINE_LENGTH),
        raise_it=_typed(MAX_LINE_LENGTH),
    ),
)
"""Any answers: known and unknown ids, any text in any script, anything left out."""
