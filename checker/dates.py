"""The reader's dates: each with its arithmetic, its other readings, and the trap of the implicit refusal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from checker.applying import NO, YES, verdict, yes_no
from checker.engine.conditions import Condition
from checker.engine.deadlines import Count, Leg, counts
from checker.engine.model import Deadline, RuleBase, Source
from checker.engine.phrases import Phrases
from checker.grounds import sources_json
from checker.reading import TODAY, Reading
from checker.rules.echeances import A_FAIRE_AVANT
from checker.window import window
from checker.wording import closed_day, gap

if TYPE_CHECKING:
    from checker.compiled import Compiled

__all__ = ["reached", "six_dates", "tables", "trap", "window"]

EXPIRY = "expiration"
REFUSAL = "refus_implicite"


def tables(base: RuleBase) -> dict[str, list[tuple[str, Condition]]]:
    """The rows of a graph for each deadline and each reading that does not always apply."""
    named = {graph_of(deadline): deadline.when for deadline in base.deadlines}
    for deadline in base.deadlines:
        named.update({graph_of(deadline, i): reading.when for i, reading in enumerate(deadline.readings)})
    return yes_no(named)


def reached(rules: Compiled, reading: Reading, deadline: Deadline) -> tuple[Count, ...]:
    """The ways of counting ``deadline`` that may concern the reader, the nearest day first."""
    if YES not in verdict(rules, reading.answers, graph_of(deadline)):
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
    phrases = rules.base.phrases
    too_late = today >= born
    route = [phrases["apres_le_refus" if too_late else "avant_le_refus"]]
    if too_late and today < ways[-1].day:
        route.append(phrases.say("autre_lecture", day=phrases.day(ways[-1].day)))
    return {
        "days": days,
        "text": phrases.say("piege", day=phrases.day(born), gap=gap(phrases, days)),
        "route": "suspension" if too_late else "mesures_utiles",
        "route_text": " ".join(route),
        "sources": sources_json((*_sources(refusal, ways), *rules.base.trap), phrases),
    }


def graph_of(deadline: Deadline, reading: int | None = None) -> str:
    """The name of the graph that says to whom ``deadline`` is shown, or when its reading of that rank applies."""
    return f"echeance.{deadline.id}" if reading is None else f"echeance.{deadline.id}.{reading}"


def _may_apply(rules: Compiled, reading: Reading, deadline: Deadline, index: int) -> bool:
    return YES in verdict(rules, reading.answers, graph_of(deadline, index))


def _entry(rules: Compiled, reading: Reading, deadline: Deadline, ways: tuple[Count, ...]) -> dict[str, Any]:
    given, *others = ways
    phrases = rules.base.phrases
    return {
        "id": deadline.id,
        "title": deadline.title,
        "date": given.day.isoformat(),
        "words": phrases.day(given.day),
        "steps": [phrases.say("etape", reading=leg.reading.text, sum=_sum(leg, phrases)) for leg in given.legs],
        "note": " ".join(_notes(rules, reading, deadline, ways)) or None,
        "others": [
            {
                "date": way.day.isoformat(),
                "words": phrases.day(way.day),
                "text": " ".join(phrases.say("lecture", reading=leg.reading.text) for leg in way.legs),
                "steps": [_sum(leg, phrases) for leg in way.legs],
            }
            for way in others
        ],
        "past": given.day < reading.dates[TODAY],
        "sources": sources_json(_sources(deadline, ways), phrases),
    }


def _sum(leg: Leg, phrases: Phrases) -> str:
    done = phrases.addition(leg.start, leg.reading.offset, leg.end)
    return phrases.say("mois_court", sum=done) if leg.shortened else done


def _notes(rules: Compiled, reading: Reading, deadline: Deadline, ways: tuple[Count, ...]) -> list[str]:
    phrases = rules.base.phrases
    notes = []
    if deadline.id in A_FAIRE_AVANT and (warning := closed_day(phrases, ways[0].day)):
        notes.append(warning)
    if NO in verdict(rules, reading.answers, graph_of(deadline)):
        notes.append(phrases["concerne_peut_etre"])
    if len(ways) > 1 and any(_unsure(rules, reading, entry) for entry in _chain(rules, deadline)):
        notes.append(phrases["la_plus_proche"])
    return [*notes, *(caution.text for caution in deadline.cautions)]


def _unsure(rules: Compiled, reading: Reading, deadline: Deadline) -> bool:
    """True when an answer that is missing decides whether a reading of ``deadline`` applies."""
    verdicts = (verdict(rules, reading.answers, graph_of(deadline, i)) for i in range(len(deadline.readings)))
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
