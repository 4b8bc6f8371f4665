"""Pathways: the living map, what is not known about it, the same map in words, and what to do next."""

from components.content.load import content
from components.frame.view import page_top
from components.pathways.view import show_list, show_map, show_not_known, where_next

guide = content()
page_top(guide, "pathways")
show_map(guide)
show_not_known(guide)
show_list(guide)
where_next(guide)
