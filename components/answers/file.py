"""The file in which a person keeps the answers: versioned JSON, with a published schema. No Streamlit.

`python -m components.answers.file` prints the schema that stands in static/answers.schema.json.
"""

import json
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from components.answers.model import Answers

FORMAT: Literal["ms-gut-guide-answers"] = "ms-gut-guide-answers"
VERSION: Literal[1] = 1
LONGEST = 1_000_000
"""Bytes of the longest file that is read (issue 7: 1 MB); ten years of full check-ins fit."""

NotOpened = Literal["too_big", "not_ours", "newer"]
"""Why a file gives no answers; the words for it stand in data/en/care_team.yaml."""


class AnswersFile(BaseModel):
    """What stands in the file. version: of the format; a file of a higher one was made by a newer guide."""

    format: Literal["ms-gut-guide-answers"] = FORMAT
    version: Literal[1] = VERSION
    answers: Answers


class _Cover(BaseModel):
    """What tells a file of a newer guide from one that is not ours."""

    format: Literal["ms-gut-guide-answers"]
    version: int = Field(ge=1)


def as_file(answers: Answers) -> bytes:
    """Return the answers as the JSON of a file, UTF-8."""
    whole = AnswersFile(answers=answers).model_dump(mode="json")
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def open_file(data: bytes) -> Answers | NotOpened:
    """Return the answers of a file, or why there are none. Raises nothing, whatever the bytes are.

    A field that is not known is passed over: another version of the guide may have written it.
    """
    if len(data) > LONGEST:
        return "too_big"
    try:
        cover = _Cover.model_validate_json(data)
        return "newer" if cover.version > VERSION else AnswersFile.model_validate_json(data, extra="ignore").answers
    except ValidationError:
        return "not_ours"


def schema() -> str:
    """Return the JSON Schema of the file, as it is published."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | AnswersFile.model_json_schema(mode="serialization"), indent=2) + "\n"


if __name__ == "__main__":
    print(schema(), end="")
