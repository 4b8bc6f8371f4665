"""A link within the guide has a true address, with nothing in it taken for markup."""

from urllib.parse import parse_qs, urlsplit

import pytest

from components.frame.links import address_of, guide_link
from components.frame.pages import SCRIPTS


@pytest.mark.parametrize("page_id", SCRIPTS)
def test_a_link_leads_to_the_address_of_its_page(page_id: str) -> None:
    path = "/" if page_id == "home" else f"/{page_id}"
    assert address_of(page_id, {}) == path  # type: ignore[arg-type]
    assert f'href="{path}?claim=a-b"' in guide_link(page_id, "in", claim="a-b")  # type: ignore[arg-type]


def test_what_stands_in_a_query_is_escaped() -> None:
    link = guide_link("learn", "in", chapter='"><script>')
    assert "<script>" not in link
    href = link.split('href="')[1].split('"')[0]
    assert parse_qs(urlsplit(href).query) == {"chapter": ['"><script>']}
