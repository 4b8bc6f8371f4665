"""What stands above the map to look at it in other ways, as HTML: the filter, the stories, and "what if"."""

from collections.abc import Iterator
from html import escape
from typing import TypedDict, get_args

from components.content.evidence import Claim
from components.content.fields import WITH_MS, Population
from components.content.load import Content
from components.content.pathways import FilterId
from components.frame.links import guide_link
from components.pathways.legend import legend
from components.pathways.reading import step_claim

SEEN_IN: dict[FilterId, frozenset[Population]] = {
    "everything": frozenset(get_args(Population)),
    "people": WITH_MS | {"people_without_ms"},
    "ms": WITH_MS,
    "trial": frozenset({"ms_trial"}),
}
"""In whom an arrow must have been seen to remain: in at least one of these."""


def remains(claim: Claim, chosen: FilterId) -> bool:
    """Return whether an arrow remains under a filter. claim: the arrow's, narrowed to this step."""
    return bool(SEEN_IN[chosen] & set(claim.studied_in))


def left_by(content: Content, chosen: FilterId) -> list[str]:
    """Return the ids of the arrows that remain under a filter."""
    return [arrow.id for arrow in content.pathways.arrows if remains(step_claim(content, arrow), chosen)]


class Left(TypedDict):
    """What a filter leaves: the ids of the arrows, and how many there are in words."""

    shown: list[str]
    says: str


def filters(content: Content) -> dict[FilterId, Left]:
    """Return for each filter the ids of the arrows that remain, and the words that say how many."""
    pathways, words = content.pathways, content.pathways.page
    found: dict[FilterId, Left] = {}
    for chosen in words.filters:
        shown = left_by(content, chosen)
        says = words.filter_result.format(shown=len(shown), count=len(pathways.arrows))
        found[chosen] = {"shown": shown, "says": says}
    return found


def _chips(name: str, options: Iterator[tuple[str, str]]) -> str:
    return "".join(
        f'<label class="chip"><input type="radio" name="{name}" value="{value}"{"" if number else " checked"}>'
        f"<span>{escape(label)}</span></label>"
        for number, (value, label) in enumerate(options)
    )


def controls(content: Content) -> str:
    """Return the filter, the stories, the changes to try out and the legend, each shut at first; then what is shown."""
    words, stories = content.pathways.page, content.stories_file.page
    changes = [("", words.what_if.none)] + [(f"what-if/{c.id}", c.label) for c in content.pathways.changes]
    links = "".join(
        f"<li>{guide_link('pathways', escape(story.title), story=story.id)}</li>" for story in content.stories.values()
    )
    return (
        f'<details class="filter" name="way"><summary>{escape(words.filter_heading)}</summary>'
        f'<fieldset><legend class="unseen">{escape(words.filter_heading)}</legend>'
        f"{_chips('filter', iter(words.filters.items()))}</fieldset></details>"
        f'<details class="stories" name="way"><summary>{escape(stories.heading)}</summary><p>{escape(stories.lead)}</p>'
        f"<ul>{links}</ul></details>"
        f'<details class="what-if" name="way"><summary>{escape(words.what_if.heading)}</summary>'
        f'<fieldset><legend class="unseen">{escape(words.what_if.heading)}</legend>{_chips("what-if", iter(changes))}'
        f"</fieldset></details>{legend(content)}"
        f'<p class="key"><b>{escape(words.choose)}</b> {escape(words.key)} '
        '<span class="count" role="status"></span></p>'
    )
