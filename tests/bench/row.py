"""One line of the table that `make bench` prints."""

import statistics
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 15
"""How often each thing is measured; the table shows the median and the middle half of the values."""

STOCK = Path(__file__).with_name("stock_app.py")


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, in which unit, here and at the floor."""

    what: str
    unit: str
    ours: list[float]
    floor: list[float]

    def __str__(self) -> str:
        ours, floor = statistics.median(self.ours), statistics.median(self.floor)
        return (
            f"{self.what:<34}{ours:>9.0f} {spread(self.ours):>15}{floor:>9.0f} {spread(self.floor):>15}  "
            f"{self.unit:<4}{ours / floor:>7.2f}"
        )


def spread(values: list[float]) -> str:
    """Return the middle half of the values in words, or nothing for a single value."""
    if len(values) < 4:
        return ""
    low, _, high = statistics.quantiles(values, n=4)
    return f"({low:.0f} to {high:.0f})"
