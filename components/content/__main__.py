"""Checks the content alone: prints every mistake, one a line, and exits with 1 when there is one."""

import sys

from components.content.load import load_content
from components.content.mistakes import ContentError


def main() -> int:
    """Return 0 when the content is sound, 1 when it is not."""
    try:
        content = load_content()
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.mistakes)} mistakes. Mend them and run this again.", file=sys.stderr)
        return 1
    print(
        f"The content is sound: {len(content.claims)} claims, {len(content.references)} papers and pages, "
        f"{len(content.chapters)} chapters, {len(content.pathways.arrows)} arrows, {len(content.habits)} habits, "
        f"{len(content.cautions)} cautions, {len(content.questions)} questions."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
