"""What must hold before the guide starts: sound content and a map that can be drawn. Run alone, it checks that."""

import sys

from components.content.load import content
from components.content.mistakes import ContentError
from components.pathways.drawing import check_map


def mistakes() -> list[str]:
    """Return every mistake in data/, one a line, each with file, place, what is wrong and what to do."""
    try:
        return check_map(content())
    except ContentError as error:
        return [str(mistake) for mistake in error.mistakes]


def main() -> int:
    """Print the mistakes, or what the guide holds. Return 1 when there is a mistake, else 0."""
    found = mistakes()
    if found:
        print("\n".join([f"Mend these {len(found)} points, then start again:", *found]), file=sys.stderr)
        return 1
    guide = content()
    print(
        f"The content is sound: {len(guide.claims)} claims, {len(guide.references)} papers and pages, "
        f"{len(guide.chapters)} chapters, {len(guide.pathways.arrows)} arrows, {len(guide.habits)} habits, "
        f"{len(guide.cautions)} cautions, {len(guide.questions)} questions."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
