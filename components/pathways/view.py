"""Puts the map on the page: as a drawing one can choose from, and as a list that says the same."""

from collections.abc import Callable
from functools import cache, wraps
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from components.content.load import Content
from components.frame.claims import claim_answers
from components.frame.view import link_to
from components.pathways.drawing import draw, style
from components.pathways.legend import legend
from components.pathways.reading import ArrowText, NodeText, as_list, panels

HERE = Path(__file__).parent
HTML = """
<div class="map">
  <div class="drawings"></div>
  <section class="panel" tabindex="-1">
    <div class="bar"><span class="kicker"></span><button type="button" class="clear"></button></div>
    <div class="panel-body" aria-live="polite"></div>
  </section>
</div>
"""

T = TypeVar("T")


def once(make: Callable[[Content], T]) -> Callable[[Content], T]:
    """Return make, run once for each content, which never changes.

    Safe where visitors arrive together: nothing is ever taken out, so at worst two of them make the same twice. The
    content is kept too, so that no other one gets its id.
    """
    kept: dict[int, tuple[Content, T]] = {}

    @wraps(make)
    def given(content: Content) -> T:
        if id(content) not in kept:
            kept[id(content)] = (content, make(content))
        return kept[id(content)][1]

    return given


@cache
def _component() -> Callable[..., Any]:
    """Return the mounting command, registered once; its files are read here because asset paths need a package."""
    return st.components.v2.component(
        "pathways_map",
        html=HTML,
        css=style() + (HERE / "map.css").read_text(encoding="utf-8"),
        js=(HERE / "map.js").read_text(encoding="utf-8"),
    )


@once
def map_data(content: Content) -> dict[str, Any]:
    """Return what the browser needs to show the map."""
    words, labels = content.pathways.page, content.frame.labels
    return {
        "drawings": legend(content) + draw(content, "wide") + draw(content, "tall"),
        "panels": panels(content),
        "words": {
            "choose": words.choose,
            "clear": words.clear,
            "chosen": words.chosen,
            "papers": labels.papers,
            "newTab": words.new_tab,
        },
    }


def show_map(content: Content) -> None:
    """Show the map with its legend and its panel. Choosing happens in the browser alone; nothing comes back."""
    _component()(key="map", data=map_data(content))


def _arrow_item(content: Content, arrow: ArrowText) -> str:
    return f'<li data-arrow="{arrow.id}">{escape(arrow.sentence)} {claim_answers(content, arrow.claim)}</li>'


def _node_part(content: Content, node: NodeText) -> str:
    arrows = "".join(_arrow_item(content, arrow) for arrow in node.out)
    return f'<h4 data-node="{node.id}">{escape(node.name)}</h4><p>{escape(node.says)}</p>' + (
        f"<ul>{arrows}</ul>" if arrows else ""
    )


@once
def list_html(content: Content) -> tuple[str, ...]:
    """Return the map in words as HTML, one string for each zone, shut at first, every text escaped."""
    return tuple(
        f'<details class="zone-words"><summary><h3>{escape(part.zone.name)}</h3></summary>'
        + "".join(_node_part(content, node) for node in part.nodes)
        + "</details>"
        for part in as_list(content)
    )


def show_not_known(content: Content) -> None:
    """Show what is not known about the paths on the map."""
    words = content.pathways.page
    lines = "".join(f"<li>{escape(passage.text)}</li>" for passage in words.not_known)
    st.html(f"<h2>{escape(words.not_known_heading)}</h2><ul>{lines}</ul>")


def show_list(content: Content) -> None:
    """Show every box and arrow of the map in words, by zone, for those who cannot or do not want to use the drawing."""
    words = content.pathways.page
    st.html(f"<h2>{escape(words.list_heading)}</h2><p>{escape(words.list_lead)}</p>")
    for part in list_html(content):
        st.html(part)


def where_next(content: Content) -> None:
    """Show what to do with what was seen: a question for the sheet."""
    words = content.pathways.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
