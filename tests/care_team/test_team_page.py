"""The page for the team says what the sheet is, in plain HTML that needs nothing else."""

import re
from html import unescape

from starlette.testclient import TestClient

from app import app
from components.care_team.team_page import ADDRESS, team_page
from components.content.load import Content


def test_the_page_says_all_its_words_and_where_the_evidence_is(content: Content) -> None:
    markup = team_page(content, "https://guide.example")
    shown = unescape(re.sub(r"<[^>]+>", " ", markup))
    words = content.team
    for text in (words.title, words.lead, *words.what, *words.use, words.verdicts_lead, words.evidence, words.limits):
        assert text in shown
    assert 'href="https://guide.example/evidence"' in markup and "https://guide.example/evidence" in shown


def test_each_claim_one_hears_has_its_verdict_why_and_certainty(content: Content) -> None:
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", team_page(content, ""))
    assert len(rows) == len(content.evidence.heard)
    for row, heard in zip(rows, content.evidence.heard, strict=True):
        shown = unescape(row)
        certainty = content.frame.labels.certainty[content.claims[heard.claim].certainty]
        assert all(said in shown for said in (heard.heard, heard.verdict, heard.why, certainty))


def test_the_page_runs_nothing_and_loads_from_this_server_alone(content: Content) -> None:
    markup = team_page(content, "https://guide.example")
    assert not re.search(r"<script|<link|<img|\bon[a-z]+=|@import", markup)
    assert all(address.startswith("/fonts/") for address in re.findall(r'url\("([^"]*)"\)', markup))


def test_the_page_is_served_with_the_readers_own_address_and_the_security_headers() -> None:
    answer = TestClient(app).get(ADDRESS)
    assert answer.status_code == 200
    assert 'href="http://testserver/evidence"' in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_a_hostile_address_stays_text(content: Content) -> None:
    markup = team_page(content, 'http://x"><script>alert(1)</script>')
    assert "<script" not in markup and 'x">' not in markup


def test_no_cache_keeps_the_address_one_reader_came_by() -> None:
    assert TestClient(app).get(ADDRESS).headers["Cache-Control"] == "no-store"
