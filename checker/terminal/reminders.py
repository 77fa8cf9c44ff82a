"""The dates to come, written as a calendar file."""

from __future__ import annotations

from checker.papers import papers
from checker.rules import phrases_terminal as words
from checker.terminal.asking import Day, request
from checker.terminal.files import write
from checker.terminal.interview import State
from checker.terminal.screen import Screen


def remind(screen: Screen, name: str, day: Day, state: State, *, named: bool) -> None:
    """Write the calendar in the file ``name``, or say why there is none. Raises ``FileProblem``."""
    made = papers(request(day, state.answers, state.dates))
    screen.say()
    for error in made["errors"]:
        screen.say(error["message"])
    calendar = made["calendar"]
    if calendar["count"]:
        write(name, calendar["named" if named else "neutral"])
        screen.say(words.RAPPELS_ECRITS.format(name, calendar["count"]))
    elif not made["errors"]:
        screen.say(words.SANS_RAPPEL)
