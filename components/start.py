"""What must hold before the guide starts: sound content and a map that can be drawn. Run alone, it checks that."""

import datetime
import sys

from components.content.load import Content, content
from components.content.mistakes import ContentError
from components.pathways.drawing import check_map
from components.pathways.picture import check_pictures
from components.pathways.stories import check_stories


def mistakes() -> list[str]:
    """Return every mistake in data/, one a line, each with file, place, what is wrong and what to do."""
    try:
        return check_map(content()) or [*check_pictures(content()), *check_stories(content())]
    except ContentError as error:
        return [str(mistake) for mistake in error.mistakes]


def due_claims(content: Content, day: datetime.date) -> list[str]:
    """Return a line for each claim that should have been checked again by this day.

    The guide still starts with them: their answers say that they are being checked again.
    """
    return [
        f"data/en/claims.yaml: {claim.id}: its next check was due on {claim.next_check}: "
        "read its papers and newer ones, then write checked_on and next_check"
        for claim in content.claims.values()
        if claim.is_due(day)
    ]


def main() -> int:
    """Print the mistakes and the claims that are due, or what the guide holds. Return 1 when there is any, else 0."""
    found = mistakes() or due_claims(content(), datetime.date.today())
    if found:
        print("\n".join([f"Mend these {len(found)} points, then start again:", *found]), file=sys.stderr)
        return 1
    guide = content()
    print(
        f"The content is sound: {len(guide.claims)} claims, {len(guide.references)} papers and pages, "
        f"{len(guide.chapters)} chapters, {len(guide.pathways.arrows)} arrows, {len(guide.stories)} stories, "
        f"{len(guide.habits)} habits, "
        f"{len(guide.cautions)} cautions, {len(guide.questions)} questions."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
