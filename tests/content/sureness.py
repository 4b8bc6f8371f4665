"""Says whether a sentence is surer than its claims: what it says that something does to MS must be hedged to fit."""

import re
from collections.abc import Iterable

from components.content.evidence import Claim
from components.content.fields import Certainty
from tests.content.reading import sentences

RANK: dict[Certainty, int] = {"very_low": 0, "low": 1, "moderate": 2, "high": 3}
MAY, PROBABLY, PLAIN = 1, 2, 3
"""How sure a sentence sounds: the rank a claim needs to carry it."""

DOES = (
    r"slows?|eas(?:es?|ing)|helps?|improves?|cuts?|lowers?|raises?|reduces?|limits?|delays?|prevents?|protects?|stops?"
    r"|treats?|causes?|drives?|worsens?|calms?|changes?|triggers?|starts?|fights?|fix(?:es)?|wards? off|reverses?"
    r"|controls?|works?|harms?|hurts?|feeds?|fuels?|speeds?|brings? (?:on|back)|leads? to|makes?"
    r"|(?:is|are) (?:good|bad|best|useful) for"
)
"""Verbs that say, now and for all, that one thing does something to another. A study's past tense is none of them."""

ON_MS = (
    r"(?:(?<!without )\bMS\b(?! (?:medicines?|drugs?|teams?|nurses?|doctors?|trials?|stud(?:y|ies)|care|clinics?"
    r"|surveys?|scans?|groups?|diets?)\b)"
    r"|\b(?:relapses?|attacks?(?! (?:cells?|signals?|the|its)\b)|symptoms?|tiredness|disability)\b)"
)
"""MS itself, or what people feel of it. What only bears its name (MS medicine, MS trial) is not MS."""

DONE = r"slowed|eased|helped|improved|cut|lowered|reduced|prevented|stopped|treated|caused|driven|worsened|calmed"

EFFECT_ON_MS = (
    re.compile(rf"\b(?:{DOES})\b.*{ON_MS}", re.IGNORECASE),
    re.compile(rf"{ON_MS} (?:\w+ )?(?:is|are|be|gets?) (?:\w+ )?(?:{DONE})\b", re.IGNORECASE),
    re.compile(
        rf"{ON_MS} (?:\w+ )?(?:eases?|improves?|slows?|gets? (?:better|worse|milder)|goes? away)\b", re.IGNORECASE
    ),
)
"""Something does something to MS: said of the thing, said of MS, or said of how MS goes."""

WHAT_TREATS_MS = re.compile(r"\b(medicines?|drugs?) that treats? MS\b")
"""The plain words for an MS medicine (disease-modifying therapy)."""

SOFTENED = {
    MAY: re.compile(r"\b(?:may|might|could|perhaps|one idea is)\b", re.IGNORECASE),
    PROBABLY: re.compile(r"\bprobably\b", re.IGNORECASE),
}

OF_THE_EVIDENCE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bno(?: one|body|thing)?(?: \w+){0,4} (?:has|have|was|were|is) (?:yet )?(?:been )?"
        r"(?:shown|tested|found|seen|proven|known|tried|looked)\b",
        r"\b(?:not|never) (?:yet )?(?:been )?(?:known|shown|seen|tested|proven|proof|clear|found)\b",
        r"\b(?:no|little) (?:\w+ )?(?:proof|sign|tie|link)\b",
        r"\b(?:do|does|did) not (?:yet )?(?:know|tell|show|prove|agree|test|say)\b",
        r"\bcan(?:not| not) (?:tell|show|prove|say|rule out)\b",
        r"\b(?:mice|mouse|animals|in (?:a|the) lab|lab tests?)\b",
        r"\b(?:stud(?:y|ies)|trials?|reviews?|surveys?)\b",
        r"\bpeople who [^.,]* (?:had|were|got|took|felt)\b",
        r"\b(?:it|they) would (?:compare|count|look|test|follow|run)\b",
        r"\b(?:some people say|you (?:may|might) (?:have )?hear|one idea is)\b",
        r"\b(?:was|were|is|are|been) (?:tied|linked) to\b|\bwent with\b",
        r"\?[”\"’)]*$",
    )
)
"""Sentences about the evidence itself: what was studied, seen or said, and what no one knows. They are plain."""

SAYS_IT_IS_SO = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|reviews?|surveys?|research|science|evidence|experts?|doctors?|mice)"
    r"(?: \w+)? (?:shows?|shown|proves?|proved|proven|confirms?|agrees?|knows?|tells? us)\b",
    re.IGNORECASE,
)
"""Not a report of what a study saw, but a claim in its name: "studies show that ..."."""

SAFETY = re.compile(
    r"^(?:do not|never|ask|tell|talk|call|keep taking|see your|get (?:medical )?help)\b"
    r"|\bask your (?:MS |care )?team\b",
    re.IGNORECASE,
)
"""Safety lines: said to the reader, not of the world. They are plain."""

NEXT_CLAUSE = re.compile(r",? (?:and|but|so|because) (?=(?:it|they|this|these|that|those|such|the|a|an|your)\b)|; ")
"""Where a sentence says a second thing of its own, which what stands before neither softens nor doubts."""


def is_plain_by_right(sentence: str) -> bool:
    """Return whether a sentence is about the evidence itself, or a safety line."""
    if SAFETY.search(sentence):
        return True
    said = re.sub(r"\bno(?: one|body)? (?:\w+ ){0,3}", "no ", sentence, flags=re.IGNORECASE)
    return not SAYS_IT_IS_SO.search(said) and any(pattern.search(sentence) for pattern in OF_THE_EVIDENCE)


def says_effect_on_ms(sentence: str) -> bool:
    """Return whether a sentence says that something does something to MS, now."""
    said = WHAT_TREATS_MS.sub(r"MS \1", sentence)
    return any(pattern.search(said) for pattern in EFFECT_ON_MS)


def how_sure(sentence: str) -> int:
    """Return how sure a sentence sounds: MAY, PROBABLY or PLAIN."""
    return next((rank for rank, pattern in SOFTENED.items() if pattern.search(sentence)), PLAIN)


def carried_by(claims: Iterable[Claim]) -> int:
    """Return how sure of MS the surest of these claims lets a sentence sound.

    Well established carries a plain verb, unless all that is well established lies outside MS (very low certainty).
    """
    ranks = [
        PLAIN if claim.verdict == "well_established" and claim.certainty != "very_low" else RANK[claim.certainty]
        for claim in claims
    ]
    return max(ranks, default=0)


def too_sure(text: str, claims: Iterable[Claim]) -> list[str]:
    """Return the sentences of a text that say more of MS than its claims carry."""
    carried = carried_by(claims)
    return [
        sentence
        for sentence in sentences(text)
        for clause in NEXT_CLAUSE.split(sentence)
        if says_effect_on_ms(clause) and not is_plain_by_right(clause) and how_sure(clause) > carried
    ]


def may_say_probably(claims: Iterable[Claim]) -> bool:
    """Return whether one of these claims is of moderate or high certainty in any of its three ratings."""
    ratings = (r for c in claims for r in (c.certainty, c.link_certainty, c.general_health_certainty))
    return any(rating in ("moderate", "high") for rating in ratings)
