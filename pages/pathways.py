"""Pathways: the living map, and the same map in words."""

from components.pathways.view import show_list, show_map

from components.content.load import content
from components.frame.view import page_top

guide = content()
page_top(guide, "pathways")
show_map(guide)
show_list(guide)
