"""Where each page lives: its script and its address."""

from components.content.load import Content
from components.content.words import PageId, PageWords

SCRIPTS: dict[PageId, str] = {
    "home": "../../pages/home.py",
    "learn": "../../pages/learn.py",
    "pathways": "../../pages/pathways.py",
    "habits": "../../pages/habits.py",
    "evidence": "../../pages/evidence.py",
    "care-team": "../../pages/care_team.py",
    "about": "../../pages/about.py",
}
"""Page id, which is also its address (home is the root), to its script, relative to visit.py."""


def page_words(content: Content) -> dict[PageId, PageWords]:
    """Return the words of every page by page id, in the order of the navigation."""
    return {
        "home": content.home.page,
        "learn": content.learn.page,
        "pathways": content.pathways.page,
        "habits": content.habits_page.page,
        "evidence": content.evidence.page,
        "care-team": content.care_team.page,
        "about": content.about.page,
    }
