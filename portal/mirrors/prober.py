"""`build.py mirrors check`: visits every known copy, and writes the state of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import chromium, judging, reading, record, registry, table, visiting
from portal.mirrors.chromium import Launch
from portal.mirrors.reading import FULL, Pace, Reading
from portal.mirrors.record import Past
from portal.mirrors.registry import Copy
from portal.mirrors.visiting import Gait
from portal.verify import layout
from portal.verify.findings import Finding, Trouble
from portal.verify.keysets import parse as parse_keys
from portal.verify.statement import parse as parse_statement

_TOGETHER = 8
"""Servers that are read at the same time; each has one request at a time."""


def check(
    root: Path,
    file: Path,
    out: Path,
    trusted: Sequence[bytes],
    today: dt.date,
    *,
    newest: int = 0,
    full: bool = False,
    seed: str = "",
    pace: Pace | None = None,
    gait: Gait | None = None,
    launch: Launch | None = None,
) -> int:
    """Visits the copies that `file` lists, writes mirrors.json and its pages into the folder `out`, prints a report,
    and returns the exit status (see judging.exit_status).

    `trusted`: sets of keys, whole files; `newest`: number of the newest edition, when known otherwise; `full`: fetch
    every file, not the share of the day, which `seed` changes. Raises BuildError for a faulty list, no key, or no
    browser."""
    copies = registry.load(file)
    past = record.load(out / record.NAME)
    _keys(trusted)
    newest = max(newest, _own(root))
    pace = pace or (FULL if full else Pace())
    with nullcontext(launch) if launch else chromium.launcher() as start:
        found = _read_all(copies, past, trusted, today, full, seed, pace)
        # One browser at a time, which this thread drives.
        found = {copy: _visited(start, copy, found[copy], today, gait or Gait()) for copy in copies}
    outcomes, editions, newest = judging.judge(copies, found, past, today, newest)
    table.write(root, out, outcomes, editions, newest, today)
    for line in table.lines(outcomes, today):
        print(line)
    return judging.exit_status(outcomes)


def _keys(trusted: Sequence[bytes]) -> None:
    if not trusted:
        remedy = "donnez --trust FICHIER, le jeu de clés de ceux qui publient les éditions."
        raise BuildError("aucune clé de confiance : rien ne peut être vérifié.", remedy)
    try:
        for data in trusted:
            parse_keys(data, "--trust")
    except Trouble as trouble:
        raise BuildError(f"--trust : {trouble}", "donnez le jeu de clés tel qu’il a été publié.") from None


def _own(root: Path) -> int:
    """The number of the edition that stands in site/, 0 without one: copies can not be expected to be older."""
    try:
        return parse_statement((root / "site" / layout.STATEMENT).read_bytes()).edition
    except (OSError, Trouble):
        return 0


def _read_all(
    copies: Sequence[Copy], past: Past, trusted: Sequence[bytes], today: dt.date, full: bool, seed: str, pace: Pace
) -> Mapping[Copy, Reading]:
    def read(some: Sequence[Copy]) -> list[tuple[Copy, Reading]]:
        return [(copy, _read(copy, past, trusted, today, full, seed, pace)) for copy in some]

    by_host: dict[str, list[Copy]] = {}
    for copy in copies:
        by_host.setdefault(copy.host, []).append(copy)
    with ThreadPoolExecutor(_TOGETHER) as pool:
        return {copy: found for some in pool.map(read, by_host.values()) for copy, found in some}


def _read(
    copy: Copy, past: Past, trusted: Sequence[bytes], today: dt.date, full: bool, seed: str, pace: Pace
) -> Reading:
    try:
        return reading.read(copy, past, trusted, today, full=full, seed=seed, pace=pace)
    except Trouble as trouble:
        finding = trouble.finding
    except Exception as error:
        # Whatever a copy answers, the others are read.
        message = f"Le contrôle s’est arrêté ({type(error).__name__} : {error}). Signalez cette panne du programme."
        finding = Finding("unreachable", "prober-failed", "", message)
    return Reading(None, 0, "", 0, [finding], None)


def _visited(launch: Launch, copy: Copy, found: Reading, today: dt.date, gait: Gait) -> Reading:
    """The reading of a copy with what a browser finds there, when there is something to open."""
    if found.statement is None:
        return found
    languages = found.statement.languages
    facts = visiting.visit(launch, copy.address, found.sums, languages, today, gait)
    return Reading(**{**vars(found), "findings": [*found.findings, *facts]})
