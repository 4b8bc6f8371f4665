"""The legend of the map: what the lines, the marks and the words on the arrows mean."""

from html import escape
from typing import get_args

from components.content.fields import WITH_MS, Certainty
from components.content.load import Content
from components.pathways.layout import text_width


def _sample(inside: str, width: int = 88) -> str:
    return (
        f'<svg class="map-drawing" viewBox="0 0 {width} 28" style="width:{width}px" aria-hidden="true">{inside}</svg>'
    )


def _line(certainty: str) -> str:
    return _sample(
        f'<g class="arrow sure-{certainty}"><path class="line" d="M4 14H74"/>'
        '<path class="head" d="M86 14L74 8L74 20Z"/></g>'
    )


def _mark(mark: str) -> str:
    return _sample(
        '<g class="arrow"><g class="pill"><circle cx="44" cy="14" r="11"/>'
        f'<text class="mark" x="44" y="19.5" font-size="16">{escape(mark)}</text></g></g>'
    )


def _pill(words: str, with_ms: bool) -> str:
    width = round(text_width(words, 16)) + 20
    return _sample(
        f'<g class="arrow{" with-ms" if with_ms else ""}"><g class="pill">'
        f'<rect x="2" y="2" width="{width - 4}" height="24" rx="9"/>'
        f'<text x="{width / 2:g}" y="19" font-size="16" text-anchor="middle">{escape(words)}</text></g></g>',
        width,
    )


def legend(content: Content) -> str:
    """Return how to read the map as HTML, shut at first: a few lines, and samples with words."""
    words, labels = content.pathways.page, content.frame.labels
    parts = (
        (
            words.legend_lines,
            [
                (_line(sure), f"{words.sureness[sure]}. {labels.general_certainty[sure]}")
                for sure in get_args(Certainty)
            ],
        ),
        (words.legend_marks, [(_mark(sign.mark), sign.means) for sign in words.signs.values()]),
        (
            words.legend_pills,
            [
                (_pill(short, population in WITH_MS), labels.studied_in[population])
                for population, short in words.pills.items()
            ],
        ),
    )
    lines = "".join(f"<li>{escape(line)}</li>" for line in words.how_to_read)
    return (
        f'<details class="how" name="way"><summary>{escape(words.how_to_read_heading)}</summary><ul>{lines}</ul>'
        '<div class="legend">'
        + "".join(
            f"<div><p>{escape(heading)}</p><ul>"
            + "".join(f"<li>{sample}<span>{escape(says)}</span></li>" for sample, says in rows)
            + "</ul></div>"
            for heading, rows in parts
        )
        + "</div></details>"
    )
