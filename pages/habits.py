"""Habits: safety first, then the last seven days, then what the guides say."""

from components.answers.view import my_answers
from components.content.load import content
from components.frame.view import page_top
from components.habits.view import ask_cautions, check_habits, opt_out, show_urgent, where_next

guide = content()
answers = my_answers()
page_top(guide, "habits")
show_urgent(guide, answers)
opt_out(guide)
ask_cautions(guide, answers)
check_habits(guide, answers)
where_next(guide)
