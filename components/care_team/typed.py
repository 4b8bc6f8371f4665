"""Typed text, made safe to print and to show: nothing that can be seen is taken from it."""

import unicodedata
from collections.abc import Callable, Iterator

JOINER = "\u200d"
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}


def clean(text: str) -> str:
    """Return typed text without what no reader can see but a printer or screen trips over.

    Control characters and half characters (lone surrogates) go; so do bidirectional overrides, embeddings and isolates,
    which can make text read in another order than it was typed (Unicode TR 36, section 2.5). Newlines stay; every other
    kind of line end becomes one. Text of nothing but spaces and invisible characters becomes empty.
    """
    for end, plain in LINE_ENDS.items():
        text = text.replace(end, plain)
    kept = "".join(
        char
        for char in text
        if char == "\n" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in BIDI_CONTROLS)
    ).strip()
    visible = any(unicodedata.category(char) not in ("Cc", "Cf", "Zs", "Zl", "Zp") for char in kept)
    return kept if visible else ""


def one_line(text: str) -> str:
    """Return cleaned text as one line."""
    return clean(text).replace("\n", " ")


def pieces(text: str, room: int, measure: Callable[[str], int] = len) -> Iterator[str]:
    """Yield a text in pieces that measure at most room, never cut between a character and the marks that belong to it.

    Where not even one sign with its marks fits, it is cut all the same.
    """
    while measure(text) > room:
        fits = max((at for at in range(1, len(text)) if measure(text[:at]) <= room), default=1)
        cut = next((at for at in range(fits, 0, -1) if not _belongs(text[at - 1], text[at])), fits)
        yield text[:cut]
        text = text[cut:]
    yield text


def _belongs(before: str, after: str) -> bool:
    """Return whether a character forms one sign with the one before it (marks, joiners, skin tones, variants)."""
    joined = unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf") or before == JOINER
    return joined or "\U0001f3fb" <= after <= "\U0001f3ff"
