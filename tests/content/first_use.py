"""Says whether a short form is spelled out, and a word to know explained, where it first comes up."""

import re

from components.content.learn import Term
from components.learn.terms import pattern_of
from tests.content.reading import sentences

FILE_FORMATS = frozenset({"PDF", "CSV", "CSL", "JSON", "DOI"})
"""Names of file formats, and of the number a paper is found by: a person meets them as names only. (The grade of a
vitamin, such as B12, is a name on a package too; it has one capital and is no short form here.)"""

SHORT_FORM = re.compile(r"(?<!\w)[A-Z]{2,}[A-Z0-9]*(?=s?(?![A-Za-z]))")

PLAIN_ENOUGH = frozenset({"link", "ms medicine"})
"""Words to know that are plain everyday words as they stand, so a chapter need not stop to explain them."""

BEFORE = re.compile(
    r"(?:\((?:[^()]*, or |an? |the |such as |like |or )?|\bcall (?:it|them|(?:this|these) \w+) "
    r"|\b(?:called|named|known as|means?|such as|(?:one|this|it)(?: of (?:them|these))? is|(?:these|they|together) are)"
    r" (?:an? |the )?)$",
    re.IGNORECASE,
)
"""What stands before a word that the words before it explain."""

AFTER = re.compile(
    r"^(?: \(|, (?:an?|the|one|which|or|another|part of|such as|like|that|where|when|made)\b"
    r"| (?:is|are|means?|just means|such as)\b|: )",
    re.IGNORECASE,
)
"""What stands after a word that the words after it explain."""


def short_forms(text: str) -> list[str]:
    """Return the short forms in capitals of a text, in order. Names of file formats are none."""
    return [match.group() for match in SHORT_FORM.finditer(text) if match.group() not in FILE_FORMATS]


def is_spelled_out(form: str, text: str) -> bool:
    """Return whether a text spells out a short form where it first comes up: "words (ABC)" or "ABC (words)"."""
    one = rf"\b{re.escape(form)}(?:-\w+)?s?"
    either = rf"[a-z]{{2,}}[”\"]? \([^()]*{one}[^()]*\)|{one}(?:(?:,|,? and|,? or) {one})* \([^()]*[a-z]{{2,}}[^()]*\)"
    first = re.search(rf"(?<!\w){one}(?![A-Za-z])", text)
    return first is not None and any(m.start() <= first.start() < m.end() for m in re.finditer(either, text))


def unexplained(term: Term, passages: list[str]) -> str:
    """Return the sentence in which a word to know first comes up without an explanation, or an empty text."""
    pattern = pattern_of(term)
    for sentence in (sentence for passage in passages for sentence in sentences(passage)):
        for match in pattern.finditer(sentence):
            if match.group().casefold().removesuffix("s") in PLAIN_ENOUGH:
                continue
            around = BEFORE.search(sentence[: match.start()]) or AFTER.search(sentence[match.end() :])
            return "" if around else sentence
    return ""
