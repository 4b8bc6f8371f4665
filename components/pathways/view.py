"""Puts the map on the page: as a drawing one can choose from, and as a list that says the same."""

import datetime
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components.content.learn import Picture
from components.content.load import Content
from components.frame.claims import claim_badge
from components.frame.links import guide_link
from components.frame.view import link_to
from components.pathways.drawing import draw, style
from components.pathways.legend import legend
from components.pathways.picture import draw_picture, in_words
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


@cache
def _component() -> Callable[..., Any]:
    """Return the mounting command, registered once; its files are read here because asset paths need a package."""
    return st.components.v2.component(
        "pathways_map",
        html=HTML,
        css=style() + (HERE / "map.css").read_text(encoding="utf-8"),
        js=(HERE / "map.js").read_text(encoding="utf-8"),
    )


@lru_cache(maxsize=2)
def map_data(content: Content, day: datetime.date) -> dict[str, Any]:
    """Return what the browser needs to show the map."""
    words, labels = content.pathways.page, content.frame.labels
    return {
        "drawings": legend(content) + draw(content, "wide", day) + draw(content, "tall", day),
        "panels": panels(content, day),
        "words": {
            "choose": words.choose,
            "clear": words.clear,
            "chosen": words.chosen,
            "papers": labels.papers,
            "newTab": words.new_tab,
            "own": labels.own_address,
        },
    }


@cache
def _picture() -> Callable[..., Any]:
    """Return the mounting command of a chapter's picture, registered once."""
    return st.components.v2.component(
        "map_part",
        html='<div class="map-part"></div>',
        css=style() + (HERE / "picture.css").read_text(encoding="utf-8"),
        js=(HERE / "picture.js").read_text(encoding="utf-8"),
    )


def show_picture(content: Content, picture: Picture) -> None:
    """Show the part of the map that a chapter speaks of, with its caption, how to read it, and the same in words."""
    words = content.learn.page.picture
    st.html(f"<h2>{escape(words.heading)}</h2>")
    _picture()(key="picture", data={"drawing": draw_picture(content, picture)})
    st.html(
        f'<p class="caption">{escape(picture.caption)}</p>'
        f'<details class="sources"><summary>{escape(words.how)}</summary>'
        f"<p>{escape(picture.seen)} {escape(content.pathways.page.key)}</p>"
        f"<p>{escape(words.in_words)}</p>{in_words(content, picture, datetime.date.today())}"
        f"<p>{guide_link('pathways', escape(words.open_map))}</p></details>"
    )


def show_map(content: Content) -> None:
    """Show the map with its legend and its panel. Choosing happens in the browser alone; nothing comes back."""
    _component()(key="map", data=map_data(content, datetime.date.today()))


def _arrow_item(content: Content, arrow: ArrowText, day: datetime.date) -> str:
    badge = claim_badge(content, content.claims[arrow.claim.id], day, shown_as=arrow.claim)
    return f'<li data-arrow="{arrow.id}">{escape(arrow.sentence)} {badge}</li>'


def _node_part(content: Content, node: NodeText, day: datetime.date) -> str:
    arrows = "".join(_arrow_item(content, arrow, day) for arrow in node.out)
    return f'<h4 data-node="{node.id}">{escape(node.name)}</h4><p>{escape(node.says)}</p>' + (
        f"<ul>{arrows}</ul>" if arrows else ""
    )


@lru_cache(maxsize=2)
def list_html(content: Content, day: datetime.date) -> tuple[str, ...]:
    """Return the map in words as HTML, one string for each zone, shut at first, every text escaped."""
    return tuple(
        f'<details class="zone-words"><summary><h3>{escape(part.zone.name)}</h3></summary>'
        + "".join(_node_part(content, node, day) for node in part.nodes)
        + "</details>"
        for part in as_list(content, day)
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
    for part in list_html(content, datetime.date.today()):
        st.html(part)


def where_next(content: Content) -> None:
    """Show what to do with what was seen: a question for the sheet."""
    words = content.pathways.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
