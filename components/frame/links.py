"""Links between the guide's own pages that may stand in any HTML. They keep the visit, and so the answers, alive."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from components.content.words import PageId


def address_of(page_id: PageId, query: Mapping[str, str]) -> str:
    """Return the address of a page, with what it is opened at."""
    path = "/" if page_id == "home" else f"/{page_id}"
    return f"{path}?{urlencode(query)}" if query else path


def guide_link(page_id: PageId, inner: str, *, css: str = "", about: str = "", **query: str) -> str:
    """Return HTML for a link to a page of the guide. inner: HTML, escaped by the caller.

    about: what the link is about, for those who hear it without what stands around it; not seen.

    It is a true link with its own address. travel.js follows it without loading the page anew.
    """
    unseen = f'<span class="unseen">: {escape(about)}</span>' if about else ""
    address = escape(address_of(page_id, query))
    return f'<a class="{f"guide-link {css}".strip()}" href="{address}" target="_self">{inner}{unseen}</a>'
