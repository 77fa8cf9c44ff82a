"""Lighthouse's mobile audit of our pages, beside the same pages under stock MkDocs Material, from one server.

Scores are out of 100, the median of the runs; Lighthouse works out its times for a slow phone from what it saw here.
Pages that nobody else makes stand alone, read once.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import urllib.request
from collections.abc import Iterator
from typing import Any

from portal import npm, testing
from tests.bench import harness, material
from tests.bench.line import FULL_SPEED, compress_all, served, use
from tests.bench.registry import ROOT, Row, Setting

# What it asks for: the system's Node may be older.
NODE = 22
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
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
                yield Row(f"{lang}/{name}: {category}", found[0][category], found[1][category], "of 100", "Material")
            for what, title in TIMES.items():
                yield Row(f"{lang}/{name}: {title}", found[0][what], found[1][what], "ms", "Material, simulated phone")
        for name in ALONE[: 2 if setting.quick else None]:
            alone = audited(ours + name, 1)
            scores = [alone[category] for category in CATEGORIES]
            shown = ", ".join(f"{category} {score:.0f}" for category, score in zip(CATEGORIES, scores, strict=True))
            yield Row(f"{name}: lowest category", min(scores), None, "of 100", shown)


def audited(address: str, runs: int) -> dict[str, float]:
    """The median of each category and time of the page at `address`."""
    # What the server compresses on its first answer delays no measure.
    with urllib.request.urlopen(address) as answer:
        answer.read()
    found = [audit(address) for _ in range(runs)]
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def audit(address: str) -> dict[str, float]:
    """One run of Lighthouse. Stops with what it printed when it fails, or could not give every score."""
    program = harness.peers() / "lighthouse" / "cli" / "index.js"
    command = [str(npm.node(ROOT, NODE)), str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    env = {**os.environ, "CHROME_PATH": testing.browser() or ""}
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{ran.stderr[-4000:]}")
    report: dict[str, Any] = json.loads(ran.stdout)
    scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
    if missing := [name for name, score in scores.items() if score is None]:
        raise SystemExit(f"Lighthouse gave no score for {', '.join(missing)} on {address}: run again")
    times = {name: float(report["audits"][name]["numericValue"]) for name in TIMES}
    return {name: 100 * score for name, score in scores.items()} | times
