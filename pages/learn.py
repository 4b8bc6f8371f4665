"""Learn: the gut and MS in short chapters, and the words to know."""

from components.answers.view import my_answers
from components.content.load import content
from components.frame.view import page_top, short_version_switch
from components.learn import view as learn
from components.learn.chapters import minutes_of
from components.learn.terms import MarkedWords
from components.pathways.view import show_picture

guide, answers = content(), my_answers()
chapter = learn.chosen_chapter(guide, answers)
marked = MarkedWords(guide)

if not chapter and learn.all_words_wanted(guide):
    page_top(guide, "learn", heading=guide.learn.page.words_heading, at="words", takes=learn.MINUTES_OF_ALL_WORDS)
    learn.show_all_words(guide)
else:
    short = answers.short_version
    heading, at = (chapter.title, chapter.id) if chapter else ("", "")
    page_top(guide, "learn", heading=heading, at=at, takes=minutes_of(guide, chapter, short=short))
    short_version_switch(guide, answers)
    learn.show_where(guide, answers, chapter)
    if chapter:
        learn.show_key_point(guide, chapter, marked)
        learn.listen(guide, chapter, short=short)
        if short:
            learn.show_short(guide, chapter, marked)
        else:
            show_picture(guide, chapter.picture)
            learn.show_story(guide, chapter, marked)
            learn.ask_back(guide, answers, chapter)
        learn.show_next(guide, chapter)
        learn.show_claims(guide, chapter)
    learn.chapter_list(guide, answers, chapter)
    learn.link_to_words(guide, marked)
