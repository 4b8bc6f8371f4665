"""The loader: sound content loads; every kind of mistake is named, all at once, with what to do."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from components.content.load import DATA, FILES, load_content
from components.content.mistakes import ContentError
from components.content.rules import DRAWING_WIDTH
from components.pathways.layout import SCALES

Edit = Callable[[Any], object]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def break_file(data: Path, name: str, edit: Edit) -> None:
    """Change one file of the copy through its parsed form."""
    path = data / name
    # The C reader and writer: in Python alone the two large files take seconds.
    parsed = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    edit(parsed)
    path.write_text(yaml.dump(parsed, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def mistakes(data: Path) -> list[str]:
    """Load the copy and return its mistakes as lines."""
    with pytest.raises(ContentError) as caught:
        load_content(data)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_every_file_in_data_is_read() -> None:
    on_disk = {str(path.relative_to(DATA)) for path in DATA.rglob("*.yaml")}
    assert on_disk == set(FILES)


def test_the_content_is_sound() -> None:
    assert load_content().claims


BROKEN: dict[str, tuple[str, Edit, str]] = {
    "unknown claim": (
        "en/learn.yaml",
        lambda f: f["chapters"][0]["key_point"].update(claims=["no-such-claim"]),
        "data/en/learn.yaml: chapters, gut-brain-axis, key_point, claims, number 1: "
        "no claim has the id no-such-claim: correct the id, or add the claim",
    ),
    "unknown reference": (
        "en/claims.yaml",
        lambda f: f["claims"][0]["sources"].append({"ref": "nobody-1999", "role": "context"}),
        "no reference has the id nobody-1999",
    ),
    "unknown caution": (
        "en/steps.yaml",
        lambda f: f["steps"][0].update(avoid_if=["flying"]),
        "no caution has the id flying",
    ),
    "unknown habit or product": (
        "en/cautions.yaml",
        lambda f: f["cautions"][0].update(applies_to=["skydiving"]),
        "no habit or product has the id skydiving",
    ),
    "unknown node": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update({"from": "nowhere"}),
        "no node has the id nowhere",
    ),
    "claim with no source at all": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(sources=[]),
        "data/en/claims.yaml: claims, ms-attacks-myelin, sources: sources has too few entries: add at least 1",
    ),
    "claim with no verified source": (
        "references.yaml",
        lambda f: [entry["custom"].update(verified=False) for entry in f["references"]],
        "data/en/claims.yaml: claims, ms-attacks-myelin: none of its sources is verified: "
        "name a source whose custom.verified is true",
    ),
    "high certainty without a reason": (
        "en/claims.yaml",
        lambda f: f["claims"][0].pop("why_high"),
        "data/en/claims.yaml: claims, ms-attacks-myelin: high certainty and the reason for it do not stand together: "
        "write why_high for high certainty, and for no other",
    ),
    "reason for high certainty on another claim": (
        "en/claims.yaml",
        lambda f: f["claims"][2].update(why_high="It is so."),
        "claims, gut-bacteria-help-the-body: high certainty and the reason for it do not stand together",
    ),
    "people with MS whom no paper studied": (
        "en/claims.yaml",
        lambda f: f["claims"][2].update(studied_in=["ms_trial"]),
        "data/en/claims.yaml: claims, gut-bacteria-help-the-body, studied_in: none of its papers has ms_trial in its "
        "custom.studied_in: take it out here, or write it with the paper that studied them in references.yaml",
    ),
    "next check before the last": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(checked_on="2027-01-01", next_check="2026-12-31"),
        "claims, ms-attacks-myelin: its next check, 2026-12-31, is not after its last, 2027-01-01: write a later day",
    ),
    "paper behind a claim without plain words": (
        "en/papers.yaml",
        lambda f: f["papers"].pop(0),
        "data/en/papers.yaml: papers: abbasi-2024 stands behind a claim but is not here: add its plain words",
    ),
    "plain words of a paper behind no claim": (
        "en/papers.yaml",
        lambda f: f["papers"].append({**f["papers"][0], "ref": "bda-coeliac"}),
        "data/en/papers.yaml: bda-coeliac: it stands behind no claim: take it out, or name it in a claim",
    ),
    "plain words of a paper twice": (
        "en/papers.yaml",
        lambda f: f["papers"].append(f["papers"][0]),
        "data/en/papers.yaml: abbasi-2024: the paper stands 2 times: keep one",
    ),
    "claim heard in no article": (
        "en/learn.yaml",
        lambda f: f["chapters"][0].update(heard=["propionate-pills"]),
        "data/en/learn.yaml: chapters, gut-brain-axis, heard: the claim propionate-pills has no words of an article "
        "(heard_in): add them in claims.yaml, or name another claim",
    ),
    "picture of what is not told": (
        "en/learn.yaml",
        lambda f: f["chapters"][0]["picture"].update(arrows=["fiber-feeds-butyrate-makers"]),
        "chapters, gut-brain-axis, picture, fiber-feeds-butyrate-makers: the chapter does not tell of its claim",
    ),
    "unknown arrow in a picture": (
        "en/learn.yaml",
        lambda f: f["chapters"][0]["picture"].update(arrows=["no-such-arrow"]),
        "no arrow has the id no-such-arrow",
    ),
    "two answers that fit best": (
        "en/learn.yaml",
        lambda f: [option.update(fits=True) for option in f["chapters"][0]["teach_back"]["options"]],
        "chapters, gut-brain-axis, teach_back: not just one option fits best: write fits: true on one option",
    ),
    "sentence of science with no claim": (
        "en/home.yaml",
        lambda f: f["page"]["message"][0].update(claims=[]),
        "a sentence of science names no claim",
    ),
    "value outside an enumeration": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(certainty="rather high"),
        "certainty is 'rather high': choose one of 'high', 'moderate', 'low' or 'very_low'",
    ),
    "missing word": (
        "en/claims.yaml",
        lambda f: f["claims"][0].pop("bottom_line"),
        "data/en/claims.yaml: claims, ms-attacks-myelin, bottom_line: bottom_line is missing: add it",
    ),
    "empty word": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(bottom_line="  "),
        "bottom_line is empty: write it",
    ),
    "missing label of an enumeration": (
        "en/frame.yaml",
        lambda f: f["labels"]["certainty"].pop("low"),
        "there is no word for low: write one",
    ),
    "missing words of a caution group": (
        "en/habits.yaml",
        lambda f: f["page"]["caution_groups"].pop("red_flag"),
        "data/en/habits.yaml: page, caution_groups: there is no word for red_flag: write one",
    ),
    "missing words of a topic of claims": (
        "en/evidence.yaml",
        lambda f: f["page"]["topics"].pop("care"),
        "data/en/evidence.yaml: page, topics: there is no word for care: write one",
    ),
    "missing words of what came of a reference": (
        "en/evidence.yaml",
        lambda f: f["page"]["outcome"].pop("altered"),
        "data/en/evidence.yaml: page, outcome: there is no word for altered: write one",
    ),
    "misspelled field": (
        "en/habits.yaml",
        lambda f: f["habits"][0].update(lable="Whole grains"),
        "lable is not a field the guide knows",
    ),
    "lost blank": (
        "en/frame.yaml",
        lambda f: f.update(help_line="Not for emergencies."),
        "use {emergency_number}, each at least once, and no other",
    ),
    "unclosed blank": ("en/frame.yaml", lambda f: f.update(minutes_many="{count"), "the blanks do not fit"),
    "blank with a conversion": (
        "en/frame.yaml",
        lambda f: f.update(minutes_many="{count!q} minutes"),
        "data/en/frame.yaml: minutes_many: the blanks do not fit: use {count}, each at least once, and no other",
    ),
    "blank with a format": ("en/frame.yaml", lambda f: f.update(minutes_many="{count:%Y}"), "the blanks do not fit"),
    "blank in a blank": ("en/frame.yaml", lambda f: f.update(minutes_many="{count:{foo}}"), "the blanks do not fit"),
    "the same id twice": (
        "en/claims.yaml",
        lambda f: f["claims"].append(f["claims"][0]),
        "data/en/claims.yaml: claim ms-attacks-myelin: the id stands 2 times: give each its own id",
    ),
    "id that is not kebab-case": (
        "en/glossary.yaml",
        lambda f: f["terms"][0].update(id="Added Sugar"),
        "data/en/glossary.yaml: terms, Added Sugar, id",
    ),
    "id that is a list": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(id=["a"]),
        "data/en/claims.yaml: claims, number 1, id: id is ['a'], not text",
    ),
    "id that is a table": (
        "references.yaml",
        lambda f: f["references"][0].update(id={"a": "b"}),
        "data/references.yaml: references, number 1, id: id is {'a': 'b'}, not text",
    ),
    "verified reference with no id": (
        "references.yaml",
        lambda f: f["references"][0].pop("id"),
        "data/references.yaml: references, number 1, id: id is missing: add it",
    ),
    "verified that is not true or false": (
        "references.yaml",
        lambda f: f["references"][0]["custom"].update(verified="no"),
        "verified is 'no', not true or false: write true or false, without quotes",
    ),
    "name in a table that is a number": (
        "articles.yaml",
        lambda f: f["articles"].update({7: "An article"}),
        "data/articles.yaml: articles, 7: its name is 7, not text",
    ),
    "field with no name": (
        "left_out.yaml",
        lambda f: f.update({"": "words"}),
        "data/left_out.yaml: a field with no name: a field with no name is not a field the guide knows",
    ),
    "mistake that spans lines": (
        "en/steps.yaml",
        lambda f: f["steps"][0].update(avoid_if=["fly\ning"]),
        "no caution has the id fly ing",
    ),
    "number where text belongs": (
        "en/claims.yaml",
        lambda f: f["claims"][0].update(statement=7),
        "statement is 7, not text",
    ),
    "malformed DOI": ("references.yaml", lambda f: f["references"][0].update(DOI="doi:10/x"), "DOI"),
    "web page with no address": (
        "references.yaml",
        lambda f: f["references"][0].update(type="webpage", URL=None),
        "a web page has no URL",
    ),
    "verified but never seen": (
        "references.yaml",
        lambda f: f["references"][0]["custom"].update(seen_at=None),
        "it is called verified, but seen_at is empty",
    ),
    "red flag that is not urgent": (
        "en/cautions.yaml",
        lambda f: f["cautions"][0].update(urgency="routine"),
        "its group and its urgency do not fit",
    ),
    "heading over 65 characters": (
        "en/about.yaml",
        lambda f: f["page"].update(h1="long " * 20),
        "longer than 65 characters",
    ),
    "step held back by a caution that does not touch its habit": (
        "en/steps.yaml",
        lambda f: f["steps"][0]["avoid_if"].append("fmt"),
        "the caution fmt does not name its habit whole-grains",
    ),
    "habit with no step that is free of cautions": (
        "en/steps.yaml",
        lambda f: f.update(steps=[step for step in f["steps"] if step["avoid_if"] or step["habit"] != "fruit"]),
        "fruit has no tiny step that is free of cautions",
    ),
    "plan that is not if-then": (
        "en/steps.yaml",
        lambda f: f["steps"][0].update(cue_example="I will stir in oats."),
        "cue_example",
    ),
    "answer called skip": (
        "en/habits.yaml",
        lambda f: f["habits"][0]["scale"][0].update(id="skip"),
        "skip, which means no answer",
    ),
    "answer with no short form": (
        "en/habits.yaml",
        lambda f: f["habits"][0]["scale"][0].pop("short"),
        "no short form",
    ),
    "answer that is not on the scale": (
        "en/people.yaml",
        lambda f: f["people"][0]["habits"].update(vegetables="heaps"),
        "heaps is not an answer of this habit",
    ),
    "answers of a scale with one id": (
        "en/habits.yaml",
        lambda f: f["habits"][0]["scale"].append({"id": "days-0", "text": "never"}),
        "two answers of the scale have the same id",
    ),
    "arrow back to its start": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(to=f["arrows"][0]["from"]),
        "it leads back to where it starts",
    ),
    "arrow seen in more than its claim": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(studied_in=["ms_trial"]),
        "its claim fiber-becomes-gut-fats was not studied in ms_trial",
    ),
    "node outside its zone": (
        "en/pathways.yaml",
        lambda f: f["nodes"][0].update(wide=[10, 99999]),
        "outside its zone",
    ),
    "node left of the drawing": (
        "en/pathways.yaml",
        lambda f: f["nodes"][0]["tall"].__setitem__(0, -1),
        "tall: it stands at x -1, outside the drawing (0 to 360): move the node",
    ),
    "node right of the drawing": (
        "en/pathways.yaml",
        lambda f: f["nodes"][0]["wide"].__setitem__(0, 1401),
        "wide: it stands at x 1401, outside the drawing (0 to 1400): move the node",
    ),
    "arrow that brings up no question": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(claim="bile-acids-are-low", ask=None),
        "no question comes up with it: write ask with the id of a question",
    ),
    "arrow with a question that is not there": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(ask="what-then"),
        "what-then",
    ),
    "label that is too long for the drawing": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(label="does a great many things"),
        "label",
    ),
    "step that lights what it does not tell": (
        "en/stories.yaml",
        lambda f: f["stories"][0]["steps"][0].update(lights=["stress-brings-relapses"]),
        "step 1, stress-brings-relapses: the step does not stand on its claim stress-and-relapses",
    ),
    "step that lights nothing there is": (
        "en/stories.yaml",
        lambda f: f["stories"][0]["steps"][0].update(lights=["no-such-part"]),
        "no map part has the id no-such-part",
    ),
    "story that is too short": (
        "en/stories.yaml",
        lambda f: f["stories"][0].update(steps=f["stories"][0]["steps"][:3]),
        "steps",
    ),
    "node and arrow with one id": (
        "en/pathways.yaml",
        lambda f: f["arrows"][0].update(id=f["nodes"][0]["id"]),
        "a node has the same id: give the arrow another id",
    ),
    "article sentence left out": (
        "articles.yaml",
        lambda f: f["sentences"].pop(3),
        "the sentences are not numbered 1, 2, 3",
    ),
    "clinic with no emergency number": (
        "clinic.yaml",
        lambda f: f.update(emergency_number=""),
        "data/clinic.yaml: emergency_number: emergency_number is empty: write it",
    ),
    "paper that does not exist": ("clinic.yaml", lambda f: f.update(paper="a3"), "choose one of 'us-letter' or 'a4'"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_each_kind_of_mistake_is_named_with_file_place_and_remedy(data: Path, kind: str) -> None:
    name, edit, expected = BROKEN[kind]
    break_file(data, name, edit)
    found = mistakes(data)
    assert any(expected in line for line in found), found
    assert all(re.fullmatch(r"data/[\w/]+\.yaml: .+: .+: .+", line) for line in found), found


def test_all_mistakes_of_all_files_come_at_once(data: Path) -> None:
    kinds = ("unknown claim", "value outside an enumeration", "missing label of an enumeration", "malformed DOI")
    for kind in kinds:
        name, edit, _ = BROKEN[kind]
        break_file(data, name, edit)
    found = "\n".join(mistakes(data))
    for kind in kinds:
        assert BROKEN[kind][2] in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claims: [unclosed", "YAML cannot be read"),
        ("claims:\n  - id: a\n    id: b\n", "the key id stands twice"),
        ("just words", "the whole file: it is 'just words', not a set of fields"),
        ("- a", "the whole file: it is ['a'], not a set of fields"),
        ("", "the whole file"),
        ("claims: 5", "claims: claims is 5, not a list"),
        ("claims: {a: b}", "claims: claims is {'a': 'b'}, not a list"),
        ("claims:\n\t- id: a", "line 2: YAML cannot be read, found character that cannot start any token"),
        ("claims: 2026-02-30", "line 1: YAML cannot be read, '2026-02-30' is not a sound timestamp"),
        ("\nclaims: !!int zzz", "line 2: YAML cannot be read, 'zzz' is not a sound int"),
        ("claims: !!int ''", "line 1: YAML cannot be read, '' is not a sound int"),
        ("claims: !!bool maybe", "line 1: YAML cannot be read, 'maybe' is not a sound bool"),
        ("claims: !!timestamp soon", "line 1: YAML cannot be read, 'soon' is not a sound timestamp"),
        ("claims: 0x" + "f" * 6000, "line 1: YAML cannot be read, a value is binary or too long"),
        ("? [a, b]\n: c", "line 1: YAML cannot be read, found unhashable key"),
        ("claims: \x07", "YAML cannot be read, control characters are not allowed"),
        ("claims: " + "[" * 5000 + "]" * 5000, "line 1: YAML cannot be read, lists or tables stand inside each other"),
        ("- " * 300_000 + "a", "line 1: YAML cannot be read, lists or tables stand inside each other"),
        ("claims: " + "[" * 25 + "]" * 25, "claims, number 1: it is [[[[[[[...]]]]]]], not a set of fields"),
    ],
    ids=lambda text: text[:24],
)
@pytest.mark.parametrize("name", ["en/claims.yaml", "references.yaml"])
def test_a_file_that_is_not_what_it_should_be_is_named(data: Path, name: str, text: str, expected: str) -> None:
    key = Path(name).stem
    (data / name).write_text(text.replace("claims", key), encoding="utf-8")
    found = mistakes(data)
    assert any(line.startswith(f"data/{name}: ") and expected.replace("claims", key) in line for line in found), found
    assert {line.split(": ")[0] for line in found} == {f"data/{name}"}


def spoil(name: str, text: str, old: str) -> Edit:
    """Return an edit that puts text in front of the first old in a file."""

    def edit(data: Path) -> None:
        path = data / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, text + old, 1), encoding="utf-8")

    return edit


@pytest.mark.parametrize(
    ("spoiled", "expected"),
    [
        (spoil("en/claims.yaml", "\t", "claims:"), r"data/en/claims\.yaml: line \d+: YAML cannot be read, .+"),
        (
            spoil("references.yaml", '    note: "never closed\n', "    type: "),
            r"data/references\.yaml: line \d+: YAML cannot be read, .+",
        ),
        (
            lambda data: (data / "en/claims.yaml").unlink(),
            r"data/en/claims\.yaml: the whole file: the file is missing: .+",
        ),
        (
            lambda data: break_file(data, "en/claims.yaml", lambda f: f["claims"][0].update(id=["a"])),
            r"data/en/claims\.yaml: claims, number 1, id: .+",
        ),
        (
            lambda data: break_file(data, "references.yaml", lambda f: f["references"][0].pop("id")),
            r"data/references\.yaml: references, number 1, id: .+",
        ),
        (
            lambda data: break_file(data, "references.yaml", lambda f: f["references"][40]["custom"].pop("verified")),
            r"data/references\.yaml: references, dlactic-review-2015, custom, verified: .+",
        ),
        (
            lambda data: put_a_directory(data / "en/claims.yaml"),
            r"data/en/claims\.yaml: the whole file: .+ directory: .+",
        ),
        (
            lambda data: put_a_directory(data / "en/people.yaml"),
            r"data/en/people\.yaml: the whole file: .+ directory: .+",
        ),
    ],
    ids=[
        "a tab in claims",
        "an unclosed quote in references",
        "no claims",
        "a claim with a list for an id",
        "a reference with no id",
        "a reference that does not say if it is verified",
        "a directory for claims",
        "a directory for people",
    ],
)
def test_one_broken_file_is_one_line(data: Path, spoiled: Edit, expected: str) -> None:
    spoiled(data)
    found = mistakes(data)
    assert len(found) == 1, found[:5]
    assert re.fullmatch(expected, found[0])


def put_a_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_an_empty_list_still_defines_its_ids(data: Path) -> None:
    break_file(data, "en/steps.yaml", lambda f: f.update(steps=[]))
    assert any("no step has the id" in line for line in mistakes(data))


def test_the_map_is_checked_against_the_widths_it_is_drawn_in() -> None:
    assert {layout: scale.width for layout, scale in SCALES.items()} == DRAWING_WIDTH


def test_a_missing_file_is_named(data: Path) -> None:
    (data / "en/steps.yaml").unlink()
    assert "data/en/steps.yaml: the whole file: the file is missing: put it back" in mistakes(data)


def test_a_file_that_is_not_utf8_is_named(data: Path) -> None:
    (data / "en/steps.yaml").write_bytes(b"\xff\xfe\x00steps")
    assert any("not saved as UTF-8" in line for line in mistakes(data))


def test_the_loader_names_no_secondary_mistakes(data: Path) -> None:
    name, edit, _ = BROKEN["unknown caution"]
    break_file(data, name, edit)
    assert len(mistakes(data)) == 1


def test_a_broken_file_stops_the_start_with_the_list_and_no_traceback(tmp_path: Path) -> None:
    root = DATA.parent
    house = tmp_path / "house"
    house.mkdir()
    for name in ("app.py", "components", "pages", "static", ".streamlit", "data"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, house / name)
        else:
            shutil.copy(source, house / name)
    break_file(house / "data", "en/claims.yaml", BROKEN["missing word"][1])
    break_file(house / "data", "clinic.yaml", BROKEN["paper that does not exist"][1])
    run = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "0"],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": ""},
    )
    assert run.returncode != 0
    assert BROKEN["missing word"][2] in run.stderr
    assert BROKEN["paper that does not exist"][2] in run.stderr
    assert "Traceback" not in run.stdout + run.stderr
