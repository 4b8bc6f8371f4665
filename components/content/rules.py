"""Rules that tie several files together, beyond ids that must exist."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from components.content.fields import WITH_MS
from components.content.mistakes import Mistake

DRAWING_WIDTH = {"wide": 1400, "tall": 360}
"""How broad the map is in each layout, in drawing units; the same as in SCALES of components/pathways/layout.py."""


def _what_holds_a_step_back_is_shown(files: dict[str, Any]) -> Iterator[Mistake]:
    """A caution takes a step away only where it touches the habit, so that the page says what to ask first."""
    cautions = {caution.id: caution for caution in files["en/cautions.yaml"].cautions}
    for step in files["en/steps.yaml"].steps:
        for name in step.avoid_if:
            if not cautions[name].touches(step.habit):
                yield Mistake(
                    "en/steps.yaml",
                    f"steps, {step.id}, avoid_if",
                    f"the caution {name} does not name its habit {step.habit}",
                    f"add {step.habit} to its applies_to in cautions.yaml, or take {name} out here",
                )


def _people_answer_on_the_scale(files: dict[str, Any]) -> Iterator[Mistake]:
    """An example person's answers stand on the habits' scales."""
    habits = {habit.id: habit for habit in files["en/habits.yaml"].habits}
    for person in files["en/people.yaml"].people:
        for habit_id, option in person.habits.items():
            if habits[habit_id].option(option) is None:
                yield Mistake(
                    "en/people.yaml",
                    f"people, {person.id}, habits, {habit_id}",
                    f"{option} is not an answer of this habit",
                    "use the id of an answer on its scale",
                )


def _papers_are_said_in_plain_words(files: dict[str, Any]) -> Iterator[Mistake]:
    """Every paper behind a claim is told in plain words, once, and no other paper is."""
    told = [words.ref for words in files["en/papers.yaml"].papers]
    needed = {source.ref for claim in files["en/claims.yaml"].claims for source in claim.sources}
    for ref in sorted(needed - set(told)):
        yield Mistake("en/papers.yaml", "papers", f"{ref} stands behind a claim but is not here", "add its plain words")
    for ref in sorted(set(told) - needed):
        yield Mistake("en/papers.yaml", ref, "it stands behind no claim", "take it out, or name it in a claim")
    for ref, count in Counter(told).items():
        if count > 1:
            yield Mistake("en/papers.yaml", ref, f"the paper stands {count} times", "keep one")


def _a_claim_is_checked_again_later(files: dict[str, Any]) -> Iterator[Mistake]:
    """The day of the next check comes after the day of the last one."""
    for claim in files["en/claims.yaml"].dated.values():
        if claim.next_check <= claim.checked_on:
            yield Mistake(
                "en/claims.yaml",
                f"claims, {claim.id}",
                f"its next check, {claim.next_check}, is not after its last, {claim.checked_on}",
                "write a later day in next_check",
            )


def _people_with_ms_only_where_studied(files: dict[str, Any]) -> Iterator[Mistake]:
    """A claim says that people with MS were studied only where one of its papers studied them, in that way."""
    studied = {entry.id: entry.custom.studied_in for entry in files["references.yaml"].references}
    for claim in files["en/claims.yaml"].claims:
        seen = {population for source in claim.sources for population in studied[source.ref]}
        for population in claim.studied_in:
            if population in WITH_MS and population not in seen:
                yield Mistake(
                    "en/claims.yaml",
                    f"claims, {claim.id}, studied_in",
                    f"none of its papers has {population} in its custom.studied_in",
                    "take it out here, or write it with the paper that studied them in references.yaml",
                )


def _what_one_hears_is_quoted(files: dict[str, Any]) -> Iterator[Mistake]:
    """A claim that a chapter answers as heard has the words in which an article brings it."""
    quoted = {claim.id for claim in files["en/claims.yaml"].claims if claim.heard_in}
    for chapter in files["en/learn.yaml"].chapters:
        for claim in chapter.heard:
            if claim not in quoted:
                yield Mistake(
                    "en/learn.yaml",
                    f"chapters, {chapter.id}, heard",
                    f"the claim {claim} has no words of an article (heard_in)",
                    "add them in claims.yaml, or name another claim",
                )


def _pictures_show_what_is_told(files: dict[str, Any]) -> Iterator[Mistake]:
    """Every arrow of a chapter's picture stands on a claim that the chapter tells of."""
    claim_of = {arrow.id: arrow.claim for arrow in files["en/pathways.yaml"].arrows}
    for chapter in files["en/learn.yaml"].chapters:
        for arrow in chapter.picture.arrows:
            if claim_of[arrow] not in chapter.claims:
                yield Mistake(
                    "en/learn.yaml",
                    f"chapters, {chapter.id}, picture, {arrow}",
                    f"the chapter does not tell of its claim {claim_of[arrow]}",
                    "take the arrow out, or name the claim in a passage",
                )


