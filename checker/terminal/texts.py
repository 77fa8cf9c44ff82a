"""Lists, steps, and the texts of law: numbered where they are relied on, given in full once, at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from checker.rules import phrases_terminal as words
from checker.rules.phrases import PHRASES
from checker.terminal.screen import Screen


class Texts:
    """The sources met so far, each with its number."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str | None], int] = {}
        self.sources: list[Mapping[str, Any]] = []

    def refer(self, screen: Screen, sources: Iterable[Mapping[str, Any]]) -> None:
        """One line with the numbers of ``sources``; nothing when there is none."""
        numbers = [self._number(source) for source in sources]
        if numbers:
            screen.say(words.TEXTES.format(" ".join(f"[{number}]" for number in numbers)), indent=2, style="quiet")

    def say(self, screen: Screen) -> None:
        """Every source, in the order of its number."""
        if self.sources:
            screen.title(words.LES_TEXTES)
        for number, source in enumerate(self.sources, 1):
            mark = f"[{number}] "
            screen.say(source["citation"], mark=mark, style="strong")
            if source["quote"]:
                screen.say(f"«\u00a0{source['quote']}\u00a0»", indent=len(mark))
            read = PHRASES.day(date.fromisoformat(source["read_on"]))
            notes = [source["state"].rstrip("."), words.LU_LE.format(read), source["confidence_text"]]
            sentences = ". ".join(note[:1].upper() + note[1:] for note in notes if note)
            screen.say(f"{sentences}.", indent=len(mark), style="quiet")
            if source["url"]:
                screen.say(source["url"], indent=len(mark), style="quiet")

    def _number(self, source: Mapping[str, Any]) -> int:
        key = source["id"], source["quote"]
        if key not in self.numbers:
            self.sources.append(source)
            self.numbers[key] = len(self.sources)
        return self.numbers[key]


def bullets(screen: Screen, lines: Iterable[str], heading: str = "") -> None:
    """A list under its heading; nothing at all when it is empty."""
    lines = list(lines)
    if lines and heading:
        screen.say(heading, style="strong")
    for line in lines:
        screen.say(line, indent=2, mark="- ")


def say_steps(screen: Screen, steps: Iterable[Mapping[str, str]]) -> None:
    """What to do, each with the page of the site that explains it."""
    bullets(screen, [f"{step['text']} {words.PAGE.format(step['page'])}" for step in steps], words.A_FAIRE)
