"""Marks the words to know where they first come up on a page, and explains each. HTML, no Streamlit."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from components.content.learn import Term
from components.content.load import Content
from components.frame.links import guide_link

MOST_CHAPTERS = 3
"""To how many chapters a word on the list leads at most: the first ones it comes up in."""

LONGEST_IN_ONE_LINE = 24
"""The longest word, in letters, that is kept on one line with its bracket: it fits on a phone of 320 px."""

ALL_WORDS = "all"
"""What the query parameter "words" of Learn is given to open the list of all words."""


def pattern_of(term: Term) -> re.Pattern[str]:
    """Return what finds a word in a text: any of its spellings as a whole word, in the singular or with an s."""
    spellings = sorted(term.spellings, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spellings))})s?(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=2)
def patterns(content: Content) -> tuple[tuple[Term, re.Pattern[str]], ...]:
    """Return every word to know with what finds it."""
    return tuple((term, pattern_of(term)) for term in content.glossary.terms)


class MarkedWords:
    """The words to know of one page: each is marked where it first comes up, and only there."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.met: list[Term] = []

    def mark(self, text: str) -> str:
        """Return a paragraph as HTML, each word that comes up for the first time as a button that explains it."""
        found: list[tuple[int, int, Term]] = []
        for term, pattern in patterns(self.content):
            if term in self.met:
                continue
            match = next((m for m in pattern.finditer(text) if not _taken(m, found)), None)
            if match:
                found.append((match.start(), match.end(), term))
        parts, at = [], 0
        for start, end, term in sorted(found, key=lambda place: place[0]):
            self.met.append(term)
            before, word = text[at:start], text[start:end]
            button = f'<button type="button" class="term" popovertarget="word-{term.id}">{escape(word)}</button>'
            at = end
            if before.endswith("(") and len(word) <= LONGEST_IN_ONE_LINE:
                # A button may stand alone on a line, and would leave its bracket behind on the line before.
                before = before[:-1]
                closing = text[end : end + 1] if text[end : end + 1] == ")" else ""
                button = f'<span class="whole">({button}{closing}</span>'
                at += len(closing)
            parts += [escape(before), button]
        return "".join(parts) + escape(text[at:])

    def explained(self) -> str:
        """Return HTML for the cards of the words that were marked; each is hidden until its word is pressed."""
        return "".join(_card(self.content, term) for term in self.met)


def _taken(match: re.Match[str], found: Iterable[tuple[int, int, Term]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end, _ in found)


def meaning(content: Content, term: Term) -> str:
    """Return HTML for what a word means, how to say it and what it is not."""
    words = content.learn.page
    is_not = f"<p><b>{escape(words.word_is_not)}:</b> {escape(term.is_not)}</p>" if term.is_not else ""
    return (
        f"<p>{escape(term.plain)}</p>{is_not}"
        f'<p class="say-it"><b>{escape(words.word_say_it)}:</b> {escape(term.say_it)}</p>'
    )


def _card(content: Content, term: Term) -> str:
    words = content.learn.page
    return (
        f'<div popover id="word-{term.id}" class="word-card" role="dialog" aria-label="{escape(term.term)}">'
        f'<p class="word-name">{escape(term.term)}</p>{meaning(content, term)}'
        f"<p>{guide_link('learn', escape(words.words_link), words=ALL_WORDS)}</p>"
        f'<button type="button" class="word-close" popovertarget="word-{term.id}" popovertargetaction="hide">'
        f"{escape(words.word_close)}</button></div>"
    )


@lru_cache(maxsize=2)
def chapters_with(content: Content) -> dict[str, tuple[str, ...]]:
    """Return, for each word by its id, the ids of the chapters it comes up in, in the order of the chapters."""
    texts = {
        chapter.id: " ".join(passage.text for passage in chapter.passages) for chapter in content.chapters.values()
    }
    return {
        term.id: tuple(name for name, text in texts.items() if pattern.search(text))
        for term, pattern in patterns(content)
    }


@lru_cache(maxsize=2)
def all_words(content: Content) -> str:
    """Return HTML for every word to know by letter, with its meaning and the chapters it comes up in."""
    words = content.learn.page
    parts = []
    for term in sorted(content.glossary.terms, key=lambda term: term.term.casefold()):
        links = "; ".join(
            guide_link("learn", escape(content.chapters[name].title), chapter=name)
            for name in chapters_with(content)[term.id][:MOST_CHAPTERS]
        )
        where = f"<p>{escape(words.word_chapters)}: {links}</p>" if links else ""
        parts.append(f'<dt id="all-words-{term.id}">{escape(term.term)}</dt><dd>{meaning(content, term)}{where}</dd>')
    return f'<dl class="all-words">{"".join(parts)}</dl>'
