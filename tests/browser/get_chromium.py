"""Finds a Chromium for the tests, or gets one: Playwright's own where it can be had, else Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_on_this_machine() -> str | None:
    """Return the path of a Chromium that is already here, or None.

    CHROMIUM, if set, names one; else the usual names are looked for; else Playwright's own download.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Return 0 when a browser is here at the end, 1 with a sentence on what to do when there is none."""
    if chromium_on_this_machine():
        return 0
    print("The tests need Chromium. Trying Playwright's own download, then Debian's package.")
    playwright = [sys.executable, "-m", "playwright", "install"]
    ways = [[*playwright, "chromium"]]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        # Only root may install what a browser needs; elsewhere asking for it would stop at a password.
        ways = [
            [*playwright, "--with-deps", "chromium"],
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "chromium"],
        ]
    for way in ways:
        subprocess.run(way, check=False, stdout=subprocess.DEVNULL)
        if chromium_on_this_machine():
            return 0
    print(
        "No Chromium could be had. Install Chromium or Chrome, or name one in the environment variable CHROMIUM.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
