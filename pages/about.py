"""About: purpose, method, limits, privacy, license."""

from components.content.load import content
from components.frame.about import sections
from components.frame.view import page_top

guide = content()
page_top(guide, "about")
sections(guide)
