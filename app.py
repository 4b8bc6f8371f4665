"""The server: checks the content, then serves the guide with compression, security headers and /healthz."""

import sys

import streamlit as st

from components.content.load import content
from components.content.mistakes import ContentError
from components.frame.server import middleware, routes, show_script_error

try:
    content()
except ContentError as error:
    # The guide never starts on broken content. SystemExit keeps a traceback out of what a clinician reads.
    print(f"The guide cannot start. Mend these {len(error.mistakes)} points:\n{error}", file=sys.stderr)
    raise SystemExit(1) from None

app = st.App("components/frame/visit.py", routes=routes(), middleware=middleware(), on_script_error=show_script_error)
