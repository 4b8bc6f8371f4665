"""Promises of the PDF's look: the usual sheet on one page, large print truly large, nothing cut off, room to write."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

import pytest

from components.answers.model import Answers
from components.care_team.pdf import PdfLayout, as_pdf
from components.care_team.sections import sections
from components.care_team.summary import build_summary
from components.content.fields import Paper
from components.content.load import Content
from tests.care_team.pdf_reading import Drawn, drawn, hostile, opened, tags, warned
from tests.care_team.visits import all_left_out, heaviest, longest_step, nothing, three_minutes, usual
from tests.conftest import TODAY

Case = Callable[[Content], Answers]
CASES = (nothing, three_minutes, usual, warned, heaviest, longest_step, all_left_out, hostile)
PAPERS: tuple[Paper, ...] = ("us-letter", "a4")
LAYOUTS = [PdfLayout(paper, large) for paper in PAPERS for large in (False, True)]
MM = 72 / 25.4
EDGE = 5 * MM
"""What an office printer leaves blank at the edge of the paper."""

CAPITAL = 0.66
"""Height of a capital letter of our fonts, in parts of their size."""
SPACE = 0.27
"""Width of a space: the one at the end of a line hangs over, unseen."""

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.paper}-{layout.large_print}")
every_case = pytest.mark.parametrize("case", CASES)


class Sheet:
    """A finished sheet, read: its pages in points, what is drawn on them, its tags."""

    def __init__(self, content: Content, answers: Answers, layout: PdfLayout) -> None:
        self.summary = build_summary(content, answers, TODAY)
        with opened(as_pdf(content, self.summary, layout).data) as pdf:
            self.pages = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages]
            self.drawn = drawn(pdf)
            self.tags = [replace(tag, element=None) for tag in tags(pdf)]

    @property
    def texts(self) -> list[Drawn]:
        """The runs of text, with their spaces."""
        return [item for item in self.drawn if item.kind == "text"]

    @property
    def body(self) -> list[Drawn]:
        """The runs of text that are the sheet's own: tagged, so neither at the head nor at the foot of a page."""
        return [item for item in self.texts if item.mcid is not None]

    def lines_below(self, page: int, y: float) -> list[Drawn]:
        """The level lines on a page below a place, without the one over the page's foot."""
        lines = [item for item in self.drawn if item.kind == "line" and item.page == page and item.x1 - item.x0 > 30]
        return sorted((item for item in lines if item.y < y), key=lambda item: item.y)[1:]


@lru_cache(maxsize=len(CASES) * len(LAYOUTS))
def read(content: Content, case: Case, layout: PdfLayout) -> Sheet:
    """Return the finished sheet of a person, read once for all tests."""
    return Sheet(content, case(content), layout)


def in_heading(sheet: Sheet, item: Drawn) -> bool:
    """Whether a run of text is part of a heading."""
    return any(tag.name in ("H1", "H2", "H3") and (item.page, item.mcid) in tag.inside for tag in sheet.tags)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_usual_sheet_is_one_page_of_10_points_at_least(content: Content, paper: Paper) -> None:
    sheet = read(content, usual, PdfLayout(paper))
    assert sheet.pages == [pytest.approx({"us-letter": (612, 792), "a4": (595.3, 841.9)}[paper], abs=0.1)]
    sizes = {item.size for item in sheet.body}
    assert min(sizes) >= 8.5  # small print
    assert {size for size in sizes if size >= 10} and not {size for size in sizes if 9.1 < size < 10}
    below_ten = sum(item.x1 - item.x0 for item in sheet.body if item.size < 10)
    assert below_ten < 0.25 * sum(item.x1 - item.x0 for item in sheet.body)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_usual_sheet_in_large_print_is_two_pages_at_most(content: Content, paper: Paper) -> None:
    assert len(read(content, usual, PdfLayout(paper, large_print=True)).pages) <= 2


@every_case
def test_large_print_is_18_points_and_14_at_the_foot_of_a_page(content: Content, case: Case) -> None:
    sheet = read(content, case, PdfLayout(large_print=True))
    assert min(item.size for item in sheet.body) >= 18
    assert all(item.size >= (18 if item.y > 20 * MM else 14) for item in sheet.texts)


