"""The map can be taken along: as a picture that needs nothing else, and as one page to print."""

import io
import re
from xml.etree import ElementTree

import pypdf

from components.content.load import Content
from components.pathways.drawing import style
from components.pathways.paper import STYLE, map_as_pdf, map_as_svg
from components.pathways.reading import sentence
from tests.conftest import TODAY


def test_the_picture_is_sound_svg_with_every_part_named_and_none_to_press(content: Content) -> None:
    svg = map_as_svg(content, TODAY)
    tree = ElementTree.fromstring(svg)  # noqa: S314 our own drawing
    named = {group.attrib["data-id"]: group.attrib["aria-label"] for group in tree.iter() if "data-id" in group.attrib}
    assert named.keys() == {node.id for node in content.pathways.nodes} | {a.id for a in content.pathways.arrows}
    assert all(sentence(content.pathways, arrow) in named[arrow.id] for arrow in content.pathways.arrows)
    assert not re.search("tabindex|button|aria-pressed", svg)


def test_the_picture_needs_nothing_from_anywhere(content: Content) -> None:
    svg = map_as_svg(content, TODAY).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|url\(|@import|var\(|color-mix", svg)


def test_lines_on_paper_are_as_sure_as_on_the_page() -> None:
    lines = [
        set(re.findall(r"\.sure-\w+ \.line \{[^}]*\}", css)) for css in (style(), STYLE.read_text(encoding="utf-8"))
    ]
    on_page = {line for line in lines[0] if "aria-pressed" not in line}
    assert len(lines[1]) == 4 and lines[1] <= on_page


def test_the_pdf_is_one_tagged_page_with_every_name_and_label_of_the_map(content: Content) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(map_as_pdf(content, TODAY)))
    assert len(pdf.pages) == 1
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    said = re.sub(r"\s+", " ", pdf.pages[0].extract_text())
    for node in content.pathways.nodes:
        assert all(word in said for word in node.name.split())
    assert all(arrow.label in said for arrow in content.pathways.arrows)
    assert all(passage.text in said for passage in content.pathways.page.not_known)
    assert all(sign.means in said for sign in content.pathways.page.signs.values())
