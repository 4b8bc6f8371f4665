"""Reads a PDF as a checker does: what is drawn where and under which tag, and the tree of the tags.

With two people more whose sheets put it to the test.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import pikepdf

from components.answers.model import (
    MAX_LINE_LENGTH,
    MAX_LIST_LENGTH,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_QUESTION_LENGTH,
    OWN_STEP,
    Answers,
    OwnQuestion,
    Plan,
)
from components.content.load import Content
from tests.care_team.visits import usual

SHOWS_TEXT = ("Tj", "TJ", "'", '"')
PAINTS_IMAGE = ("Do", "INLINE IMAGE")


def warned(content: Content) -> Answers:
    """Return usual answers of a person who also said yes to two warning signs."""
    answers = usual(content)
    answers.cautions = {**answers.cautions, "red-stroke": True, "red-relapse": True}
    return answers


def hostile(_content: Content) -> Answers:
    """Return answers of endless words in wide letters, wherever one can type."""
    line, lines = "W" * MAX_LINE_LENGTH, "@" * MAX_LIST_LENGTH
    return Answers(
        name="W" * MAX_NAME_LENGTH,
        own_matter=line,
        questions=[OwnQuestion(own="W" * (MAX_QUESTION_LENGTH - number)) for number in range(5)],
        changes={"bowel": line},
        takes=lines,
        thinks_of="M" * MAX_LIST_LENGTH,
        understood=lines,
        notes="W" * MAX_NOTE_LENGTH,
        plan=Plan(habit="fruit", step=OWN_STEP, own=line, when=line, will=line, confidence=3, raise_it=line),
    )


@dataclass(frozen=True)
class Drawn:
    """One run of text, one stroke of a line or one image. x0, x1, y: in points from the lower left of the page.

    size: of the letters. mcid: the marked content it is part of. loose: whether it is neither tagged nor an artifact.
    """

    page: int
    kind: Literal["text", "line", "image"]
    x0: float
    x1: float
    y: float
    size: float = 0
    mcid: int | None = None
    loose: bool = False


@dataclass(frozen=True)
class Tag:
    """One element of the tree of tags. path: the names from the root to it.

    content: page and mcid of what it holds itself. inside: the same, with what the elements in it hold.
    """

    path: tuple[str, ...]
    element: Any
    content: tuple[tuple[int, int], ...]
    inside: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a finished PDF, opened."""
    return pikepdf.open(io.BytesIO(data))


def tags(pdf: pikepdf.Pdf) -> tuple[Tag, ...]:
    """Return every element of the tree of tags, in reading order. None where there is no tree."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    root = pdf.Root.get("/StructTreeRoot")
    return tuple(_tags_below(root, pages, (), None)) if root is not None else ()


def _tags_below(node: Any, pages: dict[Any, int], path: tuple[str, ...], page: int | None) -> Iterator[Tag]:
    for kid in _kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            here = pages[kid.Pg.objgen] if "/Pg" in kid else page
            names = (*path, str(kid.S)[1:])
            content, below = tuple(_content(kid, pages, here)), tuple(_tags_below(kid, pages, names, here))
            yield Tag(names, kid, content, (*content, *(place for tag in below for place in tag.content)))
            yield from below


def _content(element: Any, pages: dict[Any, int], page: int | None) -> Iterator[tuple[int, int]]:
    for kid in _kids(element):
        if isinstance(kid, int) and page is not None:
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield (pages[kid.Pg.objgen] if "/Pg" in kid else page or 0), int(kid.MCID)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def drawn(pdf: pikepdf.Pdf) -> list[Drawn]:
    """Return all that is drawn on the pages, in the order of their content streams."""
    return [item for number, page in enumerate(pdf.pages) for item in _Pen(number, page).draw()]


class _Pen:
    """Follows one content stream: where the pen is, with which font, inside which marks."""

    def __init__(self, number: int, page: pikepdf.Page) -> None:
        self.number, self.page = number, page
        self.matrix, self.text, self.size = pikepdf.Matrix(), pikepdf.Matrix(), 0.0
        self.kept: list[tuple[pikepdf.Matrix, float]] = []
        self.marks: list[tuple[str, Any]] = []
        self.widths: dict[int, float] = {}
        self.at = (0.0, 0.0)

    def draw(self) -> Iterator[Drawn]:
        for instruction in pikepdf.parse_content_stream(self.page):
            operator, operands = str(instruction.operator), list(instruction.operands)
            found = self._follow(operator, operands)
            if found is not None:
                mcids = [int(marks["/MCID"]) for _, marks in self.marks if "/MCID" in marks]
                artifact = any(name == "/Artifact" for name, _ in self.marks)
                yield replace(found, mcid=mcids[-1] if mcids else None, loose=not mcids and not artifact)

    def _follow(self, operator: str, operands: list[Any]) -> Drawn | None:
        if operator in SHOWS_TEXT:
            return self._run(operands[-1])
        if operator in PAINTS_IMAGE:
            return self._stroke("image", (0, 0), (1, 1))
        if operator in ("m", "l"):
            start, self.at = self.at, (float(operands[0]), float(operands[1]))
            return self._stroke("line", start, self.at) if operator == "l" else None
        self._move(operator, operands)
        return None

    def _move(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "q":
                self.kept.append((self.matrix, self.size))
            case "Q":
                self.matrix, self.size = self.kept.pop()
            case "cm":
                self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix
            case "Tm":
                self.text = pikepdf.Matrix(*map(float, operands))
            case "Tf":
                self.size = float(operands[1])
                self.widths = _widths(self.page.Resources.Font[str(operands[0])])
            case "BDC":
                named = isinstance(operands[1], pikepdf.Name)
                self.marks.append(
                    (str(operands[0]), self.page.Resources.Properties[operands[1]] if named else operands[1])
                )
            case "BMC":
                self.marks.append((str(operands[0]), {}))
            case "EMC":
                self.marks.pop()

    def _run(self, shown: Any) -> Drawn:
        wide = 0.0
        for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                pairs = zip(codes[::2], codes[1::2], strict=False)
                wide += sum(self.widths.get(high * 256 + low, 1000) for high, low in pairs)
            else:
                wide -= float(part)
        place = self.text @ self.matrix
        (x0, y), (x1, _) = place.transform((0, 0)), place.transform((wide * self.size / 1000, 0))
        return Drawn(self.number, "text", x0, x1, y, self.size)

    def _stroke(self, kind: Literal["line", "image"], start: tuple[float, float], end: tuple[float, float]) -> Drawn:
        (x0, y), (x1, _) = self.matrix.transform(start), self.matrix.transform(end)
        return Drawn(self.number, kind, min(x0, x1), max(x0, x1), y)


def _widths(font: Any) -> dict[int, float]:
    """Return the widths of the glyphs of a font with two bytes for each (PDF 1.7, 9.7.4.3), in thousandths."""
    found: dict[int, float] = {}
    array = list(font.DescendantFonts[0].get("/W", []))
    while array:
        first, then = int(array.pop(0)), array.pop(0)
        if isinstance(then, pikepdf.Array):
            found.update({first + place: float(wide) for place, wide in enumerate(then)})
        else:
            found.update(dict.fromkeys(range(first, int(then) + 1), float(array.pop(0))))
    return found