def _arrows_join_two_things(files: dict[str, Any]) -> Iterator[Mistake]:
    """An arrow leads from one node to another one."""
    for arrow in files["en/pathways.yaml"].arrows:
        if arrow.start == arrow.end:
            yield Mistake(
                "en/pathways.yaml",
                f"arrows, {arrow.id}",
                "it leads back to where it starts",
                "name another node in from or to",
            )


def _arrows_borrow_no_population(files: dict[str, Any]) -> Iterator[Mistake]:
    """An arrow says it was seen only in those its claim was studied in."""
    claims = {claim.id: claim for claim in files["en/claims.yaml"].claims}
    for arrow in files["en/pathways.yaml"].arrows:
        for population in arrow.studied_in:
            if population not in claims[arrow.claim].studied_in:
                yield Mistake(
                    "en/pathways.yaml",
                    f"arrows, {arrow.id}, studied_in",
                    f"its claim {arrow.claim} was not studied in {population}",
                    "take it out here, or add it to the claim with its paper",
                )


def _nodes_stand_in_their_zone(files: dict[str, Any]) -> Iterator[Mistake]:
    """A node is drawn inside the band of its zone, in both layouts."""
    zones = {zone.id: zone for zone in files["en/pathways.yaml"].zones}
    for node in files["en/pathways.yaml"].nodes:
        for layout in ("wide", "tall"):
            low, high = getattr(zones[node.zone].y, layout)
            y = getattr(node, layout)[1]
            if not low <= y <= high:
                yield Mistake(
                    "en/pathways.yaml",
                    f"nodes, {node.id}, {layout}",
                    f"it stands at y {y:g}, outside its zone {node.zone} ({low:g} to {high:g})",
                    "move the node, or the band of the zone",
                )


def _nodes_stand_in_the_drawing(files: dict[str, Any]) -> Iterator[Mistake]:
    """The center of a node is neither left nor right of the drawing, in both layouts."""
    for node in files["en/pathways.yaml"].nodes:
        for layout, width in DRAWING_WIDTH.items():
            x = getattr(node, layout)[0]
            if not 0 <= x <= width:
                yield Mistake(
                    "en/pathways.yaml",
                    f"nodes, {node.id}, {layout}",
                    f"it stands at x {x:g}, outside the drawing (0 to {width})",
                    "move the node",
                )


def _every_part_of_the_map_brings_up_a_question(files: dict[str, Any]) -> Iterator[Mistake]:
    """Each node and arrow names a question for the care team, or stands on a claim that suggests one."""
    suggested = {claim for question in files["en/questions.yaml"].questions for claim in question.suggested_by.claims}
    pathways = files["en/pathways.yaml"]
    parts = [("nodes", node.id, node.ask, node.says.claims) for node in pathways.nodes]
    parts += [("arrows", arrow.id, arrow.ask, (arrow.claim,)) for arrow in pathways.arrows]
    for kind, name, ask, claims in parts:
        if not ask and not suggested & set(claims):
            yield Mistake(
                "en/pathways.yaml",
                f"{kind}, {name}",
                "no question comes up with it",
                "write ask with the id of a question, or name its claim in suggested_by of questions.yaml",
            )


