"""The command ``python -m checker``: its options, its exit codes."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from typing import Any, TextIO

from checker.catalogue import catalogue
from checker.rules import phrases_terminal as words
from checker.rules.phrases import PHRASES
from checker.terminal import edition as project
from checker.terminal.asking import Day, ask
from checker.terminal.files import FileProblem, Kept, load, save
from checker.terminal.interview import State, interview
from checker.terminal.options import Options, Usage, parse
from checker.terminal.reminders import remind
from checker.terminal.report import recall, report, say_errors
from checker.terminal.screen import Screen, environment, screen_for

# A wrong command is 2, which `options.Usage` says.
OK, WRONG_ANSWERS, STOPPED = 0, 1, 130


@dataclass(frozen=True)
class Terminal:
    """The three streams of a run."""

    typed: TextIO
    out: TextIO
    errors: TextIO


def main(arguments: list[str]) -> int:
    """Run the command on this process's streams, and return its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A terminal that cannot show or send an accent must not stop the questions.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = run(arguments, Terminal(sys.stdin, sys.stdout, sys.stderr))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"\n{words.ARRETE}", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # The reader has closed, as `head` does. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def run(arguments: list[str], terminal: Terminal) -> int:
    """Run the command on ``terminal``, and return its exit code. Raises ``BrokenPipeError``."""
    try:
        options = parse(arguments)
    except Usage as usage:
        print(usage, file=terminal.errors if usage.code else terminal.out)
        return usage.code
    screen = screen_for(terminal.out, terminal.typed, environment())
    if options.version:
        screen.say(_version())
        return OK
    if options.list:
        _list(screen, options.json)
        return OK
    try:
        return _consult(options, terminal, screen)
    except FileProblem as problem:
        print(problem, file=terminal.errors)
        return WRONG_ANSWERS


def _consult(options: Options, terminal: Terminal, screen: Screen) -> int:
    edition = project.edition()
    given = load(options.answers) if options.answers is not None else Kept()
    on = options.on.isoformat() if options.on else given.on
    day = Day(options.today, on, edition.expires if edition else None)
    response = ask(day, given.answers, given.dates)
    # A program that reads the result must not find questions in it.
    asking = screen_for(terminal.errors, terminal.typed, environment()) if options.json else screen
    state = State(given.answers, given.dates)
    if not response["errors"]:
        progress = _Progress(options.save, state, on, edition.number if edition else None)
        if _asks(options, terminal, response):
            try:
                response = interview(asking, day, state, progress.keep)
            except (EOFError, KeyboardInterrupt):
                progress.say(asking)
                return STOPPED
        else:
            progress.keep(state)
        state = progress.state
        if options.save is not None:
            asking.say()
            asking.say(words.GARDE.format(options.save))
        if options.reminders is not None:
            remind(asking, options.reminders, day, state, named=options.titles)
    if options.json:
        json.dump(response, terminal.out, ensure_ascii=False, indent=2)
        terminal.out.write("\n")
    elif response["errors"]:
        say_errors(screen_for(terminal.errors, terminal.typed, environment()), response["errors"])
    else:
        if options.answers is not None:
            recall(screen, state.answers, state.dates)
        report(screen, response, edition)
    return WRONG_ANSWERS if response["errors"] else OK


def _asks(options: Options, terminal: Terminal, response: dict[str, Any]) -> bool:
    """A file is completed by questions when a person is there to answer them."""
    if options.answers is None:
        return True
    return options.answers != "-" and bool(response["relevant"]) and terminal.typed.isatty()


class _Progress:
    """Keeps the last state, in the file of ``--save`` when there is one: an interruption loses nothing."""

    def __init__(self, name: str | None, state: State, on: Any, edition: str | None) -> None:
        self.name = name
        self.state = state
        self.on = on
        self.edition = edition

    def keep(self, state: State) -> None:
        self.state = state
        if self.name is not None:
            save(self.name, Kept(state.answers, state.dates, self.on), self.edition)

    def say(self, screen: Screen) -> None:
        screen.say()
        screen.say(words.ARRETE_GARDE.format(self.name) if self.name else words.ARRETE)


def _version() -> str:
    found, number = project.edition(), project.version()
    name = " ".join(part for part in (words.NOM, number) if part)
    if found is None:
        return f"{name}. {words.EDITION_INCONNUE}"
    return f"{name}. {words.EDITION.format(found.number, PHRASES.day(found.day), PHRASES.day(found.expires))}"


def _list(screen: Screen, as_json: bool) -> None:
    known: dict[str, Any] = catalogue()
    if as_json:
        screen.out.write(json.dumps(known, ensure_ascii=False, indent=2) + "\n")
        return
    dates: dict[str, str] = {}
    for question in known["questions"]:
        screen.title(f"{question['id']}\u00a0: {question['text']}")
        for option in (*question["options"], known["unknown"]):
            screen.say(option["text"], indent=2, mark=f"{option['id']}  ")
        dates |= {entry["id"]: entry["text"] for entry in question["dates"]}
    screen.title(words.IDENTIFIANTS_DATES)
    for name, text in dates.items():
        screen.say(text, indent=2, mark=f"{name}  ")
