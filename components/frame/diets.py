"""How the studies of a special diet are shown, on Habits and on Evidence alike. HTML, no Streamlit."""

from html import escape

from components.content.diets import Diet, DietStudy
from components.content.labels import authors_and_year
from components.content.load import Content
from components.frame.claims import paper, paper_title


def _facts(content: Content, study: DietStudy) -> str:
    """Return HTML for how many people a study had, for how long, of which kind, as far as that was seen."""
    words = content.diets_file.page
    facts = (
        (words.how_many, study.n),
        (words.how_long, words.weeks.format(count=study.weeks) if study.weeks else None),
        (words.design, study.design),
    )
    return "".join(f"<p><b>{escape(label)}</b> {escape(fact)}</p>" for label, fact in facts if fact)


def study(content: Content, told: DietStudy) -> str:
    """Return HTML for one study of a diet: what was found, where it is weak, who took part, the paper itself."""
    words, reference = content.diets_file.page, content.references[told.ref]
    return (
        f"<li><p><b>{escape(words.found)}</b> {escape(told.result)}</p>"
        f"<p><b>{escape(words.weak)}</b> {escape(told.limits)}</p>{_facts(content, told)}"
        f'{paper_title(reference)}<span class="paper-facts">'
        f"{escape(authors_and_year(content.frame.labels, reference))}</span></li>"
    )


def studies(content: Content, told: tuple[DietStudy, ...], none: str) -> str:
    """Return HTML for studies as a list, or the words for none."""
    rows = "".join(study(content, one) for one in told)
    return f'<ul class="papers">{rows}</ul>' if rows else f"<p>{escape(none)}</p>"


def sources(content: Content, diet: Diet) -> str:
    """Return HTML for the papers and pages of a diet that are no study told above."""
    told = {one.ref for one in (*diet.trials_in_ms, *diet.observational)}
    rows = "".join(f"<li>{paper(content, content.references[ref])}</li>" for ref in diet.sources if ref not in told)
    return f'<ul class="papers">{rows}</ul>' if rows else ""


def sure(content: Content, diet: Diet) -> str:
    """Return HTML for how sure we are of a diet: for relapses, scans and disability, and apart for how one feels."""
    words, labels = content.diets_file.page, content.frame.labels.certainty
    rows = (
        (words.sure_ms, diet.certainty.relapses_scans_disability),
        (words.sure_feel, diet.certainty.fatigue_quality_of_life),
    )
    return (
        '<span class="answers">'
        + "".join(
            f'<span class="answer sure-{level}"><span class="ask">{escape(ask)}</span> '
            f'<span class="said">{escape(labels[level])}</span></span> '
            for ask, level in rows
        )
        + "</span>"
    )


def papers_count(content: Content) -> int:
    """Return how many different papers and pages the diets stand on."""
    studied = {one.ref for diet in content.diets.values() for one in (*diet.trials_in_ms, *diet.observational)}
    return len(studied | {ref for diet in content.diets.values() for ref in diet.sources})
