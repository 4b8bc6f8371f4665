"""The server: checks the content, then serves the guide with compression, security headers and /healthz."""

import gc
import sys

import streamlit as st

from components.care_team import team_page
from components.frame.server import middleware, routes, show_script_error
from components.start import mistakes

found = mistakes()
if found:
    # The guide never starts on broken content. SystemExit keeps a traceback out of what a clinician reads.
    print("\n".join([f"The guide cannot start. Mend these {len(found)} points:", *found]), file=sys.stderr)
    raise SystemExit(1)

# Streamlit collects garbage after every run, while the answer waits to be sent. What is loaded lives as long as the
# server: taken out of the search, it costs no press (docs/decisions/0018-what-lives-on-is-no-garbage.md).
gc.collect()
gc.freeze()

app = st.App(
    "components/frame/visit.py",
    routes=[*routes(), *team_page.routes()],
    middleware=middleware(),
    on_script_error=show_script_error,
)
