"""The sheet as it looks on the page: the same facts in the same order as the PDF and the text. HTML, no Streamlit."""

from html import escape

from components.care_team.summary import SafetyPoint, SheetQuestion, Summary
from components.content.load import Content


def as_html(content: Content, summary: Summary) -> str:
    """Return the sheet as HTML for the page. Everything typed is escaped, so it shows literally."""
    words = content.care_team.sheet
    parts = [
        f"<h3>{escape(words.title)}</h3>",
        _lines(
            f"{summary.made_for}. {summary.date_words}.", f"{summary.made_by}.", summary.name, summary.left_out_words
        ),
    ]
    if summary.safety_state != "left_out":
        points = "".join(_safety_point(content, point) for point in summary.safety)
        parts.append(
            f'<div class="sheet-safety"><h4>{escape(words.safety_heading)}</h4>'
            f"{_lines(summary.urgent_words, summary.safety_words)}{f'<ul>{points}</ul>' if points else ''}</div>"
        )
    parts.append(f"<h4>{escape(words.top_questions_heading)}</h4>")
    parts.append(_questions(summary.top_questions, 1, "top") or _lines(words.no_questions))
    if summary.more_questions:
        parts.append(f"<h4>{escape(words.more_questions_heading)}</h4>")
        parts.append(_questions(summary.more_questions, len(summary.top_questions) + 1, "rest"))
    if summary.habits or summary.habits_words:
        rows = "".join(
            f"<li>{escape(line.label)}: {escape(line.answer)}"
            f"{f' ({escape(words.for_team)})' if line.for_team else ''}</li>"
            for line in summary.habits
        )
        parts.append(f"<h4>{escape(words.habits_heading)}</h4>")
        parts.append(_lines(summary.habits_words or words.habits_lead) + (f"<ul>{rows}</ul>" if rows else ""))
    if summary.step:
        lines = "".join(f"<li>{escape(line)}</li>" for line in summary.step.said)
        parts.append(f"<h4>{escape(words.step_heading)}</h4>")
        parts.append(f"{_lines(summary.step.ask_first, summary.step.text)}{f'<ul>{lines}</ul>' if lines else ''}")
    if "notes" not in summary.left_out:
        parts.append(f"<h4>{escape(words.notes_heading)}</h4>")
        parts.append(f'<p class="typed">{escape(summary.notes)}</p>' if summary.notes else _lines(words.notes_none))
    parts.append(f"<h4>{escape(words.agreed_heading)}</h4>{_lines(words.agreed_lead)}")
    parts.append(_lines(words.not_a_record))
    return f'<section class="sheet">{"".join(parts)}</section>'


def _lines(*lines: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _questions(questions: tuple[SheetQuestion, ...], first: int, css: str) -> str:
    rows = "".join(f"<li>{escape(question.text)}</li>" for question in questions)
    return f'<ol class="{css}" start="{first}">{rows}</ol>' if rows else ""


def _safety_point(content: Content, point: SafetyPoint) -> str:
    words = content.care_team.sheet
    return (
        f"<li><b>{escape(point.asked)} {escape(point.said)}</b><br>{escape(point.urgency_words)}. "
        f"{escape(words.ask)} “{escape(point.question)}”<br>{escape(words.guide_says)} {escape(point.guide_says)}</li>"
    )
