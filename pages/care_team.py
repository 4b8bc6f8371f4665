"""My visit: questions first, more if one likes, then the sheet and the ways to take it along."""

from components.answers.view import my_answers
from components.care_team.keep_view import keep_answers, start_fresh
from components.care_team.more_view import add_more
from components.care_team.take_view import show_sheet, take_along
from components.care_team.view import choose_matters, choose_questions, choose_role
from components.content.load import content
from components.frame.view import page_top
from components.habits.safety_view import show_urgent

guide = content()
answers = my_answers()
page_top(guide, "care-team")
show_urgent(guide, answers, stops=False)
choose_role(guide, answers)
choose_matters(guide, answers)
choose_questions(guide, answers)
add_more(guide, answers)
show_sheet(guide, answers)
take_along(guide, answers)
keep_answers(guide, answers)
start_fresh(guide)
