"""The words for how sure we are are the same everywhere, and a paper's address is its own."""

from components.content.labels import address, does_it_change_ms, is_it_true, search_address, who_was_studied
from components.content.load import Content
from components.content.papers import Reference


def test_every_claim_has_an_answer_to_both_questions_in_words(content: Content) -> None:
    labels = content.frame.labels
    for claim in content.claims.values():
        assert is_it_true(labels, claim)
        assert does_it_change_ms(labels, claim)
        assert who_was_studied(labels, claim)


def test_an_answer_in_own_words_still_says_how_certain_it_is(content: Content) -> None:
    grade = {"high": "high", "moderate": "moderate", "low": "low", "very_low": "very low"}
    for claim in content.claims.values():
        assert f"({grade[claim.certainty]} certainty)" in does_it_change_ms(content.frame.labels, claim), claim.id


def test_only_those_who_were_studied_are_named(content: Content) -> None:
    labels = content.frame.labels
    for claim in content.claims.values():
        expected = {labels.studied_in[population] for population in claim.studied_in}
        assert set(who_was_studied(labels, claim)) == expected, claim.id


def test_people_with_ms_come_first_among_those_studied(content: Content) -> None:
    claim = content.claims["bile-acids-are-low"]
    assert who_was_studied(content.frame.labels, claim)[0] == content.frame.labels.studied_in["ms_trial"]


def test_a_paper_with_a_doi_links_to_its_doi(content: Content) -> None:
    assert address(content.references["berer-2017"]) == f"https://doi.org/{content.references['berer-2017'].doi}"


def test_a_paper_with_no_address_gives_a_search_and_no_made_up_link() -> None:
    paper = Reference.model_validate(
        {
            "id": "x-2020",
            "type": "article-journal",
            "title": "Gut & brain: a <test>",
            "custom": {
                "verified": True,
                "seen_at": "a list",
                "study_design": None,
                "population": None,
                "n": None,
                "finding": None,
                "limits": None,
            },
        }
    )
    assert address(paper) is None
    assert search_address(paper) == "https://pubmed.ncbi.nlm.nih.gov/?term=Gut%20%26%20brain%3A%20a%20%3Ctest%3E"
