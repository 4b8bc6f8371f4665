"""Tables as files that open in a spreadsheet program, in which no cell starts a formula. No Streamlit."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@")
"""How a formula begins in a spreadsheet program, after whatever white space (OWASP, CSV injection)."""

MARK = "\ufeff"
"""Tells a spreadsheet program that the file is UTF-8; without it Excel shows quotes and dashes as letters."""


def csv_file(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8, every cell in quotes, none taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([_safe(cell) for cell in row] for row in (head, *rows))
    return (MARK + text.getvalue()).encode("utf-8")


def _safe(cell: str) -> str:
    """Return a cell with a quote before what a program might take for a formula, seen as the program may see it."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", cell) if unicodedata.category(sign) != "Cf")
    return f"'{cell}" if seen.lstrip().startswith(FORMULA_STARTS) else cell
