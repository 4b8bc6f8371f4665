"""Measures how hard a text is to read: its sentences, their words, and the grade of the whole."""

import re
from collections.abc import Iterable
from functools import lru_cache

import textstat

DRUGS = (
    "alemtuzumab",
    "cladribine",
    "Coumadin",
    "dimethyl fumarate",
    "fingolimod",
    "glipizide",
    "glyburide",
    "insulin",
    "Lemtrada",
    "minocycline",
    "mitoxantrone",
    "monoamine oxidase inhibitor",
    "natalizumab",
    "ocrelizumab",
    "ofatumumab",
    "phenelzine",
    "rituximab",
    "siponimod",
    "statin",
    "warfarin",
)
"""Names of drugs: a person must find the very name that is on the package."""

NAMES = (
    "Grading of Recommendations Assessment, Development and Evaluation",
    "Massachusetts Institute of Technology",
)
"""Names of papers, bodies and people: a name cannot be said in plainer words."""

BLANK = re.compile(r"\{\w+\}")
PLAIN_WORD = "word"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text. A single letter with a full stop (L. reuteri) does not end one."""
    joined = re.sub(r"\b([A-Z])\.\s", r"\1 ", text)
    return [part for part in re.split(r"(?<=[.?!])[\"”’')]*\s+", joined) if part]


@lru_cache(maxsize=4)
def known_words(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the words that count as one plain word: drugs, names and the words to know."""
    words = sorted({*DRUGS, *NAMES, *terms}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})s?(?![\w-])", re.IGNORECASE)


def plainly(text: str, terms: tuple[str, ...]) -> str:
    """Return a text with one plain word for each word that does not count, and no full stop that ends no sentence."""
    return re.sub(r"(?<=\d)\.(?=\d)", "", known_words(terms).sub(PLAIN_WORD, BLANK.sub(PLAIN_WORD, text)))


@lru_cache(maxsize=20000)
def grade(text: str, terms: tuple[str, ...] = ()) -> float:
    """Return the reading grade of a text (Flesch-Kincaid)."""
    return float(textstat.flesch_kincaid_grade(plainly(text, terms)))


def as_one(parts: Iterable[str]) -> str:
    """Return texts as one text, each with an end."""
    return " ".join(part if part[-1] in ".?!" else f"{part.rstrip(':')}." for part in parts)


def is_passage(text: str) -> bool:
    """Return whether a text is more than a short label: at least one full sentence, or five words."""
    return len(text.split()) >= 5 or bool(re.search(r"[.?!][\"”’)]*$", text))