def _steps_tell_what_they_light(files: dict[str, Any]) -> Iterator[Mistake]:
    """The claim of every arrow that a step of a story lights is among the claims of what the step says."""
    claim_of = {arrow.id: arrow.claim for arrow in files["en/pathways.yaml"].arrows}
    for story in files["en/stories.yaml"].stories:
        for number, step in enumerate(story.steps, 1):
            for part in step.lights:
                if part in claim_of and claim_of[part] not in step.says.claims:
                    yield Mistake(
                        "en/stories.yaml",
                        f"stories, {story.id}, step {number}, {part}",
                        f"the step does not stand on its claim {claim_of[part]}",
                        "name the claim in says, or light another part",
                    )


def _nodes_and_arrows_share_no_id(files: dict[str, Any]) -> Iterator[Mistake]:
    """What is known of a node or an arrow is looked up by its id alone, so no id means one of each."""
    nodes = {node.id for node in files["en/pathways.yaml"].nodes}
    for arrow in files["en/pathways.yaml"].arrows:
        if arrow.id in nodes:
            yield Mistake(
                "en/pathways.yaml",
                f"arrows, {arrow.id}",
                "a node has the same id",
                "give the arrow another id",
            )


def _no_sentence_is_missing(files: dict[str, Any]) -> Iterator[Mistake]:
    """The sentences of each source article are numbered from 1 with none left out."""
    for article in files["articles.yaml"].articles:
        numbers = [row.sentence for row in files["articles.yaml"].sentences if row.article == article]
        if numbers != list(range(1, len(numbers) + 1)):
            yield Mistake(
                "articles.yaml",
                f"sentences, {article}",
                "the sentences are not numbered 1, 2, 3 with none left out",
                "put the missing sentence back, or number them anew",
            )


RULES: dict[Callable[[dict[str, Any]], Iterator[Mistake]], frozenset[str]] = {
    _what_holds_a_step_back_is_shown: frozenset({"en/steps.yaml", "en/cautions.yaml"}),
    _people_answer_on_the_scale: frozenset({"en/people.yaml", "en/habits.yaml"}),
    _papers_are_said_in_plain_words: frozenset({"en/claims.yaml", "en/papers.yaml"}),
    _a_claim_is_checked_again_later: frozenset({"en/claims.yaml"}),
    _people_with_ms_only_where_studied: frozenset({"en/claims.yaml", "references.yaml"}),
    _what_one_hears_is_quoted: frozenset({"en/learn.yaml", "en/claims.yaml"}),
    _pictures_show_what_is_told: frozenset({"en/learn.yaml", "en/pathways.yaml"}),
    _arrows_borrow_no_population: frozenset({"en/pathways.yaml", "en/claims.yaml"}),
    _arrows_join_two_things: frozenset({"en/pathways.yaml"}),
    _nodes_stand_in_their_zone: frozenset({"en/pathways.yaml"}),
    _nodes_stand_in_the_drawing: frozenset({"en/pathways.yaml"}),
    _every_part_of_the_map_brings_up_a_question: frozenset({"en/pathways.yaml", "en/questions.yaml"}),
    _steps_tell_what_they_light: frozenset({"en/pathways.yaml", "en/stories.yaml"}),
    _nodes_and_arrows_share_no_id: frozenset({"en/pathways.yaml"}),
    _no_sentence_is_missing: frozenset({"articles.yaml"}),
}
"""Each rule, and the files it reads."""


def rules_across_files(files: dict[str, Any]) -> list[Mistake]:
    """Return the mistakes that only show when files are read side by side.

    files: the validated files by name; a rule whose files could not be validated is passed over.
    """
    return [mistake for rule, needs in RULES.items() if needs <= files.keys() for mistake in rule(files)]
