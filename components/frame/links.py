"""Links between the guide's own pages that may stand in any HTML. They keep the visit, and so the answers, alive."""

from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qs, urlencode, urlsplit

from components.content.words import PageId
from components.frame.pages import SCRIPTS

QUERIES = frozenset({"chapter", "claim", "words"})
"""What an address of the guide may name beside its page. Never an answer."""


def address_of(page_id: PageId, query: Mapping[str, str]) -> str:
    """Return the address of a page, with what it is opened at."""
    path = "/" if page_id == "home" else f"/{page_id}"
    return f"{path}?{urlencode(query)}" if query else path


def guide_link(page_id: PageId, inner: str, *, css: str = "", **query: str) -> str:
    """Return HTML for a link to a page of the guide. inner: HTML, escaped by the caller.

    It is a true link with its own address. Where scripts run, travel.js follows it without loading the page anew.
    """
    address = escape(address_of(page_id, query))
    return f'<a class="{f"guide-link {css}".strip()}" href="{address}" target="_self">{inner}</a>'


def destination(address: object) -> tuple[PageId, dict[str, str]] | None:
    """Return the page and the query that an address of the guide names, or None when it names no page of it.

    address: what the browser sent. It may be anything, so only known pages and known names in the query come back.
    """
    if not isinstance(address, str) or len(address) > 300:
        return None
    try:
        parts = urlsplit(address)
        query = parse_qs(parts.query, max_num_fields=9)
    except ValueError:
        return None
    path = parts.path.strip("/") or "home"
    page_id = next((known for known in SCRIPTS if known == path), None)
    if page_id is None or parts.netloc or parts.scheme:
        return None
    return page_id, {name: values[0] for name, values in query.items() if name in QUERIES}
