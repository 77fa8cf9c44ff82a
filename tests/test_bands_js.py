"""assets/bands.js: months, short months and limits counted as in checker/engine."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from checker.engine.calendar import Offset, shift
from checker.reading import read
from tests.scripts import RULES, drawn, run_scripts

DATED = [question for question in RULES.base.questions if question.dated]


def test_days_are_moved_as_in_python(root: Path, site: Path) -> None:
    """Every day of four years by every limit of the rules, and thousands of moves drawn at random."""
    limits = {band.until for question in DATED for band in question.dated.bands if band.until}  # type: ignore[union-attr]
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(4 * 366)]
    moves = [(day, limit) for day in days for limit in limits]
    dice = random.Random(1)
    for _ in range(4000):
        day = date(1900, 1, 1) + timedelta(days=dice.randrange(365 * 300))
        moves.append((day, Offset(dice.randint(-40, 40), dice.choice([0, dice.randint(-200, 200)]))))
    work = {"shift": [[day.isoformat(), [move.months, move.days]] for day, move in moves]}
    found = run_scripts(root, work, site / "runtime" / "graphs.json")["shift"]
    for (day, move), moved in zip(moves, found, strict=True):
        assert moved == shift(day, move).isoformat(), (day, move)


def test_each_side_of_each_limit_gives_the_answer_of_the_engine(root: Path, site: Path) -> None:
    """The day before, the day of and the day after every limit, from every day of a year with short months: the
    questions left are the same only if the band is."""
    forms = []
    for question in DATED:
        rule = question.dated
        assert rule is not None
        for number in range(0, 366, 3):
            reference = date(2023, 12, 1) + timedelta(days=number)
            for band in rule.bands:
                for step in (-1, 0, 1) if band.until else ():
                    measured = shift(reference, band.until) + timedelta(days=step)  # type: ignore[arg-type]
                    today, days = date(2026, 11, 23), {rule.reference: reference}
                    if rule.measured == "aujourd_hui":
                        today = measured
                    else:
                        days[rule.measured] = measured
                    dates = {name: day.isoformat() for name, day in days.items()}
                    forms.append({"answers": {}, "dates": dates, "day": today.isoformat()})
    forms += drawn(600, seed=8)
    readings = [read(RULES.base, {"answers": f["answers"], "dates": f["dates"], "today": f["day"]}) for f in forms]
    used = [(form, reading) for form, reading in zip(forms, readings, strict=True) if not reading.problems]
    assert len(used) > 2000
    # Asked twice: with the dates, and with the answers that Python made of them.
    by_dates = run_scripts(root, {"asked": [form for form, _ in used]}, site / "runtime" / "graphs.json")["asked"]
    bare = [
        {"answers": {**dict.fromkeys(reading.unknown, "?"), **reading.answers}, "dates": {}, "day": form["day"]}
        for form, reading in used
    ]
    by_answers = run_scripts(root, {"asked": bare}, site / "runtime" / "graphs.json")["asked"]
    assert by_dates == by_answers


def test_every_band_is_seen() -> None:
    for question in DATED:
        assert question.dated is not None
        assert question.dated.bands[-1].until is None, "the last band has no limit: every date has an answer"
