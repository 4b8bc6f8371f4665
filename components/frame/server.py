"""What the server adds to Streamlit: compression, security headers, fonts and a health check."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.content.load import content
from components.frame.pages import SCRIPTS

STATIC = Path(__file__).resolve().parents[2] / "static"
FONTS = STATIC / "fonts"
ANSWERS_SCHEMA = STATIC / "answers.schema.json"
ONE_YEAR = 31_536_000
DOWNLOADS = "/media/"
"""Where Streamlit serves the files a person made: they hold answers, so no cache may keep them."""
COMPRESSION = 5
"""gzip level: at 9, the default, the server spends longer on a cold visit than the few saved bytes are worth."""


def content_security_policy() -> str:
    """Return the policy that keeps the browser to this server.

    Streamlit's start page has one inline script; its hash is computed from the installed file, so that an update of
    Streamlit needs no edit here. blob: and wasm serve Streamlit's own workers; styles are written by its theme.
    """
    index = Path(st.__file__).parent / "static" / "index.html"
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", index.read_text(encoding="utf-8"), re.DOTALL)
    hashes = " ".join(
        "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'" for script in inline
    )
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' blob: {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


class SecurityHeaders:
    """Sets the same security headers on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": content_security_policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and put the headers on the start of its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if scope["path"].startswith(DOWNLOADS):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)


class KnownAddresses:
    """Sends a page address that does not exist to Home, where Streamlit would show a notice made for developers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = {"/", *(f"/{name}" for name in SCRIPTS)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer with the way to Home when a browser asks for a page that does not exist."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            path = scope["path"].rstrip("/") or "/"
            asks_for_page = "text/html" in Headers(scope=scope).get("accept", "")
            is_page = path.count("/") == 1 and "." not in path and path not in ("/healthz",)
            if asks_for_page and is_page and path not in self.pages:
                await RedirectResponse("/", status_code=307)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def middleware() -> list[Middleware]:
    """Return the layers around Streamlit, outermost first."""
    return [
        Middleware(SecurityHeaders),
        Middleware(KnownAddresses),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=COMPRESSION),
    ]


async def health(_: Request) -> Response:
    """Answer 200 with a small JSON once the content is loaded; before that there is no server to answer."""
    return JSONResponse({"status": "ok", "claims": len(content().claims), "chapters": len(content().chapters)})


async def font(request: Request) -> Response:
    """Answer with one of the guide's own font files, or 404."""
    path = FONTS / Path(request.path_params["name"]).name
    if path.suffix != ".woff2" or not path.is_file():
        return Response(status_code=404)
    return FileResponse(
        path, media_type="font/woff2", headers={"Cache-Control": f"public, max-age={ONE_YEAR}, immutable"}
    )


async def answers_schema(_: Request) -> Response:
    """Answer with the JSON Schema of the file in which a person keeps the answers."""
    return FileResponse(ANSWERS_SCHEMA, media_type="application/schema+json")


def routes() -> list[Route]:
    """Return the guide's own addresses beside Streamlit's."""
    return [Route("/healthz", health), Route("/fonts/{name}", font), Route(f"/{ANSWERS_SCHEMA.name}", answers_schema)]


def show_script_error(_: Exception) -> bool:
    """Tell the person in one sentence that a page failed, and keep what it was out of sight."""
    st.error(content().frame.script_error)
    return True
