"""YAML read strictly: a key written twice is a fault, where YAML's own reader would keep the last one in silence."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from portal.errors import BuildError


class _Strict(yaml.SafeLoader):
    """The safe loader, which also refuses a key written twice in one mapping."""

    first_line = 1

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[Hashable, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, Hashable):
                if key in seen:
                    problem = f"the key “{key}” is already on line {seen[key] + self.first_line}. Keep one of the two"
                    raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
                seen[key] = key_node.start_mark.line
        return super().construct_mapping(node, deep)


def load(text: str, name: str, first_line: int = 1) -> Any:
    """The value of a YAML text. `name` is its file, for messages; `first_line`, the line of the file it begins on.

    Raises BuildError, with file and line."""
    try:
        loader = _Strict(text)
        loader.first_line = first_line
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        raise BuildError(f"{name}:{line}: not readable as YAML: {error.problem}.", "correct this line.") from None
    except yaml.YAMLError as error:
        raise BuildError(f"{name}: not readable as YAML: {error}.", "save the file as UTF-8 text.") from None


def places(text: str) -> dict[str, int]:
    """The line of each key of a YAML text that `load` could read; those inside another are "outer.inner",
    items of a list "0", "1"…"""
    found: dict[str, int] = {}
    _place(yaml.compose(text, Loader=yaml.SafeLoader), "", found)
    return found


def _place(node: yaml.Node | None, prefix: str, found: dict[str, int]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{prefix}{getattr(key, 'value', '')}"
            found[name] = key.start_mark.line + 1
            _place(value, f"{name}.", found)
    if isinstance(node, yaml.SequenceNode):
        for rank, item in enumerate(node.value):
            found[f"{prefix}{rank}"] = item.start_mark.line + 1
            _place(item, f"{prefix}{rank}.", found)
