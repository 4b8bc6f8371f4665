"""A story in words: every step with how sure it is, beside a picture of the arrows it walks. HTML, no Streamlit."""

import datetime
from html import escape

from components.content.evidence import Claim
from components.content.labels import asked
from components.content.load import Content
from components.content.pathways import Story
from components.frame.links import guide_link
from components.pathways.picture import draw_picture
from components.pathways.reading import answer_rows, closed


def story_named(content: Content, story_id: str | None, step: str | None) -> tuple[Story, int] | None:
    """Return a story and the number of a step, from what an address says. None where it names no story there is.

    step: anything; what is not the number of a step means the first one.
    """
    story = content.stories.get(story_id or "")
    if story is None:
        return None
    number = int(step) if step and step.isascii() and step.isdigit() and len(step) < 3 else 1
    return story, number if 1 <= number <= len(story.steps) else 1


def lit_arrows(content: Content, story: Story) -> tuple[str, ...]:
    """Return the ids of the arrows a story lights, each once, in the order of its steps."""
    known = content.pathways.arrow_by_id
    return tuple(dict.fromkeys(part for step in story.steps for part in step.lights if part in known))


def picture_of(content: Content, story: Story) -> str:
    """Return the arrows of a story as one SVG element. Raises ValueError where an arrow finds no way."""
    return draw_picture(content, lit_arrows(content, story))


def check_stories(content: Content) -> list[str]:
    """Return why the picture of a story cannot be drawn: file, place, what is wrong and what to do, a line for each."""
    found = []
    for story in content.stories.values():
        try:
            picture_of(content, story)
        except ValueError as error:
            found.append(f"data/en/stories.yaml: stories, {story.id}: {error}: light fewer or other arrows")
    return found


def _sure(content: Content, claim: Claim, day: datetime.date, *, again: bool) -> str:
    """Return a claim of a step with its answers. again: an earlier step told it, so paper leaves it out."""
    own = guide_link("evidence", escape(claim.statement), claim=claim.id)
    answers = " ".join(f"{asked(term)} {closed(answer)}" for term, answer in answer_rows(content, claim, day))
    return f"<li{' class=again' if again else ''}>{own} <span>{escape(answers)}</span></li>"


def story_sheet(content: Content, story: Story, day: datetime.date) -> str:
    """Return a story as HTML that prints on one page: title, picture, steps, and how sure each one is.

    day: today, as for answer_rows.
    """
    told: set[str] = set()
    steps = []
    for step in story.steps:
        sure = "".join(_sure(content, content.claims[name], day, again=name in told) for name in step.says.claims)
        steps.append(f"<li><p>{escape(step.says.text)}</p><ul>{sure}</ul></li>")
        told.update(step.says.claims)
    return (
        f'<div class="story"><h2>{escape(story.title)}</h2>'
        f'<div class="spread"><div class="part">{picture_of(content, story)}</div><ol>{"".join(steps)}</ol></div></div>'
    )
