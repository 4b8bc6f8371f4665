"""My visit: choose questions, choose what goes on the sheet, see it, take it along."""

from components.answers.view import my_answers
from components.care_team.view import (
    choose_parts,
    choose_questions,
    downloads,
    show_sheet,
    start_fresh,
    write_notes,
)
from components.content.load import content
from components.frame.view import page_top
from components.habits.safety_view import show_urgent

guide = content()
answers = my_answers()
page_top(guide, "care-team")
show_urgent(guide, answers, stops=False)
choose_questions(guide, answers)
write_notes(guide, answers)
choose_parts(guide, answers)
show_sheet(guide, answers)
downloads(guide, answers)
start_fresh(guide)
