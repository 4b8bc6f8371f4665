"""The house keeps its order: only views and the frame's own scripts know Streamlit; pages are short."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "components").rglob("*.py"))
MAY_KNOW_STREAMLIT = {
    "components/frame/about.py",
    "components/frame/home.py",
    "components/frame/server.py",
    "components/frame/visit.py",
}
"""Beside every view: what draws Home and About, the server, and the script of a visit."""


def imports(path: str) -> set[str]:
    """Return the names of the top-level packages a module imports."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES)
def test_logic_knows_no_streamlit(path: str) -> None:
    if not path.endswith(("/view.py", "_view.py")) and path not in MAY_KNOW_STREAMLIT:
        assert "streamlit" not in imports(path)


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("[a-z]*.py")))
def test_a_page_is_a_table_of_contents(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 60
    assert "streamlit" not in text


@pytest.mark.parametrize("path", sorted((ROOT / "components").rglob("*.js")))
def test_javascript_is_small_and_speaks_to_no_server(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert "fetch(" not in text
    assert "XMLHttpRequest" not in text
