"""Pathways: the living map, what is not known about it, and the same map in words."""

from components.content.load import content
from components.frame.view import page_top
from components.pathways.view import show_list, show_map, show_not_known

guide = content()
page_top(guide, "pathways")
show_map(guide)
show_not_known(guide)
show_list(guide)
