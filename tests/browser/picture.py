"""Takes the README's picture: Home and the map on a phone, beside the sheet. Run with `make picture`."""

import base64
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import LAUNCH, drawn
from tests.browser.get_chromium import chromium_on_this_machine
from tests.serving import serving

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "picture.png"
PHONE = {"width": 390, "height": 780}


def main() -> None:
    """Write docs/picture.png."""
    with serving() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_on_this_machine(), args=list(LAUNCH))
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        shots = []
        for path, part in (("/", None), ("/pathways", "svg [data-id]"), ("/care-team", ".sheet")):
            page.goto(f"{url}{path}")
            drawn(page)
            if path == "/care-team":
                page.locator('[class*="st-key-question-"] input').first.wait_for(state="attached")
                for box in page.locator('.st-key-suggested [class*="st-key-question-"] label').all()[:3]:
                    box.click()
                    drawn(page)
                page.locator(".sheet-top-questions li").nth(2).wait_for()
                page.wait_for_timeout(500)  # the sheet is drawn anew once more when the last answer arrives
            if part:
                page.locator(part).locator("visible=true").first.evaluate(
                    "e => (e.ownerSVGElement || e).scrollIntoView({block: 'start'})"
                )
                page.wait_for_timeout(300)
            shots.append(base64.b64encode(page.screenshot()).decode())
        images = "".join(f'<img src="data:image/png;base64,{shot}">' for shot in shots)
        page.set_viewport_size({"width": 1290, "height": 860})
        page.set_content(
            "<style>body{margin:0;padding:40px;background:#E4E0D5;display:flex;gap:20px}"
            "img{border-radius:14px;box-shadow:0 2px 14px #0004;height:780px}</style>" + images
        )
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
