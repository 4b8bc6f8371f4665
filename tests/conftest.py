"""What every test may ask for, and how many samples the tests over any answers draw."""

import datetime
import os

import pytest
from hypothesis import settings

from components.content.load import Content, load_content

# `make test` draws few samples with fixed seeds; `make soak` draws many and new ones.
settings.register_profile("quick", max_examples=30, derandomize=True, deadline=None, database=None)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("soak" if os.environ.get("SOAK") else "quick")


TODAY = datetime.date(2026, 11, 22)
"""The day of the tests: what they hold does not change with the calendar."""


@pytest.fixture(scope="session")
def content() -> Content:
    """The guide's real content, read and checked once."""
    return load_content()
