"""What the gates are given, and where they say what they counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from checker.compiled import Compiled
from checker.engine.model import RuleBase


@dataclass
class Context:
    """``texts`` is a folder of official texts, or ``None``; ``counted`` holds what each gate counted, in words."""

    root: Path
    rules: Compiled
    texts: Path | None = None
    counted: list[str] = field(default_factory=list)

    @property
    def base(self) -> RuleBase:
        """The rules as values, not compiled."""
        return self.rules.base

    def count(self, number: int, what: str) -> None:
        """Say that ``number`` of ``what`` were looked at."""
        self.counted.append(f"{f'{number:,}'.replace(',', ' ')} {what}")
