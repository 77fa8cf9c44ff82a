"""The dates that count, the trap of silence, and the remedies from the mildest to the strongest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.rules import phrases_terminal as words
from checker.terminal.screen import Screen
from checker.terminal.texts import Texts, bullets


def say_dates(screen: Screen, dates: Sequence[Mapping[str, Any]], texts: Texts) -> None:
    """Each date with its arithmetic, and the other readings of the law when there are several."""
    if dates:
        screen.title(words.VOS_DATES)
    for entry in dates:
        past = f" ({words.PASSEE})" if entry["past"] else ""
        screen.say(f"{entry['title']}\u00a0: {entry['words']}{past}", mark="- ", style="strong")
        for step in entry["steps"]:
            screen.say(step, indent=4)
        if entry["note"]:
            screen.say(entry["note"], indent=4)
        for other in entry["others"]:
            screen.say(words.AUTRE_LECTURE.format(other["words"], other["text"]), indent=4)
        texts.refer(screen, entry["sources"])


def say_trap(screen: Screen, trap: Mapping[str, Any] | None, texts: Texts) -> None:
    """What silence means for this way of filing; nothing when the answers do not lead there."""
    if trap:
        screen.title(words.LE_PIEGE)
        screen.say(trap["text"])
        screen.say(trap["route_text"])
        texts.refer(screen, trap["sources"])


def say_remedies(screen: Screen, remedies: Sequence[Mapping[str, Any]], texts: Texts) -> None:
    """The remedies that are open, numbered, each with its deadline, cost and letter; nothing when there is none."""
    if remedies:
        screen.title(words.VOS_RECOURS)
    for rank, remedy in enumerate(remedies, 1):
        screen.say(remedy["title"], mark=f"{rank}. ", style="strong")
        screen.say(remedy["text"], indent=3)
        if not remedy["certain"]:
            screen.say(words.POSSIBLE, indent=3)
        for line in _facts(remedy):
            screen.say(line, indent=3)
        bullets(screen, remedy["warnings"], words.ATTENTION)
        texts.refer(screen, remedy["sources"])


def _facts(remedy: Mapping[str, Any]) -> list[str]:
    deadline = remedy["deadline"]
    facts = []
    if deadline:
        said = deadline["words"]
        facts.append(words.DELAI.format(f"{deadline['title']}\u00a0: {said}" if said else deadline["title"]))
    if remedy["cost"]:
        facts.append(words.COUT.format(remedy["cost"]))
    if remedy["letter"]:
        facts.append(words.LETTRE.format(remedy["letter"]))
    facts.append(words.PAGE.format(remedy["page"]))
    return facts