@pytest.mark.parametrize("case", CASES)
def test_no_text_is_smaller_than_8_5_points(content: Content, case: Case) -> None:
    assert min(item.size for item in read(content, case, PdfLayout()).texts) >= 8.5


@every_layout
@every_case
def test_nothing_is_cut_off(content: Content, case: Case, layout: PdfLayout) -> None:
    sheet = read(content, case, layout)
    side = (10 if layout.large_print else 14) * MM - 0.5
    foot = (18.7 if layout.large_print else 14) * MM - 0.5
    for item in sheet.drawn:
        wide, tall = sheet.pages[item.page]
        assert side <= item.x0 and item.x1 <= wide - side + SPACE * item.size, item
        assert EDGE <= item.y <= tall - EDGE - CAPITAL * item.size, item
        assert item.mcid is None or item.y >= foot, item


@every_layout
@every_case
def test_no_text_lies_on_another_or_on_a_line(content: Content, case: Case, layout: PdfLayout) -> None:
    sheet = read(content, case, layout)
    for page in range(len(sheet.pages)):
        texts = [item for item in sheet.texts if item.page == page and item.x1 - item.x0 > 0.5]
        for one, other in combinations(texts, 2):
            assert apart(one, other) or not (one.y - CAPITAL * other.size < other.y < one.y + CAPITAL * one.size)
        for line in (item for item in sheet.drawn if item.kind == "line" and item.page == page):
            for text in texts:
                assert apart(line, text) or not text.y < line.y < text.y + CAPITAL * text.size + 2, (line, text)


def apart(one: Drawn, other: Drawn) -> bool:
    """Whether two things stand side by side."""
    return one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1


@every_layout
@every_case
def test_no_heading_stands_alone_at_the_foot_of_a_page(content: Content, case: Case, layout: PdfLayout) -> None:
    sheet = read(content, case, layout)
    for page in range(len(sheet.pages)):
        last = [item for item in sheet.body if item.page == page][-1]
        assert not in_heading(sheet, last), last


@every_layout
@every_case
def test_there_is_room_to_write_what_was_agreed_on_one_page(content: Content, case: Case, layout: PdfLayout) -> None:
    sheet = read(content, case, layout)
    agreed = sections(content, sheet.summary)[-1]
    headings = [tag for tag in sheet.tags if tag.name == "H2"]
    place = headings[-1].content[0]
    (heading, *_) = [item for item in sheet.body if (item.page, item.mcid) == place]
    assert agreed.id == "agreed" and heading.page == len(sheet.pages) - 1
    lines = sheet.lines_below(heading.page, heading.y)
    assert len(lines) >= len(agreed.rows)
    least = (8 if layout.large_print else 6.5) * MM
    places = sorted(line.y for line in lines)
    assert all(after - before >= least - 0.5 for before, after in pairwise(places))


@every_layout
@pytest.mark.parametrize("case", [usual, warned, hostile])
def test_each_top_question_has_room_for_its_answer(content: Content, case: Case, layout: PdfLayout) -> None:
    sheet = read(content, case, layout)
    labels = [tag for tag in sheet.tags if tag.name == "H3"][-3:]
    for tag in labels:
        (page, _), under = tag.content[-1], [item for item in sheet.body if (item.page, item.mcid) == tag.content[-1]]
        assert any(0 < under[-1].y - line.y < 40 for line in sheet.lines_below(page, under[-1].y))


def test_the_first_three_questions_stand_out_as_the_only_headings_of_their_size(content: Content) -> None:
    sheet = read(content, usual, PdfLayout())
    assert [tag.name for tag in sheet.tags].count("H3") == 3 + len({p.urgency for p in sheet.summary.safety})
    assert len([item for item in sheet.body if item.size == 12.5 and in_heading(sheet, item)]) >= 3


@pytest.mark.parametrize("large", [False, True])
def test_the_empty_sheet_is_one_page_to_write_on(content: Content, large: bool) -> None:
    sheet = read(content, nothing, PdfLayout(large_print=large))
    assert len(sheet.pages) == 1
    assert len(sheet.lines_below(0, sheet.pages[0][1])) >= 3 + 2 + 4
