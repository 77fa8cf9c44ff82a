"""One right on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.rules import phrases
from checker.rules import phrases_terminal as words
from checker.terminal.screen import STYLE_OF, Screen
from checker.terminal.texts import Texts, bullets, say_steps


def say_right(screen: Screen, right: Mapping[str, Any], texts: Texts) -> None:
    """The title and status, the answer, its end, its reasons, what to show and to do, its texts."""
    screen.title(f"{right['title']}\u00a0: {phrases.STATUTS[right['status']]}")
    screen.say(right["headline"], style=STYLE_OF.get(right["status"], "strong"))
    if right.get("before"):
        screen.say(words.A_VERIFIER_AVANT.format(phrases.STATUTS[right["before"]]), style="strong")
    _until(screen, right["until"])
    bullets(screen, right["because"], words.POURQUOI)
    bullets(screen, [f"{item['text']} {item['answer']}" for item in right["deciding"]], words.SELON_VOS_REPONSES)
    _open(screen, right)
    bullets(screen, right["show"], words.A_MONTRER)
    bullets(screen, right["warnings"], words.ATTENTION)
    say_steps(screen, right["steps"])
    bullets(screen, right.get("refused") or [], words.SI_ON_REFUSE)
    _lever(screen, right.get("lever"))
    if right["certainty_text"]:
        screen.say(f"{words.SUR_QUOI} {right['certainty_text']}")
    texts.refer(screen, right["sources"])


def _until(screen: Screen, until: Mapping[str, Any] | None) -> None:
    if until is None:
        return
    screen.say(f"{words.FIN} {until['text']}.", style="strong")
    for step in until["steps"]:
        screen.say(step, indent=2)
    if until["rule"] != until["text"]:
        screen.say(words.REGLE.format(until["rule"]), indent=2)


def _open(screen: Screen, right: Mapping[str, Any]) -> None:
    """What an answer that misses may change, and which one to look for."""
    for line, case in zip((words.AU_MIEUX, words.AU_PIRE), right["alternatives"], strict=False):
        screen.say(line.format(case["headline"]), indent=2, mark="- ")
    settle = right["settle"]
    if settle:
        screen.say(f"{words.QUESTION_A_SAVOIR} {settle['text']}", style="strong")
        if settle["where"]:
            screen.say(settle["where"], indent=2)


def _lever(screen: Screen, lever: Mapping[str, Any] | None) -> None:
    if lever:
        page = f" {words.PAGE.format(lever['page'])}" if lever.get("page") else ""
        line = f"{lever['text']} {words.DEVIENDRAIT.format(phrases.STATUTS[lever['to']])}{page}"
        bullets(screen, [line], words.CE_QUI_AIDERAIT)
