"""Home: the one main message, and three ways in."""

from components.content.load import content
from components.frame.home import closer_look, main_message, three_ways
from components.frame.view import page_top

guide = content()
page_top(guide, "home")
main_message(guide)
three_ways(guide)
closer_look(guide)
