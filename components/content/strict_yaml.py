"""Reads YAML that anybody may have written: says where it cannot be read, and refuses what could hurt."""

from collections import Counter
from collections.abc import Hashable
from typing import Any

import yaml

from components.content.mistakes import SHOWN, Mistake

DEEPEST = 30
"""How many lists and tables may stand inside each other; the guide's own files have at most 8."""

LONGEST_NUMBER = 64
"""How many bits a number may have. Python does not even print one of some thousand digits."""


class _StrictLoader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """A YAML reader that says where a value cannot be read, and refuses the same key twice in one mapping."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            value = super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
            what = f"{SHOWN.repr(node.value)} is not a sound {node.tag.rpartition(':')[2]}"
            raise yaml.constructor.ConstructorError(None, None, what, node.start_mark) from None
        if isinstance(value, bytes) or (isinstance(value, int) and value.bit_length() > LONGEST_NUMBER):
            raise yaml.constructor.ConstructorError(None, None, "a value is binary or too long", node.start_mark)
        return value

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        if isinstance(node, yaml.MappingNode):
            keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
            twice = [key for key, count in keys.items() if count > 1]
            if twice:
                raise yaml.constructor.ConstructorError(None, None, f"the key {twice[0]} stands twice", node.start_mark)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


def parse(text: str) -> Any:
    """Return what a YAML text says. Raises YAMLError where it cannot be read."""
    depth = 0
    # Looked at before anything is built: the C reader itself falls over text that is nested without end.
    for event in yaml.parse(text, Loader=_StrictLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            problem = f"lists or tables stand inside each other more than {DEEPEST} deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]
    return yaml.load(text, Loader=_StrictLoader)  # noqa: S506


def unreadable(name: str, error: OSError | UnicodeDecodeError | yaml.YAMLError) -> Mistake:
    """Return why a file cannot be read, as a mistake."""
    match error:
        case FileNotFoundError():
            return Mistake(name, "the whole file", "the file is missing", "put it back")
        case OSError():
            return Mistake(
                name, "the whole file", f"it cannot be opened, {error.strerror}", "put a file here that can be read"
            )
        case UnicodeDecodeError():
            return Mistake(name, "the whole file", "it is not saved as UTF-8", "save it as UTF-8")
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}" if mark else "the whole file"
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML"
    return Mistake(name, place, f"YAML cannot be read, {problem}", "mend the line or the one above")
