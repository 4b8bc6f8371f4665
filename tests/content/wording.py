"""Finds the words and signs that the guide does not use in its own voice."""

import re

from tests.content.reading import sentences

BANNED = re.compile(
    r"\b(cures?|cured|curing|heals?|healed|healing|repairs?|repaired|repairing|detox\w*|boosts?|boosted|boosting"
    r"|superfoods?|toxins?|miracles?|prevents? MS|(?:good|bad) foods?|germs?|sufferers?|MS patients?)\b",
    re.IGNORECASE,
)

BRITISH = re.compile(
    r"\b(fibres?|\w*(?:randomis|organis|recognis|realis|summaris|characteris|hospitalis|immunis)(?:e[ds]?|ing|ation)"
    r"|analys(?:e[ds]?|ing)|haemo\w*|faec\w*|tumours?|colours?|flavours?|favour\w*|behaviour\w*|neighbours?|programmes?"
    r"|oestro\w*|anaemi\w*|diarrhoea|coeliac|oesophag\w*|litres?|metres?|centres?|grey|judgements?|labell\w+|cancell(?:ed|ing)"
    r"|yoghurts?|licence|whilst|ageing|paediatric\w*|foetus|tyres?|mould\w*)\b",
    re.IGNORECASE,
)

LOUD = re.compile("!|[\U0001f300-\U0001faff\u2600-\u27bf]")
"""An exclamation mark or an emoji."""

PAUSE = re.compile(r"—|(?:^|\s)[-–]+(?=\s|$)")
"""A dash used as a pause. One inside a word or a range of numbers is none."""

NOT_PROVEN = re.compile(r"\b(?:no|not|never|nothing)\b[^.]*\bproven\b", re.IGNORECASE)


def not_our_words(text: str) -> list[str]:
    """Return the banned words and British spellings of a text."""
    return [match.group() for pattern in (BANNED, BRITISH) for match in pattern.finditer(text)]


def loud_signs(text: str) -> list[str]:
    """Return the exclamation marks, emojis and dashes used as a pause of a text."""
    return [match.group() for pattern in (LOUD, PAUSE) for match in pattern.finditer(text)]


def said_to_be_proven(text: str) -> list[str]:
    """Return the sentences of a text that say "proven" of something without saying that it is not."""
    return [part for part in sentences(text) if re.search(r"\bproven\b", part) and not NOT_PROVEN.search(part)]
