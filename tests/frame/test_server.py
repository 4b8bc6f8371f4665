"""The server keeps the browser to itself and says when it is ready."""

import re
from pathlib import Path

import pytest
import streamlit
from starlette.testclient import TestClient

from app import app
from components.content.load import Content
from components.frame.pages import SCRIPTS
from components.frame.server import content_security_policy


@pytest.fixture(scope="module")
def client() -> TestClient:
    """The server that app.py makes, without the runtime of visits."""
    return TestClient(app, follow_redirects=False)


def test_healthz_is_json_and_200_when_content_is_loaded(client: TestClient, content: Content) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "claims": len(content.claims), "chapters": len(content.chapters)}


@pytest.mark.parametrize(
    "name",
    ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"],
)
def test_every_answer_carries_the_security_headers(client: TestClient, name: str) -> None:
    for path in ("/", "/habits", "/healthz", "/fonts/none.woff2", "/static/none.js"):
        assert name in client.get(path).headers, path


def test_the_policy_names_no_other_server_and_no_unsafe_script() -> None:
    policy = content_security_policy()
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in script
    assert "'unsafe-eval'" not in script
    assert not re.search(r"https?:|\*", policy)


def test_the_policy_allows_the_start_page_of_the_installed_streamlit() -> None:
    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", index)
    assert content_security_policy().count("'sha256-") == len(inline)


def test_fonts_come_from_this_server_and_nothing_else_does(client: TestClient) -> None:
    answer = client.get("/fonts/AtkinsonHyperlegibleNext-latin.woff2")
    assert answer.headers["content-type"] == "font/woff2"
    assert "immutable" in answer.headers["cache-control"]
    for name in ("OFL.txt", "..%2f..%2fapp.py", "%2e%2e/app.py"):
        assert client.get(f"/fonts/{name}").status_code in (400, 404)


def test_pages_are_sent_compressed(client: TestClient) -> None:
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_no_cache_keeps_a_downloaded_sheet(client: TestClient) -> None:
    assert client.get("/media/anything.pdf").headers["cache-control"] == "no-store"


def test_a_page_that_does_not_exist_leads_home_and_no_other_address_does(client: TestClient) -> None:
    browser = {"Accept": "text/html"}
    for path in ("/nope", "/my-visit", "/habits2"):
        answer = client.get(path, headers=browser)
        assert (answer.status_code, answer.headers["location"]) == (307, "/"), path
    for path in ("/", *(f"/{name}" for name in SCRIPTS if name != "home"), "/learn?chapter=x", "/healthz"):
        assert client.get(path, headers=browser).status_code == 200, path
    assert client.get("/nope", headers={"Accept": "*/*"}).status_code != 307


def test_the_schema_of_the_answers_file_is_published(client: TestClient) -> None:
    answer = client.get("/answers.schema.json")
    assert answer.status_code == 200
    assert answer.json()["$schema"].endswith("2020-12/schema")
