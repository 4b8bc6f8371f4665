"""Puts the map on the page: as a drawing one can choose from, and as a list that says the same."""

import datetime
from collections.abc import Callable
from dataclasses import asdict
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from components.answers.model import Answers
from components.content.learn import Picture
from components.content.load import Content
from components.content.pathways import FilterId, Story
from components.frame.claims import claim_badge
from components.frame.links import guide_link
from components.frame.view import link_to
from components.pathways.controls import controls, filters, left_by
from components.pathways.drawing import draw, spots, style
from components.pathways.layout import SCALES, Rect
from components.pathways.panel import all_views, claim_html
from components.pathways.paper import map_as_pdf, map_as_svg
from components.pathways.picture import draw_picture, in_words
from components.pathways.reading import ArrowText, NodeText, as_list, rests_on
from components.pathways.stories import story_named, story_sheet
from components.pathways.table import tables
from components.pathways.walk import Walk, walk

HERE = Path(__file__).parent
HTML = """
<div class="map">
  <div class="controls"></div>
  <div class="drawings"></div>
  <section class="panel" tabindex="-1">
    <div class="bar">
      <span class="kicker"></span><span class="steps"></span>
      <button type="button" class="clear" data-clear></button>
    </div>
    <div class="panel-body"><div class="gist" aria-live="polite"></div><div class="rest"></div></div>
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


def _walk(content: Content, ground: dict[str, Rect], chosen: FilterId) -> Walk:
    """Return where the arrow keys lead while a filter is chosen. ground: of every box and label of a layout."""
    left = content.pathways.node_by_id.keys() | set(left_by(content, chosen))
    return walk(content.pathways, {name: spot for name, spot in ground.items() if name in left})


@lru_cache(maxsize=2)
def map_data(content: Content, day: datetime.date) -> dict[str, Any]:
    """Return what the browser needs to show the map; the same for every visitor."""
    words = content.pathways.page
    views, grounds = all_views(content, day), {layout: spots(content, layout) for layout in SCALES}
    told = sorted({claim for view in views.values() for claim in view.claims})
    return {
        "controls": controls(content),
        "drawings": draw(content, "wide", day) + draw(content, "tall", day),
        "views": {key: asdict(view) for key, view in views.items()},
        "claims": {claim: claim_html(content, content.claims[claim], day) for claim in told},
        "filters": filters(content),
        "walk": {
            chosen: {layout: _walk(content, ground, chosen) for layout, ground in grounds.items()}
            for chosen in words.filters
        },
        "words": {"clear": words.clear, "chosen": words.chosen},
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
    _picture()(key="picture", data={"drawing": draw_picture(content, picture.arrows)})
    st.html(
        f'<p class="caption">{escape(picture.caption)}</p>'
        f'<details class="sources"><summary>{escape(words.how)}</summary>'
        f"<p>{escape(picture.seen)} {escape(content.pathways.page.key)}</p>"
        f"<p>{escape(words.in_words)}</p>{in_words(content, picture, datetime.date.today())}"
        f"<p>{guide_link('pathways', escape(words.open_map))}</p></details>"
    )


def show_map(content: Content, answers: Answers, opened: tuple[Story, int] | None) -> None:
    """Show the map with its filter, legend and panel. Choosing happens in the browser alone.

    Only a question to put on the sheet, or to take off it, comes back. opened: the story and the step to open with.
    """

    def asked() -> None:
        press = st.session_state["map"].ask
        question = press.get("question") if isinstance(press, dict) else None
        if isinstance(question, str) and question in content.questions:
            answers.choose_question(question, press.get("wanted") is True)

    look = f"story/{opened[0].id}/{opened[1]}" if opened else ""
    data = {**map_data(content, datetime.date.today()), "asked": list(answers.questions), "look": look}
    _component()(key="map", data=data, on_ask_change=asked)


def _arrow_item(content: Content, arrow: ArrowText, day: datetime.date) -> str:
    badge = claim_badge(content, content.claims[arrow.claim.id], day, shown_as=arrow.claim)
    rests = f'<span class="rests-on">{escape(rests_on(content, arrow.claim))}</span>'
    return f'<li data-arrow="{arrow.id}">{escape(arrow.sentence)} {rests} {badge}</li>'


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
    """Show every box and arrow of the map in words, by zone, for those who would rather read than use the drawing."""
    words = content.pathways.page
    st.html(f"<h2>{escape(words.list_heading)}</h2><p>{escape(words.list_lead)}</p>")
    for part in list_html(content, datetime.date.today()):
        st.html(part)


def show_table(content: Content) -> None:
    """Show every box and arrow with its sign, its answers and its papers, in tables that are shut at first."""
    words, day = content.pathways.page.table, datetime.date.today()
    st.html(
        f'<details class="zone-words"><summary><h3>{escape(words.open)}</h3></summary>{tables(content, day)}</details>'
    )


def take_along(content: Content) -> None:
    """Offer the map as a one-page PDF and as a picture, each made when its button is pressed."""
    words, day = content.pathways.page.paper, datetime.date.today()
    st.header(words.heading, anchor=False)
    st.write(words.lead)
    for label, data, ending, mime in (
        (words.pdf, lambda: map_as_pdf(content, day), "pdf", "application/pdf"),
        (words.svg, lambda: map_as_svg(content, day).encode(), "svg", "image/svg+xml"),
    ):
        st.download_button(label, data, f"{words.file}.{ending}", mime, key=f"download-map-{ending}", on_click="ignore")


def chosen_story(content: Content) -> tuple[Story, int] | None:
    """Return the story and the step that the address names, or None. Says so where there is no such story."""
    asked = st.query_params.get("story")
    found = story_named(content, asked, st.query_params.get("step"))
    if asked is not None and found is None:
        st.info(content.stories_file.page.unknown)
    return found


def show_story(content: Content, story: Story) -> None:
    """Show a story in words, as it prints on one page."""
    _picture()(key="story", data={"drawing": story_sheet(content, story, datetime.date.today())})
    with st.container(key="back-to-map"):
        link_to("pathways", content.stories_file.page.back_to_map)


def where_next(content: Content) -> None:
    """Show what to do with what was seen: a question for the sheet."""
    words = content.pathways.page
    st.header(words.next_heading, anchor=False)
    st.write(words.next_text)
    with st.container(key="next-step"):
        link_to("care-team", words.next_action)
