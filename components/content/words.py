"""Models of the words of the frame and of each page: everything a person reads that is not evidence."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from components.content.fields import (
    Blanks,
    Certainty,
    ClaimTopic,
    Id,
    Model,
    Outcome,
    Paper,
    Passage,
    Population,
    SourceRole,
    Text,
    Urgency,
    Verdict,
    every,
)

PageId = Literal["home", "learn", "pathways", "habits", "evidence", "care-team", "about"]
Heading = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=65)]


class PageWords(Model):
    """What every page has: its place in the navigation, its one h1, its first sentence, the minutes it needs."""

    nav: Text
    h1: Heading
    lead: Text
    minutes: int = Field(ge=1, le=60)


class EvidenceLabels(Model):
    """The two questions every claim answers, the words for each answer, and for all that an open claim shows."""

    is_it_true: Text
    does_it_change_ms: Text
    for_general_health: Text
    who_was_studied: Text
    verdict: Annotated[dict[Verdict, Text], AfterValidator(every(Verdict))]
    certainty: Annotated[dict[Certainty, Text], AfterValidator(every(Certainty))]
    general_certainty: Annotated[dict[Certainty, Text], AfterValidator(every(Certainty))]
    studied_in: Annotated[dict[Population, Text], AfterValidator(every(Population))]
    source_role: Annotated[dict[SourceRole, Text], AfterValidator(every(SourceRole))]
    bottom_line: Text
    not_known: Text
    would_change: Text
    why_high: Text
    for_the_link: Text
    checked: Annotated[Text, AfterValidator(Blanks("checked", "next"))]
    being_rechecked: Text
    own_address: Text
    papers: Text
    finding: Text
    limits: Text
    papers_count: Annotated[Text, AfterValidator(Blanks("count"))]
    papers_count_one: Text
    people_studied: Annotated[Text, AfterValidator(Blanks("people"))]
    unconfirmed: Text
    find_paper: Text
    et_al: Text
    no_date: Text


class FrameWords(Model):
    """data/en/frame.yaml: the words around every page, and the labels that every page shares."""

    product: Text
    answers_kept: Text
    call: Annotated[Text, AfterValidator(Blanks("emergency_number"))]
    help_line: Annotated[Text, AfterValidator(Blanks("emergency_number"))]
    help_team: Annotated[Text, AfterValidator(Blanks("clinic", "phone"))]
    short_version: Text
    minutes_one: Text
    minutes_many: Annotated[Text, AfterValidator(Blanks("count"))]
    months: tuple[Text, ...] = Field(min_length=12, max_length=12)
    date: Annotated[Text, AfterValidator(Blanks("month", "day", "year"))]
    months_short: tuple[Text, ...] = Field(min_length=12, max_length=12)
    day_short: Annotated[Text, AfterValidator(Blanks("month", "day"))]
    checked: Annotated[Text, AfterValidator(Blanks("date"))]
    footer: tuple[Text, ...]
    cut: Annotated[Text, AfterValidator(Blanks("most"))]
    clear_all: Text
    clear_all_note: Text
    cleared_all: Text
    undo_clear_all: Text
    script_error: Text
    labels: EvidenceLabels
    urgency: Annotated[dict[Urgency, Text], AfterValidator(every(Urgency))]


class WayIn(Model):
    """One of the three ways into the guide that Home offers."""

    page: PageId
    title: Text
    text: Text
    action: Text


class HomePage(PageWords):
    """The page words of Home."""

    message_heading: Heading
    message: tuple[Passage, ...] = Field(min_length=1, max_length=7)
    ways_heading: Heading
    ways: tuple[WayIn, ...] = Field(min_length=3, max_length=3)
    more_heading: Heading
    more: tuple[WayIn, ...]


class HomeFile(Model):
    """data/en/home.yaml"""

    page: HomePage


class PictureWords(Model):
    """The words around a chapter's picture."""

    heading: Heading
    how: Text
    in_words: Text
    open_map: Text


class ListenWords(Model):
    """The words of the part that reads a chapter aloud."""

    heading: Text
    play: Text
    pause: Text
    go_on: Text
    stop: Text
    speed: Text
    slower: Text
    usual: Text
    faster: Text


