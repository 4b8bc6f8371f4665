"""Gets LForms, the form renderer of the US National Library of Medicine, for the test of the file for health records.

It is asked of npm once and kept in .tools/; what npm gave is checked against the fingerprint pinned here.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "40.1.3"
INTEGRITY = "sha512-WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ=="
"""What npm's dist.integrity says of this version."""

KEPT = Path(__file__).resolve().parents[2] / ".tools" / f"lforms-{VERSION}"
INSIDE = "package/dist/lforms/"
FILES = (
    "LICENSE.md",
    "webcomponent/assets/lib/zone.min.js",
    "webcomponent/lhc-forms.js",
    "webcomponent/styles.css",
    "webcomponent/down_arrow_gray_10_10.png",
    "webcomponent/magnifying_glass.png",
    "fhir/R4/lformsFHIR.min.js",
)
"""The files of the package that a page needs (its README, "Using the LHC-Forms Web Component")."""


def lforms_folder(kept: Path = KEPT) -> Path:
    """Return the folder that holds FILES, after getting them where they are not here yet.

    Raises RuntimeError with one sentence on what to do when there is no npm, when npm cannot get the package, or when
    what it got is not what was pinned.
    """
    if kept.is_dir():
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("The test of the health record file needs npm: install Node.js with npm, then try again.")
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        here = Path(folder)
        unpack(packed(npm, here), here / kept.name)
        # Two test processes may get it at the same time; whoever is second finds it there.
        try:
            (here / kept.name).rename(kept)
        except OSError:
            if not kept.is_dir():
                raise
    return kept


def packed(npm: str, folder: Path) -> Path:
    """Return the package as npm gives it, put into a folder. Raises RuntimeError when npm cannot get it."""
    command = [npm, "pack", f"lforms@{VERSION}", "--pack-destination", str(folder)]
    env = {**os.environ, "npm_config_update_notifier": "false"}
    done = subprocess.run(command, cwd=folder, env=env, check=False, capture_output=True, text=True, timeout=300)
    found = folder / f"lforms-{VERSION}.tgz"
    if done.returncode or not found.is_file():
        raise RuntimeError(f"npm could not get lforms {VERSION}; it said: {done.stderr.strip()[-500:]}")
    return found


def unpack(package: Path, folder: Path) -> None:
    """Take FILES out of the package into a folder. Raises RuntimeError when it is not the package that was pinned."""
    if integrity(package.read_bytes()) != INTEGRITY:
        raise RuntimeError(f"What npm gave is not the lforms {VERSION} that tests/browser/get_lforms.py names.")
    with tarfile.open(package) as archive:
        for name in FILES:
            # Only files asked for by name are read and they are written by us, so no path in the archive counts.
            source = archive.extractfile(INSIDE + name)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(source.read() if source else b"")


def integrity(data: bytes) -> str:
    """Return the fingerprint of data as npm writes it (Subresource Integrity)."""
    return f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"


def main() -> int:
    """Return 0 when LForms is here at the end, 1 with a sentence on what to do when it is not."""
    try:
        lforms_folder()
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
