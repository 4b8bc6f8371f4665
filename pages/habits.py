"""Habits: safety first, then the last seven days, one small step; week by week; special diets."""

from components.answers.view import my_answers
from components.content.load import content
from components.habits.view import chosen_part, clear_answers, show_part, show_top, where_next

guide = content()
answers = my_answers()
part = chosen_part(guide, answers)
show_top(guide, part)
show_part(guide, answers, part)
where_next(guide)
clear_answers(guide, answers)
