"""Habits: safety first, then the last seven days, then what the guides say."""

from components.answers.view import my_answers
from components.content.load import content
from components.frame.view import page_top
from components.habits.view import ask_cautions, ask_habits, opt_out, show_feedback, show_red_flags, where_next

guide = content()
answers = my_answers()
page_top(guide, "habits")
opt_out(guide)
red_flag_place = show_red_flags()
ask_cautions(guide, answers)
ask_habits(guide, answers)
show_feedback(guide, answers, red_flag_place)
where_next(guide)
