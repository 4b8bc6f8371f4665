"""Pathways: the living map, and the same map in words."""

from components.content.load import content
from components.frame.view import page_top
from components.pathways.view import show_list, show_map

guide = content()
page_top(guide, "pathways")
show_map(guide)
show_list(guide)
