"""The sheet as HTML: as it stands on the page, and as a file that any browser opens and prints. No Streamlit."""

from html import escape
from itertools import groupby
from pathlib import Path

from components.care_team.sections import Line, Section, sections
from components.care_team.summary import Summary
from components.content.load import Content

LOOK = Path(__file__).with_name("sheet.css").read_text("utf-8")
"""The look of the sheet on the page, in the file and on paper."""


def as_html(content: Content, summary: Summary, level: int = 3) -> str:
    """Return the sheet as a part of a page. level: of its heading, 1 to 4. Everything typed is escaped, so it shows
    literally.
    """
    words = content.care_team.sheet
    head = _lines(summary.name, f"{summary.made_for}. {summary.date_words}.", f"{summary.made_by}.")
    parts = [
        _heading(level, words.title),
        f'<div class="sheet-head">{head}{_lines(summary.left_out_words)}</div>',
        *(_section(content, section, level + 1) for section in sections(content, summary)),
        f'<div class="sheet-foot">{_lines(words.not_a_record, _help(content))}</div>',
    ]
    return f'<section class="sheet">{"".join(parts)}</section>'


def as_html_file(content: Content, summary: Summary) -> bytes:
    """Return the sheet as a file of its own, UTF-8. It asks nothing of any other address and runs no script."""
    title = escape(content.care_team.sheet.title)
    return (
        f'<!doctype html>\n<html lang="{escape(content.clinic.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{LOOK}</style>\n</head>\n<body>\n<main>{as_html(content, summary, level=1)}</main>\n</body>\n</html>\n"
    ).encode()


def _help(content: Content) -> str:
    return content.frame.help_line.format(emergency_number=content.clinic.emergency_number)


def _heading(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _lines(*lines: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _section(content: Content, section: Section, level: int) -> str:
    remark = f'<p class="sheet-remark">{escape(section.remark)}</p>' if section.remark else ""
    warning = f'<p class="sheet-warning">{escape(section.warning)}</p>' if section.warning else ""
    team = f'<p class="sheet-team">{escape(section.team)}</p>' if section.team else ""
    inside = {"habits": _table, "notes": _paragraphs, "understood": _paragraphs, "top-questions": _questions}
    draw = inside.get(section.id, _list)
    rows = "" if section.id == "top-questions" and section.lines else "".join(map(_row, section.rows))
    return (
        f'<div class="sheet-{section.id}"><div class="sheet-title">{_heading(level, section.heading)}{remark}</div>'
        f"{warning}{draw(content, section, level + 1)}{rows}{team}</div>"
    )


def _row(label: str) -> str:
    """Return a line to write on. There is nothing to hear but what is asked."""
    said = f"<span>{escape(label)}</span>" if label else ""
    return f'<p class="sheet-row">{said}<span class="sheet-rule"></span></p>'


def _list(content: Content, section: Section, level: int) -> str:
    """Return the lines as lists, one under each heading of theirs."""
    del content
    out = []
    for (group, red_flag), lines in groupby(section.lines, key=lambda line: (line.group, line.red_flag)):
        if group:
            css = ' class="sheet-red"' if red_flag else ""
            out.append(f"<h{level}{css}>{escape(group)}</h{level}>")
        rows = "".join(f"<li>{_line(line)}</li>" for line in lines)
        out.append(f'<ol start="{section.first}">{rows}</ol>' if section.first else f"<ul>{rows}</ul>")
    return "".join(out)


def _line(line: Line) -> str:
    label = f"<b>{escape(line.label)}:</b> " if line.label else ""
    below = f'<span class="sheet-below">{escape(line.below)}</span>' if line.below else ""
    team = f'<span class="sheet-team">{escape(line.team)}</span>' if line.team else ""
    return f"{label}{escape(line.text)}{below}{team}"


def _questions(content: Content, section: Section, level: int) -> str:
    """Return the questions that stand out, each with room for the answer."""
    del content, level
    room = "".join(map(_row, section.rows))
    rows = "".join(f"<li>{_line(line)}{room}</li>" for line in section.lines)
    return f"<ol>{rows}</ol>" if rows else ""


def _paragraphs(content: Content, section: Section, level: int) -> str:
    del content, level
    return "".join(f'<p class="typed">{_line(line)}</p>' for line in section.lines)


def _table(content: Content, section: Section, level: int) -> str:
    """Return the habits as a table. An answer the team should ask about says so."""
    del level
    words = content.care_team.sheet
    rows = "".join(
        f'<tr><th scope="row">{escape(line.label)}</th><td>{escape(line.text)}'
        f"{f' <b>({escape(words.for_team)})</b>' if line.marked else ''}</td></tr>"
        for line in section.lines
    )
    head = f'<th scope="col">{escape(words.habit_column)}</th><th scope="col">{escape(words.habit_answer_column)}</th>'
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
