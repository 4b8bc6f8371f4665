"""What every test may ask for."""

import pytest

from components.content.load import Content, load_content


@pytest.fixture(scope="session")
def content() -> Content:
    """The guide's real content, read and checked once."""
    return load_content()
