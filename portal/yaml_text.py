"""YAML read strictly: a key written twice is a fault, where YAML's own reader would keep the last one in silence.

What a file could do to its reader is refused too: names of other parts (`&a`, `*a`), by which a few lines become
gigabytes or contain themselves, and parts inside parts without end."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from portal.errors import BuildError
from portal.verify import plain

_DEEPEST = 50
_LONGEST_NUMBER = 100
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


class _Strict(yaml.SafeLoader):
    """The safe loader, which also refuses a key written twice in one mapping, and what has no end."""

    first_line = 1
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise self._refused("“*” names another part. Write that part here")
        if self.depth == _DEEPEST:
            raise self._refused(f"more than {_DEEPEST} parts, one inside the other")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def _refused(self, problem: str) -> yaml.MarkedYAMLError:
        """The fault of what comes next."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call] # yaml's types lack it
        return yaml.composer.ComposerError(None, None, problem, event.start_mark)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if node.tag in _NUMBERS and len(node.value) > _LONGEST_NUMBER:
            raise yaml.constructor.ConstructorError(None, None, "this number is too long", node.start_mark)
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError) as error:
            # A day that does not exist (2026-02-31), `!!bool x`: the loader lets Python's own errors out.
            said = node.value if isinstance(node, yaml.ScalarNode) else node.tag
            problem = f"“{str(said)[:60]}” is not what it looks like ({error}). Quote a text"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: dict[Hashable, int] = {}
        # `!!set text` says that a text is a mapping; the loader refuses it in its own words.
        for key_node, _ in node.value if isinstance(node, yaml.MappingNode) else ():
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
        problem = plain.line(str(error.problem))
        raise BuildError(f"{name}:{line}: not readable as YAML: {problem}.", "correct this line.") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        problem = f"the sign U+{error.character:04X} is not allowed"
        raise BuildError(f"{name}:{line}: not readable as YAML: {problem}.", "remove it from this line.") from None


def places(text: str) -> dict[str, int]:
    """The line of each key of a YAML text that `load` has read; those inside another are "outer.inner",
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
