"""What rests on each source: parts of the rules, pages by their front matter, people by what they are told."""

from __future__ import annotations

from pathlib import Path

from checker.engine.model import RuleBase
from portal.frontmatter import canonical, read_all
from portal.gates.cases import read_cases
from portal.gates.g11_cases import resting_sources
from portal.gates.grounds import grounds
from portal.law import sources

PLURAL = {"remedy": "remedies"}


class Resting:
    """`resting`: source id → kind ("rights", "remedies", "pages", "people"…) → names, in order, each once."""

    def __init__(self, root: Path, base: RuleBase) -> None:
        self.resting: dict[str, dict[str, dict[str, None]]] = {}
        for ground in grounds(base):
            self._add(ground.source, PLURAL.get(ground.kind, f"{ground.kind}s"), ground.name)
        for page, front in canonical(read_all(root / "docs", sources())).items():
            for name in front.sources:
                self._add(name, "pages", f"docs/{page}")
        for person in read_cases(root):
            for name in resting_sources(person):
                self._add(name, "people", person.name)

    def _add(self, source: str, kind: str, name: str) -> None:
        self.resting.setdefault(source, {}).setdefault(kind, {})[name] = None

    def by(self, ids: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What rests on any of ``ids``, by kind."""
        found: dict[str, dict[str, None]] = {}
        for name in ids:
            for kind, names in self.resting.get(name, {}).items():
                found.setdefault(kind, {}).update(names)
        return tuple((kind, tuple(names)) for kind, names in found.items())
