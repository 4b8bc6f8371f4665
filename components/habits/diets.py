"""Special diets side by side: what each asks, what was tested, how sure we are. HTML, no Streamlit, no ranking."""

from html import escape

from components.answers.model import Answers
from components.content.diets import Diet, Judgment
from components.content.load import Content
from components.frame.diets import sources, studies, sure


def chosen_diets(content: Content, answers: Answers) -> tuple[Diet, ...]:
    """Return the diets to read side by side, in the order of diets.yaml. Unknown ids are passed over."""
    return tuple(diet for diet in content.diets.values() if diet.id in answers.diets)


def choose_diet(content: Content, answers: Answers, diet_id: str, chosen: bool) -> None:
    """Put a diet beside the others, or take it away. One too many is not taken; ids no longer known make room."""
    answers.diets = [name for name in answers.diets if name in content.diets]
    answers.choose_diet(diet_id, chosen)


def ticked_for(content: Content, answers: Answers, diet: Diet) -> tuple[str, ...]:
    """Return the safety questions answered yes that a diet asks to be cleared first."""
    return tuple(content.cautions[name].ask for name in diet.ask_first if answers.cautions.get(name))


def _judged(content: Content, judged: Judgment) -> str:
    words = content.diets_file.page
    return f"<p><b>{escape(words.level[judged.level])}</b> ({escape(words.our_judgment)}). {escape(judged.why)}</p>"


def _list(lines: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _opened(heading: str, inside: str) -> str:
    return f'<details class="sources"><summary>{escape(heading)}</summary>{inside}</details>'


def diet_parts(content: Content, answers: Answers, diet: Diet) -> tuple[tuple[str, str], ...]:
    """Return what is said of a diet: each heading with its HTML, the same headings in the same order for every diet."""
    words = content.diets_file.page
    warned = ticked_for(content, answers, diet)
    first = f'<div class="ask-first"><p>{escape(words.you_ticked)}</p>{_list(warned)}</div>' if warned else ""
    fit = f"<p><b>{escape(words.fit[diet.fits_food_guides.answer])}.</b> {escape(diet.fits_food_guides.why)}</p>"
    papers = studies(content, diet.observational, words.no_surveys) + sources(content, diet)
    return (
        (words.bottom_line, f"<p>{escape(diet.bottom_line)}</p>{sure(content, diet)}"),
        (words.who_should_not, f"{first}<p>{escape(diet.who_should_not)}</p>"),
        (words.asks, f"<p>{escape(diet.asks)}</p>"),
        (words.fits, fit),
        (words.trials, studies(content, diet.trials_in_ms, words.no_trials)),
        (words.may_miss, _list(diet.may_miss)),
        (words.effort, _judged(content, diet.effort)),
        (words.cost, _judged(content, diet.cost)),
        (words.not_known, f"<p>{escape(diet.what_we_do_not_know)}</p>"),
        ("", _opened(words.surveys, papers)),
    )


def compared(content: Content, answers: Answers) -> str:
    """Return HTML for the chosen diets: columns whose parts stand in line where there is room, else one by one."""
    chosen = chosen_diets(content, answers)
    columns = "".join(
        f'<section class="diet"><h3>{escape(diet.name)}</h3>'
        + "".join(
            f'<div class="diet-part">{f"<h4>{escape(heading)}</h4>" if heading else ""}{inside}</div>'
            for heading, inside in diet_parts(content, answers, diet)
        )
        + "</section>"
        for diet in chosen
    )
    return f'<div class="compare of-{len(chosen)}">{columns}</div>'
