"""A link within the guide has a true address; what the browser asks for leads only to pages of the guide."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.frame.links import QUERIES, address_of, destination, guide_link
from components.frame.pages import SCRIPTS


@pytest.mark.parametrize("page_id", SCRIPTS)
def test_every_page_is_found_again_by_its_address(page_id: str) -> None:
    assert destination(address_of(page_id, {"claim": "a-b"})) == (page_id, {"claim": "a-b"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "asked",
    [None, 7, "", "x" * 400, "/no-such-page", "//evil.example/learn", "https://evil.example/learn", "/learn/../admin",
     "javascript:alert(1)", "/learn\x00", "http://[", "/learn?" + "a=1&" * 50],
)  # fmt: skip
def test_what_is_no_address_of_the_guide_leads_nowhere_else(asked: object) -> None:
    assert destination(asked) in (None, ("home", {}))


@given(st.text(max_size=400))
def test_any_text_leads_to_a_known_page_with_known_names_or_nowhere(asked: str) -> None:
    there = destination(asked)
    assert there is None or (there[0] in SCRIPTS and there[1].keys() <= QUERIES)


def test_no_answer_can_stand_in_an_address_that_is_followed() -> None:
    assert destination("/habits?caution-warfarin=yes&name=Ann&chapter=x") == ("habits", {"chapter": "x"})


def test_an_address_without_end_is_not_read() -> None:
    assert destination("/learn?chapter=" + "x" * 400) is None


def test_what_stands_in_a_query_is_escaped() -> None:
    link = guide_link("learn", "in", chapter='"><script>')
    assert "<script>" not in link
    href = link.split('href="')[1].split('"')[0]
    assert parse_qs(urlsplit(href).query) == {"chapter": ['"><script>']}
