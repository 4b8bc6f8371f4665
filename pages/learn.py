"""Learn: the gut and MS in short chapters."""

from components.content.load import content
from components.frame.view import page_top
from components.learn.view import chapter_list, chosen_chapter, next_and_previous, show_chapter

guide = content()
page_top(guide, "learn")
chapter = chosen_chapter(guide)
chapter_list(guide, chapter)
show_chapter(guide, chapter)
next_and_previous(guide, chapter)
