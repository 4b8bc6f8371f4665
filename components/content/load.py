"""Reads every file in data/, checks it, and hands out one Content, or every mistake at once."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_origin

import yaml
from pydantic import ValidationError

from components.content.care_team import (
    CareTeamFile,
    ChangesFile,
    MattersFile,
    PeopleFile,
    Question,
    QuestionsFile,
)
from components.content.diets import Diet, DietsFile
from components.content.evidence import (
    ArticlesFile,
    Claim,
    ClaimsFile,
    EvidenceFile,
    LeftOutFile,
)
from components.content.fields import Model
from components.content.habits import EVERYTHING, Caution, CautionsFile, Habit, HabitsFile
from components.content.learn import Chapter, GlossaryFile, LearnFile
from components.content.mistakes import ContentError, Mistake, mistakes_in
from components.content.papers import PapersFile, PaperWords, Reference, ReferencesFile
from components.content.pathways import PathwaysFile, StoriesFile, Story
from components.content.rules import rules_across_files
from components.content.steps import Step, StepsFile
from components.content.strict_yaml import parse, unreadable
from components.content.team import TeamFile
from components.content.weeks import WeeksFile
from components.content.words import AboutFile, ClinicFile, FrameWords, HomeFile

DATA = Path(__file__).resolve().parents[2] / "data"

FILES: dict[str, type[Model]] = {
    "clinic.yaml": ClinicFile,
    "references.yaml": ReferencesFile,
    "articles.yaml": ArticlesFile,
    "left_out.yaml": LeftOutFile,
    "en/frame.yaml": FrameWords,
    "en/home.yaml": HomeFile,
    "en/learn.yaml": LearnFile,
    "en/glossary.yaml": GlossaryFile,
    "en/pathways.yaml": PathwaysFile,
    "en/stories.yaml": StoriesFile,
    "en/habits.yaml": HabitsFile,
    "en/cautions.yaml": CautionsFile,
    "en/steps.yaml": StepsFile,
    "en/weeks.yaml": WeeksFile,
    "en/diets.yaml": DietsFile,
    "en/evidence.yaml": EvidenceFile,
    "en/claims.yaml": ClaimsFile,
    "en/papers.yaml": PapersFile,
    "en/care_team.yaml": CareTeamFile,
    "en/team.yaml": TeamFile,
    "en/questions.yaml": QuestionsFile,
    "en/matters.yaml": MattersFile,
    "en/changes.yaml": ChangesFile,
    "en/people.yaml": PeopleFile,
    "en/about.yaml": AboutFile,
}
"""Every file of words and facts, and the model that says what may stand in it."""

IDS: dict[str, tuple[tuple[str, str], ...]] = {
    "reference": (("references.yaml", "references"),),
    "article": (("articles.yaml", "articles"),),
    "claim": (("en/claims.yaml", "claims"),),
    "caution": (("en/cautions.yaml", "cautions"),),
    "habit": (("en/habits.yaml", "habits"),),
    "habit_group": (("en/habits.yaml", "groups"),),
    "habit_or_product": (("en/habits.yaml", "habits"), ("en/cautions.yaml", "products")),
    "question": (("en/questions.yaml", "questions"),),
    "question_topic": (("en/questions.yaml", "topics"),),
    "role": (("en/questions.yaml", "roles"),),
    "matter": (("en/matters.yaml", "matters"),),
    "change": (("en/changes.yaml", "changes"),),
    "step": (("en/steps.yaml", "steps"),),
    "fit": (("en/steps.yaml", "fits"),),
    "zone": (("en/pathways.yaml", "zones"),),
    "node": (("en/pathways.yaml", "nodes"),),
    "chapter": (("en/learn.yaml", "chapters"),),
    "arrow": (("en/pathways.yaml", "arrows"),),
    "map_part": (("en/pathways.yaml", "nodes"), ("en/pathways.yaml", "arrows")),
    "story": (("en/stories.yaml", "stories"),),
    "what_if": (("en/pathways.yaml", "changes"),),
    "diet": (("en/diets.yaml", "diets"),),
    "went": (("en/weeks.yaml", "went"),),
    "hurdle": (("en/weeks.yaml", "hurdles"),),
    "term": (("en/glossary.yaml", "terms"),),
    "person": (("en/people.yaml", "people"),),
}
"""Each kind of id, and the lists (or tables) of which file it is defined in."""


@dataclass(frozen=True, eq=False, repr=False)
class Content:
    """Everything the guide knows and says, checked. Shared by all visitors and never changed.

    Two contents are never equal, so that what is made from one can be kept in a cache under it.
    """

    clinic: ClinicFile
    frame: FrameWords
    home: HomeFile
    learn: LearnFile
    glossary: GlossaryFile
    pathways: PathwaysFile
    stories_file: StoriesFile
    habits_page: HabitsFile
    cautions_file: CautionsFile
    steps_file: StepsFile
    weeks: WeeksFile
    diets_file: DietsFile
    evidence: EvidenceFile
    care_team: CareTeamFile
    team: TeamFile
    questions_file: QuestionsFile
    matters: MattersFile
    changes: ChangesFile
    people: PeopleFile
    about: AboutFile
    articles: ArticlesFile
    left_out: LeftOutFile
    checked_on: datetime.date
    references: dict[str, Reference]
    papers: dict[str, PaperWords]
    claims: dict[str, Claim]
    cautions: dict[str, Caution]
    habits: dict[str, Habit]
    questions: dict[str, Question]
    chapters: dict[str, Chapter]
    stories: dict[str, Story]
    steps: dict[str, Step]
    diets: dict[str, Diet]


def read_raw(data: Path) -> tuple[dict[str, Any], list[Mistake]]:
    """Read every file of FILES below data.

    Returns the parsed YAML by file name (a file that cannot be read is left out) and the mistakes met.
    """
    raw: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name in FILES:
        try:
            raw[name] = parse((data / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            mistakes.append(unreadable(name, error))
    return raw, mistakes


def _ids_in(raw: dict[str, Any], file: str, key: str) -> list[Any] | None:
    """Return the ids that a list (or table) of a file defines, as they stand, and None for an entry without one.

    None in place of the list where the file or the list itself cannot be read.
    """
    part = raw[file].get(key) if isinstance(raw.get(file), dict) else None
    is_table = get_origin(FILES[file].model_fields[key].annotation) is dict
    if not isinstance(part, dict if is_table else list):
        return None
    return list(part) if is_table else [entry.get("id") if isinstance(entry, dict) else None for entry in part]


def _known_ids(raw: dict[str, Any]) -> dict[str, frozenset[str] | None]:
    """Return the ids of every kind.

    None for a kind whose ids cannot all be read: that is a mistake of its own, and all that uses them may be sound.
    """
    known: dict[str, frozenset[str] | None] = {}
    for kind, places in IDS.items():
        lists = [_ids_in(raw, file, key) for file, key in places]
        ids = [entry for part in lists for entry in (part if part is not None else [None])]
        sound = [entry for entry in ids if isinstance(entry, str)]
        known[kind] = frozenset(sound) if len(sound) == len(ids) else None
    targets = known["habit_or_product"]
    known["habit_or_product"] = None if targets is None else targets | {EVERYTHING}
    references = known["reference"]
    known["verified_reference"] = None if references is None else references - _unverified(raw["references.yaml"])
    return known


def _unverified(references_file: dict[str, Any]) -> set[str]:
    """Return the ids of the references that say they are not verified. One that does not say so has its own mistake."""
    return {
        entry["id"]
        for entry in references_file["references"]
        if isinstance(entry.get("custom"), dict) and entry["custom"].get("verified") is False
    }


def _ids_that_stand_twice(raw: dict[str, Any]) -> Iterator[Mistake]:
    for kind, places in IDS.items():
        if len(places) > 1:
            continue  # each of its lists is a kind of its own as well
        [(file, key)] = places
        ids = [entry for entry in _ids_in(raw, file, key) or () if isinstance(entry, str)]
        for entry, count in Counter(ids).items():
            if count > 1:
                yield Mistake(file, f"{kind} {entry}", f"the id stands {count} times", "give each its own id")


def load_content(data: Path = DATA) -> Content:
    """Read, check and return everything below data.

    Raises ContentError with every mistake in every file: unknown or doubled ids, missing or empty words, values
    outside an enumeration, claims without a verified source, and the rules that tie files together.
    """
    raw, mistakes = read_raw(data)
    mistakes.extend(_ids_that_stand_twice(raw))
    known_ids = _known_ids(raw)
    files: dict[str, Any] = {}
    for name in raw:
        try:
            files[name] = FILES[name].model_validate(raw[name], context=known_ids)
        except ValidationError as error:
            mistakes.extend(mistakes_in(name, raw[name], error))
    mistakes.extend(rules_across_files(files))
    if mistakes:
        raise ContentError(mistakes)
    return _content(files)


def _content(files: dict[str, Any]) -> Content:
    return Content(
        clinic=files["clinic.yaml"],
        frame=files["en/frame.yaml"],
        home=files["en/home.yaml"],
        learn=files["en/learn.yaml"],
        glossary=files["en/glossary.yaml"],
        pathways=files["en/pathways.yaml"],
        stories_file=files["en/stories.yaml"],
        habits_page=files["en/habits.yaml"],
        cautions_file=files["en/cautions.yaml"],
        steps_file=files["en/steps.yaml"],
        weeks=files["en/weeks.yaml"],
        diets_file=files["en/diets.yaml"],
        evidence=files["en/evidence.yaml"],
        care_team=files["en/care_team.yaml"],
        team=files["en/team.yaml"],
        questions_file=files["en/questions.yaml"],
        matters=files["en/matters.yaml"],
        changes=files["en/changes.yaml"],
        people=files["en/people.yaml"],
        about=files["en/about.yaml"],
        articles=files["articles.yaml"],
        left_out=files["left_out.yaml"],
        checked_on=files["en/claims.yaml"].checked_on,
        references={entry.id: entry for entry in files["references.yaml"].references},
        papers={entry.ref: entry for entry in files["en/papers.yaml"].papers},
        claims=files["en/claims.yaml"].dated,
        cautions={entry.id: entry for entry in files["en/cautions.yaml"].cautions},
        habits={entry.id: entry for entry in files["en/habits.yaml"].habits},
        questions={entry.id: entry for entry in files["en/questions.yaml"].questions},
        chapters={entry.id: entry for entry in files["en/learn.yaml"].chapters},
        stories={entry.id: entry for entry in files["en/stories.yaml"].stories},
        steps={entry.id: entry for entry in files["en/steps.yaml"].steps},
        diets={entry.id: entry for entry in files["en/diets.yaml"].diets},
    )


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the guide's content, read and checked once for the life of the server."""
    return load_content()
