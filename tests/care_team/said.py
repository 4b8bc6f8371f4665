"""What a person said, line by line in the order of importance, told from the Summary without help of sections.py."""

import re

from components.care_team.summary import StepLines, Summary
from components.content.load import Content

Said = tuple[str, str]
"""Where a line stands, and its text without spaces."""


def folded(text: str) -> str:
    """Return text without the spaces, line ends and writing lines that a layout may add."""
    return re.sub(r"[\s_\u200b]+", "", text)


def said(content: Content, summary: Summary, *, in_short: bool = False, message: bool = False) -> list[Said]:
    """Return every line of a sheet that says something, with what belongs to it.

    message: as the message says it, without the notes for the team. in_short: with the short form of questions.
    """
    words = content.care_team.sheet
    # In a message it stands at the head of each part, where test_message looks for it.
    found = [("safety", summary.safety_words), ("safety", "" if message else summary.urgent_words)]
    for point in summary.safety:
        group = f"{point.urgency_words}:" if message else ""
        found.append(("safety", f"{group}{point.asked}{point.said}{words.ask}{point.question}"))
    found += [("matters", text) for _, text in summary.matters]
    for number, question in enumerate(summary.questions, 1):
        answer = words.answer if number <= 3 and not message else ""
        text = question.short if in_short else question.text
        found.append(("top-questions" if number <= 3 else "more-questions", f"{number}.{text}{answer}"))
    for change in summary.changes:
        wanted = words.team.format(note="; ".join(change.wanted))
        found.append(("changes", f"{change.label}: {change.said}{'' if message else wanted}"))
    for label, text in ((words.takes, summary.takes), (words.thinks_of, summary.thinks_of)):
        if text:
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            found.append(("takes", f"{label}: {'; '.join(lines)}"))
    if summary.habits:
        found.append(("habits", words.habits_lead))
    for habit in summary.habits:
        mark = f"({words.for_team})" if habit.for_team else ""
        found.append(("habits", f"{habit.label}: {habit.answer}{mark}"))
    found += [("step", text) for text in _step(content, summary.step)]
    found += [("understood", line) for line in summary.understood.split("\n")]
    found += [("notes", line) for line in summary.notes.split("\n")]
    return [(place, folded(text)) for place, text in found if folded(text)]


def _step(content: Content, step: StepLines | None) -> list[str]:
    words = content.care_team.sheet
    if step is None:
        return []
    lines = [step.ask_first, words.step.format(step=step.text)]
    lines += [words.step_plan.format(plan=step.plan)] if step.plan else []
    lines += [words.step_importance.format(number=step.importance)] if step.importance is not None else []
    lines += [words.step_confidence.format(number=step.confidence)] if step.confidence is not None else []
    lines += [words.step_why_not_lower.format(text=step.why_not_lower)] if step.why_not_lower else []
    lines += [words.step_raise.format(text=step.raise_it)] if step.raise_it else []
    return lines
