"""Habits: safety first, then the last seven days, one small step; week by week; special diets."""

from components.answers.view import my_answers
from components.content.load import content
from components.habits.view import chosen_part, show_part, show_top

guide = content()
answers = my_answers()
part = chosen_part(guide, answers)
show_top(guide, answers, part)
show_part(guide, answers, part)
