"""One page for the team that is handed a sheet: plain HTML that any browser shows and prints. No Streamlit."""

from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.content.evidence import HeardClaim
from components.content.labels import date_words
from components.content.load import Content
from components.content.load import content as guide
from components.frame.links import address_of

ADDRESS = "/handouts/for-the-team"
LOOK = Path(__file__).with_name("team_page.css").read_text("utf-8")


def team_page(content: Content, site: str) -> str:
    """Return the page as HTML. site: the address of the guide without a slash at its end, as the reader has it."""
    words, clinic = content.team, content.clinic
    ledger = f"{site}{address_of('evidence', {})}"
    rows = "".join(_verdict(content, heard) for heard in content.evidence.heard)
    columns = (words.claim_column, words.verdict_column, words.certainty_column)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    parts = (
        f"<h1>{escape(words.title)}</h1>{_paragraphs(words.lead)}",
        f"<h2>{escape(words.use_heading)}</h2><ol>{_items(words.use)}</ol>",
        f"<h2>{escape(words.what_heading)}</h2><ul>{_items(words.what)}</ul>",
        f"<h2>{escape(words.verdicts_heading)}</h2>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{_paragraphs(words.verdicts_lead)}",
        f"<h2>{escape(words.evidence_heading)}</h2><p>{escape(words.evidence)}<br>"
        f'<a href="{escape(ledger)}">{escape(ledger)}</a></p>',
        _paragraphs(words.checked.format(date=date_words(content.frame, content.checked_on)), words.limits),
    )
    return (
        f'<!doctype html>\n<html lang="{escape(clinic.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(words.title)}</title>\n'
        f"<style>{LOOK}</style>\n</head>\n<body>\n<main>\n{''.join(parts)}\n</main>\n</body>\n</html>\n"
    )


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _items(texts: tuple[str, ...]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def _verdict(content: Content, heard: HeardClaim) -> str:
    """Return what one may hear, what was found, and how sure we are that it changes MS."""
    certainty = content.frame.labels.certainty[content.claims[heard.claim].certainty]
    return (
        f'<tr><th scope="row">{escape(heard.heard)}</th><td><b>{escape(heard.verdict)}</b> {escape(heard.why)}</td>'
        f'<td><span class="ask">{escape(content.team.certainty_column)} </span>{escape(certainty)}</td></tr>'
    )


async def _answer(request: Request) -> Response:
    # It holds the address its reader came by, which no cache may hand to another.
    page = team_page(guide(), str(request.base_url).rstrip("/"))
    return Response(page, media_type="text/html", headers={"Cache-Control": "no-store"})


def routes() -> list[Route]:
    """Return the address of the page, for the server."""
    return [Route(ADDRESS, _answer)]
