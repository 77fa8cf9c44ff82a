"""The options of the command, read by argparse and said in French."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from checker.rules import phrases_terminal as words
from checker.terminal.days import parse_day
from checker.terminal.screen import shown

LANGUAGES = ("fr",)
# Far enough for any test, near enough for every sum of dates to exist.
FIRST_YEAR, LAST_YEAR = 2000, 2100


class Usage(Exception):
    """Nothing to run: help was asked (``code`` 0) or the command is wrong (``code`` 2); its text is to be shown."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True)
class Options:
    """The command as it was understood."""

    json: bool
    answers: str | None
    save: str | None
    reminders: str | None
    titles: bool
    on: date | None
    today: date
    list: bool
    version: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{self.prog}\u00a0: {shown(message, 300)}\n{words.VOIR_AIDE}", 2)


def parse(arguments: list[str]) -> Options:
    """The options in ``arguments``. Raises ``Usage``."""
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.help:
        raise Usage(parser.format_help().rstrip(), 0)
    if found.titles and found.reminders is None:
        parser.error(words.TITRES_SANS_RAPPELS)
    return Options(
        json=found.json,
        answers=found.answers,
        save=found.save,
        reminders=found.reminders,
        titles=found.titles,
        on=found.on,
        today=found.today or date.today(),
        list=found.list,
        version=found.version,
    )


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m checker",
        usage="python -m checker [options]",
        description=words.DESCRIPTION,
        epilog=words.CODES,
        add_help=False,
        allow_abbrev=False,
    )
    group = parser.add_argument_group("options")
    group.add_argument("--help", "-h", action="store_true", help=words.AIDE_AIDE)
    group.add_argument("--answers", metavar="FILE", help=words.AIDE_ANSWERS)
    group.add_argument("--save", metavar="FILE", help=words.AIDE_SAVE)
    group.add_argument("--reminders", metavar="FILE", help=words.AIDE_REMINDERS)
    group.add_argument("--titles", action="store_true", help=words.AIDE_TITLES)
    group.add_argument("--json", action="store_true", help=words.AIDE_JSON)
    group.add_argument("--on", metavar="DATE", type=_day, help=words.AIDE_ON)
    group.add_argument("--today", metavar="DATE", type=_day, help=words.AIDE_TODAY)
    group.add_argument("--lang", metavar="LANG", type=_language, default="fr", help=words.AIDE_LANG)
    group.add_argument("--list", action="store_true", help=words.AIDE_LIST)
    group.add_argument("--version", action="store_true", help=words.AIDE_VERSION)
    return parser


def _day(text: str) -> date:
    day = parse_day(text)
    if day is None:
        raise argparse.ArgumentTypeError(words.JOUR_ILLISIBLE.format(shown(text)))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(words.JOUR_LOINTAIN.format(day.year, FIRST_YEAR, LAST_YEAR))
    return day


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise argparse.ArgumentTypeError(words.LANGUE_ABSENTE.format(shown(text)))
    return text
