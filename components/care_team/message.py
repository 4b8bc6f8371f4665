"""The sheet as a message for a patient portal: short, in parts where it must be, what matters most first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.care_team.sections import Line, Section, sections
from components.care_team.summary import Summary
from components.care_team.typed import pieces
from components.content.load import Content

MOST_PARTS = 999
"""More parts than any answers give: it only sets how long the line with the number of a part may be."""


@dataclass(frozen=True)
class Block:
    """What stands together in one part: a line with the heading it belongs to, or none.

    red_flags: ids of the warning signs that a question in it speaks of, the most urgent first.
    """

    heading: str
    text: str
    red_flags: tuple[str, ...] = ()


def length(text: str) -> int:
    """Return how many characters a portal may count in a text.

    Browsers count UTF-16 code units (HTML, textarea maxlength), and a form sends each line end as two characters (HTML,
    form submission). The higher of both ways is taken, so that a portal that counts the other way cuts nothing off.
    """
    return len(text.encode("utf-16-le", "replace")) // 2 + text.count("\n")


def as_messages(content: Content, summary: Summary) -> tuple[str, ...]:
    """Return the message in parts of at most the clinic's limit, in the order of the sheet. Raises nothing.

    Each part says first where to get help in an emergency, then that a warning sign was ticked, and then, for each
    question in it that speaks of a warning sign, what to do if that sign is there. Questions of the bank are put in
    their short form only where all does not fit in one part without it. No line is cut in two but one that is too long
    for a part of its own.
    """
    limit, part = content.clinic.portal_message_limit, content.care_team.message.part
    head = tuple(_head(content, summary))
    whole = _message(content, summary, (*head, *_blocks(content, summary, in_short=False)))
    if length(whole) <= limit:
        return (whole,)
    blocks = (*head, *_blocks(content, summary, in_short=True))
    whole = _message(content, summary, blocks)
    if length(whole) <= limit:
        return (whole,)
    longest = part.format(number=MOST_PARTS, count=MOST_PARTS)
    parts: list[list[Block]] = [[]]
    for piece in (piece for block in blocks for piece in _cut(content, summary, block, longest)):
        if parts[-1] and length(_message(content, summary, [*parts[-1], piece], longest)) > limit:
            parts.append([])
        parts[-1].append(piece)
    return tuple(
        _message(content, summary, one, part.format(number=number, count=len(parts)))
        for number, one in enumerate(parts, 1)
    )


def _message(content: Content, summary: Summary, blocks: Sequence[Block], place: str = "") -> str:
    """Return one part: where to get help, what is urgent, its place among the parts, and its lines."""
    lines = [content.frame.help_line.format(emergency_number=content.clinic.emergency_number)]
    lines += [summary.urgent_words] if summary.urgent_words else []
    lines += [_urgent(content, flag) for flag in dict.fromkeys(flag for block in blocks for flag in block.red_flags)]
    lines += [place] if place else []
    heading = None
    for block in blocks:
        if block.heading != heading:
            lines += ["", f"{block.heading}:"] if block.heading else [""]
            heading = block.heading
        lines.append(block.text)
    return "\n".join(lines)


def _urgent(content: Content, red_flag: str) -> str:
    caution = content.cautions[red_flag]
    urgency = content.frame.urgency[caution.urgency]
    return content.care_team.message.urgent.format(urgency=urgency, ask=caution.ask)


def _cut(content: Content, summary: Summary, block: Block, place: str) -> Iterator[Block]:
    """Yield a block, in pieces where it is too long for a part of its own. It is cut at spaces where it has any."""
    room = content.clinic.portal_message_limit - length(_message(content, summary, [replace(block, text="")], place))
    text = ""
    for word in block.text.split(" "):
        longer = f"{text} {word}" if text else word
        if length(longer) <= room:
            text = longer
        elif length(word) <= room:
            yield replace(block, text=text)
            text = word
        else:
            *full, text = pieces(longer, room, length)
            yield from (replace(block, text=piece) for piece in full)
    yield replace(block, text=text)


def _head(content: Content, summary: Summary) -> Iterator[Block]:
    """Yield whom it is for, and the day, without a heading: as the first lines of a letter."""
    title = content.care_team.sheet.title
    for text in (title, f"{summary.made_for}. {summary.date_words}.", summary.name, summary.left_out_words):
        if text:
            yield Block("", text)


def _blocks(content: Content, summary: Summary, *, in_short: bool) -> Iterator[Block]:
    """Yield what the person said, in the order of the sheet, without the notes for the team and the lines to fill."""
    for section in sections(content, summary):
        if section.remark and section.id != "agreed" and (section.lines or section.id == "safety"):
            yield Block(section.heading, section.remark)
        for number, line in enumerate(section.lines, section.first):
            red_flags = summary.questions[number - 1].red_flags if section.first else ()
            text = summary.questions[number - 1].short if section.first and in_short else line.text
            yield Block(section.heading, _text(content, section, replace(line, text=text), number), red_flags)


def _text(content: Content, section: Section, line: Line, number: int) -> str:
    """Return a line of the sheet as a line of the message."""
    if section.first:
        return f"{number}. {line.text}"
    label = f"{line.label}: " if line.label else f"{line.group}: " if line.group else ""
    asked = f" ({content.care_team.sheet.for_team})" if line.marked else ""
    return f"- {label}{line.text}{asked}{f' {line.below}' if line.below else ''}"
