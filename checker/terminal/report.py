"""The result in words: what was answered, the situation, each right, what else the response holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.catalogue import catalogue
from checker.reading import UNKNOWN
from checker.rules import phrases_terminal as words
from checker.rules.phrases import NE_SAIT_PAS, PHRASES
from checker.terminal.edition import Edition
from checker.terminal.ladder import say_dates, say_remedies, say_trap
from checker.terminal.rights import say_right
from checker.terminal.screen import Screen, shown
from checker.terminal.texts import Texts, bullets, say_steps


def report(screen: Screen, response: Mapping[str, Any], edition: Edition | None) -> None:
    """Write everything a response without errors says."""
    texts = Texts()
    screen.title(words.LE_RESULTAT)
    screen.say(words.JOUR_EXAMINE.format(PHRASES.day(date.fromisoformat(response["today"]))))
    _edition(screen, edition)
    stop = response.get("out_of_scope")
    if stop:
        _out_of_scope(screen, stop, texts)
    else:
        if response["summary"]:
            screen.say(response["summary"]["text"])
        _situation(screen, response["situation"])
        for right in response["rights"]:
            say_right(screen, right, texts)
        say_dates(screen, response.get("dates") or [], texts)
        say_trap(screen, response.get("trap"), texts)
        say_remedies(screen, response.get("remedies") or [], texts)
    screen.title(words.NON_EXAMINE)
    bullets(screen, response["not_examined"])
    texts.say(screen)
    screen.say()
    screen.say(words.AVERTISSEMENT)


def recall(screen: Screen, answers: Mapping[str, str], dates: Mapping[str, str]) -> None:
    """List what was answered, in words."""
    screen.title(words.VOS_REPONSES)
    dated: dict[str, str] = {}
    for question in catalogue()["questions"]:
        dated |= {entry["id"]: entry["text"] for entry in question["dates"] if entry["id"] in dates}
        replaced = question["dates"] and all(entry["id"] in dates for entry in question["dates"])
        if question["id"] in answers and not replaced:
            texts = {UNKNOWN: NE_SAIT_PAS} | {o["id"]: o["text"] for o in question["options"]}
            screen.say(f"{question['text']} {texts[answers[question['id']]]}", mark="- ")
    for name, text in dated.items():
        screen.say(f"{text}\u00a0: {PHRASES.day(date.fromisoformat(dates[name]))}", mark="- ")
    if not answers and not dates:
        screen.say(words.SANS_REPONSE, mark="- ")


def say_errors(screen: Screen, errors: list[dict[str, str]]) -> None:
    """Name each field in error, by its id and its words."""
    named = {question["id"]: question["text"] for question in catalogue()["questions"]}
    named |= {d["id"]: d["text"] for q in catalogue()["questions"] for d in q["dates"] if d["id"] not in named}
    screen.say()
    screen.say(words.ERREURS, style="strong")
    for error in errors:
        field = shown(error["field"])
        name = f"{field} ({named[field]})" if field in named else field
        screen.say(f"{name}\u00a0: {error['message']}" if field else error["message"], mark="- ")


def _edition(screen: Screen, edition: Edition | None) -> None:
    if edition is None:
        screen.say(words.EDITION_INCONNUE)
    else:
        screen.say(words.EDITION.format(edition.number, PHRASES.day(edition.day), PHRASES.day(edition.expires)))


def _situation(screen: Screen, situation: Mapping[str, str] | None) -> None:
    screen.title(words.SITUATION)
    if situation is None:
        screen.say(words.SITUATION_INCONNUE)
    else:
        screen.say(situation["title"], style="strong")
        screen.say(situation["text"])


def _out_of_scope(screen: Screen, stop: Mapping[str, Any], texts: Texts) -> None:
    screen.title(stop["title"])
    screen.say(stop["text"])
    bullets(screen, stop["warnings"], words.ATTENTION)
    say_steps(screen, stop["steps"])
    texts.refer(screen, stop["sources"])
