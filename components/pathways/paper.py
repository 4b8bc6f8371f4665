"""The map on paper: as a picture of its own (SVG), and as one page to print (PDF), in the colors of paper."""

import datetime
from functools import lru_cache
from pathlib import Path

from components.content.labels import date_words
from components.content.load import Content
from components.frame.typeset import typeset
from components.pathways.drawing import draw

HERE = Path(__file__).parent
STYLE = HERE / "paper.css"
TEMPLATE = HERE / "map.typ"


@lru_cache(maxsize=2)
def map_as_svg(content: Content, day: datetime.date) -> str:
    """Return the wide map as a picture that needs nothing else: its colors are fixed, its parts cannot be pressed.

    day: today; a claim whose next check is over says so.
    """
    drawn = draw(content, "wide", day, to_press=False)
    head, _, rest = drawn.partition(">")
    return f"{head}><style>{STYLE.read_text(encoding='utf-8')}</style>{rest}"


@lru_cache(maxsize=2)
def map_as_pdf(content: Content, day: datetime.date) -> bytes:
    """Return the map with what its lines and words mean on one page of the clinic's paper, as PDF/UA-1.

    Raises typst.TypstError only when map.typ or the fonts themselves are broken.
    """
    words, labels = content.pathways.page, content.frame.labels
    data = {
        "paper": content.clinic.paper,
        "lang": content.clinic.language,
        "day": [day.year, day.month, day.day],
        "title": words.map_title,
        "svg": map_as_svg(content, day),
        "alt": words.map_description.format(nodes=len(content.pathways.nodes), arrows=len(content.pathways.arrows)),
        "key": words.key,
        "marks": [f"{sign.mark}  {sign.means}" for sign in words.signs.values()],
        "sure": [f"{short}: {labels.general_certainty[sure]}" for sure, short in words.sureness.items()],
        "seen": [f"{short}: {labels.studied_in[who]}" for who, short in words.pills.items()],
        "not_known": [passage.text for passage in words.not_known],
        "not_known_heading": words.not_known_heading,
        "foot": words.paper.foot.format(
            product=content.frame.product, date=date_words(content.frame, content.checked_on)
        ),
    }
    return typeset(TEMPLATE, data)
