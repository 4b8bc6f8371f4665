"""Opens a file of answers on My visit, as a person would."""

from playwright.sync_api import FilePayload, Page

from components.answers.file import as_file
from components.answers.model import Answers
from components.content.load import content


def open_saved(page: Page, answers: Answers) -> None:
    """Open a file of these answers, and wait until the page says that they are here."""
    words = content().care_team.take
    page.locator(".stExpander summary").filter(has_text=words.open).click()
    file: FilePayload = {"name": "answers.json", "mimeType": "application/json", "buffer": as_file(answers)}
    page.locator("[class*='st-key-open-answers'] input[type=file]").set_input_files(file)
    page.get_by_text(words.opened).wait_for()
