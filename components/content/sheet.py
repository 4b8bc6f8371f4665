"""Models of the words of the visit sheet, of the message made from it, and of the page it is made on."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from components.content.fields import KEBAB, Blanks, Model, Paper, SheetPart, Text, every
from components.content.words import Heading, PageWords


class SheetWords(Model):
    """The words printed on the sheet for the care team: the same in every format it comes in.

    A name that ends in _team is a note for the team in small print.
    """

    title: Heading
    prepared_by_patient: Annotated[Text, AfterValidator(Blanks("product"))]
    prepared_for: Annotated[Text, AfterValidator(Blanks("clinic"))]
    prepared_for_team: Text
    with_role: Annotated[Text, AfterValidator(Blanks("role"))]
    with_role_at: Annotated[Text, AfterValidator(Blanks("role", "clinic"))]
    name: Annotated[Text, AfterValidator(Blanks("name"))]
    not_a_record: Text
    left_out: Annotated[Text, AfterValidator(Blanks("parts"))]
    parts: Annotated[dict[SheetPart, Text], AfterValidator(every(SheetPart))]
    safety_heading: Heading
    safety_count: Annotated[Text, AfterValidator(Blanks("answered", "total", "yes"))]
    safety_none: Annotated[Text, AfterValidator(Blanks("answered", "total"))]
    safety_not_answered: Text
    said_yes: Text
    ask: Text
    reveal_question: Text
    urgent: Text
    got_help: Text
    matters_heading: Heading
    top_questions_heading: Heading
    more_questions_heading: Heading
    no_questions: Text
    answer: Text
    changes_heading: Heading
    takes_heading: Heading
    takes: Text
    thinks_of: Text
    habits_heading: Heading
    habits_lead: Text
    habit_column: Text
    habit_answer_column: Text
    for_team: Text
    step_heading: Heading
    step: Annotated[Text, AfterValidator(Blanks("step"))]
    step_plan: Annotated[Text, AfterValidator(Blanks("plan"))]
    step_importance: Annotated[Text, AfterValidator(Blanks("number"))]
    step_confidence: Annotated[Text, AfterValidator(Blanks("number"))]
    step_why_not_lower: Annotated[Text, AfterValidator(Blanks("text"))]
    step_raise: Annotated[Text, AfterValidator(Blanks("text"))]
    step_ask_first: Text
    step_team: Text
    understood_heading: Heading
    understood_team: Text
    notes_heading: Heading
    agreed_heading: Heading
    agreed_lead: Text
    agreed_rows: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    team: Annotated[Text, AfterValidator(Blanks("note"))]
    missing_glyphs: Annotated[Text, AfterValidator(Blanks("sign"))]
    continued: Text
    turn_over: Text
    page_of: Annotated[Text, AfterValidator(Blanks("page", "pages"))]
    file_name: Annotated[str, StringConstraints(pattern=KEBAB)]


class MessageWords(Model):
    """The words of the message for a patient portal."""

    part: Annotated[Text, AfterValidator(Blanks("number", "count"))]
    urgent: Annotated[Text, AfterValidator(Blanks("urgency", "ask"))]


class RecordWords(Model):
    """The words of the file for a health record (FHIR) that stand nowhere else on the sheet.

    document_type: what kind of document the PDF in it is. source: who gave the answers, without a name.
    """

    document_type: Text
    source: Text
    safety_state: Text
    safety_ticks: Text
    left_out: Text


class TakeWords(Model):
    """The words around taking the sheet along: on paper, as a message, as a file, and the answers themselves."""

    heading: Heading
    glyph_warning: Annotated[Text, AfterValidator(Blanks("characters"))]
    draft_left: Text
    print: Text
    pdf: Text
    paper: Text
    papers: Annotated[dict[Paper, Text], AfterValidator(every(Paper))]
    large_print: Text
    html: Text
    text: Text
    message_heading: Heading
    message_lead: Text
    message_urgent: Text
    message_shown: Text
    message_count: Annotated[Text, AfterValidator(Blanks("count", "limit"))]
    message_parts: Annotated[Text, AfterValidator(Blanks("count"))]
    message_name: Annotated[Text, AfterValidator(Blanks("number", "count"))]
    copy_message: Annotated[Text, AfterValidator(Blanks("number"))]
    copy_one: Text
    copied: Text
    copy_failed: Text
    files_heading: Heading
    files_lead: Text
    record_lead: Text
    fhir: Text
    team_link: Text
    keep_heading: Heading
    keep_lead: Text
    save: Text
    open: Text
    open_label: Text
    opened: Text
    undo_opened: Text
    not_ours: Text
    newer: Text
    too_big: Text


class CareTeamWords(PageWords):
    """The page words of My visit."""

    with_heading: Heading
    with_label: Text
    with_nobody: Text
    matters_heading: Heading
    matters_lead: Annotated[Text, AfterValidator(Blanks("most"))]
    matters_count: Annotated[Text, AfterValidator(Blanks("count", "most"))]
    matters_full: Annotated[Text, AfterValidator(Blanks("most"))]
    matters_more: Text
    own_matter: Text
    questions_heading: Heading
    questions_lead: Text
    list_heading: Heading
    list_none: Text
    move_up: Annotated[Text, AfterValidator(Blanks("number"))]
    move_down: Annotated[Text, AfterValidator(Blanks("number"))]
    remove: Annotated[Text, AfterValidator(Blanks("number"))]
    put_back: Text
    moved: Annotated[Text, AfterValidator(Blanks("number", "count"))]
    suggested_heading: Heading
    suggested_lead: Text
    all_heading: Heading
    all_for: Annotated[Text, AfterValidator(Blanks("role"))]
    all_others: Text
    own_question_label: Text
    own_question_hint: Text
    own_question_add: Text
    own_question_empty: Text
    own_question_too_many: Text
    own_question_too_long: Annotated[Text, AfterValidator(Blanks("count"))]
    own_question_twice: Text
    many_questions: Annotated[Text, AfterValidator(Blanks("count"))]
    enough: Text
    see_sheet: Text
    more_heading: Heading
    more_lead: Text
    changes_heading: Heading
    changes_lead: Text
    change_urgent: Annotated[Text, AfterValidator(Blanks("ask", "urgency"))]
    change_note: Annotated[Text, AfterValidator(Blanks("change"))]
    takes_heading: Heading
    takes_label: Text
    thinks_of_label: Text
    understood_heading: Heading
    understood_label: Text
    understood_hint: Text
    notes_heading: Heading
    notes_label: Text
    name_label: Text
    name_hint: Text
    include_heading: Heading
    include_lead: Text
    include: Annotated[dict[SheetPart, Text], AfterValidator(every(SheetPart))]
    nothing_yet: Annotated[dict[SheetPart, Text], AfterValidator(every(SheetPart))]
    sheet_heading: Heading
    sheet_lead: Text
