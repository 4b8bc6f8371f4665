"""The ground of each zone: its edge like a part of the body, so that the map looks like the inside of one."""

from components.content.pathways import Edge

BUMPS: dict[Edge, tuple[float, float]] = {"villi": (24.0, 13.0), "hills": (200.0, 12.0)}
"""Length and height of one bump of an edge, in drawing units. Bumps reach up into the zone above."""
BRICK = (46.0, 13.0)


def ground(edge: Edge, top: float, bottom: float, width: float) -> str:
    """Return SVG path data for the ground of a zone, with its upper edge."""
    if edge not in BUMPS:
        return f"M0 {top:g}H{width:g}V{bottom:g}H0Z"
    length, high = BUMPS[edge]
    count = round(width / length)
    length = width / count
    bump = f"q{length / 2:g} {-2 * high:g} {length:g} 0"  # a curve of this kind rises half as high as its middle point
    return f"M0 {top:g}{bump * count}V{bottom:g}H0Z"


def bricks(edge: Edge, top: float, bottom: float, width: float) -> str:
    """Return SVG path data for the bricks along the upper and lower edge of a wall. Empty for any other zone."""
    if edge != "bricks":
        return ""
    long, high = BRICK
    count = round(width / long)
    long = width / count
    brick = f"m3 0h{long - 6:g}q2 0 2 2v{high - 4:g}q0 2-2 2h{6 - long:g}q-2 0-2-2v{4 - high:g}q0-2 2-2m{long - 3:g} 0"
    return "".join(f"M0 {y:g}{brick * count}" for y in (top - high / 2, bottom - high / 2))
