"""Lighthouse's mobile audit of our pages, beside the same pages under stock MkDocs Material, from one server.

Scores are out of 100, the median of the runs; Lighthouse works out its times for a slow phone from what it saw here.
Pages that nobody else makes stand alone, read once. Notes name what ours misses: Lighthouse asks for robots.txt from
inside the page, where our policy refuses every request, and holds it against the page.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal import npm, testing
from tests.bench import harness, material
from tests.bench.line import FULL_SPEED, compress_all, served, use
from tests.bench.registry import ROOT, Row, Setting

# What it asks for: the system's Node may be older.
NODE = 22
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# How a report marks what did not apply to a page.
NOT_COUNTED = frozenset({"notApplicable", "informative", "manual"})
TIMES = {"largest-contentful-paint": "largest paint", "total-blocking-time": "blocked"}
# (language, page): in both sites.
SHARED = (("fr", "documents/api.html"), ("ar", "documents/api.html"))
ALONE = ("fr/index.html", harness.CHECKER, "fr/q/index.html", "zh/travailler.html")


def rows(setting: Setting) -> Iterator[Row]:
    use(FULL_SPEED)
    with served(setting.site) as ours:
        for lang, name in SHARED[: 1 if setting.quick else None]:
            theirs, _ = material.built(setting.work, (lang,))
            compress_all(theirs)
            with served(theirs) as peer:
                found = audited(ours + f"{lang}/{name}", setting.runs), audited(peer + name, setting.runs)
            for category in CATEGORIES:
                scores = (one.figures[category] for one in found)
                yield Row(f"{lang}/{name}: {category}", *scores, "of 100", f"Material{missed(found[0], category)}")
            for what, title in TIMES.items():
                times = (one.figures[what] for one in found)
                yield Row(f"{lang}/{name}: {title}", *times, "ms", "Material, simulated phone")
        for name in ALONE[: 2 if setting.quick else None]:
            alone = audited(ours + name, 1)
            shown = ", ".join(
                f"{category} {alone.figures[category]:.0f}{missed(alone, category)}" for category in CATEGORIES
            )
            yield Row(f"{name}: lowest", min(alone.figures[category] for category in CATEGORIES), None, "of 100", shown)


@dataclass(frozen=True)
class Audit:
    """`figures`: each category out of 100, each time in milliseconds; `misses`: category → the audits that it lost."""

    figures: dict[str, float]
    misses: dict[str, list[str]]


def missed(audit: Audit, category: str) -> str:
    """What is said in a note of the audits that a category lost."""
    lost = ", ".join(audit.misses[category])
    return f" (misses {lost})" if lost else ""


def audited(address: str, runs: int) -> Audit:
    """The median of each category and time of the page at `address`; what the last run missed."""
    # What the server compresses on its first answer delays no measure.
    with urllib.request.urlopen(address) as answer:
        answer.read()
    found = [audit(address) for _ in range(runs)]
    figures = {name: statistics.median(one.figures[name] for one in found) for name in found[0].figures}
    return Audit(figures, found[-1].misses)


def audit(address: str) -> Audit:
    """One run of Lighthouse. Stops with what it printed when it fails, or could not give every score."""
    program = harness.peers() / "lighthouse" / "cli" / "index.js"
    command = [str(npm.node(ROOT, NODE)), str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    env = {**os.environ, "CHROME_PATH": testing.browser() or ""}
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{ran.stderr[-4000:]}")
    return read(json.loads(ran.stdout), address)


def read(report: dict[str, Any], address: str) -> Audit:
    """The figures of a report of Lighthouse."""
    categories = {name: report["categories"][name] for name in CATEGORIES}
    if lacking := [name for name, category in categories.items() if category["score"] is None]:
        raise SystemExit(f"Lighthouse gave no score for {', '.join(lacking)} on {address}: run again")
    figures = {name: 100 * category["score"] for name, category in categories.items()}
    figures |= {name: float(report["audits"][name]["numericValue"]) for name in TIMES}
    misses = {
        name: [
            part["id"]
            for part in category["auditRefs"]
            if part["weight"]
            and (report["audits"][part["id"]]["score"] or 0) < 0.9
            and report["audits"][part["id"]]["scoreDisplayMode"] not in NOT_COUNTED
        ]
        for name, category in categories.items()
    }
    return Audit(figures, misses)
