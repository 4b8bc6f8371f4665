"""Reads every file in data/, checks it, and hands out one Content, or every mistake at once."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

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
from components.content.evidence import (
    ArticlesFile,
    Claim,
    ClaimsFile,
    DietsFile,
    LeftOutFile,
    Reference,
    ReferencesFile,
)
from components.content.evidence_page import EvidenceFile
from components.content.fields import Model
from components.content.habits import Caution, CautionsFile, Habit, HabitsFile, StepsFile
from components.content.learn import Chapter, GlossaryFile, LearnFile
from components.content.mistakes import ContentError, Mistake, mistakes_in
from components.content.pathways import PathwaysFile
from components.content.rules import rules_across_files
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
    "en/habits.yaml": HabitsFile,
    "en/cautions.yaml": CautionsFile,
    "en/steps.yaml": StepsFile,
    "en/diets.yaml": DietsFile,
    "en/evidence.yaml": EvidenceFile,
    "en/claims.yaml": ClaimsFile,
    "en/care_team.yaml": CareTeamFile,
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
    "diet": (("en/diets.yaml", "diets"),),
    "term": (("en/glossary.yaml", "terms"),),
    "person": (("en/people.yaml", "people"),),
}
"""Each kind of id, and the lists (or tables) of which file it is defined in."""


@dataclass(frozen=True)
class Content:
    """Everything the guide knows and says, checked. Shared by all visitors and never changed."""

    clinic: ClinicFile
    frame: FrameWords
    home: HomeFile
    learn: LearnFile
    glossary: GlossaryFile
    pathways: PathwaysFile
    habits_page: HabitsFile
    cautions_file: CautionsFile
    steps: StepsFile
    diets: DietsFile
    evidence: EvidenceFile
    care_team: CareTeamFile
    questions_file: QuestionsFile
    matters: MattersFile
    changes: ChangesFile
    people: PeopleFile
    about: AboutFile
    articles: ArticlesFile
    left_out: LeftOutFile
    references: dict[str, Reference]
    claims: dict[str, Claim]
    cautions: dict[str, Caution]
    habits: dict[str, Habit]
    questions: dict[str, Question]
    chapters: dict[str, Chapter]


class _StrictLoader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """A YAML reader that refuses the same key twice in one mapping instead of keeping the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = Counter(key.value for key, _ in node.value)
        twice = [key for key, count in keys.items() if count > 1]
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"the key {twice[0]} stands twice", node.start_mark)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


def read_raw(data: Path) -> tuple[dict[str, Any], list[Mistake]]:
    """Read every file of FILES below data.

    Returns the parsed YAML by file name (a file that cannot be read is left out) and the mistakes met.
    """
    raw: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name in FILES:
        try:
            raw[name] = yaml.load((data / name).read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506
        except FileNotFoundError:
            mistakes.append(Mistake(name, "the whole file", "the file is missing", "put it back"))
        except UnicodeDecodeError:
            mistakes.append(Mistake(name, "the whole file", "it is not saved as UTF-8", "save it as UTF-8"))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            place = f"line {mark.line + 1}" if mark else "the whole file"
            problem = getattr(error, "problem", None) or "it is not YAML"
            mistakes.append(Mistake(name, place, f"YAML cannot be read, {problem}", "mend the line or the one above"))
    return raw, mistakes


def _entries(raw: dict[str, Any], file: str, key: str) -> list[Any]:
    """Return the ids defined under a key of a file, as they stand, whether or not their entries are sound."""
    part = raw[file].get(key) if isinstance(raw.get(file), dict) else None
    if isinstance(part, dict):
        return list(part)
    if isinstance(part, list):
        return [entry.get("id") for entry in part if isinstance(entry, dict)]
    return []


def load_content(data: Path = DATA) -> Content:
    """Read, check and return everything below data.

    Raises ContentError with every mistake in every file: unknown or doubled ids, missing or empty words, values
    outside an enumeration, claims without a verified source, and the rules that tie files together.
    """
    raw, mistakes = read_raw(data)
    context: dict[str, set[Any]] = {kind: set() for kind in IDS}
    for kind, places in IDS.items():
        ids = [entry for file, key in places for entry in _entries(raw, file, key)]
        context[kind] = {entry for entry in ids if isinstance(entry, str)}
        for entry, count in Counter(entry for entry in ids if isinstance(entry, str)).items():
            if count > 1 and kind != "habit_or_product":
                mistakes.append(
                    Mistake(places[0][0], f"{kind} {entry}", f"the id stands {count} times", "give each its own id")
                )
    context["habit_or_product"] |= {"all"}
    context["verified_reference"] = {
        entry["id"]
        for entry in (raw.get("references.yaml") or {}).get("references") or []
        if isinstance(entry, dict) and isinstance(entry.get("custom"), dict) and entry["custom"].get("verified") is True
    }
    files: dict[str, Any] = {}
    for name, model in FILES.items():
        if name not in raw:
            continue
        try:
            files[name] = model.model_validate(raw[name], context=context)
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
        habits_page=files["en/habits.yaml"],
        cautions_file=files["en/cautions.yaml"],
        steps=files["en/steps.yaml"],
        diets=files["en/diets.yaml"],
        evidence=files["en/evidence.yaml"],
        care_team=files["en/care_team.yaml"],
        questions_file=files["en/questions.yaml"],
        matters=files["en/matters.yaml"],
        changes=files["en/changes.yaml"],
        people=files["en/people.yaml"],
        about=files["en/about.yaml"],
        articles=files["articles.yaml"],
        left_out=files["left_out.yaml"],
        references={entry.id: entry for entry in files["references.yaml"].references},
        claims={entry.id: entry for entry in files["en/claims.yaml"].claims},
        cautions={entry.id: entry for entry in files["en/cautions.yaml"].cautions},
        habits={entry.id: entry for entry in files["en/habits.yaml"].habits},
        questions={entry.id: entry for entry in files["en/questions.yaml"].questions},
        chapters={entry.id: entry for entry in files["en/learn.yaml"].chapters},
    )


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the guide's content, read and checked once for the life of the server."""
    return load_content()
