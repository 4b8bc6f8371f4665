"""Serves a Streamlit app of this machine for as long as a test or a measurement needs it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "app.py"
SECONDS_TO_START = 60


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(script: Path = GUIDE, folder: Path = ROOT, *flags: str, port: int | None = None) -> Iterator[str]:
    """Serve a script, run from a folder, and yield its address once it answers; stop it in the end.

    port: where; a free one if none is named.

    Raises RuntimeError with what the server said when it does not come up.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *flags]
    env = {**os.environ, "PYTHONPATH": ""}
    with tempfile.TemporaryFile() as said:  # a pipe that nobody reads would block a server with much to say
        server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, env=env)
        try:
            url = f"http://127.0.0.1:{port}"
            if not _answers(server, f"{url}/healthz"):
                said.seek(0)
                raise RuntimeError(f"{script.name} did not start: {said.read().decode()}")
            yield url
        finally:
            server.kill()
            server.wait()


def _answers(server: subprocess.Popen[bytes], url: str) -> bool:
    """Return True once the server answers 200, False when it has stopped or the time is over."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.1)
    return False
