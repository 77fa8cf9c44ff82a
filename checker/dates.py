"""The reader's dates: each with its arithmetic, its other readings, and the trap of the implicit refusal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from checker.applying import NO, YES, sources_json, verdict, yes_no
from checker.engine.calendar import in_french
from checker.engine.conditions import Condition
from checker.engine.deadlines import Count, Leg, closed, counts
from checker.engine.model import Deadline, RuleBase, Source
from checker.reading import TODAY, Reading
from checker.rules import mots_des_dates as words
from checker.rules.echeances import A_FAIRE_AVANT, SOURCES_DU_PIEGE
from checker.window import window

if TYPE_CHECKING:
    from checker.compiled import Compiled

__all__ = ["reached", "six_dates", "tables", "trap", "window"]

EXPIRY = "expiration"
REFUSAL = "refus_implicite"


def tables(base: RuleBase) -> dict[str, list[tuple[str, Condition]]]:
    """The rows of a graph for each deadline and each reading that does not always apply."""
    named = {_name(deadline): deadline.when for deadline in base.deadlines}
    for deadline in base.deadlines:
        named.update({_name(deadline, i): reading.when for i, reading in enumerate(deadline.readings)})
    return yes_no(named)


def reached(rules: Compiled, reading: Reading, deadline: Deadline) -> tuple[Count, ...]:
    """The ways of counting ``deadline`` that may concern the reader, the nearest day first."""
    if YES not in verdict(rules, reading.answers, _name(deadline)):
        return ()
    known = {entry.id: entry for entry in rules.base.deadlines}
    return counts(deadline, known, reading.dates, partial(_may_apply, rules, reading))


def six_dates(rules: Compiled, reading: Reading) -> list[dict[str, Any]]:
    """"Mes six dates": every date that may concern the reader and can be worked out, by date then rank."""
    found = []
    for deadline in sorted(rules.base.deadlines, key=lambda entry: entry.rank):
        ways = reached(rules, reading, deadline)
        if ways:
            found.append(_entry(rules, reading, deadline, ways))
    return sorted(found, key=lambda entry: entry["date"])


def trap(rules: Compiled, reading: Reading) -> dict[str, Any] | None:
    """Where the implicit refusal falls against the end of the title, and the judge's way that follows.

    ``None`` when one of the two days is not known or no implicit refusal can be born.
    """
    refusal = next(deadline for deadline in rules.base.deadlines if deadline.id == REFUSAL)
    ways = reached(rules, reading, refusal)
    if not ways or EXPIRY not in reading.dates:
        return None
    born, today = ways[0].day, reading.dates[TODAY]
    days = (born - reading.dates[EXPIRY]).days
    too_late = today >= born
    route = [words.APRES_LE_REFUS if too_late else words.AVANT_LE_REFUS]
    if too_late and today < ways[-1].day:
        route.append(words.autre_lecture(in_french(ways[-1].day)))
    return {
        "days": days,
        "text": words.piege(in_french(born), days),
        "route": "suspension" if too_late else "mesures_utiles",
        "route_text": " ".join(route),
        "sources": sources_json((*_sources(refusal, ways), *SOURCES_DU_PIEGE)),
    }


def _name(deadline: Deadline, reading: int | None = None) -> str:
    return f"echeance.{deadline.id}" if reading is None else f"echeance.{deadline.id}.{reading}"


def _may_apply(rules: Compiled, reading: Reading, deadline: Deadline, index: int) -> bool:
    return YES in verdict(rules, reading.answers, _name(deadline, index))


def _entry(rules: Compiled, reading: Reading, deadline: Deadline, ways: tuple[Count, ...]) -> dict[str, Any]:
    given, *others = ways
    return {
        "id": deadline.id,
        "title": deadline.title,
        "date": given.day.isoformat(),
        "words": in_french(given.day),
        "steps": [words.etape(leg.reading.text, _sum(leg)) for leg in given.legs],
        "note": " ".join(_notes(rules, reading, deadline, ways)) or None,
        "others": [
            {
                "date": way.day.isoformat(),
                "words": in_french(way.day),
                "text": words.phrases(leg.reading.text for leg in way.legs),
                "steps": [_sum(leg) for leg in way.legs],
            }
            for way in others
        ],
        "past": given.day < reading.dates[TODAY],
        "sources": sources_json(_sources(deadline, ways)),
    }


def _sum(leg: Leg) -> str:
    done = words.calcul(in_french(leg.start), leg.reading.offset, in_french(leg.end))
    return f"{done} ({words.DERNIER_JOUR_DU_MOIS})" if leg.shortened else done


def _notes(rules: Compiled, reading: Reading, deadline: Deadline, ways: tuple[Count, ...]) -> list[str]:
    notes = []
    why = closed(ways[0].day)
    if why and deadline.id in A_FAIRE_AVANT:
        notes.append(words.jour_ferme(why))
    if NO in verdict(rules, reading.answers, _name(deadline)):
        notes.append(words.CONCERNE_PEUT_ETRE)
    if len(ways) > 1 and any(_unsure(rules, reading, entry) for entry in _chain(rules, deadline)):
        notes.append(words.LA_PLUS_PROCHE)
    return [*notes, *(caution.text for caution in deadline.cautions)]


def _unsure(rules: Compiled, reading: Reading, deadline: Deadline) -> bool:
    """True when an answer that is missing decides whether a reading of ``deadline`` applies."""
    verdicts = (verdict(rules, reading.answers, _name(deadline, i)) for i in range(len(deadline.readings)))
    return any(len(said) > 1 for said in verdicts)


def _chain(rules: Compiled, deadline: Deadline) -> list[Deadline]:
    """The deadline and those it starts from."""
    known = {entry.id: entry for entry in rules.base.deadlines}
    chain = [deadline]
    while chain[-1].start in known:
        chain.append(known[chain[-1].start])
    return chain


def _sources(deadline: Deadline, ways: tuple[Count, ...]) -> list[Source]:
    read = [leg.reading.source for way in ways for leg in way.legs]
    return [*read, *(source for caution in deadline.cautions for source in caution.sources)]