class LearnWords(PageWords):
    """The page words of Learn."""

    contents_heading: Heading
    chapter_minutes: Annotated[Text, AfterValidator(Blanks("count"))]
    chapter_here: Text
    chapter_opened: Text
    chapter_place: Annotated[Text, AfterValidator(Blanks("number", "count"))]
    opened_none: Annotated[Text, AfterValidator(Blanks("count"))]
    opened_some: Annotated[Text, AfterValidator(Blanks("opened", "count"))]
    opened_all: Annotated[Text, AfterValidator(Blanks("count"))]
    go_on: Annotated[Text, AfterValidator(Blanks("title"))]
    start: Annotated[Text, AfterValidator(Blanks("title"))]
    no_such_chapter: Text
    key_point: Text
    not_known: Text
    picture: PictureWords
    heard_heading: Heading
    heard_lead: Text
    heard_known: Text
    teach_back_heading: Heading
    teach_back_lead: Text
    listen: ListenWords
    words_heading: Heading
    words_lead: Annotated[Text, AfterValidator(Blanks("count"))]
    words_link: Text
    words_back: Text
    word_say_it: Text
    word_is_not: Text
    word_close: Text
    word_chapters: Text
    claims_heading: Text
    claims_lead: Text
    next_step: Text
    open_page: Annotated[Text, AfterValidator(Blanks("page"))]
    previous_chapter: Annotated[Text, AfterValidator(Blanks("title"))]
    next_chapter: Annotated[Text, AfterValidator(Blanks("title"))]


class EvidenceWords(PageWords):
    """The page words of Evidence."""

    how_to_read_heading: Heading
    how_to_read: tuple[Text, ...]
    chosen_heading: Heading
    no_such_claim: Text
    heard_heading: Heading
    heard_lead: Text
    heard_why: Text
    statement: Text
    ledger_heading: Heading
    ledger_lead: Annotated[Text, AfterValidator(Blanks("claims", "papers"))]
    search: Text
    search_hint: Text
    filters: Text
    filter_topic: Text
    filter_who: Text
    filter_sure: Text
    certainty_short: Annotated[dict[Certainty, Text], AfterValidator(every(Certainty))]
    shown_all: Annotated[Text, AfterValidator(Blanks("count"))]
    shown_some: Annotated[Text, AfterValidator(Blanks("shown", "count"))]
    shown_none: Text
    to_claims: Text
    clear_filters: Text
    topics: Annotated[dict[ClaimTopic, Text], AfterValidator(every(ClaimTopic))]
    topic_claims: Annotated[Text, AfterValidator(Blanks("count"))]
    topic_claims_one: Text
    topic_claims_some: Annotated[Text, AfterValidator(Blanks("shown", "count"))]
    map_heading: Heading
    map_lead: Text
    map_how: Text
    map_description: Annotated[Text, AfterValidator(Blanks("claims"))]
    map_column: Annotated[dict[Population, Text], AfterValidator(every(Population))]
    map_table: Text
    map_topic: Text
    map_cell: Annotated[Text, AfterValidator(Blanks("count", "sure"))]
    take_heading: Heading
    take_lead: Text
    take_ledger: Text
    take_papers: Text
    checked_on: Text
    next_check: Text
    heard_as: Text
    what_we_found: Text
    checked_heading: Heading
    checked_lead: tuple[Text, ...]
    outcome: Annotated[dict[Outcome, Text], AfterValidator(every(Outcome))]
    what_exists: Text
    use_instead: Text


class AboutSection(Model):
    """A part of the About page: a heading and short paragraphs or a list."""

    id: Id
    heading: Heading
    paragraphs: tuple[Text, ...] = ()
    points: Annotated[tuple[Text, ...], Field(max_length=7)] = ()


class AboutPage(PageWords):
    """The page words of About."""

    sections: tuple[AboutSection, ...] = Field(min_length=1)


class AboutFile(Model):
    """data/en/about.yaml"""

    page: AboutPage


class ClinicFile(Model):
    """data/clinic.yaml: what a clinic may set."""

    name: str
    phone: str
    emergency_number: Text
    paper: Paper
    portal_message_limit: int = Field(ge=1000, le=20000)
    language: Literal["en"]
