"""The limits of the dated questions, against the days worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.engine.calendar import Offset
from checker.engine.model import Question, RuleBase
from portal.gates import g10_bands
from portal.mutation.verdict import KILLED, SURVIVED, Sample, Verdict


def verdicts(base: RuleBase, chosen: Sample) -> list[Verdict]:
    """Each limit one day earlier or later."""
    found = []
    for part, words, question in chosen.of(list(_mutants(base))):
        killed = any(g10_bands.wrong(question))
        found.append(Verdict(part, words, KILLED if killed else SURVIVED, "bands" if killed else ""))
    return found


def _mutants(base: RuleBase) -> Iterator[tuple[str, str, Question]]:
    for question in base.questions:
        if question.dated is None:
            continue
        bands = question.dated.bands
        for rank, band in enumerate(bands):
            if band.until is None:
                continue
            for days in (-1, 1):
                moved = replace(band, until=Offset(band.until.months, band.until.days + days))
                dated = replace(question.dated, bands=(*bands[:rank], moved, *bands[rank + 1 :]))
                yield f"band {question.id}/{band.option}", f"{days:+} day", replace(question, dated=dated)
