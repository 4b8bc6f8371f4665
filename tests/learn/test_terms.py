"""Words to know are marked where they first come up, and only there; what they mean is one press away."""

import re
from html import escape

from components.content.load import Content
from components.learn.terms import MOST_CHAPTERS, MarkedWords, all_words, chapters_with, pattern_of


def test_a_word_is_marked_where_it_first_comes_up_and_only_there(content: Content) -> None:
    marked = MarkedWords(content)
    first = marked.mark("Leaky gut is a term. A leaky gut has no hole.")
    assert first.count("<button") == 1
    assert first.startswith('<button type="button" class="term" popovertarget="word-leaky-gut">Leaky gut</button>')
    assert "<button" not in marked.mark("Again a leaky gut.")


def test_marking_changes_no_letter_and_lets_no_markup_through(content: Content) -> None:
    text = 'A <b>microbe</b> & "bacteria", butyrate; the short-chain fatty acids (SCFA).'
    plain = re.sub(r"</?(?:button|span)[^>]*>", "", MarkedWords(content).mark(text))
    assert plain == escape(text)


def test_a_word_inside_a_longer_one_is_not_marked_twice(content: Content) -> None:
    drawn = MarkedWords(content).mark("A weak immune system.")
    assert drawn.count("<button") == 1
    assert re.sub(r"</?(?:button|span)[^>]*>", "", drawn) == "A weak immune system."


def test_a_word_is_found_in_the_plural_and_not_inside_another(content: Content) -> None:
    terms = {term.id: pattern_of(term) for term in content.glossary.terms}
    assert terms["probiotic"].search("Probiotics are sold.")
    assert not terms["stool"].search("A toadstool grew.")
    assert not terms["microbe"].search("the microbiome")
    assert not terms["fiber"].search("fiberglass")
    assert not terms["link"].search("A long nerve links the gut with the brain.")


def test_each_marked_word_has_its_card_with_meaning_and_way_to_say_it(content: Content) -> None:
    for chapter in content.chapters.values():
        marked = MarkedWords(content)
        drawn = "".join(marked.mark(passage.text) for passage in chapter.passages)
        cards = marked.explained()
        targets = re.findall(r'popovertarget="(word-[a-z-]+)"', drawn)
        assert targets, chapter.id
        assert len(targets) == len(set(targets))
        assert all(f'id="{target}"' in cards for target in targets)


def test_all_words_stand_on_one_list_with_links_to_their_chapters(content: Content) -> None:
    listed = all_words(content)
    for term in content.glossary.terms:
        assert f'id="all-words-{term.id}"' in listed
        assert term.say_it in listed
        for name in chapters_with(content)[term.id][:MOST_CHAPTERS]:
            assert f'href="/learn?chapter={name}"' in listed
    assert chapters_with(content)["leaky-gut"][0] == "leaky-gut"


def test_marking_changes_no_letter_of_any_passage(content: Content) -> None:
    for chapter in content.chapters.values():
        marked = MarkedWords(content)
        for passage in (*chapter.passages, *chapter.short_passages):
            drawn = marked.mark(passage.text)
            assert re.sub(r"</?(?:button|span)[^>]*>", "", drawn) == escape(passage.text)
            assert drawn.count("<span") == drawn.count("</span>")


def test_a_bracket_stays_with_its_word(content: Content) -> None:
    drawn = MarkedWords(content).mark("The cover on nerves (myelin) is harmed (inflammation of it).")
    assert '<span class="whole">(<button' in drawn
    assert "myelin</button>)</span> is harmed" in drawn
    assert "inflammation</button></span> of it)" in drawn
