"""Pathways: the living map, its stories, what is not known about it, the same map in words, and what to do next."""

from components.answers.view import my_answers
from components.content.load import content
from components.frame.view import page_top
from components.pathways import view as pathways

guide = content()
page_top(guide, "pathways")
opened = pathways.chosen_story(guide)
pathways.show_map(guide, my_answers(), opened)
if opened:
    pathways.show_story(guide, opened[0])
pathways.show_not_known(guide)
pathways.show_list(guide)
pathways.show_table(guide)
pathways.take_along(guide)
pathways.where_next(guide)
