"""The evidence at a glance: every claim by topic and by who was studied, as a chart and as a table. No Streamlit."""

from collections import Counter
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, get_args

from components.content.evidence import Claim
from components.content.fields import Certainty, ClaimTopic, Population
from components.content.load import Content

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

SIGNS: dict[Certainty, str] = {
    "high": "circle",
    "moderate": "circle-open-dot",
    "low": "circle-open",
    "very_low": "circle",
}
"""The sign of each certainty. They differ in shape and size, so that the chart reads without color."""

SIZES: dict[Certainty, int] = {"high": 12, "moderate": 13, "low": 13, "very_low": 6}
"""How large each sign is, in px: a full circle is high, and very low when it is small."""

INK = "#2C8C86"
"""Of the signs: at least 3 to 1 on both the light and the dark page (docs/look.md)."""

LINE = "#808589"
ACROSS = 3
"""How many signs stand side by side in a cell."""

STEP = 0.26
"""The distance of two signs, in columns."""

LINE_HEIGHT = 25
"""Of a line of signs, in px."""

LABEL_WIDTH = 36
"""How many letters of a topic's name stand in a line: as many as a phone of 320 px shows."""


def nearest(content: Content, claim: Claim) -> Population:
    """Return in whom a claim was studied that are nearest to people with MS."""
    return next(population for population in content.frame.labels.studied_in if population in claim.studied_in)


@lru_cache(maxsize=2)
def cells(content: Content) -> dict[tuple[ClaimTopic, Population], tuple[Claim, ...]]:
    """Return the claims by topic and by who was studied, the surest first. A cell with no claim is left out."""
    found: dict[tuple[ClaimTopic, Population], list[Claim]] = {}
    for sure in get_args(Certainty):
        for claim in content.claims.values():
            if claim.certainty == sure:
                found.setdefault((claim.topic, nearest(content, claim)), []).append(claim)
    return {cell: tuple(claims) for cell, claims in found.items()}


def _label(content: Content, topic: ClaimTopic) -> str:
    return _wrapped(content.evidence.page.topics[topic], LABEL_WIDTH)


def _label_lines(content: Content, topic: ClaimTopic) -> float:
    """Return the room for the name of a topic above its signs, in lines of signs."""
    return 0.55 + 0.75 * (_label(content, topic).count("<br>") + 1)


def _rows(content: Content) -> dict[ClaimTopic, tuple[float, int]]:
    """Return where each topic begins, in lines from the top, and how many lines of signs it has."""
    rows: dict[ClaimTopic, tuple[float, int]] = {}
    top = 0.0
    for topic in content.evidence.page.topics:
        most = max((len(claims) for (named, _), claims in cells(content).items() if named == topic), default=0)
        lines = -(-most // ACROSS)
        rows[topic] = (top, lines)
        top += lines + _label_lines(content, topic)
    return rows


def _places(content: Content) -> list[tuple[Claim, float, float]]:
    """Return every claim with its place: column, and lines from the top."""
    columns = list(content.frame.labels.studied_in)
    rows = _rows(content)
    found = []
    for (topic, population), claims in cells(content).items():
        for n, claim in enumerate(claims):
            line, place = divmod(n, ACROSS)
            x = columns.index(population) + (place - (ACROSS - 1) / 2) * STEP
            found.append((claim, x, rows[topic][0] + _label_lines(content, topic) + line))
    return found


def _wrapped(text: str, width: int = 44) -> str:
    """Return a text broken into lines as Plotly writes them, with nothing in it taken for markup."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(escape(line, quote=False) for line in lines)


@lru_cache(maxsize=2)
def chart(content: Content) -> "Figure":
    """Return the chart: a row for each topic, a column for who was studied, a sign for each claim."""
    from plotly.graph_objects import Figure, Scatter  # noqa: PLC0415 loaded only where the chart is drawn

    words, labels = content.evidence.page, content.frame.labels
    places, rows = _places(content), _rows(content)
    figure = Figure()
    for sure, sign in SIGNS.items():
        mine = [(claim, x, y) for claim, x, y in places if claim.certainty == sure]
        figure.add_trace(
            Scatter(
                x=[x for _, x, _ in mine],
                y=[y for _, _, y in mine],
                name=escape(words.certainty_short[sure], quote=False),
                text=[_wrapped(claim.statement) for claim, _, _ in mine],
                hovertemplate="%{text}<extra></extra>",
                mode="markers",
                marker={"symbol": sign, "size": SIZES[sure], "color": INK, "line": {"width": 2.4, "color": INK}},
            )
        )
    for topic, (top, _) in rows.items():
        figure.add_annotation(
            x=-0.5, y=top - 0.15, text=f"<b>{_label(content, topic)}</b>",
            showarrow=False, xanchor="left", yanchor="top", align="left",
        )  # fmt: skip
        if top:
            figure.add_hline(y=top - 0.28, line_width=1, line_color=LINE)
    end = max(top + lines + _label_lines(content, topic) for topic, (top, lines) in rows.items())
    columns = list(labels.studied_in)
    figure.update_layout(
        height=round(end * LINE_HEIGHT + 96),
        margin={"l": 0, "r": 0, "t": 44, "b": 0},
        font={"size": 15},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        legend={"orientation": "h", "y": -0.01, "yanchor": "top", "x": 0, "itemclick": False, "itemdoubleclick": False},
        xaxis={
            "side": "top", "range": [-0.5, len(columns) - 0.5], "fixedrange": True, "zeroline": False,
            "showgrid": False, "tickvals": list(range(len(columns))),
            "ticktext": [escape(words.map_column[name], quote=False).replace(" ", "<br>") for name in columns],
        },
        yaxis={"range": [end - 0.3, -0.3], "fixedrange": True, "visible": False},
    )  # fmt: skip
    return figure


def _counted(content: Content, claims: tuple[Claim, ...]) -> str:
    """Return how many claims there are of each certainty, in words, the surest first."""
    words = content.evidence.page
    count = Counter(claim.certainty for claim in claims)
    return ", ".join(
        words.map_cell.format(count=count[sure], sure=words.certainty_short[sure].lower())
        for sure in get_args(Certainty)
        if count[sure]
    )


@lru_cache(maxsize=2)
def table(content: Content) -> str:
    """Return HTML for a table that says what the chart shows: topic, who was studied, how many claims how sure."""
    words, labels = content.evidence.page, content.frame.labels
    rows = []
    for topic, heading in words.topics.items():
        parts = [
            (labels.studied_in[population], _counted(content, cells(content)[topic, population]))
            for population in labels.studied_in
            if (topic, population) in cells(content)
        ]
        for n, (who, counted) in enumerate(parts):
            first = f'<th scope="rowgroup" rowspan="{len(parts)}">{escape(heading)}</th>' if n == 0 else ""
            rows.append(f"<tr>{first}<td>{escape(who)}</td><td>{escape(counted)}</td></tr>")
        rows.append("</tbody><tbody>")
    body = "".join(rows).removesuffix("<tbody>").removesuffix("</tbody>")
    return (
        f'<details class="sources"><summary>{escape(words.map_table)}</summary>'
        f'<table class="glance"><caption>{escape(words.map_heading)}</caption><thead><tr>'
        f'<th scope="col">{escape(words.map_topic)}</th><th scope="col">{escape(labels.who_was_studied)}</th>'
        f'<th scope="col">{escape(words.filter_sure)}</th></tr></thead><tbody>{body}</tbody></table></details>'
    )
