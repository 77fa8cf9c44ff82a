"""The day before, the day and the day after each limit of a dated question, with dates worked out by hand.

Does not prove: that the limit is the law's (the dates below come from the texts cited, read by the same hands).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from checker.engine.bands import band_of
from checker.engine.model import Question
from portal.gates.context import Context

TITLE = "Bands: the day before, the day, the day after"

DAY = timedelta(days=1)

# Question -> (day of reference, last day of a band, its option, the option of the next day).
LIMITS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    # The last day written on a document is a day of validity.
    "fin_document": (("2027-01-02", "2027-01-02", "en_cours", "terminee"),),
    # Three months (L. 433-3) and six months (R. 431-8) after the last day; a month that is too short ends earlier.
    "expiration": (
        ("2026-10-04", "2026-10-04", "valable", "moins_de_3_mois"),
        ("2026-10-04", "2027-01-04", "moins_de_3_mois", "moins_de_6_mois"),
        ("2026-10-04", "2027-04-04", "moins_de_6_mois", "plus_de_6_mois"),
        ("2026-11-30", "2027-02-28", "moins_de_3_mois", "moins_de_6_mois"),
        ("2027-11-30", "2028-02-29", "moins_de_3_mois", "moins_de_6_mois"),
        ("2026-08-31", "2027-02-28", "moins_de_6_mois", "plus_de_6_mois"),
    ),
    # Between the 120th and the 60th day before the end (R. 431-5, 1°, first case).
    "depot_anef": (
        ("2027-01-31", "2026-10-02", "trop_tot", "a_temps"),
        ("2027-01-31", "2026-12-02", "a_temps", "tard"),
        ("2027-01-31", "2027-01-31", "tard", "apres"),
        ("2028-03-01", "2027-11-01", "trop_tot", "a_temps"),
        ("2028-03-01", "2028-01-01", "a_temps", "tard"),
    ),
    # In the two months before the end (R. 431-5, 1°, second case).
    "depot_guichet": (
        ("2027-03-31", "2027-01-30", "trop_tot", "a_temps"),
        ("2027-03-31", "2027-03-31", "a_temps", "apres"),
        ("2027-04-30", "2027-02-27", "trop_tot", "a_temps"),
    ),
    # A silence of 60 days, 90 days or four months (R. 432-2): the refusal may be born on that very day.
    "depuis_depot": (
        ("2026-07-17", "2026-09-14", "moins_de_60_jours", "moins_de_90_jours"),
        ("2026-07-17", "2026-10-14", "moins_de_90_jours", "moins_de_4_mois"),
        ("2026-07-17", "2026-11-16", "moins_de_4_mois", "plus_de_4_mois"),
        ("2026-10-31", "2027-02-27", "moins_de_4_mois", "plus_de_4_mois"),
    ),
}


def run(context: Context) -> list[str]:
    """The days, worked out by hand, on which a dated question answers otherwise, and the bands with no such day."""
    problems = [problem for question in context.base.questions for problem in wrong(question)]
    context.count(sum(3 * len(limits) for limits in LIMITS.values()), "days")
    return problems


def wrong(question: Question) -> Iterator[str]:
    """What is wrong with the bands of ``question``, one message a day."""
    if question.dated is None:
        return
    limits = LIMITS.get(question.id, ())
    for band, after in zip(question.dated.bands, question.dated.bands[1:], strict=False):
        if not any((option, then) == (band.option, after.option) for _, _, option, then in limits):
            yield f"question {question.id}: no date worked out for the end of {band.option}. Add it to g10_bands.py."
    for reference, last, option, then in limits:
        day = date.fromisoformat(last)
        for measured, expected in ((day - DAY, option), (day, option), (day + DAY, then)):
            dates = {question.dated.reference: date.fromisoformat(reference), question.dated.measured: measured}
            found = band_of(question.dated, dates)
            if found != expected:
                yield f"question {question.id}: {measured} counted from {reference} is {expected}, not {found}."
