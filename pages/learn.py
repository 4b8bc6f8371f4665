"""Learn: the gut and MS in short chapters."""

from components.content.load import content
from components.frame.view import page_top
from components.learn.view import chapter_list, chosen_chapter, next_and_previous, show_chapter, show_claims

guide = content()
chapter = chosen_chapter(guide)
page_top(guide, "learn", part=chapter)
if chapter:
    show_chapter(guide, chapter)
    next_and_previous(guide, chapter)
    show_claims(guide, chapter)
chapter_list(guide, chapter)
