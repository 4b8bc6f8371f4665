"""Each rule of the words catches what it must and lets pass what it should: tables of words, and broken copies."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from components.content.fields import Passage
from components.content.load import Content
from tests.content import test_words as rules
from tests.content.first_use import is_spelled_out, short_forms, unexplained
from tests.content.reading import grade, is_passage, plainly, sentences
from tests.content.sureness import MAY, PLAIN, PROBABLY, carried_by, how_sure, may_say_probably, too_sure
from tests.content.wording import loud_signs, not_our_words, said_to_be_proven

CLAIM_OF = {
    "high": "ms-attacks-myelin",
    "moderate": "exercise-eases-ms-tiredness",
    "low": "healthy-eating-eases-tiredness",
    "very low": "diet-stops-relapses",
    "sure outside MS": "food-shapes-gut-bacteria",
}
"""A claim of each certainty about MS. The last is well established, but says very little about MS."""

TOO_SURE = (
    ("very low", "Probiotics help MS."),
    ("very low", "A diet may slow MS."),
    ("very low", "Fiber probably cuts relapses."),
    ("very low", "Less salt lowers disability."),
    ("very low", "Yogurt calms MS symptoms."),
    ("very low", "This diet protects people with MS."),
    ("very low", "Gut bacteria drive MS."),
    ("very low", "Sugar makes MS worse."),
    ("very low", "Sugar is bad for MS."),
    ("very low", "Sugar harms people with MS."),
    ("very low", "This pill works for MS."),
    ("very low", "MS is slowed by a plant diet."),
    ("very low", "Relapses get milder on this diet."),
    ("very low", "Tiredness eases when you eat well."),
    ("very low", "Fasting can treat MS."),
    ("very low", "Eating this way will prevent relapses."),
    ("very low", "Broth does not change MS."),
    ("very low", "Studies show that a diet slows MS."),
    ("very low", "Research proves that fiber cuts relapses."),
    ("very low", "Doctors agree that sugar drives MS."),
    ("very low", "Take inulin to slow MS."),
    ("very low", "It helped mice, and it slows MS in people."),
    ("very low", "We do not know why, but it cuts relapses."),
    ("very low", "No doubt a diet slows MS."),
    ("low", "Healthy eating eases tiredness."),
    ("low", "Healthy eating probably eases tiredness."),
    ("low", "Healthy eating may help you sleep, and it eases tiredness."),
    ("moderate", "Exercise eases tiredness."),
    ("sure outside MS", "Food changes MS."),
    ("sure outside MS", "Food may change MS."),
)

SURE_ENOUGH = (
    ("very low", "No one has shown that a diet slows MS."),
    ("very low", "We do not know if probiotics help MS."),
    ("very low", "No gut treatment is proven to change MS."),
    ("very low", "In mice, gut bacteria drive attacks on nerves."),
    ("very low", "One study of 60 people found that it cuts relapses."),
    ("very low", "Small, short trials in MS do not agree, so we do not know if they help MS."),
    ("very low", "Some people say that a diet slows MS."),
    ("very low", "One idea is that gut bacteria trigger MS or make it worse."),
    ("very low", "One small survey tied these foods to worse MS."),
    ("very low", "A better diet was tied to fewer relapses."),
    ("very low", "Can food slow MS?"),
    ("very low", "Ask your team before you change what you eat for your MS."),
    ("very low", "Do not stop a medicine that helps your MS."),
    ("very low", "MS medicines change gut bacteria."),
    ("very low", "Antibiotics change gut bacteria, at least for a while."),
    ("very low", "It may be MS that causes the leak."),
    ("very low", "She took a medicine that treats MS itself."),
    ("very low", "It helps the gut in people without MS."),
    ("very low", "In one trial, relapses did not change."),
    ("low", "Healthy eating may ease tiredness."),
    ("moderate", "Exercise probably eases tiredness."),
    ("moderate", "Exercise may ease tiredness."),
    ("high", "This attack causes the symptoms of MS."),
    ("sure outside MS", "Food changes gut bacteria."),
)


@pytest.mark.parametrize(("sure", "sentence"), TOO_SURE)
def test_a_sentence_surer_than_its_claim_is_caught(content: Content, sure: str, sentence: str) -> None:
    assert too_sure(f"This is known. {sentence}", [content.claims[CLAIM_OF[sure]]]) == [sentence]


@pytest.mark.parametrize(("sure", "sentence"), SURE_ENOUGH)
def test_a_sentence_as_sure_as_its_claim_passes(content: Content, sure: str, sentence: str) -> None:
    assert not too_sure(sentence, [content.claims[CLAIM_OF[sure]]])


def test_the_surest_claim_carries_a_sentence(content: Content) -> None:
    claims = [content.claims[CLAIM_OF[sure]] for sure in ("very low", "moderate", "low")]
    assert carried_by(claims) == PROBABLY
    assert carried_by([]) == 0


@pytest.mark.parametrize(("sentence", "sounds"), [("It may.", MAY), ("It probably is.", PROBABLY), ("It is.", PLAIN)])
def test_may_and_probably_are_heard(sentence: str, sounds: int) -> None:
    assert how_sure(sentence) == sounds


def test_any_of_the_three_ratings_carries_probably(content: Content) -> None:
    assert may_say_probably([content.claims["eat-more-fiber"]])
    assert not may_say_probably([content.claims["fermented-foods"]])


def test_sentences_end_where_a_reader_hears_an_end() -> None:
    assert sentences("It helped L. reuteri by 0.5 points: a bit. Did it? No.") == [
        "It helped L reuteri by 0.5 points: a bit.",
        "Did it?",
        "No.",
    ]


def test_a_word_that_does_not_count_is_one_plain_word() -> None:
    assert plainly("{count} microbiomes on ocrelizumab", ("microbiome",)) == "word word on word"
    assert grade("The microbiome on ocrelizumab is a home.", ("microbiome",)) == grade("The word on word is a home.")


@pytest.mark.parametrize(
    ("text", "passage"), [("Yes.", True), ("All five words stand here", True), ("My habits", False)]
)
def test_a_short_label_is_no_passage(text: str, passage: bool) -> None:
    assert is_passage(text) == passage


@pytest.mark.parametrize(
    "text", ["It heals the gut", "A superfood", "Bad foods", "Gut germs", "Fibre", "randomised", "MS patients"]
)
def test_words_that_are_not_ours_are_found(text: str) -> None:
    assert not_our_words(text)


@pytest.mark.parametrize(
    "text", ["Health", "A tumor", "It organizes cells", "Bacteria", "People with MS", "Advise", "Exercise"]
)
def test_our_own_words_are_left_alone(text: str) -> None:
    assert not not_our_words(text)


@pytest.mark.parametrize(
    ("text", "signs"), [("Now!", 1), ("Food - a cure", 1), ("Food—or not", 1), ("Well ☀", 1), ("-0.9, 2–3", 0)]
)
def test_loud_signs_and_pauses_are_found(text: str, signs: int) -> None:
    assert len(loud_signs(text)) == signs


def test_proven_passes_only_with_a_no() -> None:
    assert not said_to_be_proven("No diet is proven to slow MS. It is not proven.")
    assert said_to_be_proven("No one knows. It is proven.") == ["It is proven."]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("A stool (poo) transplant (FMT) is new.", True),
        ("FMT (a stool transplant) is new.", True),
        ("Too many bacteria (small intestinal bacterial overgrowth, or FMT).", True),
        ("Signals such as FMT-17 and FMT-2 (interleukins) rose.", True),
        ("FMT is new.", False),
        ("FMT is new. A stool transplant (FMT) is one.", False),
        ("A transplant, called FMT, is new (in MS).", False),
    ],
)
def test_a_short_form_is_spelled_out_in_brackets(text: str, spelled: bool) -> None:
    assert short_forms(text)[0] == "FMT"
    assert is_spelled_out("FMT", text) == spelled


def test_file_formats_and_vitamins_are_no_short_forms() -> None:
    assert not short_forms("Get the PDF or the CSL-JSON file. Vitamin B12 and vitamin D.")


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("The microbiome (all the microbes of the gut) differs.", True),
        ("All the microbes of the gut (the microbiome) differ.", True),
        ("The microbiome, all told, differs.", False),
        ("The microbiome, a world of microbes, differs.", True),
        ("The microbiome is all the microbes of the gut.", True),
        ("This is called the microbiome.", True),
        ("Some of them, such as the microbiome, differ.", True),
        ("The microbiome differs.", False),
        ("Microbes differ. The microbiome differs. The microbiome is all of them.", False),
        ("Nothing differs.", True),
    ],
)
def test_a_word_to_know_is_explained_in_its_first_sentence(content: Content, text: str, explained: bool) -> None:
    term = next(term for term in content.glossary.terms if term.id == "microbiome")
    assert (unexplained(term, [text]) == "") == explained


def with_lead(content: Content, lead: str) -> Content:
    """Return a copy of the content with another lead on Home."""
    page = content.home.page.model_copy(update={"lead": lead})
    return replace(content, home=content.home.model_copy(update={"page": page}))


def with_message(content: Content, text: str, claim: str) -> Content:
    """Return a copy of the content with one sentence of science on Home, and the claim it stands on."""
    page = content.home.page.model_copy(update={"message": (Passage.model_construct(text=text, claims=(claim,)),)})
    return replace(content, home=content.home.model_copy(update={"page": page}))


def with_points(content: Content, count: int) -> Content:
    """Return a copy of the content with a list of so many lines on About."""
    page = content.about.page
    section = page.sections[0].model_copy(update={"points": ("A line.",) * count})
    return replace(
        content, about=content.about.model_copy(update={"page": page.model_copy(update={"sections": (section,)})})
    )


def with_key_point(content: Content, text: str) -> Content:
    """Return a copy of the content whose first chapter opens with another key point."""
    name, first = next(iter(content.chapters.items()))
    chapter = first.model_copy(update={"key_point": Passage.model_construct(text=text, claims=first.key_point.claims)})
    return replace(content, chapters={**content.chapters, name: chapter})


HARD = "Physiological characteristics differentiate neurodegenerative abnormalities. "

BROKEN: dict[str, tuple[Callable[[Content], None], Callable[[Content], Content]]] = {
    "a long sentence": (
        lambda c: rules.test_no_sentence_has_more_than_twenty_words(c, "home.yaml"),
        lambda c: with_lead(c, "word " * 21 + "end."),
    ),
    "a long paragraph": (
        lambda c: rules.test_no_paragraph_has_more_than_three_sentences(c, "home.yaml"),
        lambda c: with_lead(c, "One is. Two are. Three are. Four are."),
    ),
    "a long list": (
        lambda c: rules.test_no_list_has_more_than_seven_lines(c, "about.yaml"),
        lambda c: with_points(c, 8),
    ),
    "a hard page": (rules.test_every_page_reads_at_sixth_grade, lambda c: with_lead(c, HARD * 30)),
    "a hard passage": (
        lambda c: rules.test_no_passage_is_harder_than_eighth_grade(c, "home.yaml"),
        lambda c: with_lead(c, HARD),
    ),
    "a banned word": (
        lambda c: rules.test_no_banned_word_or_british_spelling_is_used(c, "home.yaml"),
        lambda c: with_lead(c, "It boosts you."),
    ),
    "hype": (
        lambda c: rules.test_there_is_no_hype_and_no_dash_as_a_pause(c, "home.yaml"),
        lambda c: with_lead(c, "Now!"),
    ),
    "proven": (
        lambda c: rules.test_proven_is_only_said_of_what_is_not(c, "home.yaml"),
        lambda c: with_lead(c, "It is proven."),
    ),
    "MS not spelled out": (rules.test_every_page_spells_out_ms_once, lambda c: with_lead(c, "For people with MS.")),
    "a short form": (
        rules.test_every_short_form_is_spelled_out_where_it_first_comes_up,
        lambda c: with_lead(c, "For multiple sclerosis (MS) and FMT."),
    ),
    "probably": (
        lambda c: rules.test_probably_is_only_said_where_a_claim_carries_it(c, "home.yaml"),
        lambda c: with_message(c, "It is probably wise.", "fermented-foods"),
    ),
    "a verb too sure": (
        lambda c: rules.test_no_verb_is_surer_than_its_claims(c, "home.yaml"),
        lambda c: with_message(c, "A diet slows MS.", "diet-stops-relapses"),
    ),
    "a word to know": (
        lambda c: rules.test_every_word_to_know_is_explained_where_a_chapter_first_uses_it(c, "in short"),
        lambda c: with_key_point(c, "The microbiome differs in some."),
    ),
}
"""Each rule over the real words, and a copy of them with one mistake in it."""


@pytest.mark.parametrize("mistake", BROKEN)
def test_each_rule_names_the_mistake_in_a_broken_copy(content: Content, mistake: str) -> None:
    rule, broken = BROKEN[mistake]
    words = {"a long list": "purpose points: 8 lines", "a hard page": "page home", "MS not spelled out": "page home"}
    with pytest.raises(
        AssertionError, match=words.get(mistake, "page lead|page message|key_point|gut-brain-axis in short")
    ):
        rule(broken(content))
