"""The guided questions: one at a time, as long as an answer can still change something."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.catalogue import catalogue
from checker.reading import UNKNOWN
from checker.rules import phrases_terminal as words
from checker.rules.phrases import NE_SAIT_PAS, PHRASES
from checker.terminal.asking import Day, ask
from checker.terminal.days import parse_day
from checker.terminal.report import recall, say_errors
from checker.terminal.screen import Screen

BACK = "<"


@dataclass(frozen=True)
class State:
    """What was answered so far: ``answers`` (question → option or ``"?"``) and ``dates`` (ISO)."""

    answers: Mapping[str, str]
    dates: Mapping[str, str]

    def answer(self, question: str, option: str) -> State:
        """The state once ``question`` is answered ``option``, anew or instead of an earlier one."""
        return State({**self.answers, question: option}, self.dates)

    def date(self, name: str, day: str) -> State:
        """The state once the date ``name`` is ``day`` (ISO), anew or instead of an earlier one."""
        return State(self.answers, {**self.dates, name: day})


def interview(screen: Screen, day: Day, state: State, changed: Callable[[State], None]) -> dict[str, Any]:
    """Ask until nothing can change, and return the last response. ``changed`` hears of every new state.

    Raises ``EOFError`` when the input ends before. ``state`` must be without errors.
    """
    questions = {question["id"]: question for question in catalogue()["questions"]}
    before: list[State] = []
    screen.say(words.BIENVENUE, style="title")
    screen.say(words.MODE_D_EMPLOI)
    while True:
        response = ask(day, state.answers, state.dates)
        if response["errors"]:
            # Only the last answer can have brought them: it is asked again.
            say_errors(screen, response["errors"])
            state = before.pop()
            continue
        changed(state)
        if response["relevant"]:
            then = _put(screen, questions[response["relevant"][0]], len(before) + 1, state)
        elif response.get("out_of_scope") or _confirmed(screen, day, state):
            return response
        else:
            then = None
        if then is not None:
            before.append(state)
            state = then
        elif before:
            state = before.pop()
        else:
            screen.say(words.RIEN_AVANT)


def _confirmed(screen: Screen, day: Day, state: State) -> bool:
    recall(screen, state.answers, state.dates)
    try:
        return screen.ask(f"\n{words.VOIR_LE_RESULTAT}") != BACK
    except EOFError:
        return True


def _put(screen: Screen, question: dict[str, Any], number: int, state: State) -> State | None:
    """Ask one question until it is answered: the new state, or ``None`` to go back."""
    missing = [entry for entry in question["dates"] if entry["id"] not in state.dates]
    _show(screen, question, number, missing)
    options = [option["id"] for option in question["options"]]
    while True:
        typed = screen.ask(words.INVITE)
        if typed == BACK:
            return None
        if typed == UNKNOWN:
            return state.answer(question["id"], UNKNOWN)
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(options):
            return state.answer(question["id"], options[int(typed) - 1])
        if len(missing) > 1 and typed.lower() == words.LETTRE_DATES:
            dated = _dates(screen, missing, state)
            if dated is not None:
                return dated
        elif len(missing) == 1 and len(re.findall(r"\w+", typed)) == 3:
            day = parse_day(typed)
            if day is not None:
                return state.date(missing[0]["id"], day.isoformat())
            screen.say(PHRASES["date_illisible"])
        else:
            screen.say(words.PAS_COMPRIS.format(len(options)))


def _show(screen: Screen, question: dict[str, Any], number: int, missing: list[dict[str, str]]) -> None:
    screen.say()
    screen.say(words.QUESTION_NUMERO.format(number), style="quiet")
    screen.say(question["text"], style="strong")
    if question["help"]:
        screen.say(question["help"])
    if question["where"]:
        screen.say(f"{words.OU_REGARDER} {question['where']}", style="quiet")
    for rank, option in enumerate(question["options"], 1):
        screen.say(option["text"], mark=f"{rank:>3}  ")
        if option["help"]:
            screen.say(option["help"], indent=5, style="quiet")
    screen.say(NE_SAIT_PAS, mark=f"  {UNKNOWN}  ")
    if len(missing) == 1:
        screen.say(words.TAPER_LA_DATE, indent=5)
    elif missing:
        screen.say(words.DONNER_LES_DATES, mark=f"  {words.LETTRE_DATES}  ")


def _dates(screen: Screen, missing: list[dict[str, str]], state: State) -> State | None:
    """The state with the dates typed one after the other; ``None`` when one is not known or not wanted."""
    for entry in missing:
        while True:
            typed = screen.ask(words.INVITE_DATE.format(entry["text"]))
            if typed in (BACK, UNKNOWN):
                return None
            day = parse_day(typed)
            if day is not None:
                break
            screen.say(PHRASES["date_illisible"])
        state = state.date(entry["id"], day.isoformat())
    return state
