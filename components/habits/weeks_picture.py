"""The picture over the weeks: a row for each habit, a column for each week, gaps as gaps. No Streamlit."""

import datetime
from html import escape
from typing import TYPE_CHECKING

from components.answers.model import Answers
from components.content.labels import day_words
from components.content.load import Content
from components.habits.weeks import rows, weeks_shown

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

INK = "#2C8C86"
"""Of the frames around the signs: at least 3 to 1 on both the light and the dark page (docs/look.md)."""

LINE = "#808589"
ROW = 82
"""Of a row in px: its label, and its signs under it."""

SIGN = 44


def picture(content: Content, answers: Answers, today: datetime.date) -> "Figure":
    """Return the picture. Every sign has the same look: it says what was noted, and nothing is judged by color."""
    from plotly.graph_objects import Figure, Scatter  # noqa: PLC0415 loaded only where the picture is drawn

    weeks, lines = weeks_shown(answers, today), rows(content, answers, today)
    figure = Figure()
    for n, row in enumerate(lines):
        figure.add_trace(
            Scatter(
                x=[weeks.index(sign.week) for sign in row.signs],
                y=[n + 0.64] * len(row.signs),
                text=[escape(sign.short, quote=False) for sign in row.signs],
                customdata=[escape(sign.said, quote=False) for sign in row.signs],
                hovertemplate="%{customdata}<extra></extra>",
                mode="markers+text",
                textposition="middle center",
                textfont={"size": 16},
                marker={
                    "symbol": "square-open", "size": SIGN, "color": INK, "line": {"width": 2, "color": INK},
                },
                showlegend=False,
            )
        )  # fmt: skip
        figure.add_annotation(
            x=-0.5, y=n + 0.04, text=f"<b>{escape(row.label, quote=False)}</b>", showarrow=False,
            xanchor="left", yanchor="top", align="left",
        )  # fmt: skip
        if n:
            figure.add_hline(y=n, line_width=1, line_color=LINE)
    figure.update_layout(
        height=len(lines) * ROW + 40,
        margin={"l": 0, "r": 0, "t": 34, "b": 0},
        font={"size": 16},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        xaxis={
            "side": "top", "range": [-0.5, max(len(weeks), 4) - 0.5], "fixedrange": True, "zeroline": False,
            "showgrid": False, "tickvals": list(range(len(weeks))),
            "ticktext": [day_words(content.frame, week) for week in weeks],
        },
        yaxis={"range": [len(lines), 0], "fixedrange": True, "visible": False},
    )  # fmt: skip
    return figure
