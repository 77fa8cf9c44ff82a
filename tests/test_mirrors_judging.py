"""One word for each copy, from what was found of all."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import pytest

from portal.mirrors import judging
from portal.mirrors.judging import exit_status, grouped, judge
from portal.mirrors.reading import Reading
from portal.mirrors.record import Outcome, Past
from portal.mirrors.registry import Copy
from portal.verify.findings import Finding
from portal.verify.statement import Statement

TODAY = dt.date(2026, 12, 1)
LONG_AGO = "2026-10-01"


def copy(name: str) -> Copy:
    return Copy(f"https://{name}.example/", name, f"{name}@copies.example", "2026-11-23")


def holds(number: int, *findings: Finding, digest: str = "", signed: bool = True) -> Reading:
    day = dt.date(2026, 11, 1)
    stated = Statement(number, day, day, dt.date(2027, 1, 1), "", {}, ("fr",), 1, 1, "", "")
    digest = digest or f"{number:064}"
    return Reading(stated, number if signed else 0, digest if signed else "", 1, findings, {})


def found(level: str, code: str = "x", path: str = "") -> Finding:
    return Finding(level, code, path, "Message.")


def words(past: Past | None = None, newest: int = 0, **readings: Reading) -> list[str]:
    copies = {copy(name): reading for name, reading in readings.items()}
    return [outcome.status for outcome in judge(list(copies), copies, past or Past(), TODAY, newest)[0]]


@pytest.mark.parametrize(
    ("findings", "word"),
    [
        ([], "à jour"),
        ([found("warning"), found("info")], "à jour"),
        ([found("late", "expired")], "périmée"),
        ([found("unreachable"), found("late", "expired")], "injoignable"),
        ([found("error"), found("unreachable"), found("late", "expired")], "modifiée"),
    ],
)
def test_the_gravest_counts(findings: Sequence[Finding], word: str) -> None:
    assert words(a=holds(7, *findings)) == [word]
    assert words(a=Reading(None, 0, "", 0, findings, None)) == [word if word == "modifiée" else "injoignable"]


def test_the_newest_is_the_newest_that_is_known() -> None:
    assert words(a=holds(6), b=holds(7)) == ["en retard", "à jour"]
    assert words(newest=8, a=holds(6), b=holds(7)) == ["en retard", "en retard"]
    assert words(Past({8: "8"}), a=holds(8, digest="8"), b=holds(7)) == ["à jour", "en retard"]
    # Anybody can write a number that nobody signs.
    assert words(a=holds(7), b=holds(900, found("error", "signatures-few"), signed=False)) == ["à jour", "modifiée"]


def test_two_signed_editions_of_one_number() -> None:
    assert words(a=holds(7), b=holds(7, digest="other"), c=holds(6)) == ["modifiée", "modifiée", "en retard"]
    assert words(a=holds(7), b=holds(7)) == ["à jour", "à jour"]


def test_what_is_kept_for_the_next_check() -> None:
    a, b = copy("a"), copy("b")
    past = Past({7: "7"}, {a.address: 7, b.address: 7}, {a.address: ("en retard", LONG_AGO), b.address: ("à jour", "")})
    unread = Reading(None, 0, "", 0, [found("unreachable")], None)
    outcomes, editions, newest = judge([a, b], {a: holds(6, digest="6"), b: unread}, past, TODAY, 0)
    assert [(outcome.status, outcome.since, outcome.highest) for outcome in outcomes] == [
        ("en retard", LONG_AGO, 7),
        ("injoignable", "2026-12-01", 7),
    ]
    assert (editions, newest) == ({6: "6", 7: "7"}, 7)


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ([], 0),
        (["à jour"], 0),
        (["à jour", "en retard"], 3),
        (["périmée"], 3),
        (["périmée", "injoignable"], 4),
        (["injoignable", "modifiée", "en retard"], 1),
    ],
)
def test_the_exit_status_is_the_worst(statuses: Sequence[str], code: int) -> None:
    outcome = Outcome(copy("a"), "", "2026-12-01", None, 0, 0, [])
    assert exit_status(dataclasses.replace(outcome, status=status) for status in statuses) == code
    assert set(statuses) <= set(judging.ORDER)


def test_the_same_of_several_files_is_said_once() -> None:
    notes = grouped([found("warning", "w", "b"), found("error", "e", "c"), found("warning", "w", "a")])
    assert [(note.level, note.path, note.count) for note in notes] == [("error", "c", 1), ("warning", "a", 2)]
